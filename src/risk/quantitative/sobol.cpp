#include <annexa/risk/quantitative/sensitivity.hpp>

#include <algorithm>
#include <cmath>

#include "sampler.hpp"

namespace annexa {
inline namespace v1 {
namespace {

using namespace detail;

constexpr std::size_t most_inputs = 200;
constexpr std::int64_t most_points = 100'000'000;

// Sum and sum of squares of terms, as what their mean is estimated to be.
class Mean {
 public:
  void add(Real term) noexcept {
    sum_ += term;
    squares_ += term * term;
  }
  [[nodiscard]] NumberEstimate over(Real n, Real unit) const noexcept {
    Real const mean = sum_ / n;
    return {mean / unit, std::sqrt(std::max(Real{0}, squares_ / n - mean * mean) / n) / unit};
  }
  [[nodiscard]] Real mean(Real n) const noexcept { return sum_ / n; }
  [[nodiscard]] Real variance(Real n) const noexcept { return std::max(Real{0}, squares_ / n - mean(n) * mean(n)); }

 private:
  Real sum_ = 0;
  Real squares_ = 0;
};

// Blocks of points: the values of each input in two sets.
class Points {
 public:
  Points(std::vector<Distribution> const& inputs, std::uint64_t seed) : kernels_(kernels_of(InstructionSet::best)) {
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      samplers_.push_back(std::make_unique<Sampler>(law_of(inputs[i])));
      for (auto const* set : {"a", "b"}) keys_.push_back(stream_key(seed, "sensitivity " + std::to_string(i) + set));
    }
    values_.resize(2 * inputs.size() * block_size);
  }

  void draw(std::uint64_t block) {
    alignas(64) std::array<std::uint32_t, block_size> words;
    for (std::size_t row = 0; row < keys_.size(); ++row) {
      WordSource const source{{keys_[row], 0, 0}, block * (block_size / 4), nullptr, block_size / 4, nullptr};
      kernels_.words_of_block(source.stream, source.first, words.data());
      samplers_[row / 2]->sample(kernels_, source, words, values_.data() + row * block_size);
    }
  }
  // Input @p i of point @p k in set 0 or 1.
  [[nodiscard]] Real at(std::size_t set, std::size_t i, std::size_t k) const noexcept {
    return values_[(2 * i + set) * block_size + k];
  }

 private:
  Kernels const& kernels_;
  std::vector<std::unique_ptr<Sampler>> samplers_;
  std::vector<std::uint64_t> keys_;
  std::vector<Real> values_;
};

std::vector<SobolIndex> estimate_indices(std::vector<Distribution> const& inputs, SensitivityModel const& model,
                                         std::int64_t points, std::uint64_t seed) {
  auto const count = inputs.size();
  Points drawn(inputs, seed);
  Mean whole;
  std::vector<Mean> first(count);
  std::vector<Mean> total(count);
  std::vector<Real> a(count);
  std::vector<Real> b(count);
  Real center = 0;  // the first value, so that products do not cancel
  for (std::int64_t point = 0; point < points; ++point) {
    auto const k = static_cast<std::size_t>(point) % block_size;
    if (k == 0) drawn.draw(static_cast<std::uint64_t>(point) / block_size);
    for (std::size_t i = 0; i < count; ++i) {
      a[i] = drawn.at(0, i, k);
      b[i] = drawn.at(1, i, k);
    }
    if (point == 0) center = model(a);
    Real const at_a = model(a) - center;
    Real const at_b = model(b) - center;
    whole.add(at_a);
    for (std::size_t i = 0; i < count; ++i) {
      std::swap(a[i], b[i]);
      Real const mixed = model(a) - center;
      std::swap(a[i], b[i]);
      first[i].add(at_b * (mixed - at_a));
      total[i].add((at_a - mixed) * (at_a - mixed) / 2);
    }
  }
  auto const n = static_cast<Real>(points);
  Real const variance = whole.variance(n);
  std::vector<SobolIndex> out(count);
  for (std::size_t i = 0; variance > 0 && i < count; ++i)
    out[i] = {first[i].over(n, variance), total[i].over(n, variance)};
  return out;
}

}  // namespace

result<std::vector<SobolIndex>> sobol_indices(std::vector<Distribution> const& inputs, SensitivityModel const& model,
                                              std::int64_t points, std::int64_t seed) {
  Error errors;
  if (inputs.empty() || inputs.size() > most_inputs)
    errors.add(sensitivity_rules::inputs, "/inputs", {{"found", std::to_string(inputs.size())}});
  if (points < 1 || points > most_points)
    errors.add(sensitivity_rules::points, "/points", {{"found", std::to_string(points)}});
  for (std::size_t i = 0; i < inputs.size(); ++i) check_distribution(inputs[i], "/inputs/" + std::to_string(i), errors);
  if (!errors.empty()) return errors;
  return estimate_indices(inputs, model, points, static_cast<std::uint64_t>(seed));
}

}  // namespace v1
}  // namespace annexa
