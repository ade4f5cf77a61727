// Defects that other programs have, each as a test that ours does not.
#include <annexa/nonconformity/advance.hpp>
#include <annexa/nonconformity/lifecycle_page.hpp>

#include <doctest/doctest.h>

#include "situations.hpp"

using namespace annexa;
using namespace annexa::testing;

TEST_SUITE("nonconformity/peers") {
  TEST_CASE("peer defect 1: clause 10.1 is cited for nonconformities; effectiveness is 10.2 d") {
    for (auto const& guard : nonconformity_guards) CHECK(guard.source.find("10.1") == guard.source.npos);
    for (auto const* id : {"T17", "T19", "T20"}) CHECK(step(id).letter == "d");
    CHECK(find_guard("T19", "T19.effective")->source == "10.2 d");
    CHECK(lifecycle_page().find("10.1") == std::string::npos);
  }
  TEST_CASE("peer defect 2: one effective action closes although others failed") {
    auto s = ready_for(step("T19"), NonconformityState::effectiveness);
    s.actions.push_back(s.actions.front());
    CHECK(take_step(step("T19"), s, now).refusals.empty());
    s.actions.back().state = ActionState::ineffective;
    CHECK(names(take_step(step("T19"), s, now).refusals, "T19.effective"));
  }
  TEST_CASE("peer defect 2: nothing can be closed after its correction alone") {
    auto agreed = take_step(step("T14"), ready_for(step("T14"), NonconformityState::plan_review), now);
    CHECK(agreed.refusals.empty());
    auto s = ready_for(step("T18"), NonconformityState::verification);
    CHECK(take_step(step("T18"), s, now).record.state == NonconformityState::closed);
  }
  TEST_CASE("peer defect 3: independence is a comment; here it refuses") {
    auto s = ready_for(step("T02"), NonconformityState::draft);
    s.actor_answers_for_unit = true;
    auto const outcome = take_step(step("T02"), s, now);
    CHECK(names(outcome.refusals, "S01"));
    CHECK(outcome.record == s.before);
  }
  TEST_CASE("peer defect 6: a state changes without permission and without a guard") {
    for (auto const& row : nonconformity_steps) {
      if (row.id == "T01") continue;  // anybody may raise one
      Situation s;
      s.before.key = Key<"nonconformity">::parse("NC-1").value();
      s.before.state = s.after.state = some_state_before(row);
      s.actor = "anybody";
      CAPTURE(row.id);
      CHECK(names(take_step(row, s, now).refusals, "nonconformity.capacity"));
    }
  }
  TEST_CASE(
      "peer defect 7: flags contradict each other; here there is one state, and every pair is in the table or not") {
    std::size_t allowed = 0;
    std::size_t refused = 0;
    for (std::size_t from = 0; from < state_count; ++from)
      for (std::size_t to = 0; to < state_count; ++to) {
        bool leads = false;
        for (auto const& row : nonconformity_steps)
          leads = leads || (leads_from(row, state_at(from)) && row.to == state_at(to));
        ++(leads ? allowed : refused);
      }
    CHECK(allowed + refused == 169);
    CHECK(allowed == 35);
  }
  TEST_CASE("peer defect 7: an expiry is typed and today plus some days is kept; here it is the day that was typed") {
    auto s = ready_for(step("T24"), NonconformityState::analysis);
    auto const typed = today.plus_days(17);
    s.after.detours->deviations.back().until = typed;
    auto const accepted = take_step(step("T24"), s, now);
    CHECK(accepted.record.due.deviation == typed);
    CHECK(accepted.record.detours->deviations.back().until == typed);
    auto extended = ready_for(step("T23"), NonconformityState::issued);
    CHECK(take_step(step("T23"), extended, now).record.due.plan == today.plus_days(20));
  }
  TEST_CASE("peer defect 8: documented states differ from coded ones; here the page is made from the table") {
    auto const page = lifecycle_page();
    auto const diagram = lifecycle_diagram();
    for (auto const& row : nonconformity_steps) {
      CHECK(page.find("| " + std::string(row.id) + " | `" + std::string(row.command)) != std::string::npos);
      if (row.from != 0) CHECK(diagram.find(std::string(row.id)) != std::string::npos);
    }
    for (auto const& guard : nonconformity_guards) CHECK(page.find(std::string(guard.text)) != std::string::npos);
  }
  TEST_CASE("peer defect 9: a finding closes without evidence") {
    auto s = ready_for(step("T18"), NonconformityState::verification);
    s.after.correction.made().state = CorrectionState::pending;
    CHECK(names(take_step(step("T18"), s, now).refusals, "T18.correction"));
    auto done = ready_for(step("T15"), NonconformityState::implementing);
    done.actions.front().evidence = {" "};
    CHECK(names(take_step(step("T15"), done, now).refusals, "T15.evidence"));
  }
  TEST_CASE("peer defect 10: the way to the end raises because an argument is not passed; here both ways end") {
    for (auto const* id : {"T18", "T19"}) {
      auto const outcome = take_step(step(id), ready_for(step(id), some_state_before(step(id))), now);
      CHECK(outcome.record.state == NonconformityState::closed);
      CHECK(outcome.record.closed_on == today);
    }
  }
}
