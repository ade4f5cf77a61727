// Scores of CVSS 4.0 (specification, section 8), in integers.
//
// A vector belongs to a macrovector: a class in each of the equivalence sets EQ1 to EQ6. From the score of the
// macrovector's highest vector goes the mean, over the sets in which there is a lower class, of the distance to that
// class's score times the part of the way that the vector lies below the highest one. EQ3 and EQ6 are one set, for they
// depend on each other.
//
// The ways are counted in steps: a step is one value of one metric. All highest vectors of a class have the same number
// of steps, so that a vector's steps less those are its distance from any of them.
#include <algorithm>

#include "cvss40_scores.hpp"
#include "cvss_kernels.hpp"

namespace annexa::cvss {
namespace {

// The value of each metric that counts, 0 for the most severe.
struct Levels {
  std::size_t av, ac, at, pr, ui, vc, vi, va, sc, si, sa, e, cr, ir, ar;
};

// A class: which one, and how many steps below its highest vectors the vector lies.
struct Place {
  std::size_t of;
  std::size_t steps;
};

constexpr int way_unit = 840;  // a multiple of the number of steps of every class

constexpr std::size_t highest_eq1[] = {0, 1, 3};  // steps of the highest vectors of each class
constexpr std::size_t highest_eq2[] = {0, 1};
constexpr std::size_t highest_eq36[] = {0, 3, 1, 3, 3};
constexpr std::size_t highest_eq4[] = {0, 2, 5};
constexpr int way_eq1[] = {way_unit / 1, way_unit / 4, way_unit / 5};  // what a step is, in 1/way_unit of the way
constexpr int way_eq2[] = {way_unit / 1, way_unit / 2};
constexpr int way_eq36[] = {way_unit / 7, way_unit / 6, way_unit / 8, way_unit / 8, way_unit / 10};
constexpr int way_eq4[] = {way_unit / 6, way_unit / 5, way_unit / 4};

// The classes of EQ3 and EQ6 together are (0,0), (0,1), (1,0), (1,1) and (2,1); in the two places a next lower one,
// from which the better counts. The class (2,0) is empty.
constexpr std::size_t lowest_eq36 = 4;
constexpr std::size_t lower_eq36[][2] = {{1, 2}, {3, 3}, {3, 3}, {4, 4}};

std::size_t level(Cvss::Values const& values, bool modified_counts, v4::Metric metric, v4::Metric modified) noexcept {
  auto const other = modified_counts ? values[modified] : 0U;
  return (other != 0 ? other : values[metric]) - 1U;
}

// Integrity and availability of subsequent systems have one level above the base ones: safety.
std::size_t safety_level(Cvss::Values const& values, bool modified_counts, v4::Metric metric,
                         v4::Metric modified) noexcept {
  auto const other = modified_counts ? values[modified] : 0U;
  return other != 0 ? other - 1U : values[metric];
}

// Not defined is the most severe value.
std::size_t optional_level(Cvss::Values const& values, bool counts, v4::Metric metric) noexcept {
  return counts && values[metric] != 0 ? values[metric] - 1U : 0U;
}

Levels levels_of(Cvss::Values const& values, Scope scope) noexcept {
  using namespace v4;
  bool const all = scope == Scope::all;
  return {level(values, all, AV, MAV),        level(values, all, AC, MAC),
          level(values, all, AT, MAT),        level(values, all, PR, MPR),
          level(values, all, UI, MUI),        level(values, all, VC, MVC),
          level(values, all, VI, MVI),        level(values, all, VA, MVA),
          level(values, all, SC, MSC),        safety_level(values, all, SI, MSI),
          safety_level(values, all, SA, MSA), optional_level(values, scope != Scope::base, E),
          optional_level(values, all, CR),    optional_level(values, all, IR),
          optional_level(values, all, AR)};
}

bool has_no_impact(Levels const& v) noexcept {
  constexpr std::size_t without = 2, without_safety = 3;
  return v.vc == without && v.vi == without && v.va == without && v.sc == without && v.si == without_safety &&
         v.sa == without_safety;
}

Place eq1_of(Levels const& v) noexcept {
  constexpr std::size_t physical = 3;
  bool const all = v.av == 0 && v.pr == 0 && v.ui == 0;
  bool const some = v.av == 0 || v.pr == 0 || v.ui == 0;
  std::size_t const of = all ? 0 : some && v.av != physical ? 1 : 2;
  return {of, v.av + v.pr + v.ui - highest_eq1[of]};
}

Place eq2_of(Levels const& v) noexcept {
  std::size_t const of = v.ac == 0 && v.at == 0 ? 0 : 1;
  return {of, v.ac + v.at - highest_eq2[of]};
}

Place eq36_of(Levels const& v) noexcept {
  std::size_t const eq3 = v.vc == 0 && v.vi == 0 ? 0 : v.vc == 0 || v.vi == 0 || v.va == 0 ? 1 : 2;
  bool const needed = (v.cr == 0 && v.vc == 0) || (v.ir == 0 && v.vi == 0) || (v.ar == 0 && v.va == 0);
  std::size_t const of = eq3 == 2 ? lowest_eq36 : eq3 * 2 + (needed ? 0 : 1);
  return {of, v.vc + v.vi + v.va + v.cr + v.ir + v.ar - highest_eq36[of]};
}

Place eq4_of(Levels const& v) noexcept {
  std::size_t const of = v.si == 0 || v.sa == 0 ? 0 : v.sc == 0 || v.si == 1 || v.sa == 1 ? 1 : 2;
  return {of, v.sc + v.si + v.sa - highest_eq4[of]};
}

// What is taken off: the sum of parts of ways, and over how many sets it is the mean.
struct Deduction {
  int sum = 0;  // in 1/way_unit of a tenth
  int sets = 0;
  void add(int to_next, std::size_t steps, int step) noexcept {
    sum += to_next * static_cast<int>(steps) * step;
    ++sets;
  }
};

}  // namespace

int score_v4(Cvss::Values const& values, Scope scope) noexcept {
  auto const v = levels_of(values, scope);
  if (has_no_impact(v)) return 0;
  auto const one = eq1_of(v);
  auto const two = eq2_of(v);
  auto const three = eq36_of(v);
  auto const four = eq4_of(v);
  auto const& scores = macrovector_scores;
  int const highest = scores[one.of][two.of][three.of][four.of][v.e];
  Deduction off;
  if (one.of < 2) off.add(highest - scores[one.of + 1][two.of][three.of][four.of][v.e], one.steps, way_eq1[one.of]);
  if (two.of < 1) off.add(highest - scores[one.of][two.of + 1][three.of][four.of][v.e], two.steps, way_eq2[two.of]);
  if (three.of < lowest_eq36) {
    auto const& lower = lower_eq36[three.of];
    int const next =
        std::max(scores[one.of][two.of][lower[0]][four.of][v.e], scores[one.of][two.of][lower[1]][four.of][v.e]);
    off.add(highest - next, three.steps, way_eq36[three.of]);
  }
  if (four.of < 2) off.add(highest - scores[one.of][two.of][three.of][four.of + 1][v.e], four.steps, way_eq4[four.of]);
  if (v.e < 2) off.add(0, 0, 0);  // EQ5 has no way inside its classes, but counts for the mean
  if (off.sets == 0) return highest;
  int const unit = way_unit * off.sets;
  int const exact = highest * unit - off.sum;
  return std::max(0, (2 * exact + unit) / (2 * unit));  // half up
}

}  // namespace annexa::cvss
