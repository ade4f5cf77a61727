#include "choice_search.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace annexa {
inline namespace v1 {
namespace detail {
namespace {

// Values that differ by less count as equal: what rounding may make of one value.
constexpr Real equal_within = 1e-12;

class Search {
 public:
  Search(ChoiceModel& model, SearchLimits const& limits, ChoiceProgress const& progress)
      : model_(model), limits_(limits), progress_(progress) {
    best_.chosen.assign(model.size(), false);
    best_.objective = model.objective();
    best_value_ = best_.objective;
    scale_ = std::fabs(best_.objective) + 1e-300;
  }

  SearchResult run() {
    greedy(true);
    greedy(false);
    exchange();
    order_by_worth();
    open_ = std::numeric_limits<Real>::infinity();
    branch(0, limits_.budget, 0);
    drop_useless();
    best_.complete = !stopped_;
    best_.bound = stopped_ ? std::min(open_, best_value_) : best_value_;
    best_.nodes = nodes_;
    best_.cancelled = cancelled_;
    return best_;
  }

 private:
  [[nodiscard]] bool is_over() {
    if (model_.has_failed()) stopped_ = true;
    if (!cancelled_ && progress_ && ++asked_ % 256 == 0) cancelled_ = !progress_(nodes_);
    return stopped_ = stopped_ || cancelled_;
  }
  [[nodiscard]] Real value(Real objective, std::int64_t cost) const noexcept {
    return objective + limits_.cost_weight * static_cast<Real>(cost);
  }

  // Takes the model's choice for the best one if it is.
  void offer(std::int64_t cost) {
    Real const objective = model_.objective();
    if (model_.has_failed()) return;
    Real const found = value(objective, cost);
    Real const off = equal_within * scale_;
    if (found > best_value_ + off || (found > best_value_ - off && cost >= best_.cost)) return;
    best_.chosen = model_.chosen();
    best_.cost = cost;
    best_.objective = objective;
    best_value_ = found;
  }

  // Adds what takes away most, of a unit of cost or at all, as long as something does and can be paid.
  void greedy(bool by_cost) {
    std::vector<std::size_t> taken;
    std::int64_t cost = 0;
    while (!is_over()) {
      Real const now = value(model_.objective(), cost);
      Real most = 0;
      std::optional<std::size_t> next;
      for (std::size_t i = 0; i < model_.size() && !is_over(); ++i) {
        if (model_.chosen()[i] || model_.cost(i) > limits_.budget - cost) continue;
        model_.choose(i);
        Real const gain = now - value(model_.objective(), cost + model_.cost(i));
        model_.take_back(i);
        Real const worth = by_cost ? gain / static_cast<Real>(std::max<std::int64_t>(1, model_.cost(i))) : gain;
        if (gain > equal_within * scale_ && worth > most) {
          most = worth;
          next = i;
        }
      }
      if (!next) break;
      model_.choose(*next);
      taken.push_back(*next);
      cost += model_.cost(*next);
      offer(cost);
    }
    while (!taken.empty()) {
      model_.take_back(taken.back());
      taken.pop_back();
    }
  }

  // Exchanges one chosen candidate for another, and adds what fits, as long as that makes it better.
  void exchange() {
    for (int round = 0; round < 50 && !is_over(); ++round) {
      auto const before = best_.chosen;
      auto const base = before;
      for (std::size_t out = 0; out <= model_.size() && !is_over(); ++out) {
        if (out < model_.size() && !base[out]) continue;
        try_exchanges(base, out);
      }
      if (best_.chosen == before) return;
    }
  }
  // All that can be put in the place of @p out, or added if that is none.
  void try_exchanges(CandidateSet const& base, std::size_t out) {
    std::vector<std::size_t> taken;
    std::int64_t cost = 0;
    for (std::size_t i = 0; i < model_.size(); ++i) {
      if (!base[i] || i == out) continue;
      model_.choose(i);
      taken.push_back(i);
      cost += model_.cost(i);
    }
    for (std::size_t in = 0; in < model_.size() && !is_over(); ++in) {
      if (base[in] || model_.cost(in) > limits_.budget - cost) continue;
      model_.choose(in);
      offer(cost + model_.cost(in));
      model_.take_back(in);
    }
    for (auto i = taken.rbegin(); i != taken.rend(); ++i) model_.take_back(*i);
  }

  // First those that take away most of a unit of cost: good choices are found early.
  void order_by_worth() {
    std::vector<Real> worth(model_.size());
    Real const now = model_.objective();
    for (std::size_t i = 0; i < model_.size() && !is_over(); ++i) {
      model_.choose(i);
      worth[i] = (now - model_.objective()) / static_cast<Real>(std::max<std::int64_t>(1, model_.cost(i)));
      model_.take_back(i);
      order_.push_back(i);
    }
    std::ranges::stable_sort(order_, [&](std::size_t a, std::size_t b) { return worth[a] > worth[b]; });
  }

  void branch(std::size_t at, std::int64_t budget, std::int64_t cost) {
    if (cancelled_ || model_.has_failed()) {
      stopped_ = true;  // nothing is stated then
      return;
    }
    // What can still be chosen is what is left of the order and can be paid.
    others_.clear();
    for (std::size_t i = at; i < order_.size(); ++i)
      if (model_.cost(order_[i]) <= budget) others_.push_back(order_[i]);
    if (others_.empty()) return;
    Real const least =
        model_.bound(others_, budget, limits_.cost_weight) + limits_.cost_weight * static_cast<Real>(cost);
    if (least >= best_value_ - equal_within * scale_) return;
    if (is_over() || (limits_.most_nodes > 0 && nodes_ >= limits_.most_nodes)) {
      stopped_ = true;
      open_ = std::min(open_, least);
      return;
    }
    ++nodes_;
    while (model_.cost(order_[at]) > budget) ++at;
    auto const candidate = order_[at];
    model_.choose(candidate);
    offer(cost + model_.cost(candidate));
    branch(at + 1, budget - model_.cost(candidate), cost + model_.cost(candidate));
    model_.take_back(candidate);
    branch(at + 1, budget, cost);
  }

  // Takes out of the best choice what it does not need.
  void drop_useless() {
    for (std::size_t i = 0; i < model_.size() && !model_.has_failed(); ++i) {
      if (!best_.chosen[i] || model_.cost(i) == 0) continue;
      std::vector<std::size_t> taken;
      for (std::size_t j = 0; j < model_.size(); ++j) {
        if (j == i || !best_.chosen[j]) continue;
        model_.choose(j);
        taken.push_back(j);
      }
      offer(best_.cost - model_.cost(i));
      for (auto j = taken.rbegin(); j != taken.rend(); ++j) model_.take_back(*j);
    }
  }

  ChoiceModel& model_;
  SearchLimits const& limits_;
  ChoiceProgress const& progress_;
  SearchResult best_;
  Real best_value_ = 0;
  Real scale_ = 1;
  Real open_ = 0;  // least bound of what was not searched
  std::vector<std::size_t> order_;
  std::vector<std::size_t> others_;
  std::int64_t nodes_ = 0;
  std::int64_t asked_ = 0;
  bool stopped_ = false;
  bool cancelled_ = false;
};

}  // namespace

// ---- Sums of products

SumModel::SumModel(std::vector<Real> amounts, std::vector<std::int64_t> costs,
                   std::vector<std::vector<AmountLeft>> left)
    : ChoiceModel(std::move(costs)), amounts_(std::move(amounts)), left_(std::move(left)) {}

void SumModel::choose(std::size_t candidate) {
  ChoiceModel::choose(candidate);
  for (auto const& each : left_[candidate]) {
    before_.push_back(amounts_[each.amount]);
    amounts_[each.amount] *= each.part;
  }
}

void SumModel::take_back(std::size_t candidate) {
  ChoiceModel::take_back(candidate);
  for (auto each = left_[candidate].rbegin(); each != left_[candidate].rend(); ++each) {
    amounts_[each->amount] = before_.back();
    before_.pop_back();
  }
}

Real SumModel::objective() {
  count_evaluation();
  Real sum = 0;
  for (Real const amount : amounts_) sum += amount;
  return sum;
}

// Together candidates take away no more than the sum of what each does alone, so that the best fractions of them that
// can be paid bound what any choice does.
Real SumModel::bound(std::vector<std::size_t> const& others, std::int64_t budget, Real cost_weight) {
  struct Gain {
    Real gain;
    Real cost;
  };
  std::vector<Gain> gains;
  for (auto const candidate : others) {
    Real gain = 0;
    for (auto const& each : left_[candidate]) gain += amounts_[each.amount] * (1 - each.part);
    Real const price = static_cast<Real>(cost(candidate));
    gain -= cost_weight * price;
    if (gain > 0) gains.push_back({gain, price});
  }
  std::ranges::sort(gains, [](Gain const& a, Gain const& b) { return a.gain * b.cost > b.gain * a.cost; });
  Real sum = 0;
  for (Real const amount : amounts_) sum += amount;
  Real left = static_cast<Real>(budget);
  for (auto const& [gain, price] : gains) {
    if (price > left) return sum - gain * (left / price);
    sum -= gain;
    left -= price;
  }
  return sum;
}

// ---- Any objective

Real FunctionModel::evaluated(CandidateSet const& set) {
  auto const [at, is_new] = known_.try_emplace(set, 0);
  if (!is_new || has_failed()) return at->second;
  count_evaluation();
  std::vector<std::string> names;
  for (std::size_t i = 0; i < set.size(); ++i)
    if (set[i]) names.push_back(names_[i]);
  auto const found = function_(names);
  if (!found) {
    failure_ = found.error();
  } else if (!std::isfinite(*found)) {
    std::string list;
    for (auto const& name : names) list += (list.empty() ? "" : ", ") + name;
    failure_ = Error(choice_rules::objective, "", {{"found", "[" + list + "]"}});
  } else {
    at->second = *found;
  }
  return at->second;
}

// All that could be added leaves no more than any part of it.
Real FunctionModel::bound(std::vector<std::size_t> const& others, std::int64_t, Real) {
  auto all = chosen();
  for (auto const candidate : others) all[candidate] = true;
  return evaluated(all);
}

SearchResult search(ChoiceModel& model, SearchLimits const& limits, ChoiceProgress const& progress) {
  return Search(model, limits, progress).run();
}

}  // namespace detail
}  // namespace v1
}  // namespace annexa
