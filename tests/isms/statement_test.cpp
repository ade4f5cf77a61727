#include <annexa/isms/statement.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>

#include <rapidcheck.h>

#include <algorithm>
#include <map>

#include "isms/statement_rows.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

std::string controls_of(std::vector<Applicability> const& rows) {
  std::string text;
  for (auto const& row : rows) text += (text.empty() ? "" : " ") + row.control.text();
  return text;
}

}  // namespace

TEST_SUITE("isms/statement") {
  TEST_CASE("rows that one version alone has are added or removed, in order of the controls") {
    StatementRows before, after;
    for (auto const* control : {"A.5.10", "A.5.2", "acme:7"}) before.add(control);
    for (auto const* control : {"A.5.2", "A.8.1", "A.5.9"}) after.add(control);
    auto const diff = compare_statements(before.all(), after.all());
    CHECK(controls_of(diff.added) == "A.5.9 A.8.1");
    CHECK(controls_of(diff.removed) == "A.5.10 acme:7");
    CHECK(diff.changed.empty());
    CHECK(diff.unchanged == 1);
  }

  TEST_CASE("a row that differs says which members, what each was and what it is") {
    StatementRows before, after;
    auto& then = before.add("A.5.1");
    then.responsible = *Key<"person">::parse("P-1");
    auto& now = after.add("A.5.1");
    now.key = *Key<"applicability">::parse("row-1");  // another key is no change of what is said
    now.status = ImplementationStatus::planned;
    now.drivers = {{DriverKind::legal, "GDPR"}};
    auto const diff = compare_statements(before.all(), after.all());
    REQUIRE(diff.changed.size() == 1);
    CHECK(diff.changed[0].control.text() == "A.5.1");
    CHECK(diff.changed[0].members ==
          std::vector<MemberChange>{{"drivers", "", R"([{"kind":"legal","reference":"GDPR"}])"},
                                    {"status", "implemented", "planned"},
                                    {"responsible", "P-1", ""}});
  }

  TEST_CASE("a control that is excluded now shows the decision, the reason and the status that went away") {
    StatementRows before, after;
    before.add("A.7.4");
    after.add("A.7.4", false).justification = "No premises";
    auto const diff = compare_statements(before.all(), after.all());
    REQUIRE(diff.changed.size() == 1);
    CHECK(diff.changed[0].members == std::vector<MemberChange>{{"applicable", "true", "false"},
                                                               {"justification", "Why A.7.4", "No premises"},
                                                               {"status", "implemented", ""}});
  }

  TEST_CASE("every control is counted once, and turning the versions round turns the answer round") {
    CHECK(rc::check([](std::vector<std::pair<std::uint8_t, bool>> const& first,
                       std::vector<std::pair<std::uint8_t, bool>> const& second) {
      auto const made = [](std::vector<std::pair<std::uint8_t, bool>> const& some) {
        std::map<int, bool> once;
        for (auto const& [number, applicable] : some) once.emplace(number % 20 + 1, applicable);
        StatementRows rows;
        for (auto const& [number, applicable] : once) rows.add("A.5." + std::to_string(number), applicable);
        return rows;
      };
      auto const before = made(first);
      auto const after = made(second);
      auto const there = compare_statements(before.all(), after.all());
      auto const back = compare_statements(after.all(), before.all());
      RC_ASSERT(there.removed.size() + there.changed.size() + static_cast<std::size_t>(there.unchanged) ==
                before.all().size());
      RC_ASSERT(there.added.size() + there.changed.size() + static_cast<std::size_t>(there.unchanged) ==
                after.all().size());
      RC_ASSERT(there.added == back.removed);
      RC_ASSERT(there.unchanged == back.unchanged);
    }));
  }
}
