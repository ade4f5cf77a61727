#include "record_material.hpp"

#include <algorithm>

namespace annexa {
inline namespace v1 {
namespace report {

RecordMaterial::RecordMaterial(State const& all, ReportContext const& with,
                               std::function<bool(Nonconformity const&)> const& concerns)
    : state(all), context(with), today(with.generated_at.date()), people_(all, with.people) {
  state.for_each<Nonconformity>([&](Nonconformity const& each) {
    if (concerns(each)) (each.state == NonconformityState::withdrawn ? withdrawn : nonconformities).push_back(&each);
  });
  for (auto const* each : nonconformities) actions[each->key.text()];
  state.for_each<CorrectiveAction>([&](CorrectiveAction const& each) {
    if (auto const at = actions.find(each.nonconformity.text()); at != actions.end()) at->second.push_back(&each);
  });
  status = annexa::status(state, context.generated_at);
  gather_deadlines();
}

void RecordMaterial::gather_deadlines() {
  for (auto const& item : status.items)
    if (item.noun == Nonconformity::type_name && item.due && actions.contains(item.key) &&
        (item.kind == StatusKind::due || item.kind == StatusKind::overdue))
      deadlines[item.key].push_back(&item);
  for (auto& [key, items] : deadlines) std::ranges::stable_sort(items, {}, [](auto const* item) { return item->due; });
}

std::string RecordMaterial::person(Key<"person"> const& key) const { return people_.name(key); }

std::string RecordMaterial::person(std::optional<Key<"person">> const& key) const {
  return key ? person(*key) : std::string{};
}

std::string RecordMaterial::unit(std::optional<Key<"unit">> const& key) const {
  if (!key) return {};
  auto const* found = state.find(*key);
  return found ? found->name : key->text();
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
