#pragma once
// The sections of an audit report, in their order.

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "audit_material.hpp"
#include "wording.hpp"

namespace annexa {
inline namespace v1 {
namespace report {

[[nodiscard]] Section summary_section(AuditMaterial const& m);
[[nodiscard]] Section assignment_section(AuditMaterial const& m);
[[nodiscard]] Section fulfilment_section(AuditMaterial const& m);
[[nodiscard]] Section findings_section(AuditMaterial const& m);
[[nodiscard]] Section nonconformities_section(AuditMaterial const& m);

// What happened to a nonconformity beside the straight way; no rows where nothing did.
[[nodiscard]] Table detours_table(RecordMaterial const& m, Nonconformity const& n);
[[nodiscard]] Section risks_section(AuditMaterial const& m);
[[nodiscard]] Section conclusion_section(AuditMaterial const& m);
[[nodiscard]] Section conduct_section(AuditMaterial const& m);
[[nodiscard]] Section evidence_section(AuditMaterial const& m);
[[nodiscard]] Section deviations_section(AuditMaterial const& m);
[[nodiscard]] Section distribution_section(AuditMaterial const& m);

// ---- Small pieces that several sections use

// A section without contents yet.
[[nodiscard]] inline Section section(std::string anchor, Word title) {
  Section out;
  out.anchor = std::move(anchor);
  out.title = say(title);
  return out;
}

// The table if it has rows, else a sentence that says that there is nothing.
[[nodiscard]] inline Block table_or(Table table, Word nothing) {
  if (table.rows.empty()) return Paragraph{say(nothing)};
  return table;
}

[[nodiscard]] inline Column column(Word title, ColumnKind kind = ColumnKind::text, std::string unit = {}) {
  return {say(title), kind, std::move(unit)};
}

// Takes away those of the last @p count columns in which no row has a value.
void drop_empty_columns(Table& table, std::size_t count);

// What a host has added to a record: a line for each member of its own and each number in another system.
[[nodiscard]] Cells additions(Custom const& custom, std::vector<ExternalId> const& external_ids);

// Figure of the degree of fulfilment of some groups.
[[nodiscard]] Figure fulfilment_figure(std::string anchor, std::string title,
                                       std::vector<FulfilmentGroup> const& groups);

// "41 of 58, 70.6 %".
[[nodiscard]] std::string share_of(Tally const& tally);

// Items of the status that are late and belong to the audit or to the risks.
[[nodiscard]] std::vector<StatusItem const*> late_items(AuditMaterial const& m);

// What remains of a risk that is open, most serious first.
struct RemainingRisk {
  Risk const* risk;
  Score const* score;
  Method const* method;  // null if it is not the method that the score was made with any more
};
[[nodiscard]] std::vector<RemainingRisk> remaining_risks(AuditMaterial const& m);
[[nodiscard]] Cell band_badge(RemainingRisk const& risk);

}  // namespace report
}  // namespace v1
}  // namespace annexa
