#pragma once
// Everything that the reports on risks draw from, gathered once, and how they name it.

#include <annexa/command/risk_register.hpp>
#include <annexa/command/state.hpp>
#include <annexa/command/status.hpp>
#include <annexa/report/report_context.hpp>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "audit_sections.hpp"
#include "people_words.hpp"
#include "risk_maps.hpp"

namespace annexa {
inline namespace v1 {
namespace report {

struct RiskMaterial {
  RiskMaterial(State const& state, ReportContext const& context);

  State const& state;
  ReportContext const& context;
  Date today;
  std::vector<Risk const*> open;     // in natural order
  std::vector<RiskScoring> scoring;  // of each of these, as things stand today
  Status status;

  [[nodiscard]] std::string person(Key<"person"> const& key) const { return people_.name(key); }
  // A person that an event names by a text: the name of the key, else the text.
  [[nodiscard]] std::string person_called(std::string const& text) const;
  [[nodiscard]] Cells unit(Risk const& risk) const;
  // The owner, and whether that is still somebody.
  [[nodiscard]] Cells owner(Risk const& risk) const;
  [[nodiscard]] Cells approval(Risk const& risk) const;
  [[nodiscard]] Cells acceptance(Risk const& risk) const;
  // The band of a score on record, or nothing.
  [[nodiscard]] Cells band(Risk const& risk, std::optional<Score> const& score) const;
  [[nodiscard]] Cells remaining(Risk const& risk) const;

 private:
  PeopleWords people_;
  std::set<std::string, std::less<>> orphaned_;
};

// What to make of a band: acceptable or not, and the lowest and the highest apart from those between.
[[nodiscard]] Tone band_tone(Method const& method, int level);

// A badge for a score; neutral if @p method is null.
[[nodiscard]] Cell band_badge(Method const* method, Score const& score);

[[nodiscard]] Cell risk_link(Risk const& risk);
[[nodiscard]] Cells treatment_cells(Risk const& risk);
[[nodiscard]] Cells acceptance_cells(Risk const& risk, Date today, std::string accepted_by);
[[nodiscard]] std::string method_text(State const& state, std::string const& key, int version);
[[nodiscard]] Cells number_or_nothing(std::int64_t number);
[[nodiscard]] Cells control_cells(std::vector<Criterion> const& controls);

// The sections of the risk register, in their order.
[[nodiscard]] Section risk_figures_section(RiskMaterial const& m);
[[nodiscard]] Section risk_maps_section(RiskMaterial const& m);
[[nodiscard]] Section risk_trend_section(RiskMaterial const& m);
[[nodiscard]] Section register_section(RiskMaterial const& m);
[[nodiscard]] Section decisions_section(RiskMaterial const& m);
[[nodiscard]] Section explained_section(RiskMaterial const& m);
[[nodiscard]] Section risk_history_section(RiskMaterial const& m);

}  // namespace report
}  // namespace v1
}  // namespace annexa
