#include "oscal_importer.hpp"

#include <annexa/base/json.hpp>
#include <annexa/base/text.hpp>
#include <annexa/command/decide.hpp>
#include <annexa/exchange/read_sheets.hpp>

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <utility>

#include "exchange/oscal/audit_parts.hpp"
#include "exchange/oscal/record_tables.hpp"
#include "exchange/oscal/sniff.hpp"
#include "exchange/oscal/statement_reader.hpp"
#include "exchange/oscal/texts.hpp"
#include "import_rules.hpp"
#include "planned_audit.hpp"
#include "rehearsal.hpp"
#include "reporter.hpp"
#include "row_importer.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

namespace json = boost::json;

constexpr Rule foreign_plan{"oscal.import.foreign-plan",
                            "The plan was not written by annexa; its own plans are accepted, and others are planned "
                            "here by hand (audit.plan).",
                            "", ErrorKind::usage};
constexpr Rule programme_stays{
    "oscal.import.programme-stays",
    "{key} is in force and is not proposed anew by a document; {members} stay as they are (programme.amend).", "9.2.2"};
constexpr Rule not_approved{"oscal.import.not-approved",
                            "An approval is given here, not taken over; {key} is proposed.", "9.2.2"};

// The kinds that can be asked for, by model.
struct DocumentKinds {
  oscal::Model model;
  std::array<std::string_view, 2> kinds;
};
constexpr DocumentKinds document_kinds[] = {
    {oscal::Model::assessment_plan, {"audits", "programme"}},
    {oscal::Model::assessment_results, {"findings", "nonconformities"}},
    {oscal::Model::plan_of_action_and_milestones, {"nonconformities", "nonconformities"}},
    {oscal::Model::system_security_plan, {"soa", "soa"}},
    {oscal::Model::component_definition, {"soa", "soa"}},
};

// Puts the file in front of every place.
Error placed(std::string const& file, Error const& error) {
  Error out(error.kind());
  out.add(error, file.empty() ? file : file + ':');
  return out;
}

// ---- Tables

// A row that tells of a record is told by its place in the document.
void locate(ImportReport& report, oscal::RecordTable const& table) {
  for (auto* list : {&report.rejected, &report.adjusted, &report.unresolved, &report.warnings})
    for (auto& entry : *list) {
      if (entry.row < 2 || entry.row - 2 >= table.rows.size()) {
        entry.column = table.where;
        continue;
      }
      auto const& held = table.rows[entry.row - 2];
      entry.column = held.origin(entry.column.empty() ? std::string() : '/' + entry.column);
    }
}

result<ImportPlan> plan_table(oscal::RecordTable const& table, State const& state, TableOptions const& reading,
                              ImportOptions options) {
  json::array rows;
  for (auto const& row : table.rows) rows.push_back(row.record);
  auto form = reading;
  form.encoding = TextEncoding::utf8;
  auto sheet = read_json_table(json::serialize(rows), form, {table.kind, options.map});
  if (!sheet) return sheet.error();
  sheet->name = table.where;
  for (auto const& each : table.remarks) sheet->remarks.push_back({1, 0, each.rule, each.message});
  options.kind = table.kind;
  auto plan = plan_import(*sheet, state, options);
  if (!plan) return plan.error();
  plan->report.why = "it is an OSCAL document";
  locate(plan->report, table);
  return plan;
}

// ---- Plans of one's own

class OwnPlanImporter {
 public:
  OwnPlanImporter(oscal::Document const& document, State const& state, TableOptions const& table,
                  ImportOptions const& options)
      : content_(oscal::as_object(document.content())),
        state_(state),
        options_(options),
        reporter_(plan_.report, options.most_entries) {
    plan_.after = state;
    plan_.report.file = table.file;
    plan_.report.why = "it is an assessment plan that annexa wrote";
    plan_.report.format.form = SheetForm::json;
    plan_.report.sheet = "/assessment-plan";
    plan_.report.rows = 1;
  }

  [[nodiscard]] result<ImportPlan> run() && {
    auto const noun = oscal::noun_of(oscal::object_at(content_, "metadata"));
    if (noun == Programme::type_name)
      take_programme();
    else if (noun == Audit::type_name)
      take_audit();
    else
      return Error(foreign_plan, "/assessment-plan");
    if (!errors_.empty()) return errors_;
    reporter_.finish();
    return std::move(plan_);
  }

 private:
  static constexpr std::string_view metadata_at = "/assessment-plan/metadata";
  static constexpr std::string_view tasks_at = "/assessment-plan/tasks";

  // The record that an object holds; what is wrong with it stands in the errors, by its place in the document.
  template <class T>
  T read(json::object const& object, std::span<oscal::Place const> places, std::string const& where) {
    auto const held = oscal::held_record(type_of<T>, object, places, where, errors_);
    T record{};
    Error wrong(ErrorKind::usage);
    read_json(type_of<T>, &record, held.record, "", wrong);
    for (auto violation : wrong.violations()) {
      violation.where = held.origin(violation.where);
      errors_.add(Error(ErrorKind::usage, {std::move(violation)}));
    }
    return record;
  }

  void take_programme() {
    plan_.report.kind = "programme";
    auto programme = read<Programme>(oscal::object_at(content_, "metadata"), {}, std::string(metadata_at));
    if (!errors_.empty()) return;
    auto const* before = state_.find(programme.key);
    auto members =
        before ? differing_members(type_of<Programme>, before, &programme, "state|approved_by|approved_on|amendments")
               : std::vector<std::string>{};
    if (before && members.empty()) return count(Programme::type_name, programme.key.text(), ImportChange::unchanged);
    if (before && !may_touch(programme.key.text())) return;
    if (before && before->state == ProgrammeState::approved) {
      reporter_.adjust(place(), programme_stays, {{"key", programme.key.text()}, {"members", names(members)}});
      return count(Programme::type_name, programme.key.text(), ImportChange::unchanged);
    }
    if (programme.state == ProgrammeState::approved)
      reporter_.adjust(place(), not_approved, {{"key", programme.key.text()}});
    programme.state = ProgrammeState::proposed;
    programme.approved_by.reset();
    programme.approved_on.reset();
    programme.amendments.clear();
    auto const key = programme.key.text();
    if (rehearse(Command::of("programme.propose", std::move(programme))))
      count(Programme::type_name, key, before ? ImportChange::changed : ImportChange::added, std::move(members));
  }

  void take_audit() {
    plan_.report.kind = "audits";
    auto const audit =
        read<Audit>(oscal::object_at(content_, "metadata"), oscal::audit_places, std::string(metadata_at));
    auto const& tasks = oscal::list_at(content_, "tasks");
    std::vector<Session> sessions;
    for (std::size_t i = 0; i < tasks.size(); ++i) {
      auto const& task = oscal::as_object(tasks[i]);
      if (oscal::noun_of(task) == Session::type_name)
        sessions.push_back(read<Session>(task, {}, std::string(tasks_at) + '/' + std::to_string(i)));
    }
    if (errors_.empty()) plan_audit(audit, std::move(sessions));
  }

  void plan_audit(Audit const& audit, std::vector<Session> sessions) {
    auto const* before = state_.find(audit.key);
    auto members = before ? differing_members(type_of<Audit>, before, &audit) : std::vector<std::string>{};
    keep_planned(members);
    if (before && !same_sessions(audit.key, sessions)) members.emplace_back("sessions");
    auto const& key = audit.key.text();
    if (before && members.empty()) return count(Audit::type_name, key, ImportChange::unchanged);
    if (before && !may_touch(key)) return;
    if (before && before->state != AuditState::planned && before->state != AuditState::approved) {
      reporter_.adjust(place(), import_rules::audit_stays,
                       {{"key", key}, {"state", to_string(before->state)}, {"members", names(members)}});
      return count(Audit::type_name, key, ImportChange::unchanged);
    }
    if (!before && audit.state != AuditState::planned)
      reporter_.adjust(place(), import_rules::audit_state, {{"state", to_string(AuditState::planned)}});
    if (!audit.custom.members.empty() || !audit.external_ids.empty())
      reporter_.adjust(place(), import_rules::audit_members);
    auto body = planned_audit(audit);
    body.sessions = std::move(sessions);
    if (before) body.change_reason = "imported from " + (plan_.report.file.empty() ? "OSCAL" : plan_.report.file);
    if (rehearse(Command(std::move(body))))
      count(Audit::type_name, key, before ? ImportChange::changed : ImportChange::added, std::move(members));
  }

  // What was sent of a session is this workspace's own matter.
  [[nodiscard]] bool same_sessions(Key<"audit"> const& audit, std::vector<Session> const& sessions) const {
    auto const own = plan_of(state_, audit);
    if (own.size() != sessions.size()) return false;
    return std::ranges::all_of(own, [&](Session const* each) {
      auto const found = std::ranges::find(sessions, each->key, &Session::key);
      return found != sessions.end() && differing_members(type_of<Session>, each, &*found, "sequence|sent").empty();
    });
  }

  [[nodiscard]] static std::string names(std::vector<std::string> const& members) {
    std::string all;
    for (auto const& each : members) all += (all.empty() ? "" : ", ") + each;
    return all;
  }

  [[nodiscard]] CellPlace place() const { return {2, 0, metadata_at, {}}; }

  // Whether a record that exists may be changed.
  [[nodiscard]] bool may_touch(std::string const& key) {
    if (options_.existing == ExistingPolicy::update) return true;
    if (options_.existing == ExistingPolicy::refuse)
      reporter_.reject(place(), import_rules::exists, {{"key", key}});
    else
      ++plan_.report.skipped, ++plan_.report.accepted;
    return false;
  }

  void count(std::string_view noun, std::string const& key, ImportChange change,
             std::vector<std::string> members = {}) {
    auto& report = plan_.report;
    ++report.accepted;
    std::size_t* const counts[] = {&report.added, &report.changed, &report.unchanged};
    ++*counts[static_cast<std::size_t>(change)];
    report.records.push_back({2, std::string(noun), key, change, std::move(members)});
  }

  // Decides the command on the state. @return false after saying why it is refused
  bool rehearse(Command command) {
    auto decision = decide(state_, command, rehearsal_context(options_.now, options_.actor));
    auto const refused = decision ? refused_events(*decision) : decision.error();
    for (auto const& violation : refused.violations())
      reporter_.reject({2, 0, place_of(violation.where), {}}, violation.message, violation.rule);
    if (!refused.empty()) return false;
    for (auto const& warning : decision->warnings)
      reporter_.warn({2, 0, place_of(warning.where), {}}, warning.message, warning.rule);
    plan_.after = std::move(decision->state);
    plan_.commands.push_back(std::move(command));
    return true;
  }

  // "/sessions/2/start" is about the third task.
  [[nodiscard]] static std::string_view place_of(std::string_view where) noexcept {
    return where.starts_with("/sessions") ? tasks_at : metadata_at;
  }

  json::object const& content_;
  State const& state_;
  ImportOptions const& options_;
  ImportPlan plan_;
  Reporter reporter_;
  Error errors_{ErrorKind::usage};
};

// ---- Results

// Findings where the audit is on record here: the document's own, or the one that they are to belong to.
oscal::FindingsAs findings_as(oscal::Document const& document, State const& state, ImportOptions const& options) {
  if (options.kind == "findings") return oscal::FindingsAs::findings;
  if (options.kind == "nonconformities") return oscal::FindingsAs::nonconformities;
  for (auto const& each : oscal::list_at(oscal::as_object(document.content()), "results")) {
    auto const& result = oscal::as_object(each);
    if (oscal::noun_of(result) != Audit::type_name) continue;
    auto const key = oscal::own_property(oscal::list_at(result, "props"), "key");
    bool const known = key && state.find<Audit>(*key);
    return known ? oscal::FindingsAs::findings : oscal::FindingsAs::nonconformities;
  }
  auto const at_work = state.select<Audit>(
      [](Audit const& audit) { return audit.state == AuditState::open || audit.state == AuditState::concluded; });
  bool const has_audit = !options.audit.empty() || at_work.size() == 1;
  return has_audit ? oscal::FindingsAs::findings : oscal::FindingsAs::nonconformities;
}

result<ImportPlan> plan_document(oscal::Document const& document, State const& state, TableOptions const& table,
                                 ImportOptions const& options) {
  if (document.model() == oscal::Model::assessment_plan) return OwnPlanImporter(document, state, table, options).run();
  auto const rows = document.model() == oscal::Model::assessment_results
                        ? oscal::findings_of(document, state, findings_as(document, state, options))
                    : document.model() == oscal::Model::plan_of_action_and_milestones
                        ? oscal::nonconformities_of(document, state)
                        : oscal::statement_of(document, state);
  if (!rows) return rows.error();
  return plan_table(*rows, state, table, options);
}

}  // namespace

std::optional<oscal::Model> audit_document(std::string_view bytes, ImportOptions const& options) noexcept {
  auto const model = oscal::sniff(bytes);
  if (!model) return {};
  for (auto const& row : document_kinds)
    if (row.model == *model && (options.kind.empty() || std::ranges::find(row.kinds, options.kind) != row.kinds.end()))
      return model;
  return {};
}

result<std::vector<ImportPlan>> plan_audit_document(std::string_view bytes, State const& state,
                                                    TableOptions const& table, ImportOptions const& options) {
  auto const document = oscal::Document::read(bytes, table.file, {.size = table.limits.bytes});
  if (!document) return document.error();
  auto plan = plan_document(*document, state, table, options);
  if (!plan) return placed(table.file, plan.error());
  std::vector<ImportPlan> plans;
  plans.push_back(*std::move(plan));
  return plans;
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
