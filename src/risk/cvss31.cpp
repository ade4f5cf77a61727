// Scores of CVSS 3.1 (specification, section 7), in integers.
//
// Every weight has two decimals, so that all is exact but the powers of the impact with changed scope, which have up to
// 130 decimals. They are carried to 28 and more; a sum is rounded to five decimals, as Roundup of the specification
// does, and a test compares every sum there can be with exact rationals: none lies so near a half that what was left
// off could matter.
#include "cvss_kernels.hpp"

namespace annexa::cvss {
namespace {

__extension__ typedef __int128 Wide;

// Weights in hundredths, by position of the value; those of an optional metric begin with "X".
constexpr int weight_attack_vector[] = {85, 62, 55, 20};
constexpr int weight_attack_complexity[] = {77, 44};
constexpr int weight_privileges[2][3] = {{85, 62, 27}, {85, 68, 50}};  // scope unchanged, changed
constexpr int weight_interaction[] = {85, 62};
constexpr int weight_exploit_code[] = {100, 100, 97, 94, 91};
constexpr int weight_remediation[] = {100, 100, 97, 96, 95};
constexpr int weight_confidence[] = {100, 100, 96, 92};
// Impact times requirement has seven values: high, then low, each under a high, medium and low requirement; then none.
constexpr int weight_impact[] = {84, 56, 28, 33, 22, 11, 0};
constexpr std::size_t impact_values = std::size(weight_impact);
constexpr std::size_t medium_requirement = 1;
constexpr std::size_t none = 2;  // position of "N" among the impacts

constexpr std::int64_t million = 1'000'000;
constexpr std::int64_t unit_of_sum = 1'000'000'000'000'000;  // an impact or exploitability of 1

constexpr Wide power_of_ten(int exponent) {
  Wide value = 1;
  while (exponent-- > 0) value *= 10;
  return value;
}

// base / base_unit to the power of @p exponent, in @p unit; what is beyond is dropped at each step.
constexpr Wide power(Wide base, Wide base_unit, int exponent, Wide unit) {
  Wide value = unit;
  for (int i = 0; i < exponent; ++i) value = value * base / base_unit;
  return value;
}

// How the impact follows from the impact sub-score, for the base score and for the environmental one.
struct Curve {
  std::int64_t most;   // limit of the sub-score, in millionths
  std::int64_t slope;  // factor inside the power, in ten-thousandths
  int exponent;
  int places;  // to which the power is carried: as many as fit
};
constexpr Curve base_curve{million, 10000, 15, 28};
constexpr Curve environmental_curve{915'000, 9731, 13, 28};

// The impact, in 1/unit_of_sum; 0 where it is not above 0.
constexpr std::int64_t impact_of(Curve const& curve, bool changed, int c, int i, int a) {
  auto const missed = million - std::int64_t{100 - c} * (100 - i) * (100 - a);
  auto const sub_score = missed < curve.most ? missed : curve.most;
  if (!changed) return sub_score * 642 * 10'000'000;
  auto const inside = Wide{sub_score} * curve.slope - 200'000'000;  // in ten-thousandths of millionths
  auto const linear = (sub_score - 29'000) * 752 * 10'000'000;
  if (linear <= 0 || inside <= 0) return linear > 0 ? linear : 0;
  auto const unit = power_of_ten(curve.places);
  auto const curved = power(inside, power_of_ten(10), curve.exponent, unit) * 325 / (unit / unit_of_sum * 100);
  return linear - static_cast<std::int64_t>(curved);
}

struct Impacts {
  std::int64_t values[2][impact_values][impact_values][impact_values]{};
};
constexpr Impacts all_impacts(Curve const& curve) {
  Impacts impacts;
  for (std::size_t scope = 0; scope < 2; ++scope)
    for (std::size_t c = 0; c < impact_values; ++c)
      for (std::size_t i = 0; i < impact_values; ++i)
        for (std::size_t a = 0; a < impact_values; ++a)
          impacts.values[scope][c][i][a] =
              impact_of(curve, scope == 1, weight_impact[c], weight_impact[i], weight_impact[a]);
  return impacts;
}
constexpr Impacts base_impacts = all_impacts(base_curve);
constexpr Impacts environmental_impacts = all_impacts(environmental_curve);

// The smallest tenth that is not below a number of hundred-thousandths.
constexpr int round_up(std::int64_t hundred_thousandths) {
  return static_cast<int>((hundred_thousandths + 9999) / 10'000);
}

// Value of a base metric, or of the metric that modifies it where that is defined and looked at; from 0.
std::size_t effective(Cvss::Values const& values, Scope scope, v3::Metric metric, v3::Metric modified) noexcept {
  auto const other = scope == Scope::all ? values[modified] : 0U;
  return (other != 0 ? other : values[metric]) - 1U;
}

// Column of the impacts: value and requirement together.
std::size_t column(Cvss::Values const& values, Scope scope, v3::Metric metric, v3::Metric modified,
                   v3::Metric requirement) noexcept {
  auto const value = effective(values, scope, metric, modified);
  if (value == none) return impact_values - 1;
  auto const asked = scope == Scope::all ? values[requirement] : 0U;
  return value * 3 + (asked == 0 ? medium_requirement : asked - 1U);
}

}  // namespace

int score_v3(Cvss::Values const& values, Scope scope) noexcept {
  using namespace v3;
  auto const changed = effective(values, scope, S, MS);
  auto const& impacts = scope == Scope::all ? environmental_impacts : base_impacts;
  auto const impact = impacts.values[changed][column(values, scope, C, MC, CR)][column(values, scope, I, MI, IR)]
                                    [column(values, scope, A, MA, AR)];
  if (impact <= 0) return 0;
  auto const exploitability = std::int64_t{822} * weight_attack_vector[effective(values, scope, AV, MAV)] *
                              weight_attack_complexity[effective(values, scope, AC, MAC)] *
                              weight_privileges[changed][effective(values, scope, PR, MPR)] *
                              weight_interaction[effective(values, scope, UI, MUI)] * 100'000;
  auto const sum = (impact + exploitability) * (changed == 1 ? 108 : 100);  // in hundredths of 1/unit_of_sum
  auto const rounded = (sum + 500'000'000'000) / 1'000'000'000'000;         // to five decimals
  int const score = round_up(rounded < million ? rounded : million);
  if (scope == Scope::base) return score;
  auto const product = std::int64_t{score} * weight_exploit_code[values[E]] * weight_remediation[values[RL]] *
                       weight_confidence[values[RC]];
  return round_up((product + 50) / 100);
}

}  // namespace annexa::cvss
