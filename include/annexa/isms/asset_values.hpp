#pragma once
/// @file
/// What assets are worth through those that depend on them.

#include <annexa/base/error.hpp>
#include <annexa/isms/asset.hpp>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// The value of each property of an asset, 1 to 4; absent where nobody rated it.
struct AssetValue {
  static constexpr std::string_view type_name = "asset-value";  ///< Name in the schema.
  Key<"asset"> asset;                                           ///< The asset.
  std::optional<int> confidentiality;                           ///< The highest along the graph.
  std::optional<int> integrity;                                 ///< Likewise.
  std::optional<int> availability;                              ///< Likewise.
  std::vector<Key<"asset">> inherited_from;                     ///< Assets from which a value above its own comes.
  friend bool operator==(AssetValue const&, AssetValue const&) = default;
};
BOOST_DESCRIBE_STRUCT(AssetValue, (), (asset, confidentiality, integrity, availability, inherited_from))
ANNEXA_TYPE_TABLE(AssetValue)

/// What each of @p assets is worth: its own value or that of an asset that depends on it, whichever is higher, along
/// the whole graph. Assets that are gone pass nothing on. In natural order of the keys; n log n in assets and
/// dependencies.
/// @pre no asset depends on itself (dependency_loop()); one that does is passed by once.
[[nodiscard]] std::vector<AssetValue> asset_values(std::vector<Asset const*> const& assets);

/// Finds an asset by its key; null if there is none.
using FindAsset = std::function<Asset const*(Key<"asset"> const&)>;

/// The way on which @p asset depends on itself, beginning and ending with it, or nothing.
/// @param find  finds the others; @p asset itself counts as given, whatever is found for its key.
[[nodiscard]] std::vector<Key<"asset">> dependency_loop(Asset const& asset, FindAsset const& find);

/// The rules of dependencies.
namespace asset_rules {
inline constexpr Rule loop{"asset.loop", "An asset cannot depend on itself: {path}.", "control A.5.9"};
}  // namespace asset_rules

}  // namespace v1
}  // namespace annexa
