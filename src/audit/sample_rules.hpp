#pragma once
// What a request about a sample can get wrong, and the numbers that all of them read.

#include <annexa/audit/sample_size.hpp>
#include <optional>
#include <string>

#include "request_checks.hpp"
#include "tail.hpp"

namespace annexa {
inline namespace v1 {
namespace sampling_rules {

inline constexpr auto usage = ErrorKind::usage;
inline constexpr std::string_view source = "ISO 19011, audit sampling";
inline constexpr Rule missing{"sampling.missing", "\"{member}\" is missing; {method} takes it.", source, usage};
inline constexpr Rule unused{"sampling.unused", "{method} takes no \"{member}\"; leave it out.", source, usage};
inline constexpr Rule stratum{"sampling.stratum", "Stratum {index} has no name.", source, usage};
inline constexpr Rule stratum_twice{"sampling.stratum", "There are two strata \"{found}\".", source, usage};
inline constexpr Rule strata_sum{"sampling.strata-size",
                                 "The strata have {found} items in all, the population has {expected}.", source, usage};
inline constexpr Rule strata_size{"sampling.strata-size",
                                  "{found} items cannot be shared out: the strata ask for {least} at least and have "
                                  "{most}.",
                                  source, usage};
inline constexpr Rule unprovable{"sampling.unprovable",
                                 "In {population} items {rate} are {deviating} deviations; a sample cannot allow as "
                                 "many as {allowed}. Allow fewer.",
                                 source, usage};
inline constexpr Rule too_large{"sampling.too-large",
                                "No sample of up to {most} items shows that. Give the population, a lower confidence "
                                "or a higher rate.",
                                source, usage};
inline constexpr Rule item{"sampling.item", "{found} is no item of the population, which has 1 to {most}.", source,
                           usage};
inline constexpr Rule item_twice{"sampling.item-twice", "Item {found} stands there twice.", source, usage};
inline constexpr Rule counts{"sampling.counts", "{found} {what} are more than the {most} {of}.", source, usage};
inline constexpr Rule no_reason{"text.missing", "\"{member}\" must not be empty.", "", usage};

}  // namespace sampling_rules

inline constexpr std::int64_t most_population = 100'000'000;
inline constexpr std::int64_t most_sampled = 1'000'000;
inline constexpr std::int64_t most_allowed = 1'000;
inline constexpr std::size_t most_strata = 1'000;

// Whether a method needs a member, may have it, or takes none.
enum class Use : std::uint8_t { none, optional, required };

// Checks that a member is there as the method wants it. @return true if it is there.
inline bool check_use(bool given, Use use, char const* member, std::string const& method, Error& errors) {
  if (given && use == Use::none)
    errors.add(sampling_rules::unused, std::string("/") + member, {{"member", member}, {"method", method}});
  if (!given && use == Use::required)
    errors.add(sampling_rules::missing, std::string("/") + member, {{"member", member}, {"method", method}});
  return given && use != Use::none;
}

// The same of a whole number, with its range.
inline void check_whole(std::optional<std::int64_t> const& value, Use use, std::int64_t low, std::int64_t high,
                        char const* member, std::string const& method, Error& errors) {
  if (check_use(value.has_value(), use, member, method, errors))
    check_in_range(*value, low, high, std::string("/") + member, errors);
}

// The same of a share above 0 and below 1.
inline void check_share(std::optional<Decimal> const& value, Use use, char const* member, std::string const& method,
                        Error& errors) {
  if (!check_use(value.has_value(), use, member, method, errors)) return;
  if (!is_share(*value)) errors.add(sampling_rules::share, std::string("/") + member, {{"found", to_string(*value)}});
}

// A decimal number as a share. @pre 0 <= value <= 1
[[nodiscard]] inline Share share_of(Decimal const& value) {
  return {value.digits(), *Decimal::from(1, 0)->digits_at(value.scale())};
}

// What a confidence leaves to chance.
[[nodiscard]] inline Share chance_of(Decimal const& confidence) {
  auto const share = share_of(confidence);
  return {share.under - share.over, share.under};
}

// A share of at most 1 as people read it: "5 %", "12.5 %".
[[nodiscard]] std::string percent(Decimal const& value);

// How many whole items a share of a population is: floor(rate * population). @pre 0 <= rate <= 1, population <= 10^8
[[nodiscard]] std::int64_t whole_items(Decimal const& rate, std::int64_t population);

// Checks names and populations of strata. @param sizes  whether each may, must or must not say its size.
void check_strata(std::vector<SampleStratum> const& strata, Use sizes, std::string const& method, Error& errors);

// How many items all strata have.
[[nodiscard]] std::int64_t population_of(std::vector<SampleStratum> const& strata) noexcept;

// Six places of a share, rounded up: the smallest m with m / 10^6 >= over / under. @pre over <= under <= 10^9
[[nodiscard]] inline Decimal millionths_above(std::int64_t over, std::int64_t under) {
  return *Decimal::from((over * 1'000'000 + under - 1) / under, 6);
}

// The most deviations that a population can have if so few in a sample are to be likelier than @p alpha.
[[nodiscard]] std::int64_t most_deviations(std::int64_t population, std::int64_t size, std::int64_t found, Share alpha);

// The one-sided limit of Clopper and Pearson, in millionths, rounded up.
[[nodiscard]] std::int64_t clopper_pearson(std::int64_t size, std::int64_t found, Share alpha);

}  // namespace v1
}  // namespace annexa
