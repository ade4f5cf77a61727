// What was found, and the evidence it rests on.
#include <algorithm>

#include "audit_sections.hpp"
#include "translations.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

Row finding_row(AuditMaterial const& m, Finding const& finding) {
  Cells state;
  if (finding.state != FindingState::raised) state.emplace_back(word_of(finding.state));
  if (!finding.decision.empty()) state.emplace_back(finding.decision);
  return {anchor_of("finding", finding.key.text()),
          {{finding.key.text()},
           finding_cells(m.state, finding),
           criteria_cells(finding.criteria),
           maybe(m.unit(finding.unit)),
           evidence_cells(finding.evidence),
           std::move(state),
           additions(finding.custom, finding.external_ids)}};
}

Section of_kind(AuditMaterial const& m, FindingKind kind, std::string anchor, Word title, Word none) {
  auto out = section(anchor, title);
  Table table{
      "table-" + anchor,
      say(title),
      {column("column.key"_word), column("column.finding"_word), column("column.criteria"_word, ColumnKind::reference),
       column("column.unit"_word), column("column.evidence"_word, ColumnKind::reference),
       column("column.decision"_word), column("column.additions"_word)},
      {}};
  for (auto const* each : m.findings)
    if (each->kind == kind) table.rows.push_back(finding_row(m, *each));
  drop_empty_columns(table, 2);
  out.blocks.push_back(table_or(std::move(table), none));
  return out;
}

Section strengths(AuditMaterial const& m) {
  return of_kind(m, FindingKind::strength, "strengths", "section.strengths"_word, "strengths.none"_word);
}
Section observations(AuditMaterial const& m) {
  return of_kind(m, FindingKind::observation, "observations", "section.observations"_word, "observations.none"_word);
}
Section opportunities(AuditMaterial const& m) {
  return of_kind(m, FindingKind::opportunity, "opportunities", "section.opportunities"_word, "opportunities.none"_word);
}

// The nonconformities in short; the next section has each in full.
Section failures(AuditMaterial const& m) {
  auto out = section("finding-nonconformities", "section.failures"_word);
  Table table{"table-failures",
              say("section.failures"_word),
              {column("column.key"_word), column("column.finding"_word), column("column.grade"_word, ColumnKind::badge),
               column("column.criteria"_word, ColumnKind::reference), column("column.unit"_word),
               column("column.evidence"_word, ColumnKind::reference),
               column("column.nonconformity"_word, ColumnKind::reference), column("column.additions"_word)},
              {}};
  for (auto const* each : m.findings) {
    if (each->kind != FindingKind::nonconformity) continue;
    Cells link;
    if (each->nonconformity)
      link.push_back(Cell::link(each->nonconformity->text(), anchor_of("nonconformity", each->nonconformity->text())));
    table.rows.push_back({anchor_of("finding", each->key.text()),
                          {{each->key.text()},
                           finding_cells(m.state, *each),
                           {badge_of(each->grade)},
                           criteria_cells(each->criteria),
                           maybe(m.unit(each->unit)),
                           evidence_cells(each->evidence),
                           std::move(link),
                           additions(each->custom, each->external_ids)}});
  }
  drop_empty_columns(table, 1);
  out.blocks.push_back(table_or(std::move(table), "failures.none"_word));
  return out;
}

}  // namespace

Section findings_section(AuditMaterial const& m) {
  auto out = section("findings", "section.findings"_word);
  for (auto const maker : {strengths, failures, observations, opportunities}) out.subsections.push_back(maker(m));
  return out;
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
