#pragma once
// How indicators are shown.

#include <annexa/report/document.hpp>
#include <annexa/review/kpi.hpp>

#include <optional>
#include <string>
#include <vector>

#include "record_material.hpp"

namespace annexa {
inline namespace v1 {
namespace report {

// The shares among some values as bars: what is as it should be, and the rest.
// "Up to 30 days": a span of age as kpis() names it.
[[nodiscard]] std::string age_span_name(std::string_view span);

[[nodiscard]] Figure share_figure(std::vector<KpiValue> const& values);

// How old the nonconformities are that are open on the day; nothing if none is.
[[nodiscard]] std::optional<Figure> age_figure(RecordMaterial const& m);

// The indicators that are worse in the last period than in the one before.
[[nodiscard]] Table worse_table(KpiTrend const& trend, std::string anchor);

// Some values as a table, with what they were counted from.
[[nodiscard]] Table kpi_table_of(std::vector<KpiValue> const& values, std::string anchor);

}  // namespace report
}  // namespace v1
}  // namespace annexa
