#pragma once
// From a system security plan or a component definition to a draft of the statement of applicability.

#include <annexa/command/state.hpp>
#include <annexa/exchange/oscal/document.hpp>

#include "exchange/oscal/record_tables.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {

// A table "soa" with a row for each control, in the order in which the document names them first.
// What annexa wrote is read back whole. Of others the state of the implementation tells whether a control applies and
// how far it is done, remarks or props why; several components that do their part come to one row. Ids that mean no
// known control stand in the table as they are, for the importer to refuse.
// @return it; or oscal.property, and oscal.import.nothing if no control is named.
[[nodiscard]] result<RecordTable> statement_of(Document const& document, State const& state);

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
