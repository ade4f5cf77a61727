#pragma once
/// @file
/// Catalogs of a host's own: frameworks, policies, laws and contracts that annexa does not bring along.

#include <annexa/base/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// What the requirements of a catalog come from.
enum class CatalogNature : std::uint8_t {
  framework,  ///< A standard or a framework.
  policy,     ///< The organisation's own rules.
  law,        ///< A law or a regulation.
  contract,   ///< What was promised to somebody.
};
ANNEXA_DESCRIBE_ENUM(CatalogNature, "catalog-nature", framework, policy, law, contract)

/// A cell of a column that only this catalog has.
struct CatalogCell {
  static constexpr std::string_view type_name = "catalog-cell";  ///< Name in the schema.
  std::string column;  ///< Name of the column; several values of a cell are joined by ';'.
  std::string value;   ///< What stands there.
  friend bool operator==(CatalogCell const&, CatalogCell const&) = default;
};
BOOST_DESCRIBE_STRUCT(CatalogCell, (), (column, value))
ANNEXA_TYPE_TABLE(CatalogCell)

/// A title in another language.
struct CatalogTranslation {
  static constexpr std::string_view type_name = "catalog-translation";  ///< Name in the schema.
  std::string language;                                                 ///< Such as "de".
  std::string title;                                                    ///< The title in it.
  std::string summary;                                                  ///< The summary in it.
  friend bool operator==(CatalogTranslation const&, CatalogTranslation const&) = default;
};
BOOST_DESCRIBE_STRUCT(CatalogTranslation, (), (language, title, summary))
ANNEXA_TYPE_TABLE(CatalogTranslation)

/// What a requirement is to one of another catalog. @source{NIST IR 8477}
struct CatalogMapping {
  static constexpr std::string_view type_name = "catalog-mapping";  ///< Name in the schema.
  std::string to;                                                   ///< Id of the other catalog, a built-in one.
  std::string target;                                               ///< Id of its requirement.
  std::string relationship;     ///< A word of annexa::Relationship: "subset_of", "intersects_with", ...
  std::optional<int> strength;  ///< 1 to 10.
  std::string basis;            ///< Who says so.
  friend bool operator==(CatalogMapping const&, CatalogMapping const&) = default;
};
BOOST_DESCRIBE_STRUCT(CatalogMapping, (), (to, target, relationship, strength, basis))
ANNEXA_TYPE_TABLE(CatalogMapping)

/// A requirement of a catalog of one's own.
struct CatalogRow {
  static constexpr std::string_view type_name = "catalog-row";  ///< Name in the schema.
  std::string id;                                               ///< Its number; unique in the catalog.
  std::string parent;                                           ///< Number of the row above; absent at the top.
  std::string kind;                              ///< A word of annexa::RequirementKind; "requirement" when absent.
  std::string title;                             ///< Heading.
  std::string summary;                           ///< What it asks for.
  std::vector<CatalogCell> cells;                ///< Columns of its own.
  std::vector<CatalogTranslation> translations;  ///< Titles in other languages.
  std::vector<CatalogMapping> mappings;          ///< What it is to requirements of other catalogs.
  friend bool operator==(CatalogRow const&, CatalogRow const&) = default;
};
BOOST_DESCRIBE_STRUCT(CatalogRow, (), (id, parent, kind, title, summary, cells, translations, mappings))
ANNEXA_TYPE_TABLE(CatalogRow)

/// A catalog as a document. `annexa schema catalog-document` prints its schema; make_catalog() checks and opens it.
struct CatalogDocument {
  static constexpr std::string_view type_name = "catalog-document";  ///< Name in the schema.
  std::string id;                                                    ///< 1 to 30 of a-z, 0-9, '-' and '.'.
  std::string title;                                                 ///< Title.
  std::string edition;                                               ///< Edition or version, as it is cited.
  std::optional<int> revision;                                       ///< Raised whenever a row changes; 1 when absent.
  std::optional<CatalogNature> nature;                               ///< What it is; a framework when absent.
  std::string publisher;                                             ///< Who issues it.
  std::optional<Date> valid_from;                                    ///< First day on which it binds.
  std::optional<Date> valid_until;                                   ///< Last day on which it binds.
  std::vector<CatalogRow> requirements;  ///< The rows; a parent may come after its children.
  friend bool operator==(CatalogDocument const&, CatalogDocument const&) = default;
};
BOOST_DESCRIBE_STRUCT(CatalogDocument, (),
                      (id, title, edition, revision, nature, publisher, valid_from, valid_until, requirements))
ANNEXA_TYPE_TABLE(CatalogDocument)

}  // namespace v1
}  // namespace annexa
