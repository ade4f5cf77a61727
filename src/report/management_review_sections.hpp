#pragma once
// What the report of a management review is made of.

#include <annexa/command/management_review.hpp>

#include <vector>

#include "audit_sections.hpp"
#include "people_words.hpp"

namespace annexa {
inline namespace v1 {
namespace report {

// What the report draws from.
struct ReviewReportMaterial {
  State const& state;
  Date today;
  PeopleWords people;
  ManagementReview const* review;  // null for the pack of one to come
  ReviewPack pack;
  KpiTrend trend;
};

[[nodiscard]] Section review_glance_section(ReviewReportMaterial const& m);
[[nodiscard]] Section review_inputs_section(ReviewReportMaterial const& m);
[[nodiscard]] Section review_decisions_section(ReviewReportMaterial const& m);
[[nodiscard]] Section kpi_trend_section(ReviewReportMaterial const& m);
[[nodiscard]] Section kpi_definitions_section(ReviewReportMaterial const& m);

}  // namespace report
}  // namespace v1
}  // namespace annexa
