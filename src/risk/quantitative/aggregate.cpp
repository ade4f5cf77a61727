#include <annexa/risk/quantitative/aggregate.hpp>

#include <algorithm>
#include <cmath>
#include <map>

#include "aggregation.hpp"
#include "histogram.hpp"
#include "number_text.hpp"
#include "simulation_data.hpp"

namespace annexa {
inline namespace v1 {
namespace {

using namespace detail;

constexpr std::size_t finest_grid = std::size_t{1} << 17U;
constexpr std::size_t fine_grid = std::size_t{1} << 16U;
constexpr std::size_t middle_grid = std::size_t{1} << 13U;
constexpr Real steps_of_curve[] = {0.05,  0.1,  0.2,  0.3,  0.4,  0.5,   0.6,  0.7,    0.75,  0.8,    0.85,  0.9,
                                   0.925, 0.95, 0.96, 0.97, 0.98, 0.985, 0.99, 0.9925, 0.995, 0.9965, 0.998, 0.999};

constexpr Real most_minor_units = 9e17;  // minor units: amounts have 18 digits

// Scenarios made ready, each distribution once.
class SumMaker {
 public:
  explicit SumMaker(Error& errors) : errors_(errors) {}

  ScenarioSum make(ScenarioProgram const& scenario, std::string const& where) {
    ScenarioSum out{EventCount::of(scenario), {}, {}, {}, 1};
    for (auto const& loss : scenario.losses) add(loss, where, out);
    auto const& count = out.count.moments();
    out.year.mean = count.mean * out.event.mean;
    out.year.variance = count.mean * out.event.variance + count.variance * out.event.mean * out.event.mean;
    if (!std::isfinite(out.year.variance))
      errors_.add(aggregate_rules::variance, where);
    else if (!(out.year.mean < most_minor_units && out.year.variance < most_minor_units * most_minor_units))
      errors_.add(aggregate_rules::large, where);
    return out;
  }

 private:
  void add(LossNode const& loss, std::string const& where, ScenarioSum& out) {
    FormOfLoss form;
    if (loss.probability) form.probability = mean_of(*loss.probability);
    form.factor = loss.magnitude.factor;
    Moments magnitude{1, 0};
    if (loss.magnitude.sampler) {
      auto const& law = loss.magnitude.sampler->law();
      magnitude = law.moments();
      form.curve = curve_of(law, where);
    } else {
      static auto const one = std::make_shared<LossCurve const>(Real{1});
      if (form.factor < 0) errors_.add(aggregate_rules::negative, where, {{"found", text_of(form.factor)}});
      form.curve = one;
    }
    magnitude.mean *= form.factor;
    if (form.factor > 0) magnitude.variance *= form.factor * form.factor;
    Real const p = form.probability;
    out.event.mean += p * magnitude.mean;
    out.event.variance += p * (magnitude.variance + (1 - p) * magnitude.mean * magnitude.mean);
    out.no_event_loss *= 1 - p + p * (form.factor > 0 ? form.curve->at_zero() : 1);
    out.forms.push_back(std::move(form));
  }

  static Real mean_of(Node const& node) {
    return node.sampler ? node.factor * node.sampler->law().moments().mean : node.factor;
  }

  std::shared_ptr<LossCurve const> curve_of(Law const& law, std::string const& where) {
    auto& curve = curves_[&law];
    if (curve) return curve;
    Real const least = law.quantile({1e-12, 1});
    if (least < 0) errors_.add(aggregate_rules::negative, where, {{"found", text_of(least)}});
    curve = std::make_shared<LossCurve const>(law);
    return curve;
  }

  Error& errors_;
  std::map<Law const*, std::shared_ptr<LossCurve const>> curves_;
};

// The figures of one sum, each with the bound of its error.
class SumFigures {
 public:
  SumFigures(std::vector<ScenarioSum const*> parts, SumOnGrid const& grid, Currency currency)
      : parts_(std::move(parts)), grid_(grid), currency_(currency) {
    for (auto const* part : parts_) {
      mean_ += part->year.mean;
      variance_ += part->year.variance;
    }
  }

  [[nodiscard]] LossFigures figures(FigureOptions const& options) const {
    LossFigures out;
    out.mean = {money(mean_), money(0)};
    out.standard_deviation = {money(std::sqrt(variance_)), money(0)};
    Real no_loss = 1;
    Real events = 0;
    for (auto const* part : parts_) {
      no_loss *= part->count.generating(part->no_event_loss);
      events += part->count.moments().mean;
    }
    out.loss_probability = {1 - no_loss, 0};
    out.events = NumberEstimate{events, 0};
    out.least = money(0);
    out.greatest = money(grid_.end());
    for (Real const p : options.quantiles) out.quantiles.push_back(quantile(p));
    for (Real const p : options.levels) {
      out.value_at_risk.push_back(quantile(p));
      out.expected_shortfall.push_back(shortfall(p));
    }
    out.exceedance = curve(options.losses);
    if (options.histogram) out.histogram = histogram(1 - no_loss);
    return out;
  }

  [[nodiscard]] NumberEstimate above(Real loss) const {
    // The bound is the better of several: each negligible probability has its reach.
    Real const center = loss >= grid_.end() ? 0.5 * grid_.beyond() : 1 - grid_.below(loss);
    Real best = 1;
    for (Real const part : {1e-2, 1e-3, 1e-4}) {
      Real const negligible = std::max(part * std::max(center, grid_.beyond()), 1e-12);
      Real const off = grid_.moved_by(negligible);
      Real const most = 1 - grid_.below(loss - off) + negligible + grid_.floor();
      Real const least = loss + off >= grid_.end() ? 0 : 1 - grid_.below(loss + off) - negligible - grid_.floor();
      best = std::min(best, std::max(most - center, center - std::max(Real{0}, least)));
    }
    return {center, best};
  }

 private:
  [[nodiscard]] Money money(Real units) const { return money_of(units, currency_); }
  // Up, so that the bound stays one.
  [[nodiscard]] Money bound(Real units) const { return money_of(std::ceil(units) + 1, currency_); }

  [[nodiscard]] LevelEstimate quantile(Real p) const {
    Real const value = grid_.quantile(p);
    Real const negligible = std::min(p, 1 - p) * 1e-3;
    Real const off = grid_.moved_by(negligible);
    Real const wide = negligible + grid_.floor();
    Real const most = grid_.quantile(std::min(Real{1}, p + wide)) + off - value;
    Real const least = value - std::max(Real{0}, grid_.quantile(std::max(Real{0}, p - wide)) - off);
    return {p, money(value), bound(std::max(most, least))};
  }

  // The mean of the worst 1 - p: never below the truth but for rounding, as what the grid adds has a mean of 0 whatever
  // the loss.
  [[nodiscard]] LevelEstimate shortfall(Real p) const {
    Real const at = grid_.quantile(p);
    Real const value = at + grid_.mean_above(at, mean_) / (1 - p);
    Real const negligible = (1 - p) * 1e-3;
    Real const off = grid_.moved_by(negligible);
    Real const near = grid_.below(at + 2 * off) - grid_.below(at - 2 * off);
    Real const gap = (off * (near + 2 * negligible) + grid_.floor() * (at + off)) / (1 - p);
    return {p, money(value), bound(gap)};
  }

  [[nodiscard]] std::vector<ExceedancePoint> curve(std::vector<Money> const& wanted) const {
    std::vector<std::int64_t> losses;
    for (auto const& loss : wanted) losses.push_back(loss.minor_units());
    for (Real const p : steps_of_curve) losses.push_back(money(grid_.quantile(p)).minor_units());
    std::ranges::sort(losses);
    losses.erase(std::ranges::unique(losses).begin(), losses.end());
    std::vector<ExceedancePoint> out;
    for (auto const loss : losses) {
      Real const units = static_cast<Real>(loss);
      ExceedancePoint point;
      point.loss = money(units);
      point.aggregate = above(units);
      point.event = event_above(units);
      out.push_back(point);
    }
    return out;
  }

  [[nodiscard]] std::vector<LossInterval> histogram(Real loss_probability) const {
    if (loss_probability <= 0) return {};
    auto const at = [&](Real part) { return grid_.quantile(1 - loss_probability * (1 - part)); };
    auto edges = histogram_edges(at(0.001), at(0.999));
    edges.front() = 0;
    edges.back() = std::max(edges.back(), static_cast<std::int64_t>(std::min(grid_.end(), Real{9e17})));
    std::vector<LossInterval> out;
    NumberEstimate more{loss_probability, 0};
    for (std::size_t i = 1; i < edges.size(); ++i) {
      auto const beyond = i + 1 == edges.size() ? NumberEstimate{} : above(static_cast<Real>(edges[i]));
      out.push_back({money(static_cast<Real>(edges[i - 1])),
                     money(static_cast<Real>(edges[i])),
                     {std::max(Real{0}, more.value - beyond.value), more.standard_error + beyond.standard_error}});
      more = beyond;
    }
    return out;
  }

  // Of a year with an event of more; absent where an event's loss is a sum of forms.
  [[nodiscard]] std::optional<NumberEstimate> event_above(Real loss) const {
    Real none = 1;
    for (auto const* part : parts_) {
      if (part->forms.size() != 1) return {};
      none *= part->count.generating(1 - part->event_above(loss));
    }
    return NumberEstimate{1 - none, 1e-9};
  }

  std::vector<ScenarioSum const*> parts_;
  SumOnGrid const& grid_;
  Currency currency_;
  Real mean_ = 0;
  Real variance_ = 0;
};

// Many transforms take a coarser grid each.
std::size_t grid_for(PreparedSum const& sum, bool is_one_of_many) {
  if (is_one_of_many || sum.transforms() > 200) return middle_grid;
  return sum.transforms() > 8 ? fine_grid : finest_grid;
}

class Aggregation {
 public:
  Aggregation(Program const& program, FigureOptions wanted, Error& errors)
      : program_(program), wanted_(std::move(wanted)), errors_(errors) {
    SumMaker maker(errors);
    for (std::size_t i = 0; i < program.scenarios.size(); ++i)
      sums_.push_back(maker.make(program.scenarios[i], "/scenarios/" + std::to_string(i)));
    Real highest = 0.999;
    for (auto const* list : {&wanted_.quantiles, &wanted_.levels})
      for (Real const p : *list) highest = std::max(highest, p);
    beyond_ = 0.5 * (1 - highest);
  }

  SimulationResult run(SimulationResult out, std::vector<TolerancePoint> const& tolerance, bool portfolio_only) {
    std::vector<ScenarioSum const*> all;
    for (auto const& each : sums_) all.push_back(&each);
    PreparedSum const sum(all);
    auto const grid = SumOnGrid::of(sum, beyond_, grid_for(sum, false), transforms_);
    Real mean = 0;
    for (auto const* part : all) {
      mean += part->year.mean;
      variance_ += part->year.variance;
    }
    check(grid, mean);
    SumFigures const portfolio(all, grid, program_.currency);
    out.portfolio = portfolio.figures(wanted_);
    for (auto const& point : tolerance) {
      auto const found = portfolio.above(static_cast<Real>(point.loss.minor_units()));
      out.tolerance.push_back({point.loss, point.probability, found, found.value > point.probability});
    }
    if (portfolio_only) return out;
    for (std::size_t i = 0; i < program_.categories.size(); ++i) {
      std::vector<ScenarioSum const*> parts;
      for (std::size_t j = 0; j < sums_.size(); ++j)
        if (program_.scenarios[j].category == i) parts.push_back(&sums_[j]);
      out.categories.push_back(line(parts, program_.categories[i]));
    }
    for (std::size_t i = 0; i < sums_.size(); ++i)
      out.scenarios.push_back(line({&sums_[i]}, program_.scenarios[i].name));
    out.diversification = diversification_of(out, wanted_.levels);
    return out;
  }

 private:
  void check(SumOnGrid const& grid, Real mean) {
    if (grid.step() > 0.01 * mean && mean > 0 && grid.step() > 1)
      errors_.add(aggregate_rules::grid, "",
                  {{"points", std::to_string(static_cast<std::int64_t>(grid.end() / grid.step()) + 1)},
                   {"step", to_string(money_of(grid.step(), program_.currency))},
                   {"mean", to_string(money_of(mean, program_.currency))}});
  }

  LossFigures line(std::vector<ScenarioSum const*> const& parts, std::string const& name) {
    PreparedSum const sum(parts);
    auto const grid = SumOnGrid::of(sum, beyond_, grid_for(sum, sums_.size() > 20), transforms_);
    auto out = SumFigures(parts, grid, program_.currency).figures(wanted_);
    Real variance = 0;
    for (auto const* part : parts) variance += part->year.variance;
    out.name = name;
    out.contribution = money_of(variance_ > 0 ? variance / std::sqrt(variance_) : 0, program_.currency);
    return out;
  }

  Program const& program_;
  FigureOptions wanted_;
  Error& errors_;
  std::vector<ScenarioSum> sums_;
  Transforms transforms_;
  Real beyond_ = 0;
  Real variance_ = 0;
};

}  // namespace

bool has_aggregation() noexcept { return Transform::is_available(); }

result<SimulationResult> aggregate(Portfolio const& portfolio, SimulationOptions const& options) {
  if (!has_aggregation()) return Error(aggregate_rules::unavailable, "");
  Error errors;
  check_options(options, errors);
  check_losses(options, portfolio.currency, errors);
  if (portfolio.dependence) errors.add(aggregate_rules::dependence, "/dependence");
  if (portfolio.semantics == AnnualSemantics::annualized_product) errors.add(aggregate_rules::product, "/semantics");
  auto const program = program_of(portfolio, options.treatments, 0);
  if (!program) errors.add(program.error());
  if (!errors.empty()) return errors;
  SimulationResult out;
  out.currency = portfolio.currency;
  out.engine = "fft";
  out.semantics = AnnualSemantics::event_level;
  out.formula = formula_version;
  out.treatments = options.treatments;
  Aggregation aggregation(*program, figure_options(options), errors);
  if (!errors.empty()) return errors;
  out = aggregation.run(std::move(out), portfolio.tolerance, options.portfolio_only);
  if (!errors.empty()) return errors;
  return out;
}

}  // namespace v1
}  // namespace annexa
