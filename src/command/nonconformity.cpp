// Commands that take a nonconformity through its life. Each brings its facts; the lifecycle table decides.
#include <algorithm>
#include <annexa/command/conduct.hpp>
#include <annexa/command/nonconformity_commands.hpp>
#include <array>
#include <set>

#include "nonconformity_step.hpp"
#include "permissions.hpp"
#include "registry.hpp"
#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

namespace c = command;

namespace action_rules {
constexpr Rule foreign{"action.foreign", "{action} is no action of {nonconformity} in this cycle.", "10.2 c"};
constexpr Rule cause{"action.cause", "{action} names cause {found}; there are {count}.", "10.2 c"};
constexpr Rule auditor_owns{"S08", "{person} raised {nonconformity} and is to own an action of it.", "duty S08"};
constexpr Rule similar_missed{
    "T11.similar-missed", "{key} is similar ({score} of 100: {because}) and the search does not name it.", "10.2 b"};
constexpr Rule involved{"duty.capacity", "{actor} answers for {nonconformity} or an action of it; somebody else signs.",
                        "duty S21"};
}  // namespace action_rules

void raise(Transaction& t, c::RaiseNonconformity const& body) {
  if (trimmed(body.source_ref).empty())
    t.refuse(command_rules::reason_missing, "/source_ref", {{"member", "source_ref"}});
  raise_nonconformity(t, body, {});
}

void issue(Transaction& t, c::IssueNonconformity const& body) {
  take(t, "T02", body.nonconformity, [&](Situation& s) {
    if (body.owner) s.after.owner = body.owner;
    s.after.issued_by = *Key<"person">::parse(s.actor);
  });
}

void withdraw(Transaction& t, c::WithdrawNonconformity const& body) {
  take(t, "T03", body.nonconformity, [&](Situation& s) { s.reason = body.reason; });
}

void acknowledge(Transaction& t, c::AcknowledgeNonconformity const& body) {
  take(t, "T04", body.nonconformity, [](Situation&) {});
}

void record_correction(Transaction& t, c::RecordCorrection const& body) {
  if (body.state == CorrectionState::done) t.check_past(body.on, "/on");
  take(t, "T09", body.nonconformity, [&](Situation& s) {
    s.after.correction = {body.state, body.what, body.on, body.by, body.evidence, body.consequences};
  });
}

void start_analysis(Transaction& t, c::StartAnalysis const& body) {
  take(t, "T10", body.nonconformity, [&](Situation& s) {
    s.after.analysis.emplace();
    s.after.analysis->analysts = body.analysts;
  });
}

// Keys for the actions of a plan that name none: the next that neither a record nor another action of the plan has.
class ActionKeys {
 public:
  ActionKeys(Transaction& t, c::SubmitPlan const& body) : state_(t.state()) {
    for (auto const& plan : body.actions)
      if (plan.action) used_.insert(plan.action->text());
    auto const first = t.allocate<"action">();
    number_ = detail::digits(std::string_view(first.text()).substr(prefix_.size())).value_or(1);
  }
  Key<"action"> next() {
    for (;; ++number_) {
      auto key = *Key<"action">::parse(prefix_ + std::to_string(number_));
      if (!state_.find(key) && used_.insert(key.text()).second) return key;
    }
  }

 private:
  State const& state_;
  std::string const prefix_{find_noun("action")->prefix};
  std::set<std::string> used_;
  std::int64_t number_ = 1;
};

// The actions of a plan replace those that an earlier plan of the cycle proposed.
std::vector<CorrectiveAction> planned(Transaction& t, c::SubmitPlan const& body, Situation const& s) {
  std::vector<CorrectiveAction> actions;
  for (auto action : s.actions) {
    if (action.state != ActionState::proposed) continue;
    action.state = ActionState::cancelled;
    action.cancelled_because = "replaced by a later plan";
    actions.push_back(std::move(action));
  }
  ActionKeys keys(t, body);
  for (auto const& plan : body.actions) {
    CorrectiveAction action;
    action.key = plan.action ? *plan.action : keys.next();
    action.nonconformity = s.before.key;
    action.cycle = s.before.cycle;
    action.title = plan.title;
    action.causes = plan.causes;
    action.owner = plan.owner;
    action.due_on = plan.due_on;
    action.success_criterion = plan.success_criterion.value_or("");
    action.measurement = plan.measurement.value_or("");
    actions.push_back(std::move(action));
  }
  return actions;
}

void check_planned(Transaction& t, c::SubmitPlan const& body) {
  auto const* record = t.state().find(body.nonconformity);
  for (std::size_t i = 0; i < body.actions.size(); ++i) {
    auto const& plan = body.actions[i];
    auto const where = "/actions/" + std::to_string(i);
    for (int const cause : plan.causes)
      if (cause < 1 || cause > static_cast<int>(body.causes.size()))
        t.refuse(
            action_rules::cause, where + "/causes",
            {{"action", plan.title}, {"found", std::to_string(cause)}, {"count", std::to_string(body.causes.size())}});
    bool const twice = plan.action && std::ranges::count(body.actions, plan.action, &c::PlannedAction::action) > 1;
    if (twice || (plan.action && t.state().find(*plan.action)))
      t.refuse(command_rules::duplicate, where + "/action", {{"noun", "action"}, {"key", plan.action->text()}});
    bool const audited = record && record->source == NonconformitySource::internal_audit;
    if (audited && record->raised_by == plan.owner)
      t.judge(action_rules::auditor_owns, where + "/owner",
              {{"person", plan.owner.text()}, {"nonconformity", record->key.text()}}, plan.owner.text());
  }
}

// What annexa finds similar and the plan does not name is pointed out: whoever looked may have had reasons.
void check_similar(Transaction& t, c::SubmitPlan const& body) {
  if (!body.similar) return;
  auto const found = similar_findings(t.state(), body.nonconformity.text());
  if (!found) return;  // said as an unknown reference
  for (auto const& hit : found->hits) {
    auto const is_hit = [&](auto const& key) { return key == hit.key; };
    bool const named =
        std::ranges::any_of(body.similar->found, is_hit) || std::ranges::any_of(body.similar->findings, is_hit);
    if (!named)
      t.practise(action_rules::similar_missed, "/similar/found",
                 {{"key", hit.key}, {"score", std::to_string(hit.score)}, {"because", hit.because.front()}});
  }
}

void submit_plan(Transaction& t, c::SubmitPlan const& body) {
  check_planned(t, body);
  check_similar(t, body);
  take(t, "T11", body.nonconformity, [&](Situation& s) {
    if (!s.after.analysis) s.after.analysis.emplace();
    auto& analysis = *s.after.analysis;
    if (!body.analysts.empty()) analysis.analysts = body.analysts;
    analysis.method = body.method.value_or(CauseMethod::other);
    analysis.review = body.review;
    analysis.causes = body.causes;
    analysis.similar = body.similar;
    analysis.needs_action = body.needs_action;
    analysis.needs_action_because = body.needs_action_because;
    analysis.isms_changes = body.isms_changes;
    analysis.proportionality = body.proportionality;
    analysis.method_name = body.method_name.value_or("");
    analysis.account = body.account.value_or("");
    analysis.branches = body.branches;
    s.actions = planned(t, body, s);
    std::erase_if(s.actions, [&](CorrectiveAction const& each) {
      return each.state == ActionState::cancelled && t.state().find(each.key) &&
             t.state().find(each.key)->state == each.state;
    });
  });
}

bool set_actions(Situation& s, ActionState from, ActionState to) {
  for (auto& action : s.actions)
    if (action.state == from) action.state = to;
  return true;
}

void approve_plan(Transaction& t, c::ApprovePlan const& body) {
  take(t, "T12", body.nonconformity, [&](Situation& s) {
    s.reason = body.reason.value_or("");
    s.top_management_informed = body.top_management_informed;
    s.after.plan_approved_by = *Key<"person">::parse(s.actor);
    set_actions(s, ActionState::proposed, ActionState::approved);
  });
}

void reject_plan(Transaction& t, c::RejectPlan const& body) {
  take(t, "T13", body.nonconformity, [&](Situation& s) {
    s.reason = body.reason;
    ++s.after.plan_rejections;
  });
}

void accept_correction(Transaction& t, c::AcceptCorrection const& body) {
  take(t, "T14", body.nonconformity, [&](Situation& s) {
    s.reason = body.reason.value_or("");
    s.after.plan_approved_by = *Key<"person">::parse(s.actor);
    if (!s.after.analysis || !s.after.analysis->similar) return;
    for (auto const& key : s.after.analysis->similar->found) {
      auto const* similar = t.state().find(key);
      s.similar_are_open = s.similar_are_open || (similar && !is_final(similar->state));
    }
  });
}

void report_implemented(Transaction& t, c::ReportImplemented const& body) {
  take(t, "T15", body.nonconformity, [&](Situation& s) { s.after.isms_changes_listed = body.isms_changes; });
}

// The action of that key in the situation, or null after refusing.
CorrectiveAction* action_in(Transaction& t, Situation& s, Key<"action"> const& key, std::string const& where) {
  auto const found = std::ranges::find(s.actions, key, &CorrectiveAction::key);
  if (found != s.actions.end()) return &*found;
  t.refuse(action_rules::foreign, where, {{"action", key.text()}, {"nonconformity", s.before.key.text()}});
  return nullptr;
}

void reject_implementation(Transaction& t, c::RejectImplementation const& body) {
  take(t, "T16", body.nonconformity, [&](Situation& s) {
    s.reason = body.reason;
    for (std::size_t i = 0; i < body.actions.size(); ++i)
      if (auto* action = action_in(t, s, body.actions[i], "/actions/" + std::to_string(i))) {
        action->state = ActionState::in_progress;
        action->done_on.reset();
      }
  });
}

Date last_done(Situation const& s) {
  Date last = s.actions.empty() ? s.today : Date{};
  for (auto const& action : s.actions)
    if (action.done_on && last < *action.done_on) last = *action.done_on;
  return last == Date{} ? s.today : last;
}

void start_effectiveness(Transaction& t, c::StartEffectiveness const& body) {
  take(t, "T17", body.nonconformity, [&](Situation& s) {
    for (std::size_t i = 0; i < body.inspected.size(); ++i)
      if (auto* action = action_in(t, s, body.inspected[i].action, "/inspected/" + std::to_string(i)))
        action->inspected = body.inspected[i].inspected;
    set_actions(s, ActionState::done, ActionState::verified);
    s.after.verifier = *Key<"person">::parse(s.actor);
    s.after.effectiveness.emplace();
    s.after.effectiveness->window_from = last_done(s);
    int const days = s.after.grade == Grade::major ? 90 : 60;
    s.after.effectiveness->window_until =
        body.window_until.value_or(s.after.effectiveness->window_from.plus_days(days));
  });
}

void close(Transaction& t, c::CloseNonconformity const& body) {
  take(t, "T18", body.nonconformity, [&](Situation& s) {
    s.reason = body.confirmation;
    s.after.verifier = *Key<"person">::parse(s.actor);
    s.after.closed_on = s.today;
  });
}

// Moves what this cycle thought and found into the past and begins the next.
void begin_next_cycle(Nonconformity& record) {
  record.past_cycles.push_back(
      {record.cycle, record.analysis.value_or(Analysis{}), record.effectiveness.value_or(Effectiveness{})});
  ++record.cycle;
  ++record.escalation_level;
  record.analysis.reset();
  record.effectiveness.reset();
  record.plan_approved_by.reset();
  record.verifier.reset();
  record.plan_rejections = 0;
  record.isms_changes_listed.clear();
  record.co_signed_by.clear();
}

void judge_actions(Transaction& t, Situation& s, c::JudgeEffectiveness const& body) {
  for (std::size_t i = 0; i < body.actions.size(); ++i) {
    auto* action = action_in(t, s, body.actions[i].action, "/actions/" + std::to_string(i));
    if (!action) continue;
    action->state = body.actions[i].effective ? ActionState::effective : ActionState::ineffective;
    action->measured = body.actions[i].measured.value_or("");
  }
}

void judge_effectiveness(Transaction& t, c::JudgeEffectiveness const& body) {
  bool const effective = body.result == EffectivenessResult::effective;
  std::vector<CorrectiveAction> judged;
  take(t, effective ? "T19" : "T20", body.nonconformity, [&](Situation& s) {
    s.reason = body.reason;
    judge_actions(t, s, body);
    if (!s.after.effectiveness) s.after.effectiveness.emplace();
    auto& review = *s.after.effectiveness;
    review.result = body.result;
    review.reason = body.reason;
    review.isms_changes_done = body.isms_changes_done.value_or("");
    review.judged_by = *Key<"person">::parse(s.actor);
    review.judged_on = s.today;
    if (effective) s.after.closed_on = s.today;
  });
  if (effective || t.refused()) return;
  auto next = *t.state().find(body.nonconformity);
  begin_next_cycle(next);
  t.put(std::move(next));
}

// Whether the next step can close it, so that a signature is due.
bool is_before_closing(Nonconformity const& record) {
  bool const by_correction = record.analysis && record.analysis->needs_action == false;
  return record.state == (by_correction ? NonconformityState::verification : NonconformityState::effectiveness);
}

void check_signer(Transaction& t, Situation const& s) {
  namespace g = detail::guard;
  if (g::is_involved(s.capacities))
    t.refuse(action_rules::involved, "/actor", {{"actor", t.actor()}, {"nonconformity", s.before.key.text()}});
  if (g::is_expert_signature(s, s.capacities) || has(s.capacities, Capacity::top_management)) return;
  auto const expert =
      s.before.source == NonconformitySource::internal_audit ? Capacity::lead_auditor : Capacity::isms_manager;
  t.refuse(command_rules::not_allowed, "/actor",
           {{"actor", t.actor()}, {"wanted", names_of(expert | Capacity::top_management)}});
}

void co_sign(Transaction& t, c::CoSignNonconformity const& body) {
  auto const* person = t.acting_person();
  auto const* found = t.need(body.nonconformity, "/nonconformity");
  if (!person || !found) return;
  check_signer(t, situation_of(t.state(), *found, t.actor(), t.today()));
  if (!is_before_closing(*found))
    t.refuse(command_rules::wrong_state, "/nonconformity",
             {{"key", found->key.text()},
              {"state", to_string(found->state)},
              {"wanted", "one that the next step can close (T18, T19)"}});
  auto record = *found;
  if (std::ranges::find(record.co_signed_by, person->key) == record.co_signed_by.end())
    record.co_signed_by.push_back(person->key);
  t.put(std::move(record));
}

// ---- Actions

void move_action(Transaction& t, Key<"action"> const& key, std::initializer_list<ActionState> from,
                 std::function<void(CorrectiveAction&)> const& change) {
  auto const* person = t.acting_person();
  auto const* found = t.need(key, "/action");
  if (!person || !found) return;
  auto const* nonconformity = t.state().find(found->nonconformity);
  check_permission(t, {.nonconformity = nonconformity, .action = found});
  if (std::ranges::find(from, found->state) == from.end()) {
    std::string wanted;
    for (auto const state : from) wanted += (wanted.empty() ? "" : " or ") + to_string(state);
    t.refuse(command_rules::wrong_state, "/action",
             {{"key", key.text()}, {"state", to_string(found->state)}, {"wanted", wanted}});
  }
  auto action = *found;
  change(action);
  t.put(std::move(action));
}

void start_action(Transaction& t, c::StartAction const& body) {
  move_action(t, body.action, {ActionState::approved}, [](CorrectiveAction& a) {
    a.state = ActionState::in_progress;
    a.blocked_because.clear();
  });
}
void complete_action(Transaction& t, c::CompleteAction const& body) {
  if (body.evidence.empty()) t.refuse(command_rules::reason_missing, "/evidence", {{"member", "evidence"}});
  t.check_past(body.on, "/on");
  move_action(t, body.action, {ActionState::approved, ActionState::in_progress}, [&](CorrectiveAction& a) {
    a.state = ActionState::done;
    a.done_on = body.on.value_or(t.today());
    a.evidence = body.evidence;
    a.blocked_because.clear();
  });
}
void block_action(Transaction& t, c::BlockAction const& body) {
  if (trimmed(body.reason).empty()) t.refuse(command_rules::reason_missing, "/reason", {{"member", "reason"}});
  move_action(t, body.action, {ActionState::approved, ActionState::in_progress},
              [&](CorrectiveAction& a) { a.blocked_because = body.reason; });
}
void cancel_action(Transaction& t, c::CancelAction const& body) {
  if (trimmed(body.reason).empty()) t.refuse(command_rules::reason_missing, "/reason", {{"member", "reason"}});
  move_action(t, body.action, {ActionState::proposed, ActionState::approved, ActionState::in_progress},
              [&](CorrectiveAction& a) {
                a.state = ActionState::cancelled;
                a.cancelled_because = body.reason;
              });
}

constexpr std::string_view nc = "nonconformity";
constexpr std::array nonconformity_kinds{
    acts<c::RaiseNonconformity, raise>(nc),
    acts<c::IssueNonconformity, issue>(nc),
    acts<c::WithdrawNonconformity, withdraw>(nc),
    acts<c::AcknowledgeNonconformity, acknowledge>(nc),
    acts<c::RecordCorrection, record_correction>(nc),
    acts<c::StartAnalysis, start_analysis>(nc),
    acts<c::SubmitPlan, submit_plan>(nc),
    acts<c::ApprovePlan, approve_plan>(nc),
    acts<c::RejectPlan, reject_plan>(nc),
    acts<c::AcceptCorrection, accept_correction>(nc),
    acts<c::ReportImplemented, report_implemented>(nc),
    acts<c::RejectImplementation, reject_implementation>(nc),
    acts<c::StartEffectiveness, start_effectiveness>(nc),
    acts<c::CloseNonconformity, close>(nc),
    acts<c::JudgeEffectiveness, judge_effectiveness>(nc),
    acts<c::CoSignNonconformity, co_sign>(nc),
    acts<c::StartAction, start_action>("action"),
    acts<c::CompleteAction, complete_action>("action"),
    acts<c::BlockAction, block_action>("action"),
    acts<c::CancelAction, cancel_action>("action"),
};

}  // namespace

std::span<CommandKind const> nonconformity_commands() noexcept { return nonconformity_kinds; }

}  // namespace v1
}  // namespace annexa
