// How audits are carried out, on the example organisation.
#include <annexa/command/conduct.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <annexa/base/json.hpp>
#include <annexa/command/conduct_commands.hpp>
#include <boost/json.hpp>

#include <algorithm>
#include <set>

#include "support/example.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

constexpr char const* on_site = "2026-03-11T12:10:00Z";
constexpr char const* second_audit = "2026-09-15T12:00:00Z";

// What becomes of a command about the first audit on its third day.
std::string judged(std::string const& members, char const* actor = "P-AUD1", char const* when = on_site) {
  return outcome(example_state(when), example_command("{" + members + "}", actor, when));
}

std::string warned(std::string const& members, char const* actor = "P-AUD1", char const* when = on_site) {
  return warnings_of(example_state(when), example_command("{" + members + "}", actor, when));
}

std::string assessing(std::string const& members) {
  return R"("command":"audit.assess","audit":"A-2026-1","criterion":"7.5.1","reason":"Because","evidence":["E-21"],)" +
         members;
}

std::string recording(std::string const& members) {
  return judged(R"("command":"audit.record-evidence","audit":"A-2026-1","title":"List",)" + members);
}

ChecklistLine const& line_on(Checklist const& checklist, char const* criterion) {
  auto const found = std::ranges::find(checklist.lines, *Criterion::parse(criterion), &ChecklistLine::criterion);
  REQUIRE(found != checklist.lines.end());
  return *found;
}

// A conclusion that says of each objective that it is met.
std::string concluding(State const& state, std::string const& audit) {
  std::string results;
  std::string reasons;
  for (auto const& each : state.find<Audit>(audit)->objectives) {
    results += (results.empty() ? "" : ",") + std::string(R"("met")");
    reasons += (reasons.empty() ? "" : ",") + std::string(R"("Seen: )") + std::to_string(each.size()) + '"';
  }
  return R"({"command":"audit.conclude","audit":")" + audit + R"(","sampling":"Some","conclusion":{"summary":"So",
      "conforming":true,"effective":true,"objective_results":[)" +
         results + R"(],"by_objective":[)" + reasons + "]}}";
}

}  // namespace

TEST_SUITE("command/audit_conduct") {
  TEST_CASE("an unmet requirement is a nonconformity, and neither conforming nor an opportunity") {
    for (auto const* verdict : {"conforming", "observation", "opportunity"})
      for (auto const* part : {"design", "operation"})
        CHECK(judged(assessing(R"("verdict":")" + std::string(verdict) + R"(",")" + part + R"(":"ineffective")")) ==
              "audit.unmet");
    for (auto const* verdict : {"minor-nonconformity", "major-nonconformity"}) {
      CHECK(judged(assessing(R"("verdict":")" + std::string(verdict) + R"(","operation":"ineffective")")) == "allowed");
      CHECK(judged(assessing(R"("verdict":")" + std::string(verdict) +
                             R"(","design":"effective","operation":"effective")")) == "audit.unmet");
    }
    CHECK(warned(assessing(R"("verdict":"conforming","operation":"partial")")) == "audit.partly");
  }
  TEST_CASE("not applicable is what the statement of applicability excludes, and never a clause") {
    auto const as = [](char const* criterion) {
      return R"("command":"audit.assess","audit":"A-2026-1","reason":"Because","verdict":"not-applicable","criterion":")" +
             std::string(criterion) + '"';
    };
    CHECK(judged(as("7.5.1")) == "audit.not-applicable");
    CHECK(judged(as("A.8.13")) == "audit.not-applicable");
    CHECK(judged(as("A.7.6")) == "allowed");
    CHECK(warned(R"("command":"audit.assess","audit":"A-2026-1","criterion":"A.7.6","verdict":"conforming",
                 "evidence":["E-21"])") == "audit.excluded");
  }
  TEST_CASE("a rating is a value of the audit's scale and stands for the verdict") {
    CHECK(judged(assessing(R"("verdict":"minor-nonconformity","rating":"NC2")")) == "allowed");
    CHECK(judged(assessing(R"("verdict":"minor-nonconformity","rating":"NC1")")) == "audit.rating");
    CHECK(judged(assessing(R"("verdict":"minor-nonconformity","rating":"PF")")) == "audit.rating");
    CHECK(judged(R"("command":"audit.assess","audit":"A-2026-2","criterion":"10.2","verdict":"conforming","rating":"C",
                 "evidence":["E-33"])",
                 "P-AUD2", second_audit) == "audit.rating");
  }
  TEST_CASE("all that is wrong with a verdict is said at once") {
    CHECK(judged(R"("command":"audit.assess","audit":"A-2026-1","criterion":"4.1","verdict":"opportunity",
                 "design":"ineffective","rating":"X")") == "audit.evidence audit.rating audit.reason audit.unmet");
  }
  TEST_CASE("a scale is data: it can say met and not met, and its values stand once") {
    auto const define = [](std::string const& values) {
      return judged(R"("command":"grading-scale.define","title":"AFNOR","values":[)" + values + ']', "P-PRG");
    };
    std::string const good = R"({"id":"PF","name":"Strong","verdict":"conforming"},
      {"id":"PS","name":"Weak","verdict":"observation"},{"id":"NC","name":"Minor","verdict":"minor-nonconformity"},
      {"id":"NCM","name":"Major","verdict":"major-nonconformity"})";
    CHECK(define(good) == "allowed");
    CHECK(define(good + R"(,{"id":"NC","name":"Again","verdict":"minor-nonconformity"})") == "scale.value-twice");
    CHECK(define(R"({"id":"","name":"Strong","verdict":"conforming"})") == "scale.values text.missing");
    CHECK(define("") == "scale.values");
    CHECK(judged(R"("command":"grading-scale.define","title":"Mine","values":[])", "P-AUD7") == "duty.capacity");
  }

  TEST_CASE("the checklist asks about every criterion of the audit, by the templates that were pinned when it opened") {
    auto const state = example_state(on_site);
    auto const made = checklist(state, "A-2026-1");
    REQUIRE(made.has_value());
    CHECK(made->pinned);
    std::set<std::string> asked;
    for (auto const& line : made->lines) asked.insert(line.criterion.text());
    for (auto const& criterion : state.find<Audit>("A-2026-1")->criteria) CHECK(asked.contains(criterion.text()));
    CHECK(line_on(*made, "A.8.13").from == "tarravale/1");
    CHECK(line_on(*made, "A.8.13").basis == "template");
    auto const& own = line_on(*made, "A.8.14");
    CHECK(own.from == "iso27001-2022");
    CHECK_FALSE(own.question.empty());
    CHECK_FALSE(own.evidence.empty());
    CHECK_FALSE(own.methods.empty());
    CHECK(line_on(*made, "A.5.8").units == std::vector{*Key<"unit">::parse("U-DEV")});
    CHECK(line_on(*made, "A.8.8").verdict == Verdict::minor_nonconformity);
    CHECK(checklist(state, "A-1").error().names("reference.unknown"));
  }
  TEST_CASE("a new version of a template changes no audit that is open, and every audit that is not") {
    auto const define = [](char const* reason) {
      return example_command(R"({"command":"checklist-template.define","name":"tarravale","title":"New","items":[
        {"criterion":"A.8.13","question":"Again?"}],"reason":")" +
                                 std::string(reason) + "\"}",
                             "P-PRG", on_site);
    };
    auto const open = example_state(on_site);
    CHECK(outcome(open, define("")) == "text.missing");
    auto const after = state_after(open, define("Shorter"));
    CHECK(after.find<ChecklistTemplate>("tarravale/2")->version == 2);
    CHECK(line_on(*checklist(after, "A-2026-1"), "A.8.13").from == "tarravale/1");
    auto const planned = example_state("2026-02-20T00:00:00Z");
    auto const before = state_after(planned, example_command(R"({"command":"checklist-template.define",
        "name":"tarravale","title":"New","items":[{"criterion":"A.8.13","question":"Again?"}],"reason":"Shorter"})",
                                                             "P-PRG", "2026-02-20T00:00:00Z"));
    CHECK(line_on(*checklist(before, "A-2026-1"), "A.8.13").question == "Again?");
    auto const opened = state_after(
        before, example_command(R"({"command":"audit.open","audit":"A-2026-1"})", "P-AUD1", "2026-03-09T08:45:00Z"));
    CHECK(opened.find<Audit>("A-2026-1")->pinned_templates ==
          std::vector{*Key<"checklist-template">::parse("tarravale/2")});
  }
  TEST_CASE("a template that cannot be used is refused with all that is wrong") {
    CHECK(judged(R"("command":"checklist-template.define","name":"x","title":"X","items":[
                 {"criterion":"A.9.99","question":"","methods":["guess"]}])",
                 "P-PRG") == "checklist.method criterion.unknown text.missing");
    CHECK(judged(R"("command":"checklist-template.define","name":"a/b","title":"X","items":[])", "P-PRG") ==
          "checklist.name");
    CHECK(judged(R"("command":"checklist-template.define","name":"ab","title":"X","items":[])", "P-PRG") ==
          "checklist.items");
  }

  TEST_CASE("what was kept of evidence decides what is on record of it") {
    std::string const digest = R"("sha256":")" + std::string(64, 'a') + R"(","media_type":"text/csv")";
    CHECK(recording(R"("kind":"document","form":"copied",)" + digest) == "allowed");
    CHECK(recording(R"("kind":"document","form":"copied")") == "evidence.digest");
    CHECK(recording(R"("kind":"document","form":"seen","source":"Console",)" + digest) == "evidence.form");
    CHECK(recording(R"("kind":"document","form":"seen")") == "evidence.source");
    CHECK(recording(R"("kind":"document","form":"seen","source":"Console")") == "allowed");
    CHECK(recording(R"("kind":"document","form":"redacted",)" + digest) == "evidence.redaction");
    CHECK(recording(R"("kind":"document","form":"redacted","redaction":"Names",)" + digest) == "allowed");
    CHECK(recording(R"("kind":"statement")") == "evidence.statement");
    CHECK(recording(R"("kind":"observation","statement":"The door stood open")") == "allowed");
    CHECK(recording(R"("kind":"document","media_type":"a list","size":-1,"effective_on":"2026-03-01",
                     "effective_until":"2026-02-01","retain_until":"2026-01-01")") ==
          "evidence.dates evidence.media-type evidence.size");
  }
  TEST_CASE("evidence is used again while it speaks, and not once it has changed") {
    auto const reuse = [](std::string const& members, char const* when = second_audit) {
      return judged(R"("command":"audit.reuse-evidence","audit":"A-2026-2",)" + members, "P-AUD2", when);
    };
    CHECK(reuse(R"("from":"E-6","reason":"Still the last one")") == "allowed");
    CHECK(reuse(R"("from":"E-6","reason":"Still the last one","sha256":")" + std::string(64, 'b') + '"') ==
          "evidence.changed");
    CHECK(reuse(R"("from":"E-5","reason":"It was said")") == "evidence.stale");  // a statement speaks for three months
    CHECK(reuse(R"("from":"E-33","reason":"It is ours")") == "evidence.reuse");
    CHECK(reuse(R"("from":"E-99","reason":" ")") == "reference.unknown");
    CHECK(reuse(R"("from":"E-5","reason":" ","sha256":")" + std::string(64, 'b') + '"') ==
          "evidence.changed evidence.stale text.missing");
    auto const state = example_state("2026-09-16T00:00:00Z");
    auto const* again = state.find<Evidence>("E-46");
    REQUIRE(again);
    CHECK(again->reused_from == *Key<"evidence">::parse("E-6"));
    CHECK(again->effective_on == state.find<Evidence>("E-6")->effective_on);
    CHECK(to_string(again->received_on) == "2026-09-15");
  }
  TEST_CASE("staleness may be set aside with a reason, which stays on record") {
    auto const state = example_state(second_audit);
    auto const command = example_command(R"({"command":"audit.reuse-evidence","audit":"A-2026-2","from":"E-5",
        "reason":"He said so","override":{"rules":["evidence.stale"],"reason":"The director is away until October"}})",
                                         "P-AUD2", second_audit);
    CHECK(outcome(state, command) == "allowed");
    CHECK(warnings_of(state, command) == "evidence.stale");
  }
  TEST_CASE("whoever has evidence hands it over, and what is handed over is what was recorded") {
    auto const hand = [](std::string const& members, char const* actor) {
      return judged(
          R"("command":"audit.transfer-evidence","evidence":"E-17","place":"Safe","reason":"Leaves",)" + members,
          actor);
    };
    CHECK(hand(R"("to":"P-AUD1")", "P-AUD7") == "allowed");
    CHECK(hand(R"("to":"P-AUD8")", "P-AUD1") == "evidence.custody");
    CHECK(hand(R"("to":"P-AUD7")", "P-AUD7") == "evidence.custody");
    CHECK(hand(R"("to":"P-AUD1","sha256":")" + std::string(64, 'c') + '"', "P-AUD7") == "evidence.changed");
    CHECK(hand(R"("to":"P-AUD1")", "P-GAL") == "duty.capacity");
    auto const handed = example_state("2026-03-13T00:00:00Z");
    auto const& custody = handed.find<Evidence>("E-25")->custody;
    REQUIRE(custody.size() == 1);
    CHECK(custody[0].to == *Key<"person">::parse("P-AUD1"));
  }
  TEST_CASE("an interview is on record by function, and its statements are evidence") {
    auto const state = example_state(on_site);
    auto const* interview = state.find<Interview>("IV-1");
    REQUIRE(interview);
    CHECK(interview->function == "Engineer on call");
    CHECK_FALSE(interview->person);
    auto const* evidence = state.find(interview->evidence);
    REQUIRE(evidence);
    CHECK(evidence->kind == EvidenceKind::statement);
    CHECK(evidence->statement.text().find("next patch window") != std::string::npos);
    CHECK(judged(R"("command":"audit.record-interview","audit":"A-2026-1","place":"","interviewers":["P-HR"],
                 "answers":[{"question":"","answer":""}])",
                 "P-AUD7") == "interview.function interview.interviewers text.missing");
    CHECK(judged(R"("command":"audit.record-interview","audit":"A-2026-1","place":"remote","person":"P-OPS",
                 "answers":[{"question":"Why?","answer":"So"}])",
                 "P-AUD7") == "allowed");
    CHECK(judged(R"("command":"audit.record-interview","audit":"A-2026-1","place":"remote","person":"P-OPS")",
                 "P-OPS") == "duty.capacity");
  }

  TEST_CASE("a document that was asked for is handed in, looked at, and becomes evidence") {
    constexpr char const* asked = "2026-03-02T09:00:00Z";
    auto state = example_state(asked);
    auto const act = [&](std::string const& members, char const* actor) {
      return example_command("{" + members + "}", actor, asked);
    };
    CHECK(state.find<DocumentRequest>("DR-1")->asked_of == *Key<"person">::parse("P-PLT"));
    auto const answer = R"("command":"audit.answer-request","request":"DR-1","answer":"In the archive")";
    CHECK(outcome(state, act(answer, "P-GAL")) == "duty.capacity");
    state = state_after(state, act(answer, "P-PLT"));
    CHECK(outcome(state, act(R"("command":"audit.close-request","request":"DR-1","outcome":"accepted")", "P-AUD1")) ==
          "request.evidence");
    CHECK(outcome(state, act(R"("command":"audit.close-request","request":"DR-1","outcome":"open")", "P-AUD1")) ==
          "text.missing");
    CHECK(outcome(state, act(R"("command":"audit.close-request","request":"DR-1","outcome":"declined")", "P-AUD1")) ==
          "request.outcome");
    state = state_after(state, act(R"("command":"audit.close-request","request":"DR-1","outcome":"open",
                                   "reason":"Only one year")",
                                   "P-AUD1"));
    CHECK(state.find<DocumentRequest>("DR-1")->sent_back == std::vector<std::string>{"Only one year"});
    CHECK(state.find<DocumentRequest>("DR-1")->state == RequestState::open);
    CHECK(outcome(state, act(R"("command":"audit.request-document","audit":"A-2026-1","what":" ",
                             "due_on":"2026-01-01")",
                             "P-AUD1")) == "request.due request.of text.missing");
    CHECK(judged(R"("command":"audit.answer-request","request":"DR-2","answer":"Again")", "P-ISM") == "record.state");
  }
  TEST_CASE("a working paper is reviewed by somebody else than who prepared it") {
    constexpr char const* evening = "2026-03-11T18:00:00Z";
    auto const review = [](char const* actor, std::string const& members) {
      return judged(R"("command":"audit.review-paper","paper":"WP-1",)" + members, actor, "2026-03-12T08:00:00Z");
    };
    CHECK(review("P-AUD7", R"("approved":true)") == "paper.own");
    CHECK(review("P-AUD1", R"("approved":true)") == "allowed");
    CHECK(review("P-AUD1", R"("approved":false)") == "text.missing");
    CHECK(review("P-PLT", R"("approved":true)") == "duty.capacity");
    auto const prepare = R"("command":"audit.prepare-paper","audit":"A-2026-1","title":"T","text":"Done",)";
    CHECK(judged(prepare + std::string(R"("paper":"WP-1")"), "P-AUD1", evening) == "paper.author");
    CHECK(judged(prepare + std::string(R"("paper":"WP-1")"), "P-AUD7", evening) == "allowed");
    CHECK(judged(R"("command":"audit.prepare-paper","audit":"A-2026-1","title":" ")", "P-AUD7", evening) ==
          "paper.text text.missing");
    CHECK(judged(prepare + std::string(R"("paper":"WP-1")"), "P-AUD7", "2026-03-12T12:00:00Z") == "record.state");
  }

  TEST_CASE("a plan is sent, objected to by those who got it, answered, and changes for a reason") {
    constexpr char const* february = "2026-02-17T10:00:00Z";
    auto const object = R"("command":"audit.object","audit":"A-2026-1","objection":"Too early")";
    CHECK(judged(object, "P-ENG", february) == "allowed");
    CHECK(judged(object, "P-CUS", february) == "plan.objection");
    CHECK(judged(object, "P-ENG", "2026-02-16T12:00:00Z") == "plan.objection");  // not sent yet
    auto state = example_state("2026-02-17T14:00:00Z");
    auto const at = [](std::string const& members, char const* actor) {
      return example_command("{" + members + "}", actor, "2026-02-17T14:00:00Z");
    };
    auto const approve = at(R"("command":"audit.approve-plan","audit":"A-2026-1")", "P-PRG");
    CHECK(outcome(state, approve) == "plan.objection");
    auto const answer = [&](std::string const& number) {
      return at(R"("command":"audit.answer-objection","audit":"A-2026-1","upheld":true,"answer":"Moved","objection":)" +
                    number,
                "P-AUD1");
    };
    CHECK(outcome(state, answer("2")) == "plan.objection");
    state = state_after(state, answer("1"));
    CHECK(outcome(state, answer("1")) == "plan.objection");
    CHECK(outcome(state, approve) == "allowed");
    auto const replan = R"("command":"audit.plan","audit":"A-2026-1","title":"Again","kind":"internal","scope":"All",
      "units":["U-GOV"],"criteria":["4.1"],"team":[{"person":"P-AUD1","role":"lead"}],"from":"2026-03-09",
      "until":"2026-03-13")";
    CHECK(outcome(state, at(replan, "P-AUD1")) == "text.missing");
    auto const changed = state_after(state, at(replan + std::string(R"(,"change_reason":"The objection")"), "P-AUD1"));
    auto const& events = changed.find<Audit>("A-2026-1")->plan_events;
    REQUIRE(events.size() == 4);
    CHECK(events[3].kind == PlanEventKind::changed);
    CHECK(events[3].text == "The objection");
  }
  TEST_CASE("meetings have attendees and an agenda, and what is not settled in them becomes a diverging opinion") {
    CHECK(warned(R"("command":"audit.hold-meeting","audit":"A-2026-1","kind":"closing","place":"Here")") ==
          "meeting.attendees meeting.agenda");
    CHECK(warned(R"("command":"audit.hold-meeting","audit":"A-2026-1","kind":"team","place":"Here")") == "");
    CHECK(judged(R"("command":"audit.hold-meeting","audit":"A-2026-1","kind":"closing","place":"Here",
                 "objections":[{"subject":"","objection":""}])") == "text.missing");
    auto const held =
        state_after(example_state("2026-03-20T15:00:00Z"),
                    example_command(R"({"command":"audit.hold-meeting","audit":"A-2026-1","kind":"closing",
        "place":"Here","agenda":["Findings"],"attendees":["P-OPS"],"objections":[
        {"subject":"F-6","objection":"It was one board","settled":false},
        {"subject":"F-7","objection":"New ones come","settled":true}]})",
                                    "P-AUD1", "2026-03-20T14:00:00Z"));
    auto const concluded =
        state_after(held, example_command(concluding(held, "A-2026-1"), "P-AUD1", "2026-03-20T15:00:00Z"));
    std::set<std::string> subjects;
    for (auto const& each : concluded.find<Audit>("A-2026-1")->diverging_opinions) subjects.insert(each.subject);
    CHECK(subjects == std::set<std::string>{"F-6", "NC-4, limit of 30 days"});
  }

  TEST_CASE("earlier findings are carried over, and the audit says what became of each") {
    auto const state = example_state("2026-09-16T12:20:00Z");
    auto const& audit = *state.find<Audit>("A-2026-2");
    std::set<std::string> carried;
    for (auto const& each : audit.follow_ups)
      carried.insert(each.nonconformity ? each.nonconformity->text() : each.finding->text());
    CHECK(carried == std::set<std::string>{"NC-1", "NC-2", "NC-3", "NC-4", "NC-5", "F-8", "F-9"});
    auto const say = [&](std::string const& members, char const* actor = "P-AUD2") {
      return outcome(state, example_command(R"({"command":"audit.follow-up","audit":"A-2026-2",)" + members + "}",
                                            actor, "2026-09-16T12:20:00Z"));
    };
    CHECK(say(R"("nonconformity":"NC-1","result":"lasting","reason":"Seen","evidence":["E-41"])") == "allowed");
    CHECK(say(R"("nonconformity":"NC-1","result":"lasting","reason":" ")") == "follow-up.evidence text.missing");
    CHECK(say(R"("nonconformity":"NC-6","result":"in-progress","reason":"Seen")") == "follow-up.of");
    CHECK(say(R"("result":"in-progress","reason":"Seen")") == "follow-up.of");
    CHECK(say(R"("nonconformity":"NC-5","result":"lasting","reason":"Seen","evidence":["E-41"])", "P-AUD3") == "S01");
    auto const conclude = example_command(concluding(state, "A-2026-2"), "P-AUD2", "2026-09-16T12:20:00Z");
    CHECK(warnings_of(state, conclude).find("audit.follow-up") != std::string::npos);
    auto const later = example_state("2026-10-01T00:00:00Z");
    auto const& settled = later.find<Audit>("A-2026-2")->follow_ups;
    CHECK(std::ranges::all_of(settled, [](FollowUp const& each) { return each.result.has_value(); }));
  }
}
