#pragma once
/// @file
/// Catalogs of a host's own from files: our JSON document, tables of text, CISO Assistant libraries, OSCAL catalogs.

#include <annexa/catalog/own_catalog.hpp>
#include <annexa/exchange/sheet.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// How a catalog is written down.
enum class CatalogFormat : std::uint8_t {
  sniffed,  ///< Found out by the name of the file and by how the text begins.
  json,     ///< A document "catalog-document" (`annexa schema catalog-document`).
  csv,      ///< A table with the columns id, title and possibly parent, kind, summary; see read_catalog().
  yaml,     ///< A library of CISO Assistant with a framework, as YAML.
  oscal,    ///< An OSCAL document "catalog", as JSON.
};

/// What the file itself does not say.
struct CatalogReadOptions {
  std::string file{};                             ///< Name of the file, for messages and for the id of a table.
  CatalogFormat format = CatalogFormat::sniffed;  ///< How it is written.
  std::optional<TextEncoding> encoding{};         ///< Encoding of a table; UTF-8, or UTF-16 that shows, when absent.
  std::string id{};                               ///< Id of the catalog; what the file says when empty.
  std::string title{};                            ///< Title; what the file says, else the id, when empty.
  std::string edition{};                          ///< Edition; what the file says when empty.
  CatalogLimits limits{};                         ///< Limits.
  std::size_t most_bytes = 64U << 20U;            ///< Most bytes of the file.
};

/// Reads a catalog.
///
/// A table has a row for each requirement. `id` (or number, ref, reference) and `title` (or name) are needed; `parent`,
/// `kind` and `summary` (or description) are known; `title[de]` and `summary[de]` are translations; a column that has
/// the id of a built-in catalog as its header holds mappings, parted by ';': an id, possibly a relationship
/// (intersects_with when absent) and a strength: "A.5.1; A.5.2 subset_of 7". Every other column is one of the catalog's
/// own.
///
/// A table in another encoding than UTF-8 and UTF-16 is refused (table.encoding) unless its encoding is named. JSON and
/// YAML are UTF-8.
///
/// Of a library of CISO Assistant the framework is read: its requirement nodes by ref_id, else by the end of their URN,
/// nodes that are not assessable as groups, with translations, annotation, typical evidence and implementation groups.
/// Aliases are refused, so that no small file becomes a large one.
///
/// Of an OSCAL catalog every group and every control becomes a row, in the order of the document. Its id is the label
/// where that is one word that no other has, else the control's id; the control's id is then the column oscal-id. The
/// statement is the summary, an item a line, with the values, labels or choices of parameters put in. guidance,
/// assessment-objective, assessment-method and assessment-objects are columns, and so are parts, props and links of
/// other names. What was withdrawn is a "withdrawn_control" with the columns disposition and successor_ids. The id of
/// the catalog is made from the name of the file. What stays behind, such as the back matter, stands in
/// OwnCatalog::notes. A catalog that annexa wrote gives the same document again.
///
/// The digest of the catalog is that of the file, as sha256sum prints it.
/// @return the catalog; or every violation with file, line or row: catalog.*, crosswalk.*, json.*, oscal.*, table.*,
/// yaml.*.
[[nodiscard]] result<OwnCatalog> read_catalog(std::string bytes, CatalogReadOptions const& options = {});

/// A document as read_catalog() reads its JSON. Reading what was written gives the same document.
[[nodiscard]] std::string write_catalog_document(CatalogDocument const& document);

/// A catalog as a library of CISO Assistant (YAML) with one framework, which read_catalog() reads again: rows with
/// number, place, heading, text, translations, annotation, typical evidence, implementation groups, importance and
/// weight. What such a library has no place for stays behind: mappings, other columns, nature and days of validity,
/// and kinds other than group and requirement. A library that was read and is written gives the same catalog.
[[nodiscard]] std::string write_catalog_library(CatalogDocument const& document);

}  // namespace v1
}  // namespace annexa
