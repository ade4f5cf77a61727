#pragma once
/// @file
/// What a catalog is made from.

#include <annexa/catalog/catalog.hpp>

#include <memory>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace detail {

/// The rows of a catalog, not yet linked. Ids are unique, parents stand before their children, rows are in the order in
/// which they will be listed, and those of one pillar or theme stand together.
struct CatalogParts {
  std::string_view id, title, edition, sha256;
  int revision = 1;
  std::vector<SourceTable> sources;
  std::vector<Requirement> requirements;
  std::vector<Control> controls;
  std::vector<EvidenceHint> hints;
  std::vector<MandatoryDocument> documents;
  std::vector<RequirementTranslation> translations;  ///< Of rows that are in `requirements`.
  std::shared_ptr<void const> texts;                 ///< Keeps the texts; null if they live as long as the program.
};

}  // namespace detail
}  // namespace v1
}  // namespace annexa
