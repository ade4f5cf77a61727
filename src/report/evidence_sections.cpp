#include "evidence_sections.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

// Of which time it speaks.
Cells period_of(Evidence const& evidence) {
  Cells cells;
  if (evidence.effective_on) cells.emplace_back(evidence.effective_on);
  if (evidence.effective_until)
    cells.emplace_back(say("evidence.period"_word, {{"day", spoken(*evidence.effective_until, DateStyle::brief)}}));
  return cells;
}

// What was kept of it, for how long, how confidential it is, and through whose hands it went.
Cells kept(RecordMaterial const& m, Evidence const& evidence) {
  Cells cells;
  if (evidence.form) cells.emplace_back(word_of(*evidence.form));
  for (auto const* text : {&evidence.redaction, &evidence.classification})
    if (!text->empty()) cells.emplace_back(*text);
  if (evidence.retain_until)
    cells.emplace_back(say("evidence.retain"_word, {{"day", spoken(*evidence.retain_until, DateStyle::brief)}}));
  if (evidence.reused_from)
    cells.emplace_back(
        say("evidence.reused"_word, {{"key", evidence.reused_from->text()}, {"reason", evidence.reused_because}}));
  for (auto const& each : evidence.custody)
    cells.emplace_back(say("evidence.custody"_word, {{"day", spoken(each.at.date(), DateStyle::brief)},
                                                     {"person", m.person(each.to)},
                                                     {"place", each.place},
                                                     {"reason", each.reason}}));
  return cells;
}

}  // namespace

Table evidence_table(RecordMaterial const& m, std::vector<Evidence const*> const& some) {
  Table table{"table-evidence",
              say("section.evidence"_word),
              {column("column.key"_word), column("column.title"_word), column("column.kind"_word),
               column("column.source"_word), column("column.effective"_word, ColumnKind::date),
               column("column.received"_word, ColumnKind::date), column("column.unit"_word), column("column.kept"_word),
               column("column.sha256"_word, ColumnKind::code), column("column.additions"_word)},
              {}};
  for (auto const* each : some)
    table.rows.push_back({anchor_of("evidence", each->key.text()),
                          {{each->key.text()},
                           {each->title},
                           {word_of(each->kind)},
                           maybe(each->source),
                           period_of(*each),
                           {each->received_on},
                           maybe(m.unit(each->unit)),
                           kept(m, *each),
                           each->sha256 ? Cells{to_string(*each->sha256)} : Cells{},
                           additions(each->custom, each->external_ids)}});
  drop_empty_columns(table, 3);
  return table;
}

Section evidence_section(AuditMaterial const& m) {
  auto out = section("evidence", "section.evidence"_word);
  out.blocks.emplace_back(Paragraph{say("evidence.intro"_word)});
  out.blocks.push_back(table_or(evidence_table(m, m.evidence), "evidence.none"_word));
  return out;
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
