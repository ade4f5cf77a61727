// The table of the inputs of a management review.
#include <algorithm>
#include <annexa/review/readiness.hpp>
#include <annexa/review/review_inputs.hpp>
#include <array>

#include "review_input_parts.hpp"

namespace annexa {
inline namespace v1 {
namespace {

constexpr std::array input_rows{
    ReviewInputRow{{"a", "9.3.2 a", "What became of the decisions of earlier reviews",
                    "decisions of the management reviews on record"},
                   earlier_actions},
    ReviewInputRow{{"b", "9.3.2 b", "What has changed outside and inside", "context issues and changes"},
                   context_changes},
    ReviewInputRow{{"c", "9.3.2 c", "What has changed in what interested parties need and expect",
                    "interested parties and obligations"},
                   party_changes},
    ReviewInputRow{{"d-1", "9.3.2 d 1", "Nonconformities and corrective actions",
                    "nonconformities, corrective actions and their indicators"},
                   nonconformity_trends},
    ReviewInputRow{{"d-2", "9.3.2 d 2", "What monitoring and measuring gave", "measurements and incidents"},
                   measured_results},
    ReviewInputRow{{"d-3", "9.3.2 d 3", "What audits gave", "audits, findings, programmes and their indicators"},
                   audit_results},
    ReviewInputRow{{"d-4", "9.3.2 d 4", "How far the security objectives are met", "objectives"}, objectives_met},
    ReviewInputRow{{"e", "9.3.2 e", "What interested parties said", "feedback"}, party_feedback},
    ReviewInputRow{{"f", "9.3.2 f", "What the risk assessment gave, and how far treatment is",
                    "risks, their treatment and acceptance"},
                   risk_status},
    ReviewInputRow{{"g", "9.3.2 g", "What could be done better",
                    "opportunities found by audits, suggestions, lessons of incidents"},
                   improvement_ideas},
};

constexpr auto input_table = [] {
  std::array<ReviewInputDefinition, input_rows.size()> out{};
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = input_rows[i].definition;
  return out;
}();

}  // namespace

std::span<ReviewInputDefinition const> review_input_definitions() noexcept { return input_table; }

ReviewInputDefinition const* find_review_input(std::string_view id) noexcept {
  auto const found = std::ranges::find(input_table, id, &ReviewInputDefinition::id);
  return found == input_table.end() ? nullptr : &*found;
}

ManagementReview const* last_review(ReviewRecords const& records, Date day) noexcept {
  ManagementReview const* last = nullptr;
  for (auto const* each : records.reviews)
    if (each->held_on <= day && (!last || last->held_on <= each->held_on)) last = each;
  return last;
}

ReviewSpan review_span(ReviewRecords const& records, Date until, std::optional<Date> from) {
  if (from) return {*from, until};
  auto const* last = last_review(records, until);
  if (!last) return {until.plus_days(1 - longest_cycle_days), until};
  return {std::min(last->until.plus_days(1), until), until};
}

std::vector<ReviewInput> gather_review_inputs(ReviewRecords const& records, Catalog const& catalog, ReviewSpan span,
                                              Date today) {
  ReviewMaterial const material(records, catalog, span, today);
  std::vector<ReviewInput> out;
  for (auto const& row : input_rows) {
    auto& input = out.emplace_back();
    input.id = row.definition.id;
    row.gather(material, input);
    if (input.summary.empty()) input.summary = not_provided;
    input.provided = input.summary != not_provided;
  }
  return out;
}

}  // namespace v1
}  // namespace annexa
