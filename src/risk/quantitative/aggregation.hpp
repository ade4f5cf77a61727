#pragma once
// Sums of the losses of independent scenarios on grids.

#include <map>
#include <memory>
#include <span>
#include <vector>

#include "event_count.hpp"
#include "loss_curve.hpp"
#include "program.hpp"
#include "transform.hpp"

namespace annexa {
inline namespace v1 {
namespace detail {

// A form of loss: how often it is part of an event, and what it costs, in minor units.
struct FormOfLoss {
  Real probability = 1;
  std::shared_ptr<LossCurve const> curve;
  Real factor = 1;
};

// A scenario made ready.
struct ScenarioSum {
  EventCount count;
  std::vector<FormOfLoss> forms;
  Moments event;           // of an event's loss
  Moments year;            // of a year's loss
  Real no_event_loss = 0;  // probability that an event costs nothing

  // P(an event costs more than x); with several forms not known from these curves alone.
  [[nodiscard]] Real event_above(Real x) const noexcept;
};

// What is summed up: scenarios of Poisson numbers of events with one form of loss are one such scenario together, whose
// losses are mixed.
class PreparedSum {
 public:
  explicit PreparedSum(std::vector<ScenarioSum const*> parts);

  [[nodiscard]] std::vector<ScenarioSum const*> const& parts() const noexcept { return parts_; }
  [[nodiscard]] std::vector<ScenarioSum const*> const& others() const noexcept { return others_; }
  [[nodiscard]] Real mixed_rate() const noexcept { return mixed_rate_; }
  // Adds the masses of the mixed losses, times their rate.
  void add_mixed(Real step, std::span<Real> masses) const;
  // How many transforms it takes.
  [[nodiscard]] std::size_t transforms() const noexcept;

 private:
  std::vector<ScenarioSum const*> parts_;
  std::vector<ScenarioSum const*> others_;  // not mixed
  std::vector<LossCurve::Share> mixed_;
  std::unique_ptr<LossCurve const> mixture_;  // of more than one
  Real mixed_rate_ = 0;
};

// Transforms by their lengths, each made once.
class Transforms {
 public:
  [[nodiscard]] Transform const& of(std::size_t size);

 private:
  std::map<std::size_t, std::unique_ptr<Transform const>> made_;
};

// The distribution of a sum on a grid, the means of all amounts kept.
class SumOnGrid {
 public:
  // By a grid that ends where not more than @p beyond of the probability lies.
  static SumOnGrid of(PreparedSum const& sum, Real beyond, std::size_t points, Transforms& transforms);

  [[nodiscard]] Real step() const noexcept { return step_; }
  [[nodiscard]] Real end() const noexcept { return step_ * static_cast<Real>(below_.size() - 1); }
  [[nodiscard]] Real beyond() const noexcept { return 1 - below_.back(); }
  // P(sum <= x) between points by interpolation; 1 - beyond() at most.
  [[nodiscard]] Real below(Real x) const noexcept;
  [[nodiscard]] Real quantile(Real p) const noexcept;
  // The mean of what the sum is above x, given the whole mean.
  [[nodiscard]] Real mean_above(Real x, Real mean) const noexcept;
  // What the grid moves the sum by is not more than this, but for a probability of @p negligible, which has to be
  // above floor().
  [[nodiscard]] Real moved_by(Real negligible) const noexcept;
  // What is off in any probability for other reasons: rounding, and what comes around the end.
  [[nodiscard]] Real floor() const noexcept { return floor_; }

 private:
  SumOnGrid(PreparedSum const& sum, Transform const& transform, Real step);

  Real step_;
  std::vector<Real> below_;  // P(sum <= k step)
  Real at_zero_ = 0;
  Real floor_ = 0;
  Real steady_ = 0;                        // mean number of events, of all whose number is Poisson's or less spread
  std::vector<EventCount const*> spread_;  // the others
  std::size_t most_forms_ = 1;
};

}  // namespace detail
}  // namespace v1
}  // namespace annexa
