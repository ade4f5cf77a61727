#include "aggregation.hpp"

#include <algorithm>
#include <cmath>

namespace annexa {
inline namespace v1 {
namespace detail {
namespace {

// Tilting leaves e^-14 of what comes around the end of the grid, and makes rounding e^14 times as large.
constexpr Real tilt = 14;
constexpr Real rounding = 1e-16;  // of a step of the transform, and of each event in the logarithm
constexpr std::size_t coarse_points = 4096;

// Multiplies by e^(sign tilt k / size).
void tilted(std::span<Real> values, Real sign) {
  Real const each = std::exp(sign * tilt / static_cast<Real>(values.size()));
  Real factor = 1;
  for (std::size_t k = 0; k < values.size(); ++k) {
    if (k % 64 == 0) factor = std::exp(sign * tilt * static_cast<Real>(k) / static_cast<Real>(values.size()));
    values[k] *= factor;
    factor *= each;
  }
}

// Where the transform of a sum is smaller than e to the power of this it counts as 0.
constexpr Real vanishing = -60;

// The logarithm of the transform of a sum, scenario by scenario.
class SumTransform {
 public:
  SumTransform(PreparedSum const& sum, Transform const& transform, Real step)
      : transform_(transform), step_(step), log_(transform.size() / 2 + 1), alive_(log_.size()) {
    if (sum.mixed_rate() > 0) {
      std::vector<Real> masses(transform.size());
      sum.add_mixed(step, masses);
      tilted(masses, -1);
      auto const mixed = transform_.forward(masses);
      for (std::size_t k = 0; k < log_.size(); ++k) log_[k] = mixed[k] - sum.mixed_rate();
      shorten();
    }
    for (auto const* part : sum.others()) add(*part);
  }

  // The probabilities of the sum.
  std::vector<Real> probabilities() {
    for (std::size_t k = 0; k < log_.size(); ++k) log_[k] = k < alive_ ? std::exp(log_[k]) : 0;
    auto out = transform_.inverse(log_);
    tilted(out, 1);
    return out;
  }

 private:
  void add(ScenarioSum const& part) {
    auto event = transform_of(part.forms.front());
    for (std::size_t i = 1; i < part.forms.size(); ++i) {
      auto const more = transform_of(part.forms[i]);
      for (std::size_t k = 0; k < alive_; ++k) event[k] *= more[k];
    }
    for (std::size_t k = 0; k < alive_; ++k) log_[k] += part.count.log_generating(event[k]);
    shorten();
  }
  // No scenario makes it larger again: the highest frequencies of sums of many soon vanish.
  void shorten() noexcept {
    while (alive_ > 1 && log_[alive_ - 1].real() < vanishing) --alive_;
  }
  std::vector<Complex> transform_of(FormOfLoss const& form) const {
    std::vector<Real> masses(transform_.size());
    form.curve->add_masses(form.factor, step_, form.probability, masses);
    masses[0] += 1 - form.probability;
    tilted(masses, -1);
    return transform_.forward(masses);
  }

  Transform const& transform_;
  Real step_;
  std::vector<Complex> log_;
  std::size_t alive_;  // what is behind vanishes
};

}  // namespace

PreparedSum::PreparedSum(std::vector<ScenarioSum const*> parts) : parts_(std::move(parts)) {
  for (auto const* part : parts_) {
    if (!part->count.is_poisson() || part->forms.size() != 1) {
      others_.push_back(part);
      continue;
    }
    auto const& form = part->forms.front();
    mixed_.push_back({part->count.moments().mean * form.probability, form.curve.get(), form.factor});
    mixed_rate_ += mixed_.back().weight;
  }
  if (mixed_.size() > 1) mixture_ = std::make_unique<LossCurve const>(mixed_);
}

void PreparedSum::add_mixed(Real step, std::span<Real> masses) const {
  if (mixture_) return mixture_->add_masses(1, step, 1, masses);
  for (auto const& [weight, curve, factor] : mixed_) curve->add_masses(factor, step, weight, masses);
}

std::size_t PreparedSum::transforms() const noexcept {
  std::size_t out = 1;
  for (auto const* part : others_) out += part->forms.size();
  return out;
}

Transform const& Transforms::of(std::size_t size) {
  auto& made = made_[size];
  if (!made) made = std::make_unique<Transform const>(size);
  return *made;
}

Real ScenarioSum::event_above(Real x) const noexcept {
  auto const& form = forms.front();
  return form.factor > 0 ? form.probability * form.curve->above(x / form.factor) : 0;
}

SumOnGrid::SumOnGrid(PreparedSum const& sum, Transform const& transform, Real step) : step_(step), at_zero_(1) {
  Real events = 0;
  for (auto const* part : sum.parts()) {
    at_zero_ *= part->count.generating(part->no_event_loss);
    events += part->count.moments().mean;
    most_forms_ = std::max(most_forms_, part->forms.size());
    if (part->count.moments().variance <= part->count.moments().mean)
      steady_ += part->count.moments().mean;
    else
      spread_.push_back(&part->count);
  }
  below_ = SumTransform(sum, transform, step).probabilities();
  Real total = 0;
  for (auto& each : below_) {
    total += std::max(Real{0}, each);
    each = std::min(Real{1}, total);
  }
  floor_ = std::exp(-tilt) * beyond() + std::exp(tilt) * rounding * (20 + events) + 1e-10 * events;
}

SumOnGrid SumOnGrid::of(PreparedSum const& sum, Real beyond, std::size_t points, Transforms& transforms) {
  Real mean = 0;
  for (auto const* part : sum.parts()) mean += part->year.mean;
  auto const& coarse = transforms.of(coarse_points);
  Real end = std::max(Real{1}, 8 * mean);
  for (int i = 0; i < 60; ++i) {
    SumOnGrid const grid(sum, coarse, end / coarse_points);
    if (grid.beyond() > beyond) {
      end *= 4;
      continue;
    }
    auto const last = std::ranges::lower_bound(grid.below_, 1 - beyond);
    auto const wanted = (static_cast<Real>(last - grid.below_.begin()) + 4) * grid.step();
    bool const is_fine = wanted > end / 16;
    end = std::min(end, wanted * 1.02);
    if (is_fine) break;
  }
  return {sum, transforms.of(points), std::max(end, Real{1}) / static_cast<Real>(points)};
}

Real SumOnGrid::below(Real x) const noexcept {
  if (x < 0) return 0;
  Real const place = x / step_ - 0.5;  // the mass of a point stands for what lies half a step around it
  if (place >= static_cast<Real>(below_.size() - 1)) return below_.back();
  if (place < 0) return at_zero_ + (below_[0] - at_zero_) * std::clamp((place + 0.5) * 2, Real{0}, Real{1});
  auto const k = static_cast<std::size_t>(place);
  Real const part = place - static_cast<Real>(k);
  return below_[k] + part * (below_[k + 1] - below_[k]);
}

Real SumOnGrid::quantile(Real p) const noexcept {
  if (p <= at_zero_) return 0;
  auto const next = std::ranges::lower_bound(below_, p);
  if (next == below_.end()) return end();
  auto const k = static_cast<std::size_t>(next - below_.begin());
  if (k == 0) return 0.5 * step_ * (p - at_zero_) / std::max(below_[0] - at_zero_, Real{1e-300});
  return step_ * (static_cast<Real>(k) - 0.5 + (p - below_[k - 1]) / std::max(below_[k] - below_[k - 1], Real{1e-300}));
}

Real SumOnGrid::mean_above(Real x, Real mean) const noexcept {
  // E max(S - x, 0) = E S - E min(S, x), and min(S, x) = sum of steps up to x while S is above.
  Real area = 0;
  auto const last = static_cast<std::size_t>(std::clamp(x / step_, Real{0}, static_cast<Real>(below_.size() - 1)));
  for (std::size_t k = 0; k < last; ++k) area += 1 - below_[k];
  Real const rest = x / step_ - static_cast<Real>(last);
  area += rest * (1 - below_[last]);
  return std::max(Real{0}, mean - area * step_);
}

Real SumOnGrid::moved_by(Real negligible) const noexcept {
  Real const share = 0.25 * negligible;
  Real rate = steady_;
  for (auto const* count : spread_) rate += count->poisson_bound(share / static_cast<Real>(spread_.size()));
  Real const log = -std::log(share);
  Real const amounts = static_cast<Real>(most_forms_) * (rate + std::sqrt(2 * rate * log) + log);
  return step_ * std::sqrt(0.5 * amounts * log);
}

}  // namespace detail
}  // namespace v1
}  // namespace annexa
