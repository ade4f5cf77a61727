// Scoring: from ratings and the effects of controls to a band.
#include <annexa/base/text.hpp>
#include <annexa/risk/score.hpp>

#include <algorithm>
#include <array>

#include "axes.hpp"
#include "exact.hpp"
#include "reduction.hpp"

namespace annexa {
inline namespace v1 {
namespace {

// The number of the level that the average @p value belongs to.
int graded(Method const& method, std::vector<Level> const& scale, Fraction const& value) {
  int const first = method.first_level();
  int const last = first + static_cast<int>(scale.size()) - 1;
  if (!scale.front().from) return std::clamp(static_cast<int>(rounded(value)), first, last);
  int level = first;
  for (std::size_t i = 1; i < scale.size(); ++i)
    if (value >= fraction_of(*scale[i].from)) level = first + static_cast<int>(i);
  return level;
}

std::size_t index_of(Method const& method, int level) { return static_cast<std::size_t>(level - method.first_level()); }

Fraction by_formula(Method const& method, AxisValues const& axes) {
  if (!method.formula) return axes.likelihood * axes.impact * axes.vulnerability.value_or(1);
  auto const& formula = *method.formula;
  return fraction_of(formula.product, 0) * axes.likelihood * axes.impact * axes.vulnerability.value_or(1) +
         fraction_of(formula.likelihood, 0) * axes.likelihood + fraction_of(formula.impact, 0) * axes.impact +
         fraction_of(formula.vulnerability, 0) * axes.vulnerability.value_or(0);
}

Fraction highest_in(std::vector<std::vector<Decimal>> const& table) {
  Fraction highest = 0;
  for (auto const& row : table)
    for (auto const& cell : row) highest = std::max(highest, fraction_of(cell));
  return highest;
}

// The axes as the method goes by: an ordinal one by whole levels, which is what its grid and the steps of controls
// name.
AxisValues settled(Method const& method, AxisValues const& axes) {
  if (!method.is_ordinal()) return axes;
  AxisValues out{graded(method, method.likelihood, axes.likelihood), graded(method, method.impact, axes.impact), {}};
  if (axes.vulnerability) out.vulnerability = graded(method, method.vulnerability, *axes.vulnerability);
  return out;
}

Fraction value_of(Method const& method, AxisValues const& axes, int likelihood, int impact) {
  if (!method.scores.empty()) return fraction_of(method.scores[index_of(method, likelihood)][index_of(method, impact)]);
  auto const value = by_formula(method, axes);
  if (!method.formula || !method.formula->scale_to) return value;
  auto const highest = by_formula(method, settled(method, highest_values(method)));
  return highest == 0 ? Fraction(0) : Fraction(value * *method.formula->scale_to / highest);
}

int band_by_score(Method const& method, Fraction const& value) {
  for (std::size_t i = 0; i + 1 < method.bands.size(); ++i)
    if (value <= fraction_of(*method.bands[i].up_to)) return static_cast<int>(i) + 1;
  return static_cast<int>(method.bands.size());
}

// A level that a reduced value does not exceed; a value that is whole keeps its own.
int level_over(Method const& method, std::vector<Level> const& scale, Fraction const& value) {
  if (scale.front().from) return graded(method, scale, value);
  int const last = method.first_level() + static_cast<int>(scale.size()) - 1;
  return std::clamp(static_cast<int>(ceiling_of(value)), method.first_level(), last);
}

// Fills in the levels of settled axes. What was taken off never makes a level higher than it was @p before.
void fill_levels(Method const& method, AxisValues const& before, AxisValues const& axes, Score& out) {
  auto const level = [&](std::vector<Level> const& scale, Fraction const& rated, Fraction const& value) {
    if (method.is_ordinal()) return static_cast<int>(floor_of(value));
    auto const unreduced = graded(method, scale, rated);
    return value == rated ? unreduced : std::min(unreduced, level_over(method, scale, value));
  };
  out.likelihood = level(method.likelihood, before.likelihood, axes.likelihood);
  out.impact = level(method.impact, before.impact, axes.impact);
  if (axes.vulnerability) out.vulnerability = level(method.vulnerability, *before.vulnerability, *axes.vulnerability);
}

Score finished(Method const& method, Rating const& rating, AxisValues const& before, AxisValues const& axes,
               Fraction const& factor) {
  Score out;
  fill_levels(method, before, axes, out);
  out.impacts = rating.impacts;
  out.factors = rating.factors;
  out.affects = rating.affects;
  Fraction const value = value_of(method, axes, out.likelihood, out.impact) * factor;
  out.score = decimal_of(value);
  out.level = method.is_ordinal() ? method.grid[index_of(method, out.likelihood)][index_of(method, out.impact)]
                                  : band_by_score(method, value);
  auto const& band = method.bands[static_cast<std::size_t>(out.level - 1)];
  out.band = band.name;
  out.authority = band.authority;
  return out;
}

}  // namespace

bool is_above(Score const& a, Score const& b) noexcept {
  if (a.level != b.level) return a.level > b.level;
  return a.score && b.score && fraction_of(*a.score) > fraction_of(*b.score);
}

Decimal highest_score(Method const& method) {
  if (!method.scores.empty()) return decimal_of(highest_in(method.scores));
  if (method.formula && method.formula->scale_to) return *Decimal::from(*method.formula->scale_to, 0);
  return decimal_of(by_formula(method, settled(method, highest_values(method))));
}

Rating rating_of(Method const& method, Score const& score) {
  Rating rating;
  rating.likelihood = score.likelihood;
  bool const weighed = !score.impacts.empty() && !method.dimension_weights.empty();
  if (!weighed) rating.impact = score.impact;
  rating.vulnerability = score.vulnerability;
  rating.impacts = score.impacts;
  rating.factors = score.factors;
  rating.affects = score.affects;
  return rating;
}

result<Decimal> axis_value(Method const& method, Rating const& rating, RiskAxis axis) {
  auto const axes = axis_values(method, rating, {});
  if (!axes) return axes.error();
  auto const value = axis == RiskAxis::likelihood ? axes->likelihood
                     : axis == RiskAxis::impact   ? axes->impact
                                                  : axes->vulnerability.value_or(0);
  return decimal_of(value);
}

result<Score> score(Method const& method, Rating const& rating, std::string const& where) {
  auto const axes = axis_values(method, rating, where);
  if (!axes) return axes.error();
  auto const values = settled(method, *axes);
  return finished(method, rating, values, values, 1);
}

result<Score> score(Method const& method, Rating const& inherent, std::vector<StandingEffect> const& effects,
                    RiskStage stage, std::string_view threat, std::string const& where) {
  auto const rated = axis_values(method, inherent, where);
  if (!rated) return rated.error();
  auto const axes = settled(method, *rated);
  Reduction reduction(method, stage, threat);
  auto because = reduction.explain(effects, axes);
  auto out = finished(method, inherent, axes, reduction.applied(axes), reduction.share_left(ReducedPart::score));
  out.basis = ScoreBasis::computed;
  out.impacts.clear();  // what was rated was the inherent risk
  out.factors.clear();
  out.affects.clear();
  out.because = std::move(because);
  return out;
}

}  // namespace v1
}  // namespace annexa
