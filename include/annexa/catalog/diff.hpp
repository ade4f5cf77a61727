#pragma once
/// @file
/// What a newer revision of a catalog brings.

#include <annexa/catalog/catalog.hpp>
#include <annexa/catalog/catalog_document.hpp>

#include <boost/json/fwd.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

/// A row that both revisions have, with the columns whose cells differ.
struct ChangedRequirement {
  std::string id;                    ///< Its id.
  std::vector<std::string> columns;  ///< Names of the columns; empty where only digests of the rows are known.
};

/// What one revision has and the other has not.
struct CatalogDifference {
  std::vector<std::string> added;           ///< Ids of new rows, in the order of the newer revision.
  std::vector<std::string> removed;         ///< Ids of rows that are gone, in the order of the older one.
  std::vector<ChangedRequirement> changed;  ///< Rows that differ, in the order of the newer one.
  /// True if nothing differs.
  [[nodiscard]] bool empty() const noexcept { return added.empty() && removed.empty() && changed.empty(); }
};

/// The difference between two revisions of a catalog, cell by cell. Mappings and translations are no cells: those of
/// catalogs of one's own are compared by compare_documents().
[[nodiscard]] CatalogDifference compare_catalogs(Catalog const& before, Catalog const& after);

/// The difference between two revisions of a catalog of one's own, in the order of their documents. Changed mappings
/// and translations are told as columns of these names; a kind that is absent is "requirement".
[[nodiscard]] CatalogDifference compare_documents(CatalogDocument const& before, CatalogDocument const& after);

/// compare_documents() for rows, wherever they are kept; what else is changed about their catalogs is not seen.
[[nodiscard]] CatalogDifference compare_rows(std::span<CatalogRow const* const> before,
                                             std::span<CatalogRow const* const> after);

/// A digest of every row, "ID DIGEST", by which a later revision can be compared when this one is no longer at hand.
[[nodiscard]] std::vector<std::string> row_digests(Catalog const& catalog);

/// The difference between a revision of which the digests of rows are kept and a newer one.
[[nodiscard]] CatalogDifference compare_digests(std::vector<std::string> const& before, Catalog const& after);

/// A difference as `{"added":[…],"removed":[…],"changed":[{"id","columns"}]}`.
[[nodiscard]] boost::json::object write_difference(CatalogDifference const& difference);

}  // namespace v1
}  // namespace annexa
