#pragma once
// The rows of the statement of applicability that a document is about, and what documents about them share.

#include <annexa/isms/statement.hpp>

#include <boost/json/value.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/oscal/control_ids.hpp"
#include "exchange/oscal/parts.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {

// Members of a row that have a place of their own: the description of how it is done, and the remarks.
inline constexpr Place statement_places[] = {{"implementation", "description", PlaceForm::markup},
                                             {"justification", "remarks", PlaceForm::markup}};

// A version of the statement, or the rows as they are now.
struct WrittenStatement {
  std::string name;                                   // the key of the version, or "current"
  StatementOfApplicability const* version = nullptr;  // null for the rows as they are now
  std::vector<Applicability const*> rows;             // by control; of the present ones those that are retired too
};

// The statement that the options name: a version by key or number, the present rows where they name none.
// @return it; or soa.version, oscal.export.empty.
[[nodiscard]] result<WrittenStatement> written_statement(Export const& document);

// A catalog as a resource of the back matter, with the file name that a document of it is looked for under.
// @return "#" and its uuid.
[[nodiscard]] std::string catalog_resource(Export& document, std::string_view catalog);

// The state of an implementation: OSCAL's word for it, or ours where it has none; empty where nobody said.
[[nodiscard]] std::string_view state_of(Applicability const& row) noexcept;

// The row as props, without what stands in the description and the remarks of @p written.
[[nodiscard]] boost::json::array statement_props(Export& document, Applicability const& row,
                                                 boost::json::object const& written);
// Links to its evidence and documents, which are in the back matter from then on.
[[nodiscard]] boost::json::array statement_links(Export& document, Applicability const& row);
// Who sees to it, as the list of responsible roles.
[[nodiscard]] boost::json::array statement_roles(Export& document, Applicability const& row);

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
