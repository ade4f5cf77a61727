#include <annexa/base/text.hpp>
#include <annexa/isms/asset_values.hpp>

#include <algorithm>
#include <set>

namespace annexa {
inline namespace v1 {
namespace {

using AssetMembers = std::optional<int> AssetValue::*;
constexpr AssetMembers properties[] = {&AssetValue::confidentiality, &AssetValue::integrity, &AssetValue::availability};

// Passes values on from assets to those that they need, each asset after all that depend on it.
class Inheritance {
 public:
  explicit Inheritance(std::vector<Asset const*> const& assets) {
    for (auto const* asset : assets) {
      nodes_[asset->key.text()] = {asset, {}};
      values_[asset->key.text()] = {asset->key, asset->confidentiality, asset->integrity, asset->availability, {}};
    }
    for (auto const* asset : assets)
      for (auto const& needed : asset->depends_on)
        if (auto const node = nodes_.find(needed.text()); node != nodes_.end() && !asset->retired_on)
          node->second.needed_by.push_back(asset->key.text());
  }

  std::vector<AssetValue> run() {
    std::vector<AssetValue> out;
    for (auto const& [key, node] : nodes_) settle(key);
    for (auto& [key, value] : values_) out.push_back(std::move(value));
    std::ranges::sort(out, natural_less, [](AssetValue const& each) { return std::string_view(each.asset.text()); });
    return out;
  }

 private:
  struct Node {
    Asset const* asset = nullptr;
    std::vector<std::string> needed_by;
  };

  // Without recursion: a chain may be as long as there are assets.
  void settle(std::string const& start) {
    std::vector<std::pair<std::string, std::size_t>> path{{start, 0}};
    if (!begun_.insert(start).second) return;
    while (!path.empty()) {
      auto& [key, next] = path.back();
      auto const& parents = nodes_.at(key).needed_by;
      if (next < parents.size()) {
        auto const parent = parents[next++];
        if (begun_.insert(parent).second) path.emplace_back(parent, 0);
        continue;
      }
      inherit(values_.at(key), parents);
      path.pop_back();
    }
  }

  // The highest value of each property, and every parent from which one of them comes.
  void inherit(AssetValue& value, std::vector<std::string> const& parents) {
    auto const own = value;
    for (auto const property : properties)
      for (auto const& parent : parents) value.*property = std::max(value.*property, values_.at(parent).*property);
    for (auto const& parent : parents) {
      auto const& from = values_.at(parent);
      bool const raised = std::ranges::any_of(properties, [&](AssetMembers property) {
        return value.*property > own.*property && from.*property == value.*property;
      });
      if (raised) value.inherited_from.push_back(from.asset);
    }
  }

  std::map<std::string, Node> nodes_;
  std::map<std::string, AssetValue> values_;
  std::set<std::string> begun_;
};

}  // namespace

std::vector<AssetValue> asset_values(std::vector<Asset const*> const& assets) { return Inheritance(assets).run(); }

std::vector<Key<"asset">> dependency_loop(Asset const& asset, FindAsset const& find) {
  std::map<std::string, Key<"asset">> came_from;  // from which asset each was reached
  std::vector<Key<"asset">> open{asset.key};
  for (std::size_t i = 0; i < open.size(); ++i) {
    auto const key = open[i];
    auto const* at = i == 0 ? &asset : find(key);
    if (!at) continue;
    for (auto const& needed : at->depends_on) {
      if (needed == asset.key) {
        std::vector<Key<"asset">> path{asset.key};
        for (auto step = key; step != asset.key; step = came_from.at(step.text())) path.push_back(step);
        path.push_back(asset.key);
        std::ranges::reverse(path);
        return path;
      }
      if (came_from.emplace(needed.text(), key).second) open.push_back(needed);
    }
  }
  return {};
}

}  // namespace v1
}  // namespace annexa
