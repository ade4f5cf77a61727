#pragma once
// References inside a document, and names that stand twice in it: what schemas cannot say.

#include <annexa/base/error.hpp>
#include <annexa/exchange/oscal/document.hpp>

#include <functional>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace oscal {

// Told of each problem: its rule, its place and a function that makes the arguments of its message.
using ReferenceProblem = std::function<void(Rule const& rule, std::string where, std::vector<Argument> args)>;

// Finds UUIDs and ids that stand twice, and references to UUIDs that nothing in the document has, in its order. Time n
// log n in the size of the document.
void check_references(Document const& document, ReferenceProblem const& report);

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
