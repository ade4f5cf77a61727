#pragma once
// Everything that the sections of an audit report draw from, gathered once.

#include <annexa/catalog/catalog.hpp>
#include <annexa/catalog/wording.hpp>
#include <annexa/command/state.hpp>
#include <annexa/report/audit_report.hpp>
#include <annexa/review/fulfilment.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "record_material.hpp"

namespace annexa {
inline namespace v1 {
namespace report {

struct AuditMaterial : RecordMaterial {
  AuditMaterial(State const& state, Audit const& audit, ReportContext const& context);

  Audit const& audit;
  Catalog const& catalog;
  std::vector<Session const*> sessions;        // by begin
  std::vector<Evidence const*> evidence;       // of this audit, by key
  std::vector<Finding const*> findings;        // of this audit without the withdrawn, by key
  std::vector<Assessment const*> assessments;  // of this audit
  std::vector<CriterionVerdict> verdicts;
  Tally tally;

  [[nodiscard]] std::vector<Cell> title_of(Criterion const& criterion) const;
  // True if the record belongs to this audit.
  [[nodiscard]] bool holds(std::string_view noun, std::string_view key) const;

 private:
  template <class T>
  [[nodiscard]] bool holds_as(std::string_view noun, std::string_view key) const;
};

// Values for the cells of a table.
using Cells = std::vector<Cell>;
[[nodiscard]] Cells evidence_cells(std::vector<Key<"evidence">> const& keys);
[[nodiscard]] Cells criteria_cells(std::vector<Criterion> const& criteria);
[[nodiscard]] Cells text_cells(std::vector<std::string> const& texts);
// The title of a requirement, in the language that is spoken where it has one there.
[[nodiscard]] Cells wording_cells(Wording const& wording);
[[nodiscard]] Cells catalog_title(Catalog const& catalog, std::string_view id);
// An empty text as no value.
[[nodiscard]] Cells maybe(std::string const& text);

// Badges.
[[nodiscard]] Cell badge_of(Verdict verdict);
[[nodiscard]] Cell badge_of(FindingKind kind);
[[nodiscard]] Cell badge_of(std::optional<Grade> grade);
[[nodiscard]] Cell badge_of(NonconformityState state);
[[nodiscard]] Cell badge_of(ActionState state);
[[nodiscard]] Cell badge_of(EffectivenessResult result);

}  // namespace report
}  // namespace v1
}  // namespace annexa
