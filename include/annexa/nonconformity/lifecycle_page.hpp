#pragma once
/// @file
/// The lifecycle of a nonconformity as people read it: a page and a diagram, made from the tables that enforce it.

#include <string>

namespace annexa {
inline namespace v1 {

/// The page: states, steps with who may take them and their guards, deadlines, escalation. Markdown.
/// @source{10.2}
[[nodiscard]] std::string lifecycle_page();

/// The diagram: states and the steps between them. An SVG file of its own that needs nothing else.
/// @source{10.2}
[[nodiscard]] std::string lifecycle_diagram();

}  // namespace v1
}  // namespace annexa
