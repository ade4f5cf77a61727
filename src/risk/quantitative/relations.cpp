// What the parameters of a distribution have to keep together.
#include <cmath>

#include "functions.hpp"
#include "laws.hpp"
#include "number_text.hpp"
#include "parameters.hpp"

namespace annexa {
inline namespace v1 {
namespace detail {
namespace {

using Kind = DistributionKind;

struct OrderRow {
  Kind kind;
  ParameterMember lower;
  ParameterMember upper;
  bool may_equal = false;
};

constexpr OrderRow order_rows[] = {
    {Kind::uniform, &Distribution::low, &Distribution::high},
    {Kind::triangular, &Distribution::low, &Distribution::high},
    {Kind::triangular, &Distribution::low, &Distribution::mode, true},
    {Kind::triangular, &Distribution::mode, &Distribution::high, true},
    {Kind::pert, &Distribution::low, &Distribution::high},
    {Kind::pert, &Distribution::low, &Distribution::mode, true},
    {Kind::pert, &Distribution::mode, &Distribution::high, true},
    {Kind::pert_pyfair, &Distribution::low, &Distribution::high},
    {Kind::pert_pyfair, &Distribution::low, &Distribution::mode, true},
    {Kind::pert_pyfair, &Distribution::mode, &Distribution::high, true},
    {Kind::normal_truncated, &Distribution::low, &Distribution::high},
    {Kind::normal_clipped, &Distribution::low, &Distribution::high},
    {Kind::lognormal_interval, &Distribution::p05, &Distribution::p95},
    {Kind::beta, &Distribution::low, &Distribution::high},
    {Kind::metalog, &Distribution::low, &Distribution::median},
    {Kind::metalog, &Distribution::median, &Distribution::high},
    {Kind::metalog, &Distribution::lower_bound, &Distribution::low},
    {Kind::metalog, &Distribution::high, &Distribution::upper_bound},
};

void check_order(Distribution const& distribution, std::string const& where, Error& errors) {
  for (auto const& row : order_rows) {
    if (row.kind != distribution.dist) continue;
    auto const lower = parameter_if(distribution, row.lower);
    auto const upper = parameter_if(distribution, row.upper);
    if (!lower || !upper || *lower < *upper || (row.may_equal && *lower == *upper)) continue;
    errors.add(distribution_rules::order, where + '/' + std::string(name_of(row.upper)),
               {{"name", std::string(name_of(row.upper))},
                {"found", text_of(*upper)},
                {"relation", row.may_equal ? "at least" : "above"},
                {"other", std::string(name_of(row.lower))},
                {"bound", text_of(*lower)}});
  }
}

void check_bounds(Distribution const& distribution, std::string const& where, Error& errors) {
  if (!distribution.low && !distribution.high)
    errors.add(distribution_rules::one_bound, where, {{"dist", std::string(to_string(distribution.dist))}});
}

void check_truncation(Distribution const& distribution, std::string const& where, Error& errors) {
  check_bounds(distribution, where, errors);
  auto const off = [&](std::optional<Real> const& bound, Real otherwise) {
    return bound ? (*bound - *distribution.mean) / *distribution.sd : otherwise;
  };
  if (off(distribution.low, 0) > 37 || off(distribution.high, 0) < -37) errors.add(distribution_rules::far, where);
}

void check_spread(Distribution const& distribution, std::string const& where, Error& errors) {
  Real const sigma = lognormal_terms(distribution).sigma;
  if (sigma >= least_spread && sigma <= greatest_spread) return;
  bool const interval = distribution.dist == Kind::lognormal_interval;
  errors.add(
      distribution_rules::spread, where,
      {{"found", text_of(sigma)}, {"how", interval ? "it is log(p95 / p05) / 3.29" : "it follows from sd / mean"}});
}

void check_metalog(Distribution const& distribution, std::string const& where, Error& errors) {
  auto const terms = metalog_terms(distribution);
  if (!terms.is_feasible()) {
    errors.add(distribution_rules::infeasible, where + "/median",
               {{"found", text_of(terms.skew)},
                {"least", text_of(0.5 - terms.greatest_lean)},
                {"most", text_of(0.5 + terms.greatest_lean)}});
  } else if (terms.tail_exponent() >= 1) {
    errors.add(distribution_rules::heavy, where, {{"found", text_of(terms.tail_exponent())}});
  }
}

// The rate of which a negative binomial is the number of events is gamma: it is above mean / r (r + sqrt(2 r l) + l)
// with a probability of e^-l at most; here l = 48.5, which is 1e-21. What is left to most_events is for Poisson's
// spread.
void check_events(Distribution const& distribution, std::string const& where, Error& errors) {
  Real const r = *distribution.r;
  Real const most = 0.9 * most_events / (r + std::sqrt(97 * r) + 48.5);
  if (*distribution.mean / r > most)
    errors.add(distribution_rules::events, where,
               {{"mean", text_of(*distribution.mean)}, {"r", text_of(r)}, {"wanted", text_of(most)}});
}

struct SpecialRow {
  Kind kind;
  void (*check)(Distribution const&, std::string const&, Error&);
};
constexpr SpecialRow special_rows[] = {
    {Kind::normal_truncated, check_truncation},
    {Kind::normal_clipped, check_bounds},
    {Kind::lognormal_interval, check_spread},
    {Kind::lognormal_moments, check_spread},
    {Kind::metalog, check_metalog},
    {Kind::negative_binomial, check_events},
};

}  // namespace

void check_relations(Distribution const& distribution, std::string const& where, Error& errors) {
  auto const before = errors.violations().size();
  check_order(distribution, where, errors);
  if (errors.violations().size() != before) return;
  for (auto const& row : special_rows)
    if (row.kind == distribution.dist) row.check(distribution, where, errors);
}

}  // namespace detail
}  // namespace v1
}  // namespace annexa
