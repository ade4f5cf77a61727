// Rows of audits become audit.plan: what is to be audited, by whom and when. What was done in an audit comes by no
// table.
#include <annexa/base/json.hpp>
#include <annexa/base/text.hpp>
#include <annexa/command/audit_commands.hpp>

#include <algorithm>
#include <utility>

#include "import_rules.hpp"
#include "names.hpp"
#include "planned_audit.hpp"
#include "row_importer.hpp"
#include "value_tables.hpp"
#include "values.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

class AuditImporter final : public RowImporter {
 public:
  using RowImporter::RowImporter;

  void read(Draft& draft, Column const& column) override {
    auto const name = column.meaning.field->name;
    auto const text = CellReader(context()).text_of(draft, column);
    if (is_blank(text)) return;
    if (name == "lead") add_member(draft, column, text, TeamRole::lead);
    if (name == "team") read_team(draft, column, text);
    if (name == "status") note_state(draft, column, text);
  }

  std::vector<Command> commands(Draft& draft) override {
    auto& audit = draft.record<Audit>();
    if (audit.until == Date{} || (audit.until < audit.from && !column("until"))) audit.until = audit.from;
    if (audit.title.empty()) audit.title = audit.key.text();
    if (audit.from == Date{})
      context().reporter.reject(draft.place(), import_rules::value, {{"expected", "the day on which it begins"}});
    if (!audit.custom.members.empty() || !audit.external_ids.empty()) note_left_out(draft, audit);
    auto const members = planned_differences(draft);
    if (draft.before && members.empty()) return {};
    if (draft.before && !may_change(draft, members)) return {};
    return {Command(body_of(audit, draft.before != nullptr))};
  }

 private:
  // A list of an export, or names: the first auditor leads where no column says who does.
  void read_team(Draft& draft, Column const& column, std::string_view text) {
    auto& team = draft.record<Audit>().team;
    if (text.starts_with('[')) {
      CellReader(context()).read_value(draft, draft.place(column), *column.meaning.field,
                                       type_of<std::vector<TeamMember>>, &team, text);
      return;
    }
    bool const led = this->column("lead") ||
                     std::ranges::any_of(team, [](TeamMember const& each) { return each.role == TeamRole::lead; });
    bool first = !led;
    bool const whole = !context().resolver.find(Person::type_name, text).key.empty();
    for (auto const part : whole ? std::vector{trimmed(text)} : split_values(text))
      add_member(draft, column, part, std::exchange(first, false) ? TeamRole::lead : TeamRole::auditor);
  }

  void add_member(Draft& draft, Column const& column, std::string_view name, TeamRole role) {
    if (is_missing(name)) return;
    auto const key =
        CellReader(context()).resolve(draft, draft.place(column), Person::type_name, name, *column.meaning.field);
    if (key.empty()) return;
    auto& team = draft.record<Audit>().team;
    auto const person = *Key<"person">::parse(key);
    if (role == TeamRole::lead)
      for (auto& each : team)
        if (each.role == TeamRole::lead && each.person != person) each.role = TeamRole::auditor;
    auto const known = std::ranges::find(team, person, &TeamMember::person);
    if (known == team.end())
      team.push_back({person, role});
    else if (role == TeamRole::lead)
      known->role = role;
  }

  // A word in a table opens, concludes and reports no audit.
  void note_state(Draft const& draft, Column const& column, std::string_view text) {
    auto const* before = draft.existing<Audit>();
    auto const state = before ? before->state : AuditState::planned;
    if (folded(text) != folded(to_string(state)))
      context().reporter.adjust(draft.place(column), import_rules::audit_state, {{"state", to_string(state)}});
  }

  void note_left_out(Draft const& draft, Audit const& audit) {
    auto const* before = draft.existing<Audit>();
    if (before && before->custom == audit.custom && before->external_ids == audit.external_ids) return;
    context().reporter.adjust(draft.place(), import_rules::audit_members);
  }

  [[nodiscard]] static std::vector<std::string> planned_differences(Draft const& draft) {
    if (!draft.before) return {};
    auto members = differing_members(*draft.noun->type, draft.before, draft.after.get());
    keep_planned(members);
    return members;
  }

  // An audit that is under way is not planned anew by a table.
  [[nodiscard]] bool may_change(Draft const& draft, std::vector<std::string> const& members) {
    auto const& before = *draft.existing<Audit>();
    if (before.state == AuditState::planned || before.state == AuditState::approved) return true;
    std::string names;
    for (auto const& each : members) names += (names.empty() ? "" : ", ") + each;
    context().reporter.adjust(draft.place(), import_rules::audit_stays,
                              {{"key", before.key.text()}, {"state", to_string(before.state)}, {"members", names}});
    return false;
  }

  [[nodiscard]] command::PlanAudit body_of(Audit const& audit, bool again) {
    auto body = planned_audit(audit);
    if (!again) return body;
    for (auto const* session : plan_of(context().scratch, audit.key)) body.sessions.push_back(*session);
    auto const& file = context().sheet.file;
    body.change_reason = "imported from " + (file.empty() ? "a table" : file);
    return body;
  }
};

}  // namespace

std::unique_ptr<RowImporter> make_audit_importer(ImportContext& context) {
  return std::make_unique<AuditImporter>(context);
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
