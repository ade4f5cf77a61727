#pragma once
// How indicators are shown.

#include <annexa/report/document.hpp>
#include <annexa/review/kpi.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace report {

// The shares among some values as bars: what is as it should be, and the rest.
[[nodiscard]] Figure share_figure(std::vector<KpiValue> const& values);

// Some values as a table, with what they were counted from.
[[nodiscard]] Table kpi_table_of(std::vector<KpiValue> const& values, std::string anchor);

}  // namespace report
}  // namespace v1
}  // namespace annexa
