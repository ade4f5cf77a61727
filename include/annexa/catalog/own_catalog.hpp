#pragma once
/// @file
/// From a document to a catalog that behaves like a built-in one.

#include <annexa/base/error.hpp>
#include <annexa/catalog/catalog.hpp>
#include <annexa/catalog/catalog_document.hpp>
#include <annexa/catalog/crosswalk.hpp>

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

/// What a catalog of one's own may be at most.
struct CatalogLimits {
  std::size_t rows = 50'000;        ///< Rows.
  std::size_t levels = 16;          ///< Levels of parents and children.
  std::size_t columns = 256;        ///< Columns of its own, those of all rows together.
  std::size_t title_bytes = 1'000;  ///< Bytes of a title.
  std::size_t text_bytes = 16'384;  ///< Bytes of any other text.
  std::size_t row_bytes = 48'000;   ///< Bytes of all texts of a row together, as JSON: it must fit in one event.
  std::size_t violations = 1'000;   ///< Violations that are listed.
};

/// Says where a row's member stands in the source: row from 0, member such as "parent" or "mappings/0/target".
using CatalogPlace = std::function<std::string(std::size_t row, std::string_view member)>;

/// A catalog of one's own, open.
/// @par Lifetime
/// Everything lives as long as somebody holds it.
struct OwnCatalog {
  std::shared_ptr<CatalogDocument const> document;           ///< What it was made from.
  std::shared_ptr<Catalog const> catalog;                    ///< The catalog.
  std::vector<std::shared_ptr<Crosswalk const>> crosswalks;  ///< A crosswalk to each catalog that rows are mapped to.
  std::vector<Violation> notes{};  ///< What reopen_catalog() left out of the crosswalks, with JSON Pointers as places;
                                   ///< what read_catalog() left behind in the file, with places in it.
};

/// Checks a document and opens it.
/// @param sha256  digest that identifies what it was read from, in hexadecimal, as the caller says; may be empty.
/// @param place   where rows stand, for the violations; JSON Pointers into the document when empty.
/// @return the catalog; or every violation (catalog.* and crosswalk.*), and nothing is loaded: ids that are empty,
/// double,
///         malformed or a built-in catalog's, parents that do not exist, that go round in circles or too deep, unknown
///         kinds and relationships, mappings to nothing, texts that are too long or no UTF-8.
[[nodiscard]] result<OwnCatalog> make_catalog(CatalogDocument document, std::string_view sha256 = {},
                                              CatalogPlace const& place = {}, CatalogLimits const& limits = {});

/// Opens a document that was checked when it was recorded, possibly by another annexa: its id may be one that annexa
/// brings along by now, mappings may lead to what this annexa does not have. Such mappings stay in the document, are in
/// no crosswalk, and each is noted (catalog.dead-mapping); a kind that is not known is "requirement".
/// @return the catalog; or catalog.* if its ids and parents are no tree.
[[nodiscard]] result<OwnCatalog> reopen_catalog(CatalogDocument document, std::string_view sha256 = {});

}  // namespace v1
}  // namespace annexa
