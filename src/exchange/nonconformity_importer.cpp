// Rows of a register of nonconformities become nonconformity.import: what is told is taken over as told.
#include <annexa/base/json.hpp>
#include <annexa/base/text.hpp>
#include <annexa/command/detour_commands.hpp>
#include <annexa/nonconformity/state_crosswalk.hpp>

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <utility>

#include "import_rules.hpp"
#include "names.hpp"
#include "row_importer.hpp"
#include "value_tables.hpp"
#include "values.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

constexpr std::string_view register_system = "register";
constexpr std::string_view grade_member = "import:grade";

// Texts of the past that a cell holds as it is.
struct ToldText {
  std::string_view field;
  std::string ImportedPast::*member;
};
constexpr std::array told_texts{
    ToldText{"raised_by", &ImportedPast::raised_by},         ToldText{"cause", &ImportedPast::cause},
    ToldText{"correction", &ImportedPast::correction},       ToldText{"action", &ImportedPast::action},
    ToldText{"effectiveness", &ImportedPast::effectiveness},
};
struct ToldDate {
  std::string_view field;
  std::optional<Date> ImportedPast::*member;
};
constexpr std::array told_dates{
    ToldDate{"raised_on", &ImportedPast::raised_on},
    ToldDate{"due_on", &ImportedPast::due_on},
    ToldDate{"closed_on", &ImportedPast::closed_on},
};

// Columns of an export that hold records of our own under headers that registers use for texts.
constexpr std::string_view own_columns = "finding|evidence|correction|effectiveness|due_on";

bool is_own_column(std::string_view field) {
  bool found = false;
  for_each_part(own_columns, [&](std::string_view part) { found = found || part == field; });
  return found;
}

std::string lines_of(std::string const& first, std::string_view second) {
  return first.empty() ? std::string(second) : first + '\n' + std::string(second);
}

class NonconformityImporter final : public RowImporter {
 public:
  explicit NonconformityImporter(ImportContext& shared)
      : RowImporter(shared), is_export_(shared.columns.has("plan_rejections")) {}  // which every export has

  void start(Draft& draft) override {
    auto const* before = draft.existing<Nonconformity>();
    past_ = {};
    system_ = register_system;
    status_.clear();
    finding_.clear();
    evidence_.clear();
    if (!before) {
      draft.record<Nonconformity>().source = NonconformitySource::self_reported;
      return;
    }
    if (before->detours && before->detours->imported) {
      auto const& imported = *before->detours->imported;
      system_ = imported.system;
      status_ = imported.status;
      past_ = imported.past.value_or(ImportedPast{});
    } else {
      status_ = tell_state(before->state, system_)->status;
    }
  }

  void read(Draft& draft, Column const& column) override {
    auto const name = column.meaning.field->name;
    if (is_export_ && is_own_column(name)) return;
    auto const text = CellReader(context()).text_of(draft, column);
    if (is_blank(text)) return;
    if (name == "detours") return read_detours(draft, column, text);
    if (name == "trail") return note_steps(draft, column);
    for (auto const& each : told_texts)
      if (each.field == name) past_.*each.member = text;
    for (auto const& each : told_dates)
      if (each.field == name) read_date_told(draft, column, each, text);
    if (name == "status") read_status(draft, column, text);
    if (name == "source") read_source(draft, column, text);
    if (name == "grade") read_grade(draft, column, text);
    if (name == "owner") read_owner(draft, column, text);
    if (name == "finding") finding_ = text;
    if (name == "evidence") evidence_ = text;
  }

  std::vector<Command> commands(Draft& draft) override {
    auto& record = draft.record<Nonconformity>();
    settle_texts(draft, record);
    settle_status(draft);
    check_closing(draft);
    auto const* before = draft.existing<Nonconformity>();
    if (before && !is_as_imported(*before)) {
      note_moved_on(draft, *before);
      return {};
    }
    if (before && same_as(*before, record)) return {};
    note_unverified(draft);
    return {Command(body_of(record))};
  }

  std::string field_at(std::string_view where) const override {
    if (where.starts_with("/past/")) where.remove_prefix(5);
    return RowImporter::field_at(where);
  }

 private:
  void read_date_told(Draft& draft, Column const& column, ToldDate const& told, std::string_view text) {
    Date day;
    auto const reading =
        CellReader(context()).read_value(draft, draft.place(column), *column.meaning.field, type_of<Date>, &day, text);
    if (reading == Reading::taken) past_.*told.member = day;
  }

  void read_status(Draft& draft, Column const& column, std::string_view text) {
    auto const place = draft.place(column);
    auto const found = find_value("nonconformity-state", &type_of<NonconformityState>, text);
    if (!found) {
      if (is_missing(text)) return;
      return context().reporter.reject(
          place, import_rules::value,
          {{"expected", accepted_values("nonconformity-state", &type_of<NonconformityState>)}});
    }
    auto const state = static_cast<NonconformityState>(found->value);
    system_ = register_system;
    status_ = tell_state(state, system_)->status;
    past_.status = text;
    if (!found->own_name) context().reporter.convert(place, text, to_string(state));
    if (found->remainder)
      context().reporter.adjust(place, import_rules::kept_note,
                                {{"taken", to_string(state)}, {"member", "past.status"}});
  }

  void read_source(Draft& draft, Column const& column, std::string_view text) {
    auto& source = draft.record<Nonconformity>().source;
    auto const found = find_value("nonconformity-source", &type_of<NonconformitySource>, text);
    past_.source = found && found->own_name ? "" : std::string(text);
    source = found ? static_cast<NonconformitySource>(found->value) : NonconformitySource::self_reported;
    if (!found)
      context().reporter.adjust(draft.place(column), import_rules::source_unclear, {{"taken", to_string(source)}});
    else if (!found->own_name)
      context().reporter.convert(draft.place(column), text, to_string(source));
  }

  void read_grade(Draft& draft, Column const& column, std::string_view text) {
    auto& record = draft.record<Nonconformity>();
    auto const found = find_value("grade", &type_of<Grade>, text);
    auto& members = record.custom.members;
    members.erase(std::string(grade_member));
    if (found && found->value != undecided) {
      record.grade = static_cast<Grade>(found->value);
      if (!found->own_name) context().reporter.convert(draft.place(column), text, to_string(*record.grade));
      return;
    }
    if (is_missing(text)) return;
    members[std::string(grade_member)] = std::string(text);
    context().reporter.adjust(draft.place(column), import_rules::grade_kept, {{"member", std::string(grade_member)}});
  }

  void read_owner(Draft& draft, Column const& column, std::string_view text) {
    if (is_missing(text)) return;
    auto& owner = draft.record<Nonconformity>().owner;
    auto const key =
        CellReader(context()).resolve(draft, draft.place(column), Person::type_name, text, *column.meaning.field);
    past_.owner = key.empty() ? std::string(trimmed(text)) : "";
    if (!key.empty()) owner = *Key<"person">::parse(key);
  }

  // An export says more of where a record came from than a status could.
  void read_detours(Draft& draft, Column const& column, std::string_view text) {
    Detours detours;
    auto const reading = CellReader(context()).read_value(draft, draft.place(column), *column.meaning.field,
                                                          type_of<Detours>, &detours, text);
    if (reading != Reading::taken || !detours.imported) return;
    auto const told = read_foreign_state(detours.imported->system, detours.imported->status);
    system_ = told ? detours.imported->system : std::string(register_system);
    if (told) status_ = detours.imported->status;
    past_ = detours.imported->past.value_or(ImportedPast{});
  }

  void note_steps(Draft const& draft, Column const& column) {
    std::vector<Move> trail;
    auto const text = without_guard(draft.row[column.index]);
    auto const read = parse_json(text);
    Error errors;
    if (read) read_json(type_of<std::vector<Move>>, &trail, *read, "", errors);
    auto const is_step = [](Move const& move) { return move.step != import_step; };
    if (draft.before || !errors.empty() || std::ranges::none_of(trail, is_step)) return;
    context().reporter.adjust(draft.place(column), import_rules::no_steps,
                              {{"key", draft.record<Nonconformity>().key.text()}});
  }

  // What was found is the title where no column holds one, else what was seen; evidence in words is what was seen.
  void settle_texts(Draft const& draft, Nonconformity& record) {
    if (!finding_.empty() && (record.title.empty() || !column("title"))) record.title = std::exchange(finding_, "");
    std::string seen;
    for (auto const& each : {finding_, evidence_})
      if (!each.empty()) seen = lines_of(seen, each);
    auto const* statement = column("evidence_statement");
    bool const told = statement && !is_blank(draft.row[statement->index]);
    if (!seen.empty()) record.evidence_statement = told ? lines_of(record.evidence_statement, seen) : seen;
    if (record.title.empty() && !record.evidence_statement.empty()) {
      record.title = shortened(record.evidence_statement, 120);
      auto const* from = column(told ? "evidence_statement" : "evidence");
      context().reporter.adjust(draft.place(), import_rules::title_made, {{"source", from ? from->header : "it"}});
    }
    if (record.title.empty())
      context().reporter.reject(draft.place(), import_rules::value,
                                {{"expected", "a title, a finding or a description"}});
    if (record.source_ref.empty()) record.source_ref = record.key.text();
  }

  void settle_status(Draft const& draft) {
    if (!status_.empty()) return;
    auto const state = past_.closed_on ? NonconformityState::closed : NonconformityState::issued;
    status_ = tell_state(state, register_system)->status;
    auto const* said = column("status");
    context().reporter.adjust(said ? draft.place(*said) : draft.place(), import_rules::no_state,
                              {{"taken", to_string(state)}});
  }

  [[nodiscard]] NonconformityState told_state() const {
    return read_foreign_state(system_, status_).value_or(OwnState{}).state;
  }

  void check_closing(Draft const& draft) {
    auto const state = told_state();
    auto const* closing = column("closed_on");
    auto const place = closing ? draft.place(*closing) : draft.place();
    if (!is_final(state) && past_.closed_on)
      context().reporter.warn(place, import_rules::closed_open, {{"state", to_string(state)}});
    if (state != NonconformityState::closed || draft.before || is_export_) return;
    if (!past_.closed_on) context().reporter.warn(place, import_rules::closed_undated);
    if (past_.effectiveness.empty()) context().reporter.warn(draft.place(), import_rules::no_effect);
  }

  void note_unverified(Draft const& draft) {
    auto const own = read_foreign_state(system_, status_);
    if (!own || !own->imported_unverified) return;
    auto const* said = column("status");
    auto const told = past_.status.empty() ? status_ : past_.status;
    auto const taken = is_final(own->state) ? own->state : NonconformityState::analysis;
    context().reporter.adjust(said ? draft.place(*said) : draft.place(), import_rules::unverified,
                              {{"told", told}, {"taken", to_string(taken)}});
  }

  // Its own life has begun: the table is compared, and changes nothing.
  void note_moved_on(Draft& draft, Nonconformity const& before) {
    auto members = differing_members(*draft.noun->type, &before, draft.after.get());
    if (told_state() != before.state && column("status")) members.emplace_back("status");
    if (members.empty()) return;
    std::string names;
    for (auto const& each : members) names += (names.empty() ? "" : ", ") + each;
    context().reporter.adjust(draft.place(), import_rules::moved_on_here,
                              {{"key", before.key.text()}, {"members", names}});
  }

  [[nodiscard]] bool same_as(Nonconformity const& before, Nonconformity const& record) const {
    auto const& imported = *before.detours->imported;
    return record == before && imported.system == system_ && imported.status == status_ &&
           imported.past.value_or(ImportedPast{}) == past_;
  }

  [[nodiscard]] command::ImportNonconformity body_of(Nonconformity const& record) const {
    command::ImportNonconformity body;
    body.nonconformity = record.key;
    body.system = system_;
    body.status = status_;
    body.title = record.title;
    body.source = record.source;
    body.source_ref = record.source_ref;
    body.unit = record.unit;
    body.criteria = record.criteria;
    if (!record.requirement.empty()) body.requirement = record.requirement;
    if (!record.evidence_statement.empty()) body.evidence_statement = record.evidence_statement;
    if (!record.gap.empty()) body.gap = record.gap;
    body.grade = record.grade;
    body.grade_reasons = record.grade_reasons;
    body.owner = record.owner;
    body.custom = record.custom;
    body.external_ids = record.external_ids;
    if (past_ != ImportedPast{}) body.past = past_;
    return body;
  }

  bool is_export_;      // true if the table has the columns of an export
  ImportedPast past_;   // what the row tells, over what is on record
  std::string system_;  // in whose words the status is
  std::string status_;
  std::string finding_;
  std::string evidence_;
};

}  // namespace

std::unique_ptr<RowImporter> make_nonconformity_importer(ImportContext& context) {
  return std::make_unique<NonconformityImporter>(context);
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
