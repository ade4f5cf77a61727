#pragma once
// From an OSCAL catalog to a catalog of one's own.

#include <annexa/exchange/oscal/document.hpp>

#include "exchange/catalog_source.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {

// A row for each group and each control, in the order of the document. Its number is the label where that is one word
// that no other row has, else the id; the id is then a column "oscal-id". The statement with its parameters put in is
// the summary; guidance, objectives, methods, links, props and parts of other names are columns. What is left out is
// noted.
// @return the rows and where they stand; or oscal.* with the place.
[[nodiscard]] result<exchange::CatalogSource> read_oscal_catalog(Document const& document,
                                                                 CatalogReadOptions const& options);

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
