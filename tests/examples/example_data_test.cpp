// The example organisation is what the demonstration, the guides and other tests start from: it has to be complete,
// sound and believable, and what it shows as refused has to be refused.
#include <doctest/doctest.h>
#include <annexa/journal/sha256.hpp>
#include <annexa/nonconformity/lifecycle.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "support/example.hpp"
#include "support/support.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

ExampleYear const& year() {
  static ExampleYear const decided = example_year();
  return decided;
}

Date on(char const* text) { return Date::parse(text).value(); }

std::size_t units_by_kind(UnitKind kind) {
  return year().state.select<Unit>([&](Unit const& unit) { return unit.kind == kind; }).size();
}

std::vector<RoleGrant const*> grants_of(Role role) {
  return year().state.select<RoleGrant>([&](RoleGrant const& grant) { return grant.role == role; });
}

std::vector<Finding const*> findings_of(FindingKind kind) {
  return year().state.select<Finding>([&](Finding const& finding) { return finding.kind == kind; });
}

// Steps of a nonconformity's life, such as "T01 T02 T04".
std::string trail_of(char const* key) {
  std::string steps;
  auto const* record = year().state.find<Nonconformity>(key);
  REQUIRE(record != nullptr);
  for (auto const& move : record->trail) steps += (steps.empty() ? "" : " ") + move.step;
  return steps;
}

std::vector<Key<"person">> people_in(Session const& session) {
  auto people = session.team;
  people.push_back(session.lead);
  return people;
}

bool is_away(Person const& person, Date day) {
  return std::ranges::any_of(person.absences, [&](Absence const& a) { return a.from <= day && day <= a.until; });
}

// True if the person has nothing to do with the unit: owns, manages, works in or designed none of it, has declared no
// conflict and has left no function in it for twelve months.
bool is_independent(Person const& person, Unit const& unit, Date day) {
  auto const among = [&](auto const& people) { return std::ranges::find(people, person.key) != people.end(); };
  if (unit.owner == person.key || among(unit.managers) || among(unit.operators) || among(unit.designers)) return false;
  bool const conflict = std::ranges::any_of(person.conflicts, [&](DeclaredConflict const& c) {
    return c.unit == unit.key && c.from <= day && (!c.until || day <= *c.until);
  });
  return !conflict && std::ranges::none_of(person.past_functions, [&](PastFunction const& past) {
    return past.unit == unit.key && day < past.until.plus_months(12);
  });
}

// The competences that the unit asks for and nobody in the session has.
std::set<std::string> competences_missing(Session const& session, Unit const& unit) {
  std::set<std::string> missing(unit.required_competences.begin(), unit.required_competences.end());
  for (auto const& key : people_in(session))
    for (auto const& competence : year().state.find(key)->competences) missing.erase(competence);
  return missing;
}

// Deadlines of a nonconformity that a step misses: each is due on a day, and settled by the step that clears it.
std::vector<std::string> missed_deadlines() {
  std::vector<std::string> missed;
  auto const check = [&](State const& state, Command const& command) {
    auto after = decide(state, command, example_context());
    REQUIRE(after.has_value());
    state.for_each<Nonconformity>([&](Nonconformity const& record) {
      auto const& next = *after->state.find(record.key);
      for (auto const& rule : deadline_rules) {
        auto const& due = record.due.*rule.member;
        bool const settled =
            due && next.trail.size() > record.trail.size() && next.trail.back().step == rule.settled_by;
        if (settled && *due < command.envelope.at->date())
          missed.push_back(record.key.text() + ' ' + std::string(rule.settled_by));
      }
    });
  };
  static_cast<void>(example_year(check));
  return missed;
}

}  // namespace

TEST_SUITE("examples/example_data") {
  TEST_CASE("the organisation has two sites, fourteen units, forty assets, thirty risks and a row for each control") {
    auto const& state = year().state;
    CHECK(state.all<Unit>().size() == 14);
    CHECK(units_by_kind(UnitKind::site) == 2);
    CHECK(units_by_kind(UnitKind::supplier) == 1);
    CHECK(state.all<Asset>().size() == 40);
    CHECK(state.all<Risk>().size() == 30);
    CHECK(state.all<Applicability>().size() == 93);
    CHECK(grants_of(Role::lead_auditor).size() + grants_of(Role::auditor).size() == 8);
    CHECK(organization_of(state).calendar->holidays.size() >= 10);
  }

  TEST_CASE("each unit has an owner, criteria, an importance and the result of last year's audit") {
    year().state.for_each<Unit>([](Unit const& unit) {
      CAPTURE(unit.key.text());
      CHECK(unit.owner.has_value());
      CHECK(!unit.criteria.empty());
      CHECK(unit.importance.has_value());
      CHECK(!unit.required_competences.empty());
      CHECK(!unit.last_result.empty());
      REQUIRE(unit.last_audited_on.has_value());
      CHECK(unit.last_audited_on->parts().year == 2025);
    });
  }

  TEST_CASE("each control is justified in words of its own, and five are excluded") {
    std::set<std::string> reasons;
    int excluded = 0;
    year().state.for_each<Applicability>([&](Applicability const& row) {
      CHECK_MESSAGE(row.justification.size() > 30, row.key.text());
      reasons.insert(row.justification);
      excluded += row.applicable ? 0 : 1;
    });
    CHECK(reasons.size() == 93);
    CHECK(excluded == 5);
  }

  TEST_CASE("each risk has an owner who may accept risks, and what remains is never above what was there") {
    year().state.for_each<Risk>([](Risk const& risk) {
      CAPTURE(risk.key.text());
      REQUIRE(risk.owner.has_value());
      auto const owners = grants_of(Role::risk_owner);
      CHECK(std::ranges::any_of(owners, [&](RoleGrant const* grant) { return grant->person == *risk.owner; }));
      CHECK(!risk.controls.empty());
      REQUIRE(risk.scores.inherent.has_value());
      REQUIRE(risk.scores.residual.has_value());
      CHECK(risk.scores.residual->level <= risk.scores.inherent->level);
    });
  }

  TEST_CASE("nothing that is recorded is refused") {
    for (auto const& refusal : year().refused) FAIL_CHECK(refusal);
    CHECK(year().events > 600);
  }

  TEST_CASE("the practice that is not followed is not followed on purpose") {
    std::vector<std::string> rules;
    for (auto const& warning : year().warnings) rules.push_back(warning.rule);
    // First plan of NC-3, short time to watch of NC-5, A.8.34 in A-2026-2, single slip of NC-6: in order of time.
    CHECK(rules == std::vector<std::string>{"T11.systemic", "T17.window", "audit.not-assessed", "T11.systemic"});
  }

  TEST_CASE("two major and four minor nonconformities are raised, and all six are closed") {
    std::map<Grade, int> grades;
    year().state.for_each<Nonconformity>([&](Nonconformity const& record) {
      CHECK_MESSAGE(record.state == NonconformityState::closed, record.key.text());
      CHECK(record.closed_on.has_value());
      ++grades[record.grade.value()];
    });
    CHECK(grades == std::map<Grade, int>{{Grade::minor, 4}, {Grade::major, 2}});
  }

  TEST_CASE("every path of the lifecycle is gone at least once") {
    CHECK(trail_of("NC-1") == "T01 T02 T04 T09 T10 T11 T12 T15 T17 T19");
    CHECK(trail_of("NC-2") == "T01 T02 T04 T09 T10 T11 T12 T15 T16 T15 T17 T19");
    CHECK(trail_of("NC-3") == "T01 T02 T04 T09 T10 T11 T13 T11 T12 T15 T17 T19");
    CHECK(trail_of("NC-4") == "T01 T02 T04 T09 T10 T09 T11 T12 T15 T17 T20 T11 T12 T15 T17 T19");
    CHECK(trail_of("NC-5") == "T01 T02 T04 T09 T10 T11 T12 T15 T17 T19");
    CHECK(trail_of("NC-6") == "T01 T02 T04 T09 T10 T11 T14 T18");
  }

  TEST_CASE("one nonconformity goes through a second cycle, and majors carry two signatures") {
    year().state.for_each<Nonconformity>([](Nonconformity const& record) {
      CAPTURE(record.key.text());
      CHECK(record.cycle == (record.key == "NC-4" ? 2 : 1));
      CHECK(record.past_cycles.size() == (record.key == "NC-4" ? 1U : 0U));
      CHECK(record.co_signed_by.size() == (record.grade == Grade::major ? 2U : 0U));
    });
  }

  TEST_CASE("no deadline of the lifecycle is missed") { CHECK(missed_deadlines() == std::vector<std::string>{}); }

  TEST_CASE("each kind of finding occurs, and opportunities are decided") {
    CHECK(findings_of(FindingKind::nonconformity).size() == 6);
    CHECK(findings_of(FindingKind::observation).size() == 3);
    CHECK(findings_of(FindingKind::strength).size() == 3);
    auto const opportunities = findings_of(FindingKind::opportunity);
    CHECK(opportunities.size() == 3);
    CHECK(std::ranges::count(opportunities, FindingState::accepted, &Finding::state) == 2);
    CHECK(std::ranges::count(opportunities, FindingState::declined, &Finding::state) == 1);
  }

  TEST_CASE("both audits are reported, and every criterion has its verdict") {
    auto const& state = year().state;
    CHECK(state.all<Audit>().size() == 2);
    std::set<Criterion> seen;
    state.for_each<Audit>([&](Audit const& audit) {
      CHECK(audit.state == AuditState::reported);
      for (auto const& criterion : audit.criteria) {
        auto const found = state.select<Assessment>(
            [&](Assessment const& a) { return a.audit == audit.key && a.criterion == criterion; });
        CHECK_MESSAGE(found.size() == 1, (audit.key.text() + ' ' + criterion.text()));
        seen.insert(criterion);
      }
    });
    CHECK(seen.size() == 30 + 93);  // every subclause that demands something, every control
  }

  TEST_CASE("what the programme plans is what the audits do") {
    auto const* programme = year().state.find<Programme>("PRG-2026");
    REQUIRE(programme != nullptr);
    CHECK(programme->state == ProgrammeState::approved);
    for (auto const& entry : programme->entries) {
      auto const* audit = year().state.find<Audit>(entry.audit);
      REQUIRE(audit != nullptr);
      CHECK(entry.units == audit->units);
      CHECK(entry.criteria == audit->criteria);
      CHECK(entry.from.plus_months(1) > audit->from);
    }
  }

  TEST_CASE("nobody audits own work, while away, beyond their knowledge or in two places") {
    auto const& state = year().state;
    std::vector<std::tuple<std::string, Instant, Instant>> booked;
    state.for_each<Session>([&](Session const& session) {
      CAPTURE(session.key.text());
      auto const day = session.start.date();
      auto const* unit = session.unit ? state.find(*session.unit) : nullptr;
      CHECK(calendar_of(state, unit).is_working(day));
      auto people = people_in(session);
      for (auto const& key : people) {
        auto const* person = state.find(key);
        REQUIRE(person != nullptr);
        CHECK_MESSAGE(!is_away(*person, day), key.text());
        if (unit) CHECK_MESSAGE(is_independent(*person, *unit, day), key.text());
      }
      if (unit) CHECK(competences_missing(session, *unit).empty());
      if (session.auditee) people.push_back(*session.auditee);
      for (auto const& key : people) booked.emplace_back(key.text(), session.start, session.end);
    });
    std::ranges::sort(booked);
    for (std::size_t i = 1; i < booked.size(); ++i) {
      auto const& [before, start, end] = booked[i - 1];
      auto const& [person, from, until] = booked[i];
      CHECK_MESSAGE((person != before || end <= from), (person + " at " + to_string(from)));
    }
  }

  TEST_CASE("some who could audit are kept out by a conflict, and the data shows each sort") {
    auto const& state = year().state;
    CHECK(state.find<Unit>("U-REG")->owner == *Key<"person">::parse("P-AUD3"));
    CHECK(state.find<Person>("P-AUD4")->past_functions.front().until == on("2025-05-09"));
    CHECK(state.find<Person>("P-AUD5")->conflicts.front().unit == "U-SUP");
    CHECK(is_away(*state.find<Person>("P-AUD6"), on("2026-03-09")));
    auto const outsiders = state.select<Person>([](Person const& person) { return person.external; });
    CHECK(outsiders.size() == 2);
  }

  TEST_CASE("evidence with a file has the digest and the size of that file") {
    int with_file = 0;
    year().state.for_each<Evidence>([&](Evidence const& evidence) {
      CHECK(evidence.effective_on.value() <= evidence.received_on);
      auto const file = evidence.custom.members.find("example:file");
      CHECK((file != evidence.custom.members.end()) == evidence.sha256.has_value());
      if (file == evidence.custom.members.end()) return;
      auto const bytes = bytes_of(source_folder() / "examples" / "data" / std::get<std::string>(file->second));
      CHECK_MESSAGE(evidence.sha256 == sha256(bytes), evidence.key.text());
      CHECK(evidence.size == static_cast<std::int64_t>(bytes.size()));
      ++with_file;
    });
    CHECK(with_file == 17);
  }

  TEST_CASE("one acceptance is taken back and given again after the corrective action") {
    auto const* risk = year().state.find<Risk>("R-05");
    CHECK(risk->status == RiskStatus::accepted);
    CHECK(risk->acceptance->accepted_on == on("2026-08-04"));
    CHECK(year().state.all<StatementOfApplicability>().size() == 2);
  }

  TEST_CASE("what must be refused is refused, by the rule that is expected and by no other") {
    auto const refused = example_commands("refused.json");
    auto const expected = example_refusals();
    REQUIRE(refused.size() == expected.size());
    std::size_t next = 0;
    auto const try_until = [&](State const& state, Instant now) {
      for (; next < refused.size() && *refused[next].envelope.at < now; ++next) {
        CAPTURE(expected[next].second);
        auto const decision = decide(state, refused[next], example_context());
        CHECK(!decision.has_value());
        if (decision) continue;
        for (auto const& violation : decision.error().violations())
          CHECK_MESSAGE(violation.rule == expected[next].first, violation.message);
      }
    };
    static_cast<void>(
        example_year([&](State const& state, Command const& command) { try_until(state, *command.envelope.at); }));
    CHECK(next == refused.size());
    CHECK(refused.size() >= 12);
  }

  TEST_CASE("what must be refused is refused too when the year is over") {
    auto const refused = example_commands("refused.json");
    for (std::size_t i = 0; i < refused.size(); ++i)
      CHECK_MESSAGE(!decide(year().state, refused[i], example_context()).has_value(), i);
  }
}
