// The checklist of an audit, for screen and paper.
#include <annexa/command/conduct.hpp>
#include <annexa/command/lookup.hpp>
#include <annexa/report/conduct_reports.hpp>

#include "audit_sections.hpp"
#include "people_words.hpp"
#include "report_language.hpp"
#include "review_sections.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

Cells unit_cells(State const& state, ChecklistLine const& line) {
  Cells cells;
  for (auto const& key : line.units) {
    auto const* unit = state.find(key);
    cells.emplace_back(unit && !unit->name.empty() ? unit->name : key.text());
  }
  return cells;
}

Cells method_cells(ChecklistLine const& line) {
  Cells cells;
  for (auto const& method : line.methods) cells.emplace_back(known_name("audit-method", method));
  return cells;
}

Cells title_cells(State const& state, ChecklistLine const& line) {
  auto const wording = criterion_wording(state, line.criterion, tag_of(spoken_language()));
  return wording ? wording_cells(*wording) : maybe(line.title);
}

// Questions and hints that annexa brings along are in English; those of a template are in its author's language.
Cells brought_along(ChecklistLine const& line, std::vector<std::string> const& texts) {
  Cells cells;
  for (auto const& text : texts) cells.push_back(line.basis == "template" ? Cell(text) : in_english(text));
  return cells;
}

Cells question_cells(ChecklistLine const& line) {
  Cells cells = brought_along(line, {line.question});
  if (line.basis == "guidance") cells.push_back(Cell::badge(say("checklist.guidance"_word), Tone::muted));
  return cells;
}

// Clauses and controls apart: they are asked in different rooms.
Section lines_section(State const& state, Checklist const& list, std::string anchor, Word title,
                      bool (*belongs)(Criterion const&)) {
  auto out = section(std::move(anchor), title);
  Table table{"table-" + out.anchor,
              say("checklist.caption"_word),
              {column("column.criterion"_word), column("column.title"_word), column("column.question"_word),
               column("column.look-for"_word), column("column.methods"_word), column("column.units"_word),
               column("column.follow-up"_word), column("column.verdict"_word, ColumnKind::badge),
               column("column.own-notes"_word)},
              {}};
  for (auto const& line : list.lines) {
    if (!belongs(line.criterion)) continue;
    table.rows.push_back({table.rows.empty() || table.rows.back().cells[0][0].text != line.criterion.text()
                              ? anchor_of("criterion", line.criterion.text())
                              : std::string(),
                          {{line.criterion.text()},
                           title_cells(state, line),
                           question_cells(line),
                           brought_along(line, line.evidence),
                           method_cells(line),
                           unit_cells(state, line),
                           text_cells(line.follow_up),
                           line.verdict ? Cells{badge_of(*line.verdict)} : Cells{},
                           {}}});
  }
  out.blocks.push_back(table_or(std::move(table), "checklist.none"_word));
  return out;
}

bool is_control(Criterion const& criterion) { return criterion.is_control(); }
bool is_no_control(Criterion const& criterion) { return !criterion.is_control(); }

Section figures(Checklist const& list) {
  auto out = section("figures", "section.figures"_word);
  int asked = 0;
  int again = 0;
  for (auto const& line : list.lines) {
    if (line.verdict && *line.verdict != Verdict::not_assessed) ++asked;
    if (!line.follow_up.empty()) ++again;
  }
  out.blocks.emplace_back(KeyFigures{{counted_figure("figure.questions"_word, static_cast<int>(list.lines.size())),
                                      counted_figure("figure.answered"_word, asked, Tone::good),
                                      counted_figure("figure.look-again"_word, again, Tone::warning)}});
  return out;
}

}  // namespace

result<Document> checklist_report(State const& state, std::string_view audit, ReportContext const& context) {
  auto const* about = state.find<Audit>(audit);
  if (!about) return no_record(state, *find_noun(Audit::type_name), audit);
  auto const language = report_language(state, context, about);
  if (!language) return language.error();
  Speaking const speaking(*language);
  auto const list = checklist(state, audit);
  if (!list) return list.error();
  PeopleWords const people(state, context.people);
  auto document = review_frame(state, context, "checklist", about->key.text(), "document.checklist"_word);
  document.title = about->title;
  document.subtitle = organization_of(state).name;
  document.confidentiality = about->confidentiality;
  document.facts = {{say("fact.audit"_word), {about->key.text()}},
                    {say("fact.first-day"_word), {about->from}},
                    {say("fact.last-day"_word), {about->until}}};
  if (auto const* lead = lead_of(*about)) document.facts.push_back({say("fact.lead"_word), {people.name(*lead)}});
  Cells templates;
  for (auto const& each : list->templates) templates.emplace_back(each.text());
  if (!templates.empty()) document.facts.push_back({say("fact.templates"_word), std::move(templates)});
  document.sections.push_back(figures(*list));
  document.sections.push_back(lines_section(state, *list, "clauses", "section.clauses"_word, is_no_control));
  document.sections.push_back(lines_section(state, *list, "controls", "section.controls"_word, is_control));
  return finished(std::move(document), state, context);
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
