// Inputs d and f: nonconformities, measurements, audits, objectives, risks.
#include <algorithm>
#include <annexa/isms/context_checks.hpp>
#include <annexa/nonconformity/lifecycle.hpp>
#include <annexa/risk/remaining.hpp>
#include <map>

#include "review_input_parts.hpp"

namespace annexa {
inline namespace v1 {
namespace {

// The figures of some indicators, without groups of which there is nothing.
void add_figures(ReviewMaterial const& m, std::initializer_list<std::string_view> ids, ReviewInput& out) {
  for (auto const& each : m.period.values)
    if (std::ranges::find(ids, each.id) != ids.end() && (each.group.empty() || each.value)) out.figures.push_back(each);
}

// ---- Nonconformities

std::string standing_of(Nonconformity const& n, ReviewMaterial const& m) {
  if (is_final(n.state)) return to_string(n.state);
  return has_passed_deadline(n, m.today) ? to_string(n.state) + ", overdue" : to_string(n.state);
}

// ---- Measurements

MeasuredValue const* last_value(Measurement const& measurement, ReviewSpan const& span) {
  MeasuredValue const* last = nullptr;
  for (auto const& each : measurement.values)
    if (span.from <= each.on && each.on <= span.until) last = &each;
  return last;
}

// Values with different places compare by their digits at the finer scale; what does not fit is not told.
std::optional<bool> keeps_target(Measurement const& measurement, Decimal const& value) {
  if (!measurement.target || !measurement.goal) return {};
  auto const scale = std::max(value.scale(), measurement.target->scale());
  auto const found = value.digits_at(scale);
  auto const wanted = measurement.target->digits_at(scale);
  if (!found || !wanted) return {};
  return *measurement.goal == MeasurementGoal::at_least ? *found >= *wanted : *found <= *wanted;
}

std::string with_unit(Decimal const& value, std::string const& unit) {
  return to_string(value) + (unit.empty() ? "" : ' ' + unit);
}

// The value, what is wanted, and the one before it.
std::string reading_of(Measurement const& measurement, MeasuredValue const& last) {
  auto text = with_unit(last.value, measurement.unit);
  if (measurement.target)
    text += std::string(measurement.goal == MeasurementGoal::at_most ? ", at most " : ", at least ") +
            with_unit(*measurement.target, measurement.unit);
  if (auto const at = &last - measurement.values.data(); at > 0) {
    auto const& before = measurement.values[static_cast<std::size_t>(at - 1)];
    text += "; " + with_unit(before.value, measurement.unit) + " on " + to_string(before.on);
  }
  return last.note.empty() ? text : text + ". " + last.note;
}

// ---- Risks

struct RiskCounts {
  std::size_t open = 0;
  std::size_t unscored = 0;
  std::size_t above = 0;       // asks for treatment, and nobody accepted it
  std::size_t late = 0;        // treatments
  std::size_t unapproved = 0;  // treatments
  std::size_t measures_open = 0;
  std::size_t measures_late = 0;
  std::size_t measures_done = 0;  // within the span
};

bool is_open_measure(Measure const& measure) {
  return measure.status != MeasureStatus::done && measure.status != MeasureStatus::cancelled;
}

void count_measures(ReviewMaterial const& m, Risk const& risk, RiskCounts& counts) {
  for (auto const& each : risk.measures) {
    if (is_open_measure(each)) ++counts.measures_open;
    if (is_open_measure(each) && m.is_late(each.due)) ++counts.measures_late;
    if (m.holds(each.done_on)) ++counts.measures_done;
  }
}

// Why management should look at a risk; empty if it need not.
std::string concern_of(ReviewMaterial const& m, Risk const& risk, Method const* method, RiskCounts& counts) {
  bool const accepted = is_accepted(risk, m.span.until);
  if (!remaining_score(risk.scores)) {
    ++counts.unscored;
    return "not assessed";
  }
  if (asks_for_treatment(risk, method) && !accepted) {
    ++counts.above;
    return risk.acceptance ? "acceptance expired" : "above acceptance";
  }
  if (risk.status == RiskStatus::treated && m.is_late(risk.treatment_due)) {
    ++counts.late;
    return "treatment overdue";
  }
  bool const late = std::ranges::any_of(
      risk.measures, [&](Measure const& each) { return is_open_measure(each) && m.is_late(each.due); });
  return late ? "measure overdue" : std::string();
}

std::string band_note(Risk const& risk) {
  auto const* score = remaining_score(risk.scores);
  auto text = score ? "Remains " + score->band : std::string("No score");
  if (risk.treatment) text += "; " + to_string(*risk.treatment);
  return text + '.';
}

}  // namespace

void nonconformity_trends(ReviewMaterial const& m, ReviewInput& out) {
  std::size_t known = 0;
  std::size_t closed = 0;
  std::size_t open = 0;
  for (auto const* each : m.records.nonconformities) {
    auto const begun = raised_on(*each);
    if (begun && *begun <= m.span.until) ++known;
    bool const ended = m.holds(each->closed_on);
    bool const lives = was_open(*each, m.span.until);
    if (ended) ++closed;
    if (lives) ++open;
    if (ended || lives)
      out.lines.push_back(line_about(*each, each->title, standing_of(*each, m),
                                     ended ? each->closed_on : raised_on(*each),
                                     each->grade ? "Graded " + to_string(*each->grade) + '.' : "Not graded."));
  }
  if (known == 0) return;
  add_figures(m, {"time-to-state", "overdue-share", "overdue-open", "effectiveness-rate", "recurrence-rate", "age"},
              out);
  out.summary = counted_of(open, "nonconformity", "nonconformities") + " open, " + std::to_string(closed) +
                " closed since " + to_string(m.span.from) + '.';
}

void measured_results(ReviewMaterial const& m, ReviewInput& out) {
  std::size_t read = 0;
  std::size_t missed = 0;
  for (auto const* each : m.records.measurements) {
    if (!is_known(m, *each)) continue;
    auto const* last = last_value(*each, m.span);
    auto const kept = last ? keeps_target(*each, last->value) : std::nullopt;
    if (last) ++read;
    if (kept == false) ++missed;
    std::string const state = !last ? "no value" : !kept ? "read" : *kept ? "on target" : "off target";
    out.lines.push_back(line_about(*each, each->title, state, last ? std::optional(last->on) : std::nullopt,
                                   last ? reading_of(*each, *last) : each->frequency));
  }
  auto const measured = out.lines.size();
  for (auto const* each : m.records.incidents)
    if (is_known(m, *each) && (m.holds(each->reported_on) || m.holds(each->closed_on)))
      out.lines.push_back(line_about(*each, each->title, to_string(each->state), each->reported_on,
                                     each->severity ? "Severity " + to_string(*each->severity) + '.' : ""));
  auto const incidents = out.lines.size() - measured;
  if (read + incidents == 0) return;
  out.summary = std::to_string(read) + " of " + counted_of(measured, "measurement", "measurements") + " read, " +
                std::to_string(missed) + " off target; " + counted_of(incidents, "incident", "incidents") + '.';
}

void audit_results(ReviewMaterial const& m, ReviewInput& out) {
  KpiMaterial const period(m.records, m.catalog, m.span.from, m.span.until, m.today);
  std::size_t conforming = 0;
  for (auto const* each : m.records.audits) {
    if (!was_carried_out(*each, period)) continue;
    if (each->conclusion && each->conclusion->conforming) ++conforming;
    out.lines.push_back(line_about(*each, each->title, to_string(each->state), each->until,
                                   each->conclusion ? each->conclusion->summary : ""));
  }
  if (out.lines.empty()) return;
  add_figures(m, {"programme-fulfilment", "audit-coverage", "findings-by-clause", "findings-by-theme"}, out);
  out.summary = counted_of(out.lines.size(), "audit", "audits") + " carried out; " + std::to_string(conforming) +
                " found the ISMS conforming apart from the findings.";
}

void objectives_met(ReviewMaterial const& m, ReviewInput& out) {
  std::map<ObjectiveState, std::size_t> counts;
  std::size_t late = 0;  // treatments
  for (auto const* each : m.records.objectives) {
    bool const ended = each->state != ObjectiveState::open;
    if (!is_known(m, *each) || (ended && each->ended_on && *each->ended_on < m.span.from)) continue;
    ++counts[each->state];
    bool const passed = !ended && m.is_late(each->due);
    if (passed) ++late;
    out.lines.push_back(line_about(*each, each->title, passed ? "overdue" : to_string(each->state), each->due,
                                   ended ? each->result : each->evaluation));
  }
  if (out.lines.empty()) return;
  out.summary = counted_of(out.lines.size(), "objective", "objectives") + ": " +
                std::to_string(counts[ObjectiveState::achieved]) + " achieved, " +
                std::to_string(counts[ObjectiveState::missed]) + " missed, " +
                std::to_string(counts[ObjectiveState::open]) + " open, of these " + std::to_string(late) + " overdue.";
}

void risk_status(ReviewMaterial const& m, ReviewInput& out) {
  RiskCounts counts;
  std::map<std::string_view, Method const*> methods;
  for (auto const* each : m.records.methods) methods[each->key.text()] = each;
  for (auto const* risk : m.records.risks) {
    if (risk->status == RiskStatus::closed) continue;
    ++counts.open;
    auto const method = methods.find(risk->scores.method);
    auto const* by = method == methods.end() ? nullptr : method->second;
    if (needs_approval(*risk, by)) ++counts.unapproved;
    count_measures(m, *risk, counts);
    if (auto concern = concern_of(m, *risk, by, counts); !concern.empty())
      out.lines.push_back(line_about(*risk, risk->title, std::move(concern), risk->treatment_due, band_note(*risk)));
  }
  if (counts.open == 0) return;
  out.summary = counted_of(counts.open, "risk", "risks") + " open, " + std::to_string(counts.unscored) +
                " not assessed, " + std::to_string(counts.above) + " above acceptance; " +
                counted_of(counts.unapproved, "treatment", "treatments") + " not approved, " +
                std::to_string(counts.late) + " overdue; measures: " + std::to_string(counts.measures_done) +
                " carried out since " + to_string(m.span.from) + ", " + std::to_string(counts.measures_open) +
                " open, " + std::to_string(counts.measures_late) + " overdue.";
}

}  // namespace v1
}  // namespace annexa
