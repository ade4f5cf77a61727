#pragma once
// Probabilities of nodes that a copula joins.

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <vector>

#include "program.hpp"

namespace annexa {
inline namespace v1 {
namespace detail {

// Asked between pieces of work; true stops the block.
using Interrupt = std::function<bool()>;

// From a symmetric distribution's deviation to the distance of its probability to the nearer end: a table over 1 + |x|,
// 16 segments to an octave; the distribution itself in the tails.
class DeviationTable {
 public:
  virtual ~DeviationTable() = default;
  // The probability of a deviation below -x, x >= 0.
  [[nodiscard]] virtual Real tail(Real x) const noexcept = 0;
  // The deviation at a probability.
  [[nodiscard]] virtual Real deviation(Tails p) const noexcept = 0;

  void distances(std::span<Real const> deviations, Real* distances, std::uint32_t* upper) const;

 protected:
  void fill();

 private:
  static constexpr std::size_t per_octave = 16;
  static constexpr std::size_t octave_count = 18;
  static constexpr std::size_t count = per_octave * octave_count;
  alignas(64) std::array<Real, coefficients * count> rows_{};
};

// Of the standard normal distribution, and of Student's with those degrees of freedom.
[[nodiscard]] std::shared_ptr<DeviationTable const> normal_deviations();
[[nodiscard]] std::shared_ptr<DeviationTable const> t_deviations(Real degrees_of_freedom);

// The probabilities of one block, made as they are asked for.
class DependentDraws {
 public:
  DependentDraws(Kernels const& kernels, Copula const& copula) : kernels_(kernels), copula_(copula) {}

  // What is drawn once @p interrupt said so is of no matter.
  void begin(std::uint64_t block, Interrupt interrupt = {});
  // The variables of row @p row, one for each year, for event @p ordinal of the year.
  Real const* deviations(std::size_t row, std::uint32_t ordinal);
  // Their probabilities.
  struct Probabilities {
    Real const* distances;
    std::uint32_t const* upper;
  };
  Probabilities probabilities(std::size_t row, std::uint32_t ordinal);

 private:
  struct Ordinal {
    std::unique_ptr<Real[]> deviations;  // what is drawn over is not filled before: it would take as long as drawing
    std::unique_ptr<Real[]> distances;
    std::unique_ptr<std::uint32_t[]> upper;
    std::vector<bool> has_distances;  // by row
  };
  Ordinal& filled(std::uint32_t ordinal);
  void fill(Ordinal& out, std::uint32_t ordinal);
  bool draw_rows(std::uint32_t ordinal, Real* own);
  bool mix_rows(Real* own);
  void draw(std::uint64_t key, std::uint32_t ordinal, Sampler const& sampler, Real* out);

  Kernels const& kernels_;
  Copula const& copula_;
  std::uint64_t block_ = 0;
  Interrupt interrupt_;
  std::map<std::uint32_t, Ordinal> ordinals_;
  std::vector<Ordinal> spare_;  // memory of the blocks before
  std::vector<Real> shared_;    // the common variables of an ordinal
};

}  // namespace detail
}  // namespace v1
}  // namespace annexa
