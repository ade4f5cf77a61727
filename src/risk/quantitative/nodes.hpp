#pragma once
// The nodes of scenarios: what can be joined by a copula and reduced by a treatment, by name.

#include <annexa/risk/quantitative/scenario.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace detail {

// What a node's values have to be.
enum class NodeValues : std::uint8_t {
  count,        // whole numbers of events
  rate,         // 0 and more
  probability,  // 0 to 1
  amount,       // of money
  any,          // on a scale of the caller's
};

// A member of Scenario that holds a distribution.
struct NodeRow {
  std::string_view name;
  std::optional<Distribution> Scenario::*member;
  NodeValues values;
  bool scales_rate;  // multiplies the rate of events
};
inline constexpr NodeRow node_rows[] = {
    {"frequency", &Scenario::frequency, NodeValues::count, true},
    {"loss_event_frequency", &Scenario::loss_event_frequency, NodeValues::rate, true},
    {"threat_event_frequency", &Scenario::threat_event_frequency, NodeValues::rate, true},
    {"contact_frequency", &Scenario::contact_frequency, NodeValues::rate, true},
    {"probability_of_action", &Scenario::probability_of_action, NodeValues::probability, true},
    {"vulnerability", &Scenario::vulnerability, NodeValues::probability, true},
    {"threat_capability", &Scenario::threat_capability, NodeValues::any, false},
    {"resistance_strength", &Scenario::resistance_strength, NodeValues::any, false},
    {"severity", &Scenario::severity, NodeValues::amount, false},
};

// In how many ways a scenario says how often it happens, and what is given without what it needs.
struct FrequencyWays {
  int given = 0;
  struct Missing {
    std::string found;
    std::string other;
  };
  std::vector<Missing> missing;
};
[[nodiscard]] FrequencyWays frequency_ways(Scenario const& scenario);

// A node by its full name.
struct NodeOfScenario {
  std::string name;                            // "SCENARIO.MEMBER"
  Distribution const* distribution = nullptr;  // null where the node is more than one distribution
};
// All nodes of a scenario that dependences and treatments may name: members that are given, "frequency" always, forms
// of loss and their "FORM.probability".
[[nodiscard]] std::vector<NodeOfScenario> nodes_of(Scenario const& scenario);

}  // namespace detail
}  // namespace v1
}  // namespace annexa
