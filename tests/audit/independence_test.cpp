#include <annexa/audit/independence.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>

#include "audit/plan_examples.hpp"

using namespace annexa;
using namespace annexa::testing;

TEST_SUITE("audit/independence") {
  TEST_CASE("every relation of a unit's record keeps its people from auditing it") {
    auto one = unit("U-1", "OWNER");
    one.managers = {key<"person">("MANAGER")};
    one.operators = {key<"person">("OPERATOR")};
    one.designers = {key<"person">("DESIGNER")};
    Independence const independence({{one}}, {}, {});
    for (auto const* who : {"OWNER", "MANAGER", "OPERATOR", "DESIGNER"}) {
      CAPTURE(who);
      auto const against = independence.against(key<"person">(who), one.key, day("2026-03-02"));
      REQUIRE(against.size() == 1);
      CHECK(against[0].message->id == "S01");
      CHECK_FALSE(against[0].rule->waivable);
    }
    CHECK(independence.allows(key<"person">("OTHER"), one.key, day("2026-03-02")));
    CHECK(independence.allows(key<"person">("OWNER"), key<"unit">("U-2"), day("2026-03-02")));
    CHECK_FALSE(independence.concerns(key<"person">("OTHER"), one.key));
  }
  TEST_CASE("a function that was left counts for as long as the policy says, a conflict as long as it is declared") {
    auto who = person("P-1");
    who.past_functions = {{key<"unit">("U-1"), "clerk", day("2025-01-31")}};
    who.conflicts = {{key<"unit">("U-2"), day("2026-02-01"), day("2026-02-28")}};
    Independence const independence({}, {{who}}, {}, {12});
    CHECK_FALSE(independence.allows(who.key, key<"unit">("U-1"), day("2026-01-31")));
    CHECK(independence.allows(who.key, key<"unit">("U-1"), day("2026-02-01")));
    CHECK(independence.allows(who.key, key<"unit">("U-2"), day("2026-01-31")));
    CHECK_FALSE(independence.allows(who.key, key<"unit">("U-2"), day("2026-02-28")));
    CHECK(independence.allows(who.key, key<"unit">("U-2"), day("2026-03-01")));
  }
  TEST_CASE("a waiver sets S02 aside and never S01") {
    auto one = unit("U-1", "P-1");
    auto who = person("P-1");
    who.conflicts = {{key<"unit">("U-2"), day("2026-01-01"), {}}};
    auto const waiver = [](char const* rule) {
      return Waiver{key<"waiver">(std::string("W-") + rule),
                    rule,
                    key<"person">("P-1"),
                    "small",
                    "review",
                    {},
                    day("2026-01-01"),
                    day("2026-12-31"),
                    {},
                    {}};
    };
    std::vector<Waiver> const waivers{waiver("S01"), waiver("S02")};
    Independence const independence({{one}}, {{who}}, waivers);
    CHECK_FALSE(independence.allows(who.key, one.key, day("2026-03-02")));
    CHECK(independence.allows(who.key, key<"unit">("U-2"), day("2026-03-02")));
    CHECK_FALSE(independence.allows(who.key, key<"unit">("U-2"), day("2027-01-01")));
  }
}
