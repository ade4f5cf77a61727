// Findings in other languages: what goes on record, and what is refused.
#include <doctest/doctest.h>
#include <annexa/base/language.hpp>
#include <annexa/command/lookup.hpp>

#include "report/sample_state.hpp"
#include "support/example.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

constexpr char const* translated_at = "2026-08-03T09:00:00Z";

std::string translating(std::string const& members, char const* actor = "P-6") {
  return outcome(sample_state(),
                 example_command(R"({"command":"finding.translate",)" + members + "}", actor, translated_at));
}

}  // namespace

TEST_SUITE("command/translate_finding") {
  TEST_CASE("a translation goes on record, and the next in the same language takes its place") {
    auto const state = applied(sample_state(), R"([
      {"command":"finding.translate","actor":"P-6","finding":"F-6","language":"de","title":"Eins","statement":"A"},
      {"command":"finding.translate","actor":"P-7","finding":"F-6","language":"fr","title":"Un","statement":"B"},
      {"command":"finding.translate","actor":"P-7","finding":"F-6","language":"DE-ch","title":"Zwei","statement":"C"}])");
    auto const& made = state.find<Finding>("F-6")->translations;
    REQUIRE(made.size() == 2);
    CHECK(made[0] == FindingTranslation{"DE-ch", "Zwei", "C", "", "", Key<"person">::parse("P-7").value(),
                                        *Date::parse("2026-08-03")});
    CHECK(made[1].language == "fr");
    CHECK(state.find<Finding>("F-6")->title == sample_state().find<Finding>("F-6")->title);
  }
  TEST_CASE("what is no translation, or not this person's to make, is refused") {
    std::string const good = R"("finding":"F-6","language":"de","title":"T","statement":"S")";
    CHECK(translating(good) == "allowed");
    CHECK(translating(good, "P-3") == "duty.capacity");
    CHECK(translating(R"("finding":"F-99","language":"de","title":"T","statement":"S")") == "reference.unknown");
    CHECK(translating(R"("finding":"F-6","language":"en-GB","title":"T","statement":"S")") == "finding.original");
    CHECK(translating(R"("finding":"F-6","language":"de","title":" ","statement":"")") == "text.missing");
    CHECK(translating(R"("finding":"F-6","language":"de","title":"T","statement":"S","gap":"G","requirement":"R")") ==
          "finding.translated-part");
    CHECK(translating(R"("finding":"F-3","language":"de","title":"T","statement":"S","gap":"G","requirement":"R")") ==
          "allowed");
    for (auto const* tag : {"", "d", "deut", "de-", "de_AT", "-de", "<de>", "de-waytoolonggroup", "a-b-c-d-e-f"})
      CHECK_MESSAGE(translating(R"("finding":"F-6","title":"T","statement":"S","language":")" + std::string(tag) +
                                '"') == "language.tag",
                    tag);
  }
  TEST_CASE("tags are told by their form, and languages by their first part") {
    for (auto const* tag : {"de", "pt-BR", "zh-Hant-TW", "sgn-ase", "de-CH-1996"}) CHECK(is_language_tag(tag));
    CHECK(same_language("de", "DE-ch"));
    CHECK_FALSE(same_language("de", "den"));
    CHECK_FALSE(same_language("", "de"));
  }
}
