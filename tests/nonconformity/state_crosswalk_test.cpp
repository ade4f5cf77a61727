#include <annexa/nonconformity/state_crosswalk.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>

#include <map>
#include <set>

using namespace annexa;

TEST_SUITE("nonconformity/state_crosswalk") {
  TEST_CASE("every state is told to every system, or it is said that it has no word for it") {
    std::map<std::string_view, int> rows;
    for (auto const& row : state_crosswalk()) ++rows[row.system];
    CHECK(rows.size() == 7);
    for (auto const& [system, count] : rows) {
      CAPTURE(system);
      CHECK(count == 13);
    }
  }
  TEST_CASE("what is told without a label is read back as the same state, and what is lossy carries its label") {
    for (auto const system : foreign_systems)
      for (auto const& name : type_of<NonconformityState>.names) {
        auto const state = static_cast<NonconformityState>(name.value);
        auto const told = tell_state(state, system).value();
        CAPTURE(std::string(system));
        CAPTURE(to_string(state));
        CHECK(told.lossy == !told.label.empty());
        auto const back = read_foreign_state(system, told.status);
        if (!told.lossy && back) {
          bool const shared = system == "jira" || system == "oscal" || back->state == state;
          CHECK(shared);
        }
        if (told.lossy) CHECK(told.label == to_string(state));
      }
  }
  TEST_CASE("a status that stands for several of ours is read as the first, and an end without proof is unverified") {
    CHECK(read_foreign_state("ciso-assistant", "Closed")->imported_unverified);
    CHECK(read_foreign_state("ciso-assistant", "closed")->state == NonconformityState::closed);
    CHECK(read_foreign_state("ciso-assistant", "in_progress")->state == NonconformityState::analysis);
    CHECK_FALSE(read_foreign_state("ciso-assistant", "identified")->imported_unverified);
    CHECK(read_foreign_state("oscal", "deviation-approved")->state == NonconformityState::accepted_deviation);
    CHECK(read_foreign_state("oscal", "deviation requested")->state == NonconformityState::implementing);
    CHECK(read_foreign_state("jira", "Done")->state == NonconformityState::closed);
    CHECK(read_foreign_state("comp", "needs_revision")->state == NonconformityState::disputed);
    CHECK(read_foreign_state("probo", "FALSE_POSITIVE")->state == NonconformityState::withdrawn);
  }
  TEST_CASE("a register kept by hand has a word of its own for each state") {
    for (auto const& name : type_of<NonconformityState>.names) {
      auto const state = static_cast<NonconformityState>(name.value);
      auto const told = tell_state(state, "register").value();
      CHECK_FALSE(told.lossy);
      CHECK(read_foreign_state("register", told.status)->state == state);
    }
    CHECK(read_foreign_state("register", "In Progress")->state == NonconformityState::analysis);
    CHECK(read_foreign_state("register", "effectiveness check")->imported_unverified);
  }
  TEST_CASE("flags of DefectDojo are read in any order") {
    CHECK(read_foreign_state("defectdojo", "verified, active")->state == NonconformityState::issued);
    CHECK(read_foreign_state("defectdojo", "Active + Verified")->state == NonconformityState::issued);
    CHECK(read_foreign_state("defectdojo", "active+under review")->state == NonconformityState::disputed);
    CHECK(read_foreign_state("defectdojo", "risk_accepted")->state == NonconformityState::accepted_deviation);
    CHECK(read_foreign_state("defectdojo", "duplicate")->state == NonconformityState::merged);
    CHECK_FALSE(read_foreign_state("defectdojo", "active+risk_accepted").has_value());  // a contradiction is no state
  }
  TEST_CASE("what a system has not is refused, with what it has") {
    CHECK_FALSE(read_foreign_state("jira", "").has_value());
    CHECK_FALSE(read_foreign_state("excel", "open").has_value());
    CHECK_FALSE(tell_state(NonconformityState::draft, "excel").has_value());
    CHECK(known_statuses("oscal").find("remediating") != std::string::npos);
    CHECK(known_statuses("excel").empty());
  }
  TEST_CASE("to OSCAL a request for more time is told as one for a deviation") {
    auto const told = tell_state(NonconformityState::implementing, "oscal", true).value();
    CHECK(told.status == "deviation-requested");
    CHECK(told.label == "implementing");
  }
}
