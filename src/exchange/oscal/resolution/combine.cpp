#include "combine.hpp"

#include <algorithm>
#include <cstddef>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {
namespace {

constexpr std::size_t most_levels = 64;

// Controls whose parents were dropped, by the id of the parent that is kept.
using Orphans = std::unordered_map<std::string_view, std::vector<ControlNode>>;

std::size_t height_of(std::vector<ControlNode> const& controls) {
  std::size_t height = 0;
  for (auto const& each : controls) height = std::max(height, 1 + height_of(each.controls));
  return height;
}

struct Sieve {
  Budget& budget;
  std::unordered_set<std::string_view> seen{};
  Orphans orphans{};

  void keep_first(std::vector<ControlNode>& controls) {
    std::vector<ControlNode> kept;
    for (auto& each : controls) {
      budget.spend(1);
      bool const first = seen.insert(each.id).second;
      keep_first(each.controls);
      if (first)
        kept.push_back(std::move(each));
      else if (!each.controls.empty())
        append(orphans[each.id], std::move(each.controls));
    }
    controls = std::move(kept);
  }

  void adopt(std::vector<ControlNode>& controls, std::size_t level) {
    for (auto& each : controls) {
      auto const found = orphans.find(each.id);
      if (found != orphans.end()) {
        auto adopted = std::move(found->second);
        orphans.erase(found);
        if (level + height_of(adopted) > most_levels)
          throw Refused(Error(rules::too_deep, shown(each.id), {{"limit", std::to_string(most_levels)}}));
        append(each.controls, std::move(adopted));
      }
      adopt(each.controls, level + 1);
    }
  }
};

}  // namespace

void use_first(std::vector<Tree>& selections, Budget& budget) {
  Sieve sieve{budget};
  for (auto& tree : selections) {
    sieve.keep_first(tree.controls);
    for_each_group(tree.groups, [&](GroupNode& group) { sieve.keep_first(group.controls); });
  }
  if (sieve.orphans.empty()) return;
  for (auto& tree : selections) {
    sieve.adopt(tree.controls, 1);
    for_each_group(tree.groups, [&](GroupNode& group) { sieve.adopt(group.controls, 1); });
  }
}

void warn_of_duplicates(std::vector<Tree> const& selections, std::string const& where, Warnings& warnings) {
  std::unordered_map<std::string_view, std::size_t> times;
  for (auto const& tree : selections)
    for_each_control(tree, [&](ControlNode const& each) {
      if (++times[each.id] == 2) warnings.add(rules::duplicate_control, where, {{"found", shown(each.id)}});
    });
}

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
