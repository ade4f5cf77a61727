// From exact counts and sums to figures with their standard errors.
#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <cmath>

#include "histogram.hpp"
#include "simulation_data.hpp"

namespace annexa {
inline namespace v1 {
namespace detail {
namespace {

using boost::multiprecision::cpp_int;
using Bin = Bins::Bin;

cpp_int whole(Int128 value) {
  auto const size = value < 0 ? Unsigned128{0} - static_cast<Unsigned128>(value) : static_cast<Unsigned128>(value);
  cpp_int out = static_cast<std::uint64_t>(size >> 64U);
  out = (out << 64) + static_cast<std::uint64_t>(size);
  return value < 0 ? cpp_int(-out) : out;
}
cpp_int whole(Int192 const& value) {
  cpp_int out = value.high;
  out = (out << 64) + static_cast<std::uint64_t>(value.low >> 64U);
  return (out << 64) + static_cast<std::uint64_t>(value.low);
}

// Sum over years of products, less what follows from the means: n^2 times a covariance.
Real spread(Int192 const& products, Int128 one, Int128 other, std::int64_t years) {
  return static_cast<cpp_int>(whole(products) * years - whole(one) * whole(other)).convert_to<Real>();
}

// Amounts in bins, by rank. Within a bin they are taken to lie evenly around their mean.
class Ranked {
 public:
  Ranked(Bins const& bins, std::int64_t years) : bins_(bins.rising()), years_(static_cast<Real>(years)) {
    Real count = 0;
    for (auto const& bin : bins_) {
      before_.push_back(count);
      count += static_cast<Real>(bin.count);
    }
  }

  // The amount of rank ceil(n p), from 1.
  [[nodiscard]] Real quantile(Real p) const noexcept {
    Real const rank = rank_of(p);
    auto const i = bin_of(rank);
    auto const& bin = bins_[i];
    return std::clamp(middle(bin) + width(bin) * ((rank - before_[i] - 0.5) / count(bin) - 0.5), bin.low, bin.high);
  }

  // The mean of the worst 1 - p of all years. @source{Acerbi and Tasche, On the Coherence of Expected Shortfall (2002)}
  [[nodiscard]] Real expected_shortfall(Real p) const noexcept {
    Real const rank = rank_of(p);
    Real const part = rank - years_ * p;
    return (sum_above(rank) + part * quantile(p)) / (years_ * (1 - p));
  }

  // Standard error of the quantile: half of the way between those that are one standard error of the rank apart.
  [[nodiscard]] Real quantile_error(Real p) const noexcept {
    Real const off = std::sqrt(p * (1 - p) / years_);
    Real const low = std::max(p - off, 0.5 / years_);
    Real const high = std::min(p + off, 1 - 0.5 / years_);
    return std::max(Real{0}, quantile(high) - quantile(low)) / 2;
  }

  // sqrt((Var(X | X > q) + p (ES - q)^2) / (n (1 - p)))
  [[nodiscard]] Real shortfall_error(Real p) const noexcept {
    Real const q = quantile(p);
    Real const mean = expected_shortfall(p);
    Real weight = 0;
    Real squares = 0;
    for (std::size_t i = bin_of(rank_of(p)); i < bins_.size(); ++i) {
      auto const& bin = bins_[i];
      Real const off = middle(bin) - mean;
      weight += count(bin);
      squares += count(bin) * (off * off + width(bin) * width(bin) / 12);
    }
    Real const variance = weight > 0 ? squares / weight : 0;
    return std::sqrt((variance + p * (mean - q) * (mean - q)) / std::max(Real{1}, years_ * (1 - p)));
  }

  // Years with more than @p loss.
  [[nodiscard]] Real above(Real loss) const noexcept {
    Real out = 0;
    for (auto const& bin : bins_) {
      Real const half = width(bin) / 2;
      if (middle(bin) - half > loss)
        out += count(bin);
      else if (middle(bin) + half > loss)
        out += count(bin) * (middle(bin) + half - loss) / width(bin);
    }
    return out;
  }

  // The sum of fourth powers of what amounts are off @p mean.
  [[nodiscard]] Real fourth_powers(Real mean) const noexcept {
    Real out = 0;
    for (auto const& bin : bins_) {
      Real const off = middle(bin) - mean;
      Real const w = width(bin) * width(bin) / 12;
      out += count(bin) * (off * off * (off * off + 6 * w) + 9 * w * w / 5);
    }
    return out;
  }

 private:
  static Real count(Bin const& bin) noexcept { return static_cast<Real>(bin.count); }
  static Real middle(Bin const& bin) noexcept { return bin.sum / count(bin); }
  // How far a bin's amounts spread around their mean: not beyond the least and the greatest.
  static Real width(Bin const& bin) noexcept {
    return 2 * std::max(Real{0}, std::min(middle(bin) - bin.low, bin.high - middle(bin)));
  }
  [[nodiscard]] Real rank_of(Real p) const noexcept {
    Real const exact = years_ * p;
    Real const up = std::ceil(exact - 1e-9 * std::max(Real{1}, exact * 1e-3));
    return std::clamp(up, Real{1}, years_);
  }
  [[nodiscard]] std::size_t bin_of(Real rank) const noexcept {
    auto const at = std::lower_bound(before_.begin(), before_.end(), rank);  // the first with as many before it
    return static_cast<std::size_t>(at - before_.begin()) - 1;
  }
  // The sum of the amounts of higher ranks.
  [[nodiscard]] Real sum_above(Real rank) const noexcept {
    auto const i = bin_of(rank);
    auto const& bin = bins_[i];
    Real const j = rank - before_[i];
    Real const n = count(bin);
    Real out = (n - j) * (middle(bin) + width(bin) * (j / n) / 2);
    for (std::size_t k = i + 1; k < bins_.size(); ++k) out += bins_[k].sum;
    return out;
  }

  std::vector<Bin> bins_;
  std::vector<Real> before_;  // amounts in the bins before
  Real years_;
};

NumberEstimate estimate(Real count, std::int64_t years) {
  Real const n = static_cast<Real>(years);
  Real const p = std::clamp(count / n, Real{0}, Real{1});
  return {p, std::sqrt(p * (1 - p) / n)};
}

// Where the curves are looked at: these quantiles of the loss of a year, as far as ten years lie beyond.
constexpr Real curve_levels[] = {0.05,    0.1,     0.2,     0.3,      0.4,      0.5,     0.6,    0.7,    0.75,
                                 0.8,     0.85,    0.9,     0.925,    0.95,     0.96,    0.97,   0.98,   0.985,
                                 0.99,    0.9925,  0.995,   0.9965,   0.998,    0.999,   0.9995, 0.9998, 0.9999,
                                 0.99995, 0.99998, 0.99999, 0.999995, 0.999998, 0.999999};

std::vector<ExceedancePoint> curve_of(Tally const& tally, Ranked const& ranked, std::int64_t years, Currency currency,
                                      bool has_events, FigureOptions const& options) {
  std::vector<std::int64_t> losses;
  for (auto const& loss : options.losses) losses.push_back(loss.minor_units());
  for (Real const p : curve_levels)
    if (static_cast<Real>(years) * (1 - p) >= 10)
      losses.push_back(money_of(ranked.quantile(p), currency).minor_units());
  std::ranges::sort(losses);
  losses.erase(std::ranges::unique(losses).begin(), losses.end());
  Ranked const events(tally.largest_events, years);
  std::vector<ExceedancePoint> out;
  for (auto const loss : losses) {
    ExceedancePoint point;
    point.loss = money_of(static_cast<Real>(loss), currency);
    point.aggregate = estimate(ranked.above(static_cast<Real>(loss)), years);
    if (has_events) point.event = estimate(events.above(static_cast<Real>(loss)), years);
    out.push_back(point);
  }
  return out;
}

// Nearly all of them: but for a thousandth at each end.
std::vector<LossInterval> histogram_of(Tally const& tally, Ranked const& ranked, std::int64_t years,
                                       Currency currency) {
  constexpr Real outside = 0.001;
  Real const zeros = static_cast<Real>(tally.years.zeros);
  Real const losses = static_cast<Real>(years) - zeros;
  if (losses <= 0) return {};
  bool const has_gains = tally.least < 0;
  Real const free_of_loss = has_gains ? 0 : zeros / static_cast<Real>(years);
  auto const at = [&](Real part) { return ranked.quantile(free_of_loss + (1 - free_of_loss) * part); };
  auto edges = histogram_edges(at(outside), at(1 - outside));
  edges.front() = std::min(edges.front(), has_gains ? tally.least - 1 : std::int64_t{0});
  edges.back() = std::max(edges.back(), tally.greatest);
  std::vector<LossInterval> out;
  Real more = losses;
  for (std::size_t i = 1; i < edges.size(); ++i) {
    Real const beyond = ranked.above(static_cast<Real>(edges[i])) - (edges[i] < 0 ? zeros : 0);
    Real const rest = i + 1 == edges.size() ? 0 : beyond;
    out.push_back({money_of(static_cast<Real>(edges[i - 1]), currency), money_of(static_cast<Real>(edges[i]), currency),
                   estimate(more - rest, years)});
    more = rest;
  }
  return out;
}

}  // namespace

Money money_of(Real minor_units, Currency currency) {
  constexpr Real most = 999'999'999'999'999'999.0;  // 18 digits
  Real const rounded = std::floor(std::clamp(std::fabs(minor_units), Real{0}, most - 64) + 0.5);
  auto const whole_units = static_cast<std::int64_t>(minor_units < 0 ? -rounded : rounded);
  return *Money::from(*Decimal::from(whole_units, currency.places()), currency);
}

NumberEstimate probability_above(Bins const& bins, std::int64_t years, Real loss) {
  return estimate(Ranked(bins, years).above(loss), years);
}

LossFigures figures_of(Tally const& tally, Tally const& portfolio, std::int64_t years, Currency currency,
                       bool has_events, FigureOptions const& options) {
  LossFigures out;
  Real const n = static_cast<Real>(years);
  Real const mean = real_of(tally.sum) / n;
  Real const pairs = n * std::max(Real{1}, n - 1);
  Real const variance = spread(tally.squares, tally.sum, tally.sum, years) / pairs;
  Real const sd = std::sqrt(std::max(Real{0}, variance));
  Ranked const ranked(tally.years, years);
  auto const money = [&](Real units) { return money_of(units, currency); };

  out.mean = {money(mean), money(sd / std::sqrt(n))};
  Real const fourth = ranked.fourth_powers(mean) / n;
  Real const sd_error = sd > 0 ? std::sqrt(std::max(Real{0}, fourth - variance * variance) / n) / (2 * sd) : 0;
  out.standard_deviation = {money(sd), money(sd_error)};
  out.loss_probability = estimate(n - static_cast<Real>(tally.years.zeros), years);
  if (has_events) {
    Real const events = real_of(tally.events) / n;
    Real const squares = real_of(tally.event_squares) / n;
    out.events = NumberEstimate{events, std::sqrt(std::max(Real{0}, squares - events * events) / n)};
  }
  out.least = money(static_cast<Real>(tally.least));
  out.greatest = money(static_cast<Real>(tally.greatest));
  for (Real const p : options.quantiles)
    out.quantiles.push_back({p, money(ranked.quantile(p)), money(ranked.quantile_error(p))});
  for (Real const p : options.levels) {
    out.value_at_risk.push_back({p, money(ranked.quantile(p)), money(ranked.quantile_error(p))});
    out.expected_shortfall.push_back({p, money(ranked.expected_shortfall(p)), money(ranked.shortfall_error(p))});
  }
  out.exceedance = curve_of(tally, ranked, years, currency, has_events, options);
  if (options.histogram) out.histogram = histogram_of(tally, ranked, years, currency);
  Real const portfolio_sd =
      std::sqrt(std::max(Real{0}, spread(portfolio.squares, portfolio.sum, portfolio.sum, years) / pairs));
  out.contribution = money(
      portfolio_sd > 0 ? spread(tally.with_portfolio, tally.sum, portfolio.sum, years) / pairs / portfolio_sd : 0);
  out.capped = static_cast<std::int64_t>(tally.capped);
  return out;
}

}  // namespace detail
}  // namespace v1
}  // namespace annexa
