#include <algorithm>
#include <annexa/audit/sample_evaluation.hpp>

#include "sample_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

constexpr std::string_view limit_text =
    "{found} of {size} items deviate. With {confidence} confidence at most {limit} of {population} do.";
constexpr std::string_view within_text = " That is within the tolerable {rate}.";
constexpr std::string_view not_shown_text =
    " That the rate is within the tolerable {rate} is not shown: widen the sample, or treat the control as failing.";
constexpr std::string_view systematic_text =
    " This takes it that the order of the population has no pattern that meets the distance.";
constexpr std::string_view judgement_text =
    "{found} of {size} items deviate. The items were chosen by judgement: no statistical conclusion about the rest of "
    "the population is possible.";

// ---- Checks

void check_counts(std::int64_t deviations, std::int64_t size, std::string const& where, Error& errors) {
  if (deviations > size)
    errors.add(sampling_rules::counts, where + "/deviations",
               {{"found", std::to_string(deviations)},
                {"what", "deviations"},
                {"most", std::to_string(size)},
                {"of", "items that were looked at"}});
}

void check_tested(TestedStratum const& each, std::string const& method, Error& errors) {
  check_whole(each.population, Use::required, 1, most_population, "population", method, errors);
  check_whole(each.size, Use::required, 0, std::clamp<std::int64_t>(each.population, 0, most_sampled), "size", method,
              errors);
  check_whole(each.deviations, Use::required, 0, most_sampled, "deviations", method, errors);
  check_use(each.most_deviations.has_value(), Use::none, "most_deviations", method, errors);
  check_counts(each.deviations, each.size, "", errors);
}

void check_tested_strata(SampleEvaluationRequest const& request, std::string const& method, Error& errors) {
  check_use(request.population.has_value(), Use::none, "population", method, errors);
  check_use(request.size.has_value(), Use::none, "size", method, errors);
  check_use(request.deviations.has_value(), Use::none, "deviations", method, errors);
  check_size(request.strata.size(), most_strata, "strata", errors);
  for (std::size_t i = 0; i < request.strata.size() && i < most_strata; ++i) {
    Error found;
    check_tested(request.strata[i], method, found);
    if (!found.empty()) errors.add(found, "/strata/" + std::to_string(i));
  }
}

void check_evaluation_request(SampleEvaluationRequest const& request, DrawMethod drawn, Error& errors) {
  auto const method = to_string(drawn);
  bool const judged = drawn == DrawMethod::judgement;
  check_share(request.confidence, judged ? Use::none : Use::required, "confidence", method, errors);
  check_share(request.tolerable_rate, judged ? Use::none : Use::optional, "tolerable_rate", method, errors);
  bool const stratified = drawn == DrawMethod::stratified;
  check_use(!request.strata.empty(), stratified ? Use::required : Use::none, "strata", method, errors);
  if (stratified) return check_tested_strata(request, method, errors);
  check_whole(request.population, Use::optional, 1, most_population, "population", method, errors);
  auto const most = request.population ? std::clamp<std::int64_t>(*request.population, 1, most_sampled) : most_sampled;
  check_whole(request.size, Use::required, 1, most, "size", method, errors);
  check_whole(request.deviations, Use::required, 0, most_sampled, "deviations", method, errors);
  if (request.size && request.deviations) check_counts(*request.deviations, *request.size, "", errors);
}

// ---- Limits

// The largest number from `low` to `high` for which `holds`. @pre it holds for `low`, and for every smaller one
template <class Holds>
std::int64_t largest(std::int64_t low, std::int64_t high, Holds const& holds) {
  while (low < high) {
    auto const middle = low + (high - low + 1) / 2;
    if (holds(middle))
      low = middle;
    else
      high = middle - 1;
  }
  return low;
}

SampleEvaluation summed_up(SampleEvaluationRequest const& request, DrawMethod method) {
  SampleEvaluation found;
  found.method = method;
  found.population = request.population;
  found.size = request.size.value_or(0);
  found.deviations = request.deviations.value_or(0);
  found.confidence = request.confidence;
  found.tolerable_rate = request.tolerable_rate;
  found.strata = request.strata;
  if (found.strata.empty()) return found;
  found.population = 0;
  for (auto const& each : found.strata) {
    *found.population += each.population;
    found.size += each.size;
    found.deviations += each.deviations;
  }
  return found;
}

// The limits of all strata hold together with the confidence, each by itself with more.
std::int64_t most_in_strata(std::vector<TestedStratum>& strata, Share alpha) {
  Share const each_alpha{alpha.over, alpha.under * static_cast<std::int64_t>(strata.size())};
  std::int64_t most = 0;
  for (auto& each : strata) {
    each.most_deviations = most_deviations(each.population, each.size, each.deviations, each_alpha);
    most += *each.most_deviations;
  }
  return most;
}

void set_limit(SampleEvaluation& found) {
  auto const alpha = chance_of(*found.confidence);
  found.distribution = found.population ? "hypergeometric" : "binomial";
  if (!found.population) {
    found.upper_limit = *Decimal::from(clopper_pearson(found.size, found.deviations, alpha), 6);
    return;
  }
  found.most_deviations = found.strata.empty() ? most_deviations(*found.population, found.size, found.deviations, alpha)
                                               : most_in_strata(found.strata, alpha);
  found.upper_limit = millionths_above(*found.most_deviations, *found.population);
}

// True if the limit is no higher than the rate: in whole items, or in whole millionths.
bool is_within(SampleEvaluation const& found) {
  if (found.most_deviations) return *found.most_deviations <= whole_items(*found.tolerable_rate, *found.population);
  return found.upper_limit->digits() <= whole_items(*found.tolerable_rate, 1'000'000);
}

std::string statement_of(SampleEvaluation const& found) {
  auto text = fill_in(
      limit_text, {{"found", std::to_string(found.deviations)},
                   {"size", std::to_string(found.size)},
                   {"confidence", percent(*found.confidence)},
                   {"limit", (found.most_deviations ? std::to_string(*found.most_deviations) + " (" : std::string()) +
                                 percent(*found.upper_limit) + (found.most_deviations ? ")" : "")},
                   {"population", found.population ? "the " + std::to_string(*found.population) : std::string("all")}});
  if (found.tolerable_rate)
    text += fill_in(found.conclusion == SampleConclusion::within ? within_text : not_shown_text,
                    {{"rate", percent(*found.tolerable_rate)}});
  if (found.method == DrawMethod::systematic) text += systematic_text;
  return text;
}

}  // namespace

std::int64_t most_deviations(std::int64_t population, std::int64_t size, std::int64_t found, Share alpha) {
  return largest(found, population - size + found,
                 [&](std::int64_t each) { return !hypergeometric_at_most(population, each, size, found, alpha); });
}

std::int64_t clopper_pearson(std::int64_t size, std::int64_t found, Share alpha) {
  constexpr std::int64_t million = 1'000'000;
  auto const below = largest(0, million, [&](std::int64_t each) {
    return !binomial_at_most(size, {each, million}, found, alpha);
  });
  return std::min(below + 1, million);
}

result<SampleEvaluation> evaluate_sample(SampleEvaluationRequest const& request) {
  auto const method = request.method.value_or(DrawMethod::simple);
  Error errors;
  check_evaluation_request(request, method, errors);
  if (!errors.empty()) return errors;
  auto found = summed_up(request, method);
  if (method == DrawMethod::judgement) {
    found.statement =
        fill_in(judgement_text, {{"found", std::to_string(found.deviations)}, {"size", std::to_string(found.size)}});
    return found;
  }
  set_limit(found);
  found.conclusion = !found.tolerable_rate ? SampleConclusion::limit_only
                     : is_within(found)    ? SampleConclusion::within
                                           : SampleConclusion::not_shown;
  found.statement = statement_of(found);
  return found;
}

}  // namespace v1
}  // namespace annexa
