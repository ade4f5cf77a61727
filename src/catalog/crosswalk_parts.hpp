#pragma once
/// @file
/// What a crosswalk is made from.

#include <annexa/catalog/crosswalk.hpp>

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace detail {

/// The rows of a crosswalk, not yet indexed. No pair stands in it twice.
struct CrosswalkParts {
  std::string_view from, to, sha256;
  int revision = 1;
  std::vector<Mapping> mappings{};
  std::vector<MappingPath> paths{};            ///< What the spans of mappings and candidates look at.
  std::vector<MappingCandidate> candidates{};  ///< Only of a composed crosswalk.
  std::vector<std::string_view> unmatched_sources{}, unmatched_targets{};
  std::string_view between{};           ///< Of a composed crosswalk the catalog that its paths lead over.
  std::shared_ptr<void const> texts{};  ///< Keeps the texts; null if they live as long as the program.
};

/// Who says so, of a composed pair: "composed through iso27001-2022: A.5.1 (subset_of, equal_to); A.5.2 (…)".
[[nodiscard]] std::string basis_of(std::string_view between, std::span<MappingPath const> paths);

}  // namespace detail
}  // namespace v1
}  // namespace annexa
