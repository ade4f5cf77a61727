#pragma once
// The values of a chart as a table, for formats that cannot draw.

#include <annexa/report/document.hpp>

namespace annexa {
inline namespace v1 {
namespace report {

// The values of @p figure, captioned by its title. Cells without anything in them are left out where there are many.
[[nodiscard]] Table table_of(Figure const& figure);

}  // namespace report
}  // namespace v1
}  // namespace annexa
