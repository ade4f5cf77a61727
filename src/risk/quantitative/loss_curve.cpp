#include "loss_curve.hpp"

#include <algorithm>
#include <cmath>

namespace annexa {
inline namespace v1 {
namespace detail {
namespace {

constexpr Real negligible_mass = 1e-13;
constexpr int deepest_panel = 48;

// The Chebyshev series of @p coefficients at t, -1 to 1.
template <std::size_t N>
Real chebyshev(std::array<Real, N> const& coefficients, Real t) noexcept {
  Real next = 0;
  Real after = 0;
  for (std::size_t j = N - 1; j > 0; --j) {
    Real const now = 2 * t * next - after + coefficients[j];
    after = next;
    next = now;
  }
  return t * next - after + coefficients[0];
}

// The same at several places at once.
template <std::size_t N, std::size_t Lanes>
void chebyshev(std::array<Real, N> const& coefficients, std::array<Real, Lanes> const& t,
               std::array<Real, Lanes>& out) noexcept {
  std::array<Real, Lanes> next{};
  std::array<Real, Lanes> after{};
  for (std::size_t j = N - 1; j > 0; --j)
    for (std::size_t lane = 0; lane < Lanes; ++lane) {
      Real const now = 2 * t[lane] * next[lane] - after[lane] + coefficients[j];
      after[lane] = next[lane];
      next[lane] = now;
    }
  for (std::size_t lane = 0; lane < Lanes; ++lane) out[lane] = t[lane] * next[lane] - after[lane] + coefficients[0];
}

// Coefficients of the interpolation of values at the N zeros of the N-th Chebyshev polynomial.
template <std::size_t N>
std::array<Real, N> chebyshev_coefficients(std::array<Real, N> const& values) noexcept {
  constexpr Real pi = 3.14159265358979323846;
  static std::array<std::array<Real, N>, N> const cosines = [] {
    std::array<std::array<Real, N>, N> out{};
    for (std::size_t j = 0; j < N; ++j)
      for (std::size_t k = 0; k < N; ++k)
        out[j][k] = std::cos(pi * static_cast<Real>(j) * (static_cast<Real>(k) + 0.5) / N);
    return out;
  }();
  std::array<Real, N> out{};
  for (std::size_t j = 0; j < N; ++j) {
    for (std::size_t k = 0; k < N; ++k) out[j] += values[k] * cosines[j][k];
    out[j] *= (j == 0 ? 1.0 : 2.0) / N;
  }
  return out;
}

template <std::size_t N>
Real chebyshev_node(std::size_t k) noexcept {
  constexpr Real pi = 3.14159265358979323846;
  static std::array<Real, N> const nodes = [] {
    std::array<Real, N> out{};
    for (std::size_t i = 0; i < N; ++i) out[i] = std::cos(pi * (static_cast<Real>(i) + 0.5) / N);
    return out;
  }();
  return nodes[k];
}

// The integral from -1 of a Chebyshev series, as one.
template <std::size_t N>
std::array<Real, N + 1> chebyshev_integral(std::array<Real, N> const& c) noexcept {
  auto const at = [&](std::size_t j) { return j < N ? c[j] : 0; };
  std::array<Real, N + 1> out{};
  out[1] = c[0] - 0.5 * at(2);
  for (std::size_t j = 2; j <= N; ++j) out[j] = (at(j - 1) - at(j + 1)) / (2 * static_cast<Real>(j));
  for (std::size_t j = 1; j <= N; ++j) out[0] += j % 2 == 1 ? out[j] : -out[j];
  return out;
}

}  // namespace

std::vector<LawPiece> pieces_of(Law const& law) {
  std::vector<Tails> edges{{0, 1}};
  for (auto const& joint : law.joints()) edges.push_back(joint);
  edges.push_back({1, 0});
  std::vector<LawPiece> out;
  for (std::size_t i = 1; i < edges.size(); ++i) {
    auto const& from = edges[i - 1];
    auto const& to = edges[i];
    Real const mass = from.lower < 0.5 ? to.lower - from.lower : from.upper - to.upper;
    if (!(mass > 0)) continue;
    auto const at = [&](Real part) { return law.quantile({from.lower + mass * part, to.upper + mass * (1 - part)}); };
    Real const middle = at(0.5);
    out.push_back({from, to, mass, at(1e-6) == middle && at(1 - 1e-6) == middle, middle});
  }
  return out;
}

LossCurve::LossCurve(Real value) { points_.push_back({value, 1}); }

LossCurve::LossCurve(Law const& law) {
  smooth_mass_ = 1;
  for (auto const& piece : pieces_of(law)) {
    if (!piece.is_point) continue;
    points_.push_back({piece.value, piece.mass});
    smooth_mass_ -= piece.mass;
  }
  if (smooth_mass_ < negligible_mass) {
    smooth_mass_ = 0;
    return;
  }
  auto const survival = [&](Real x) {
    Real out = law.cdf(x).upper;
    for (auto const& point : points_)
      if (point.value > x) out -= point.mass;
    return out;
  };
  Real const low = std::max(Real{0}, law.quantile({negligible_mass, 1}));
  Real const high = law.quantile({1, negligible_mass});
  if (low > 0) fit([&](Real) { return smooth_mass_; }, 0, low, deepest_panel);
  fit(survival, low, high > low ? high : low + 1, 0);
}

LossCurve::LossCurve(std::vector<Share> const& shares) {
  Real high = 0;
  Real total = 0;
  for (auto const& [weight, curve, factor] : shares) {
    total += weight;
    for (auto const& point : curve->points_) points_.push_back({point.value * factor, point.mass * weight});
    if (curve->panels_.empty()) continue;
    if (!(factor > 0)) {
      points_.push_back({0, curve->smooth_mass_ * weight});
      continue;
    }
    smooth_mass_ += curve->smooth_mass_ * weight;
    high = std::max(high, (curve->panels_.back().low + curve->panels_.back().width) * factor);
  }
  tolerance_ *= 4 * total;
  if (!(high > 0)) return;
  fit(
      [&](Real x) {
        Real out = 0;
        for (auto const& [weight, curve, factor] : shares)
          if (factor > 0) out += weight * curve->smooth_above(x / factor);
        return out;
      },
      0, high, 0);
}

template <class Survival>
void LossCurve::fit(Survival const& survival, Real low, Real high, int depth) {
  std::array<Real, degree + 1> values{};
  auto const place = [&](Real t) { return 0.5 * ((high + low) + (high - low) * t); };
  for (std::size_t k = 0; k <= degree; ++k) values[k] = survival(place(chebyshev_node<degree + 1>(k)));
  Panel panel{};
  panel.low = low;
  panel.width = high - low;
  panel.survival = chebyshev_coefficients(values);
  bool fits = depth >= deepest_panel;
  if (!fits) {
    fits = true;
    for (Real const t : {-1.0, 1.0, -0.71, 0.37})
      fits = fits && std::fabs(chebyshev(panel.survival, t) - survival(place(t))) <= tolerance_;
  }
  if (!fits) {
    fit(survival, low, 0.5 * (low + high), depth + 1);
    fit(survival, 0.5 * (low + high), high, depth + 1);
    return;
  }
  panel.integral = chebyshev_integral(panel.survival);
  for (auto& each : panel.integral) each *= 0.5 * panel.width;
  if (!panels_.empty()) panel.before = panels_.back().before + chebyshev(panels_.back().integral, 1);
  panels_.push_back(panel);
}

void LossCurve::add_points(Real factor, Real step, Real weight, std::span<Real> masses) const {
  for (auto const& point : points_) {
    Real const place = point.value * factor / step;
    if (!(place < static_cast<Real>(masses.size() - 1))) continue;
    auto const k = static_cast<std::size_t>(place);
    Real const part = place - static_cast<Real>(k);
    masses[k] += weight * point.mass * (1 - part);
    masses[k + 1] += weight * point.mass * part;
  }
}

// The integral of the survival function up to each point of a grid.
void LossCurve::integrals(Real step, std::span<Real> out) const {
  constexpr std::size_t lanes = 16;
  auto const& last = panels_.back();
  std::size_t k = 0;
  for (auto const& panel : panels_) {
    auto const to = std::min(static_cast<Real>(out.size()), std::ceil((panel.low + panel.width) / step));
    Real const scale = 2 * step / panel.width;
    Real const start = 2 * panel.low / panel.width + 1;
    for (auto const end = static_cast<std::size_t>(to); k < end;) {
      std::array<Real, lanes> t{};
      std::array<Real, lanes> values{};
      for (std::size_t lane = 0; lane < lanes; ++lane) t[lane] = static_cast<Real>(k + lane) * scale - start;
      chebyshev(panel.integral, t, values);
      auto const count = std::min(lanes, end - k);
      for (std::size_t lane = 0; lane < count; ++lane) out[k + lane] = panel.before + values[lane];
      k += count;
    }
  }
  std::fill(out.begin() + static_cast<std::ptrdiff_t>(k), out.end(), last.before + chebyshev(last.integral, 1));
}

void LossCurve::add_masses(Real factor, Real step, Real weight, std::span<Real> masses) const {
  if (!(factor > 0)) {
    masses[0] += weight;
    return;
  }
  add_points(factor, step, weight, masses);
  if (panels_.empty()) return;
  Real const own_step = step / factor;
  Real const reach = (panels_.back().low + panels_.back().width) / own_step;
  auto const count = static_cast<std::size_t>(std::min(static_cast<Real>(masses.size()), std::ceil(reach) + 1));
  std::vector<Real> area(count + 1);
  integrals(own_step, area);
  Real const scale = weight / own_step;
  masses[0] += weight * smooth_mass_ - scale * area[1];
  for (std::size_t k = 1; k < count; ++k) masses[k] += scale * ((area[k] - area[k - 1]) - (area[k + 1] - area[k]));
}

Real LossCurve::smooth_above(Real x) const noexcept {
  auto const next = std::ranges::upper_bound(panels_, x, {}, &Panel::low);
  if (next == panels_.begin()) return smooth_mass_;
  auto const& panel = *(next - 1);
  Real const t = 2 * (x - panel.low) / panel.width - 1;
  return t > 1 ? 0 : std::max(Real{0}, chebyshev(panel.survival, t));
}

Real LossCurve::above(Real x) const noexcept {
  Real out = panels_.empty() ? 0 : smooth_above(x);
  for (auto const& point : points_)
    if (point.value > x) out += point.mass;
  return out;
}

Real LossCurve::at_zero() const noexcept {
  Real out = 0;
  for (auto const& point : points_)
    if (point.value == 0) out += point.mass;
  return out;
}

}  // namespace detail
}  // namespace v1
}  // namespace annexa
