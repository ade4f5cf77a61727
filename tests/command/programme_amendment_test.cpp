#include <annexa/command/planning.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <annexa/audit/propose_programme.hpp>
#include <annexa/base/json.hpp>
#include <boost/json.hpp>

#include <algorithm>
#include <set>

#include "support/example.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

template <FixedString Noun>
Key<Noun> named(std::string const& text) {
  return *Key<Noun>::parse(text);
}
Date on_day(char const* text) { return *Date::parse(text); }

State const& begun() {
  static State const state = example_organization().state;
  return state;
}

Context acting(State const& state, char const* actor, char const* when) {
  auto context = example_context();
  context.actor = actor;
  context.now = std::max(state.latest, *Instant::parse(when));
  return context;
}

State done(State const& state, Command const& command, char const* actor, char const* when,
           std::vector<std::string>* warnings = nullptr) {
  auto decided = decide(state, command, acting(state, actor, when));
  REQUIRE_MESSAGE(decided.has_value(), decided.error().text());
  if (warnings)
    for (auto const& warning : decided->warnings) warnings->push_back(warning.rule);
  return decided->state;
}

Error refusal(State const& state, Command const& command, char const* actor, char const* when) {
  auto decided = decide(state, command, acting(state, actor, when));
  REQUIRE(decided.has_error());
  return decided.error();
}

Command approval() {
  command::ApproveProgramme body;
  body.programme = named<"programme">("PRG-2026");
  return Command::of("programme.approve", body);
}

constexpr char const* summer = "2026-06-15T09:00:00Z";

Programme const& programme_of(State const& state) { return *state.find<Programme>("PRG-2026"); }

// An amendment that leaves everything as it is.
command::AmendProgramme amendment(State const& state) {
  command::AmendProgramme body;
  body.programme = named<"programme">("PRG-2026");
  body.because = "The second half of the year is planned anew.";
  body.entries = programme_of(state).entries;
  return body;
}

Command amending(command::AmendProgramme const& body) { return Command::of("programme.amend", body); }

std::set<std::string> units_ahead(std::vector<ProgrammeEntry> const& entries) {
  std::set<std::string> units;
  for (auto const& entry : entries)
    for (auto const& unit : entry.units) units.insert(unit.text());
  return units;
}

}  // namespace

TEST_SUITE("command/programme_amendment") {
  TEST_CASE("a programme in force is amended and not proposed again; one that is proposed is proposed again") {
    auto again = programme_of(begun());
    again.state = ProgrammeState::proposed;
    again.approved_by.reset();
    again.approved_on.reset();
    CHECK(refusal(begun(), Command::of("programme.propose", again), "P-PRG", summer).names("programme.in-force"));
    again.key = named<"programme">("PRG-2027");
    for (auto& entry : again.entries) entry.audit = "B" + entry.audit;
    auto const state = done(begun(), Command::of("programme.propose", again), "P-PRG", summer);
    auto body = amendment(begun());
    body.programme = again.key;
    CHECK(refusal(state, amending(body), "P-PRG", summer).names("programme.not-in-force"));
    CHECK(amendment_request(state, "PRG-2027", on_day("2026-07-01"), {}).error().names("programme.not-in-force"));
    CHECK(amendment_request(state, "PRG-1", on_day("2026-07-01"), {}).error().names("reference.unknown"));
    CHECK(amendment_request(state, "PRG-2026", on_day("2027-07-01"), {}).error().names("programme.window"));
  }
  TEST_CASE("until it is approved the programme stays in force as it is, and another amendment takes its place") {
    auto body = amendment(begun());
    body.entries.back().title = "Another title";
    auto const before = programme_of(begun()).entries;
    auto state = done(begun(), amending(body), "P-PRG", summer);
    CHECK(programme_of(state).entries == before);
    CHECK(programme_of(state).state == ProgrammeState::approved);
    REQUIRE(pending_amendment(programme_of(state)));
    body.because = "Better thought of.";
    body.entries.back().title = "Yet another title";
    state = done(state, amending(body), "P-PRG", summer);
    REQUIRE(programme_of(state).amendments.size() == 1);
    CHECK(programme_of(state).amendments[0].because == "Better thought of.");
    state = done(state, approval(), "P-CEO", summer);
    CHECK_FALSE(pending_amendment(programme_of(state)));
    CHECK(programme_of(state).entries.back().title == "Yet another title");
    CHECK(programme_of(state).amendments[0].approved_by == named<"person">("P-CEO"));
    CHECK(programme_of(state).amendments[0].entries.empty());
    state = done(state, amending(amendment(state)), "P-PRG", summer);
    CHECK(programme_of(state).amendments.size() == 2);
    CHECK(programme_of(state).amendments[1].number == 2);
  }
  TEST_CASE("what is owed is not dropped, but released with a reason") {
    auto body = amendment(begun());
    auto const dropped = body.entries.back();
    body.entries.pop_back();
    auto const refused = refusal(begun(), amending(body), "P-PRG", "2026-01-25T09:00:00Z");
    CHECK(refused.names("programme.owed"));
    std::set<Criterion> elsewhere;
    for (auto const& entry : body.entries) elsewhere.insert(entry.criteria.begin(), entry.criteria.end());
    auto const units = units_ahead(body.entries);
    for (auto const& unit : dropped.units)
      if (!units.contains(unit.text())) body.released.push_back({unit, {}, "It moves to another company."});
    for (auto const& each : dropped.criteria)
      if (!elsewhere.contains(each)) body.released.push_back({{}, each, "It moves with the unit."});
    REQUIRE_FALSE(body.released.empty());
    auto const state = done(begun(), amending(body), "P-PRG", "2026-01-25T09:00:00Z");
    CHECK(pending_amendment(programme_of(state))->released == body.released);
    body.released.front().because.clear();
    body.released.push_back({named<"unit">("U-99"), {}, "Nobody knows it."});
    body.released.push_back({});
    auto const wrong = refusal(begun(), amending(body), "P-PRG", "2026-01-25T09:00:00Z");
    CHECK(wrong.names("text.missing"));
    CHECK(wrong.names("programme.released"));
  }
  TEST_CASE("an amendment says why, has no audit twice and none outside the programme") {
    auto body = amendment(begun());
    body.because.clear();
    body.entries.push_back(body.entries.front());
    body.entries.back().from = on_day("2031-01-01");
    auto const wrong = refusal(begun(), amending(body), "P-PRG", summer);
    CHECK(wrong.names("text.missing"));
    CHECK(wrong.names("programme.audit-key"));
    CHECK(wrong.names("programme.entry-window"));
  }
  TEST_CASE("audits on record stay as they were planned, whether the amendment has them or not") {
    auto const state = example_state("2026-06-15T00:00:00Z");
    auto const& entries = programme_of(state).entries;
    auto const taken = std::ranges::count_if(entries, [&](auto const& each) { return state.find<Audit>(each.audit); });
    REQUIRE(taken > 0);
    auto body = amendment(state);
    std::erase_if(body.entries, [&](auto const& each) { return state.find<Audit>(each.audit) != nullptr; });
    auto const amended = done(state, amending(body), "P-PRG", summer);
    CHECK(pending_amendment(programme_of(amended))->entries == entries);
    auto other = amendment(state);
    for (auto& entry : other.entries)
      if (state.find<Audit>(entry.audit)) entry.units.clear();
    CHECK(refusal(state, amending(other), "P-PRG", summer).names("programme.taken-up"));
  }
  TEST_CASE("visits that become fewer or later are told, and every move is on record") {
    auto body = amendment(begun());
    auto const unit = body.entries.front().units.front();
    auto const month = body.entries.front().from;
    std::erase(body.entries.front().units, unit);
    bool elsewhere = false;
    for (auto const& entry : body.entries) elsewhere |= std::ranges::find(entry.units, unit) != entry.units.end();
    if (!elsewhere) body.entries.back().units.push_back(unit);
    std::vector<std::string> warnings;
    auto const state = done(begun(), amending(body), "P-PRG", "2026-01-25T09:00:00Z", &warnings);
    CHECK(std::ranges::find(warnings, "programme.later") != warnings.end());
    auto const& moved = pending_amendment(programme_of(state))->moved;
    auto const row = std::ranges::find(moved, unit, &MovedVisits::unit);
    REQUIRE(row != moved.end());
    CHECK(row->before.front() == month);
    CHECK(row->after.front() > month);
  }
  TEST_CASE("what was planned and not carried out is owed, what is planned yet is kept, what is gone is named") {
    auto const request = amendment_request(begun(), "PRG-2026", on_day("2026-07-01"), {}, on_day("2026-06-30")).value();
    CHECK(request.until == on_day("2026-12-31"));
    std::size_t owed = 0;
    std::size_t planned = 0;
    for (auto const& unit : request.units) {
      for (auto const& entry : programme_of(begun()).entries) {
        if (std::ranges::find(entry.units, unit.unit) == entry.units.end()) continue;
        CAPTURE(unit.unit.text());
        if (entry.from < on_day("2026-07-01"))
          CHECK(unit.owed_since.value() <= entry.from);
        else
          CHECK(std::ranges::find(unit.planned, entry.from) != unit.planned.end());
      }
      owed += unit.owed_since ? 1 : 0;
      planned += unit.planned.size();
    }
    CHECK(owed > 0);
    CHECK(planned > 0);
    auto const gone =
        std::ranges::find_if(request.units, [](auto const& unit) { return unit.owed_since.has_value(); })->unit;
    auto const retiring = R"({"command":"unit.retire","unit":")" + gone.text() + R"("})";
    auto const state =
        done(begun(), read_command(parse_json(retiring).value()).value(), "P-PRG", "2026-02-01T09:00:00Z");
    auto const later = amendment_request(state, "PRG-2026", on_day("2026-07-01"), {}, on_day("2026-06-30")).value();
    CHECK(std::ranges::find(later.owed_elsewhere, gone) != later.owed_elsewhere.end());
    std::vector<ReleasedCoverage> const released{{gone, {}, "It was closed."}};
    auto const let_go =
        amendment_request(state, "PRG-2026", on_day("2026-07-01"), {}, on_day("2026-06-30"), released).value();
    CHECK(std::ranges::find(let_go.owed_elsewhere, gone) == let_go.owed_elsewhere.end());
  }
  TEST_CASE("the proposed amendment is accepted, keeps what is owed and comes into force") {
    auto request = amendment_request(begun(), "PRG-2026", on_day("2026-07-01"),
                                     programme_parameters(begun(), "PRG-2026").value(), on_day("2026-06-20"))
                       .value();
    request.parameters.iterations = 2000;
    auto const proposal = propose_programme(request).value();
    for (auto const& gap : proposal.uncovered) FAIL_CHECK(gap.because);
    CHECK(proposal.programme.until == on_day("2026-12-31"));
    auto state =
        done(begun(), amendment_command(begun(), proposal, "Nobody could travel in spring.", {}, on_day("2026-06-20")),
             "P-PRG", "2026-06-20T09:00:00Z");
    state = done(state, approval(), "P-CEO", "2026-06-22T09:00:00Z");
    CHECK(programme_of(state).entries == proposal.programme.entries);
    CHECK(programme_of(state).parameters == proposal.programme.parameters);
    auto const units = units_ahead(programme_of(state).entries);
    for (auto const& row : request.units) CHECK(units.contains(row.unit.text()));
    CHECK_FALSE(programme_of(state).amendments.front().moved.empty());
    CHECK(programme_parameters(state, "PRG-2026").value() == proposal.programme.parameters);
  }
  TEST_CASE(
      "serious incidents and unplanned changes ask for a special audit, the actions of a major one for a follow-up") {
    auto state = begun();
    auto const first = programme_request(state, on_day("2027-01-01")).units.front().unit;
    auto const on = [&](char const* text) {
      state = done(state, read_command(parse_json(std::string(text)).value()).value(), "P-PRG", "2026-11-20T09:00:00Z");
    };
    auto const row = [&] {
      auto const request = programme_request(state, on_day("2027-01-01"));
      return *std::ranges::find(request.units, first, &AuditableUnit::unit);
    };
    CHECK_FALSE(row().event_on);
    auto const incident = [&](char const* severity, char const* when) {
      return R"({"command":"incident.record","title":"Mail read by others","state":"responding","severity":")" +
             std::string(severity) + R"(","reported_on":")" + when + R"(","units":[")" + first.text() + "\"]}";
    };
    on(incident("medium", "2026-10-01").c_str());
    CHECK(row().incidents == 1);
    CHECK_FALSE(row().event_on);
    on(incident("high", "2026-11-02").c_str());
    CHECK(row().incidents == 2);
    CHECK(row().event_on == on_day("2026-11-02"));
    auto const change =
        R"({"command":"change.record","title":"New mail service","unplanned":true,"state":"done","done_on":"2026-11-10",
            "review":"It held.","units":[")" +
        first.text() + "\"]}";
    on(change.c_str());
    CHECK(row().event_on == on_day("2026-11-10"));
    CHECK(row().changed_on == on_day("2026-11-10"));
    auto const proposal = propose_programme(programme_request(state, on_day("2027-01-01"))).value();
    CHECK(std::ranges::any_of(proposal.visits, [&](ProgrammeVisit const& visit) {
      return visit.unit == first && visit.kind == AuditKind::special;
    }));
  }
  TEST_CASE("what is not due yet is not owed: it stays in an amendment, and counts as to come for the next programme") {
    auto const early = on_day("2026-02-01");
    auto const request = amendment_request(begun(), "PRG-2026", on_day("2026-07-01"), {}, early).value();
    for (auto const& unit : request.units) CHECK_FALSE(unit.owed_since);
    auto const command = amendment_command(begun(), propose_programme(request).value(), "It has to be.", {}, early);
    auto const state = done(begun(), command, "P-PRG", "2026-02-01T09:00:00Z");
    CHECK(pending_amendment(programme_of(state))->entries.front() == programme_of(begun()).entries.front());
    auto const next = programme_request(begun(), on_day("2027-01-01"), {}, early);
    for (auto const& unit : next.units) {
      CHECK_FALSE(unit.owed_since);
      CHECK(unit.last_audited_on > on_day("2026-01-01"));
    }
  }
  TEST_CASE("an audit on record does not stand in for another visit that is owed, nor a cancelled or lapsed one") {
    auto const state = example_state("2026-02-20T00:00:00Z");  // A-2026-1 is planned for March
    REQUIRE(state.find<Audit>("A-2026-1"));
    auto body = amendment(state);
    auto& autumn = body.entries.back();
    auto const dropped = autumn.units.back();
    std::erase(autumn.units, dropped);
    CHECK(refusal(state, amending(body), "P-PRG", "2026-02-21T09:00:00Z").names("programme.owed"));
    auto no_clause = amendment(state);
    std::erase(no_clause.entries.back().criteria, *Criterion::parse("10.2"));
    CHECK(refusal(state, amending(no_clause), "P-PRG", "2026-02-21T09:00:00Z").names("programme.owed"));
    command::AmendProgramme nothing;
    nothing.programme = body.programme;
    nothing.because = "The plan of March lapsed.";
    auto const lapsed = refusal(state, amending(nothing), "P-PRG", "2026-10-10T09:00:00Z");
    CHECK(lapsed.text().find("U-GOV") != std::string::npos);
  }
  TEST_CASE("what is no programme does not come into force by an amendment, and nothing is approved twice") {
    CHECK(refusal(begun(), approval(), "P-CEO", summer).names("record.state"));
    auto body = amendment(begun());
    body.until = on_day("9999-12-31");
    body.parameters.emplace().years = 99;
    body.because = "  ";
    body.entries[0].audit = "";
    body.entries[0].minutes = -5;
    body.entries[0].units.push_back(body.entries[0].units[0]);
    body.entries[0].criteria.push_back(*Criterion::parse("A.99.1"));
    auto const wrong = refusal(begun(), amending(body), "P-PRG", summer);
    for (auto const* rule : {"text.missing", "programme.window", "number.range", "programme.audit-key",
                             "programme.unit-twice", "criterion.unknown"}) {
      CAPTURE(rule);
      CHECK(wrong.names(rule));
    }
  }
  TEST_CASE("risks are replaced where the amendment has some or none, and a second programme in force is told") {
    auto body = amendment(begun());
    body.risks = std::vector<std::string>{"Nobody can travel."};
    auto state = done(done(begun(), amending(body), "P-PRG", summer), approval(), "P-CEO", summer);
    CHECK(programme_of(state).risks == *body.risks);
    body = amendment(state);
    body.risks.emplace();
    state = done(done(state, amending(body), "P-PRG", summer), approval(), "P-CEO", summer);
    CHECK(programme_of(state).risks.empty());
    Programme other;
    other.key = named<"programme">("PRG-X");
    other.from = on_day("2026-06-01");
    other.until = on_day("2027-05-31");
    state = done(state, Command::of("programme.propose", other), "P-PRG", summer);
    command::ApproveProgramme approving;
    approving.programme = other.key;
    std::vector<std::string> warnings;
    state = done(state, Command::of("programme.approve", approving), "P-CEO", summer, &warnings);
    CHECK(std::ranges::find(warnings, "programme.overlap") != warnings.end());
    auto const next = programme_request(state, on_day("2027-01-01"), {}, on_day("2026-12-15"));
    CHECK(std::ranges::any_of(next.units, [](auto const& unit) { return unit.owed_since.has_value(); }));
  }
  TEST_CASE("whatever was carried out or not, a proposed amendment drops nothing that is owed") {
    CHECK(rc::check("amendments of the example", [] {
      static std::vector<State> const states = [] {
        std::vector<State> all;
        for (auto const* when : {"2026-02-10T00:00:00Z", "2026-04-20T00:00:00Z", "2026-08-01T00:00:00Z"})
          all.push_back(example_state(when));
        return all;
      }();
      auto const& state = states[static_cast<std::size_t>(*rc::gen::inRange(0, 3))];
      auto const from = state.latest.date().plus_days(*rc::gen::inRange(0, 120));
      auto parameters = programme_parameters(state, "PRG-2026").value();
      parameters.iterations = *rc::gen::inRange(0, 300);
      parameters.audits_per_year = *rc::gen::inRange(1, 12);
      if (*rc::gen::inRange(0, 2)) parameters.minutes_per_month = *rc::gen::inRange(200, 4000);
      auto const request = amendment_request(state, "PRG-2026", from, parameters).value();
      auto const proposal = propose_programme(request).value();
      auto const decided = decide(state, amendment_command(state, proposal, "It has to be."),
                                  acting(state, "P-PRG", "2026-01-25T09:00:00Z"));
      if (proposal.uncovered.empty()) {
        if (decided.has_error()) RC_FAIL(decided.error().text());
      } else if (decided.has_error()) {
        RC_ASSERT(decided.error().names("programme.owed"));
      }
    }));
  }
}
