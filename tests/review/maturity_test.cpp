#include <annexa/review/maturity.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <annexa/catalog/catalog.hpp>
#include <annexa/command/review.hpp>

#include <algorithm>
#include <deque>
#include <map>

#include "support/example.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

class Ratings {
 public:
  Ratings& rate(std::string const& criterion, int level, int weight = 1) {
    auto& rating = all_.emplace_back();
    rating.key = *Key<"maturity">::parse(criterion);
    rating.criterion = *Criterion::parse(criterion);
    rating.level = level;
    rating.weight = weight;
    return *this;
  }
  Ratings& exclude(std::string const& control) {
    auto& row = rows_.emplace_back();
    row.control = *Criterion::parse(control);
    row.applicable = false;
    return *this;
  }
  [[nodiscard]] Maturity review() const {
    std::vector<MaturityRating const*> ratings;
    std::vector<Applicability const*> rows;
    for (auto const& each : all_) ratings.push_back(&each);
    for (auto const& each : rows_) rows.push_back(&each);
    return maturity_of(ratings, rows, iso27001_2022());
  }

 private:
  std::deque<MaturityRating> all_;
  std::deque<Applicability> rows_;
};

MaturityGroup const& group(std::vector<MaturityGroup> const& groups, std::string_view id) {
  auto const found = std::ranges::find(groups, id, &MaturityGroup::id);
  REQUIRE_MESSAGE(found != groups.end(), "no group ", id);
  return *found;
}

std::string rate(std::string const& criterion, std::string const& rest) {
  return R"({"command":"maturity.rate","criterion":")" + criterion + "\"," + rest + "}";
}
Command by(char const* actor, std::string const& json) { return example_command(json, actor, "2026-11-20T09:00:00Z"); }

}  // namespace

TEST_SUITE("review/maturity") {
  TEST_CASE("the scale has six levels from 0 to 5, each with its own words") {
    int level = 0;
    for (auto const& each : maturity_levels) {
      CHECK(each.level == level++);
      CHECK_FALSE(each.name.empty());
      CHECK_FALSE(each.means.empty());
      CHECK_FALSE(each.shows.empty());
    }
    CHECK(level == 6);
  }

  TEST_CASE("minimum and weighted mean stand side by side, exact and rounded down") {
    auto const found = Ratings().rate("9.2.1", 4, 2).rate("9.2.2", 1).review();
    auto const& audit = group(found.clauses, "9.2");
    CHECK(audit.minimum == 1);
    CHECK(audit.weighted_levels == 9);
    CHECK(audit.weights == 3);
    CHECK(to_string(*audit.mean) == "3.00");
    CHECK(audit.unrated.empty());
    CHECK(audit.floor == audit.mean);
    CHECK(to_string(*group(found.pillars, "Performance evaluation").mean) == "3.00");
  }

  TEST_CASE("what is not rated is named and holds the floor down; the mean does not hide it") {
    auto const found = Ratings().rate("9.3.1", 5).review();
    auto const& review = group(found.clauses, "9.3");
    CHECK(review.rated == 1);
    CHECK(review.unrated == std::vector<Criterion>{*Criterion::parse("9.3.2"), *Criterion::parse("9.3.3")});
    CHECK(to_string(*review.mean) == "5.00");
    CHECK(to_string(*review.floor) == "1.66");
    auto const& nothing = group(found.clauses, "4.1");
    CHECK_FALSE(nothing.mean);
    CHECK_FALSE(nothing.minimum);
    CHECK(to_string(*nothing.floor) == "0.00");
  }

  TEST_CASE("an excluded control is left out, with its rating") {
    auto const found = Ratings().rate("A.7.4", 0).rate("A.7.1", 3).exclude("A.7.4").review();
    auto const& physical = group(found.themes, "Physical");
    CHECK(physical.rated == 1);
    CHECK(physical.minimum == 3);
    CHECK(physical.unrated.size() == 12);
    CHECK(found.ratings.size() == 1);
  }

  TEST_CASE("every criterion is rated or named as unrated, and floor ≤ mean, minimum ≤ mean") {
    auto const criteria = iso27001_2022().criteria();
    CHECK(rc::check([&](std::vector<std::tuple<std::uint8_t, std::uint8_t, std::uint8_t>> const& some) {
      std::map<std::size_t, std::pair<int, int>> once;
      for (auto const& [at, level, weight] : some) once[at % criteria.size()] = {level % 6, weight % 10 + 1};
      Ratings ratings;
      for (auto const& [at, rated] : once) ratings.rate(std::string(criteria[at]->id), rated.first, rated.second);
      auto const found = ratings.review();
      RC_ASSERT(static_cast<std::size_t>(found.overall.rated) == once.size());
      RC_ASSERT(found.overall.unrated.size() + once.size() == criteria.size());
      for (auto const* groups : {&found.clauses, &found.pillars, &found.themes})
        for (auto const& each : *groups) {
          if (!each.mean) continue;
          RC_ASSERT(each.floor->digits() <= each.mean->digits());
          RC_ASSERT(*each.minimum * 100 <= each.mean->digits());
          RC_ASSERT(each.mean->digits() <= 500);
        }
    }));
  }

  TEST_CASE("ratings are recorded with level, reason, evidence and who rated") {
    auto const state = example_year().state;
    auto const one = by("P-ISM", rate("9.1", R"("level":3,"target":4,"weight":2,"rationale":"Figures, no targets yet",
                                             "evidence":["E-1"])"));
    auto const rated = state_after(state, one);
    auto const* rating = rated.find<MaturityRating>("9.1");
    REQUIRE(rating);
    CHECK(rating->rated_by.text() == "P-ISM");
    CHECK(to_string(rating->rated_on) == "2026-11-20");
    CHECK(rating->weight == 2);
    auto const again = state_after(rated, by("P-ISM", rate("9.1", R"("level":4,"rationale":"Targets since May")")));
    CHECK(again.find<MaturityRating>("9.1")->level == 4);
    CHECK(again.find<MaturityRating>("9.1")->weight == 2);  // as before
    CHECK(again.find<MaturityRating>("9.1")->target == 4);
    CHECK(group(maturity(rated).clauses, "9.1").below_target == 1);
    CHECK(group(maturity(again).clauses, "9.1").below_target == 0);
  }

  TEST_CASE("a rating outside of the scale, without a reason, of nothing or of something excluded is refused") {
    auto const state = example_year().state;
    auto const refused = [&](std::string const& json) { return outcome(state, by("P-ISM", json)); };
    CHECK(refused(rate("9.1", R"("level":6,"rationale":"x")")) == "number.range");
    CHECK(refused(rate("9.1", R"("level":-1,"rationale":"x")")) == "number.range");
    CHECK(refused(rate("9.1", R"("level":1,"target":9,"rationale":"x")")) == "number.range");
    CHECK(refused(rate("9.1", R"("level":1,"weight":0,"rationale":"x")")) == "number.range");
    CHECK(refused(rate("9.1", R"("level":1,"rationale":" ")")) == "text.missing");
    CHECK(refused(rate("9.1", R"("level":1,"rationale":"x","evidence":["E-999"])")) == "reference.unknown");
    CHECK(refused(rate("A.9.1", R"("level":1,"rationale":"x")")) == "criterion.unknown");
    CHECK(refused(rate("soc2-tsc-2017:CC9.9", R"("level":1,"rationale":"x")")) == "criterion.unknown");
    CHECK(refused(rate("soc2-tsc-2017:CC6", R"("level":1,"rationale":"x")")) == "maturity.criterion");
    CHECK(refused(rate("acme:" + std::string(80, '7'), R"("level":1,"rationale":"x")")) == "maturity.key");
    CHECK(refused(rate("A.7.6", R"("level":1,"rationale":"x")")) == "maturity.excluded");
    CHECK(refused(rate("acme:7", R"("level":1,"rationale":"x")")) == "allowed");
    CHECK(outcome(state, by("P-GAL", rate("9.1", R"("level":1,"rationale":"x")"))) == "duty.capacity");
    auto const adopted =
        state_after(state, by("P-ISM", R"({"command":"catalog.adopt","document":{"id":"acme","title":"A",
      "edition":"1","requirements":[{"id":"1","title":"Rated"}]}})"));
    CHECK(outcome(adopted, by("P-ISM", rate("acme:1", R"("level":1,"rationale":"x")"))) == "allowed");
    CHECK(outcome(adopted, by("P-ISM", rate("acme:7", R"("level":1,"rationale":"x")"))) == "criterion.unknown");
    auto const heading = decide(state, by("P-ISM", rate("9.2", R"("level":1,"rationale":"x")")), example_context());
    REQUIRE_FALSE(heading.has_value());
    CHECK(heading.error().violations()[0].message.find("9.2.1, 9.2.2") != std::string::npos);
  }
}
