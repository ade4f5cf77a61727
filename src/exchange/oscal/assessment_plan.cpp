// The assessment plan of an audit, or of a whole programme.
#include <annexa/audit/programme.hpp>
#include <annexa/base/text.hpp>

#include <algorithm>

#include "audit_parts.hpp"
#include "texts.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {
namespace {

namespace json = boost::json;

// ---- Terms and conditions

struct PlanText {
  std::string_view part;
  std::string Audit::*member;
};
constexpr PlanText plan_texts[] = {{"scope", &Audit::scope},
                                   {"audit-client", &Audit::client},
                                   {"independence", &Audit::independence},
                                   {"confidentiality", &Audit::confidentiality}};
struct PlanList {
  std::string_view part, element;
  std::vector<std::string> Audit::*member;
};
constexpr PlanList plan_lists[] = {{"objectives", "objective", &Audit::objectives},
                                   {"methodology", "method", &Audit::methods},
                                   {"distribution", "recipient", &Audit::distribution}};

void add_part(json::array& parts, std::string_view name, std::string_view text) {
  json::object part{{"name", name}};
  put_markup(part, "prose", text);
  if (part.size() > 1) parts.push_back(std::move(part));
}

void add_part(json::array& parts, std::string_view name, std::string_view element,
              std::vector<std::string> const& texts) {
  json::array inner;
  for (auto const& text : texts) add_part(inner, element, text);
  if (!inner.empty()) parts.push_back(json::object{{"name", name}, {"parts", std::move(inner)}});
}

std::vector<std::string> titles_of(Export const& document, std::span<Criterion const> criteria) {
  std::vector<std::string> titles;
  for (auto const& criterion : criteria) titles.push_back(title_of(document, criterion));
  return titles;
}

json::array terms_of(Export const& document, Audit const& audit) {
  json::array parts;
  for (auto const& row : plan_texts) add_part(parts, row.part, audit.*row.member);
  add_part(parts, "criteria", "criterion", titles_of(document, audit.criteria));
  for (auto const& row : plan_lists) add_part(parts, row.part, row.element, audit.*row.member);
  return parts;
}

// ---- What plans of audits and programmes have in common

json::object platform(Export const& document) {
  return {{"assessment-platforms",
           json::array{json::object{{"uuid", document.uuid("annexa", "platform")}, {"title", "annexa"}}}}};
}

// The content of a plan so far, members in their order.
struct PlanParts {
  json::array activities, terms, tasks;
  std::vector<Criterion> criteria;
  std::vector<Key<"unit">> units;
};

json::object members_of(Export& document, Subjects& subjects, PlanParts parts) {
  json::object members{{"import-ssp", import_scope(document)}};
  json::array chosen;
  if (!parts.units.empty()) chosen.push_back(subjects.subject(parts.units));
  json::object definitions;
  put(definitions, "components", subjects.components());
  put(definitions, "activities", std::move(parts.activities));
  put(members, "local-definitions", std::move(definitions));
  if (!parts.terms.empty()) members["terms-and-conditions"] = json::object{{"parts", std::move(parts.terms)}};
  members["reviewed-controls"] = reviewed_controls(document, parts.criteria);
  put(members, "assessment-subjects", std::move(chosen));
  members["assessment-assets"] = platform(document);
  put(members, "tasks", std::move(parts.tasks));
  return members;
}

template <class T>
void add_missing(std::vector<T>& list, std::vector<T> const& more) {
  list.insert(list.end(), more.begin(), more.end());
}

// ---- Audits

// Without sessions the audit as a whole is the task.
json::object audit_task(Export& document, Audit const& audit) {
  json::object task{{"uuid", document.uuid(Audit::type_name, audit.key.text())}, {"type", "action"}};
  put_line(task, "title", audit.title, audit.key.text());
  if (is_in_range(audit.from) && is_in_range(audit.until))
    task["timing"] = json::object{
        {"within-date-range", json::object{{"start", *date_time(audit.from)}, {"end", *date_time(audit.until)}}}};
  put(task, "responsible-roles", team_roles(document, audit));
  return task;
}

Export::Body plan_of_audit(Export& document, Audit const& audit) {
  document.speak(audit.language);
  Subjects subjects(document);
  PlanParts parts;
  parts.terms = terms_of(document, audit);
  parts.criteria = audit.criteria;
  parts.units = audit.units;
  auto const sessions = plan_of(document.state(), audit.key);
  parts.tasks = session_tasks(document, subjects, sessions);
  for (auto const* session : sessions) {
    if (session->kind == SessionKind::audit) parts.activities.push_back(session_activity(document, *session));
    add_missing(parts.criteria, session->criteria);
  }
  if (sessions.empty()) parts.tasks.push_back(audit_task(document, audit));
  Export::Body body;
  body.uuid = document.uuid("audit/assessment-plan", audit.key.text());
  body.title = one_line(audit.title);
  json::object titled{{"title", body.title}};
  body.props = document.properties(audit, audit_places, &titled, conducted_members);
  body.responsible_parties = team_roles(document, audit);
  body.members = members_of(document, subjects, std::move(parts));
  return body;
}

// ---- Programmes

std::string key_of_entry(Programme const& programme, std::size_t index) {
  auto const& audit = programme.entries[index].audit;
  auto const first = std::ranges::find(programme.entries, audit, &ProgrammeEntry::audit);
  bool const own = !audit.empty() && first == programme.entries.begin() + static_cast<std::ptrdiff_t>(index);
  return programme.key.text() + '/' + (own ? audit : '#' + std::to_string(index));
}

json::object entry_activity(Export& document, ProgrammeEntry const& entry, std::string const& key) {
  json::object activity{{"uuid", document.uuid("programme/activity", key)}};
  put_line(activity, "title", entry.title, key);
  std::string why;
  for (auto const& reason : entry.reasons) why += (why.empty() ? "" : "\n\n") + reason;
  put_markup(activity, "description", why, activity["title"].get_string());
  activity["props"] = json::array{json::object{{"name", "method"}, {"value", "EXAMINE"}}};
  if (!entry.criteria.empty()) activity["related-controls"] = reviewed_controls(document, entry.criteria);
  return activity;
}

json::object entry_task(Export& document, Subjects& subjects, ProgrammeEntry const& entry, std::string const& key) {
  json::object task{{"uuid", document.uuid("programme/entry", key)}, {"type", "action"}};
  put_line(task, "title", entry.title, key);
  if (!entry.audit.empty()) task["props"] = json::array{text_property("audit", entry.audit)};
  auto const end = entry.from.last_of_month();
  if (is_in_range(entry.from) && is_in_range(end))
    task["timing"] =
        json::object{{"within-date-range", json::object{{"start", *date_time(entry.from)}, {"end", *date_time(end)}}}};
  task["associated-activities"] = json::array{json::object{{"activity-uuid", document.uuid("programme/activity", key)},
                                                           {"subjects", json::array{subjects.subject(entry.units)}}}};
  return task;
}

result<Export::Body> plan_of_programme(Export& document, Programme const& programme) {
  if (programme.entries.empty())
    return Error(export_rules::empty, programme.key.text(),
                 {{"found", "Programme " + programme.key.text() + " has no audits"},
                  {"accepted", "propose it with its audits (programme.propose)"}});
  Subjects subjects(document);
  PlanParts parts;
  add_part(parts.terms, "objectives", "objective", programme.objectives);
  add_part(parts.terms, "methodology", programme.methods);
  add_part(parts.terms, "responsibilities", programme.responsibilities);
  add_part(parts.terms, "risks", "risk", programme.risks);
  for (std::size_t i = 0; i < programme.entries.size(); ++i) {
    auto const& entry = programme.entries[i];
    auto const key = key_of_entry(programme, i);
    parts.activities.push_back(entry_activity(document, entry, key));
    parts.tasks.push_back(entry_task(document, subjects, entry, key));
    add_missing(parts.criteria, entry.criteria);
    add_missing(parts.units, entry.units);
  }
  Export::Body body;
  body.uuid = document.uuid("programme/assessment-plan", programme.key.text());
  body.title = one_line(document.word("Audit programme")) + ' ' + programme.key.text();
  body.props = document.properties(programme);
  if (programme.approved_by)
    body.responsible_parties.push_back(document.responsible("approver", std::array{*programme.approved_by}));
  body.members = members_of(document, subjects, std::move(parts));
  return body;
}

}  // namespace

result<Export::Body> export_assessment_plan(Export& document) {
  auto const& state = document.state();
  auto const& key = document.options().key;
  bool const of_audit = key.empty() ? state.all<Programme>().empty() : state.find<Audit>(key) != nullptr;
  if (of_audit) {
    auto const audit = subject_of<Audit>(document);
    if (!audit) return audit.error();
    return plan_of_audit(document, **audit);
  }
  if (!key.empty() && !state.find<Programme>(key))
    return Error(export_rules::unknown_key, "", {{"noun", "audit or programme"}, {"key", key.substr(0, 80)}});
  auto const programme = subject_of<Programme>(document);
  if (!programme) return programme.error();
  return plan_of_programme(document, **programme);
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
