#pragma once
// From a system security plan or a component definition to a draft of the statement of applicability.

#include <annexa/command/state.hpp>
#include <annexa/exchange/oscal/document.hpp>
#include <annexa/exchange/sheet.hpp>
#include <annexa/exchange/table.hpp>

namespace annexa {
inline namespace v1 {
namespace oscal {

// True for the models that a draft can be made of.
[[nodiscard]] constexpr bool holds_statement(Model model) noexcept {
  return model == Model::system_security_plan || model == Model::component_definition;
}

// A table "soa" with a row for each control, in the order in which the document names them first: row 2 is the first.
// What annexa wrote is read back whole. Of others the state of the implementation tells whether a control applies and
// how far it is done, remarks or props why; several components that do their part come to one row. Ids that mean no
// known control stand in the table as they are, for the importer to refuse.
// @return it; or oscal.*, table.empty if no control is named.
[[nodiscard]] result<Sheet> read_statement(Document const& document, State const& state, TableOptions const& options);

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
