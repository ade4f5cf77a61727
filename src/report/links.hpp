#pragma once
// Links within a document.

#include <annexa/report/document.hpp>

namespace annexa {
inline namespace v1 {
namespace report {

// A link to a record that the document does not show (a risk beyond the list, a criterion out of scope) becomes plain
// text.
void drop_dangling_links(Document& document);

}  // namespace report
}  // namespace v1
}  // namespace annexa
