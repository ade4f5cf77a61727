#pragma once
/// @file
/// Commands about catalogs.

#include <annexa/base/describe.hpp>
#include <annexa/catalog/catalog_document.hpp>

#include <optional>

namespace annexa {
inline namespace v1 {
namespace command {

/// Adopts a catalog, or moves on to another revision of it: a built-in one by its id, one of the organisation's own as
/// a document. What the revision brings is told as a warning; with `dry_run` nothing else happens.
/// @source{7.5.3 e}
struct AdoptCatalog {
  static constexpr std::string_view command = "catalog.adopt";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;        ///< Name in the schema.
  std::optional<Key<"catalog">> catalog;    ///< Id of a built-in catalog; that of the document when absent.
  std::optional<CatalogDocument> document;  ///< A catalog of one's own.
  std::optional<Hash> sha256;               ///< Digest of the file that the document was read from: recorded as the
                                            ///< caller says, since the file is not at hand to compare.
  friend bool operator==(AdoptCatalog const&, AdoptCatalog const&) = default;
};
BOOST_DESCRIBE_STRUCT(AdoptCatalog, (), (catalog, document, sha256))
ANNEXA_TYPE_TABLE(AdoptCatalog)

}  // namespace command
}  // namespace v1
}  // namespace annexa
