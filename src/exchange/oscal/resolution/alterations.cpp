#include "alterations.hpp"

#include <array>
#include <map>
#include <utility>

#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {
namespace {

// Any other word, and none, is the last one. @source{OSCAL profile resolution}
Position position_of(json::object const& add) {
  constexpr std::array<std::pair<std::string_view, Position>, 3> words{
      {{"before", Position::before}, {"after", Position::after}, {"starting", Position::starting}}};
  auto const text = text_of(add, "position");
  for (auto const& [word, position] : words)
    if (word == text) return position;
  return Position::ending;
}

}  // namespace

Alterations::Alterations(std::vector<Alter> const& alters, Warnings& warnings) {
  std::size_t order = 0;
  for (auto const& alter : alters) {
    auto& alteration = by_control_[alter.control];
    if (alteration.where.empty()) alteration.where = alter.where;
    alteration.removals.add(alter.removes, warnings);
    for (auto const& add : alter.adds) {
      auto const target = text_of(*add.object, "by-id");
      auto& list = target.empty() || target == alter.control ? alteration.whole : alteration.bound[target];
      list.push_back({add.object, position_of(*add.object), ++order, add.where});
    }
  }
}

Alteration const* Alterations::find(std::string_view control) const {
  auto const found = by_control_.find(control);
  if (found == by_control_.end()) return nullptr;
  found->second.used = true;
  return &found->second;
}

void Alterations::warn_of_unused(std::vector<Alter> const& alters, Warnings& warnings) const {
  std::map<std::size_t, std::pair<Addition const*, std::string_view>> unused;  // by order: tables have none
  for (auto const& alter : alters) {
    auto const& alteration = by_control_.find(alter.control)->second;
    if (alteration.where != alter.where) continue;  // its control was named before
    if (!alteration.used) warnings.add(rules::unknown_control, alter.where, {{"found", shown(alter.control)}});
    for (auto const& [target, additions] : alteration.bound)
      for (auto const& each : additions)
        if (alteration.used && !each.used) unused.emplace(each.order, std::pair(&each, alter.control));
  }
  for (auto const& [order, each] : unused)
    warnings.add(rules::unknown_target, each.first->where,
                 {{"control", shown(each.second)}, {"found", shown(text_of(*each.first->content, "by-id"))}});
}

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
