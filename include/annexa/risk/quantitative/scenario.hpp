#pragma once
/// @file
/// What can happen in a year, how often, and what it costs: the document that a simulation reads.

#include <annexa/base/describe.hpp>
#include <annexa/risk/quantitative/distribution.hpp>

#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// How a year's loss is made. The two have the same mean and another spread, and are never mixed in one document.
enum class AnnualSemantics : std::uint8_t {
  event_level,         ///< A number of events is drawn, and a loss for each of them.
  annualized_product,  ///< One rate and one loss are drawn and multiplied, as spreadsheets do.
};
ANNEXA_DESCRIBE_ENUM(AnnualSemantics, "annual-semantics", event_level, annualized_product)

/// A kind of loss of an event. @source{Open FAIR O-RT: forms of loss}
struct LossForm {
  static constexpr std::string_view type_name = "loss-form";  ///< Name in the schema.
  std::string form;                         ///< Its name, such as "response"; differs from the others'.
  std::optional<Distribution> probability;  ///< Of its being part of an event, 0 to 1; always if absent.
  Distribution magnitude;                   ///< Loss when it is, in the document's currency.
  friend bool operator==(LossForm const&, LossForm const&) = default;
};
BOOST_DESCRIBE_STRUCT(LossForm, (), (form, probability, magnitude))
ANNEXA_TYPE_TABLE(LossForm)

/// Something that can happen. How often is said in one of these ways:
/// - `frequency`: a distribution of the number of events of a year;
/// - `loss_event_frequency`: a rate, from which the number follows Poisson's distribution;
/// - `threat_event_frequency` and how many of these become a loss;
/// - `contact_frequency` and `probability_of_action`, and how many of these become a loss.
///
/// How many become a loss is said by `vulnerability`, or follows from `threat_capability` and `resistance_strength`.
/// What an event costs is said by `severity`, or by forms of primary and secondary loss. @source{Open FAIR O-RT 3.0.1}
struct Scenario {
  static constexpr std::string_view type_name = "scenario";  ///< Name in the schema.
  std::string name;                                          ///< Its name: its random numbers hang on it.
  std::string category;                                      ///< What it is summed up with; empty for none.
  std::optional<Distribution> frequency;                     ///< Number of events in a year.
  std::optional<Distribution> loss_event_frequency;          ///< Loss events in a year, a rate.
  std::optional<Distribution> threat_event_frequency;        ///< Threat events in a year, a rate.
  std::optional<Distribution> contact_frequency;             ///< Contacts in a year, a rate.
  std::optional<Distribution> probability_of_action;         ///< Of a contact's becoming a threat event.
  std::optional<Distribution> vulnerability;                 ///< Of a threat event's becoming a loss event.
  std::optional<Distribution> threat_capability;             ///< Against `resistance_strength`, on the same scale.
  std::optional<Distribution> resistance_strength;           ///< What the threat capability has to be above.
  std::optional<Distribution> severity;                      ///< Loss of an event.
  std::vector<LossForm> primary_loss;                        ///< What every event costs, by form.
  std::vector<LossForm> secondary_loss;                      ///< What others' reactions cost, by form.
  friend bool operator==(Scenario const&, Scenario const&) = default;
};
BOOST_DESCRIBE_STRUCT(Scenario, (),
                      (name, category, frequency, loss_event_frequency, threat_event_frequency, contact_frequency,
                       probability_of_action, vulnerability, threat_capability, resistance_strength, severity,
                       primary_loss, secondary_loss))
ANNEXA_TYPE_TABLE(Scenario)

/// Which dependence joins what is drawn.
enum class CopulaKind : std::uint8_t {
  gaussian,   ///< Of normal variables: extremes come together seldom.
  student_t,  ///< Of t variables: extremes come together, the more the fewer the degrees of freedom.
};
ANNEXA_DESCRIBE_ENUM(CopulaKind, "copula-kind", gaussian, student_t)

/// A correlation of two nodes.
struct NodePair {
  static constexpr std::string_view type_name = "node-pair";  ///< Name in the schema.
  std::string one;                                            ///< A node, "SCENARIO.MEMBER".
  std::string other;                                          ///< Another node.
  Real correlation = 0;                                       ///< Of the underlying variables, -1 to 1.
  friend bool operator==(NodePair const&, NodePair const&) = default;
};
BOOST_DESCRIBE_STRUCT(NodePair, (), (one, other, correlation))
ANNEXA_TYPE_TABLE(NodePair)

/// How much a node follows the common factors.
struct NodeLoadings {
  static constexpr std::string_view type_name = "node-loadings";  ///< Name in the schema.
  std::string node;                                               ///< A node, "SCENARIO.MEMBER".
  std::vector<Real> loadings;  ///< One for each factor; the sum of their squares is at most 1.
  friend bool operator==(NodeLoadings const&, NodeLoadings const&) = default;
};
BOOST_DESCRIBE_STRUCT(NodeLoadings, (), (node, loadings))
ANNEXA_TYPE_TABLE(NodeLoadings)

/// What moves together. Nodes that are not named are independent. A node is "SCENARIO.frequency" (whichever of the
/// rates is given), "SCENARIO.severity" or "SCENARIO.FORM" for the magnitude of a form of loss; magnitudes are joined
/// event by event, the first of a year with the first. Either by pairs or by factors, which cost less for many nodes.
struct Dependence {
  static constexpr std::string_view type_name = "dependence";  ///< Name in the schema.
  CopulaKind copula = CopulaKind::gaussian;                    ///< Which copula.
  std::optional<Real> degrees_of_freedom;                      ///< Of the t copula, 1 to 1,000.
  std::vector<NodePair> correlations;                          ///< By pairs; pairs that are not named are 0.
  std::vector<NodeLoadings> factors;                           ///< By common factors.
  bool repair = false;  ///< True if correlations that contradict each other give way to the nearest that do not.
  friend bool operator==(Dependence const&, Dependence const&) = default;
};
BOOST_DESCRIBE_STRUCT(Dependence, (), (copula, degrees_of_freedom, correlations, factors, repair))
ANNEXA_TYPE_TABLE(Dependence)

/// What a treatment does to a node.
struct NodeEffect {
  static constexpr std::string_view type_name = "node-effect";  ///< Name in the schema.
  std::string node;                                             ///< A node, "SCENARIO.MEMBER".
  Real reduction =
      0;  ///< Part that it takes away, 0 to 1: rates, probabilities and magnitudes are multiplied by the rest.
  friend bool operator==(NodeEffect const&, NodeEffect const&) = default;
};
BOOST_DESCRIBE_STRUCT(NodeEffect, (), (node, reduction))
ANNEXA_TYPE_TABLE(NodeEffect)

/// A treatment that could be chosen. Effects of several on one node multiply: two that each take half leave a quarter.
struct TreatmentCandidate {
  static constexpr std::string_view type_name = "treatment-candidate";  ///< Name in the schema.
  std::string name;                                                     ///< Its name, differs from the others'.
  Money cost;                                                           ///< Of a year, in the document's currency.
  std::vector<NodeEffect> effects;                                      ///< What it does.
  friend bool operator==(TreatmentCandidate const&, TreatmentCandidate const&) = default;
};
BOOST_DESCRIBE_STRUCT(TreatmentCandidate, (), (name, cost, effects))
ANNEXA_TYPE_TABLE(TreatmentCandidate)

/// A point of a tolerance curve.
struct TolerancePoint {
  static constexpr std::string_view type_name = "tolerance-point";  ///< Name in the schema.
  Real probability = 0;  ///< Of a year with more loss than this that is borne.
  Money loss;            ///< The loss.
  friend bool operator==(TolerancePoint const&, TolerancePoint const&) = default;
};
BOOST_DESCRIBE_STRUCT(TolerancePoint, (), (probability, loss))
ANNEXA_TYPE_TABLE(TolerancePoint)

/// Scenarios that are looked at together: the document of `annexa risk simulate` and `annexa risk optimize`.
struct Portfolio {
  static constexpr std::string_view type_name = "portfolio";  ///< Name in the schema.
  Currency currency;                                          ///< Of all amounts.
  std::optional<AnnualSemantics> semantics;                   ///< How a year's loss is made; event-level when absent.
  std::vector<Scenario> scenarios;                            ///< 1 to 10,000, names all different.
  std::optional<Dependence> dependence;                       ///< What moves together; all independent when absent.
  std::vector<TreatmentCandidate> treatments;                 ///< What could be done about them.
  std::vector<TolerancePoint> tolerance;                      ///< What is borne, by rising loss; none when absent.
  friend bool operator==(Portfolio const&, Portfolio const&) = default;
};
BOOST_DESCRIBE_STRUCT(Portfolio, (), (currency, semantics, scenarios, dependence, treatments, tolerance))
ANNEXA_TYPE_TABLE(Portfolio)

/// The rules that a portfolio has to keep.
namespace portfolio_rules {
inline constexpr Rule count{"portfolio.count", "There are {found}; {least} to {most} are accepted.", ""};
inline constexpr Rule name{"portfolio.name", "A name has 1 to 200 bytes.", ""};
inline constexpr Rule twice{"portfolio.twice", "\"{found}\" is there before; names differ.", ""};
inline constexpr Rule frequency_ways{
    "portfolio.frequency",
    "How often it happens is said in {found} ways; exactly one is accepted: frequency, loss_event_frequency, "
    "threat_event_frequency, or contact_frequency with probability_of_action.",
    "Open FAIR O-RT"};
inline constexpr Rule goes_with{"portfolio.goes-with", "There is {found} without {missing}.", "Open FAIR O-RT"};
inline constexpr Rule counted{
    "portfolio.semantics",
    "A distribution of numbers of events has no annualized product; give a rate (loss_event_frequency), or take "
    "event-level semantics for the whole document.",
    ""};
inline constexpr Rule severity_ways{
    "portfolio.severity",
    "What an event costs is said by severity, or by primary_loss and secondary_loss; by one of them.",
    "Open FAIR O-RT"};
inline constexpr Rule is_count{"portfolio.is-count",
                               "{found} counts events; here stands a distribution of numbers of any size.", ""};
inline constexpr Rule is_no_count{"portfolio.is-no-count",
                                  "{found} does not count events; poisson, negative-binomial, binomial and bernoulli "
                                  "do. A rate is loss_event_frequency.",
                                  ""};
inline constexpr Rule negative{"portfolio.negative", "It can be {found}; what is accepted is 0 and more.", ""};
inline constexpr Rule above_one{"portfolio.above-one", "A probability can be {found}; what is accepted is 0 to 1.", ""};
inline constexpr Rule unknown_node{
    "portfolio.unknown-node",
    "There is no node \"{found}\". Nodes are SCENARIO.frequency, SCENARIO.severity, SCENARIO.FORM of a form of loss, "
    "SCENARIO.FORM.probability, and the rates and probabilities that a scenario gives.",
    ""};
inline constexpr Rule not_drawn{
    "portfolio.not-drawn", "\"{found}\" is not one distribution that is drawn from, so that nothing can move with it.",
    ""};
inline constexpr Rule dependence_ways{"portfolio.dependence",
                                      "What moves together is said by correlations or by factors; by one of them.", ""};
inline constexpr Rule degrees{"portfolio.degrees",
                              "The t copula has 1 to 1,000 degrees of freedom, and the Gaussian one has none.", ""};
inline constexpr Rule correlation{"portfolio.correlation", "The correlation is {found}; -1 to 1 are accepted.", ""};
inline constexpr Rule pair_twice{"portfolio.pair",
                                 "\"{one}\" and \"{other}\" are one node, or a pair that is there before.", ""};
inline constexpr Rule loadings{"portfolio.loadings", "There are {found} loadings; the first node has {wanted}.", ""};
inline constexpr Rule loaded{"portfolio.loaded",
                             "The squares of the loadings sum up to {found}; at most 1 is accepted.", ""};
inline constexpr Rule contradictory{"portfolio.contradictory",
                                    "No variables have these correlations together (the least eigenvalue is {found}). "
                                    "With \"repair\": true the nearest ones "
                                    "that can be are taken, and the answer says how far they are.",
                                    ""};
inline constexpr Rule currency{"portfolio.currency", "The amount is in {found}; the document is in {wanted}.", ""};
inline constexpr Rule reduction{"portfolio.reduction", "The reduction is {found}; 0 to 1 are accepted.", ""};
inline constexpr Rule tolerance{"portfolio.tolerance", "The probability is {found}; between 0 and 1 are accepted.", ""};
inline constexpr Rule tolerance_order{"portfolio.tolerance-order",
                                      "Losses rise from point to point, and probabilities fall.", ""};
inline constexpr Rule events{"portfolio.events",
                             "There are {found} events a year on average; at most 10,000 are simulated one by one. "
                             "Describe the loss of many by one "
                             "event, or take annualized-product semantics.",
                             ""};
inline constexpr Rule unknown_treatment{"portfolio.unknown-treatment", "There is no treatment \"{found}\".", ""};
}  // namespace portfolio_rules

/// The lognormal tolerance curve through two points: more than @p loss with @p probability, and more than the larger
/// @p other_loss with the smaller @p other_probability. Losses in the currency, above 0; probabilities between 0 and 1.
/// @return a distribution of kind lognormal; or portfolio.tolerance or portfolio.tolerance-order.
[[nodiscard]] result<Distribution> tolerance_curve(Real probability, Real loss, Real other_probability,
                                                   Real other_loss);

/// Adds every defect of @p portfolio to @p errors, each with its place.
void check_portfolio(Portfolio const& portfolio, Error& errors);

}  // namespace v1
}  // namespace annexa
