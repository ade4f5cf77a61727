#pragma once
// How the inputs of a management review are gathered.

#include <annexa/base/text.hpp>
#include <annexa/review/review_inputs.hpp>

#include <string>
#include <utility>

#include "kpi_parts.hpp"

namespace annexa {
inline namespace v1 {

// What inputs are gathered from.
struct ReviewMaterial {
  ReviewMaterial(ReviewRecords const& all, Catalog const& standard, ReviewSpan time, Date now)
      : records(all),
        catalog(standard),
        span(time),
        today(now),
        period(kpis(all, standard, time.from, time.until, now)) {}

  ReviewRecords const& records;
  Catalog const& catalog;
  ReviewSpan span;
  Date today;
  KpiPeriod period;

  [[nodiscard]] bool holds(std::optional<Date> const& day) const noexcept {
    return day && span.from <= *day && *day <= span.until;
  }
  // True if the day has passed at the end of the span.
  [[nodiscard]] bool is_late(std::optional<Date> const& day) const noexcept { return day && *day < span.until; }
};

// A row of the table: which input, and how it is gathered.
struct ReviewInputRow {
  ReviewInputDefinition definition;
  void (*gather)(ReviewMaterial const&, ReviewInput&);
};

// The inputs, one function each.
void earlier_actions(ReviewMaterial const& m, ReviewInput& out);
void context_changes(ReviewMaterial const& m, ReviewInput& out);
void party_changes(ReviewMaterial const& m, ReviewInput& out);
void nonconformity_trends(ReviewMaterial const& m, ReviewInput& out);
void measured_results(ReviewMaterial const& m, ReviewInput& out);
void audit_results(ReviewMaterial const& m, ReviewInput& out);
void objectives_met(ReviewMaterial const& m, ReviewInput& out);
void party_feedback(ReviewMaterial const& m, ReviewInput& out);
void risk_status(ReviewMaterial const& m, ReviewInput& out);
void improvement_ideas(ReviewMaterial const& m, ReviewInput& out);

// "1 issue", "3 issues".
[[nodiscard]] inline std::string counted_of(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + ' ' + std::string(count == 1 ? one : many);
}

// The longest text in a line.
inline constexpr std::size_t longest_line_text = 300;

// A line about a record.
template <class T>
[[nodiscard]] ReviewLine line_about(T const& record, std::string_view title, std::string state,
                                    std::optional<Date> on = {}, std::string_view note = {}) {
  return {std::string(T::type_name),
          record.key.text(),
          std::string(shortened(title, longest_line_text)),
          std::move(state),
          on,
          std::string(shortened(note, longest_line_text))};
}

// How a record that is kept up came to be what it is within the span: "new", "changed", "retired", or nothing.
template <class T>
[[nodiscard]] std::string_view movement_of(ReviewMaterial const& m, T const& record) {
  if (m.holds(record.retired_on)) return "retired";
  if (m.holds(record.recorded_on)) return "new";
  if (m.holds(record.changed_on)) return "changed";
  return {};
}

// True if it was on record at the end of the span, or retired within it.
template <class T>
[[nodiscard]] bool is_known(ReviewMaterial const& m, T const& record) {
  bool const begun = !record.recorded_on || *record.recorded_on <= m.span.until;
  return begun && (!record.retired_on || m.span.from <= *record.retired_on);
}

}  // namespace v1
}  // namespace annexa
