// Which kind has which parameters, and in which range.
#include "parameters.hpp"

#include <algorithm>
#include <boost/mp11/algorithm.hpp>
#include <cmath>
#include <type_traits>
#include <utility>

#include "number_text.hpp"

namespace annexa {
inline namespace v1 {
namespace detail {
namespace {

using Kind = DistributionKind;

struct ParameterRow {
  Kind kind;
  ParameterMember member;
  ParameterRange range;
  bool required = true;
  std::optional<Real> preset = {};
};

constexpr ParameterRange any_amount{-greatest_amount, greatest_amount};
constexpr ParameterRange positive_amount{0, greatest_amount, true};
constexpr ParameterRange weight_of_mode{0, 1000, true};
constexpr ParameterRange log_mean{-50, 50};
constexpr ParameterRange log_spread{least_spread, greatest_spread};
constexpr ParameterRange beta_shape{0.01, 1e6};
constexpr ParameterRange gamma_shape{0.01, 1e6};
constexpr ParameterRange weibull_shape{0.05, 100};
constexpr ParameterRange tail_shape{-5, 1, false, true};
constexpr ParameterRange outer_probability{0.001, 0.49};
constexpr ParameterRange body{0, 1, true, true};
constexpr ParameterRange events{0, 1e8, true};
constexpr ParameterRange failures{0.001, 1e6};
constexpr ParameterRange trials{1, most_events, false, false, true};
constexpr ParameterRange probability{0, 1};
constexpr bool optional = false;

constexpr ParameterRow parameter_rows[] = {
    {Kind::constant, &Distribution::value, any_amount},
    {Kind::uniform, &Distribution::low, any_amount},
    {Kind::uniform, &Distribution::high, any_amount},
    {Kind::triangular, &Distribution::low, any_amount},
    {Kind::triangular, &Distribution::mode, any_amount},
    {Kind::triangular, &Distribution::high, any_amount},
    {Kind::pert, &Distribution::low, any_amount},
    {Kind::pert, &Distribution::mode, any_amount},
    {Kind::pert, &Distribution::high, any_amount},
    {Kind::pert, &Distribution::lambda, weight_of_mode, optional, 4},
    {Kind::pert_pyfair, &Distribution::low, any_amount},
    {Kind::pert_pyfair, &Distribution::mode, any_amount},
    {Kind::pert_pyfair, &Distribution::high, any_amount},
    {Kind::pert_pyfair, &Distribution::lambda, weight_of_mode, optional, 4},
    {Kind::normal, &Distribution::mean, any_amount},
    {Kind::normal, &Distribution::sd, positive_amount},
    {Kind::normal_truncated, &Distribution::low, any_amount, optional},
    {Kind::normal_truncated, &Distribution::high, any_amount, optional},
    {Kind::normal_truncated, &Distribution::mean, any_amount},
    {Kind::normal_truncated, &Distribution::sd, positive_amount},
    {Kind::normal_clipped, &Distribution::low, any_amount, optional},
    {Kind::normal_clipped, &Distribution::high, any_amount, optional},
    {Kind::normal_clipped, &Distribution::mean, any_amount},
    {Kind::normal_clipped, &Distribution::sd, positive_amount},
    {Kind::lognormal, &Distribution::mu, log_mean},
    {Kind::lognormal, &Distribution::sigma, log_spread},
    {Kind::lognormal_interval, &Distribution::p05, positive_amount},
    {Kind::lognormal_interval, &Distribution::p95, positive_amount},
    {Kind::lognormal_moments, &Distribution::mean, positive_amount},
    {Kind::lognormal_moments, &Distribution::sd, positive_amount},
    {Kind::exponential, &Distribution::mean, positive_amount},
    {Kind::gamma, &Distribution::shape, gamma_shape},
    {Kind::gamma, &Distribution::scale, positive_amount},
    {Kind::beta, &Distribution::low, any_amount, optional, 0},
    {Kind::beta, &Distribution::high, any_amount, optional, 1},
    {Kind::beta, &Distribution::alpha, beta_shape},
    {Kind::beta, &Distribution::beta, beta_shape},
    {Kind::weibull, &Distribution::shape, weibull_shape},
    {Kind::weibull, &Distribution::scale, positive_amount},
    {Kind::generalized_pareto, &Distribution::shape, tail_shape},
    {Kind::generalized_pareto, &Distribution::scale, positive_amount},
    {Kind::generalized_pareto, &Distribution::location, any_amount, optional, 0},
    {Kind::lognormal_pareto, &Distribution::mu, log_mean},
    {Kind::lognormal_pareto, &Distribution::sigma, log_spread},
    {Kind::lognormal_pareto, &Distribution::shape, tail_shape},
    {Kind::lognormal_pareto, &Distribution::scale, positive_amount, optional},
    {Kind::lognormal_pareto, &Distribution::p, body},
    {Kind::metalog, &Distribution::low, any_amount},
    {Kind::metalog, &Distribution::median, any_amount},
    {Kind::metalog, &Distribution::high, any_amount},
    {Kind::metalog, &Distribution::alpha, outer_probability, optional, 0.1},
    {Kind::metalog, &Distribution::lower_bound, any_amount, optional},
    {Kind::metalog, &Distribution::upper_bound, any_amount, optional},
    {Kind::poisson, &Distribution::rate, events},
    {Kind::negative_binomial, &Distribution::mean, events},
    {Kind::negative_binomial, &Distribution::r, failures},
    {Kind::binomial, &Distribution::n, trials},
    {Kind::binomial, &Distribution::p, probability},
    {Kind::bernoulli, &Distribution::p, probability},
};

// Calls @p use with the name and the member of each parameter.
template <class Use>
void for_each_parameter(Use const& use) {
  boost::mp11::mp_for_each<boost::describe::describe_members<Distribution, boost::describe::mod_public>>(
      [&](auto member) {
        if constexpr (std::is_same_v<std::remove_cv_t<decltype(member.pointer)>, ParameterMember>)
          use(std::string_view(member.name), member.pointer);
      });
}

ParameterRow const* row_of(Kind kind, ParameterMember member) noexcept {
  auto const row = std::ranges::find_if(
      parameter_rows, [&](ParameterRow const& each) { return each.kind == kind && each.member == member; });
  return row == std::ranges::end(parameter_rows) ? nullptr : row;
}

// The names of what a kind has, such as "low, mode, high and lambda".
std::string parameters_text(Kind kind) {
  if (kind == Kind::empirical) return "values and weights";
  auto const rows = distribution_parameters(kind);
  std::string out;
  for (std::size_t i = 0; i < rows.size(); ++i)
    out += (i == 0 ? "" : i + 1 == rows.size() ? " and " : ", ") + rows[i].name;
  return out;
}

constexpr std::size_t most_values = 1'000'000;

// What one distribution has to keep.
class DistributionCheck {
 public:
  DistributionCheck(Distribution const& distribution, std::string const& where, Error& errors)
      : distribution_(distribution), where_(where), errors_(errors) {}

  void run() {
    auto const before = errors_.violations().size();
    for_each_parameter([this](std::string_view name, ParameterMember member) { check(name, member); });
    check_lists();
    if (errors_.violations().size() == before) check_relations(distribution_, where_, errors_);
  }

 private:
  Argument dist() const { return {"dist", std::string(to_string(distribution_.dist))}; }

  void check(std::string_view name, ParameterMember member) {
    auto const* row = row_of(distribution_.dist, member);
    auto const& value = distribution_.*member;
    auto const place = where_ + '/' + std::string(name);
    Argument const named{"name", std::string(name)};
    if (!row && value)
      errors_.add(distribution_rules::unused, place, {dist(), named, {"wanted", parameters_text(distribution_.dist)}});
    else if (row && !value && row->required)
      errors_.add(distribution_rules::missing, place, {dist(), named, {"wanted", row->range.text()}});
    else if (row && value && !row->range.accepts(*value))
      errors_.add(distribution_rules::range, place, {named, {"found", text_of(*value)}, {"wanted", row->range.text()}});
  }

  void check_lists() {
    auto const& values = distribution_.values;
    auto const& weights = distribution_.weights;
    if (distribution_.dist != Kind::empirical) {
      refuse_list("values", values);
      refuse_list("weights", weights);
      return;
    }
    if (values.empty() || values.size() > most_values)
      errors_.add(distribution_rules::count, where_ + "/values",
                  {{"name", "values"}, {"found", std::to_string(values.size())}, {"wanted", "1 to 1,000,000"}});
    if (!weights.empty() && weights.size() != values.size())
      errors_.add(distribution_rules::count, where_ + "/weights",
                  {{"name", "weights"},
                   {"found", std::to_string(weights.size())},
                   {"wanted", "none, or as many as there are values (" + std::to_string(values.size()) + "),"}});
    check_numbers("values", values, any_amount);
    check_numbers("weights", weights, {0, greatest_amount});
    if (!weights.empty() && std::ranges::all_of(weights, [](Real each) { return each == 0; }))
      errors_.add(distribution_rules::weightless, where_ + "/weights");
  }

  void refuse_list(std::string const& name, std::vector<Real> const& list) {
    if (!list.empty())
      errors_.add(distribution_rules::unused, where_ + '/' + name,
                  {dist(), {"name", name}, {"wanted", parameters_text(distribution_.dist)}});
  }

  void check_numbers(std::string const& name, std::vector<Real> const& list, ParameterRange const& range) {
    for (std::size_t i = 0; i < list.size(); ++i)
      if (!range.accepts(list[i]))
        errors_.add(distribution_rules::range, where_ + '/' + name + '/' + std::to_string(i),
                    {{"name", "It"}, {"found", text_of(list[i])}, {"wanted", range.text()}});
  }

  Distribution const& distribution_;
  std::string const& where_;
  Error& errors_;
};

}  // namespace

bool ParameterRange::accepts(Real value) const noexcept {
  bool const inside = (above_low ? value > low : value >= low) && (below_high ? value < high : value <= high);
  return inside && (!whole || value == std::floor(value));
}

std::string ParameterRange::text() const {
  std::string out = whole ? "a whole number" : "a number";
  out += (above_low ? " above " : " from ") + text_of(low);
  return out + (below_high ? " and below " : " up to ") + text_of(high);
}

std::string_view name_of(ParameterMember member) noexcept {
  std::string_view found;
  for_each_parameter([&](std::string_view name, ParameterMember each) {
    if (each == member) found = name;
  });
  return found;
}

std::optional<Real> parameter_if(Distribution const& distribution, ParameterMember member) noexcept {
  if (distribution.*member) return distribution.*member;
  auto const* row = row_of(distribution.dist, member);
  return row ? row->preset : std::nullopt;
}

}  // namespace detail

std::vector<DistributionParameter> distribution_parameters(DistributionKind kind) {
  std::vector<DistributionParameter> out;
  detail::for_each_parameter([&](std::string_view name, detail::ParameterMember member) {
    if (auto const* row = detail::row_of(kind, member))
      out.push_back({std::string(name), row->required, row->preset, row->range.text()});
  });
  return out;
}

void check_distribution(Distribution const& distribution, std::string const& where, Error& errors) {
  detail::DistributionCheck(distribution, where, errors).run();
}

}  // namespace v1
}  // namespace annexa
