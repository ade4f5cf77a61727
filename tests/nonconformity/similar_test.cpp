#include <annexa/nonconformity/similar.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace annexa;

namespace {

SimilarSubject subject(char const* key, char const* unit, std::initializer_list<char const*> criteria,
                       char const* text) {
  SimilarSubject made;
  made.noun = "nonconformity";
  made.key = key;
  made.unit = *Key<"unit">::parse(unit);
  for (auto const* each : criteria) made.criteria.push_back(*Criterion::parse(each));
  made.text = text;
  return made;
}

}  // namespace

TEST_SUITE("nonconformity/similar") {
  TEST_CASE("the same requirement is a hit in whatever unit it lies, another one only with like words") {
    auto const wanted = subject("NC-1", "U-1", {"A.5.18"}, "Accounts of leavers stay active");
    std::vector<SimilarSubject> const others{wanted,
                                             subject("NC-2", "U-2", {"A.5.18", "A.8.2"}, "Rights are reviewed late"),
                                             subject("NC-3", "U-1", {"A.8.8"}, "Patches come late"),
                                             subject("NC-4", "U-3", {"7.5.3"}, "Active accounts: leavers stay"),
                                             subject("NC-10", "U-2", {"A.5.18"}, "Leavers: accounts stay active")};
    auto const found = find_similar(wanted, others);
    CHECK(found.searched == 4);  // not with itself
    REQUIRE(found.hits.size() == 3);
    CHECK(found.hits[0].key == "NC-10");
    CHECK(found.hits[0].score == 100);
    CHECK(found.hits[1].key == "NC-2");
    CHECK(found.hits[1].score == 50);
    CHECK(found.hits[1].because == std::vector<std::string>{"Both are on A.5.18."});
    CHECK(found.hits[2].key == "NC-4");
    CHECK(found.hits[2].score == 50);
    CHECK(found.units.size() == 3);
  }
  TEST_CASE("neighbouring requirements of a clause count a little, controls of one theme do not") {
    auto const wanted = subject("NC-1", "U-1", {"7.5.3"}, "Copies of old documents are in use");
    auto const close = find_similar(
        wanted,
        std::vector{subject("NC-2", "U-1", {"7.5.2"}, "Old copies of documents: nobody approves what is in use")});
    REQUIRE(close.hits.size() == 1);
    CHECK(close.hits[0].score >= similar_threshold);
    CHECK(find_similar(subject("NC-1", "U-1", {"A.5.18"}, "x"), std::vector{subject("NC-2", "U-1", {"A.5.1"}, "y")})
              .hits.empty());
  }
  TEST_CASE("the order of what is searched does not matter") {
    CHECK(rc::check([](std::vector<std::pair<std::string, bool>> const& texts) {
      std::vector<SimilarSubject> others;
      int number = 0;
      for (auto const& [text, same] : texts) {
        SimilarSubject each;
        each.noun = "finding";
        each.key = "F-" + std::to_string(++number);
        each.criteria = {*Criterion::parse(same ? "10.2" : "A.7.1")};
        each.text = text;
        others.push_back(std::move(each));
      }
      SimilarSubject wanted;
      wanted.key = "F-0";
      wanted.criteria = {*Criterion::parse("10.2")};
      wanted.text = texts.empty() ? "x" : texts.front().first;
      auto const found = find_similar(wanted, others);
      std::vector<SimilarSubject> const backwards(others.rbegin(), others.rend());
      RC_ASSERT(find_similar(wanted, backwards) == found);
      for (auto const& hit : found.hits) RC_ASSERT(hit.score >= similar_threshold && hit.score <= 100);
    }));
  }
}
