#pragma once
// Portfolios that together use every distribution, both semantics and both copulas: what they come to has to be the
// same bits everywhere.

#include <string_view>

namespace annexa::testing {

struct NamedPortfolio {
  std::string_view name;
  std::string_view text;
};

inline constexpr std::string_view event_level_with_t_copula = R"({"currency": "EUR", "scenarios": [
  {"name": "a", "category": "one", "frequency": {"dist": "poisson", "rate": 0.4},
   "severity": {"dist": "lognormal-interval", "p05": 50000, "p95": 2000000}},
  {"name": "b", "category": "two", "loss_event_frequency": {"dist": "gamma", "shape": 2, "scale": 0.3},
   "severity": {"dist": "pert", "low": 5000, "mode": 20000, "high": 300000}},
  {"name": "c", "category": "one", "contact_frequency": {"dist": "uniform", "low": 2, "high": 6},
   "probability_of_action": {"dist": "beta", "alpha": 2, "beta": 8},
   "threat_capability": {"dist": "normal-truncated", "mean": 0.5, "sd": 0.3, "low": 0, "high": 1},
   "resistance_strength": {"dist": "triangular", "low": 0.3, "mode": 0.6, "high": 1},
   "primary_loss": [{"form": "response", "magnitude": {"dist": "gamma", "shape": 0.7, "scale": 3000}},
                    {"form": "replacement", "magnitude": {"dist": "constant", "value": 1234.56}}],
   "secondary_loss": [{"form": "fines", "probability": {"dist": "constant", "value": 0.2},
                       "magnitude": {"dist": "lognormal", "mu": 10, "sigma": 1}},
                      {"form": "reputation", "probability": {"dist": "pert", "low": 0.05, "mode": 0.1, "high": 0.4, "lambda": 6},
                       "magnitude": {"dist": "lognormal-moments", "mean": 20000, "sd": 30000}}]},
  {"name": "d", "frequency": {"dist": "binomial", "n": 12, "p": 0.05},
   "severity": {"dist": "empirical", "values": [1000, 5000, 20000], "weights": [5, 3, 1]}},
  {"name": "e", "frequency": {"dist": "negative-binomial", "r": 1.5, "mean": 0.6},
   "severity": {"dist": "lognormal-pareto", "mu": 9, "sigma": 1.2, "p": 0.95, "shape": 0.3}},
  {"name": "f", "frequency": {"dist": "bernoulli", "p": 0.3},
   "severity": {"dist": "metalog", "low": 2000, "median": 6000, "high": 30000, "lower_bound": 0}},
  {"name": "g", "frequency": {"dist": "poisson", "rate": 0.3},
   "severity": {"dist": "generalized-pareto", "location": 1000, "scale": 5000, "shape": 0.4}},
  {"name": "h", "threat_event_frequency": {"dist": "exponential", "mean": 2},
   "vulnerability": {"dist": "beta", "alpha": 0.6, "beta": 2.5},
   "severity": {"dist": "normal-clipped", "mean": 4000, "sd": 6000, "low": 0}},
  {"name": "i", "loss_event_frequency": {"dist": "weibull", "shape": 0.8, "scale": 0.5},
   "severity": {"dist": "pert-pyfair", "low": 100, "mode": 900, "high": 8000}},
  {"name": "j", "frequency": {"dist": "poisson", "rate": 0.2}, "severity": {"dist": "normal", "mean": 100, "sd": 900}}],
  "dependence": {"copula": "student-t", "degrees_of_freedom": 4, "correlations": [
    {"one": "a.frequency", "other": "d.frequency", "correlation": 0.5},
    {"one": "b.frequency", "other": "f.frequency", "correlation": -0.4},
    {"one": "a.severity", "other": "b.severity", "correlation": 0.3}]},
  "tolerance": [{"probability": 0.2, "loss": {"amount": "500000", "currency": "EUR"}},
                {"probability": 0.01, "loss": {"amount": "5000000", "currency": "EUR"}}]})";

inline constexpr std::string_view event_level_with_factors = R"({"currency": "JPY", "scenarios": [
  {"name": "a", "frequency": {"dist": "bernoulli", "p": 0.1}, "severity": {"dist": "lognormal", "mu": 12, "sigma": 2.5}},
  {"name": "b", "loss_event_frequency": {"dist": "triangular", "low": 0, "mode": 0.2, "high": 2},
   "severity": {"dist": "weibull", "shape": 1.5, "scale": 90000}},
  {"name": "c", "frequency": {"dist": "poisson", "rate": 1.1}, "severity": {"dist": "uniform", "low": 1000, "high": 9000}}],
  "dependence": {"copula": "gaussian", "factors": [{"node": "a.frequency", "loadings": [0.6, 0.1]},
    {"node": "b.frequency", "loadings": [0.5, -0.3]}, {"node": "c.frequency", "loadings": [0.2, 0.7]},
    {"node": "c.severity", "loadings": [-0.4, 0.4]}]}})";

inline constexpr std::string_view product_with_gaussian_copula =
    R"({"currency": "EUR", "semantics": "annualized-product",
  "scenarios": [
  {"name": "a", "threat_event_frequency": {"dist": "pert", "low": 20, "mode": 50, "high": 100},
   "threat_capability": {"dist": "pert", "low": 0.2, "mode": 0.5, "high": 0.9},
   "resistance_strength": {"dist": "pert", "low": 0.3, "mode": 0.6, "high": 0.9},
   "primary_loss": [{"form": "primary", "magnitude": {"dist": "pert", "low": 30000, "mode": 100000, "high": 800000}}],
   "secondary_loss": [{"form": "secondary", "probability": {"dist": "beta", "alpha": 3, "beta": 7},
                       "magnitude": {"dist": "metalog", "low": 10000, "median": 50000, "high": 200000}}]},
  {"name": "b", "loss_event_frequency": {"dist": "lognormal-interval", "p05": 0.1, "p95": 4},
   "severity": {"dist": "gamma", "shape": 4.5, "scale": 7000}},
  {"name": "c", "loss_event_frequency": {"dist": "normal-truncated", "mean": 1, "sd": 2, "low": 0},
   "severity": {"dist": "empirical", "values": [-500, 0, 700.25]}}],
  "dependence": {"copula": "gaussian", "correlations": [{"one": "a.primary", "other": "b.severity", "correlation": 0.6},
    {"one": "b.frequency", "other": "c.frequency", "correlation": 0.25}]}})";

inline constexpr NamedPortfolio every_distribution[] = {{"event-level-t", event_level_with_t_copula},
                                                        {"event-level-factors", event_level_with_factors},
                                                        {"product-gaussian", product_with_gaussian_copula}};

}  // namespace annexa::testing
