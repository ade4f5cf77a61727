#pragma once
/// @file
/// Catalogs that the organisation works with.

#include <annexa/base/describe.hpp>
#include <annexa/catalog/catalog_document.hpp>
#include <annexa/catalog/pinned_catalog.hpp>

#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// A catalog that was adopted: its revision is pinned until somebody moves on. @source{7.5.3 e}
struct AdoptedCatalog {
  static constexpr std::string_view type_name = "catalog";  ///< The noun.
  Key<"catalog"> key;                                       ///< Id of the catalog: "iso27001-2022", "acme-policy".
  std::string title;                                        ///< Its title.
  std::string edition;                                      ///< Its edition or version.
  std::optional<CatalogNature> nature;                      ///< What it is; absent for a built-in one.
  std::string publisher;                                    ///< Who issues it.
  int revision = 1;                                         ///< The pinned revision.
  std::optional<Hash> sha256;                               ///< Digest of what it was read from.
  bool built_in = false;                                    ///< True if annexa brings it along.
  int rows = 0;                                             ///< Number of its requirements.
  std::optional<Date> valid_from;                           ///< First day on which it binds.
  std::optional<Date> valid_until;                          ///< Last day on which it binds.
  Date adopted_on;                                          ///< When this revision was adopted.
  std::optional<Key<"person">> adopted_by;                  ///< By whom; absent for annexa itself.
  std::vector<std::string> digests;       ///< Of a built-in one, its rows: by them the next revision is compared.
  std::vector<PinnedCatalog> crosswalks;  ///< Revisions of the built-in crosswalks with other catalogs, by their ids.
  Custom custom;                          ///< Members of the host.
  std::vector<ExternalId> external_ids;   ///< Numbers in other systems.
  friend bool operator==(AdoptedCatalog const&, AdoptedCatalog const&) = default;
};
BOOST_DESCRIBE_STRUCT(AdoptedCatalog, (),
                      (key, title, edition, nature, publisher, revision, sha256, built_in, rows, valid_from,
                       valid_until, adopted_on, adopted_by, digests, crosswalks, custom, external_ids))
ANNEXA_TYPE_TABLE(AdoptedCatalog)

/// A requirement of a catalog of the organisation's own, as it was adopted.
struct CatalogRequirement {
  static constexpr std::string_view type_name = "catalog-requirement";  ///< The noun.
  Key<"catalog-requirement"> key;  ///< As a criterion is written: "acme-policy:4.2".
  Key<"catalog"> catalog;          ///< The catalog.
  int position = 0;                ///< Its place in the catalog, from 0.
  CatalogRow row;                  ///< What the catalog says.
  std::optional<int> gone_in;      ///< The revision that no longer has it.
  friend bool operator==(CatalogRequirement const&, CatalogRequirement const&) = default;
};
BOOST_DESCRIBE_STRUCT(CatalogRequirement, (), (key, catalog, position, row, gone_in))
ANNEXA_TYPE_TABLE(CatalogRequirement)

}  // namespace v1
}  // namespace annexa
