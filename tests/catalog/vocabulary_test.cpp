#include <annexa/catalog/vocabulary.hpp>

#include <annexa/catalog/requirement.hpp>

#include <doctest/doctest.h>

using namespace annexa;

static_assert(word(Pillar::performance_evaluation) == "Performance evaluation");
static_assert(from_word<Pillar>("Improvement") == Pillar::improvement);
static_assert(word(Theme::technological) == "Technological");
static_assert(word(RequirementKind::control) == "control");
static_assert(word(HintBasis::guidance) == "guidance");
static_assert(word(DocumentBasis::annex_a) == "annex_a");
static_assert(word(Attribute::security_domains) == "security_domains");
static_assert(!Worded<int>);

TEST_SUITE("catalog/vocabulary") {
  TEST_CASE("a word that no table prints is no value") {
    CHECK_FALSE(from_word<Theme>(""));
    CHECK_FALSE(from_word<Theme>("organizational"));
    CHECK_FALSE(from_word<Theme>("Organizational "));
    CHECK_FALSE(from_word<Pillar>("Performance"));
  }
}
