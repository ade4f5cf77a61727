#pragma once
// A distribution of amounts made ready to be put on grids.

#include <array>
#include <span>
#include <vector>

#include "law.hpp"

namespace annexa {
inline namespace v1 {
namespace detail {

// Where a law's quantile function is smooth: a piece of the probabilities between two joints.
struct LawPiece {
  Tails from;
  Tails to;
  Real mass;      // of the piece
  bool is_point;  // one value alone has it
  Real value;     // in the middle of it
};
[[nodiscard]] std::vector<LawPiece> pieces_of(Law const& law);

// Masses at points, and the integral of P(X > x) for the rest as polynomials, to some 1e-11 of probability: a law is
// evaluated some hundred times once, and never again for a grid.
class LossCurve {
 public:
  // @pre the law has no value below 0.
  explicit LossCurve(Law const& law);
  // Of one value.
  explicit LossCurve(Real value);
  // A mixture: of each curve's amounts, times a factor, as much as its weight says.
  struct Share {
    Real weight;
    LossCurve const* curve;
    Real factor;
  };
  explicit LossCurve(std::vector<Share> const& shares);

  // Adds, to each point k of a grid of that step, @p weight times its mass of @p factor times the amount. An amount
  // between two points is split so that its mean is kept; what lies beyond the grid is left out.
  void add_masses(Real factor, Real step, Real weight, std::span<Real> masses) const;
  // P(X > x), far from jumps to 1e-11.
  [[nodiscard]] Real above(Real x) const noexcept;
  // P(X = 0)
  [[nodiscard]] Real at_zero() const noexcept;

 private:
  struct Point {
    Real value;
    Real mass;
  };
  // The integral of the survival function from `low`, as Chebyshev polynomials over low to low + width, added to
  // `before`.
  static constexpr std::size_t degree = 7;
  struct Panel {
    Real low;
    Real width;
    Real before;
    std::array<Real, degree + 1> survival;
    std::array<Real, degree + 2> integral;
  };

  template <class Survival>
  void fit(Survival const& survival, Real low, Real high, int depth);
  [[nodiscard]] Real smooth_above(Real x) const noexcept;
  void add_points(Real factor, Real step, Real weight, std::span<Real> masses) const;
  void integrals(Real step, std::span<Real> out) const;

  std::vector<Point> points_;
  std::vector<Panel> panels_;  // ascending, without gaps
  Real smooth_mass_ = 0;       // of what is no point
  Real tolerance_ = 1e-11;     // of the survival function
};

}  // namespace detail
}  // namespace v1
}  // namespace annexa
