#include <annexa/base/similarity.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "support/support.hpp"

using namespace annexa;

TEST_SUITE("base/similarity") {
  TEST_CASE("words that carry meaning are compared, in one form each") {
    CHECK(meaningful_words("The backups were tested") == std::vector<std::string>{"backup", "test"});
    CHECK(meaningful_words("Die Prüfung der Prüfung") == std::vector<std::string>{"prufung"});
    CHECK(meaningful_words("l'été à l’hôpital") == std::vector<std::string>{"ete", "hopital", "l"});
    CHECK(meaningful_words("the of and").empty());
    CHECK(meaningful_words("").empty());
  }
  TEST_CASE("order, repetition, case and endings do not matter") {
    CHECK(similarity("Backups are not tested", "the backup: tests of backups") == 100);
    CHECK(similarity("Restore of the database failed", "Database restores fail") == 100);
    CHECK(similarity("Doors stand open", "Contracts lack a clause") == 0);
  }
  TEST_CASE("a text that leaves words out or turns them around says the same again") {
    std::string const gap = "No complete restore of the patient database since November 2024.";
    CHECK(restates(gap, gap));
    CHECK(restates("There was no complete restore of the patient database.", gap));
    CHECK(restates("Since November 2024 the patient database: no restore, not complete", gap));
    CHECK(restates("  ", gap));
    CHECK(restates("It is not.", gap));
    CHECK_FALSE(restates(
        "The reminder was in the calendar of somebody who left, and nothing noticed that it was missed.", gap));
    CHECK_FALSE(restates("Restore has no owner", gap));
  }
  TEST_CASE("it is symmetric, within 0 and 100, and 100 for a text that says something and itself") {
    CHECK(rc::check([](std::string const& a, std::string const& b) {
      RC_ASSERT(similarity(a, b) == similarity(b, a));
      RC_ASSERT(similarity(a, b) >= 0);
      RC_ASSERT(similarity(a, b) <= 100);
      RC_ASSERT(similarity(a, a) == (meaningful_words(a).empty() ? 0 : 100));
      RC_ASSERT(containment(a, a + ' ' + b) == (meaningful_words(a).empty() ? 0 : 100));
      RC_ASSERT(restates(a, a));
    }));
  }
}
