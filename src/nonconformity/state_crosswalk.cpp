#include <annexa/nonconformity/state_crosswalk.hpp>

#include <algorithm>
#include <annexa/base/text.hpp>
#include <array>

namespace annexa {
inline namespace v1 {
namespace {

// One row of ours, and what each system calls it. "*" behind a status: a label has to stand beside it.
struct CrosswalkRow {
  NonconformityState state;
  std::array<std::string_view, std::size(foreign_systems)> statuses;
};

constexpr auto crosswalk_rows = [] {
  using enum NonconformityState;
  return std::to_array<CrosswalkRow>({
      // CISO Assistant, DefectDojo, OSCAL risk status, Jira category, Comp, Probo, register
      {draft, {"identified", "active", "open", "to do", "open*", "open*", "draft"}},
      {issued, {"confirmed", "active+verified", "open", "to do", "open", "open", "open"}},
      {disputed, {"confirmed*", "active+under_review", "open*", "in progress*", "needs_revision", "open*", "disputed"}},
      {acknowledged, {"assigned", "active+verified*", "open*", "to do*", "open*", "open*", "acknowledged"}},
      {analysis,
       {"in_progress", "active*", "investigating", "in progress", "in_progress", "in_progress", "in_progress"}},
      {plan_review,
       {"in_progress*", "active*", "remediating*", "in progress*", "in_progress*", "in_progress*", "plan_review"}},
      {implementing,
       {"in_progress*", "active*", "remediating", "in progress*", "in_progress*", "in_progress*", "implementing"}},
      {verification,
       {"mitigated", "active+under_review*", "remediating*", "in progress*", "ready_for_review", "mitigated",
        "verification"}},
      {effectiveness,
       {"resolved", "active+is_mitigated", "remediating*", "in progress*", "", "mitigated*", "effectiveness_check"}},
      {closed, {"closed", "is_mitigated", "closed", "done", "closed", "closed", "closed"}},
      {accepted_deviation,
       {"resolved*", "risk_accepted", "deviation-approved", "in progress*", "", "risk_accepted", "deviation_accepted"}},
      {withdrawn, {"dismissed", "false_p", "closed*", "done*", "", "false_positive", "withdrawn"}},
      {merged, {"deprecated", "duplicate", "closed*", "done*", "", "", "merged"}},
  });
}();

// What else a system calls something that is ours.
struct Alias {
  std::string_view system, status;
  NonconformityState state;
};
constexpr Alias aliases[] = {{"defectdojo", "out_of_scope", NonconformityState::withdrawn},
                             {"defectdojo", "active+is_mitigated+verified", NonconformityState::effectiveness},
                             {"defectdojo", "is_mitigated+verified", NonconformityState::closed},
                             {"defectdojo", "risk_accepted+verified", NonconformityState::accepted_deviation},
                             {"defectdojo", "active+under_review+verified", NonconformityState::disputed},
                             {"oscal", "deviation-requested", NonconformityState::implementing},
                             {"jira", "todo", NonconformityState::issued}};

// States that our rules reach only with proof.
constexpr auto proven_states =
    states({NonconformityState::verification, NonconformityState::effectiveness, NonconformityState::closed,
            NonconformityState::accepted_deviation, NonconformityState::implementing});

std::optional<std::size_t> index_of_system(std::string_view system) {
  auto const found = std::ranges::find(foreign_systems, system);
  if (found == std::end(foreign_systems)) return {};
  return static_cast<std::size_t>(found - std::begin(foreign_systems));
}

std::string_view without_star(std::string_view status) {
  return status.ends_with('*') ? status.substr(0, status.size() - 1) : status;
}

bool is_read_as(CrosswalkRow const& row, std::size_t system) {
  auto const status = row.statuses[system];
  return !status.empty() && !status.ends_with('*');
}

// Lower case, words joined as the tables spell them; flags in order.
std::string normal(std::string_view system, std::string_view status) {
  auto text = lowered(trimmed(status));
  if (system == "oscal") std::ranges::replace(text, '_', '-');
  if (system == "oscal" || system == "jira") {
    if (system == "oscal") std::ranges::replace(text, ' ', '-');
    return text;
  }
  std::ranges::replace(text, ' ', '_');
  std::ranges::replace(text, '-', '_');
  if (system != "defectdojo") return text;
  std::vector<std::string> flags(1);
  for (char const c : text) {
    if (c == '+' || c == ',')
      flags.emplace_back();
    else if (c != '_' || !flags.back().empty())
      flags.back() += c;
  }
  for (auto& flag : flags)
    while (flag.ends_with('_')) flag.pop_back();
  std::ranges::sort(flags);
  std::string joined;
  for (auto const& flag : flags) joined += (joined.empty() ? "" : "+") + flag;
  return joined;
}

}  // namespace

std::vector<ForeignState> state_crosswalk() {
  std::vector<ForeignState> all;
  for (std::size_t system = 0; system < std::size(foreign_systems); ++system)
    for (auto const& row : crosswalk_rows)
      all.push_back({foreign_systems[system], row.state, without_star(row.statuses[system]),
                     row.statuses[system].ends_with('*'), is_read_as(row, system)});
  return all;
}

std::optional<ToldState> tell_state(NonconformityState state, std::string_view system, bool asks) {
  auto const which = index_of_system(system);
  if (!which) return {};
  if (asks && system == "oscal" && is_in(state, open_states))
    return ToldState{"deviation-requested", to_string(state), true};
  for (auto const& row : crosswalk_rows) {
    if (row.state != state) continue;
    auto const status = row.statuses[*which];
    bool const same = is_read_as(row, *which);
    return ToldState{std::string(without_star(status)), same ? std::string() : to_string(state), !same};
  }
  return {};
}

std::optional<OwnState> read_foreign_state(std::string_view system, std::string_view status) {
  auto const which = index_of_system(system);
  if (!which) return {};
  auto const wanted = normal(system, status);
  auto const found = [](NonconformityState state) { return OwnState{state, is_in(state, proven_states)}; };
  for (auto const& row : crosswalk_rows)
    if (is_read_as(row, *which) && normal(system, row.statuses[*which]) == wanted) return found(row.state);
  for (auto const& alias : aliases)
    if (alias.system == system && alias.status == wanted) return found(alias.state);
  return {};
}

std::string known_statuses(std::string_view system) {
  std::string names;
  auto const which = index_of_system(system);
  if (!which) return names;
  for (auto const& row : crosswalk_rows)
    if (is_read_as(row, *which)) (names += names.empty() ? "" : ", ") += row.statuses[*which];
  for (auto const& alias : aliases)
    if (alias.system == system) (names += ", ") += alias.status;
  return names;
}

}  // namespace v1
}  // namespace annexa
