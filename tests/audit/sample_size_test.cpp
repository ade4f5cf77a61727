#include <annexa/audit/sample_size.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <array>
#include <numeric>
#include <string>

using namespace annexa;

namespace {

Decimal planned_share(std::string_view text) { return Decimal::parse(text).value(); }

SampleSizeRequest attribute_request(std::string_view confidence, std::string_view rate, std::int64_t allowed = 0) {
  SampleSizeRequest request;
  request.confidence = planned_share(confidence);
  request.tolerable_rate = planned_share(rate);
  request.allowed_deviations = allowed;
  return request;
}

std::int64_t planned_size(std::string_view confidence, std::string_view rate, std::int64_t allowed = 0) {
  return sample_size(attribute_request(confidence, rate, allowed)).value().size;
}

std::int64_t size_in(std::int64_t population, std::string_view confidence, std::string_view rate) {
  auto request = attribute_request(confidence, rate);
  request.population = population;
  return sample_size(request).value().size;
}

// Rules and places of a refusal, in their order.
std::string size_refusal(SampleSizeRequest const& request) {
  auto const answer = sample_size(request);
  if (answer) return "accepted";
  std::string text;
  for (auto const& each : answer.error().violations()) text += (text.empty() ? "" : " ") + each.rule + each.where;
  return text;
}

std::vector<std::int64_t> shared_sizes(std::vector<std::int64_t> const& populations, std::int64_t size,
                                       std::int64_t least) {
  std::vector<SampleStratum> strata;
  for (auto const each : populations) strata.push_back({"S" + std::to_string(strata.size()), each, {}});
  std::vector<std::int64_t> found;
  for (auto const& each : allocate(std::move(strata), size, least).value()) found.push_back(each.size.value());
  return found;
}

}  // namespace

TEST_SUITE("audit/sample_size") {
  TEST_CASE("sizes for a large population are those of the tables") {
    constexpr std::array<char const*, 5> rates{"0.02", "0.05", "0.10", "0.15", "0.20"};
    struct Row {
      char const* confidence;
      std::array<std::array<std::int64_t, 3>, 5> sizes;
    };
    Row const rows[] = {
        {"0.90", {{{114, 194, 265}, {45, 77, 105}, {22, 38, 52}, {15, 25, 34}, {11, 18, 25}}}},
        {"0.95", {{{149, 236, 313}, {59, 93, 124}, {29, 46, 61}, {19, 30, 40}, {14, 22, 30}}}},
        {"0.99", {{{228, 330, 418}, {90, 130, 165}, {44, 64, 81}, {29, 42, 53}, {21, 31, 39}}}},
    };
    for (auto const& row : rows)
      for (std::size_t i = 0; i < rates.size(); ++i)
        for (std::size_t allowed = 0; allowed < 3; ++allowed) {
          CAPTURE(std::string(row.confidence) + " " + rates.at(i));
          CHECK(planned_size(row.confidence, rates.at(i), static_cast<std::int64_t>(allowed)) ==
                row.sizes.at(i).at(allowed));
        }
  }
  TEST_CASE("sizes for a small population are those of the table") {
    struct Row {
      std::int64_t population;
      char const* rate;
      std::int64_t ninety_five, ninety;
    };
    for (auto const& row : {Row{52, "0.05", 40, 36}, Row{52, "0.10", 23, 19}, Row{52, "0.20", 13, 10},
                            Row{250, "0.05", 55, 43}, Row{250, "0.10", 27, 21}, Row{250, "0.20", 14, 11},
                            Row{1000, "0.05", 57, 44}, Row{1000, "0.10", 29, 22}, Row{1000, "0.20", 14, 11}}) {
      CAPTURE(row.population);
      CHECK(size_in(row.population, "0.95", row.rate) == row.ninety_five);
      CHECK(size_in(row.population, "0.90", row.rate) == row.ninety);
    }
  }
  TEST_CASE("where the chance is exactly what is left, the size is not one more") {
    CHECK(planned_size("0.5", "0.5") == 1);
    CHECK(planned_size("0.999", "0.9") == 3);
    CHECK(planned_size("0.999999999999", "0.999999") == 2);
    CHECK(size_in(100, "0.95", "0.01") == 95);  // one of a hundred: the chance to miss it is 5 of 100
    CHECK(size_in(10'000'000, "0.95", "0.0000001") == 9'500'000);
    CHECK(size_in(1, "0.95", "0.05") == 1);
    CHECK(size_in(10, "0.95", "0.05") == 10);  // less than one item: even one is too many
  }
  TEST_CASE("a large population and many allowed deviations are counted too") {
    auto request = attribute_request("0.95", "0.000001");
    request.population = 10'000'000;
    CHECK(sample_size(request).value().tolerable_deviations == 10);
    CHECK(sample_size(request).value().size == 2'588'655);
    CHECK(planned_size("0.95", "0.5", 1000) == 2076);
    CHECK(planned_size("0.95", "0.00001") == 299'572);
  }
  TEST_CASE("what a size proves is said") {
    auto request = attribute_request("0.95", "0.05");
    CHECK(
        sample_size(request).value().statement ==
        "If 5 % of all items deviated, a sample of 59 without a deviation would have a chance of at most 5 %. Finding "
        "no more shows with 95 % confidence that fewer deviate.");
    request.population = 250;
    request.allowed_deviations = 1;
    CHECK(sample_size(request).value().statement.starts_with(
        "If 12 of the 250 items deviated, a sample of 84 with at most one deviation would"));
    CHECK(sample_size(request).value().distribution == "hypergeometric");
  }
  TEST_CASE("a size by frequency is practice, and says what little it shows") {
    SampleSizeRequest request;
    request.basis = SampleBasis::frequency;
    struct Row {
      ControlFrequency frequency;
      std::int64_t fewest, most;
      char const* limits;
    };
    using enum ControlFrequency;
    for (auto const& row :
         {Row{annual, 1, 1, "90 % of all deviate, with 90 % confidence, or 95 %"}, Row{quarterly, 2, 2, ""},
          Row{monthly, 2, 5, ""}, Row{weekly, 5, 15, "37 % of all deviate, with 90 % confidence, or 45.1 %"},
          Row{daily, 20, 40, ""},
          Row{many_times_a_day, 25, 60, "8.8 % of all deviate, with 90 % confidence, or 11.3 %"}}) {
      request.frequency = row.frequency;
      auto const answer = sample_size(request).value();
      CAPTURE(answer.statement);
      CHECK(answer.size == row.fewest);
      CHECK(answer.most == row.most);
      CHECK(answer.statement.starts_with("Practice, no statistics"));
      CHECK(answer.statement.find(row.limits) != std::string::npos);
    }
  }
  TEST_CASE("sites are the square root, rounded up") {
    using enum SiteStage;
    CHECK(sites_to_visit(2, initial) == 2);
    CHECK(sites_to_visit(2, surveillance) == 1);
    CHECK(sites_to_visit(2, recertification) == 2);
    CHECK(sites_to_visit(26, initial) == 6);
    CHECK(sites_to_visit(25, initial) == 5);
    CHECK(sites_to_visit(25, surveillance) == 3);
    CHECK(sites_to_visit(25, recertification) == 4);
    CHECK(sites_to_visit(0, initial) == 0);
    CHECK(sites_to_visit(1'000'000'000, initial) == 31'623);
    SampleSizeRequest request;
    request.basis = SampleBasis::sites;
    request.population = 26;
    CHECK(sample_size(request).value().at_random == 2);
    CHECK(sample_size(request).value().statement.starts_with("Practice, no statistics: 6 of 26 similar sites"));
  }
  TEST_CASE("strata share a size in proportion, none gets less than the minimum") {
    using List = std::vector<std::int64_t>;
    CHECK(shared_sizes({500, 300, 200}, 10, 1) == List{5, 3, 2});
    CHECK(shared_sizes({100, 100, 100}, 10, 1) == List{4, 3, 3});
    CHECK(shared_sizes({990, 9, 1}, 20, 2) == List{17, 2, 1});
    CHECK(shared_sizes({3, 3, 3}, 9, 5) == List{3, 3, 3});
    CHECK(shared_sizes({990, 10}, 10, 0) == List{10, 0});
    std::vector<SampleStratum> const two{{"A", 5, {}}, {"B", 5, {}}};
    CHECK(allocate(two, 11).error().names("sampling.strata-size"));
    CHECK(allocate(two, 3, 2).error().names("sampling.strata-size"));
    CHECK(allocate({}, 3).error().names("sampling.strata-size"));
  }
  TEST_CASE(
      "property: shares add up, are no more than there is and no less than the minimum, and keep the order of sizes") {
    CHECK(rc::check([] {
      auto const populations = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 2000)));
      auto const least = *rc::gen::inRange(0, 4);
      std::vector<SampleStratum> strata;
      std::int64_t needed = 0;
      for (auto const each : populations) {
        strata.push_back({"S" + std::to_string(strata.size()), each, {}});
        needed += std::min(each, least);
      }
      auto const all = std::accumulate(populations.begin(), populations.end(), std::int64_t{0});
      auto const size = *rc::gen::inRange(std::max<std::int64_t>(1, needed), all + 1);
      auto const shared = allocate(strata, size, least).value();
      std::int64_t sum = 0;
      for (auto const& each : shared) {
        sum += each.size.value();
        RC_ASSERT(*each.size <= each.population);
        RC_ASSERT(*each.size >= std::min<std::int64_t>(least, each.population));
        for (auto const& other : shared) RC_ASSERT(each.population <= other.population || *each.size >= *other.size);
      }
      RC_ASSERT(sum == size);
    }));
  }
  TEST_CASE("property: more confidence, a lower rate or more allowed deviations never make a sample smaller") {
    CHECK(rc::check([] {
      auto const share = [](int thousandths) { return Decimal::from(thousandths, 3).value(); };
      SampleSizeRequest request;
      auto const confidence = *rc::gen::inRange(1, 999);
      auto const rate = *rc::gen::inRange(20, 999);
      request.confidence = share(confidence);
      request.tolerable_rate = share(rate);
      request.allowed_deviations = *rc::gen::inRange(0, 5);
      if (*rc::gen::arbitrary<bool>()) request.population = *rc::gen::inRange(400, 5000);
      auto const size = sample_size(request).value().size;
      auto other = request;
      other.confidence = share(*rc::gen::inRange(confidence, 1000));
      RC_ASSERT(sample_size(other).value().size >= size);
      other = request;
      other.tolerable_rate = share(*rc::gen::inRange(20, rate + 1));
      RC_ASSERT(sample_size(other).value().size >= size);
      other = request;
      ++*other.allowed_deviations;
      RC_ASSERT(sample_size(other).value().size > size);
    }));
  }
  TEST_CASE("what is out of range or does not belong is refused, all at once") {
    CHECK(size_refusal({}) == "sampling.missing/confidence sampling.missing/tolerable_rate");
    CHECK(size_refusal(attribute_request("95", "0")) == "sampling.share/confidence sampling.share/tolerable_rate");
    CHECK(size_refusal(attribute_request("1", "-0.05")) == "sampling.share/confidence sampling.share/tolerable_rate");
    CHECK(size_refusal(attribute_request("0.95", "0.05", -1)) == "number.range/allowed_deviations");
    auto request = attribute_request("0.95", "0.05");
    request.population = 0;
    CHECK(size_refusal(request) == "number.range/population");
    request.population = -5;
    CHECK(size_refusal(request) == "number.range/population");
    request.population = 100'000'001;
    CHECK(size_refusal(request) == "number.range/population");
    request.population = 100;
    request.allowed_deviations = 5;
    CHECK(size_refusal(request) == "sampling.unprovable/allowed_deviations");
    CHECK(size_refusal(attribute_request("0.95", "0.000000000001")) == "sampling.too-large/tolerable_rate");
    request = attribute_request("0.95", "0.05");
    request.frequency = ControlFrequency::daily;
    request.size = 5;
    request.minimum_per_stratum = 1;
    CHECK(size_refusal(request) ==
          "sampling.unused/frequency sampling.unused/size sampling.unused/minimum_per_stratum");
    request = attribute_request("0.95", "0.05");
    request.population = 10;
    request.strata = {{"", 5, {}}, {"A", 0, 1}, {"A", 5, {}}};
    CHECK(size_refusal(request) ==
          "sampling.unused/population sampling.stratum/strata/0/name number.range/strata/1/population "
          "sampling.unused/strata/1/size sampling.stratum/strata/2/name");
  }
}
