// Commands that take a nonconformity through its life. Each brings its facts; the lifecycle table decides.
#include <algorithm>
#include <annexa/command/conduct.hpp>
#include <annexa/command/nonconformity_commands.hpp>
#include <array>
#include <set>

#include "checks.hpp"
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
constexpr Rule too_many{"action.too-many", "{found} actions; a plan takes {limit} at most. Name what belongs together.",
                        "10.2"};
constexpr Rule twice{"action.twice", "{action} is named twice.", "10.2 d"};
constexpr Rule count{"action.count", "{found} is no such number: {accepted}.", "10.2 d"};
constexpr Rule needless{"action.needless",
                        "Only who agrees that an action is given up (cancelling) names one, not {action}.", "10.2 c"};
constexpr Rule unnamed{"action.unnamed", "Name the action of {nonconformity} that may be given up.", "10.2 c"};
constexpr Rule own_hit{"similar.itself", "{key} is the nonconformity itself; name what is similar to it.", "10.2 b"};
constexpr Rule involved{"duty.capacity", "{actor} answers for {nonconformity} or an action of it; somebody else signs.",
                        "duty S21"};
}  // namespace action_rules

void raise(Transaction& t, c::RaiseNonconformity const& body) {
  if (trimmed(body.source_ref).empty())
    t.refuse(command_rules::reason_missing, "/source_ref", {{"member", "source_ref"}});
  check_criteria(t, body.criteria, "/criteria");
  check_here(t, body.owner, "/owner");
  raise_nonconformity(t, body, {});
}

// What a draft lacks comes with its issue.
void complete(Transaction& t, c::IssueNonconformity const& body, Nonconformity& record) {
  check_criteria(t, body.criteria, "/criteria");
  check_here(t, body.owner, "/owner");
  if (body.owner) record.owner = body.owner;
  if (!body.criteria.empty()) record.criteria = body.criteria;
  if (body.requirement) record.requirement = *body.requirement;
  if (body.evidence_statement) record.evidence_statement = *body.evidence_statement;
  if (body.gap) record.gap = *body.gap;
  if (body.grade) record.grade = body.grade;
  if (!body.grade_reasons.empty()) record.grade_reasons = body.grade_reasons;
  for (auto const& each : body.evidence)
    if (std::ranges::find(record.evidence, each) == record.evidence.end()) record.evidence.push_back(each);
}

void issue(Transaction& t, c::IssueNonconformity const& body) {
  take(t, "T02", body.nonconformity, [&](Situation& s) {
    check_seen(t, body.seen, s);
    complete(t, body, s.after);
    if (s.after.owner) s.owner_audits = concerns_auditor(t.state(), s, {*s.after.owner});
    // What was recorded for it since it was raised is its evidence too.
    t.state().for_each<Evidence>([&](Evidence const& each) {
      auto& all = s.after.evidence;
      bool const mine = each.nonconformity && *each.nonconformity == body.nonconformity;
      if (mine && std::ranges::find(all, each.key) == all.end()) all.push_back(each.key);
    });
  });
}

void withdraw(Transaction& t, c::WithdrawNonconformity const& body) {
  auto const* record = t.state().find(body.nonconformity);
  auto const state = record ? record->state : NonconformityState::draft;
  auto const* const id = state == NonconformityState::draft || state == NonconformityState::withdrawn ? "T03"
                         : state == NonconformityState::disputed                                      ? "T07"
                                                                                                      : "T30";
  take(t, id, body.nonconformity, [&](Situation& s) {
    s.reason = body.reason;
    s.evidence = body.evidence;
    note_issuer(s, body.issuer_decision);
  });
}

void acknowledge(Transaction& t, c::AcknowledgeNonconformity const& body) {
  check_here(t, body.correction_owner, "/correction_owner");
  take(t, "T04", body.nonconformity, [&](Situation& s) {
    if (body.correction_owner && !detail::guard::correction_settled(s))
      s.after.correction.made().by = body.correction_owner;
  });
}

void record_correction(Transaction& t, c::RecordCorrection const& body) {
  if (body.state == CorrectionState::done) t.check_past(body.on, "/on");
  take(t, "T09", body.nonconformity, [&](Situation& s) {
    auto const& sees_to_it = s.before.correction.or_fresh().by;
    s.after.correction =
        Correction{body.state, body.what, body.on, body.by ? body.by : sees_to_it, body.evidence, body.consequences};
  });
}

void start_analysis(Transaction& t, c::StartAnalysis const& body) {
  take(t, "T10", body.nonconformity, [&](Situation& s) {
    s.after.analysis.emplace();
    s.after.analysis->analysts = body.analysts;
    s.auditor_analyses = concerns_auditor(t.state(), s, body.analysts);
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

bool check_planned(Transaction& t, c::SubmitPlan const& body) {
  auto const* record = t.state().find(body.nonconformity);
  constexpr std::size_t limit = 500;
  if (body.actions.size() > limit) {
    t.refuse(action_rules::too_many, "/actions",
             {{"found", std::to_string(body.actions.size())}, {"limit", std::to_string(limit)}});
    return false;
  }
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
    check_here(t, plan.owner, where + "/owner");
    bool const audited = record && record->source == NonconformitySource::internal_audit;
    if (audited && record->raised_by == plan.owner)
      t.judge(action_rules::auditor_owns, where + "/owner",
              {{"person", plan.owner.text()}, {"nonconformity", record->key.text()}}, plan.owner.text());
  }
  return true;
}

// A minor one may pass acknowledgement and the beginning of the analysis on the way to its plan.
std::vector<std::string_view> way_to_plan(Nonconformity const* record) {
  if (!record || record->grade != Grade::minor) return {"T11"};
  if (record->state == NonconformityState::issued) return {"T04", "T10", "T11"};
  if (record->state == NonconformityState::acknowledged) return {"T10", "T11"};
  return {"T11"};
}

// What annexa finds similar and the plan does not name is pointed out: whoever looked may have had reasons.
void check_similar(Transaction& t, c::SubmitPlan const& body) {
  if (!body.similar) return;
  if (std::ranges::find(body.similar->found, body.nonconformity) != body.similar->found.end())
    t.refuse(action_rules::own_hit, "/similar/found", {{"key", body.nonconformity.text()}});
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
  if (!check_planned(t, body)) return;
  check_similar(t, body);
  take_in_turn(t, way_to_plan(t.state().find(body.nonconformity)), body.nonconformity, [&](Situation& s) {
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
    s.auditor_analyses = concerns_auditor(t.state(), s, analysis.analysts);
    s.actions = planned(t, body, s);
  });
}

void approve_plan(Transaction& t, c::ApprovePlan const& body) {
  take(t, "T12", body.nonconformity, [&](Situation& s) {
    s.reason = body.reason.value_or("");
    s.top_management_informed = body.top_management_informed;
  });
}

void reject_plan(Transaction& t, c::RejectPlan const& body) {
  take(t, "T13", body.nonconformity, [&](Situation& s) { s.reason = body.reason; });
}

void accept_correction(Transaction& t, c::AcceptCorrection const& body) {
  take(t, "T14", body.nonconformity, [&](Situation& s) {
    s.reason = body.reason.value_or("");
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

// As action_in(), of an action that is in @p state.
CorrectiveAction* action_in(Transaction& t, Situation& s, Key<"action"> const& key, std::string const& where,
                            ActionState state) {
  auto* action = action_in(t, s, key, where);
  auto const* recorded = action ? t.state().find(key) : nullptr;
  if (!recorded || recorded->state == state) return action;
  t.refuse(command_rules::wrong_state, where,
           {{"key", key.text()}, {"state", to_string(recorded->state)}, {"wanted", "one that is " + to_string(state)}});
  return nullptr;
}

void refuse_twice(Transaction& t, std::span<Key<"action"> const> keys, char const* where) {
  for (std::size_t i = 1; i < keys.size(); ++i)
    if (std::ranges::find(keys.first(i), keys[i]) != keys.first(i).end())
      t.refuse(action_rules::twice, std::string(where) + '/' + std::to_string(i), {{"action", keys[i].text()}});
}

void reject_implementation(Transaction& t, c::RejectImplementation const& body) {
  take(t, "T16", body.nonconformity, [&](Situation& s) {
    s.reason = body.reason;
    for (std::size_t i = 0; i < body.actions.size(); ++i)
      if (auto* action = action_in(t, s, body.actions[i], "/actions/" + std::to_string(i), ActionState::done)) {
        action->state = ActionState::in_progress;
        action->done_on.reset();
        action->done_by.reset();
      }
  });
}

void refuse_count(Transaction& t, std::optional<int> number, int least, int most, std::string where) {
  if (number && (*number < least || *number > most))
    t.refuse(action_rules::count, std::move(where),
             {{"found", std::to_string(*number)}, {"accepted", std::to_string(least) + " to " + std::to_string(most)}});
}

constexpr int most_counted = 1'000'000;

// What the verifier looked at of one action, and in how many of the cases in which it had to be carried out.
void inspect(Transaction& t, Situation& s, c::InspectedAction const& seen, std::string const& where) {
  refuse_count(t, seen.population, 1, most_counted, where + "/population");
  // Without a population there is one case.
  auto const most = std::clamp(seen.population.value_or(1), 1, most_counted);
  refuse_count(t, seen.sampled, 0, most, where + "/sampled");
  auto* action = action_in(t, s, seen.action, where);
  if (!action) return;
  action->inspected = seen.inspected;
  action->population = seen.population;
  action->sampled = seen.sampled;
}

void start_effectiveness(Transaction& t, c::StartEffectiveness const& body) {
  take(t, "T17", body.nonconformity, [&](Situation& s) {
    check_seen(t, body.seen, s);
    for (std::size_t i = 0; i < body.inspected.size(); ++i)
      inspect(t, s, body.inspected[i], "/inspected/" + std::to_string(i));
    std::vector<Key<"action">> keys;
    for (auto const& each : body.inspected) keys.push_back(each.action);
    refuse_twice(t, keys, "/inspected");
    refuse_count(t, body.operations_wanted, 1, most_counted, "/operations_wanted");
    if (!body.window_until && !body.operations_wanted) return;
    // From when one watches is the day of the last action; the step knows it.
    auto& review = s.after.effectiveness.emplace();
    review.window_from = last_done(s);
    review.window_until = body.window_until.value_or(review.window_from.plus_days(detail::guard::window_days(s)));
    review.operations_wanted = body.operations_wanted;
  });
}

void note_closing(Situation& s, std::optional<std::string> const& closing) {
  if (!closing || s.before.source != NonconformitySource::external_audit) return;
  auto& issuer = s.after.detours.made().issuer;
  if (!issuer) issuer.emplace();
  issuer->closing = *closing;
}

void close(Transaction& t, c::CloseNonconformity const& body) {
  take(t, "T18", body.nonconformity, [&](Situation& s) {
    check_seen(t, body.seen, s);
    s.reason = body.confirmation;
    note_closing(s, body.issuer_closing);
  });
}

void judge_actions(Transaction& t, Situation& s, c::JudgeEffectiveness const& body) {
  std::vector<Key<"action">> keys;
  for (auto const& each : body.actions) keys.push_back(each.action);
  refuse_twice(t, keys, "/actions");
  for (std::size_t i = 0; i < body.actions.size(); ++i) {
    auto* action = action_in(t, s, body.actions[i].action, "/actions/" + std::to_string(i), ActionState::verified);
    if (!action) continue;
    action->state = body.actions[i].effective ? ActionState::effective : ActionState::ineffective;
    action->measured = body.actions[i].measured.value_or("");
  }
}

void judge_effectiveness(Transaction& t, c::JudgeEffectiveness const& body) {
  bool const effective = body.result == EffectivenessResult::effective;
  take(t, effective ? "T19" : "T20", body.nonconformity, [&](Situation& s) {
    s.reason = body.reason;
    judge_actions(t, s, body);
    auto& review = s.after.effectiveness.made();
    review.result = body.result;
    review.reason = body.reason;
    review.isms_changes_done = body.isms_changes_done.value_or("");
    refuse_count(t, body.operations_seen, 0, most_counted, "/operations_seen");
    review.operations_seen = body.operations_seen;
    note_closing(s, body.issuer_closing);
  });
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

// Who may be the second under a withdrawal or a deviation, and while it is where.
struct SecondSignature {
  SignaturePurpose purpose;
  States while_in;
  Capacities signers;
};
constexpr SecondSignature second_signatures[] = {
    {SignaturePurpose::withdrawal, step("T30").from, Capacity::lead_auditor | Capacity::programme_manager},
    {SignaturePurpose::deviation, step("T24").from,
     Capacity::isms_manager | Capacity::programme_manager | Capacity::top_management},
    {SignaturePurpose::cancelling, open_states, static_cast<Capacities>(Capacity::isms_manager)}};

// Whoever agrees that an action is given up says which.
void check_action_named(Transaction& t, c::CoSignNonconformity const& body) {
  bool const cancels = body.purpose == SignaturePurpose::cancelling;
  if (cancels && !body.action)
    t.refuse(action_rules::unnamed, "/action", {{"nonconformity", body.nonconformity.text()}});
  auto const* action = cancels && body.action ? t.need(*body.action, "/action") : nullptr;
  auto const* about = t.state().find(body.nonconformity);
  bool const foreign =
      action && (action->nonconformity != body.nonconformity || (about && action->cycle != about->cycle));
  if (!cancels && body.action) t.refuse(action_rules::needless, "/action", {{"action", body.action->text()}});
  if (foreign)
    t.refuse(action_rules::foreign, "/action",
             {{"action", body.action->text()}, {"nonconformity", body.nonconformity.text()}});
  if (action && !foreign && !is_open(*action))
    t.refuse(
        command_rules::wrong_state, "/action",
        {{"key", action->key.text()}, {"state", to_string(action->state)}, {"wanted", "one that is not done yet"}});
}

void agree(Transaction& t, Nonconformity const& found, Person const& person, SecondSignature const& row,
           std::optional<Key<"action">> const& action) {
  auto const held = situation_of(t.state(), found, t.actor(), t.today()).capacities;
  bool const internal = found.source == NonconformitySource::internal_audit;
  auto const signers = internal ? row.signers : row.signers | Capacity::isms_manager;
  if (detail::guard::is_involved(held))
    t.refuse(action_rules::involved, "/actor", {{"actor", t.actor()}, {"nonconformity", found.key.text()}});
  if ((held & signers) == 0)
    t.refuse(command_rules::not_allowed, "/actor", {{"actor", t.actor()}, {"wanted", names_of(signers)}});
  if (!is_in(found.state, row.while_in))
    t.refuse(command_rules::wrong_state, "/nonconformity",
             {{"key", found.key.text()}, {"state", to_string(found.state)}, {"wanted", names_of_states(row.while_in)}});
  auto record = found;
  auto& agreements = record.detours.made().agreements;
  bool const again = std::ranges::any_of(agreements, [&](Agreement const& each) {
    return each.purpose == row.purpose && each.by == person.key && each.action == action && stands(each, found);
  });
  if (!again) agreements.push_back({row.purpose, person.key, t.today(), steps_before(found), action});
  t.put(std::move(record));
}

void co_sign(Transaction& t, c::CoSignNonconformity const& body) {
  auto const* person = t.acting_person();
  auto const* found = t.need(body.nonconformity, "/nonconformity");
  if (!person || !found) return;
  check_action_named(t, body);
  for (auto const& row : second_signatures)
    if (body.purpose == row.purpose) return agree(t, *found, *person, row, body.action);
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
};

}  // namespace

std::span<CommandKind const> nonconformity_commands() noexcept { return nonconformity_kinds; }

}  // namespace v1
}  // namespace annexa
