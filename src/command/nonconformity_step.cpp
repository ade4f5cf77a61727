#include "nonconformity_step.hpp"

#include <algorithm>
#include <annexa/base/json.hpp>
#include <annexa/command/steps.hpp>
#include <boost/json.hpp>

#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

namespace step_rules {
constexpr Rule left{"person.left", "{person} has left; name somebody who is there.", "5.3"};
constexpr Rule changed{"evidence.changed", "The file of {evidence} has the digest {found}; {recorded} is on record.",
                       "7.5.3"};
}  // namespace step_rules

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

// The owner of the risk of the deviation that runs; of any open risk where none does.
bool owns_risk(State const& state, Nonconformity const& nonconformity, std::string_view actor) {
  if (auto const* running = detail::guard::running_deviation(nonconformity)) {
    auto const* risk = state.find(running->risk);
    return risk && risk->owner && *risk->owner == actor;
  }
  bool found = false;
  if (is_in(nonconformity.state, step("T24").from))
    state.for_each<Risk>([&](Risk const& risk) {
      found = found || (risk.status != RiskStatus::closed && risk.owner && *risk.owner == actor);
    });
  return found;
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
  add(owns_risk(state, nonconformity, actor), Capacity::risk_owner);
  return some;
}

bool controls_are_excluded(State const& state, Nonconformity const& nonconformity) {
  if (!is_in(nonconformity.state, step("T24").from)) return false;
  return std::ranges::all_of(nonconformity.criteria, [&](Criterion const& criterion) {
    bool excluded = !criterion.is_control();
    if (!excluded)
      state.for_each<Applicability>([&](Applicability const& row) {
        excluded = excluded || (row.control == criterion && is_in_force(row) && !row.applicable);
      });
    return excluded;
  });
}

// Another one on a requirement of this one was raised, in the same unit, since one watches.
bool recurred(State const& state, Nonconformity const& n) {
  if (n.state != NonconformityState::effectiveness || !n.effectiveness) return false;
  bool found = false;
  state.for_each<Nonconformity>([&](Nonconformity const& each) {
    if (found || each.key == n.key || each.unit != n.unit || each.trail.empty()) return;
    if (each.state == NonconformityState::withdrawn || each.trail.front().at.date() < n.effectiveness->window_from)
      return;
    found = shares_criterion(each, n);
  });
  return found;
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

void put_outcome(Transaction& transaction, StepOutcome outcome, std::string_view kind) {
  transaction.put(std::move(outcome.record), kind);
  for (auto& action : outcome.actions) transaction.put(std::move(action), kind);
}

// Whom a guard is about: the person whom it names, or who acts.
std::string const& person_of(Violation const& found, std::string const& actor) {
  auto const named = std::ranges::find(found.args, "person", &Argument::name);
  return named == found.args.end() || named->value.empty() ? actor : named->value;
}

void report(Transaction& transaction, Step const& row, StepOutcome const& outcome, std::string const& actor) {
  for (auto const& each : outcome.refusals) transaction.refuse(Error(ErrorKind::rule, {each}));
  auto const weigh = [&](Violation const& found, DutyEffect usual) {
    auto const* guard = find_guard(row.id, found.rule);
    Rule const rule{guard->id, lifecycle_rules::guard.text, guard->source};
    auto const* duty = find_duty_rule(guard->id);
    bool const waivable = duty ? duty->waivable : usual == DutyEffect::deny;
    transaction.weigh(rule, found.where, found.args, person_of(found, actor),
                      effect_of(transaction.state(), guard->id, usual), waivable);
  };
  for (auto const& each : outcome.guidance) weigh(each, DutyEffect::deny);
  for (auto const& each : outcome.warnings) weigh(each, DutyEffect::warn);
}

// What the guards look at for somebody who is no person: a day that has come.
Situation on_the_clock(Situation situation) {
  situation.capacities = static_cast<Capacities>(Capacity::clock);
  return situation;
}

}  // namespace

Situation situation_of(State const& state, Nonconformity const& nonconformity, std::string const& actor, Date today) {
  Situation situation;
  situation.before = nonconformity;
  situation.after = nonconformity;
  situation.actor = actor;
  situation.today = today;
  for (auto const* action : state.actions_of(nonconformity.key))
    if (action->cycle == nonconformity.cycle) situation.actions.push_back(*action);
  situation.capacities = capacities_of(state, situation, actor);
  auto const signer = [&](Key<"person"> const& person) {
    return Signer{person.text(), capacities_of(state, situation, person.text())};
  };
  for (auto const& each : nonconformity.co_signed_by) situation.signatures.push_back(signer(each));
  if (nonconformity.detours)
    for (auto const& agreement : nonconformity.detours->agreements)
      if (agreement.purpose == SignaturePurpose::withdrawal && stands(agreement, nonconformity))
        situation.agreed.push_back(signer(agreement.by));
  auto const* unit = nonconformity.unit ? state.find(*nonconformity.unit) : nullptr;
  situation.actor_answers_for_unit = unit && answers_for(*unit, actor);
  situation.controls_are_excluded = controls_are_excluded(state, nonconformity);
  situation.recurred = recurred(state, nonconformity);
  bool const may_open = nonconformity.state == NonconformityState::draft || is_final(nonconformity.state);
  situation.source_ref_is_open = may_open && same_source_is_open(state, nonconformity);
  situation.calendar = calendar_of(state, unit);
  situation.policy = policy_of(state);
  return situation;
}

std::optional<Key<"nonconformity">> raise_nonconformity(Transaction& transaction,
                                                        command::RaiseNonconformity const& body, std::string_view kind,
                                                        std::optional<Key<"nonconformity">> const& recurs_from) {
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
  if (body.issuer) record.detours.made().issuer = body.issuer;
  if (recurs_from) record.detours.made().recurs_from = recurs_from;
  auto situation = situation_of(transaction.state(), record, transaction.actor(), transaction.today());
  auto outcome = take_step(step("T01"), std::move(situation), transaction.at());
  report(transaction, step("T01"), outcome, transaction.actor());
  if (transaction.refused()) return {};
  put_outcome(transaction, std::move(outcome), kind);
  return record.key;
}

void take(Transaction& transaction, std::string_view id, Key<"nonconformity"> const& key,
          std::function<void(Situation&)> const& bring) {
  take_in_turn(transaction, {&id, 1}, key, bring);
}

// A step on the way brings nothing of its own but who looks for the causes; what the command brings is the last one's.
void take_in_turn(Transaction& transaction, std::span<std::string_view const> ids, Key<"nonconformity"> const& key,
                  std::function<void(Situation&)> const& bring) {
  auto const* person = transaction.acting_person();
  auto const* record = transaction.need(key, "/nonconformity");
  if (!person || !record) return;
  auto situation = situation_of(transaction.state(), *record, transaction.actor(), transaction.today());
  bring(situation);
  StepOutcome outcome;
  for (auto const id : ids) {
    auto here = situation;
    if (id != ids.back()) {
      here.after = here.before;
      if (id == "T10") here.after.analysis.emplace().analysts = situation.after.analysis->analysts;
    }
    outcome = take_step(step(id), std::move(here), transaction.at());
    report(transaction, step(id), outcome, transaction.actor());
    if (id == ids.back()) break;
    situation.before = outcome.record;
    situation.before.state = *step(id).to;
    situation.after.due = outcome.record.due;
    situation.after.trail = outcome.record.trail;
    situation.after.escalation_level = outcome.record.escalation_level;
  }
  if (!transaction.refused()) put_outcome(transaction, std::move(outcome), {});
}

bool may_take(Transaction& transaction, std::string_view id, Nonconformity const& record,
              std::function<void(Situation&)> const& bring) {
  auto situation = situation_of(transaction.state(), record, transaction.actor(), transaction.today());
  bring(situation);
  auto const outcome = take_step(step(id), std::move(situation), transaction.at());
  report(transaction, step(id), outcome, transaction.actor());
  return !transaction.refused();
}

// The deadlines that have passed: "plan 2026-03-02".
std::string passed_deadlines(Nonconformity const& record, Date today) {
  std::string text;
  for (auto const& each : named_deadlines)
    if (auto const& due = record.due.*each.member; due && *due < today)
      text += (text.empty() ? "" : ", ") + std::string(each.name) + ' ' + to_string(*due);
  return text;
}

void take_on_the_clock(Transaction& transaction, std::string_view id, Nonconformity const& record,
                       std::string_view kind) {
  auto situation = on_the_clock(situation_of(transaction.state(), record, transaction.actor(), transaction.today()));
  situation.deviation_ends = id == "T25";
  if (id == "T29") situation.reason = passed_deadlines(record, transaction.today());
  auto outcome = take_step(step(id), std::move(situation), transaction.at());
  report(transaction, step(id), outcome, transaction.actor());
  if (!transaction.refused()) put_outcome(transaction, std::move(outcome), kind);
}

void note_issuer(Situation& situation, std::optional<std::string> const& decision) {
  situation.issuer_decision = decision.value_or("");
  if (situation.issuer_decision.empty() || situation.before.source != NonconformitySource::external_audit) return;
  auto& issuer = situation.after.detours.made().issuer;
  if (!issuer) issuer.emplace();
  issuer->decisions.push_back(situation.issuer_decision);
}

bool concerns_auditor(State const& state, Situation& situation, std::vector<Key<"person">> const& people) {
  auto const& nonconformity = situation.before;
  if (nonconformity.source != NonconformitySource::internal_audit) return false;
  auto const auditor = std::ranges::find_if(people, [&](Key<"person"> const& person) {
    return person == nonconformity.raised_by ||
           has(from_audit(state, nonconformity, person.text()), Capacity::lead_auditor);
  });
  if (auditor == people.end()) return false;
  situation.concerned = auditor->text();
  return true;
}

int steps_before(Nonconformity const& nonconformity) {
  auto const taken = std::ranges::count_if(nonconformity.trail, [](Move const& move) { return move.step != "T29"; });
  return static_cast<int>(taken);
}

bool stands(Agreement const& agreement, Nonconformity const& nonconformity) {
  return agreement.steps == steps_before(nonconformity);
}

void check_here(Transaction& transaction, std::optional<Key<"person">> const& person, std::string const& where) {
  if (person && transaction.state().find(*person) && !is_here(transaction.state(), person->text(), transaction.today()))
    transaction.practise(step_rules::left, where, {{"person", person->text()}});
}

void check_seen(Transaction& transaction, std::vector<command::SeenEvidence> const& seen, Situation& situation) {
  for (std::size_t i = 0; i < seen.size(); ++i) {
    auto const where = "/seen/" + std::to_string(i);
    auto const* evidence = transaction.need(seen[i].evidence, where + "/evidence");
    if (!evidence) continue;
    if (seen[i].sha256 && evidence->sha256 != seen[i].sha256)
      transaction.refuse(step_rules::changed, where + "/sha256",
                         {{"evidence", evidence->key.text()},
                          {"found", to_string(*seen[i].sha256)},
                          {"recorded", evidence->sha256 ? to_string(*evidence->sha256) : "no file"}});
    situation.evidence.push_back(evidence->key.text() +
                                 (evidence->sha256 ? " sha256:" + to_string(*evidence->sha256) : std::string()));
  }
}

bool shares_criterion(Nonconformity const& one, Nonconformity const& other) {
  return std::ranges::any_of(one.criteria, [&](Criterion const& each) {
    return std::ranges::find(other.criteria, each) != other.criteria.end();
  });
}

namespace {

// What stands against a step, by what it leads to.
StepOption option_of(State const& state, Step const& row, StepOutcome outcome, std::string const& actor, Date today) {
  std::vector<Violation> refusing = std::move(outcome.refusals);
  std::vector<Violation> warning;
  auto const weigh = [&](std::vector<Violation>& found, DutyEffect usual) {
    for (auto& each : found) {
      auto const effect = effect_of(state, each.rule, usual);
      if (effect == DutyEffect::allow || is_waived(state, each.rule, actor, today)) continue;
      (effect == DutyEffect::deny ? refusing : warning).push_back(std::move(each));
    }
  };
  weigh(outcome.guidance, DutyEffect::deny);
  weigh(outcome.warnings, DutyEffect::warn);
  StepOption option{&row, true, {}, {}};
  auto const sort_in = [&](std::vector<Violation>& found) {
    for (auto& each : found) {
      auto const* guard = find_guard(row.id, each.rule);
      (guard && !guard->brought.empty() ? option.needs : option.violations).push_back(std::move(each));
    }
  };
  sort_in(refusing);
  option.refusing = option.violations.size();
  option.musts = option.needs.size();
  option.allowed = option.refusing == 0;
  sort_in(warning);
  return option;
}

boost::json::array write_found(std::vector<Violation> const& found, std::size_t binding, std::string_view name) {
  auto out = write_violations(found).as_array();
  for (std::size_t i = 0; i < out.size(); ++i) out[i].as_object()[name] = i < binding;
  return out;
}

}  // namespace

std::vector<StepOption> possible_steps(State const& state, Nonconformity const& nonconformity, std::string const& actor,
                                       Date today) {
  std::vector<StepOption> options;
  auto const situation = situation_of(state, nonconformity, actor, today);
  // Whatever time of the day it is: the last step of today is no reason against one now.
  auto now = Instant::at(today, 0);
  if (!nonconformity.trail.empty() && nonconformity.trail.back().at.date() == today)
    now = nonconformity.trail.back().at;
  for (auto const& row : nonconformity_steps) {
    bool const by_clock = who_may(row, nonconformity.source) == static_cast<Capacities>(Capacity::clock);
    if (by_clock || !leads_from(row, nonconformity.state)) continue;
    options.push_back(option_of(state, row, take_step(row, situation, now), actor, today));
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
                                      {"violations", write_found(option.violations, option.refusing, "refuses")},
                                      {"needs", write_found(option.needs, option.musts, "must")}});
  return out;
}

}  // namespace v1
}  // namespace annexa
