#include <annexa/base/philox.hpp>
#include <annexa/risk/quantitative/distribution.hpp>

#include <cmath>

#include "law.hpp"
#include "number_text.hpp"

namespace annexa {
inline namespace v1 {
namespace {

result<std::unique_ptr<detail::Law const>> checked_law(Distribution const& distribution) {
  Error errors;
  check_distribution(distribution, "", errors);
  if (!errors.empty()) return errors;
  return detail::law_of(distribution);
}

// A uniform number made of 64 bits, in the middle of its cell: neither tail is ever 0.
detail::Tails uniform_of(PhiloxBlock const& block) noexcept {
  std::uint64_t const bits = block[0] | (static_cast<std::uint64_t>(block[1]) << 32U);
  return {(static_cast<Real>(bits) + 0.5) * 0x1p-64, (static_cast<Real>(~bits) + 0.5) * 0x1p-64};
}

constexpr std::uint64_t most_draws = 100'000'000;

}  // namespace

bool counts_events(DistributionKind kind) noexcept {
  return kind == DistributionKind::poisson || kind == DistributionKind::negative_binomial ||
         kind == DistributionKind::binomial || kind == DistributionKind::bernoulli;
}

result<Moments> moments(Distribution const& distribution) {
  auto const law = checked_law(distribution);
  if (!law) return law.error();
  return (*law)->moments();
}

result<Real> quantile(Distribution const& distribution, Real probability) {
  auto const law = checked_law(distribution);
  if (!law) return law.error();
  if (!(probability > 0 && probability < 1))
    return Error(distribution_rules::probability, "", {{"found", detail::text_of(probability)}});
  return (*law)->quantile({probability, 1 - probability});
}

result<Real> cdf(Distribution const& distribution, Real x) {
  auto const law = checked_law(distribution);
  if (!law) return law.error();
  if (std::isnan(x)) return Error(distribution_rules::not_a_number, "");
  return (*law)->cdf(x).lower;
}

result<std::vector<Real>> sample(Distribution const& distribution, std::uint64_t count, std::uint64_t seed,
                                 std::string_view name) {
  auto const law = checked_law(distribution);
  if (!law) return law.error();
  if (count > most_draws)
    return Error(distribution_rules::draws, "", {{"found", std::to_string(count)}, {"wanted", "100,000,000"}});
  auto const key = philox_key(detail::stream_key(seed, name));
  std::vector<Real> out(count);
  for (std::uint64_t i = 0; i < count; ++i)
    out[i] = (*law)->quantile(
        uniform_of(philox4x32_10({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i >> 32U), 0, 0}, key)));
  return out;
}

}  // namespace v1
}  // namespace annexa
