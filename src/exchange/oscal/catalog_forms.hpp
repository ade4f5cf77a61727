#pragma once
// Which rows of a catalog are groups in OSCAL, which controls, and which items of statements.

#include <annexa/catalog/catalog.hpp>

#include <cstddef>
#include <vector>

#include "exchange/oscal/catalog_nodes.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {

// The rows of a catalog, with their places in the tree.
struct CatalogForms {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::vector<NodeForm> forms;                     // of each row, in the catalog's order
  std::vector<std::size_t> above;                  // the row that it lies below; none at the top
  std::vector<std::vector<std::size_t>> children;  // of each row: items, then controls, then groups
  std::vector<std::size_t> top;                    // those at the top, likewise
};

// A row that is not judged and heads others is a group, as long as all rows beside it are ones too: from 1.2.0 on a
// group holds either groups or controls. An item below a control is an item of its statement. All else is a control.
// Linear.
[[nodiscard]] CatalogForms forms_of(Catalog const& catalog);

// The rows in the order in which their objects stand in the text.
[[nodiscard]] std::vector<std::size_t> text_order(CatalogForms const& forms);

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
