#pragma once
/// @file
/// Catalogs and crosswalks as JSON documents: what the tool, the C interface and Python answer.

#include <annexa/catalog/catalog.hpp>
#include <annexa/catalog/crosswalk.hpp>
#include <annexa/catalog/filter.hpp>
#include <annexa/catalog/wording.hpp>

#include <boost/json/fwd.hpp>

#include <span>

namespace annexa {
inline namespace v1 {

/// A row: each column of its table under its own name, with id, parent, kind, title and summary in front.
[[nodiscard]] boost::json::object write_requirement(Catalog const& catalog, Requirement const& row);

/// Rows as a list.
[[nodiscard]] boost::json::array write_requirements(Catalog const& catalog, std::span<Requirement const* const> rows);

/// What a catalog is: `{"id","title","edition","revision","sha256","clauses","controls","criteria","withdrawn",
/// "requirements"}`, the last five being numbers of rows.
[[nodiscard]] boost::json::object describe_catalog(Catalog const& catalog);

/// The documents that auditors ask to see: `[{"clause","document","basis"}]`.
[[nodiscard]] boost::json::array write_mandatory_documents(Catalog const& catalog);

/// The rows that @p query selects: `{"id","title","requirements":[…]}`, or with `by`
/// `{"id","title","by","groups":[{"value","requirements":[…]}]}`.
/// @return the document, or what select() and group_by() refuse.
[[nodiscard]] result<boost::json::object> query_catalog(Catalog const& catalog, CatalogQuery const& query);

/// What is shown of a row: `{"id","language","title","text","basis"}`.
[[nodiscard]] boost::json::object write_wording(Catalog const& catalog, Requirement const& row,
                                                std::string_view language, TextHook const& hook = {});

/// What a crosswalk is: `{"from","to","revision","sha256","mappings"}`, the last being their number.
[[nodiscard]] boost::json::object describe_crosswalk(Crosswalk const& crosswalk);

/// A mapping: `{"source","target","relationship","strength","basis"}`, an absent strength being null; one that was
/// composed has `through` too: `[{"id","first","second","implied","strength"}]`.
[[nodiscard]] boost::json::object write_mapping(Mapping const& mapping);

/// All mappings of a crosswalk, in order; with @p candidates then the pairs for which nothing follows, whose
/// relationship is null.
[[nodiscard]] boost::json::array write_mappings(Crosswalk const& crosswalk, bool candidates = false);

/// The mappings that @p reference is the source or, where no source has that id, the target of; all for an empty one.
/// @return the list, or usage error catalog.no-such-requirement if neither catalog has such a row.
[[nodiscard]] result<boost::json::array> write_mappings_of(Crosswalk const& crosswalk, std::string_view reference);

}  // namespace v1
}  // namespace annexa
