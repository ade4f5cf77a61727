// Each of the 25 separation rules: that breaking it warns or refuses, that keeping it does not, and that a waiver is
// step_taken where one is possible and refused where not.
#include <doctest/doctest.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "lifecycle_world.hpp"
#include "support/example.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

constexpr char const* duty_planned_at = "2026-02-17T09:00:00Z";
constexpr char const* duty_assessed_at = "2026-03-11T15:00:00Z";
constexpr char const* duty_reported_at = "2026-03-27T10:00:00Z";
constexpr char const* duty_day = "2026-01-06T09:00:00Z";

struct DutyTrial {
  State state;
  Command command;
};

// How a rule is broken and kept, and for whom it would be waived.
struct DutyCase {
  std::string rule;
  std::string person;
  std::function<DutyTrial()> broken;
  std::function<DutyTrial()> kept;
};

Command in_world(std::string const& json, char const* actor) { return example_command(json, actor, duty_day); }
Key<"person"> person_key(char const* key) { return Key<"person">::parse(key).value(); }

State world_with(std::function<void(State&)> const& change) {
  auto state = lifecycle_world();
  change(state);
  return state;
}

State world_with_nonconformity(char const* key, std::function<void(Nonconformity&)> const& change) {
  return world_with([&](State& state) {
    auto record = *state.find<Nonconformity>(key);
    change(record);
    put_record(state, record);
  });
}

RoleGrant grant_of(char const* person, Role role, char const* key = "RG-90") {
  RoleGrant grant;
  grant.key = Key<"role-grant">::parse(key).value();
  grant.person = person_key(person);
  grant.role = role;
  grant.from = Date::parse("2025-01-01").value();
  return grant;
}

Command granted(char const* person, char const* role, char const* actor) {
  return in_world(std::string(R"({"command":"role.grant","from":"2026-01-01","person":")") + person + R"(","role":")" +
                      role + "\"}",
                  actor);
}

// A plan of one session of the example, in May.
DutyTrial one_session(std::string const& unit, std::string const& criterion, std::string const& lead,
                      std::string const& team, std::string const& also = "[]") {
  auto const json =
      R"({"command":"audit.plan","audit":"A-2026-9","title":"One session","kind":"internal","criteria":[")" +
      criterion + R"("],"units":[")" + unit + R"("],"team":)" + team +
      R"(,"from":"2026-05-18","until":"2026-05-18","sessions":[{"key":"A-2026-9/S-01","audit":"A-2026-9",
                    "kind":"audit","start":"2026-05-18T09:00:00Z","end":"2026-05-18T10:30:00Z","zone":"Europe/Dublin",
                    "unit":")" +
      unit + R"(","place":"Dublin","methods":["document_review"],"lead":")" + lead + R"(","team":)" + also +
      R"(,"criteria":[")" + criterion + R"("]}]})";
  return {example_state(duty_planned_at), example_command(json, "P-AUD1", duty_planned_at)};
}

Nonconformity in_state(Nonconformity record, NonconformityState state) {
  record.state = state;
  record.correction = Correction{CorrectionState::done, "one restore", Date::parse("2026-01-05").value(),
                                 person_key("olaf"),    {"log"},       "none, because nothing was lost"};
  auto const submitted = full_command(step("T11"), record, {}, {}).body<command::SubmitPlan>();
  auto& analysis = record.analysis.emplace();
  analysis.analysts = submitted.analysts;
  analysis.review = submitted.review;
  analysis.causes = submitted.causes;
  analysis.similar = submitted.similar;
  analysis.needs_action = submitted.needs_action;
  analysis.needs_action_because = submitted.needs_action_because;
  analysis.isms_changes = submitted.isms_changes;
  analysis.proportionality = submitted.proportionality;
  return record;
}

// NC-2 with one action of @p owner, in that state.
State with_action(NonconformityState state, ActionState action_state, char const* owner) {
  return world_with([&](State& all) {
    put_record(all, in_state(*all.find<Nonconformity>("NC-2"), state));
    CorrectiveAction action;
    action.key = Key<"action">::parse("CA-1").value();
    action.nonconformity = Key<"nonconformity">::parse("NC-2").value();
    action.title = "Name somebody";
    action.causes = {1};
    action.owner = person_key(owner);
    action.state = action_state;
    action.evidence = {"log"};
    put_record(all, action);
  });
}

Command step_command(State const& state, char const* key, char const* id, char const* actor) {
  auto const& record = *state.find<Nonconformity>(key);
  return done_by(full_command(step(id), record, state, Date::parse("2026-01-06").value()), actor,
                 Instant::parse(duty_day).value());
}
DutyTrial step_taken(State const& state, char const* key, char const* id, char const* actor) {
  return {state, step_command(state, key, id, actor)};
}

DutyTrial analysed_by(char const* analyst) {
  auto const state = world_with_nonconformity("NC-1", [](Nonconformity& n) {
    n = in_state(n, NonconformityState::acknowledged);
    n.analysis.reset();
  });
  return {state,
          in_world(std::string(R"({"command":"nonconformity.start-analysis","nonconformity":"NC-1","analysts":[")") +
                       analyst + "\"]}",
                   "olaf")};
}

DutyTrial planned_for(char const* owner) {
  auto const state =
      world_with_nonconformity("NC-1", [](Nonconformity& n) { n = in_state(n, NonconformityState::analysis); });
  auto body = step_command(state, "NC-1", "T11", "olaf").body<command::SubmitPlan>();
  body.actions.front().owner = person_key(owner);
  return {state, done_by(Command(std::move(body)), "olaf", Instant::parse(duty_day).value())};
}

DutyTrial dispute_decided(char const* actor) {
  auto const state = world_with_nonconformity("NC-1", [](Nonconformity& n) {
    n.state = NonconformityState::disputed;
    Dispute dispute;
    dispute.kind = DisputeKind::grade;
    dispute.reason = "it is a minor";
    n.detours.made().disputes = {dispute};
  });
  return step_taken(state, "NC-1", "T06", actor);
}

DutyTrial closed_major(bool with_signatures) {
  auto const state = world_with_nonconformity("NC-2", [&](Nonconformity& n) {
    n = in_state(n, NonconformityState::verification);
    n.analysis->needs_action = false;
    n.grade = Grade::major;
    if (with_signatures) n.co_signed_by = {person_key("ida"), person_key("tom")};
  });
  return step_taken(state, "NC-2", "T18", "vera");
}

DutyTrial extension_decided(char const* decider) {
  auto const state = world_with_nonconformity("NC-2", [](Nonconformity& n) {
    n.owner = person_key("paul");
    Extension extension;
    extension.deadline = "acknowledge";
    extension.original = *n.due.acknowledge;
    extension.until = extension.original.plus_days(10);
    extension.requested_by = "paul";
    n.detours.made().extensions = {extension};
  });
  return step_taken(state, "NC-2", "T23", decider);
}

DutyTrial assessed_by_manager(bool manages) {
  auto state = example_state(duty_assessed_at);
  if (manages) put_record(state, grant_of("P-AUD8", Role::isms_manager));
  return {state, example_command(R"({"command":"audit.assess","audit":"A-2026-1","criterion":"A.7.6",
    "verdict":"conforming","evidence":["E-1"]})",
                                 "P-AUD8", duty_assessed_at)};
}

DutyTrial report_issued(bool to_management) {
  auto state = example_state(duty_reported_at);
  auto audit = *state.find<Audit>("A-2026-1");
  if (!to_management) audit.distribution = {"Owners of the audited units", "P-PLT"};
  put_record(state, audit);
  return {state, example_command(R"({"command":"audit.issue-report","audit":"A-2026-1"})", "P-AUD1", duty_reported_at)};
}

DutyTrial programme_approved(char const* actor) {
  auto const state = world_with([](State& all) {
    put_record(all, grant_of("anna", Role::isms_manager));
    Programme programme;
    programme.key = Key<"programme">::parse("PRG-1").value();
    programme.from = programme.until = Date::parse("2026-12-31").value();
    put_record(all, programme);
  });
  return {state, in_world(R"({"command":"programme.approve","programme":"PRG-1"})", actor)};
}

DutyTrial method_changed(char const* actor) {
  auto state = example_state(duty_planned_at);
  auto method = *state.all<Method>().front();
  method.grid[0][0] = 2;
  auto command = Command::of("risk-method.adopt", method);
  command.envelope.actor = person_key(actor);
  command.envelope.at = Instant::parse(duty_planned_at).value();
  return {state, command};
}

DutyTrial statement_approved(char const* actor) {
  constexpr char const* when = "2026-02-03T10:00:00Z";
  for (auto command : example_commands("cycle.json"))
    if (command.kind().name == "soa.approve" && command.envelope.at == Instant::parse(when).value()) {
      command.envelope.actor = person_key(actor);
      return {example_state(when), command};
    }
  throw std::runtime_error("the example approves no statement");
}

DutyTrial finding_regraded(AuditState audit_state) {
  auto const state = world_with([&](State& all) {
    auto audit = *all.find<Audit>("A-1");
    audit.state = audit_state;
    put_record(all, audit);
    Finding finding;
    finding.key = Key<"finding">::parse("F-1").value();
    finding.audit = audit.key;
    finding.kind = FindingKind::nonconformity;
    finding.title = "Restores";
    finding.statement = "No test";
    finding.raised_by = person_key("anna");
    put_record(all, finding);
  });
  return {state,
          in_world(R"({"command":"finding.grade","finding":"F-1","grade":"minor","reasons":["one system"]})", "anna")};
}

constexpr char const* lead_one = R"([{"person":"P-AUD1","role":"lead"}])";

std::vector<DutyCase> duty_cases() {
  return {
      {"S01", "P-AUD3",
       [] {
         return one_session("U-REG", "A.5.33", "P-AUD3",
                            R"([{"person":"P-AUD1","role":"lead"},{"person":"P-AUD3","role":"auditor"}])");
       },
       [] { return one_session("U-REG", "A.5.33", "P-AUD1", lead_one); }},
      {"S02", "P-AUD5",
       [] {
         return one_session("U-SUP", "A.5.10", "P-AUD1",
                            R"([{"person":"P-AUD1","role":"lead"},{"person":"P-AUD5","role":"auditor"}])",
                            R"(["P-AUD5"])");
       },
       [] { return one_session("U-SUP", "A.5.10", "P-AUD1", lead_one); }},
      {"S03", "P-AUD8", [] { return assessed_by_manager(true); }, [] { return assessed_by_manager(false); }},
      {"S04", "P-AUD1", [] { return report_issued(false); }, [] { return report_issued(true); }},
      {"S05", "anna", [] { return programme_approved("anna"); }, [] { return programme_approved("ida"); }},
      {"S06", "P-AUD4",
       [] {
         return one_session("U-REG", "A.5.33", "P-AUD4",
                            R"([{"person":"P-AUD1","role":"lead"},{"person":"P-AUD4","role":"expert"}])",
                            R"(["P-AUD1"])");
       },
       [] { return one_session("U-REG", "A.5.33", "P-AUD1", lead_one); }},
      {"S07", "P-AUD1", [] { return one_session("U-DEV", "A.8.28", "P-AUD1", lead_one); },
       [] { return one_session("U-REG", "A.5.33", "P-AUD1", lead_one); }},
      {"S08", "anna", [] { return planned_for("anna"); }, [] { return planned_for("otto"); }},
      {"S09", "anna", [] { return analysed_by("anna"); }, [] { return analysed_by("olaf"); }},
      {"S10", "vera",
       [] {
         return step_taken(with_action(NonconformityState::verification, ActionState::done, "vera"), "NC-2", "T17",
                           "vera");
       },
       [] {
         return step_taken(with_action(NonconformityState::verification, ActionState::done, "otto"), "NC-2", "T17",
                           "vera");
       }},
      {"S11", "ida",
       [] {
         return step_taken(with_action(NonconformityState::plan_review, ActionState::proposed, "ida"), "NC-2", "T12",
                           "ida");
       },
       [] {
         return step_taken(with_action(NonconformityState::plan_review, ActionState::proposed, "otto"), "NC-2", "T12",
                           "ida");
       }},
      {"S12", "tom",
       [] {
         return DutyTrial{lifecycle_world(),
                          in_world(R"({"command":"risk.accept","risk":"R-1","reason":"small"})", "tom")};
       },
       [] {
         return DutyTrial{lifecycle_world(),
                          in_world(R"({"command":"risk.accept","risk":"R-1","reason":"small"})", "rita")};
       }},
      {"S13", "ida",
       [] {
         return DutyTrial{lifecycle_world(), in_world(R"({"command":"risk.identify","title":"Fire"})", "ida")};
       },
       [] {
         return DutyTrial{lifecycle_world(),
                          in_world(R"({"command":"risk.identify","title":"Fire","owner":"rita"})", "ida")};
       }},
      {"S14", "P-ISM", [] { return method_changed("P-ISM"); }, [] { return method_changed("P-CEO"); }},
      {"S15", "P-ISM", [] { return statement_approved("P-ISM"); }, [] { return statement_approved("P-CEO"); }},
      {"S16", "ida",
       [] {
         return DutyTrial{
             lifecycle_world(),
             in_world(
                 R"({"command":"document.add","title":"Policy","kind":"policy","owner":"ida","approved_by":"ida"})",
                 "ida")};
       },
       [] {
         return DutyTrial{
             lifecycle_world(),
             in_world(
                 R"({"command":"document.add","title":"Policy","kind":"policy","owner":"ida","approved_by":"tom"})",
                 "ida")};
       }},
      {"S17", "ida",
       [] {
         return DutyTrial{lifecycle_world(), granted("zoe", "programme-manager", "ida")};
       },
       [] {
         return DutyTrial{lifecycle_world(), granted("zoe", "programme-manager", "tom")};
       }},
      {"S18", "ida",
       [] {
         return DutyTrial{lifecycle_world(), granted("ida", "auditor", "tom")};
       },
       [] {
         return DutyTrial{lifecycle_world(), granted("zoe", "auditor", "tom")};
       }},
      {"S19", "anna",
       [] {
         return DutyTrial{lifecycle_world(), in_world(R"({"command":"audit.record-evidence","audit":"A-1",
           "kind":"technical-test","title":"Scan"})",
                                                      "anna")};
       },
       [] {
         return DutyTrial{lifecycle_world(), in_world(R"({"command":"audit.record-evidence","audit":"A-1",
           "kind":"technical-test","title":"Scan","unit":"U-1","source":"log of 6 January, agreed by olaf"})",
                                                      "anna")};
       }},
      {"S20", "anna", [] { return dispute_decided("anna"); }, [] { return dispute_decided("paul"); }},
      {"S21", "vera", [] { return closed_major(false); }, [] { return closed_major(true); }},
      {"S22", "paul", [] { return extension_decided("paul"); }, [] { return extension_decided("tom"); }},
      {"S23", "anna", [] { return finding_regraded(AuditState::reported); },
       [] { return finding_regraded(AuditState::open); }},
      {"S25", "ida",
       [] {
         return DutyTrial{lifecycle_world(), granted("ida", "programme-manager", "tom")};
       },
       [] {
         return DutyTrial{lifecycle_world(), granted("zoe", "verifier", "tom")};
       }},
  };
}

bool in_list(std::vector<Violation> const& list, std::string const& rule) {
  return std::ranges::any_of(list, [&](Violation const& each) { return each.rule == rule; });
}

// What is word_on of the rule: "refused", "warned" or nothing.
std::string word_on(DutyTrial const& trial, std::string const& rule) {
  auto const decision = decide(trial.state, trial.command, world_context());
  if (!decision) return in_list(decision.error().violations(), rule) ? "refused" : "";
  return in_list(decision->warnings, rule) ? "warned" : "";
}

Waiver waiver_of(DutyCase const& each) {
  Waiver waiver;
  waiver.key = Key<"waiver">::parse("W-90").value();
  waiver.rule = each.rule;
  waiver.person = person_key(each.person.c_str());
  waiver.reason = "six people";
  waiver.compensating_measure = "a peer of another firm reads it";
  waiver.from = Date::parse("2026-01-01").value();
  waiver.expires_on = Date::parse("2026-12-31").value();
  return waiver;
}

}  // namespace

TEST_SUITE("command/duties") {
  TEST_CASE("each rule refuses or warns where it is broken, as its row says, and says nothing where it is kept") {
    std::size_t tried = 1;  // S24 has a case of its own
    for (auto const& each : duty_cases()) {
      CAPTURE(each.rule);
      auto const& duty = *find_duty_rule(each.rule);
      CHECK(word_on(each.broken(), each.rule) == (duty.effect == DutyEffect::deny ? "refused" : "warned"));
      CHECK(word_on(each.kept(), each.rule) == "");
      ++tried;
    }
    CHECK(tried == duty_rules.size());
  }
  TEST_CASE("a waiver with a measure is step_taken where the rule leaves room, and refused where not") {
    for (auto const& each : duty_cases()) {
      CAPTURE(each.rule);
      auto const& duty = *find_duty_rule(each.rule);
      auto trial = each.broken();
      Error problems;
      check_waiver(waiver_of(each), problems);
      CHECK(problems.names("waiver.impossible") != duty.waivable);
      put_record(trial.state, waiver_of(each));
      auto const after = word_on(trial, each.rule);
      if (!duty.waivable)
        CHECK(after == (duty.effect == DutyEffect::deny ? "refused" : "warned"));
      else
        CHECK(after == (duty.effect == DutyEffect::deny ? "warned" : ""));
    }
  }
  TEST_CASE("S24: nothing is set aside without a reason, nor what the standard demands, and what is stands on record") {
    auto trial =
        step_taken(with_action(NonconformityState::plan_review, ActionState::proposed, "ida"), "NC-2", "T12", "ida");
    auto const with = [&](std::vector<std::string> rules, std::string reason) {
      auto command = trial.command;
      command.envelope.override_ = OverrideRequest{std::move(rules), std::move(reason)};
      return decide(trial.state, command, world_context());
    };
    CHECK(with({"S11"}, " ").error().names("text.missing"));
    CHECK(with({"S01"}, "nobody else").error().names("override.impossible"));
    CHECK(with({"T12.covered"}, "nobody else").error().names("override.impossible"));
    auto const done = with({"S11"}, "nobody else");
    REQUIRE(done.has_value());
    CHECK(done->state.all<Override>().size() == 1);
    Error problems;
    check_waiver(waiver_of({"S24", "ida", {}, {}}), problems);
    CHECK(problems.names("waiver.impossible"));
  }
  TEST_CASE("an organisation makes a rule stricter, or weaker as far as its basis allows") {
    auto const configure = [](char const* rule, char const* effect) {
      return in_world(std::string(R"({"command":"duty.configure","reason":"six people","duty":")") + rule +
                          R"(","effect":")" + effect + "\"}",
                      "ida");
    };
    auto const world = lifecycle_world();
    for (auto const& duty : duty_rules) {
      auto const rule = std::string(duty.rule.id);
      CAPTURE(rule);
      CHECK(outcome(world, configure(rule.c_str(), "deny")) == "allowed");
      CHECK((outcome(world, configure(rule.c_str(), "warn")) == "allowed") ==
            (duty.basis != DutyBasis::required || duty.effect == DutyEffect::warn));
      CHECK((outcome(world, configure(rule.c_str(), "allow")) == "allowed") == (duty.basis == DutyBasis::practice));
    }
    CHECK(outcome(world, configure("T11.systemic", "allow")) == "allowed");
    CHECK(outcome(world, configure("T11.review", "warn")) == "duty.too-weak");
    CHECK(outcome(world, configure("S99", "warn")) == "duty.unknown");
    CHECK(outcome(world, in_world(R"({"command":"duty.configure","duty":"S11","effect":"deny"})", "ida")) ==
          "text.missing");
    CHECK(outcome(world, in_world(R"({"command":"duty.configure","duty":"S11","effect":"deny","reason":"x"})",
                                  "olaf")) == "duty.capacity");

    auto trial =
        step_taken(with_action(NonconformityState::plan_review, ActionState::proposed, "ida"), "NC-2", "T12", "ida");
    trial.state = state_after(trial.state, configure("S11", "deny"));
    CHECK(word_on(trial, "S11") == "refused");
    trial.state = state_after(trial.state, configure("S11", "allow"));
    CHECK(word_on(trial, "S11") == "");
  }
  TEST_CASE("a one-person firm is told that nobody can audit own work, and that an outside auditor is the answer") {
    DutyTrial const alone = one_session("U-REG", "A.5.33", "P-AUD3",
                                        R"([{"person":"P-AUD1","role":"lead"},{"person":"P-AUD3","role":"auditor"}])");
    CHECK(word_on(alone, "S01") == "refused");
    auto const waiver = example_command(R"({"command":"waiver.record","rule":"S01","person":"P-AUD3","reason":"alone",
      "compensating_measure":"none","from":"2026-01-01","expires_on":"2026-12-31"})",
                                        "P-CEO", duty_planned_at);
    auto const refused = decide(alone.state, waiver, world_context());
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().names("waiver.impossible"));
    CHECK(refused.error().text().find("auditor from outside") != std::string::npos);
  }
}
