#include "consistency.hpp"

#include <algorithm>
#include <annexa/base/json.hpp>
#include <annexa/isms/asset_values.hpp>
#include <boost/json.hpp>
#include <string>

namespace annexa {
inline namespace v1 {
namespace {

namespace consistency_rules {
constexpr Rule still_needed{
    "soa.excluded-needed",
    "{control} can be neither excluded nor retired: it treats {risks}. Treat what it treats otherwise first.",
    "6.1.3 b, 6.1.3 d"};
constexpr Rule names_excluded{"risk.control-excluded",
                              "The statement of applicability excludes {control}; include it first, or name another "
                              "control.",
                              "6.1.3 b, 6.1.3 d"};
constexpr Rule too_long{"soa.row-too-long",
                        "The row of {control} has {found} bytes; {limit} are accepted. Refer to documents.", "6.1.3 d"};
constexpr Rule second_row{"soa.control-twice", "{control} has a row already: {other}.", "6.1.3 d", ErrorKind::conflict};
}  // namespace consistency_rules

constexpr std::size_t row_limit = 56'000;  // an event takes 65,535, of which a version needs some

bool names(Risk const& risk, Criterion const& control) {
  return std::ranges::find(risk.controls, control) != risk.controls.end();
}

std::string risks_treated_by(State const& state, Criterion const& control) {
  std::string keys;
  state.for_each<Risk>([&](Risk const& risk) {
    if (risk.status != RiskStatus::closed && names(risk, control)) keys += (keys.empty() ? "" : ", ") + risk.key.text();
  });
  return keys;
}

// A version holds the row as a whole, in one event.
void check_size(Applicability const& row, Error& errors) {
  auto const size = boost::json::serialize(to_json(row)).size();
  if (size > row_limit)
    errors.add(
        consistency_rules::too_long, "/justification",
        {{"control", row.control.text()}, {"found", std::to_string(size)}, {"limit", std::to_string(row_limit)}});
}

// What took the place of a control in a change of edition does not treat the risks by itself; the migration says so.
void check_retired(Applicability const& row, State const& state, Error& errors) {
  auto const risks = row.replaced_by.empty() && row.applicable ? risks_treated_by(state, row.control) : std::string();
  if (!risks.empty())
    errors.add(consistency_rules::still_needed, "/retired_on", {{"control", row.control.text()}, {"risks", risks}});
}

void check_row(Applicability const& row, State const& state, Error& errors) {
  check_size(row, errors);
  if (!is_in_force(row)) return check_retired(row, state, errors);
  state.for_each<Applicability>([&](Applicability const& other) {
    if (other.control == row.control && other.key != row.key && is_in_force(other))
      errors.add(consistency_rules::second_row, "/control",
                 {{"control", row.control.text()}, {"other", other.key.text()}});
  });
  if (row.applicable) return;
  if (auto const risks = risks_treated_by(state, row.control); !risks.empty())
    errors.add(consistency_rules::still_needed, "/applicable", {{"control", row.control.text()}, {"risks", risks}});
}

void check_treatment(Risk const& risk, State const& state, Error& errors) {
  if (risk.status == RiskStatus::closed || risk.controls.empty()) return;
  auto const excluded = excluded_controls(state.all<Applicability>());
  for (std::size_t i = 0; i < risk.controls.size(); ++i)
    if (excluded.contains(risk.controls[i]))
      errors.add(consistency_rules::names_excluded, "/controls/" + std::to_string(i),
                 {{"control", risk.controls[i].text()}});
}

// An asset may not depend on itself, through whatever others. @source{control A.5.9}
void check_dependencies(Asset const& asset, State const& state, Error& errors) {
  auto const* before = state.find(asset.key);
  if (before && before->depends_on == asset.depends_on) return;
  bool const itself = std::ranges::find(asset.depends_on, asset.key) != asset.depends_on.end();
  if (!before && !itself) return;  // nothing can depend on what was not there
  auto const loop = dependency_loop(asset, [&](Key<"asset"> const& key) { return state.find(key); });
  if (loop.empty()) return;
  std::string path;
  for (auto const& key : loop) path += (path.empty() ? "" : " -> ") + key.text();
  errors.add(asset_rules::loop, "/depends_on", {{"path", std::move(path)}});
}

}  // namespace

void check_consistency(Noun const& noun, void const* record, State const& state, Error& errors) {
  if (noun.type == &type_of<Applicability>) check_row(*static_cast<Applicability const*>(record), state, errors);
  if (noun.type == &type_of<Asset>) check_dependencies(*static_cast<Asset const*>(record), state, errors);
  if (noun.type == &type_of<Risk>) check_treatment(*static_cast<Risk const*>(record), state, errors);
}

}  // namespace v1
}  // namespace annexa
