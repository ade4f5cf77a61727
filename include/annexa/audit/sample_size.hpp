#pragma once
/// @file
/// How many items to look at: by statistics, or by practice, which says so.

#include <annexa/base/describe.hpp>
#include <annexa/base/error.hpp>

#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

namespace sampling_rules {
/// Broken by a confidence or a rate that is none.
inline constexpr Rule share{"sampling.share",
                            "{found} is out of range; a number above 0 and below 1 is accepted, such as 0.95 for 95 %.",
                            "ISO 19011, audit sampling", ErrorKind::usage};
}  // namespace sampling_rules

/// True if @p value is a confidence or a rate that samples take: above 0 and below 1.
[[nodiscard]] constexpr bool is_share(Decimal const& value) noexcept {
  std::int64_t one = 1;
  for (int i = 0; i < value.scale(); ++i) one *= 10;
  return value.digits() > 0 && value.digits() < one;
}

/// What a sample size rests on.
enum class SampleBasis : std::uint8_t {
  attribute,   ///< Statistics: an item deviates or it does not.
  frequency,   ///< Practice: how often a control is carried out.
  sites,       ///< Practice: the square root of the number of similar sites.
  allocation,  ///< A size that is given, shared out among strata.
};
ANNEXA_DESCRIBE_ENUM(SampleBasis, "sample-basis", attribute, frequency, sites, allocation)

/// How often a control is carried out.
enum class ControlFrequency : std::uint8_t {
  annual,           ///< Once a year.
  quarterly,        ///< Four times a year.
  monthly,          ///< Twelve times a year.
  weekly,           ///< Some fifty times a year.
  daily,            ///< Each day or each working day.
  many_times_a_day  ///< More often.
};
ANNEXA_DESCRIBE_ENUM(ControlFrequency, "control-frequency", annual, quarterly, monthly, weekly, daily, many_times_a_day)

/// Which audit of a cycle visits the sites.
enum class SiteStage : std::uint8_t {
  initial,          ///< The first one: the square root.
  surveillance,     ///< In between: 0.6 of it.
  recertification,  ///< The last one: 0.8 of it.
};
ANNEXA_DESCRIBE_ENUM(SiteStage, "site-stage", initial, surveillance, recertification)

/// A part of a population that is sampled by itself.
struct SampleStratum {
  static constexpr std::string_view type_name = "sample-stratum";  ///< Name in the schema.
  std::string name;                                                ///< Such as "privileged accounts".
  std::int64_t population = 0;                                     ///< How many items it has.
  std::optional<std::int64_t> size;  ///< How many of them are looked at; follows from the whole size when absent.
  friend bool operator==(SampleStratum const&, SampleStratum const&) = default;
};
BOOST_DESCRIBE_STRUCT(SampleStratum, (), (name, population, size))
ANNEXA_TYPE_TABLE(SampleStratum)

/// What a sample is for. Which members count follows from the basis; one that does not count is refused.
struct SampleSizeRequest {
  static constexpr std::string_view type_name = "sample-size-request";  ///< Name in the schema.
  std::optional<SampleBasis> basis;                                     ///< Attribute when absent.
  std::optional<std::int64_t> population;  ///< Attribute: items, a large number when absent. Sites: similar sites
                                           ///< beside the central function. 1 to 100,000,000.
  std::optional<Decimal> confidence;       ///< Attribute: above 0 and below 1, such as 0.95.
  std::optional<Decimal> tolerable_rate;   ///< Attribute: the share of deviations from which on the control has failed.
  std::optional<std::int64_t> allowed_deviations;   ///< Attribute: deviations that are expected; 0 (discovery) when
                                                    ///< absent, at most 1,000.
  std::optional<ControlFrequency> frequency;        ///< Frequency: how often.
  std::optional<SiteStage> stage;                   ///< Sites: which audit of the cycle; initial when absent.
  std::optional<std::int64_t> size;                 ///< Allocation: the whole size.
  std::vector<SampleStratum> strata;                ///< Attribute, allocation: parts, at most 1,000, without sizes.
  std::optional<std::int64_t> minimum_per_stratum;  ///< With strata: items of each at least; 1 when absent.
  friend bool operator==(SampleSizeRequest const&, SampleSizeRequest const&) = default;
};
BOOST_DESCRIBE_STRUCT(SampleSizeRequest, (),
                      (basis, population, confidence, tolerable_rate, allowed_deviations, frequency, stage, size,
                       strata, minimum_per_stratum))
ANNEXA_TYPE_TABLE(SampleSizeRequest)

/// How many items to look at, and what that is worth.
struct SampleSize {
  static constexpr std::string_view type_name = "sample-size";  ///< Name in the schema.
  SampleBasis basis = SampleBasis::attribute;                   ///< What it rests on.
  std::int64_t size = 0;                                        ///< How many; for a frequency the fewest.
  std::optional<std::int64_t> most;                             ///< For a frequency: the most that is customary.
  std::optional<std::int64_t> population;                       ///< Out of how many.
  std::optional<std::int64_t> tolerable_deviations;  ///< In a finite population: that many deviations are held out.
  std::optional<std::int64_t> at_random;             ///< Sites: how many of them have to be drawn at random.
  std::string distribution;                          ///< "binomial" or "hypergeometric"; empty where none is used.
  std::vector<SampleStratum> strata;                 ///< Shares of the strata.
  std::string statement;                             ///< What the size proves, as a sentence.
  std::string source;                                ///< Where the rule comes from.
  friend bool operator==(SampleSize const&, SampleSize const&) = default;
};
BOOST_DESCRIBE_STRUCT(SampleSize, (),
                      (basis, size, most, population, tolerable_deviations, at_random, distribution, strata, statement,
                       source))
ANNEXA_TYPE_TABLE(SampleSize)

/// How many items to look at. Exact: no size depends on rounding, on any machine (docs/decisions/sampling.md).
///
/// Attribute: the smallest size with P(at most the allowed deviations) <= 1 - confidence if the rate were the tolerable
/// one. In a population of N that is floor(rate N) deviations, at least 1.
/// @return the size; or every violation: sampling.missing, sampling.unused, sampling.share, sampling.stratum,
///         sampling.unprovable, sampling.too-large, number.range, each by JSON Pointer.
/// @source{ISO 19011, audit sampling; IAF MD 1}
[[nodiscard]] result<SampleSize> sample_size(SampleSizeRequest const& request);

/// How many of @p sites similar sites an audit visits, beside the central function: the square root, 0.6 or 0.8 of it,
/// rounded up. Practice of certification bodies; it binds no internal audit. @pre sites is 0 to 10^9.
/// @source{IAF MD 1}
[[nodiscard]] std::int64_t sites_to_visit(std::int64_t sites, SiteStage stage) noexcept;

/// Shares a size out among strata: in proportion, by largest remainder, the earlier stratum first among equals; one
/// that would get less than @p minimum (or than it has, if that is less) gets that, and the others share the rest.
/// @return the strata with their sizes; or sampling.stratum, sampling.strata-size, number.range.
[[nodiscard]] result<std::vector<SampleStratum>> allocate(std::vector<SampleStratum> strata, std::int64_t size,
                                                          std::int64_t minimum = 1);

}  // namespace v1
}  // namespace annexa
