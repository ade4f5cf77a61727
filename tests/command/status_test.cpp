#include <annexa/command/status.hpp>

#include <doctest/doctest.h>
#include <annexa/base/json.hpp>
#include <annexa/command/state.hpp>
#include <boost/json.hpp>

#include <algorithm>

#include "report/sample_state.hpp"

using namespace annexa;
using annexa::testing::applied;
using annexa::testing::sample_state;

namespace {

Instant day(char const* date) { return *Instant::parse(std::string(date) + "T09:00:00Z"); }

// "overdue nonconformity NC-2 plan 2026-04-09 P-5"
std::string line(StatusItem const& item) {
  return to_string(item.kind) + ' ' + item.noun + ' ' + item.key + ' ' + item.what + ' ' +
         (item.due ? to_string(*item.due) : "-") + ' ' + (item.person ? item.person->text() : "-");
}

std::vector<std::string> lines(State const& state, char const* date) {
  std::vector<std::string> out;
  for (auto const& item : status(state, day(date)).items) out.push_back(line(item));
  return out;
}

std::string joined(std::vector<std::string> const& all) {
  std::string out;
  for (auto const& each : all) out += each + '\n';
  return out;
}

bool has_line(std::vector<std::string> const& all, std::string_view wanted) {
  return std::ranges::find(all, wanted) != all.end();
}

}  // namespace

TEST_SUITE("command/status") {
  TEST_CASE("everything that wants somebody is listed, the most urgent first") {
    CHECK(joined(lines(sample_state(), "2026-08-03")) ==
          "overdue risk R-2 treatment 2026-02-28 P-5\n"
          "overdue nonconformity NC-2 plan 2026-04-09 P-5\n"
          "overdue risk R-1 treatment 2026-06-30 P-3\n"
          "overdue action CA-3 complete 2026-07-31 P-3\n"
          "escalated nonconformity NC-1 escalation 2026-08-13 P-3\n"
          "blocked action CA-3 unblock 2026-07-31 P-3\n"
          "due nonconformity NC-1 implementation 2026-08-13 P-3\n"
          "due action CA-4 complete 2026-09-15 P-2\n"
          "due risk R-8 treatment 2026-09-30 P-3\n"
          "next audit A-2026-2 open 2026-09-14 P-6\n"
          "next risk R-1 approve-treatment - P-3\n"
          "next risk R-3 treat - P-4\n"
          "next risk R-4 treat - P-8\n"
          "next risk R-8 approve-treatment - P-3\n"
          "next risk R-11 treat - P-8\n");
  }

  TEST_CASE("a risk whose owner has left waits for the ISMS manager to find another") {
    auto const state = applied(sample_state(), R"({"command":"person.retire","person":"P-5","on":"2026-08-01",
        "actor":"P-2","at":"2026-08-02T08:00:00Z"})");
    auto const all = lines(state, "2026-08-03");
    CHECK(std::ranges::any_of(all, [](auto const& each) { return each.starts_with("blocked risk R-2 assign-owner"); }));
    CHECK(status(state, day("2026-08-03")).kpis.risks_orphaned == 1);
    CHECK(status(sample_state(), day("2026-08-03")).kpis.treatments_not_approved == 2);
  }

  TEST_CASE("a deadline that was settled is listed no more") {
    // NC-1 and NC-2 were acknowledged and corrected in time: nothing of that is due.
    for (auto const& each : lines(sample_state(), "2026-08-03")) {
      CHECK(each.find("acknowledge") == each.npos);
      CHECK(each.find("correction") == each.npos);
    }
  }

  TEST_CASE("an item is due on its day and overdue on the next") {
    CHECK(has_line(lines(sample_state(), "2026-08-13"), "due nonconformity NC-1 implementation 2026-08-13 P-3"));
    CHECK(has_line(lines(sample_state(), "2026-08-14"), "overdue nonconformity NC-1 implementation 2026-08-13 P-3"));
  }

  TEST_CASE("an acceptance is listed ninety days before it expires") {
    CHECK_FALSE(has_line(lines(sample_state(), "2026-10-01"), "due risk R-10 acceptance 2026-12-31 P-4"));
    CHECK(has_line(lines(sample_state(), "2026-10-02"), "due risk R-10 acceptance 2026-12-31 P-4"));
    CHECK(has_line(lines(sample_state(), "2027-01-01"), "overdue risk R-10 acceptance 2026-12-31 P-4"));
    CHECK(status(sample_state(), day("2027-01-01")).kpis.acceptances_expired == 1);
  }

  TEST_CASE("an audit whose first day has passed without being opened is overdue") {
    CHECK(has_line(lines(sample_state(), "2026-09-14"), "next audit A-2026-2 open 2026-09-14 P-6"));
    CHECK(has_line(lines(sample_state(), "2026-09-15"), "overdue audit A-2026-2 open 2026-09-14 P-6"));
  }

  TEST_CASE("a programme that nobody approved waits for top management") {
    auto const state =
        applied(sample_state(), R"({"command":"programme.propose","at":"2026-08-01T09:00:00Z","actor":"P-2",
      "programme":"PRG-2027","from":"2027-01-01","until":"2027-12-31","objectives":[],"methods":"","responsibilities":"","entries":[]})");
    CHECK(has_line(lines(state, "2026-12-01"), "due programme PRG-2027 approve 2027-01-01 P-1"));
    CHECK(has_line(lines(state, "2027-02-01"), "overdue programme PRG-2027 approve 2027-01-01 P-1"));
  }

  TEST_CASE("a draft waits to be issued by who may") {
    auto const state =
        applied(sample_state(), R"({"command":"nonconformity.raise","at":"2026-08-01T09:00:00Z","actor":"P-2",
      "title":"Late patch","source":"incident","source_ref":"INC-7","unit":"U-3"})");
    CHECK(has_line(lines(state, "2026-08-03"), "next nonconformity NC-4 issue - P-2"));  // the ISMS manager
  }

  TEST_CASE("the figures count what their names say") {
    auto const kpis = status(sample_state(), day("2026-08-03")).kpis;
    CHECK(kpis.nonconformities_open == 2);
    CHECK(kpis.nonconformities_major == 1);
    CHECK(kpis.nonconformities_minor == 1);
    CHECK(kpis.nonconformities_overdue == 2);  // NC-1 by an action, NC-2 by a deadline
    CHECK(kpis.nonconformities_closed == 1);
    CHECK(kpis.actions_open == 2);
    CHECK(kpis.actions_overdue == 1);
    CHECK(kpis.actions_blocked == 1);
    CHECK(kpis.effectiveness_judged == 2);
    CHECK(kpis.effectiveness_effective == 1);
    CHECK(to_string(kpis.effectiveness_rate.value()) == "50.0");
    CHECK(kpis.last_audit.value() == "A-2026-1");
    CHECK(kpis.criteria_in_scope == 49);
    CHECK(kpis.criteria_met == 43);
    CHECK(kpis.criteria_not_assessed == 3);
    CHECK(to_string(kpis.degree_of_fulfilment.value()) == "87.7");
    CHECK(kpis.risks_open == 14);
    CHECK(kpis.risks_unacceptable == 5);
    CHECK(kpis.audits_planned == 1);
    CHECK(kpis.audits_reported == 1);
  }

  TEST_CASE("an empty workspace has nothing to do and no rates") {
    auto const found = status(State{}, day("2026-08-03"));
    CHECK(found.items.empty());
    CHECK_FALSE(found.kpis.effectiveness_rate.has_value());
    CHECK_FALSE(found.kpis.degree_of_fulfilment.has_value());
    CHECK_FALSE(found.kpis.last_audit.has_value());
    CHECK(found.kpis == Kpis{});
  }

  TEST_CASE("a risk whose band cannot be looked up any more is not taken for acceptable") {
    auto const before = status(sample_state(), day("2026-08-03")).kpis.risks_unacceptable;
    auto const state = applied(
        sample_state(), R"({"command":"risk-method.adopt","at":"2026-08-01T09:00:00Z","actor":"P-2","risk_method":"5x5",
      "name":"Another","likelihood":[{"name":"a","definition":""},{"name":"b","definition":""}],"impact":[{"name":"a","definition":""},{"name":"b","definition":""}],
      "bands":[{"name":"low","colour":"#00ff00","acceptable":true,"authority":""},{"name":"high","colour":"#ff0000","acceptable":false,"authority":""}],
      "grid":[[1,1],[1,2]]})");
    CHECK(status(state, day("2026-08-03")).kpis.risks_unacceptable > before);
  }

  TEST_CASE("as JSON it is what the command line prints") {
    auto const value = to_json(status(sample_state(), day("2026-08-03")));
    CHECK(value.at("at").as_string() == "2026-08-03T09:00:00Z");
    auto const& first = value.at("items").at(0).as_object();
    CHECK(first.at("kind").as_string() == "overdue");
    CHECK(first.at("noun").as_string() == "risk");
    CHECK(first.at("key").as_string() == "R-2");
    CHECK(first.at("person").as_string() == "P-5");
    CHECK(first.at("due").as_string() == "2026-02-28");
    CHECK(value.at("kpis").at("degree_of_fulfilment").as_string() == "87.7");
    auto const read = from_json<Status>(value);
    REQUIRE(read.has_value());
    CHECK(*read == status(sample_state(), day("2026-08-03")));
  }
}
