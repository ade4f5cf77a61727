#pragma once
/// @file
/// What a sample says of its population.

#include <annexa/audit/sample_draw.hpp>

#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// A part of a population after it was looked at.
struct TestedStratum {
  static constexpr std::string_view type_name = "tested-stratum";  ///< Name in the schema.
  std::string name;                                                ///< Its name.
  std::int64_t population = 0;                                     ///< How many items it has.
  std::int64_t size = 0;                                           ///< How many were looked at.
  std::int64_t deviations = 0;                                     ///< How many of these deviate.
  std::optional<std::int64_t> most_deviations;                     ///< At most so many in the whole stratum.
  friend bool operator==(TestedStratum const&, TestedStratum const&) = default;
};
BOOST_DESCRIBE_STRUCT(TestedStratum, (), (name, population, size, deviations, most_deviations))
ANNEXA_TYPE_TABLE(TestedStratum)

/// What was found in a sample. An item that could not be looked at counts as a deviation.
struct SampleEvaluationRequest {
  static constexpr std::string_view type_name = "sample-evaluation-request";  ///< Name in the schema.
  std::optional<DrawMethod> method;        ///< How the items were drawn; simple when absent.
  std::optional<std::int64_t> population;  ///< From how many; a large number when absent. Stratified: the strata say.
  std::optional<std::int64_t> size;        ///< How many were looked at: 1 to 1,000,000. Stratified: the strata say.
  std::optional<std::int64_t> deviations;  ///< How many of these deviate. Stratified: the strata say.
  std::optional<Decimal> confidence;       ///< Above 0 and below 1; needed but for a judgement.
  std::optional<Decimal> tolerable_rate;   ///< The share of deviations that would be too much.
  std::vector<TestedStratum> strata;       ///< Stratified: what was found in each.
  friend bool operator==(SampleEvaluationRequest const&, SampleEvaluationRequest const&) = default;
};
BOOST_DESCRIBE_STRUCT(SampleEvaluationRequest, (),
                      (method, population, size, deviations, confidence, tolerable_rate, strata))
ANNEXA_TYPE_TABLE(SampleEvaluationRequest)

/// What follows.
enum class SampleConclusion : std::uint8_t {
  within,      ///< With that confidence the rate is no higher than the tolerable one.
  not_shown,   ///< The sample does not show that.
  limit_only,  ///< No tolerable rate was given to compare with.
  none,        ///< A judgement sample: nothing follows for what was not looked at.
};
ANNEXA_DESCRIBE_ENUM(SampleConclusion, "sample-conclusion", within, not_shown, limit_only, none)

/// What a sample says of its population.
struct SampleEvaluation {
  static constexpr std::string_view type_name = "sample-evaluation";  ///< Name in the schema.
  DrawMethod method = DrawMethod::simple;                             ///< How the items were drawn.
  std::optional<std::int64_t> population;                             ///< From how many.
  std::int64_t size = 0;                                              ///< How many were looked at.
  std::int64_t deviations = 0;                                        ///< How many deviate.
  std::optional<Decimal> confidence;                                  ///< How sure.
  std::optional<Decimal> tolerable_rate;                              ///< What would be too much.
  std::optional<std::int64_t> most_deviations;  ///< In a finite population: with that confidence at most so many.
  std::optional<Decimal> upper_limit;           ///< The same as a share, six places, rounded up.
  std::string distribution;                     ///< "binomial" or "hypergeometric"; empty for a judgement.
  SampleConclusion conclusion = SampleConclusion::none;  ///< What follows.
  std::string statement;                                 ///< The same as a sentence.
  std::vector<TestedStratum> strata;                     ///< For each stratum.
  friend bool operator==(SampleEvaluation const&, SampleEvaluation const&) = default;
};
BOOST_DESCRIBE_STRUCT(SampleEvaluation, (),
                      (method, population, size, deviations, confidence, tolerable_rate, most_deviations, upper_limit,
                       distribution, conclusion, statement, strata))
ANNEXA_TYPE_TABLE(SampleEvaluation)

/// The one-sided upper limit of deviations: the most that a population can have without making so few in a sample less
/// likely than 1 - confidence. Finite populations: hypergeometric, a whole number. Else Clopper-Pearson, rounded up to
/// six places. Strata: each at 1 - (1 - confidence) / strata, added up, which holds for every allocation.
/// @return what follows; or every violation: sampling.missing, sampling.share, sampling.counts, number.range, by JSON
///         Pointer.
/// @source{ISO 19011, audit sampling}
[[nodiscard]] result<SampleEvaluation> evaluate_sample(SampleEvaluationRequest const& request);

}  // namespace v1
}  // namespace annexa
