// Commands that take a nonconformity beside the straight way. Each brings its facts; the lifecycle table decides.
#include <algorithm>
#include <annexa/base/similarity.hpp>
#include <annexa/command/detour_commands.hpp>
#include <annexa/nonconformity/state_crosswalk.hpp>
#include <annexa/risk/remaining.hpp>
#include <array>

#include "checks.hpp"
#include "nonconformity_step.hpp"
#include "permissions.hpp"
#include "registry.hpp"
#include "risk_rescore.hpp"
#include "risk_scoring.hpp"
#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

namespace dc = command;

namespace detour_rules {
constexpr Rule system{"import.system", "There is no crosswalk for the system \"{found}\"; there are {accepted}.",
                      "10.2"};
constexpr Rule status{"import.foreign-status", "{system} has no state \"{found}\"; {accepted} are known.", "10.2"};
constexpr Rule moved_on{"import.moved-on",
                        "{key} has gone on here since it was taken over; its steps change it, and no import.", "10.2 f",
                        ErrorKind::conflict};
constexpr Rule closed_before{"import.closed-before", "It is closed on {closed} and raised on {raised}, which is later.",
                             "10.2 f"};
constexpr Rule source_open{"import.source-open", "An open nonconformity has the same source and reference: {key}.",
                           "10.2 f", ErrorKind::conflict};
constexpr Rule ahead{"deadline.ahead", "{key} was changed last at {latest}, after this day; it is left out.", "10.2 c"};
constexpr Rule foreign_action{"action.foreign", "{action} is no action of {nonconformity} in this cycle.", "10.2 c"};
}  // namespace detour_rules

// ---- Disputes and mergers

void dispute(Transaction& t, dc::DisputeNonconformity const& body) {
  take(t, "T05", body.nonconformity, [&](Situation& s) {
    Dispute made;
    made.kind = body.kind;
    made.reason = body.reason;
    made.evidence = body.evidence;
    s.after.detours.made().disputes.push_back(std::move(made));
    s.reason = body.reason;
  });
}

void decide_dispute(Transaction& t, dc::DecideDispute const& body) {
  take(t, "T06", body.nonconformity, [&](Situation& s) {
    auto& record = s.after;
    if (record.detours && !record.detours->disputes.empty()) record.detours->disputes.back().decision = body.decision;
    if (body.grade) record.grade = body.grade;
    if (!body.grade_reasons.empty()) record.grade_reasons = body.grade_reasons;
    if (body.requirement) record.requirement = *body.requirement;
    if (body.evidence_statement) record.evidence_statement = *body.evidence_statement;
    if (body.gap) record.gap = *body.gap;
    if (body.owner && record.owner != body.owner) {
      check_here(t, body.owner, "/owner");
      record.owner = body.owner;
      s.owner_audits = concerns_auditor(t.state(), s, {*body.owner});
    }
    s.reason = body.decision;
    note_issuer(s, body.issuer_decision);
  });
}

// True if @p target is @p key, or has become part of it.
bool is_part_of(State const& state, Nonconformity const& target, Key<"nonconformity"> const& key) {
  auto const* each = &target;
  for (std::size_t steps = 0; each && steps < 10'000; ++steps) {
    if (each->key == key) return true;
    if (!each->detours || !each->detours->merged_into) return false;
    each = state.find(*each->detours->merged_into);
  }
  return each != nullptr;
}

bool shares_cause(Nonconformity const& one, Nonconformity const& other) {
  if (!one.analysis || !other.analysis) return false;
  return std::ranges::any_of(one.analysis->causes, [&](Cause const& cause) {
    return std::ranges::any_of(other.analysis->causes, [&](Cause const& each) {
      return similarity(each.text, cause.text) >= restating_similarity;
    });
  });
}

void merge(Transaction& t, dc::MergeNonconformity const& body) {
  auto const* target = t.need(body.into, "/into");
  if (!target) return;
  auto joined = *target;
  take(t, "T08", body.nonconformity, [&](Situation& s) {
    s.target_is_open = is_in(target->state, open_states);
    s.merges_into_itself = is_part_of(t.state(), *target, s.before.key);
    s.target_shares_criterion = shares_criterion(s.before, *target) || shares_cause(s.before, *target);
    s.after.detours.made().merged_into = body.into;
    s.reason = body.reason.value_or("");
    note_issuer(s, body.issuer_decision);
    for (auto const& each : s.before.evidence)
      if (std::ranges::find(joined.evidence, each) == joined.evidence.end()) joined.evidence.push_back(each);
  });
  if (!t.refused()) t.put(std::move(joined));
}

// ---- Again

dc::RaiseNonconformity raised_again(State const& state, Nonconformity const& record,
                                    dc::ReopenNonconformity const& body) {
  dc::RaiseNonconformity raise;
  raise.nonconformity = body.successor;
  raise.title = record.title;
  raise.source = record.source;
  raise.source_ref = record.source_ref;
  raise.audit = record.audit;
  raise.unit = record.unit;
  raise.criteria = record.criteria;
  raise.requirement = record.requirement;
  raise.evidence_statement = body.reason;
  raise.evidence = record.evidence;
  for (auto const& each : body.evidence)
    if (auto key = Key<"evidence">::parse(each); key && state.find(*key)) raise.evidence.push_back(*std::move(key));
  if (record.detours) raise.issuer = record.detours->issuer;
  raise.gap = record.gap;
  raise.grade = record.grade;
  raise.grade_reasons = record.grade_reasons;
  raise.owner = record.owner;
  return raise;
}

void reopen(Transaction& t, dc::ReopenNonconformity const& body) {
  auto const bring = [&](Situation& s) {
    s.reason = body.reason;
    s.evidence = body.evidence;
    s.invalid_closure = body.invalid_closure;
  };
  bool const linked = policy_of(t.state()).recurrence == RecurrencePolicy::new_linked && !body.invalid_closure;
  if (!linked) return take(t, "T21", body.nonconformity, bring);
  auto const* person = t.acting_person();
  auto const* found = t.need(body.nonconformity, "/nonconformity");
  if (!person || !found) return;
  auto const record = *found;
  if (may_take(t, "T21", record, bring))
    raise_nonconformity(t, raised_again(t.state(), record, body), "nonconformity.raise", record.key);
}

// ---- More time

void request_extension(Transaction& t, dc::RequestExtension const& body) {
  take(t, "T22", body.nonconformity, [&](Situation& s) {
    Extension made;
    made.deadline = body.deadline;
    made.original = body.until;
    made.until = body.until;
    made.reason = body.reason.value_or("");
    made.interim_measure = body.interim_measure.value_or("");
    s.after.detours.made().extensions.push_back(std::move(made));
    s.reason = body.reason.value_or("");
  });
}

void decide_extension(Transaction& t, dc::DecideExtension const& body) {
  take(t, "T23", body.nonconformity, [&](Situation& s) {
    s.reason = body.reason.value_or("");
    note_issuer(s, body.issuer_decision);
    if (!detail::guard::open_extension(s.before)) return;
    auto& last = s.after.detours->extensions.back();
    last.state = body.granted ? ExtensionState::granted : ExtensionState::refused;
    last.decision = s.reason;
  });
}

// ---- Deviations

// Whom the band of the risk asks for besides its owner has the role himself, or has signed.
bool authority_agreed(Transaction const& t, Risk const& risk, Nonconformity const& record) {
  auto const* score = remaining_score(risk.scores);
  auto const role = score ? parse_enum<Role>(score->authority) : parsed<Role>(errc::unknown_name);
  if (!role || t.actor_has(*role)) return true;
  return record.detours && std::ranges::any_of(record.detours->agreements, [&](Agreement const& each) {
           return each.purpose == SignaturePurpose::deviation && stands(each, record) &&
                  holds_role(t.state(), each.by.text(), *role, t.today());
         });
}

void accept_deviation(Transaction& t, dc::AcceptDeviation const& body) {
  auto const* risk = t.need(body.risk, "/risk");
  if (!risk) return;
  take(t, "T24", body.nonconformity, [&](Situation& s) {
    constexpr auto owner = static_cast<Capacities>(Capacity::risk_owner);
    bool const owns = risk->owner && *risk->owner == s.actor;
    s.capacities = static_cast<Capacities>(owns ? s.capacities | owner : s.capacities & ~owner);
    auto const* method = t.state().find<Method>(risk->scores.method);
    bool const scored = risk->status != RiskStatus::closed && remaining_score(risk->scores) &&
                        !score_has_moved(t.state(), ControlRows(t.state()), *risk);
    s.risk_is_acceptable = scored && (is_accepted(*risk, t.today()) || !asks_for_treatment(*risk, method));
    s.authority_agreed = authority_agreed(t, *risk, s.before);
    Deviation made;
    made.risk = body.risk;
    made.until = body.until;
    made.from = t.today();
    made.reason = body.reason;
    made.compensating_measures = body.compensating_measures.value_or("");
    s.after.detours.made().deviations.push_back(std::move(made));
    s.reason = body.reason;
    note_issuer(s, body.issuer_decision);
  });
}

void end_deviation(Transaction& t, dc::EndDeviation const& body) {
  take(t, body.fixed ? "T26" : "T25", body.nonconformity, [&](Situation& s) {
    s.reason = body.reason.value_or("");
    s.evidence = body.evidence;
    if (body.isms_changes) s.after.isms_changes_listed = *body.isms_changes;
  });
}

// ---- Grade and people

void regrade(Transaction& t, dc::RegradeNonconformity const& body) {
  take(t, "T27", body.nonconformity, [&](Situation& s) {
    s.after.grade = body.grade;
    s.after.grade_reasons = body.grade_reasons;
    s.reason = body.reason;
  });
}

void reassign_actions(Transaction& t, Situation& s, dc::ReassignNonconformity const& body) {
  for (std::size_t i = 0; i < body.actions.size(); ++i) {
    auto const& each = body.actions[i];
    auto const found = std::ranges::find(s.actions, each.action, &CorrectiveAction::key);
    if (found == s.actions.end()) {
      t.refuse(detour_rules::foreign_action, "/actions/" + std::to_string(i) + "/action",
               {{"action", each.action.text()}, {"nonconformity", s.before.key.text()}});
      continue;
    }
    if (found->state != ActionState::proposed && !is_running(*found)) {
      t.refuse(command_rules::wrong_state, "/actions/" + std::to_string(i) + "/action",
               {{"key", each.action.text()}, {"state", to_string(found->state)}, {"wanted", "one that is not done"}});
      continue;
    }
    check_here(t, each.owner, "/actions/" + std::to_string(i) + "/owner");
    s.people_change = s.people_change || !(found->owner == each.owner);
    found->owner = each.owner;
    bool const internal = s.before.source == NonconformitySource::internal_audit;
    if (internal && each.owner == s.before.raised_by) {
      s.owner_audits = true;
      s.concerned = each.owner.text();
    }
  }
}

void reassign(Transaction& t, dc::ReassignNonconformity const& body) {
  take(t, "T28", body.nonconformity, [&](Situation& s) {
    s.reason = body.reason.value_or("");
    if (body.owner) s.after.owner = body.owner;
    if (body.verifier) s.after.verifier = body.verifier;
    if (body.owner && s.before.owner != body.owner) {
      check_here(t, body.owner, "/owner");
      s.owner_audits = concerns_auditor(t.state(), s, {*body.owner});
    }
    check_here(t, body.verifier, "/verifier");
    reassign_actions(t, s, body);
    s.verifier_owns = s.after.verifier && std::ranges::any_of(s.actions, [&](CorrectiveAction const& each) {
                        return each.owner == *s.after.verifier || each.done_by == s.after.verifier;
                      });
  });
}

// ---- From elsewhere

std::optional<OwnState> state_of_import(Transaction& t, dc::ImportNonconformity const& body) {
  auto const found = read_foreign_state(body.system, body.status);
  if (found) return found;
  if (auto const known = known_statuses(body.system); !known.empty()) {
    t.refuse(detour_rules::status, "/status", {{"system", body.system}, {"found", body.status}, {"accepted", known}});
    return {};
  }
  std::string systems;
  for (auto const each : foreign_systems) (systems += systems.empty() ? "" : ", ") += each;
  t.refuse(detour_rules::system, "/system", {{"found", body.system}, {"accepted", systems}});
  return {};
}

void check_source(Transaction& t, dc::ImportNonconformity const& body) {
  if (trimmed(body.source_ref).empty())
    t.refuse(command_rules::reason_missing, "/source_ref", {{"member", "source_ref"}});
  t.state().for_each<Nonconformity>([&](Nonconformity const& each) {
    bool const itself = body.nonconformity && each.key == *body.nonconformity;
    if (!itself && !is_final(each.state) && each.source == body.source && each.source_ref == body.source_ref)
      t.refuse(detour_rules::source_open, "/source_ref", {{"key", each.key.text()}});
  });
}

// Where a record can stand without what a status alone does not bring: causes and a plan, the risk of a deviation, the
// subject of a dispute. It comes in no further than that.
NonconformityState landing(NonconformityState told) {
  using enum NonconformityState;
  constexpr auto owes_analysis = states({plan_review, implementing, verification, effectiveness, accepted_deviation});
  if (is_in(told, owes_analysis)) return analysis;
  return told == disputed ? issued : told;
}

// What is told of the past lies in it, and in an order that can be.
void check_told(Transaction& t, dc::ImportNonconformity const& body) {
  auto const past = body.past.value_or(ImportedPast{});
  auto const closed_on = body.closed_on ? body.closed_on : past.closed_on;
  t.check_past(body.closed_on, "/closed_on");
  t.check_past(past.closed_on, "/past/closed_on");
  t.check_past(past.raised_on, "/past/raised_on");
  if (closed_on && past.raised_on && *closed_on < *past.raised_on)
    t.refuse(detour_rules::closed_before, body.closed_on ? "/closed_on" : "/past/closed_on",
             {{"closed", to_string(*closed_on)}, {"raised", to_string(*past.raised_on)}});
}

// The record that is taken over: a new one, or the one that was taken over before. @return nothing after refusing.
std::optional<Nonconformity> taken_over(Transaction& t, dc::ImportNonconformity const& body) {
  Nonconformity record;
  record.key = body.nonconformity.value_or(t.allocate<"nonconformity">());
  auto const* before = t.state().find(record.key);
  if (!before) {
    record.raised_by = *Key<"person">::parse(t.actor());
    return record;
  }
  if (is_as_imported(*before)) return *before;
  auto const& rule = before->detours && before->detours->imported ? detour_rules::moved_on : command_rules::duplicate;
  t.refuse(rule, "/nonconformity", {{"noun", "nonconformity"}, {"key", record.key.text()}});
  return {};
}

// A record that is told to be under way is due when the register says.
void set_told_due(Nonconformity& record, dc::ImportNonconformity const& body) {
  record.due.implementation.reset();
  if (!is_final(record.state) && body.past) record.due.implementation = body.past->due_on;
}

void tell(Nonconformity& record, dc::ImportNonconformity const& body, State const& state) {
  record.title = body.title;
  record.source = body.source;
  record.source_ref = body.source_ref;
  record.unit = body.unit;
  record.criteria = body.criteria;
  record.requirement = body.requirement.value_or("");
  record.evidence_statement = body.evidence_statement.value_or("");
  record.gap = body.gap.value_or("");
  record.grade = body.grade;
  record.grade_reasons = body.grade_reasons;
  auto const* unit = body.unit ? state.find(*body.unit) : nullptr;
  record.owner = body.owner ? body.owner : unit ? unit->owner : std::nullopt;
  record.custom = body.custom;
  record.external_ids = body.external_ids;
}

void import(Transaction& t, dc::ImportNonconformity const& body) {
  if (!check_permission(t, {}) || (t.actor() != tool_actor && !t.acting_person())) return;
  auto const state = state_of_import(t, body);
  check_source(t, body);
  check_criteria(t, body.criteria, "/criteria");
  check_told(t, body);
  if (!state || t.refused()) return;
  auto found = taken_over(t, body);
  if (!found) return;
  auto& record = *found;
  auto const before = record;
  record.state = landing(state->state);
  tell(record, body, t.state());
  record.closed_on.reset();
  if (record.state == NonconformityState::closed)
    record.closed_on = body.closed_on ? body.closed_on : body.past ? body.past->closed_on : std::nullopt;
  set_told_due(record, body);
  record.detours.made().imported = ImportedState{body.system, body.status, state->imported_unverified, body.past};
  if (record == before) return;
  record.trail.push_back({std::string(import_step),
                          before.trail.empty() ? NonconformityState::draft : before.state,
                          record.state,
                          t.actor(),
                          t.at(),
                          body.system + ": " + body.status,
                          {}});
  t.put(std::move(record));
}

// ---- The clock

// True if a day has come that nobody noticed yet.
bool has_come(Nonconformity const& n, LifecyclePolicy const& policy, Date today) {
  for (auto const& each : named_deadlines) {
    auto const& due = n.due.*each.member;
    if (!due) continue;
    if (level_on(policy, *due, today) > n.escalation_level) return true;
    bool const noted = n.detours && std::ranges::any_of(n.detours->overdue, [&](OverdueNotice const& old) {
                         return old.deadline == each.name && old.due == *due;
                       });
    if (*due < today && !noted) return true;
  }
  return false;
}

bool has_ended(Nonconformity const& n, Date today) {
  auto const* running = detail::guard::running_deviation(n);
  return n.state == NonconformityState::accepted_deviation && running && running->until < today;
}

void check_deadlines(Transaction& t, dc::CheckDeadlines const& body) {
  if (body.nonconformity && !t.need(*body.nonconformity, "/nonconformity")) return;
  auto const policy = policy_of(t.state());
  auto const wanted = t.state().select<Nonconformity>([&](Nonconformity const& each) {
    bool const asked = !body.nonconformity || *body.nonconformity == each.key;
    return asked && is_in(each.state, open_states) && (has_ended(each, t.today()) || has_come(each, policy, t.today()));
  });
  std::vector<Nonconformity> copies;
  copies.reserve(wanted.size());
  for (auto const* each : wanted) copies.push_back(*each);
  for (auto const& each : copies) {
    // A record from the future is not looked at before that has come.
    if (!each.trail.empty() && t.at() < each.trail.back().at) {
      t.practise(detour_rules::ahead, "/at", {{"key", each.key.text()}, {"latest", to_string(each.trail.back().at)}});
      continue;
    }
    bool const ended = has_ended(each, t.today());
    take_on_the_clock(t, ended ? "T25" : "T29", each, ended ? "nonconformity.end-deviation" : "deadline.check");
  }
}

constexpr std::string_view record_noun = "nonconformity";
constexpr std::array detour_kinds{
    acts<dc::DisputeNonconformity, dispute>(record_noun),
    acts<dc::DecideDispute, decide_dispute>(record_noun),
    acts<dc::MergeNonconformity, merge>(record_noun),
    acts<dc::ReopenNonconformity, reopen>(record_noun),
    acts<dc::RequestExtension, request_extension>(record_noun),
    acts<dc::DecideExtension, decide_extension>(record_noun),
    acts<dc::AcceptDeviation, accept_deviation>(record_noun),
    acts<dc::EndDeviation, end_deviation>(record_noun),
    acts<dc::RegradeNonconformity, regrade>(record_noun),
    acts<dc::ReassignNonconformity, reassign>(record_noun),
    acts<dc::ImportNonconformity, import>(record_noun),
    acts<dc::CheckDeadlines, check_deadlines>(record_noun),
};

}  // namespace

std::span<CommandKind const> detour_commands() noexcept { return detour_kinds; }

}  // namespace v1
}  // namespace annexa
