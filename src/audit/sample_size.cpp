#include <algorithm>
#include <annexa/audit/sample_size.hpp>
#include <annexa/base/text.hpp>
#include <array>
#include <set>
#include <utility>

#include "sample_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

// ---- Words

constexpr std::string_view attribute_text =
    "If {rate} deviated, a sample of {size} {found} would have a chance of at most {chance}. Finding no more shows "
    "with "
    "{confidence} confidence that fewer deviate.";
constexpr std::string_view frequency_text =
    "Practice, no statistics: {size} items without a deviation only show that at most {ninety} of all deviate, with "
    "90 % confidence, or {ninety_five}, with 95 %.";
constexpr std::string_view sites_text =
    "Practice, no statistics: {size} of {population} similar sites, at least {random} of them drawn at random, beside "
    "the central function, which is always visited.";
constexpr std::string_view allocation_text =
    "{size} items of {population}, shared out among {strata} strata in proportion. What that proves depends on what is "
    "found.";
constexpr std::string_view site_source = "IAF MD 1";
constexpr std::string_view practice_source = "practice of auditors of internal control; check it against your own";

// ---- Tables

struct FrequencyRow {
  ControlFrequency frequency;
  std::int64_t fewest;
  std::int64_t most;
};
constexpr auto frequency_rows = [] {
  using enum ControlFrequency;
  return std::to_array<FrequencyRow>({{annual, 1, 1},
                                      {quarterly, 2, 2},
                                      {monthly, 2, 5},
                                      {weekly, 5, 15},
                                      {daily, 20, 40},
                                      {many_times_a_day, 25, 60}});
}();

struct StageRow {
  SiteStage stage;
  std::int64_t square_over;  // the square of the factor of the root
  std::int64_t square_under;
};
constexpr auto stage_rows = [] {
  using enum SiteStage;
  return std::to_array<StageRow>({{initial, 1, 1}, {surveillance, 9, 25}, {recertification, 16, 25}});
}();

// Which members each basis takes, in the order of SampleBasis.
struct BasisRow {
  Use population, confidence, tolerable_rate, allowed, frequency, stage, size, strata;
};
constexpr auto basis_rows = [] {
  using enum Use;
  return std::to_array<BasisRow>({{optional, required, required, optional, none, none, none, optional},
                                  {none, none, none, none, required, none, none, none},
                                  {required, none, none, none, none, optional, none, none},
                                  {none, none, none, none, none, none, required, required}});
}();

void check_size_request(SampleSizeRequest const& request, SampleBasis basis, Error& errors) {
  auto const& row = basis_rows.at(static_cast<std::size_t>(basis));
  auto const method = to_string(basis);
  auto const population = request.strata.empty() ? row.population : Use::none;  // the strata have it
  check_whole(request.population, population, 1, most_population, "population", method, errors);
  check_share(request.confidence, row.confidence, "confidence", method, errors);
  check_share(request.tolerable_rate, row.tolerable_rate, "tolerable_rate", method, errors);
  check_whole(request.allowed_deviations, row.allowed, 0, most_allowed, "allowed_deviations", method, errors);
  check_use(request.frequency.has_value(), row.frequency, "frequency", method, errors);
  check_use(request.stage.has_value(), row.stage, "stage", method, errors);
  check_whole(request.size, row.size, 1, most_sampled, "size", method, errors);
  check_use(!request.strata.empty(), row.strata, "strata", method, errors);
  check_whole(request.minimum_per_stratum, request.strata.empty() ? Use::none : Use::optional, 0, most_sampled,
              "minimum_per_stratum", method, errors);
  check_strata(request.strata, Use::none, method, errors);
}

// The smallest number from `low` on for which `holds`, or more than `high`. @pre it holds for every larger one
template <class Holds>
std::int64_t smallest(std::int64_t low, std::int64_t high, Holds const& holds) {
  auto below = low - 1;
  auto step = std::int64_t{1};
  while (below + step <= high && !holds(below + step)) {
    below += step;
    step *= 2;
  }
  auto above = std::min(below + step, high + 1);
  while (above - below > 1) {
    auto const middle = below + (above - below) / 2;
    (holds(middle) ? above : below) = middle;
  }
  return above;
}

// ---- Attribute

result<std::int64_t> attribute_size(SampleSizeRequest const& request, std::optional<std::int64_t> population,
                                    std::int64_t deviating) {
  auto const alpha = chance_of(*request.confidence);
  auto const allowed = request.allowed_deviations.value_or(0);
  if (!population) {
    auto const rate = share_of(*request.tolerable_rate);
    auto const size = smallest(allowed + 1, most_sampled,
                               [&](std::int64_t each) { return binomial_at_most(each, rate, allowed, alpha); });
    if (size > most_sampled)
      return Error(sampling_rules::too_large, "/tolerable_rate", {{"most", std::to_string(most_sampled)}});
    return size;
  }
  if (allowed >= deviating)
    return Error(sampling_rules::unprovable, "/allowed_deviations",
                 {{"population", std::to_string(*population)},
                  {"rate", percent(*request.tolerable_rate)},
                  {"deviating", std::to_string(deviating)},
                  {"allowed", std::to_string(allowed)}});
  return smallest(allowed + 1, *population, [&](std::int64_t each) {
    return hypergeometric_at_most(*population, deviating, each, allowed, alpha);
  });
}

std::string attribute_statement(SampleSizeRequest const& request, SampleSize const& answer) {
  auto const allowed = request.allowed_deviations.value_or(0);
  auto const items = answer.tolerable_deviations ? std::to_string(*answer.tolerable_deviations) + " of the " +
                                                       std::to_string(*answer.population) + " items"
                                                 : percent(*request.tolerable_rate) + " of all items";
  auto const found = allowed == 0   ? std::string("without a deviation")
                     : allowed == 1 ? std::string("with at most one deviation")
                                    : "with at most " + std::to_string(allowed) + " deviations";
  auto const chance = chance_of(*request.confidence);
  return fill_in(attribute_text, {{"rate", items},
                                  {"size", std::to_string(answer.size)},
                                  {"found", found},
                                  {"chance", percent(*Decimal::from(chance.over, request.confidence->scale()))},
                                  {"confidence", percent(*request.confidence)}});
}

// What the strata ask for at least.
std::int64_t least_in(std::vector<SampleStratum> const& strata, std::int64_t minimum) {
  std::int64_t least = 0;
  for (auto const& each : strata) least += std::min(minimum, each.population);
  return least;
}

result<SampleSize> by_attribute(SampleSizeRequest const& request) {
  SampleSize answer;
  answer.population = request.strata.empty() ? request.population : population_of(request.strata);
  if (answer.population)
    answer.tolerable_deviations = std::max<std::int64_t>(1, whole_items(*request.tolerable_rate, *answer.population));
  auto const size = attribute_size(request, answer.population, answer.tolerable_deviations.value_or(0));
  if (!size) return size.error();
  answer.size = *size;
  answer.distribution = answer.population ? "hypergeometric" : "binomial";
  answer.source = sampling_rules::source;
  answer.statement = attribute_statement(request, answer);
  if (request.strata.empty()) return answer;
  auto const minimum = request.minimum_per_stratum.value_or(1);
  answer.size = std::max(answer.size, least_in(request.strata, minimum));
  auto shared = allocate(request.strata, answer.size, minimum);
  if (!shared) return shared.error();
  answer.strata = *std::move(shared);
  return answer;
}

// ---- Practice

std::string limit_in_words(std::int64_t size, Decimal const& confidence) {
  auto const millionths = clopper_pearson(size, 0, chance_of(confidence));
  return percent(*Decimal::from((millionths + 999) / 1000, 3));  // a tenth of a percent, rounded up
}

SampleSize by_frequency(ControlFrequency frequency) {
  auto const& row = *std::ranges::find(frequency_rows, frequency, &FrequencyRow::frequency);
  SampleSize answer;
  answer.basis = SampleBasis::frequency;
  answer.size = row.fewest;
  answer.most = row.most;
  answer.statement = fill_in(frequency_text, {{"size", std::to_string(row.fewest)},
                                              {"ninety", limit_in_words(row.fewest, *Decimal::parse("0.90"))},
                                              {"ninety_five", limit_in_words(row.fewest, *Decimal::parse("0.95"))}});
  answer.source = practice_source;
  return answer;
}

SampleSize by_sites(std::int64_t sites, SiteStage stage) {
  SampleSize answer;
  answer.basis = SampleBasis::sites;
  answer.size = sites_to_visit(sites, stage);
  answer.population = sites;
  answer.at_random = (answer.size + 3) / 4;
  answer.statement = fill_in(sites_text, {{"size", std::to_string(answer.size)},
                                          {"population", std::to_string(sites)},
                                          {"random", std::to_string(*answer.at_random)}});
  answer.source = site_source;
  return answer;
}

result<SampleSize> by_allocation(SampleSizeRequest const& request) {
  auto shared = allocate(request.strata, *request.size, request.minimum_per_stratum.value_or(1));
  if (!shared) return shared.error();
  SampleSize answer;
  answer.basis = SampleBasis::allocation;
  answer.size = *request.size;
  answer.population = population_of(*shared);
  answer.strata = *std::move(shared);
  answer.statement = fill_in(allocation_text, {{"size", std::to_string(answer.size)},
                                               {"population", std::to_string(*answer.population)},
                                               {"strata", std::to_string(answer.strata.size())}});
  answer.source = sampling_rules::source;
  return answer;
}

// ---- Allocation

// Shares `size` out among the strata whose share is open, by largest remainder.
void share_out(std::vector<SampleStratum>& strata, std::vector<bool> const& is_open, std::int64_t size) {
  std::int64_t population = 0;
  for (std::size_t i = 0; i < strata.size(); ++i)
    if (is_open[i]) population += strata[i].population;
  std::vector<std::pair<std::int64_t, std::size_t>> remainders;
  auto rest = size;
  for (std::size_t i = 0; i < strata.size(); ++i) {
    if (!is_open[i]) continue;
    auto const product = size * strata[i].population;  // at most 10^6 times 10^8
    strata[i].size = product / population;
    rest -= *strata[i].size;
    remainders.emplace_back(-(product % population), i);
  }
  std::ranges::sort(remainders);
  for (auto const& [remainder, index] : remainders)
    if (rest > 0) {
      ++*strata[index].size;
      --rest;
    }
}

}  // namespace

std::string percent(Decimal const& value) {
  auto text = to_string(*Decimal::from(value.digits() * 100, value.scale()));  // a share has at most 13 digits
  if (text.find('.') != text.npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
  }
  return text + " %";
}

std::int64_t whole_items(Decimal const& rate, std::int64_t population) {
  constexpr std::int64_t limb = 10'000;  // rate times population may have 21 digits
  auto const share = share_of(rate);
  auto const high = share.over * (population / limb);
  auto const low = share.over * (population % limb);
  return high / share.under * limb + (high % share.under * limb + low) / share.under;
}

void check_strata(std::vector<SampleStratum> const& strata, Use sizes, std::string const& method, Error& errors) {
  check_size(strata.size(), most_strata, "strata", errors);
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < strata.size() && i < most_strata; ++i) {
    auto const& each = strata[i];
    auto const where = "/strata/" + std::to_string(i);
    Error found;
    if (trimmed(each.name).empty())
      errors.add(sampling_rules::stratum, where + "/name", {{"index", std::to_string(i)}});
    else if (!names.insert(each.name).second)
      errors.add(sampling_rules::stratum_twice, where + "/name", {{"found", each.name}});
    check_whole(each.population, Use::required, 1, most_population, "population", method, found);
    check_whole(each.size, sizes, 0, each.population, "size", method, found);
    if (!found.empty()) errors.add(found, where);
  }
  if (!strata.empty() && strata.size() <= most_strata && errors.empty())
    check_in_range(population_of(strata), 1, most_population, "/strata", errors);
}

std::int64_t population_of(std::vector<SampleStratum> const& strata) noexcept {
  std::int64_t sum = 0;
  for (auto const& each : strata) sum += each.population;
  return sum;
}

std::int64_t sites_to_visit(std::int64_t sites, SiteStage stage) noexcept {
  auto const& row = *std::ranges::find(stage_rows, stage, &StageRow::stage);
  return smallest(0, sites,
                  [&](std::int64_t each) { return row.square_under * each * each >= row.square_over * sites; });
}

result<std::vector<SampleStratum>> allocate(std::vector<SampleStratum> strata, std::int64_t size,
                                            std::int64_t minimum) {
  Error errors;
  check_strata(strata, Use::none, "allocation", errors);
  check_in_range(size, 1, most_sampled, "/size", errors);
  check_in_range(minimum, 0, most_sampled, "/minimum_per_stratum", errors);
  if (!errors.empty()) return errors;
  auto const least_of = [&](SampleStratum const& each) { return std::min(minimum, each.population); };
  auto const least = least_in(strata, minimum);
  if (strata.empty() || size < least || size > population_of(strata))
    return Error(sampling_rules::strata_size, "/size",
                 {{"found", std::to_string(size)},
                  {"least", std::to_string(least)},
                  {"most", std::to_string(population_of(strata))}});
  std::vector<bool> is_open(strata.size(), true);
  for (bool lifted = true; lifted;) {
    lifted = false;
    share_out(strata, is_open, size);
    for (std::size_t i = 0; i < strata.size(); ++i) {
      if (!is_open[i] || *strata[i].size >= least_of(strata[i])) continue;
      strata[i].size = least_of(strata[i]);
      size -= *strata[i].size;
      is_open[i] = false;
      lifted = true;
    }
  }
  return strata;
}

result<SampleSize> sample_size(SampleSizeRequest const& request) {
  auto const basis = request.basis.value_or(SampleBasis::attribute);
  Error errors;
  check_size_request(request, basis, errors);
  if (!errors.empty()) return errors;
  switch (basis) {
    case SampleBasis::attribute:
      return by_attribute(request);
    case SampleBasis::frequency:
      return by_frequency(*request.frequency);
    case SampleBasis::sites:
      return by_sites(*request.population, request.stage.value_or(SiteStage::initial));
    case SampleBasis::allocation:
      return by_allocation(request);
  }
  return by_allocation(request);
}

}  // namespace v1
}  // namespace annexa
