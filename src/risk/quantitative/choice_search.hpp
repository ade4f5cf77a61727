#pragma once
// The search for the best set of candidates under a budget.

#include <annexa/risk/quantitative/treatment_choice.hpp>

#include <cstdint>
#include <map>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace detail {

// Candidates by number, in ascending order.
using CandidateSet = std::vector<bool>;

// What is searched: candidates with costs, and an objective that more of them never make larger. The search chooses and
// unchooses candidates one by one.
class ChoiceModel {
 public:
  explicit ChoiceModel(std::vector<std::int64_t> costs) : costs_(std::move(costs)), chosen_(costs_.size()) {}
  ChoiceModel(ChoiceModel const&) = delete;
  ChoiceModel& operator=(ChoiceModel const&) = delete;
  virtual ~ChoiceModel() = default;

  [[nodiscard]] std::size_t size() const noexcept { return costs_.size(); }
  [[nodiscard]] std::int64_t cost(std::size_t candidate) const noexcept { return costs_[candidate]; }
  [[nodiscard]] CandidateSet const& chosen() const noexcept { return chosen_; }

  // Chooses a candidate that is not chosen.
  virtual void choose(std::size_t candidate) { chosen_[candidate] = true; }
  // Takes back the last choice.
  virtual void take_back(std::size_t candidate) { chosen_[candidate] = false; }
  // The objective of the chosen ones, without cost.
  [[nodiscard]] virtual Real objective() = 0;
  // What objective and, if @p cost_weight is 1, cost of no choice fall below that adds some of @p others, which cost
  // @p budget at most.
  [[nodiscard]] virtual Real bound(std::vector<std::size_t> const& others, std::int64_t budget, Real cost_weight) = 0;
  // How many sets were evaluated.
  [[nodiscard]] std::int64_t evaluations() const noexcept { return evaluations_; }
  // True if an evaluation was refused: the search ends.
  [[nodiscard]] virtual bool has_failed() const noexcept { return false; }

 protected:
  void count_evaluation() noexcept { ++evaluations_; }

 private:
  std::vector<std::int64_t> costs_;
  CandidateSet chosen_;
  std::int64_t evaluations_ = 0;
};

// Amounts that are products: a candidate leaves a part of each of some of them.
struct AmountLeft {
  std::size_t amount;
  Real part;  // 0 to 1
};

// The sum of amounts of which each candidate leaves a part.
class SumModel final : public ChoiceModel {
 public:
  SumModel(std::vector<Real> amounts, std::vector<std::int64_t> costs, std::vector<std::vector<AmountLeft>> left);

  void choose(std::size_t candidate) override;
  void take_back(std::size_t candidate) override;
  [[nodiscard]] Real objective() override;
  [[nodiscard]] Real bound(std::vector<std::size_t> const& others, std::int64_t budget, Real cost_weight) override;

 private:
  std::vector<Real> amounts_;                  // what is left of each
  std::vector<std::vector<AmountLeft>> left_;  // by candidate
  std::vector<Real> before_;                   // what was left before each choice
};

// Any objective, each set once.
class FunctionModel final : public ChoiceModel {
 public:
  FunctionModel(std::vector<std::int64_t> costs, std::vector<std::string> names, ChoiceObjective const& function)
      : ChoiceModel(std::move(costs)), names_(std::move(names)), function_(function) {}

  [[nodiscard]] Real objective() override { return evaluated(chosen()); }
  [[nodiscard]] Real bound(std::vector<std::size_t> const& others, std::int64_t budget, Real cost_weight) override;
  [[nodiscard]] bool has_failed() const noexcept override { return !failure_.empty(); }
  [[nodiscard]] Error const& failure() const noexcept { return failure_; }

 private:
  Real evaluated(CandidateSet const& set);

  std::vector<std::string> names_;
  ChoiceObjective const& function_;
  std::map<CandidateSet, Real> known_;
  Error failure_;
};

// What a search found.
struct SearchResult {
  CandidateSet chosen;
  std::int64_t cost = 0;
  Real objective = 0;  // without cost
  Real bound = 0;      // of objective and weighted cost
  bool complete = false;
  bool cancelled = false;
  std::int64_t nodes = 0;
};
struct SearchLimits {
  std::int64_t budget = 0;
  Real cost_weight = 0;         // 1 if the cost is added to the objective
  std::int64_t most_nodes = 0;  // 0 for no limit
};
[[nodiscard]] SearchResult search(ChoiceModel& model, SearchLimits const& limits, ChoiceProgress const& progress);

}  // namespace detail
}  // namespace v1
}  // namespace annexa
