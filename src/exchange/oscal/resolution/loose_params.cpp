#include "loose_params.hpp"

#include <annexa/base/text.hpp>

#include <unordered_map>
#include <utility>

#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {
namespace {

using Params = std::vector<json::object const*>;

// A walk along inserts without recursion: a parameter is open while what it inserts is looked at.
class CircleFinder {
 public:
  void add(json::object const& param) {
    auto inserted = inserted_by(param);
    if (inserted.empty()) return;
    auto const id = text_of(param, "id");
    if (inserts_.try_emplace(id, std::move(inserted)).second) order_.push_back(id);
  }

  void warn(std::string const& where, Warnings& warnings) {
    for (auto const start : order_) walk(start, where, warnings);
  }

 private:
  struct Step {
    std::string_view param;
    std::size_t next = 0;
  };

  void walk(std::string_view start, std::string const& where, Warnings& warnings) {
    if (!state_.emplace(start, State::open).second) return;
    std::vector<Step> path{{start}};
    while (!path.empty()) {
      auto& [param, next] = path.back();
      auto const& inserted = inserts_.find(param)->second;
      if (next == inserted.size()) {
        state_[param] = State::done;
        path.pop_back();
        continue;
      }
      auto const to = inserted[next++];
      if (!inserts_.contains(to)) continue;
      auto const [found, first] = state_.emplace(to, State::open);
      if (first)
        path.push_back({to});
      else if (found->second == State::open)
        tell(path, to, where, warnings);
    }
  }

  static void tell(std::vector<Step> const& path, std::string_view to, std::string const& where, Warnings& warnings) {
    constexpr std::size_t most_names = 20;
    std::string chain;
    std::size_t names = 0;
    bool in = false;
    for (auto const& step : path) {
      in = in || step.param == to;
      if (in && ++names <= most_names) chain.append(shown(step.param, 60)).append(" → ");
    }
    if (names > most_names) chain += "… → ";
    warnings.add(rules::parameter_circle, where, {{"chain", chain.append(shown(to, 60))}});
  }

  enum class State : std::uint8_t { open, done };
  std::unordered_map<std::string_view, std::vector<std::string_view>> inserts_;
  std::vector<std::string_view> order_;
  std::unordered_map<std::string_view, State> state_;
};

template <class Visit>
void for_each_loose(Tree& tree, Visit const& visit) {
  visit(tree.params);
  for_each_group(tree.groups, [&](GroupNode& each) { visit(each.params); });
}

}  // namespace

void prune_loose_params(Merged& merged, References& references) {
  std::unordered_map<std::string_view, Params> by_id;
  std::unordered_set<json::object const*> stays;
  Params open;
  auto const keep = [&](json::object const* param) {
    if (stays.insert(param).second) open.push_back(param);
  };
  for_each_loose(merged.tree, [&](Params& params) {
    for (auto const* each : params) {
      auto const id = text_of(*each, "id");
      by_id[id].push_back(each);
      if (references.inserts(id) || references.names(id) || merged.kept_params.contains(id) || is_kept_always(*each))
        keep(each);
    }
  });
  while (!open.empty()) {
    auto const* param = open.back();
    open.pop_back();
    references.scan(*param);
    for (auto const id : inserted_by(*param))
      if (auto const found = by_id.find(id); found != by_id.end())
        for (auto const* each : std::exchange(found->second, {})) keep(each);
  }
  for_each_loose(merged.tree, [&](Params& params) {
    std::erase_if(params, [&](json::object const* each) { return !stays.contains(each); });
  });
}

void warn_of_circles(Tree const& tree, std::string const& where, Warnings& warnings) {
  CircleFinder finder;
  for (auto const* each : tree.params) finder.add(*each);
  for_each_group(tree.groups, [&](GroupNode const& group) {
    for (auto const* each : group.params) finder.add(*each);
  });
  for_each_control(tree, [&](ControlNode const& control) {
    if (auto const* params = list_of(*control.object, "params"))
      for (auto const& each : *params)
        if (each.is_object()) finder.add(each.get_object());
  });
  finder.warn(where, warnings);
}

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
