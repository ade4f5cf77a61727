#pragma once
// References inside a document, and names that stand twice in it: what schemas cannot say.

#include <annexa/base/error.hpp>
#include <annexa/exchange/oscal/document.hpp>

#include <cstddef>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace oscal {

struct ReferenceProblems {
  std::vector<Violation> listed;  // the first ones, in the order of the document
  std::size_t count = 0;          // of all
};

// Finds UUIDs and ids that stand twice, and references to UUIDs that nothing in the document has, and lists @p most of
// them. Time n log n in the size of the document.
[[nodiscard]] ReferenceProblems find_reference_problems(Document const& document, std::size_t most);

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
