#include "law.hpp"

#include <annexa/base/philox.hpp>

#include <algorithm>
#include <utility>

#include "laws.hpp"

namespace annexa {
inline namespace v1 {
namespace detail {
namespace {

using Kind = DistributionKind;

struct LawRow {
  Kind kind;
  LawPointer (*make)(Distribution const&);
};
constexpr LawRow law_rows[] = {
    {Kind::constant, make_constant},
    {Kind::uniform, make_uniform},
    {Kind::triangular, make_triangular},
    {Kind::pert, make_beta},
    {Kind::pert_pyfair, make_beta},
    {Kind::normal, make_normal},
    {Kind::normal_truncated, make_truncated},
    {Kind::normal_clipped, make_clipped},
    {Kind::lognormal, make_lognormal},
    {Kind::lognormal_interval, make_lognormal},
    {Kind::lognormal_moments, make_lognormal},
    {Kind::exponential, make_weibull},
    {Kind::gamma, make_gamma},
    {Kind::beta, make_beta},
    {Kind::weibull, make_weibull},
    {Kind::generalized_pareto, make_pareto},
    {Kind::lognormal_pareto, make_lognormal_pareto},
    {Kind::metalog, make_metalog},
    {Kind::empirical, make_empirical},
    {Kind::poisson, make_poisson},
    {Kind::negative_binomial, make_negative_binomial},
    {Kind::binomial, make_binomial},
    {Kind::bernoulli, make_binomial},
};

}  // namespace

LawPointer law_of(Distribution const& distribution) {
  auto const row = std::ranges::find_if(law_rows, [&](LawRow const& each) { return each.kind == distribution.dist; });
  return row->make(distribution);
}

std::uint64_t stream_key(std::uint64_t seed, std::string_view name) noexcept {
  std::uint64_t running = 0;
  auto const fold = [&](std::uint64_t chunk) {
    auto const block = philox4x32_10({static_cast<std::uint32_t>(chunk), static_cast<std::uint32_t>(chunk >> 32U),
                                      static_cast<std::uint32_t>(running), static_cast<std::uint32_t>(running >> 32U)},
                                     philox_key(seed));
    running = block[0] | (static_cast<std::uint64_t>(block[1]) << 32U);
  };
  for (std::size_t at = 0; at < name.size(); at += 8) {
    std::uint64_t chunk = 0;
    for (std::size_t i = 0; i < 8 && at + i < name.size(); ++i)
      chunk |= static_cast<std::uint64_t>(static_cast<unsigned char>(name[at + i])) << (8 * i);
    fold(chunk);
  }
  fold(name.size());
  return running;
}

}  // namespace detail
}  // namespace v1
}  // namespace annexa
