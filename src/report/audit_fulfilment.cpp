// How much of what was audited against is met.
#include <algorithm>

#include "audit_sections.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

// A row per part of a bar and column of a table, from the best.
struct Part {
  Word name;
  Tone tone;
  int (*count)(Tally const&);
};
constexpr std::array parts{
    Part{"tally.conforming"_word, Tone::good, [](Tally const& t) { return t.conforming; }},
    Part{"tally.remarks"_word, Tone::notice, [](Tally const& t) { return t.observation + t.opportunity; }},
    Part{"tally.minor"_word, Tone::warning, [](Tally const& t) { return t.minor; }},
    Part{"tally.major"_word, Tone::bad, [](Tally const& t) { return t.major; }},
    Part{"tally.not-assessed"_word, Tone::muted, [](Tally const& t) { return t.not_assessed; }},
};

// A group of criteria as it is called: a pillar, a theme, or the number of a clause.
std::string group_id(FulfilmentGroup const& group) {
  return known_name("theme", group.id, known_name("pillar", group.id, std::string(group.id)));
}
Cells group_title(Catalog const& catalog, FulfilmentGroup const& group) {
  if (auto title = catalog_title(catalog, group.id); !title.empty()) return title;
  return maybe(known_name("theme", group.title, group.title));
}

Table groups_table(Catalog const& catalog, std::string anchor, std::string caption, Word first,
                   std::vector<FulfilmentGroup> const& groups) {
  Table table{std::move(anchor), std::move(caption), {column(first), column("column.title"_word)}, {}};
  bool const titled = std::ranges::any_of(groups, [](auto const& each) { return !each.title.empty(); });
  if (!titled) table.columns.pop_back();
  table.columns.push_back(column("column.fulfilment"_word, ColumnKind::number, "%"));
  table.columns.push_back(column("column.in-scope"_word, ColumnKind::number));
  for (auto const& part : parts) table.columns.push_back(column(part.name, ColumnKind::number));
  table.columns.push_back(column("tally.not-applicable"_word, ColumnKind::number));
  for (auto const& group : groups) {
    Row row{{}, {{group_id(group)}}};
    if (titled) row.cells.push_back(group_title(catalog, group));
    auto const degree = degree_of(group.tally);
    row.cells.push_back(degree ? Cells{degree} : Cells{});
    row.cells.push_back({group.tally.in_scope()});
    for (auto const& part : parts) row.cells.push_back({part.count(group.tally)});
    row.cells.push_back({group.tally.not_applicable});
    table.rows.push_back(std::move(row));
  }
  return table;
}

FulfilmentGroup total_of(AuditMaterial const& m) { return {say("tally.total"_word), {}, m.tally}; }

Section pillars(AuditMaterial const& m) {
  auto out = section("fulfilment-pillars", "section.by-pillar"_word);
  auto const groups = fulfilment_by(Grouping::pillar, m.verdicts, m.catalog);
  if (groups.empty())
    out.blocks.emplace_back(Paragraph{say("fulfilment.no-clauses"_word)});
  else
    out.blocks.emplace_back(
        groups_table(m.catalog, "table-pillars", say("section.by-pillar"_word), "column.pillar"_word, groups));
  return out;
}

Section themes(AuditMaterial const& m) {
  auto out = section("fulfilment-themes", "section.by-theme"_word);
  auto const groups = fulfilment_by(Grouping::theme, m.verdicts, m.catalog);
  if (groups.empty()) {
    out.blocks.emplace_back(Paragraph{say("fulfilment.no-controls"_word)});
    return out;
  }
  out.blocks.emplace_back(fulfilment_figure("figure-themes", say("figure.by-theme"_word), groups));
  out.blocks.emplace_back(
      groups_table(m.catalog, "table-themes", say("section.by-theme"_word), "column.theme"_word, groups));
  return out;
}

Section clauses(AuditMaterial const& m) {
  auto out = section("fulfilment-clauses", "section.by-clause"_word);
  auto groups = fulfilment_by(Grouping::clause, m.verdicts, m.catalog);
  groups.push_back(total_of(m));
  out.blocks.emplace_back(
      groups_table(m.catalog, "table-clauses", say("section.by-clause"_word), "column.clause"_word, groups));
  return out;
}

// Where it was looked at, and what was found there if units differ.
Cells places(AuditMaterial const& m, CriterionVerdict const& verdict) {
  Cells cells;
  for (auto const* each : verdict.assessments) {
    auto const name = each->unit ? m.unit(each->unit) : say("verdicts.everywhere"_word);
    bool const differs = each->verdict != verdict.verdict;
    cells.emplace_back(differs ? name + ": " + word_of(each->verdict) : name);
  }
  return cells;
}

Row verdict_row(AuditMaterial const& m, CriterionVerdict const& verdict) {
  Cells remarks;
  std::vector<Key<"evidence">> evidence;
  for (auto const* each : verdict.assessments) {
    if (!each->reason.empty()) remarks.emplace_back(each->reason);
    if (!each->rating.empty()) remarks.emplace_back(say("verdicts.rating"_word, {{"rating", each->rating}}));
    if (each->design) remarks.emplace_back(say("verdicts.design"_word, {{"result", word_of(*each->design)}}));
    if (each->operation) remarks.emplace_back(say("verdicts.operation"_word, {{"result", word_of(*each->operation)}}));
    for (auto const& key : each->samples) remarks.push_back(Cell::link(key.text(), anchor_of("sample", key.text())));
    if (!each->sample.empty()) remarks.emplace_back(say("verdicts.sample"_word, {{"sample", each->sample}}));
    for (auto const& key : each->evidence)
      if (std::ranges::find(evidence, key) == evidence.end()) evidence.push_back(key);
  }
  auto const& text = verdict.criterion.text();
  return {anchor_of("criterion", text),
          {{text},
           m.title_of(verdict.criterion),
           {badge_of(verdict.verdict)},
           places(m, verdict),
           std::move(remarks),
           evidence_cells(evidence)}};
}

Section verdicts(AuditMaterial const& m) {
  auto out = section("verdicts", "section.verdicts"_word);
  Table table{"table-verdicts",
              say("verdicts.caption"_word),
              {column("column.criterion"_word), column("column.title"_word),
               column("column.verdict"_word, ColumnKind::badge), column("column.where"_word),
               column("column.remarks"_word), column("column.evidence"_word, ColumnKind::reference)},
              {}};
  for (auto const& each : m.verdicts) table.rows.push_back(verdict_row(m, each));
  out.blocks.push_back(table_or(std::move(table), "verdicts.none"_word));
  return out;
}

}  // namespace

std::string share_of(Tally const& tally) {
  auto const degree = degree_of(tally);
  if (!degree) return say("fulfilment.nothing"_word);
  return say(
      "fulfilment.share"_word,
      {{"met", number_text(tally.met())}, {"all", number_text(tally.in_scope())}, {"degree", number_text(*degree)}});
}

Figure fulfilment_figure(std::string anchor, std::string title, std::vector<FulfilmentGroup> const& groups) {
  StackedBars bars;
  for (auto const& part : parts) bars.series.push_back({say(part.name), part.tone});
  std::string description;
  for (auto const& group : groups) {
    Bar bar{group_id(group), {}, share_of(group.tally)};
    for (auto const& part : parts) bar.values.push_back(part.count(group.tally));
    description += (description.empty() ? "" : "; ") + bar.label + ": " + bar.note;
    bars.bars.push_back(std::move(bar));
  }
  return {std::move(anchor), std::move(title), description + '.', std::move(bars)};
}

Section fulfilment_section(AuditMaterial const& m) {
  auto out = section("fulfilment", "section.fulfilment"_word);
  out.blocks.emplace_back(Paragraph{say("fulfilment.definition"_word)});
  out.blocks.emplace_back(fulfilment_figure("figure-fulfilment", say("figure.overall"_word), {total_of(m)}));
  for (auto const maker : {pillars, themes, clauses, verdicts}) out.subsections.push_back(maker(m));
  return out;
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
