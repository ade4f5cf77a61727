#include "dependent_draws.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace annexa {
inline namespace v1 {
namespace detail {

void DeviationTable::fill() {
  for (std::size_t segment = 0; segment < count; ++segment) {
    Real const octave = static_cast<Real>(std::uint64_t{1} << (segment / per_octave));
    Real const middle = octave * (1 + (static_cast<Real>(segment % per_octave) + 0.5) / per_octave);
    std::array<Real, coefficients> values{};
    for (std::size_t i = 0; i < coefficients; ++i)
      values[i] = 0x1p32 * tail(std::max(Real{0}, middle + chebyshev_nodes[i] / 4 * octave - 1));
    auto polynomial = polynomial_through(values);
    for (std::size_t k = 0; k < coefficients; ++k) rows_[k * count + segment] = polynomial[k];
  }
}

void DeviationTable::distances(std::span<Real const> deviations, Real* distances, std::uint32_t* upper) const {
  constexpr Real beyond = static_cast<Real>(std::uint64_t{1} << octave_count) - 1;
  for (std::size_t i = 0; i < deviations.size(); ++i) {
    Real const x = std::fabs(deviations[i]);
    auto const bits = std::bit_cast<std::uint64_t>(1 + (x < beyond ? x : 0));
    auto const segment = (bits >> 48U) - (std::uint64_t{1023} << 4U);
    // The place in the segment, -1/32 to 1/32 of the octave; the nodes of the table are those of -1/8 to 1/8.
    Real const t = (std::bit_cast<Real>((bits & 0xFFFFFFFFFFFFU) | 0x3FF0000000000000U) - 1.03125) * 4;
    Real const* const c = rows_.data() + segment;
    Real value = c[5 * count];
    for (std::size_t k = 5; k-- > 0;) value = value * t + c[k * count];
    distances[i] = value;
    upper[i] = deviations[i] > 0 ? 1 : 0;
  }
  for (std::size_t i = 0; i < deviations.size(); ++i) {
    if (distances[i] < static_cast<Real>(refined_below) || std::fabs(deviations[i]) >= beyond)
      distances[i] = std::max(0x1p32 * tail(std::fabs(deviations[i])), Real{1e-280});
    distances[i] = std::min(distances[i], 0x1.fffffffffffffp30);
  }
}

namespace {

class NormalDeviations final : public DeviationTable {
 public:
  NormalDeviations() { fill(); }
  [[nodiscard]] Real tail(Real x) const noexcept override { return normal_cdf(-x).lower; }
  [[nodiscard]] Real deviation(Tails p) const noexcept override { return normal_quantile(p); }
};

// By the beta distribution: half of P(B <= n / (n + x^2)), B of shapes n/2 and 1/2.
class StudentDeviations final : public DeviationTable {
 public:
  explicit StudentDeviations(Real degrees) : degrees_(degrees) { fill(); }
  [[nodiscard]] Real tail(Real x) const noexcept override {
    Real const whole = degrees_ + x * x;
    return beta_cdf(degrees_ / 2, 0.5, {degrees_ / whole, x * x / whole}).lower / 2;
  }

  [[nodiscard]] Real deviation(Tails p) const noexcept override {
    Real const b =
        beta_quantile(degrees_ / 2, 0.5, {2 * std::min(p.lower, p.upper), 1 - 2 * std::min(p.lower, p.upper)}).lower;
    Real const size = std::sqrt(degrees_ * std::max(Real{0}, 1 / b - 1));
    return p.lower < p.upper ? -size : size;
  }

 private:
  Real degrees_;
};

}  // namespace

std::shared_ptr<DeviationTable const> normal_deviations() { return std::make_shared<NormalDeviations>(); }
std::shared_ptr<DeviationTable const> t_deviations(Real degrees_of_freedom) {
  return std::make_shared<StudentDeviations>(degrees_of_freedom);
}

void DependentDraws::begin(std::uint64_t block, Interrupt interrupt) {
  block_ = block;
  interrupt_ = std::move(interrupt);
  for (auto& [ordinal, draws] : ordinals_) spare_.push_back(std::move(draws));
  ordinals_.clear();
}

DependentDraws::Ordinal& DependentDraws::filled(std::uint32_t ordinal) {
  auto const [at, is_new] = ordinals_.try_emplace(ordinal);
  if (is_new) {
    if (!spare_.empty()) {
      at->second = std::move(spare_.back());
      spare_.pop_back();
    }
    fill(at->second, ordinal);
  }
  return at->second;
}

Real const* DependentDraws::deviations(std::size_t row, std::uint32_t ordinal) {
  return filled(ordinal).deviations.get() + row * block_size;
}

DependentDraws::Probabilities DependentDraws::probabilities(std::size_t row, std::uint32_t ordinal) {
  auto& draws = filled(ordinal);
  auto const begin = row * block_size;
  if (!draws.has_distances[row]) {
    draws.has_distances[row] = true;
    copula_.deviations->distances({draws.deviations.get() + begin, block_size}, draws.distances.get() + begin,
                                  draws.upper.get() + begin);
  }
  return {draws.distances.get() + begin, draws.upper.get() + begin};
}

void DependentDraws::draw(std::uint64_t key, std::uint32_t ordinal, Sampler const& sampler, Real* out) {
  alignas(64) std::array<std::uint32_t, block_size> words;
  WordSource const source{{key, ordinal, 0}, block_ * (block_size / 4), nullptr, block_size / 4, nullptr};
  kernels_.words_of_block(source.stream, source.first, words.data());
  sampler.sample(kernels_, source, words, out);
}

void DependentDraws::fill(Ordinal& out, std::uint32_t ordinal) {
  auto const rows = copula_.keys.size();
  if (!out.deviations) {
    out.deviations = std::make_unique_for_overwrite<Real[]>(rows * block_size);
    out.distances = std::make_unique_for_overwrite<Real[]>(rows * block_size);
    out.upper = std::make_unique_for_overwrite<std::uint32_t[]>(rows * block_size);
  }
  out.has_distances.assign(rows, false);
  Real* const own = out.deviations.get();
  if (!draw_rows(ordinal, own) || !mix_rows(own)) {
    std::fill_n(own, rows * block_size, Real{0});  // nobody wants it any more; but it is read
    return;
  }
  if (copula_.spread) {
    std::array<Real, block_size> scale;
    draw(copula_.spread_key, ordinal, *copula_.spread, scale.data());
    for (auto& each : scale) each = std::sqrt(copula_.degrees_of_freedom / each);
    for (std::size_t i = 0; i < rows * block_size; ++i) own[i] *= scale[i % block_size];
  }
}

// Independent normal variables, for each row and common to them. @return false if it was interrupted.
bool DependentDraws::draw_rows(std::uint32_t ordinal, Real* own) {
  for (std::size_t i = 0; i < copula_.keys.size(); ++i) {
    if (i % 64 == 63 && interrupt_ && interrupt_()) return false;
    draw(copula_.keys[i], ordinal, *copula_.normal, own + i * block_size);
  }
  shared_.resize(copula_.common.size() * block_size);
  for (std::size_t i = 0; i < copula_.common.size(); ++i)
    draw(copula_.common[i], ordinal, *copula_.normal, shared_.data() + i * block_size);
  return true;
}

// Each row of the mix says what the row is made of. From the last, so that what is replaced is needed no more.
// @return false if it was interrupted.
bool DependentDraws::mix_rows(Real* own) {
  auto const rows = copula_.keys.size();
  auto const common = copula_.common.size();
  Real const* mix = copula_.mix.data() + copula_.mix.size();
  for (std::size_t row = rows; row-- > 0;) {
    if (row % 8 == 7 && interrupt_ && interrupt_()) return false;
    auto const terms = common == 0 ? row + 1 : common + 1;
    mix -= terms;
    Real* const target = own + row * block_size;
    for (std::size_t i = 0; i < block_size; ++i) target[i] *= mix[terms - 1];
    for (std::size_t term = 0; term + 1 < terms; ++term)
      if (mix[term] != 0)
        kernels_.add_scaled(mix[term], (common == 0 ? own : shared_.data()) + term * block_size, block_size, target);
  }
  return true;
}

}  // namespace detail
}  // namespace v1
}  // namespace annexa
