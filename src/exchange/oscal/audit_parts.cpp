// What plans, results and action plans of audits share.
#include "audit_parts.hpp"

#include <annexa/base/text.hpp>
#include <annexa/command/catalogs.hpp>
#include <annexa/isms/organization.hpp>
#include <annexa/isms/unit.hpp>

#include <algorithm>
#include <array>
#include <map>

#include "texts.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {
namespace {

namespace json = boost::json;

// What kinds of units are as components.
constexpr std::array<std::string_view, 4> component_types{"process-procedure", "physical", "system", "service"};

// The methods of annexa in the words of OSCAL.
struct StandardMethod {
  std::string_view method, standard;
};
constexpr StandardMethod method_names[] = {
    {"interview", "INTERVIEW"},     {"technical_test", "TEST"},     {"test", "TEST"},
    {"sampling", "TEST"},           {"document_review", "EXAMINE"}, {"observation", "EXAMINE"},
    {"document review", "EXAMINE"}, {"technical test", "TEST"},     {"technical-test", "TEST"},
    {"document-review", "EXAMINE"}};
constexpr std::string_view usual_method = "EXAMINE";

constexpr std::array<std::string_view, 4> session_titles{"Opening meeting", "Audit", "Team meeting", "Closing meeting"};

std::string title_of_session(Export const& document, Session const& session) {
  std::string title(document.word(session_titles[static_cast<std::size_t>(session.kind)]));
  if (!session.unit) return title;
  auto const* unit = document.state().find(*session.unit);
  auto const name = unit ? one_line(unit->name) : std::string();
  return title + ": " + (name.empty() ? session.unit->text() : name);
}

// Sessions wait for the opening meeting, the closing meeting waits for all others.
json::array dependencies_of(Export const& document, Session const& session, std::span<Session const* const> all) {
  json::array dependencies;
  for (auto const* other : all) {
    if (other == &session || other->cancelled || other->end > session.start) continue;
    bool const opens = other->kind == SessionKind::opening && session.kind != SessionKind::opening;
    bool const closes = session.kind == SessionKind::closing && other->kind == SessionKind::audit;
    if (opens || closes)
      dependencies.push_back(json::object{{"task-uuid", document.uuid(Session::type_name, other->key.text())}});
  }
  return dependencies;
}

json::array session_roles(Export& document, Session const& session) {
  json::array roles;
  auto const add = [&](std::string_view role, std::span<Key<"person"> const> people) {
    if (!people.empty()) roles.push_back(document.responsible(role, people));
  };
  if (!session.lead.empty()) add("session-lead", std::array{session.lead});
  add("auditor", session.team);
  if (session.auditee) add("auditee", std::array{*session.auditee});
  return roles;
}

json::object session_task(Export& document, Subjects& subjects, Session const& session,
                          std::span<Session const* const> all) {
  json::object task{{"uuid", document.uuid(Session::type_name, session.key.text())}, {"type", "action"}};
  task["title"] = title_of_session(document, session);
  task["props"] = document.properties(session);
  if (is_in_range(session.start.date()) && is_in_range(session.end.date()))
    task["timing"] = json::object{
        {"within-date-range", json::object{{"start", to_string(session.start)}, {"end", to_string(session.end)}}}};
  put(task, "dependencies", dependencies_of(document, session, all));
  if (session.kind == SessionKind::audit) {
    auto const units = session.unit ? std::vector{*session.unit} : std::vector<Key<"unit">>{};
    task["associated-activities"] = json::array{json::object{{"activity-uuid", activity_uuid(document, session)},
                                                             {"subjects", json::array{subjects.subject(units)}}}};
  }
  put(task, "responsible-roles", session_roles(document, session));
  return task;
}

}  // namespace

// ---- Units

std::string Subjects::unit(Key<"unit"> const& key) {
  keys_.insert(key.text());
  return document_.uuid(Unit::type_name, key.text());
}

json::object Subjects::subject(std::span<Key<"unit"> const> units) {
  json::object subject{{"type", "component"}};
  json::array chosen;
  std::set<std::string_view> seen;
  for (auto const& key : units)
    if (seen.insert(key.text()).second)
      chosen.push_back(json::object{{"subject-uuid", unit(key)}, {"type", "component"}});
  if (chosen.empty())
    subject["include-all"] = json::object();
  else
    subject["include-subjects"] = std::move(chosen);
  return subject;
}

json::array Subjects::reference(std::optional<Key<"unit">> const& unit) {
  if (!unit) return {};
  return {json::object{{"subject-uuid", this->unit(*unit)}, {"type", "component"}}};
}

json::object Subjects::component(std::string const& key) const {
  auto const* unit = document_.state().find<Unit>(key);
  json::object component{{"uuid", document_.uuid(Unit::type_name, key)}};
  component["type"] = component_types[static_cast<std::size_t>(unit ? unit->kind : UnitKind::process)];
  put_line(component, "title", unit ? unit->name : key, key);
  put_markup(component, "description", unit ? unit->description : key, std::string(component["title"].get_string()));
  component["props"] = json::array{property("key", key)};
  component["status"] = json::object{{"state", unit && unit->retired_on ? "disposition" : "operational"}};
  return component;
}

json::array Subjects::components() const {
  std::vector<std::string_view> keys(keys_.begin(), keys_.end());
  std::ranges::sort(keys, natural_less);
  json::array components;
  for (auto const key : keys) components.push_back(component(std::string(key)));
  return components;
}

// ---- Criteria

json::object reviewed_controls(Export& document, std::span<Criterion const> criteria) {
  std::map<std::string_view, json::array, std::less<>> by_catalog;
  std::set<std::string_view> seen;
  for (auto const& criterion : criteria)
    if (!criterion.empty() && seen.insert(criterion.text()).second)
      by_catalog[catalog_of(criterion)].push_back(json::object{{"control-id", document.controls().of(criterion)}});
  json::array selections;
  for (auto& [catalog, controls] : by_catalog)
    selections.push_back(
        json::object{{"props", json::array{property("catalog", catalog)}}, {"include-controls", std::move(controls)}});
  if (selections.empty()) selections.push_back(json::object{{"include-all", json::object()}});
  return {{"control-selections", std::move(selections)}};
}

std::string title_of(Export const& document, Criterion const& criterion) {
  auto const wording = criterion_wording(document.state(), criterion, document.language_tag());
  auto const title = wording ? one_line(wording->title) : std::string();
  return title.empty() ? criterion.text() : criterion.text() + ' ' + title;
}

// ---- Scope

json::object import_scope(Export& document) {
  auto const* scope = document.state().find<Scope>(Scope::type_name);
  auto const organization = organization_of(document.state());
  json::object resource{{"uuid", document.uuid(Scope::type_name, Scope::type_name)}};
  resource["title"] = document.word("Scope of the ISMS and statement of applicability");
  put_markup(resource, "description", scope ? scope->statement : std::string(),
             organization.name.empty() ? std::string_view("-") : std::string_view(organization.name));
  static constexpr Place places[] = {{"statement", "description", PlaceForm::markup}};
  if (scope) resource["props"] = document.properties(*scope, places, &resource);
  return {{"href", document.resource(std::move(resource))}};
}

// ---- Methods and sessions

json::array standard_methods(std::span<std::string const> methods) {
  json::array found;
  for (auto const& method : methods) {
    auto const small = lowered(trimmed(method));
    auto const row = std::ranges::find(method_names, std::string_view(small), &StandardMethod::method);
    json::string const name(row == std::end(method_names) ? usual_method : row->standard);
    if (std::ranges::none_of(found, [&](auto const& each) { return each == name; })) found.push_back(name);
  }
  if (found.empty()) found.push_back(json::string(usual_method));
  return found;
}

json::array session_tasks(Export& document, Subjects& subjects, std::span<Session const* const> sessions) {
  json::array tasks;
  for (auto const* session : sessions) tasks.push_back(session_task(document, subjects, *session, sessions));
  return tasks;
}

std::string activity_uuid(Export const& document, Session const& session) {
  return document.uuid("session/activity", session.key.text());
}

json::object session_activity(Export& document, Session const& session) {
  json::object activity{{"uuid", activity_uuid(document, session)}};
  activity["title"] = title_of_session(document, session);
  std::string why;
  for (auto const& each : session.why) why += (why.empty() ? "" : "\n\n") + each;
  put_markup(activity, "description", why, title_of_session(document, session));
  json::array props;
  for (auto const& method : standard_methods(session.methods))
    props.push_back(json::object{{"name", "method"}, {"value", method}});
  activity["props"] = std::move(props);
  json::array steps;
  std::set<std::string_view> seen;
  for (auto const& criterion : session.criteria) {
    if (!seen.insert(criterion.text()).second) continue;
    json::object step{{"uuid", document.uuid("session/step", session.key.text() + '/' + criterion.text())}};
    step["title"] = title_of(document, criterion);
    auto const wording = criterion_wording(document.state(), criterion, document.language_tag());
    put_markup(step, "description", wording ? wording->text : std::string(), title_of(document, criterion));
    step["reviewed-controls"] = reviewed_controls(document, std::array{criterion});
    steps.push_back(std::move(step));
  }
  put(activity, "steps", std::move(steps));
  if (!session.criteria.empty()) activity["related-controls"] = reviewed_controls(document, session.criteria);
  return activity;
}

// ---- People

json::array origin(Export& document, std::string_view role, Key<"person"> const& key) {
  if (key.empty()) return {};
  document.responsible(role, {});
  return {json::object{{"actors", json::array{json::object{
                                      {"type", "party"}, {"actor-uuid", document.person(key)}, {"role-id", role}}}}}};
}

json::array team_roles(Export& document, Audit const& audit) {
  json::array roles;
  for (auto const& row : type_of<TeamRole>.names) {
    std::vector<Key<"person">> people;
    for (auto const& member : audit.team)
      if (static_cast<std::int64_t>(member.role) == row.value) people.push_back(member.person);
    if (!people.empty()) roles.push_back(document.responsible(wire_name(row), people));
  }
  return roles;
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
