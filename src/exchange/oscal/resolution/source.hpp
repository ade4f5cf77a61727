#pragma once
// What an imported document offers, and all documents that were read.

#include <annexa/base/hash.hpp>
#include <annexa/exchange/oscal/document.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "back_matter.hpp"
#include "tree.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {

// What can be selected from a catalog, or from the catalog that a profile means.
struct Source {
  Tree tree{};
  Resources resources{};
  std::vector<json::object const*> roles{}, parties{};  // of its metadata, that ask to be kept
  std::unordered_set<std::string_view> kept_params{};   // ids of params that stay though nothing refers to them
};

// A document that was read.
struct Loaded {
  std::string uri;
  Hash digest;
  Document document;
  std::optional<Source> source{};  // once somebody asked
};

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
