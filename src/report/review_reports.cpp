// Readiness and gap as reports.
#include <annexa/command/review.hpp>
#include <annexa/report/review_reports.hpp>

#include "audit_sections.hpp"
#include "report_language.hpp"
#include "review_sections.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

// ---- Readiness

// A tone per state, in the order of the enumeration.
constexpr std::array readiness_tones{Tone::good, Tone::bad, Tone::warning, Tone::muted};

// A record that was found, "noun:key", as people name it.
std::string record_name(std::string_view record) {
  auto const colon = record.find(':');
  if (colon == record.npos) return std::string(record);
  return known_name("noun", record.substr(0, colon)) + ' ' + std::string(record.substr(colon + 1));
}

Row readiness_row(ReadinessItem const& item) {
  Cells found;
  for (auto const& each : item.found) found.emplace_back(record_name(each));
  return {anchor_of("item", item.id),
          {{known_sentence(item.what)},
           {item.clause.text()},
           {item.clause.is_control() ? say("basis.annex-a"_word) : known_name("basis", item.basis)},
           {toned(item.state, readiness_tones)},
           {known_sentence(item.why)},
           std::move(found)}};
}

// The items in one of some states, as a section.
Section readiness_section(Readiness const& readiness, std::string anchor, Word title,
                          std::initializer_list<ReadinessState> states) {
  Table table{"table-" + anchor,
              say("readiness.caption"_word),
              {column("column.what"_word), column("column.clause"_word), column("column.basis"_word),
               column("column.state"_word, ColumnKind::badge), column("column.why"_word), column("column.record"_word)},
              {}};
  for (auto const state : states)
    for (auto const& item : readiness.items)
      if (item.state == state) table.rows.push_back(readiness_row(item));
  auto out = section(std::move(anchor), title);
  out.blocks.push_back(table_or(std::move(table), "readiness.none"_word));
  return out;
}

// ---- Gap

Cells through_cells(GapRequirement const& requirement) {
  Cells cells;
  for (auto const& each : requirement.through) {
    auto const verdict = each.verdict ? word_of(*each.verdict) + ", " + each.audit->text() : say("gap.unassessed"_word);
    cells.emplace_back(say("gap.through"_word, {{"control", each.control.text()},
                                                {"relationship", known_name("relationship", each.relationship)},
                                                {"verdict", verdict}}));
  }
  return cells;
}

Cells gap_evidence(GapRequirement const& requirement) {
  Cells cells;
  for (auto const& control : requirement.through)
    for (auto const& key : control.evidence)
      if (std::ranges::find(cells, Cell(key.text())) == cells.end()) cells.emplace_back(key.text());
  return cells;
}

Cells answer_of(bool value, Tone good) {
  return {Cell::badge(say(value ? "custom.true"_word : "custom.false"_word), value ? good : Tone::muted)};
}

Cells requirement_title(Gap const& gap, GapRequirement const& requirement) {
  auto const* catalog = find_catalog(gap.framework);
  auto title = catalog ? catalog_title(*catalog, requirement.id) : Cells{};
  return title.empty() ? maybe(requirement.title) : title;
}

Table gap_table(Gap const& gap) {
  Table table{"table-requirements",
              say("gap.caption"_word),
              {column("column.requirement"_word), column("column.title"_word),
               column("column.implemented"_word, ColumnKind::badge), column("column.assessed"_word, ColumnKind::badge),
               column("column.conforming"_word, ColumnKind::badge), column("column.through"_word),
               column("column.evidence"_word)},
              {}};
  for (auto const& each : gap.requirements) {
    auto const conforming = each.applicable ? answer_of(each.conforming, Tone::good)
                                            : Cells{Cell::badge(say("gap.not-applicable"_word), Tone::muted)};
    table.rows.push_back({anchor_of("requirement", each.id),
                          {{each.id},
                           requirement_title(gap, each),
                           answer_of(each.implemented, Tone::neutral),
                           answer_of(each.assessed, Tone::neutral),
                           conforming,
                           through_cells(each),
                           gap_evidence(each)}});
  }
  return table;
}

KeyFigures gap_figures(GapTotals const& totals) {
  auto met = counted_figure("figure.conforming"_word, totals.conforming, Tone::good);
  if (totals.degree) met.details.emplace_back(say("number.percent"_word, {{"value", number_text(*totals.degree)}}));
  return {{counted_figure("figure.applicable"_word, totals.applicable), std::move(met),
           counted_figure("figure.implemented"_word, totals.implemented),
           counted_figure("figure.assessed"_word, totals.assessed),
           counted_figure("figure.reusable"_word, totals.reusable)}};
}

}  // namespace

result<Document> readiness_report(State const& state, std::string_view key, ReportContext const& context) {
  if (!key.empty()) return no_key_here(key);
  auto const language = report_language(state, context);
  if (!language) return language.error();
  Speaking const speaking(*language);
  auto const found = readiness(state, context.generated_at.date());
  auto const& totals = found.totals;
  auto document = review_frame(state, context, "readiness", {}, "document.readiness"_word);
  document.facts.push_back({say("fact.on"_word), {found.on}});
  document.headline = found.ready ? Callout{Tone::good, say("readiness.ready"_word), {}}
                                  : Callout{Tone::warning,
                                            count_of(totals.required_open + totals.annex_a_open,
                                                     "readiness.one-short"_word, "readiness.not-ready"_word),
                                            {}};
  auto figures = section("figures", "section.figures"_word);
  figures.blocks.emplace_back(KeyFigures{{counted_figure("figure.present"_word, totals.present, Tone::good),
                                          counted_figure("figure.missing"_word, totals.missing, Tone::bad),
                                          counted_figure("figure.stale"_word, totals.stale, Tone::warning)}});
  document.sections.push_back(std::move(figures));
  using enum ReadinessState;
  document.sections.push_back(readiness_section(found, "open", "section.open"_word, {missing, stale}));
  document.sections.push_back(readiness_section(found, "present", "section.present"_word, {present}));
  document.sections.push_back(
      readiness_section(found, "not-applicable", "section.not-applicable"_word, {not_applicable}));
  return finished(std::move(document), state, context);
}

result<Document> gap_report(State const& state, std::string_view framework, ReportContext const& context) {
  auto const found = gap(state, framework);
  if (!found) return found.error();
  auto const language = report_language(state, context);
  if (!language) return language.error();
  Speaking const speaking(*language);
  auto document = review_frame(state, context, "gap", found->framework, "document.gap"_word);
  bool const built_in = find_catalog(found->framework) != nullptr;
  document.facts.push_back(
      {say("fact.framework"_word), {built_in ? in_english(found->title) : Cell(found->title), found->framework}});
  document.facts.push_back({say("fact.on"_word), {context.generated_at.date()}});
  auto figures = section("figures", "section.figures"_word);
  figures.blocks.emplace_back(Paragraph{say("gap.intro"_word)});
  figures.blocks.emplace_back(gap_figures(found->totals));
  document.sections.push_back(std::move(figures));
  auto requirements = section("requirements", "section.requirements"_word);
  requirements.blocks.push_back(table_or(gap_table(*found), "gap.none"_word));
  document.sections.push_back(std::move(requirements));
  return finished(std::move(document), state, context);
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
