#include <algorithm>
#include <annexa/base/json.hpp>
#include <annexa/isms/checks.hpp>
#include <annexa/nonconformity/advance.hpp>
#include <boost/json.hpp>

namespace annexa {
inline namespace v1 {
namespace {

namespace json = boost::json;

std::vector<Signer> signers_of(std::vector<Signature> const& signatures) {
  std::vector<Signer> all;
  for (auto const& each : signatures) all.push_back({each.person, capacities_in(each.capacities)});
  return all;
}

json::array capacity_names(Capacities some) {
  json::array out;
  for (auto const& name : type_of<Capacity>.names)
    if (name.value != 0 && has(some, static_cast<Capacity>(name.value))) out.emplace_back(wire_name(name));
  return out;
}

json::array state_names_in(States some) {
  json::array out;
  for (auto const& name : type_of<NonconformityState>.names)
    if (is_in(static_cast<NonconformityState>(name.value), some)) out.emplace_back(wire_name(name));
  return out;
}

json::array written_states() {
  json::array out;
  for (auto const& name : type_of<NonconformityState>.names)
    out.push_back(
        json::object{{"state", wire_name(name)}, {"final", is_final(static_cast<NonconformityState>(name.value))}});
  return out;
}

json::array written_steps() {
  json::array out;
  for (auto const& row : nonconformity_steps)
    out.push_back(json::object{{"step", row.id},
                               {"command", row.command},
                               {"title", row.title},
                               {"from", state_names_in(row.from)},
                               {"to", row.to ? json::value(to_string(*row.to)) : json::value()},
                               {"internal", capacity_names(row.internal)},
                               {"other", capacity_names(row.other)},
                               {"clause", "10.2 " + std::string(row.letter)}});
  return out;
}

json::array written_guards() {
  json::array out;
  for (auto const& guard : nonconformity_guards)
    out.push_back(json::object{{"guard", guard.id},
                               {"step", guard.step},
                               {"binding", to_string(guard.binding)},
                               {"source", guard.source},
                               {"text", guard.text},
                               {"brought", guard.brought}});
  return out;
}

json::array written_deadlines() {
  json::array out;
  for (auto const& rule : deadline_rules)
    out.push_back(json::object{{"deadline", name_of(rule.member)},
                               {"set_by", rule.set_by},
                               {"settled_by", rule.settled_by},
                               {"minor_days", rule.minor_days},
                               {"major_days", rule.major_days},
                               {"unit", to_string(rule.unit)}});
  return out;
}

// What a step writes itself, no caller does.
void check_after(Nonconformity const& before, Nonconformity const& after, Error& errors) {
  auto const same = [&](bool equal, char const* member) {
    if (!equal) errors.add(advance_rules::written, std::string("/after/") + member, {{"member", member}});
  };
  same(after.key == before.key, "key");
  same(after.state == before.state, "state");
  same(after.source == before.source, "source");
  same(after.cycle == before.cycle, "cycle");
  same(after.trail == before.trail, "trail");
  same(after.past_cycles == before.past_cycles, "past_cycles");
  same(after.closed_on == before.closed_on, "closed_on");
}

void check_step_request(StepRequest const& request, Error& errors) {
  constexpr int most = 1'000'000;
  auto const& before = request.before;
  check_range(before.cycle, 1, most, "before/cycle", errors);
  check_range(before.escalation_level, 0, most, "before/escalation_level", errors);
  if (request.after) check_after(before, *request.after, errors);
  if (request.policy) check_policy(*request.policy, errors);
}

}  // namespace

result<StepOutcome> advance(StepRequest request) {
  auto const* row = find_step(request.step);
  Error errors;
  if (!row) errors.add(advance_rules::unknown, "/step", {{"found", request.step}});
  check_step_request(request, errors);
  if (!errors.empty()) return errors;
  Situation situation;
  static_cast<Facts&>(situation) = request.facts.value_or(Facts{});
  situation.after = request.after ? *std::move(request.after) : request.before;
  situation.before = std::move(request.before);
  situation.actions = std::move(request.actions);
  situation.actor = std::move(request.actor);
  situation.capacities = capacities_in(request.capacities);
  situation.signatures = signers_of(request.signatures);
  situation.agreed = signers_of(request.agreed);
  situation.today = request.at.date();
  situation.calendar = request.calendar.value_or(WorkingCalendar{});
  situation.policy = request.policy.value_or(LifecyclePolicy{});
  auto outcome = take_step(*row, std::move(situation), request.at);
  auto const waived = std::ranges::stable_partition(outcome.guidance, [&](Violation const& each) {
    return std::ranges::find(request.waived, each.rule) == request.waived.end();
  });
  std::ranges::move(waived, std::back_inserter(outcome.warnings));
  outcome.guidance.erase(waived.begin(), waived.end());
  return outcome;
}

json::value write_outcome(StepOutcome const& outcome) {
  json::array actions;
  for (auto const& each : outcome.actions) actions.push_back(to_json(each));
  return json::object{{"allowed", is_allowed(outcome)},
                      {"record", to_json(outcome.record)},
                      {"actions", std::move(actions)},
                      {"refusals", write_violations(outcome.refusals)},
                      {"guidance", write_violations(outcome.guidance)},
                      {"warnings", write_violations(outcome.warnings)}};
}

json::value write_lifecycle() {
  json::array levels;
  for (auto const& each : default_escalation)
    levels.push_back(json::object{{"inform", to_string(each.inform)}, {"offset_days", each.offset_days}});
  return json::object{{"states", written_states()},
                      {"steps", written_steps()},
                      {"guards", written_guards()},
                      {"deadlines", written_deadlines()},
                      {"escalation", std::move(levels)}};
}

}  // namespace v1
}  // namespace annexa
