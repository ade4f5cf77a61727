#include "sampler.hpp"

#include <annexa/base/philox.hpp>

#include <algorithm>
#include <array>
#include <cmath>

#include "parameters.hpp"

namespace annexa {
inline namespace v1 {
namespace detail {
namespace {

constexpr std::size_t half = segments / 2;

}  // namespace

Tails tails_of(std::uint32_t word, std::uint32_t second) noexcept {
  Real const distance = static_cast<Real>(distance_of(word)) + (static_cast<Real>(second) + 0.5) * 0x1p-32;
  return tails_of(distance, (word >> 31U) != 0);
}

Tails tails_of(Real distance, bool upper) noexcept {
  Real const near = distance * 0x1p-32;
  return upper ? Tails{1 - near, near} : Tails{near, 1 - near};
}

std::uint32_t WordSource::second_word(std::size_t i) const noexcept {
  auto const position = positions ? positions[i] : i;
  auto const place = position % stride;
  auto const counter = first + (at ? at[place] : place);
  auto const block = philox4x32_10(
      {static_cast<std::uint32_t>(counter), static_cast<std::uint32_t>(counter >> 32U), stream.event, stream.draw + 1},
      philox_key(stream.key));
  return block[position / stride];
}

// ---- Values

Sampler::Sampler(std::unique_ptr<Law const> law) : law_(std::move(law)), exact_(segments) {
  for (auto const& joint : law_->joints()) {
    bool const is_lower = joint.lower < joint.upper;
    Real const distance = (is_lower ? joint.lower : joint.upper) * 0x1p32;
    for (std::size_t segment = is_lower ? 0 : half; segment < (is_lower ? half : segments); ++segment) {
      Real const reach = octave_of(segment) * 0.125;
      if (std::fabs(distance - middle_of(segment)) > reach) continue;
      exact_[segment] = true;
      is_smooth_ = false;
    }
  }
  if (auto const beta = law_->scaled_beta()) {
    fill_beta(*beta);
    return;
  }
  for (std::size_t segment = 0; segment < segments; ++segment) fill(segment);
}

void Sampler::fill(std::size_t segment) {
  std::array<Real, coefficients> values{};
  if (!exact_[segment]) {
    for (std::size_t i = 0; i < coefficients; ++i) {
      Real const distance = middle_of(segment) + chebyshev_nodes[i] * octave_of(segment);
      values[i] = law_->quantile(tails_of(distance, segment >= half));
    }
  }
  auto const polynomial = polynomial_through(values);
  for (std::size_t k = 0; k < coefficients; ++k) rows_[segment * row_size + k] = polynomial[k];
}

bool Sampler::is_exact(Real distance, std::uint32_t upper) const noexcept {
  if (distance < static_cast<Real>(refined_below)) return true;
  if (is_smooth_) return false;
  int exponent = 0;
  Real const mantissa = std::frexp(distance, &exponent);  // 1/2 to 1
  auto const quarter = static_cast<std::size_t>((mantissa - 0.5) * 8);
  auto const octave = static_cast<std::size_t>(exponent) - 32 + octaves;
  return exact_[octave * segments_per_octave + quarter + upper * half];
}

void Sampler::sample(Kernels const& kernels, WordSource const& source, std::span<std::uint32_t const> words,
                     Real* out) const {
  kernels.look_up(rows_, words.data(), words.size(), out);
  if (is_smooth_ && kernels.least_distance(words.data(), words.size()) >= refined_below) return;
  for (std::size_t i = 0; i < words.size(); ++i) {
    auto const distance = distance_of(words[i]);
    if (distance < refined_below)
      out[i] = law_->quantile(tails_of(words[i], source.second_word(i)));
    else if (!is_smooth_ && is_exact(static_cast<Real>(distance) + 0.5, words[i] >> 31U))
      out[i] = law_->quantile(tails_of(static_cast<Real>(distance) + 0.5, (words[i] >> 31U) != 0));
  }
}

void Sampler::sample(Kernels const& kernels, std::span<Real const> distances, std::uint32_t const* upper,
                     Real* out) const {
  kernels.look_up_real(rows_, distances.data(), upper, distances.size(), out);
  for (std::size_t i = 0; i < distances.size(); ++i)
    if (is_exact(distances[i], upper[i])) out[i] = law_->quantile(tails_of(distances[i], upper[i] != 0));
}

// ---- Numbers of events

std::uint32_t events_at(Law const& law, Tails p) noexcept {
  return static_cast<std::uint32_t>(std::min(law.quantile(p), most_events));
}

std::uint32_t poisson_events(Real rate, Tails p) {
  if (!(rate > 0)) return 0;
  Distribution poisson;
  poisson.dist = DistributionKind::poisson;
  poisson.rate = rate;
  return events_at(*law_of(poisson), p);
}

CountSampler::CountSampler(std::unique_ptr<Law const> law) : law_(std::move(law)) {
  constexpr Real edge = static_cast<Real>(refined_below);
  least_ = events_at(*law_, tails_of(edge, false));
  auto const greatest = events_at(*law_, tails_of(edge, true));
  sums_.reserve(greatest - least_);
  for (auto number = least_; number < greatest; ++number) sums_.push_back(law_->cdf(static_cast<Real>(number)).lower);
}

std::uint32_t CountSampler::count_at(Real u) const noexcept {
  std::size_t above = 0;
  if (sums_.size() <= 16) {
    for (Real const sum : sums_) above += u > sum ? 1 : 0;
  } else {
    above = static_cast<std::size_t>(std::lower_bound(sums_.begin(), sums_.end(), u) - sums_.begin());
  }
  return least_ + static_cast<std::uint32_t>(above);
}

void CountSampler::sample(WordSource const& source, std::span<std::uint32_t const> words, std::uint32_t* out) const {
  for (std::size_t i = 0; i < words.size(); ++i) {
    out[i] = distance_of(words[i]) < refined_below ? events_at(*law_, tails_of(words[i], source.second_word(i)))
                                                   : count_at((static_cast<Real>(words[i]) + 0.5) * 0x1p-32);
  }
}

}  // namespace detail
}  // namespace v1
}  // namespace annexa
