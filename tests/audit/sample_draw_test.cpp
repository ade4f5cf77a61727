#include <annexa/audit/sample_draw.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>
#include <string>

using namespace annexa;

namespace {

using Items = std::vector<std::int64_t>;

SampleDrawRequest draw_request(std::int64_t population, std::int64_t size, std::int64_t seed,
                               DrawMethod method = DrawMethod::simple) {
  SampleDrawRequest request;
  request.method = method;
  request.population = population;
  request.size = size;
  request.seed = seed;
  return request;
}

Items items_of(SampleDrawRequest const& request) { return draw_sample(request).value().items; }

std::string draw_refusal(SampleDrawRequest const& request) {
  auto const answer = draw_sample(request);
  if (answer) return "accepted";
  std::string text;
  for (auto const& each : answer.error().violations()) text += (text.empty() ? "" : " ") + each.rule + each.where;
  return text;
}

// How often each item of a population of 40 is drawn over many seeds, as chi-square against equal chances. 39 degrees
// of freedom: 80 is passed once in some 8,000 times; the seeds are fixed.
double unevenness(SampleDrawRequest request) {
  constexpr int draws = 4000;
  std::vector<double> count(40);
  for (int seed = 1; seed <= draws; ++seed) {
    request.seed = seed;
    for (auto const item : items_of(request)) ++count.at(static_cast<std::size_t>(item - 1));
  }
  double const expected = draws * static_cast<double>(request.size.value()) / 40;
  double sum = 0;
  for (auto const each : count) sum += (each - expected) * (each - expected) / expected;
  return sum;
}

}  // namespace

TEST_SUITE("audit/sample_draw") {
  TEST_CASE("the same seed gives the same draw, on every machine") {
    CHECK(items_of(draw_request(250, 10, 7)) == Items{2, 9, 20, 41, 80, 110, 126, 146, 151, 190});
    CHECK(items_of(draw_request(100, 5, 9'007'199'254'740'991)) == Items{4, 18, 51, 76, 91});
    CHECK(items_of(draw_request(1, 1, 0)) == Items{1});
    CHECK(items_of(draw_request(250, 10, 7, DrawMethod::systematic)) ==
          Items{8, 33, 58, 83, 108, 133, 158, 183, 208, 233});
    CHECK(items_of(draw_request(7, 3, 1, DrawMethod::systematic)) == Items{2, 4, 7});
    auto request = draw_request(100, 5, 42, DrawMethod::stratified);
    request.strata = {{"day", 60, {}}, {"night", 40, {}}};
    CHECK(items_of(request) == Items{33, 54, 60, 77, 86});
    auto sites = draw_request(26, 6, 2026, DrawMethod::multi_site);
    sites.size.reset();
    CHECK(items_of(sites) == Items{4, 5, 11, 16, 18, 21});
  }
  TEST_CASE("a draw says what somebody needs to draw it again") {
    auto request = draw_request(100, 5, 42, DrawMethod::stratified);
    request.strata = {{"day", 60, {}}, {"night", 40, {}}};
    request.population_sha256 = Hash{};
    auto const draw = draw_sample(request).value();
    CHECK(draw.algorithm == "annexa-draw/1");
    CHECK(draw.seed == 42);
    CHECK(draw.population_sha256 == Hash{});
    SampleDrawRequest again;
    again.method = draw.method;
    again.population = draw.population;
    again.seed = draw.seed;
    again.strata = draw.strata;  // with their sizes
    CHECK(items_of(again) == draw.items);
  }
  TEST_CASE("every item is as likely as any other") {
    CHECK(unevenness(draw_request(40, 7, 0)) < 80);
    CHECK(unevenness(draw_request(40, 7, 0, DrawMethod::systematic)) < 80);
    auto request = draw_request(40, 8, 0, DrawMethod::stratified);
    request.strata = {{"one", 25, {}}, {"other", 15, {}}};
    CHECK(unevenness(request) < 80);
  }
  TEST_CASE("property: items are of the population, ascending, each once; a larger sample has all of a smaller one") {
    CHECK(rc::check([] {
      auto const population = *rc::gen::inRange<std::int64_t>(1, 3000);
      auto const size = *rc::gen::inRange<std::int64_t>(1, population + 1);
      auto const seed = *rc::gen::inRange<std::int64_t>(0, 9'007'199'254'740'992);
      for (auto const method : {DrawMethod::simple, DrawMethod::systematic, DrawMethod::multi_site}) {
        auto const items = items_of(draw_request(population, size, seed, method));
        RC_ASSERT(static_cast<std::int64_t>(items.size()) == size);
        RC_ASSERT(std::adjacent_find(items.begin(), items.end(), std::greater_equal<>()) == items.end());
        RC_ASSERT(items.front() >= 1 && items.back() <= population);
      }
      auto const all = items_of(draw_request(population, size, seed));
      auto const few = items_of(draw_request(population, *rc::gen::inRange<std::int64_t>(1, size + 1), seed));
      RC_ASSERT(std::includes(all.begin(), all.end(), few.begin(), few.end()));
    }));
  }
  TEST_CASE("property: each stratum gives its share") {
    CHECK(rc::check([] {
      auto request = draw_request(0, 0, *rc::gen::inRange(0, 1000), DrawMethod::stratified);
      auto const populations = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 200)));
      for (auto const each : populations) {
        request.strata.push_back({"S" + std::to_string(request.strata.size()), each, {}});
        request.population += each;
      }
      request.size = *rc::gen::inRange(static_cast<std::int64_t>(populations.size()), request.population + 1);
      auto const draw = draw_sample(request).value();
      std::int64_t before = 0;
      for (auto const& each : draw.strata) {
        auto const found = std::count_if(draw.items.begin(), draw.items.end(), [&](std::int64_t item) {
          return item > before && item <= before + each.population;
        });
        RC_ASSERT(found == each.size.value());
        before += each.population;
      }
    }));
  }
  TEST_CASE("ten million items") {
    auto const items = items_of(draw_request(10'000'000, 100, 1));
    CHECK(items.size() == 100);
    CHECK(std::ranges::is_sorted(items));
    CHECK(items.back() > 9'000'000);
  }
  TEST_CASE("a judgement is recorded as chosen, with the reason") {
    SampleDrawRequest request;
    request.method = DrawMethod::judgement;
    request.population = 50;
    request.chosen = {7, 3};
    request.reason = "Accounts that the last audit named";
    auto const draw = draw_sample(request).value();
    CHECK(draw.items == Items{3, 7});
    CHECK(draw.size == 2);
    CHECK(draw.algorithm.empty());
    CHECK(!draw.seed);
    request.chosen = {7, 0, 51, 7};
    request.reason = " ";
    request.seed = 1;
    CHECK(draw_refusal(request) ==
          "sampling.unused/seed text.missing/reason sampling.item/chosen/1 sampling.item/chosen/2 "
          "sampling.item-twice/chosen/3");
  }
  TEST_CASE("what cannot be drawn is refused, all at once") {
    CHECK(draw_refusal({}) == "number.range/population sampling.missing/size sampling.missing/seed");
    CHECK(draw_refusal(draw_request(-1, -1, -1)) == "number.range/population number.range/size number.range/seed");
    CHECK(draw_refusal(draw_request(10, 11, 1)) == "number.range/size");
    CHECK(draw_refusal(draw_request(100'000'001, 5, 1)) == "number.range/population");
    CHECK(draw_refusal(draw_request(100'000'000, 1'000'001, 1)) == "number.range/size");
    auto request = draw_request(10, 5, 1);
    request.strata = {{"A", 10, {}}};
    request.chosen = {1};
    request.stage = SiteStage::initial;
    request.minimum_per_stratum = 1;
    request.reason = "because";
    CHECK(draw_refusal(request) ==
          "sampling.unused/stage sampling.unused/strata sampling.unused/minimum_per_stratum sampling.unused/chosen "
          "sampling.unused/reason");
    request = draw_request(10, 5, 1, DrawMethod::stratified);
    CHECK(draw_refusal(request) == "sampling.missing/strata");
    request.strata = {{"A", 4, {}}, {"B", 4, {}}};
    CHECK(draw_refusal(request) == "sampling.strata-size/strata");
    request.strata = {{"A", 4, 5}, {"B", 6, {}}};
    CHECK(draw_refusal(request) == "number.range/strata/0/size sampling.missing/strata/1/size sampling.unused/size");
  }
}
