#include "nonconformity_step.hpp"

#include <algorithm>
#include <annexa/base/json.hpp>
#include <annexa/command/steps.hpp>
#include <boost/json.hpp>

#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

bool answers_for(Unit const& unit, std::string_view person) {
  auto const among = [&](std::vector<Key<"person">> const& people) {
    return std::ranges::any_of(people, [&](auto const& each) { return each == person; });
  };
  return (unit.owner && *unit.owner == person) || among(unit.managers) || among(unit.operators);
}

Capacities from_roles(State const& state, std::string_view actor, Date today) {
  static constexpr std::pair<Role, Capacity> rows[] = {{Role::programme_manager, Capacity::programme_manager},
                                                       {Role::isms_manager, Capacity::isms_manager},
                                                       {Role::top_management, Capacity::top_management},
                                                       {Role::verifier, Capacity::verifier}};
  Capacities some = 0;
  for (auto const& [role, capacity] : rows)
    if (holds_role(state, actor, role, today)) some |= static_cast<Capacities>(capacity);
  return some;
}

Capacities from_audit(State const& state, Nonconformity const& nonconformity, std::string_view actor) {
  auto const* audit = nonconformity.audit ? state.find(*nonconformity.audit) : nullptr;
  if (!audit) return 0;
  Capacities some = 0;
  for (auto const& member : audit->team) {
    if (!(member.person == actor)) continue;
    if (member.role == TeamRole::lead) some |= Capacity::lead_auditor | Capacity::verifier;
    if (member.role == TeamRole::lead || member.role == TeamRole::auditor)
      some |= Capacity::auditor | Capacity::verifier;
  }
  return some;
}

Capacities capacities_of(State const& state, Situation const& situation, std::string_view actor) {
  auto const& nonconformity = situation.before;
  auto some =
      static_cast<Capacities>(from_roles(state, actor, situation.today) | from_audit(state, nonconformity, actor));
  auto const add = [&](bool condition, Capacity capacity) {
    if (condition) some |= static_cast<Capacities>(capacity);
  };
  add(nonconformity.raised_by == actor, Capacity::auditor);
  add(nonconformity.owner && *nonconformity.owner == actor, Capacity::process_owner);
  add(nonconformity.verifier && *nonconformity.verifier == actor, Capacity::verifier);
  add(std::ranges::any_of(situation.actions, [&](auto const& a) { return a.owner == actor; }), Capacity::action_owner);
  return some;
}

bool same_source_is_open(State const& state, Nonconformity const& nonconformity) {
  if (nonconformity.source_ref.empty()) return false;
  bool found = false;
  state.for_each<Nonconformity>([&](Nonconformity const& each) {
    found = found || (each.key != nonconformity.key && !is_final(each.state) && each.source == nonconformity.source &&
                      each.source_ref == nonconformity.source_ref);
  });
  return found;
}

void put_outcome(Transaction& transaction, StepOutcome const& outcome, std::vector<CorrectiveAction> const& actions,
                 std::string_view kind) {
  transaction.put(outcome.record, kind);
  for (auto const& action : actions) transaction.put(action, kind);
}

void report(Transaction& transaction, StepOutcome const& outcome, std::string const& actor) {
  auto const rule_of = [](Violation const& found, ErrorKind kind) {
    return Rule{found.rule, lifecycle_rules::guard.text, "", kind};
  };
  for (auto const& each : outcome.refusals) transaction.refuse(Error(ErrorKind::rule, {each}));
  for (auto const& each : outcome.guidance)
    transaction.guide(rule_of(each, ErrorKind::rule), each.where, each.args, actor);
  for (auto const& each : outcome.warnings) transaction.practise(rule_of(each, ErrorKind::rule), each.where, each.args);
}

}  // namespace

Situation situation_of(State const& state, Nonconformity const& nonconformity, std::string const& actor, Date today) {
  Situation situation;
  situation.before = nonconformity;
  situation.after = nonconformity;
  situation.actor = actor;
  situation.today = today;
  for (auto const* action : state.select<CorrectiveAction>([&](CorrectiveAction const& each) {
         return each.nonconformity == nonconformity.key && each.cycle == nonconformity.cycle;
       }))
    situation.actions.push_back(*action);
  situation.capacities = capacities_of(state, situation, actor);
  for (auto const& signer : nonconformity.co_signed_by)
    situation.signatures.push_back(capacities_of(state, situation, signer.text()));
  auto const* unit = nonconformity.unit ? state.find(*nonconformity.unit) : nullptr;
  situation.actor_answers_for_unit = unit && answers_for(*unit, actor);
  situation.source_ref_is_open = same_source_is_open(state, nonconformity);
  situation.calendar = calendar_of(state, unit);
  return situation;
}

std::optional<Key<"nonconformity">> raise_nonconformity(Transaction& transaction,
                                                        command::RaiseNonconformity const& body,
                                                        std::string_view kind) {
  auto const* person = transaction.acting_person();
  if (!person) return {};
  Nonconformity record;
  record.key = body.nonconformity.value_or(transaction.allocate<"nonconformity">());
  if (transaction.state().find(record.key)) {
    transaction.refuse(command_rules::duplicate, "/nonconformity",
                       {{"noun", "nonconformity"}, {"key", record.key.text()}});
    return {};
  }
  record.title = body.title;
  record.source = body.source;
  record.source_ref = body.source_ref;
  record.audit = body.audit;
  record.finding = body.finding;
  record.unit = body.unit;
  record.criteria = body.criteria;
  record.requirement = body.requirement.value_or("");
  record.evidence_statement = body.evidence_statement.value_or("");
  record.evidence = body.evidence;
  record.gap = body.gap.value_or("");
  record.grade = body.grade;
  record.grade_reasons = body.grade_reasons;
  record.owner = body.owner;
  auto const* unit = body.unit ? transaction.state().find(*body.unit) : nullptr;
  if (!record.owner && unit) record.owner = unit->owner;
  record.raised_by = person->key;
  record.custom = body.custom;
  record.external_ids = body.external_ids;
  auto const situation = situation_of(transaction.state(), record, transaction.actor(), transaction.today());
  auto const outcome = take_step(step("T01"), situation, transaction.at());
  report(transaction, outcome, transaction.actor());
  if (transaction.refused()) return {};
  put_outcome(transaction, outcome, {}, kind);
  return record.key;
}

void take(Transaction& transaction, std::string_view id, Key<"nonconformity"> const& key,
          std::function<void(Situation&)> const& bring) {
  auto const* person = transaction.acting_person();
  auto const* record = transaction.need(key, "/nonconformity");
  if (!person || !record) return;
  auto situation = situation_of(transaction.state(), *record, transaction.actor(), transaction.today());
  bring(situation);
  auto const outcome = take_step(step(id), situation, transaction.at());
  report(transaction, outcome, transaction.actor());
  if (!transaction.refused()) put_outcome(transaction, outcome, situation.actions, {});
}

std::vector<StepOption> possible_steps(State const& state, Nonconformity const& nonconformity, std::string const& actor,
                                       Date today) {
  std::vector<StepOption> options;
  auto const situation = situation_of(state, nonconformity, actor, today);
  for (auto const& row : nonconformity_steps) {
    if (!leads_from(row, nonconformity.state)) continue;
    auto outcome = take_step(row, situation, Instant::at(today, 0));
    StepOption option{&row, true, {}, {}};
    auto const sort_in = [&](std::vector<Violation>& found, bool refuses) {
      for (auto& each : found) {
        auto const* guard = find_guard(row.id, each.rule);
        bool const brought = guard && !guard->brought.empty();
        option.allowed = option.allowed && (brought || !refuses);
        (brought ? option.needs : option.violations).push_back(std::move(each));
      }
    };
    std::erase_if(outcome.guidance, [&](Violation const& each) { return is_waived(state, each.rule, actor, today); });
    sort_in(outcome.refusals, true);
    sort_in(outcome.guidance, true);
    sort_in(outcome.warnings, false);
    options.push_back(std::move(option));
  }
  return options;
}

boost::json::value write_steps(Nonconformity const& nonconformity, std::vector<StepOption> const& steps) {
  boost::json::array out;
  for (auto const& option : steps)
    out.push_back(boost::json::object{{"step", option.step->id},
                                      {"command", option.step->command},
                                      {"to", to_string(option.step->to.value_or(nonconformity.state))},
                                      {"allowed", option.allowed},
                                      {"violations", write_violations(option.violations)},
                                      {"needs", write_violations(option.needs)}});
  return out;
}

}  // namespace v1
}  // namespace annexa
