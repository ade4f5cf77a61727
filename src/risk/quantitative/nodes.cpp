#include "nodes.hpp"

namespace annexa {
inline namespace v1 {
namespace detail {
namespace {

// What is given together, or not at all.
struct Needs {
  std::optional<Distribution> Scenario::*given;
  std::string_view name;
  std::optional<Distribution> Scenario::*needed;
  std::string_view needed_name;
};
constexpr Needs needs[] = {
    {&Scenario::contact_frequency, "contact_frequency", &Scenario::probability_of_action, "probability_of_action"},
    {&Scenario::probability_of_action, "probability_of_action", &Scenario::contact_frequency, "contact_frequency"},
    {&Scenario::threat_capability, "threat_capability", &Scenario::resistance_strength, "resistance_strength"},
    {&Scenario::resistance_strength, "resistance_strength", &Scenario::threat_capability, "threat_capability"},
};

}  // namespace

FrequencyWays frequency_ways(Scenario const& scenario) {
  FrequencyWays out;
  out.given = (scenario.frequency ? 1 : 0) + (scenario.loss_event_frequency ? 1 : 0) +
              (scenario.threat_event_frequency ? 1 : 0) + (scenario.contact_frequency ? 1 : 0);
  for (auto const& row : needs)
    if (scenario.*row.given && !(scenario.*row.needed))
      out.missing.push_back({std::string(row.name), std::string(row.needed_name)});
  bool const of_threats = scenario.threat_event_frequency || scenario.contact_frequency;
  bool const has_strengths = scenario.threat_capability || scenario.resistance_strength;
  std::string const vulnerability = "vulnerability, or threat_capability and resistance_strength";
  if (of_threats && scenario.vulnerability.has_value() == has_strengths)
    out.missing.push_back({"a frequency of threat events", "one of " + vulnerability});
  if (!of_threats && (scenario.vulnerability || has_strengths))
    out.missing.push_back({vulnerability, "threat_event_frequency or contact_frequency"});
  return out;
}

std::vector<NodeOfScenario> nodes_of(Scenario const& scenario) {
  std::vector<NodeOfScenario> out;
  Distribution const* rate = nullptr;
  int rates = 0;
  for (auto const& row : node_rows) {
    auto const& distribution = scenario.*row.member;
    if (!distribution) continue;
    if (row.scales_rate && distribution->dist != DistributionKind::constant) {
      rate = &*distribution;
      ++rates;
    }
    if (row.values != NodeValues::any && row.values != NodeValues::count)
      out.push_back({scenario.name + '.' + std::string(row.name), &*distribution});
  }
  out.push_back({scenario.name + ".frequency", rates == 1 ? rate : nullptr});
  for (auto const* list : {&scenario.primary_loss, &scenario.secondary_loss}) {
    for (auto const& form : *list) {
      out.push_back({scenario.name + '.' + form.form, &form.magnitude});
      if (form.probability) out.push_back({scenario.name + '.' + form.form + ".probability", &*form.probability});
    }
  }
  return out;
}

}  // namespace detail
}  // namespace v1
}  // namespace annexa
