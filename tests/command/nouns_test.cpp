#include <doctest/doctest.h>
#include <annexa/command/state.hpp>

#include <set>

using namespace annexa;

TEST_SUITE("command/nouns") {
  TEST_CASE("each noun is found by its own name, whatever the plurals of others are") {
    for (auto const& noun : nouns()) {
      CAPTURE(noun.name);
      CHECK(find_noun(noun.name) == &noun);
    }
  }

  TEST_CASE("each list is found by its own word, and the rows of the statement of applicability stand under \"soa\"") {
    std::set<std::string_view> words;
    for (auto const& noun : nouns()) {
      CAPTURE(noun.plural);
      CHECK(find_listed_noun(noun.plural) == &noun);
      CHECK(words.insert(noun.plural).second);
    }
    CHECK(find_listed_noun("soa")->name == Applicability::type_name);
    CHECK(find_noun("soa")->name == StatementOfApplicability::type_name);
    CHECK(find_listed_noun("unit") == find_noun("units"));
    CHECK(find_noun("sheep") == nullptr);
  }
}
