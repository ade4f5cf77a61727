#include <algorithm>
#include <annexa/audit/sample_draw.hpp>
#include <annexa/base/philox.hpp>
#include <annexa/base/text.hpp>
#include <array>
#include <limits>
#include <utility>

#include "sample_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

constexpr std::int64_t most_seed = 9'007'199'254'740'991;  // the largest whole number that every reader of JSON keeps

// Which members each method takes, in the order of DrawMethod.
struct MethodRow {
  Use size, seed, strata, stage, chosen;
};
constexpr auto method_rows = [] {
  using enum Use;
  return std::to_array<MethodRow>({{required, required, none, none, none},
                                   {optional, required, required, none, none},
                                   {required, required, none, none, none},
                                   {optional, required, none, optional, none},
                                   {optional, none, none, none, required}});
}();

// ---- Checks

void check_chosen(SampleDrawRequest const& request, Error& errors) {
  if (trimmed(request.reason).empty()) errors.add(sampling_rules::no_reason, "/reason", {{"member", "reason"}});
  check_size(request.chosen.size(), most_sampled, "chosen", errors);
  if (request.size && *request.size != static_cast<std::int64_t>(request.chosen.size()))
    check_in_range(*request.size, static_cast<std::int64_t>(request.chosen.size()),
                   static_cast<std::int64_t>(request.chosen.size()), "/size", errors);
  std::vector<std::pair<std::int64_t, std::size_t>> sorted;
  for (std::size_t i = 0; i < request.chosen.size() && i < most_sampled; ++i) {
    auto const item = request.chosen[i];
    if (item < 1 || item > request.population)
      errors.add(sampling_rules::item, "/chosen/" + std::to_string(i),
                 {{"found", std::to_string(item)}, {"most", std::to_string(request.population)}});
    sorted.emplace_back(item, i);
  }
  std::ranges::sort(sorted);
  for (std::size_t i = 1; i < sorted.size(); ++i)
    if (sorted[i].first == sorted[i - 1].first)
      errors.add(sampling_rules::item_twice, "/chosen/" + std::to_string(sorted[i].second),
                 {{"found", std::to_string(sorted[i].first)}});
}

bool has_sizes(std::vector<SampleStratum> const& strata) {
  return std::ranges::any_of(strata, [](SampleStratum const& each) { return each.size.has_value(); });
}

// Strata either say all their sizes, or none and the whole size is given.
void check_strata_of(SampleDrawRequest const& request, std::string const& method, Error& errors) {
  bool const sized = has_sizes(request.strata);
  check_strata(request.strata, sized ? Use::required : Use::none, method, errors);
  check_use(request.size.has_value(), sized ? Use::none : Use::required, "size", method, errors);
  check_use(request.minimum_per_stratum.has_value(), sized ? Use::none : Use::optional, "minimum_per_stratum", method,
            errors);
  auto const population = population_of(request.strata);
  if (errors.empty() && population != request.population)
    errors.add(sampling_rules::strata_sum, "/strata",
               {{"found", std::to_string(population)}, {"expected", std::to_string(request.population)}});
}

void check_draw_request(SampleDrawRequest const& request, DrawMethod method, Error& errors) {
  auto const& row = method_rows.at(static_cast<std::size_t>(method));
  auto const name = to_string(method);
  check_in_range(request.population, 1, most_population, "/population", errors);
  auto const most = std::clamp<std::int64_t>(request.population, 1, most_sampled);
  check_whole(request.size, row.size, 1, most, "size", name, errors);
  check_whole(request.seed, row.seed, 0, most_seed, "seed", name, errors);
  check_use(request.stage.has_value(), row.stage, "stage", name, errors);
  check_use(!request.strata.empty(), row.strata, "strata", name, errors);
  if (method == DrawMethod::stratified)
    check_strata_of(request, name, errors);
  else
    check_use(request.minimum_per_stratum.has_value(), Use::none, "minimum_per_stratum", name, errors);
  if (check_use(!request.chosen.empty(), row.chosen, "chosen", name, errors))
    check_chosen(request, errors);
  else if (row.chosen == Use::none)
    check_use(!request.reason.empty(), Use::none, "reason", name, errors);
}

// ---- Draws

std::uint64_t number_of(PhiloxBlock const& block) { return std::uint64_t{block[1]} << 32U | block[0]; }

std::uint64_t number_at(std::int64_t position, PhiloxKey key) {
  auto const counter = static_cast<std::uint64_t>(position);
  return number_of(
      philox4x32_10({static_cast<std::uint32_t>(counter), static_cast<std::uint32_t>(counter >> 32U), 0, 0}, key));
}

// Adds those `size` of the positions from `first` on that have the smallest numbers.
void draw_smallest(std::int64_t first, std::int64_t population, std::int64_t size, PhiloxKey key,
                   std::vector<std::int64_t>& items) {
  using Ranked = std::pair<std::uint64_t, std::int64_t>;
  std::vector<Ranked> kept;  // a heap: the largest number is in front
  kept.reserve(static_cast<std::size_t>(size));
  for (auto position = first; position < first + population; ++position) {
    Ranked const each{number_at(position, key), position};
    if (kept.size() == static_cast<std::size_t>(size)) {
      if (size == 0 || kept.front() < each) continue;
      std::ranges::pop_heap(kept);
      kept.back() = each;
    } else {
      kept.push_back(each);
    }
    std::ranges::push_heap(kept);
  }
  auto const before = static_cast<std::ptrdiff_t>(items.size());
  for (auto const& each : kept) items.push_back(each.second);
  std::sort(items.begin() + before, items.end());
}

// A number below `limit`, each as likely as any other.
std::int64_t number_below(std::int64_t limit, PhiloxKey key) {
  auto const divisor = static_cast<std::uint64_t>(limit);
  auto const rest = (std::numeric_limits<std::uint64_t>::max() % divisor + 1) % divisor;
  for (std::uint32_t attempt = 0;; ++attempt) {
    auto const number = number_of(philox4x32_10({attempt, 0, 0, 1}, key));
    if (number <= std::numeric_limits<std::uint64_t>::max() - rest) return static_cast<std::int64_t>(number % divisor);
  }
}

void draw_at_distances(SampleDraw& draw, PhiloxKey key) {
  auto const start = number_below(draw.population, key);
  for (std::int64_t j = 0; j < draw.size; ++j) draw.items.push_back((start + j * draw.population) / draw.size + 1);
}

result<void> draw_from_strata(SampleDrawRequest const& request, SampleDraw& draw, PhiloxKey key) {
  draw.strata = request.strata;
  if (!has_sizes(draw.strata)) {
    auto shared = allocate(draw.strata, *request.size, request.minimum_per_stratum.value_or(1));
    if (!shared) return shared.error();
    draw.strata = *std::move(shared);
  }
  draw.size = 0;
  for (auto const& each : draw.strata) draw.size += *each.size;
  Error errors;
  check_in_range(draw.size, 1, most_sampled, "/strata", errors);
  if (!errors.empty()) return errors;
  std::int64_t first = 1;
  for (auto const& each : draw.strata) {
    draw_smallest(first, each.population, *each.size, key, draw.items);
    first += each.population;
  }
  return {};
}

}  // namespace

result<SampleDraw> draw_sample(SampleDrawRequest const& request) {
  auto const method = request.method.value_or(DrawMethod::simple);
  Error errors;
  check_draw_request(request, method, errors);
  if (!errors.empty()) return errors;
  SampleDraw draw;
  draw.method = method;
  draw.population = request.population;
  draw.population_sha256 = request.population_sha256;
  draw.reason = request.reason;
  if (method == DrawMethod::judgement) {
    draw.items = request.chosen;
    std::ranges::sort(draw.items);
    draw.size = static_cast<std::int64_t>(draw.items.size());
    return draw;
  }
  draw.seed = request.seed;
  draw.algorithm = draw_algorithm;
  draw.size = request.size.value_or(sites_to_visit(request.population, request.stage.value_or(SiteStage::initial)));
  auto const key = philox_key(static_cast<std::uint64_t>(*request.seed));
  if (method == DrawMethod::stratified) {
    auto const drawn = draw_from_strata(request, draw, key);
    if (!drawn) return drawn.error();
  } else if (method == DrawMethod::systematic) {
    draw_at_distances(draw, key);
  } else {
    draw_smallest(1, draw.population, draw.size, key, draw.items);
  }
  return draw;
}

}  // namespace v1
}  // namespace annexa
