#pragma once
// A portfolio made ready for simulation: laws, tables, streams of random numbers.

#include <annexa/risk/quantitative/scenario.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sampler.hpp"

namespace annexa {
inline namespace v1 {
namespace detail {

inline constexpr std::size_t no_category = static_cast<std::size_t>(-1);
// Where no copula joins a node.
inline constexpr std::size_t independent = static_cast<std::size_t>(-1);

// Something that is drawn, or a constant. What is drawn is multiplied by the factor.
struct Node {
  std::string name;                        // "SCENARIO.MEMBER": its stream hangs on it
  std::shared_ptr<Sampler const> sampler;  // null for a constant; shared between nodes of one distribution
  Real factor = 1;                         // the constant itself, where there is no sampler
  std::uint64_t key = 0;                   // of its stream
  std::size_t row = independent;           // of the dependence
};

// A form of loss.
struct LossNode {
  std::optional<Node> probability;   // of its being part of an event; always if absent
  std::uint64_t occurrence_key = 0;  // of the stream that decides
  Node magnitude;                    // in minor units
};

struct ScenarioProgram {
  std::string name;
  std::size_t category = 0;                   // position among Program::categories
  std::vector<Node> rates;                    // what the rate is a product of, but for the constants
  Real rate = 1;                              // the constants' product
  std::shared_ptr<CountSampler const> count;  // the number of events, if its distribution does not change by year
  std::uint64_t count_key = 0;                // of the stream of the number of events
  std::size_t count_row = independent;
  std::vector<Real> count_edges;  // of a number that a copula joins: deviations above which there is one event more
  std::vector<LossNode> losses;
};

class DeviationTable;

// What joins nodes: row i is a mix of `factors` common variables and of an own one.
struct Copula {
  CopulaKind kind = CopulaKind::gaussian;
  Real degrees_of_freedom = 0;
  std::vector<std::uint64_t> keys;    // a stream for each row's own variable
  std::vector<Real> mix;              // rows of a lower triangle (pairs), or loadings and the own part (factors)
  std::vector<std::uint64_t> common;  // streams of the common variables; empty for pairs
  std::uint64_t spread_key = 0;       // of the t copula's common denominator
  std::shared_ptr<DeviationTable const> deviations;  // of the normal or the t distribution
  std::shared_ptr<Sampler const> normal;
  std::shared_ptr<Sampler const> spread;  // chi-square of the degrees of freedom
};

struct Program {
  Currency currency;
  AnnualSemantics semantics = AnnualSemantics::event_level;
  std::uint64_t seed = 0;
  std::uint64_t fingerprint = 0;  // of all that decides about results: partial results of another do not fit
  std::vector<std::string> categories;
  std::vector<ScenarioProgram> scenarios;
  std::optional<Copula> copula;
  Real repaired = 0;  // by how much the correlations were moved, at most
};

// The portfolio with the effects of some of its treatments, or everything that is wrong with it. Amounts are counted in
// @p units to one of the currency; in its minor units when absent.
[[nodiscard]] result<Program> program_of(Portfolio const& portfolio, std::vector<std::string> const& treatments,
                                         std::uint64_t seed, std::optional<Real> units = {});

// The probability that one is above the other, to 8 digits where both are smooth.
[[nodiscard]] Real probability_above(Law const& one, Sampler const& other);

}  // namespace detail
}  // namespace v1
}  // namespace annexa
