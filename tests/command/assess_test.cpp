// Verdicts: under which key they stand, and who may give them.
#include <annexa/command/audit_commands.hpp>
#include <annexa/command/decide.hpp>

#include <doctest/doctest.h>

#include <string>

#include "support/example.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

constexpr char const* while_open = "2026-03-10T12:00:00Z";

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

// The audit A-2026-1 is open; a unit with the key and a long name joins the organisation.
State with_unit(std::string const& key) {
  auto const add = R"({"command":"unit.add","unit":")" + key + R"(","name":"Archive","kind":"process"})";
  return state_after(example_state(while_open), example_command(add, "P-ISM", while_open));
}

State judged(State const& state, std::string const& unit, std::string const& criterion) {
  auto const text = R"({"command":"audit.assess","audit":"A-2026-1","criterion":")" + criterion + R"(","unit":")" +
                    unit + R"(","verdict":"conforming","evidence":["E-1"]})";
  return state_after(state, example_command(text, "P-AUD1", while_open));
}

std::size_t verdicts_on(State const& state, std::string const& unit) {
  return state.select<Assessment>([&](Assessment const& each) { return each.unit && *each.unit == unit; }).size();
}

}  // namespace

TEST_SUITE("command/assess") {
  TEST_CASE("verdicts on a unit with a long key stand apart, and each is changed under its own key") {
    for (auto const& unit : {repeated("x", 70), "U" + repeated("\xC3\xBC", 37)}) {
      CAPTURE(unit);
      auto state = judged(judged(with_unit(unit), unit, "4.1"), unit, "4.2");
      CHECK(verdicts_on(state, unit) == 2);
      CHECK(verdicts_on(judged(state, unit, "4.1"), unit) == 2);
    }
  }
  TEST_CASE("a declared conflict keeps an auditor from a verdict and from a finding, as it keeps them from the plan") {
    auto const state = state_after(
        example_state(while_open),
        example_command(
            R"({"command":"person.change","person":"P-AUD1","conflicts":[{"unit":"U-REG","from":"2026-01-01"}]})",
            "P-ISM", while_open));
    auto const verdict = example_command(
        R"({"command":"audit.assess","audit":"A-2026-1","criterion":"7.5.1","unit":"U-REG","verdict":"conforming","evidence":["E-1"]})",
        "P-AUD1", while_open);
    CHECK(outcome(state, verdict) == "S02");
    auto const finding = example_command(
        R"({"command":"finding.raise","audit":"A-2026-1","kind":"opportunity","title":"Index","statement":"An index would help.",
            "unit":"U-REG","criteria":["7.5.1"]})",
        "P-AUD1", while_open);
    CHECK(outcome(state, finding) == "S02");
    CHECK(outcome(example_state(while_open), finding) == "allowed");
  }
}
