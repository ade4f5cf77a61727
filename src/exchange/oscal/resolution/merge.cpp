#include "merge.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "combine.hpp"
#include "parameters.hpp"
#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {
namespace {

using Params = std::vector<json::object const*>;

// All loose params, in the order of the document.
void gather_params(std::vector<GroupNode>& groups, Params& out) {
  for_each_group(groups, [&](GroupNode& each) { append(out, std::move(each.params)); });
}

void gather_controls(std::vector<GroupNode>& groups, std::vector<ControlNode>& out) {
  for_each_group(groups, [&](GroupNode& each) { append(out, std::move(each.controls)); });
}

void remove_repeated(Params& params) {
  std::unordered_set<json::object const*> seen;
  std::erase_if(params, [&](json::object const* each) { return !seen.insert(each).second; });
}

Tree flattened(std::vector<Tree> selections) {
  Tree out;
  for (auto& tree : selections) {
    append(out.params, std::move(tree.params));
    gather_params(tree.groups, out.params);
    append(out.controls, std::move(tree.controls));
    gather_controls(tree.groups, out.controls);
  }
  remove_repeated(out.params);
  return out;
}

bool is_needed(GroupNode const& group) {
  return group.is_kept || !group.controls.empty() || std::ranges::any_of(group.groups, is_needed);
}

// Groups of the same origin become one, at the place of the first that holds a control. Groups without any go, and
// leave their params in @p loose.
std::vector<GroupNode> united(std::vector<GroupNode> groups, Params& loose) {
  std::vector<GroupNode> out;
  std::unordered_map<std::string, std::size_t> places;
  std::ranges::stable_partition(groups, is_needed);
  for (auto& each : groups) {
    auto const place = places.find(each.origin);
    if (place == places.end()) {
      if (is_needed(each)) {
        places.emplace(each.origin, out.size());
        out.push_back(std::move(each));
      } else {
        append(loose, std::move(each.params));
        gather_params(each.groups, loose);
      }
      continue;
    }
    auto& same = out[place->second];
    append(same.params, std::move(each.params));
    append(same.groups, std::move(each.groups));
    append(same.controls, std::move(each.controls));
  }
  for (auto& each : out) {
    remove_repeated(each.params);
    each.groups = united(std::move(each.groups), loose);
  }
  return out;
}

Tree as_they_are(std::vector<Tree> selections, std::string const& where, Warnings& warnings) {
  Tree out;
  std::vector<GroupNode> groups;
  for (auto& tree : selections) {
    append(out.params, std::move(tree.params));
    append(out.controls, std::move(tree.controls));
    append(groups, std::move(tree.groups));
  }
  out.groups = united(std::move(groups), out.params);
  remove_repeated(out.params);
  std::unordered_map<std::string_view, std::size_t> times;
  for_each_group(out.groups, [&](GroupNode const& each) {
    if (!each.id.empty() && ++times[each.id] == 2)
      warnings.add(rules::duplicate_group, where, {{"found", shown(each.id)}});
  });
  return out;
}

class CustomStructure {
 public:
  CustomStructure(std::vector<Tree> selections, Made& made, Budget& budget, Warnings& warnings)
      : made_(made), budget_(budget), warnings_(warnings), selections_(std::move(selections)) {
    for (auto& tree : selections_)
      for_each_group(tree.groups, [&](GroupNode& each) {
        if (!each.id.empty()) imported_.try_emplace(each.id, &each);
      });
  }

  Merged build(CustomGroup& custom) {
    Merged out;
    out.tree.controls = inserted(custom);
    for (auto& each : custom.groups) out.tree.groups.push_back(group(each, out));
    Params taken;
    for_each_group(out.tree.groups,
                   [&](GroupNode& each) { taken.insert(taken.end(), each.params.begin(), each.params.end()); });
    auto const used = std::unordered_set<json::object const*>(taken.begin(), taken.end());
    for (auto& tree : selections_) {
      append(out.tree.params, std::move(tree.params));
      gather_params(tree.groups, out.tree.params);
    }
    remove_repeated(out.tree.params);
    std::erase_if(out.tree.params, [&](json::object const* each) { return used.contains(each); });
    return out;
  }

 private:
  std::vector<ControlNode> inserted(CustomGroup& from) {
    std::vector<ControlNode> out;
    for (auto& each : from.insertions) append(out, inserted(each));
    return out;
  }

  std::vector<ControlNode> inserted(Insertion& insertion) {
    std::vector<ControlNode> out;
    for (auto const& tree : selections_) {
      append(out, insertion.selection.of(tree.controls, budget_));
      for_each_group(tree.groups, [&](GroupNode const& each) {
        budget_.spend(1);
        append(out, insertion.selection.of(each.controls, budget_));
      });
    }
    insertion.selection.include.warn_of_unused(warnings_);
    if (insertion.order == Insertion::Order::ascending)
      std::ranges::stable_sort(out, std::ranges::less(), &ControlNode::id);
    if (insertion.order == Insertion::Order::descending)
      std::ranges::stable_sort(out, std::ranges::greater(), &ControlNode::id);
    return out;
  }

  GroupNode group(CustomGroup& custom, Merged& merged) {
    GroupNode out{custom.object, custom.id, {}, true};
    auto const found = custom.id.empty() ? imported_.end() : imported_.find(custom.id);
    if (found != imported_.end()) {
      out.object = taken_over(*found->second->object, *custom.object);
      budget_.spend(found->second->params.size());
      out.params = found->second->params;
      out.origin = found->second->origin;
    }
    out.params.insert(out.params.end(), custom.params.begin(), custom.params.end());
    for (auto const* each : out.params) merged.kept_params.insert(text_of(*each, "id"));
    out.controls = inserted(custom);
    for (auto& each : custom.groups) out.groups.push_back(group(each, merged));
    return out;
  }

  // The contents of the imported group, with those of the profile's own group over them: its lists come after.
  json::object const* taken_over(json::object const& imported, json::object const& own) {
    budget_.spend(count_values(imported) + count_values(own));
    json::object out;
    for (auto const& [key, value] : imported)
      if (key != "params" && key != "groups" && key != "controls") out.emplace(key, value);
    for (auto const& [key, value] : own) {
      auto* const there = out.if_contains(key);
      if (there && there->is_array() && value.is_array())
        there->get_array().insert(there->get_array().end(), value.get_array().begin(), value.get_array().end());
      else
        out.insert_or_assign(key, value);
    }
    return &made_.emplace_back(std::move(out));
  }

  Made& made_;
  Budget& budget_;
  Warnings& warnings_;
  std::vector<Tree> selections_;
  std::unordered_map<std::string_view, GroupNode const*> imported_;
};

}  // namespace

Merged merge(std::vector<Tree> selections, Merge& form, std::string const& where, Made& made, Budget& budget,
             Warnings& warnings) {
  if (form.combine == Combine::use_first)
    use_first(selections, budget);
  else
    warn_of_duplicates(selections, where, warnings);
  if (form.structure == Structure::custom)
    return CustomStructure(std::move(selections), made, budget, warnings).build(form.custom);
  if (form.structure == Structure::as_is) return {as_they_are(std::move(selections), where, warnings)};
  return {flattened(std::move(selections))};
}

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
