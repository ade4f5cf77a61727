#include "command/lifecycle_world.hpp"

#include <algorithm>

namespace annexa::testing {
namespace {

namespace c = command;

template <class T>
T key(char const* text) {
  return T::parse(text).value();
}

void add_people(State& state) {
  for (auto const* name : {"anna", "paul", "ida", "tom", "olaf", "otto", "vera", "rita", "zoe"}) {
    Person person;
    person.key = key<Key<"person">>(name);
    put_record(state, person);
  }
  static constexpr std::pair<char const*, Role> roles[] = {
      {"anna", Role::lead_auditor},  {"paul", Role::programme_manager}, {"ida", Role::isms_manager},
      {"tom", Role::top_management}, {"vera", Role::verifier},          {"rita", Role::risk_owner}};
  int number = 0;
  for (auto const& [who, role] : roles) {
    RoleGrant grant;
    grant.key = key<Key<"role-grant">>(("RG-" + std::to_string(++number)).c_str());
    grant.person = key<Key<"person">>(who);
    grant.role = role;
    grant.from = Date::parse("2025-01-01").value();
    put_record(state, grant);
  }
}

void add_places(State& state) {
  Unit unit;
  unit.key = key<Key<"unit">>("U-1");
  unit.name = "Operations";
  unit.owner = key<Key<"person">>("olaf");
  put_record(state, unit);
  Audit audit;
  audit.key = key<Key<"audit">>("A-1");
  audit.title = "Audit";
  audit.state = AuditState::open;
  audit.team = {{key<Key<"person">>("anna"), TeamRole::lead}};
  audit.from = audit.until = Date::parse("2026-01-02").value();
  put_record(state, audit);
  Evidence evidence;
  evidence.key = key<Key<"evidence">>("E-1");
  evidence.audit = audit.key;
  evidence.title = "Log";
  evidence.received_by = key<Key<"person">>("anna");
  put_record(state, evidence);
  Risk risk;
  risk.key = key<Key<"risk">>("R-1");
  risk.title = "Loss";
  risk.owner = key<Key<"person">>("rita");
  risk.status = RiskStatus::accepted;
  risk.scores.residual = Score{};
  risk.acceptance = Acceptance{};
  risk.acceptance->accepted_by = key<Key<"person">>("rita");
  put_record(state, risk);
}

Nonconformity issued(char const* name, NonconformitySource source) {
  Nonconformity n;
  n.key = key<Key<"nonconformity">>(name);
  n.title = "Restores are not tested";
  n.state = NonconformityState::issued;
  n.source = source;
  n.source_ref = name;
  if (source == NonconformitySource::internal_audit) n.audit = key<Key<"audit">>("A-1");
  n.unit = key<Key<"unit">>("U-1");
  n.criteria = {Criterion::parse("acme-policy:4.2").value()};
  n.requirement = "Restores are tested each month";
  n.evidence_statement = "No test in twelve months";
  n.evidence = {key<Key<"evidence">>("E-1")};
  n.gap = "None was made";
  n.grade = Grade::minor;
  n.grade_reasons = {"one system"};
  n.owner = key<Key<"person">>("olaf");
  n.raised_by = key<Key<"person">>("anna");
  n.due.acknowledge = Date::parse("2026-01-12").value();
  n.due.correction = Date::parse("2026-02-02").value();
  auto const when = Instant::parse("2026-01-05T09:00:00Z").value();
  n.trail = {{"T01", NonconformityState::draft, NonconformityState::draft, "anna", when, ""},
             {"T02", NonconformityState::draft, NonconformityState::issued, "anna", when, ""}};
  return n;
}

c::SubmitPlan plan_for(Nonconformity const& record) {
  c::SubmitPlan plan;
  plan.nonconformity = record.key;
  plan.analysts = {key<Key<"person">>("olaf")};
  plan.review = "It is so";
  plan.causes = {{"Nobody is named for restores", {"why", "why"}, true, ""}};
  plan.similar = SimilarSearch{"restore", {key<Key<"unit">>("U-1")}, {}, {}, ""};
  plan.needs_action = true;
  plan.needs_action_because = "It would come back";
  plan.isms_changes = "none, because the procedure says so";
  plan.proportionality = "An hour each month";
  c::PlannedAction action;
  action.title = "Name somebody";
  action.causes = {1};
  action.owner = key<Key<"person">>("otto");
  action.success_criterion = "twelve tests a year";
  action.measurement = "log";
  plan.actions = {action};
  // One that comes back late needs no action, now and then.
  if (record.trail.size() >= 6 && record.trail.size() % 2 == 0) {
    plan.needs_action = false;
    plan.actions.clear();
    plan.causes.front().accepted_because = "the system is given up";
  }
  return plan;
}

std::vector<CorrectiveAction const*> actions_of(State const& state, Nonconformity const& record) {
  return state.select<CorrectiveAction>([&](CorrectiveAction const& each) {
    return each.nonconformity == record.key && each.cycle == record.cycle && each.state != ActionState::cancelled;
  });
}

Command judged(Nonconformity const& record, State const& state, EffectivenessResult result) {
  c::JudgeEffectiveness judge;
  judge.nonconformity = record.key;
  judge.result = result;
  judge.reason = "measured";
  judge.isms_changes_done = "none, because nothing changes";
  judge.issuer_closing = "letter of the body";
  for (auto const* action : actions_of(state, record))
    judge.actions.push_back({action->key, result == EffectivenessResult::effective, "12 of 12"});
  return judge;
}

Command withdrawn(Nonconformity const& record) {
  c::WithdrawNonconformity body;
  body.nonconformity = record.key;
  body.reason = "raised in error";
  body.evidence = {"log"};
  body.issuer_decision = "agreed";
  return body;
}

using Make = Command (*)(Nonconformity const&, State const&, Date);
struct MakeRow {
  std::string_view step;
  Make make;
};
template <class Body>
Body about(Nonconformity const& record) {
  Body body;
  body.nonconformity = record.key;
  return body;
}

constexpr MakeRow make_rows[] = {
    {"T02", [](Nonconformity const& n, State const&, Date) -> Command { return about<c::IssueNonconformity>(n); }},
    {"T03", [](Nonconformity const& n, State const&, Date) { return withdrawn(n); }},
    {"T04",
     [](Nonconformity const& n, State const&, Date) -> Command { return about<c::AcknowledgeNonconformity>(n); }},
    {"T05",
     [](Nonconformity const& n, State const&, Date) -> Command {
       auto body = about<c::DisputeNonconformity>(n);
       body.kind = n.cycle % 2 == 0 ? DisputeKind::grade : DisputeKind::fact;
       body.reason = "a test was made";
       return body;
     }},
    {"T06",
     [](Nonconformity const& n, State const&, Date) -> Command {
       auto body = about<c::DecideDispute>(n);
       body.decision = "it was of another system";
       body.gap = "None was made of this system";
       body.issuer_decision = "stands";
       return body;
     }},
    {"T07", [](Nonconformity const& n, State const&, Date) { return withdrawn(n); }},
    {"T08",
     [](Nonconformity const& n, State const&, Date) -> Command {
       auto body = about<c::MergeNonconformity>(n);
       body.into = key<Key<"nonconformity">>(n.key == "NC-2" ? "NC-1" : "NC-2");
       return body;
     }},
    {"T09",
     [](Nonconformity const& n, State const&, Date today) -> Command {
       auto body = about<c::RecordCorrection>(n);
       body.what = "one restore";
       body.on = today;
       body.by = key<Key<"person">>("olaf");
       body.evidence = {"log"};
       body.consequences = "none, because nothing was lost";
       return body;
     }},
    {"T10",
     [](Nonconformity const& n, State const&, Date) -> Command {
       auto body = about<c::StartAnalysis>(n);
       body.analysts = {key<Key<"person">>("olaf")};
       return body;
     }},
    {"T11", [](Nonconformity const& n, State const&, Date) -> Command { return plan_for(n); }},
    {"T12", [](Nonconformity const& n, State const&, Date) -> Command { return about<c::ApprovePlan>(n); }},
    {"T13",
     [](Nonconformity const& n, State const&, Date) -> Command {
       auto body = about<c::RejectPlan>(n);
       body.reason = "too short";
       return body;
     }},
    {"T14", [](Nonconformity const& n, State const&, Date) -> Command { return about<c::AcceptCorrection>(n); }},
    {"T15",
     [](Nonconformity const& n, State const&, Date) -> Command {
       auto body = about<c::ReportImplemented>(n);
       body.isms_changes = "none, because";
       return body;
     }},
    {"T16",
     [](Nonconformity const& n, State const& state, Date) -> Command {
       auto body = about<c::RejectImplementation>(n);
       body.reason = "not seen";
       for (auto const* action : actions_of(state, n)) body.actions.push_back(action->key);
       return body;
     }},
    {"T17",
     [](Nonconformity const& n, State const& state, Date) -> Command {
       auto body = about<c::StartEffectiveness>(n);
       for (auto const* action : actions_of(state, n)) body.inspected.push_back({action->key, "log", {}, {}});
       return body;
     }},
    {"T18",
     [](Nonconformity const& n, State const&, Date) -> Command {
       auto body = about<c::CloseNonconformity>(n);
       body.confirmation = "log";
       body.issuer_closing = "letter of the body";
       return body;
     }},
    {"T19", [](Nonconformity const& n, State const& s, Date) { return judged(n, s, EffectivenessResult::effective); }},
    {"T20",
     [](Nonconformity const& n, State const& s, Date) { return judged(n, s, EffectivenessResult::ineffective); }},
    {"T21",
     [](Nonconformity const& n, State const&, Date) -> Command {
       auto body = about<c::ReopenNonconformity>(n);
       body.reason = "it came back";
       body.evidence = {"ticket"};
       return body;
     }},
    {"T22",
     [](Nonconformity const& n, State const&, Date today) -> Command {
       auto body = about<c::RequestExtension>(n);
       for (auto const& each : named_deadlines)
         if (n.due.*each.member) body.deadline = each.name;
       body.until = today.plus_days(150);
       body.reason = "a supplier is late";
       body.interim_measure = "a daily copy";
       return body;
     }},
    {"T23",
     [](Nonconformity const& n, State const&, Date) -> Command {
       auto body = about<c::DecideExtension>(n);
       body.granted = n.trail.size() % 2 == 0;
       body.reason = "so be it";
       body.issuer_decision = "granted";
       return body;
     }},
    {"T24",
     [](Nonconformity const& n, State const&, Date today) -> Command {
       auto body = about<c::AcceptDeviation>(n);
       body.risk = key<Key<"risk">>("R-1");
       body.until = today.plus_days(90);
       body.reason = "a new system comes";
       body.compensating_measures = "a daily copy";
       return body;
     }},
    {"T25",
     [](Nonconformity const& n, State const&, Date) -> Command {
       auto body = about<c::EndDeviation>(n);
       body.reason = "revoked";
       return body;
     }},
    {"T26",
     [](Nonconformity const& n, State const&, Date) -> Command {
       auto body = about<c::EndDeviation>(n);
       body.fixed = true;
       body.evidence = {"log"};
       return body;
     }},
    {"T27",
     [](Nonconformity const& n, State const&, Date) -> Command {
       auto body = about<c::RegradeNonconformity>(n);
       body.grade = n.grade == Grade::major ? Grade::minor : Grade::major;
       body.grade_reasons = {"as it turned out"};
       body.reason = "more systems";
       return body;
     }},
    {"T28",
     [](Nonconformity const& n, State const& state, Date) -> Command {
       auto body = about<c::ReassignNonconformity>(n);
       body.owner = key<Key<"person">>(n.owner && *n.owner == "olaf" ? "zoe" : "olaf");
       for (auto const* action : actions_of(state, n))
         body.actions.push_back({action->key, key<Key<"person">>(action->owner == "otto" ? "zoe" : "otto")});
       body.reason = "holiday";
       return body;
     }},
    {"T29",
     [](Nonconformity const& n, State const&, Date) -> Command {
       c::CheckDeadlines body;
       body.nonconformity = n.key;
       return body;
     }},
    {"T30", [](Nonconformity const& n, State const&, Date) { return withdrawn(n); }},
};

}  // namespace

State lifecycle_world() {
  State state;
  add_people(state);
  add_places(state);
  put_record(state, issued("NC-1", NonconformitySource::internal_audit));
  put_record(state, issued("NC-2", NonconformitySource::incident));
  put_record(state, issued("NC-3", NonconformitySource::external_audit));
  return state;
}

std::string right_actor(Step const& row, Nonconformity const& record) {
  static constexpr std::pair<Capacity, std::string_view> people[] = {
      {Capacity::risk_owner, "rita"},  {Capacity::programme_manager, "paul"}, {Capacity::lead_auditor, "anna"},
      {Capacity::isms_manager, "ida"}, {Capacity::verifier, "vera"},          {Capacity::top_management, "tom"}};
  auto const wanted = who_may(row, record.source);
  if (wanted == static_cast<Capacities>(Capacity::clock)) return "ida";
  if (has(wanted, Capacity::process_owner) && record.owner) return record.owner->text();
  for (auto const& [capacity, who] : people)
    if (has(wanted, capacity)) return std::string(who);
  return "anna";
}

Command full_command(Step const& row, Nonconformity const& record, State const& state, Date today) {
  auto const found = std::ranges::find(make_rows, row.id, &MakeRow::step);
  return found->make(record, state, today);
}

Command done_by(Command command, std::string const& actor, Instant at) {
  command.envelope.actor = Key<"person">::parse(actor).value();
  command.envelope.at = at;
  return command;
}

Context world_context() {
  return {Instant::parse("2026-01-05T09:00:00Z").value(), std::string(tool_actor),
          [](Draw const& draw, std::span<unsigned char> bytes) {
            std::uint64_t mixed = draw.journal_size * 1'000'003 + draw.ordinal + 1;
            for (auto& byte : bytes) {
              mixed = mixed * 6364136223846793005ULL + 1442695040888963407ULL;
              byte = static_cast<unsigned char>(mixed >> 56U);
            }
          }};
}

State led_to(NonconformityState wanted, std::string_view key) {
  static constexpr std::string_view way[] = {"T04", "T09", "T10", "T11", "T12", "T15", "T17", "T19"};
  auto state = lifecycle_world();
  auto at = Instant::parse("2026-01-06T09:00:00Z").value();
  for (auto const id : way) {
    auto const* record = state.find<Nonconformity>(key);
    if (record->state == wanted) break;
    State const before = state;
    if (id == "T15")
      before.for_each<CorrectiveAction>([&](CorrectiveAction const& action) {
        state = state_after(state, done_by(command::CompleteAction{action.key, {}, {"log"}}, "otto", at));
      });
    auto const& row = step(id);
    if (id == "T19") at = Instant::at(at.date().plus_days(100), 600);
    state = state_after(state, done_by(full_command(row, *state.find<Nonconformity>(key), state, at.date()),
                                       right_actor(row, *state.find<Nonconformity>(key)), at));
  }
  if (state.find<Nonconformity>(key)->state != wanted) throw std::runtime_error("no way leads to " + to_string(wanted));
  return state;
}

}  // namespace annexa::testing
