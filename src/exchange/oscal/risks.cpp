// Nonconformities as risks: what they are, and their life.
#include <annexa/nonconformity/lifecycle.hpp>
#include <annexa/nonconformity/state_crosswalk.hpp>

#include <algorithm>
#include <array>

#include "observations.hpp"
#include "texts.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {
namespace {

namespace json = boost::json;

constexpr std::string_view oscal_system = "oscal";
constexpr std::string_view grade_facet = "nonconformity-grade";

// True if somebody asked for more time and nobody decided.
bool asks_for_time(Nonconformity const& nonconformity) {
  return nonconformity.detours &&
         std::ranges::any_of(nonconformity.detours->extensions,
                             [](Extension const& extension) { return extension.state == ExtensionState::requested; });
}

std::string status_of(NonconformityState state, bool asks = false) {
  auto const told = tell_state(state, oscal_system, asks);
  return told && !told->status.empty() ? told->status : std::string("open");
}

json::array grade_of(Export& document, Nonconformity const& nonconformity) {
  auto actors = origin(document, "auditor", nonconformity.raised_by);
  if (!nonconformity.grade || actors.empty()) return {};
  json::object const facet{
      {"name", grade_facet}, {"system", property_namespace}, {"value", to_string(*nonconformity.grade)}};
  return {json::object{{"origin", std::move(actors.front())}, {"facets", json::array{facet}}}};
}

// ---- What keeps the effects small

json::array mitigations_of(Export const& document, Nonconformity const& nonconformity) {
  json::array factors;
  auto const add = [&](std::string const& part, std::string const& text) {
    json::object factor{{"uuid", document.uuid("nonconformity/" + part, nonconformity.key.text())}};
    put_markup(factor, "description", text);
    if (factor.size() > 1) factors.push_back(std::move(factor));
  };
  if (!nonconformity.detours) return factors;
  auto const& detours = *nonconformity.detours;
  for (std::size_t i = 0; i < detours.deviations.size(); ++i)
    add("deviation-" + std::to_string(i), detours.deviations[i].compensating_measures);
  for (std::size_t i = 0; i < detours.extensions.size(); ++i)
    add("extension-" + std::to_string(i), detours.extensions[i].interim_measure);
  return factors;
}

// ---- What is done about it

json::object on_date(Date date) { return {{"on-date", json::object{{"date", date_time(date).value_or("")}}}}; }

json::object action_task(Export& document, CorrectiveAction const& action) {
  json::object task{{"uuid", document.uuid(CorrectiveAction::type_name, action.key.text())}, {"type", "action"}};
  put_line(task, "title", action.title, action.key.text());
  put_markup(task, "description", action.success_criterion);
  task["props"] = document.properties(action, action_places, &task);
  if (action.due_on && is_in_range(*action.due_on)) task["timing"] = on_date(*action.due_on);
  if (!action.owner.empty())
    task["responsible-roles"] = json::array{document.responsible("action-owner", std::array{action.owner})};
  return task;
}

json::array milestones_of(Export const& document, Nonconformity const& nonconformity) {
  json::array tasks;
  for (auto const& deadline : named_deadlines) {
    auto const& due = nonconformity.due.*deadline.member;
    if (!due || !is_in_range(*due)) continue;
    json::object task;
    task["uuid"] =
        document.uuid("nonconformity/milestone", nonconformity.key.text() + '/' + std::string(deadline.name));
    task["type"] = "milestone";
    task["title"] = document.word(deadline.name);
    task["timing"] = on_date(*due);
    tasks.push_back(std::move(task));
  }
  return tasks;
}

std::string causes_of(Analysis const& analysis) {
  std::string text;
  for (auto const& cause : analysis.causes) text += (text.empty() ? "" : "\n\n") + cause.text;
  return markup(text).empty() ? analysis.review : text;
}

bool is_carried_out(CorrectiveAction const& action) noexcept {
  return action.state == ActionState::done || action.state == ActionState::verified ||
         action.state == ActionState::effective;
}

// How far the plan of a cycle is: OSCAL knows three steps.
std::string_view lifecycle_of(std::span<CorrectiveAction const* const> actions) {
  if (actions.empty()) return "recommendation";
  auto const open = [](auto const* action) {
    return action->state != ActionState::cancelled && !is_carried_out(*action);
  };
  bool const approved =
      std::ranges::any_of(actions, [](auto const* action) { return action->state != ActionState::proposed; });
  if (!approved) return "recommendation";
  return std::ranges::none_of(actions, open) ? "completed" : "planned";
}

json::object plan_of_cycle(Export& document, Nonconformity const& nonconformity, int cycle, Analysis const* analysis,
                           std::span<CorrectiveAction const* const> actions) {
  auto const key = nonconformity.key.text() + '/' + std::to_string(cycle);
  json::object response{{"uuid", document.uuid("nonconformity/plan", key)}, {"lifecycle", lifecycle_of(actions)}};
  response["title"] = std::string(document.word("Corrective action")) + ' ' + std::to_string(cycle);
  put_markup(response, "description", analysis ? causes_of(*analysis) : std::string(),
             std::string(response["title"].get_string()));
  response["props"] = json::array{property("cycle", std::to_string(cycle))};
  json::array tasks;
  for (auto const* action : actions) tasks.push_back(action_task(document, *action));
  if (cycle == nonconformity.cycle)
    for (auto& milestone : milestones_of(document, nonconformity)) tasks.push_back(std::move(milestone));
  put(response, "tasks", std::move(tasks));
  return response;
}

json::object correction_of(Export& document, Nonconformity const& nonconformity) {
  auto const& correction = *nonconformity.correction;
  bool const done = correction.state == CorrectionState::done || correction.state == CorrectionState::not_applicable;
  json::object response{{"uuid", document.uuid("nonconformity/correction", nonconformity.key.text())},
                        {"lifecycle", done ? "completed" : "planned"}};
  response["title"] = document.word("Correction");
  put_markup(response, "description", correction.what, document.word("Correction"));
  response["props"] = json::array{property("correction", to_string(correction.state))};
  return response;
}

json::array remediations_of(Export& document, Nonconformity const& nonconformity) {
  json::array responses;
  if (nonconformity.correction) responses.push_back(correction_of(document, nonconformity));
  auto const all = document.state().actions_of(nonconformity.key);
  for (int cycle = 1; cycle <= nonconformity.cycle; ++cycle) {
    std::vector<CorrectiveAction const*> actions;
    std::ranges::copy_if(all, std::back_inserter(actions), [&](auto const* action) { return action->cycle == cycle; });
    Analysis const* analysis =
        cycle == nonconformity.cycle && nonconformity.analysis ? &*nonconformity.analysis : nullptr;
    for (auto const& past : nonconformity.past_cycles)
      if (past.cycle == cycle) analysis = &past.analysis;
    bool const waits = cycle == nonconformity.cycle && !milestones_of(document, nonconformity).empty();
    if (analysis || !actions.empty() || waits)
      responses.push_back(plan_of_cycle(document, nonconformity, cycle, analysis, actions));
  }
  return responses;
}

// The last day that is set and can be written: from then on it is late as a whole.
std::optional<Date> last_deadline(Nonconformity const& nonconformity) {
  std::optional<Date> last;
  for (auto const& deadline : named_deadlines)
    if (auto const& due = nonconformity.due.*deadline.member; due && is_in_range(*due) && (!last || *last < *due))
      last = due;
  return last;
}

// ---- Its log

json::object log_entry(Export& document, Nonconformity const& nonconformity, std::size_t index) {
  auto const& move = nonconformity.trail[index];
  json::object entry;
  entry["uuid"] = document.uuid("nonconformity/log", nonconformity.key.text() + '/' + std::to_string(index));
  auto const* step = find_step(move.step);
  put_line(entry, "title", move.step + (step ? ": " + std::string(step->title) : std::string()), "-");
  put_markup(entry, "description", move.note);
  entry["start"] = time_or_now(document, move.at);
  if (auto const* person = document.state().find<Person>(move.by))
    entry["logged-by"] = json::array{json::object{{"party-uuid", document.person(person->key)}}};
  entry["status-change"] = status_of(move.to);
  return entry;
}

json::object log_of(Export& document, Nonconformity const& nonconformity) {
  json::array entries;
  for (std::size_t i = 0; i < nonconformity.trail.size(); ++i) entries.push_back(log_entry(document, nonconformity, i));
  json::object log;
  put(log, "entries", std::move(entries));
  return log;
}

}  // namespace

std::string risk_uuid(Export const& document, Key<"nonconformity"> const& key) {
  return document.uuid("nonconformity/risk", key.text());
}

json::object risk_of(Export& document, Nonconformity const& nonconformity) {
  json::object risk{{"uuid", risk_uuid(document, nonconformity.key)}};
  put_line(risk, "title", nonconformity.title, nonconformity.key.text());
  std::string const title(risk["title"].get_string());
  put_markup(risk, "description", nonconformity.evidence_statement, title);
  put_markup(risk, "statement", nonconformity.gap, title);
  json::array props{property("nonconformity", nonconformity.key.text()),
                    property("nonconformity-state", to_string(nonconformity.state))};
  if (nonconformity.grade) props.push_back(property(grade_facet, to_string(*nonconformity.grade)));
  risk["props"] = std::move(props);
  risk["status"] = status_of(nonconformity.state, asks_for_time(nonconformity));
  put(risk, "origins", origin(document, "auditor", nonconformity.raised_by));
  return risk;
}

void add_life(Export& document, Observations& observations, Nonconformity const& nonconformity, json::object& risk) {
  put(risk, "characterizations", grade_of(document, nonconformity));
  put(risk, "mitigating-factors", mitigations_of(document, nonconformity));
  if (auto const deadline = last_deadline(nonconformity)) risk["deadline"] = *date_time(*deadline);
  put(risk, "remediations", remediations_of(document, nonconformity));
  put(risk, "risk-log", log_of(document, nonconformity));
  auto related = observations.related(nonconformity.evidence);
  if (nonconformity.effectiveness && nonconformity.effectiveness->judged_on) {
    observations.effectiveness(nonconformity);
    related.push_back(
        json::object{{"observation-uuid", document.uuid("nonconformity/effectiveness", nonconformity.key.text())}});
  }
  put(risk, "related-observations", std::move(related));
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
