#include <annexa/base/philox.hpp>
#include <annexa/risk/quantitative/distribution_figures.hpp>

#include <algorithm>
#include <cmath>

#include "law.hpp"
#include "number_text.hpp"
#include "plain_arithmetic.hpp"
#include "sampler.hpp"

namespace annexa {
inline namespace v1 {
namespace {

using OwnedLaw = std::unique_ptr<detail::Law const>;

result<OwnedLaw> checked_law(Distribution const& distribution) {
  Error errors;
  check_distribution(distribution, "", errors);
  if (!errors.empty()) return errors;
  return detail::law_of(distribution);
}

void check_probability(Real probability, std::string const& where, Error& errors) {
  if (!(probability > 0 && probability < 1))
    errors.add(distribution_rules::probability, where, {{"found", detail::text_of(probability)}});
}
void check_value(Real x, std::string const& where, Error& errors) {
  if (std::isnan(x)) errors.add(distribution_rules::not_a_number, where);
}

constexpr std::uint64_t most_draws = 100'000'000;
// Numbers of events beyond this are drawn without a table of their probabilities, which would be a long one.
constexpr Real most_tabled_events = 10'000;

// Calls with the words of each block of the stream, and where what is made of them goes.
template <class Draw>
void for_each_block(std::uint64_t key, std::size_t count, Draw const& draw) {
  constexpr std::size_t quarter = detail::block_size / 4;
  auto const& kernels = detail::kernels_of(InstructionSet::best);
  alignas(64) std::array<std::uint32_t, detail::block_size> words;
  for (std::size_t begin = 0; begin < count; begin += detail::block_size) {
    detail::WordSource const source{{key, 0, 0}, begin / 4, nullptr, quarter, nullptr};
    kernels.words_of_block(source.stream, source.first, words.data());
    draw(source, std::span(words).first(std::min(detail::block_size, count - begin)), begin);
  }
}

std::vector<Real> values_of(OwnedLaw law, std::uint64_t key, std::size_t count) {
  std::vector<Real> out(count);
  detail::Sampler const sampler(std::move(law));
  for_each_block(key, count, [&](auto const& source, auto const& words, std::size_t begin) {
    sampler.sample(detail::kernels_of(InstructionSet::best), source, words, out.data() + begin);
  });
  return out;
}

std::vector<Real> counts_of(OwnedLaw law, std::uint64_t key, std::size_t count) {
  std::vector<Real> out(count);
  detail::CountSampler const sampler(std::move(law));
  std::array<std::uint32_t, detail::block_size> counts;
  for_each_block(key, count, [&](auto const& source, auto const& words, std::size_t begin) {
    sampler.sample(source, words, counts.data());
    std::copy_n(counts.begin(), words.size(), out.begin() + static_cast<std::ptrdiff_t>(begin));
  });
  return out;
}

std::vector<Real> many_counts_of(OwnedLaw const& law, std::uint64_t key, std::size_t count) {
  std::vector<Real> out(count);
  for_each_block(key, count, [&](auto const& source, auto const& words, std::size_t begin) {
    for (std::size_t i = 0; i < words.size(); ++i)
      out[begin + i] = law->quantile(detail::tails_of(words[i], source.second_word(i)));
  });
  return out;
}

}  // namespace

bool counts_events(DistributionKind kind) noexcept {
  return kind == DistributionKind::poisson || kind == DistributionKind::negative_binomial ||
         kind == DistributionKind::binomial || kind == DistributionKind::bernoulli;
}

result<Moments> moments(Distribution const& distribution) {
  detail::PlainArithmetic const plain;
  auto const law = checked_law(distribution);
  if (!law) return law.error();
  return (*law)->moments();
}

result<Real> quantile(Distribution const& distribution, Real probability) {
  detail::PlainArithmetic const plain;
  auto const law = checked_law(distribution);
  if (!law) return law.error();
  Error errors;
  check_probability(probability, "", errors);
  if (!errors.empty()) return errors;
  return (*law)->quantile({probability, 1 - probability});
}

result<Real> cdf(Distribution const& distribution, Real x) {
  detail::PlainArithmetic const plain;
  auto const law = checked_law(distribution);
  if (!law) return law.error();
  Error errors;
  check_value(x, "", errors);
  if (!errors.empty()) return errors;
  return (*law)->cdf(x).lower;
}

result<DistributionFigures> distribution_figures(Distribution const& distribution, DistributionRequest const& request) {
  detail::PlainArithmetic const plain;
  auto const law = checked_law(distribution);
  Error errors;
  if (!law) errors.add(law.error());
  for (std::size_t i = 0; i < request.probabilities.size(); ++i)
    check_probability(request.probabilities[i], "/probabilities/" + std::to_string(i), errors);
  for (std::size_t i = 0; i < request.values.size(); ++i)
    check_value(request.values[i], "/values/" + std::to_string(i), errors);
  if (!errors.empty()) return errors;
  DistributionFigures out;
  auto const moments = (*law)->moments();
  out.mean = moments.mean;
  if (std::isfinite(moments.variance)) {
    out.variance = moments.variance;
    out.standard_deviation = std::sqrt(moments.variance);
  }
  for (Real const p : request.probabilities) out.quantiles.push_back({(*law)->quantile({p, 1 - p}), p});
  for (Real const x : request.values) out.cdf.push_back({x, (*law)->cdf(x).lower});
  return out;
}

result<std::vector<Real>> sample(Distribution const& distribution, std::uint64_t count, std::uint64_t seed,
                                 std::string_view name) {
  detail::PlainArithmetic const plain;
  auto law = checked_law(distribution);
  if (!law) return law.error();
  if (count > most_draws)
    return Error(distribution_rules::draws, "", {{"found", std::to_string(count)}, {"wanted", "100,000,000"}});
  auto const key = detail::stream_key(seed, name);
  if (!counts_events(distribution.dist)) return values_of(*std::move(law), key, count);
  if ((*law)->moments().mean > most_tabled_events) return many_counts_of(*law, key, count);
  return counts_of(*std::move(law), key, count);
}

}  // namespace v1
}  // namespace annexa
