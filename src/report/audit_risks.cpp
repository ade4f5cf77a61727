// What remains of the risks, as a heat map and as a list.
#include <algorithm>
#include <annexa/risk/remaining.hpp>
#include <tuple>
#include <utility>

#include "audit_sections.hpp"
#include "risk_material.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

constexpr std::size_t most_listed = 25;

// True if the score can be drawn on the grid of its method.
bool is_on_grid(RemainingRisk const& each) {
  if (!each.method) return false;
  auto const inside = [&](int level, std::size_t levels) {
    return level >= each.method->first_level() && std::cmp_less(level - each.method->first_level(), levels);
  };
  return inside(each.score->likelihood, each.method->likelihood.size()) &&
         inside(each.score->impact, each.method->impact.size());
}

result<HeatMap> remaining_map(Method const& method, std::vector<RemainingRisk> const& risks) {
  std::vector<HeatPoint> points;
  for (auto const& each : risks)
    if (each.method == &method && is_on_grid(each))
      points.push_back({each.risk->key.text(), each.score->likelihood, each.score->impact});
  return heat_map(method, points);
}

std::string name_of(std::vector<std::string> const& names, int level, int lowest) {
  return std::to_string(level) + ' ' + names[static_cast<std::size_t>(level - lowest)];
}

Cells id_cells(std::vector<std::string> const& ids) {
  constexpr std::size_t most = 40;
  Cells cells;
  for (auto const& id : ids) {
    if (cells.size() == most) break;
    cells.push_back(Cell::link(id, anchor_of("risk", id)));
  }
  if (ids.size() > most) cells.emplace_back(say("summary.more"_word, {{"count", number_text(ids.size() - most)}}));
  return cells;
}

// The heat map in words: a row for each cell that holds risks, the most serious first.
Table cells_table(Method const& method, HeatMap const& map) {
  Table table{
      anchor_of("cells", method.key.text()),
      say("heat.caption"_word),
      {column("heat.likelihood"_word), column("heat.impact"_word), column("column.band"_word, ColumnKind::badge),
       column("column.count"_word, ColumnKind::number), column("column.risks"_word, ColumnKind::reference)},
      {}};
  std::vector<HeatCell const*> filled;
  for (auto const& cell : map.cells)
    if (cell.count != 0) filled.push_back(&cell);
  std::ranges::stable_sort(filled, {}, [](HeatCell const* c) { return std::tuple(-c->band, -c->column, -c->row); });
  for (auto const* cell : filled) {
    auto ids = id_cells(cell->ids);
    auto const& band = method.bands[static_cast<std::size_t>(cell->band - 1)];
    table.rows.push_back({{},
                          {{name_of(map.row_names, cell->row, method.first_level())},
                           {name_of(map.column_names, cell->column, method.first_level())},
                           {Cell::badge(spoken(band.name), band_tone(method, cell->band))},
                           {cell->count},
                           std::move(ids)}});
  }
  return table;
}

std::string description_of(HeatMap const& map, std::int64_t count) {
  return say("heat.description"_word, {{"rows", std::to_string(map.row_names.size())},
                                       {"columns", std::to_string(map.column_names.size())},
                                       {"count", number_text(count)}});
}

Table list_of(AuditMaterial const& m, std::vector<RemainingRisk> const& risks) {
  Table table{
      "table-risks",
      say("risks.caption"_word),
      {column("column.risk"_word), column("column.title"_word), column("column.remaining"_word, ColumnKind::badge),
       column("column.owner"_word), column("column.treatment"_word), column("column.due"_word, ColumnKind::date),
       column("column.acceptance"_word, ColumnKind::badge), column("column.additions"_word)},
      {}};
  for (auto const& each : risks) {
    if (table.rows.size() == most_listed) break;
    auto const& risk = *each.risk;
    table.rows.push_back(
        {anchor_of("risk", risk.key.text()),
         {{risk.key.text()},
          {risk.title},
          {band_badge(each)},
          risk.owner ? Cells{m.person(*risk.owner)} : maybe(risk.owner_name),
          treatment_cells(risk),
          risk.treatment_due ? Cells{risk.treatment_due} : Cells{},
          risk.acceptance ? acceptance_cells(risk, m.today, m.person(risk.acceptance->accepted_by)) : Cells{},
          additions(risk.custom, risk.external_ids)}});
  }
  drop_empty_columns(table, 2);
  return table;
}

std::vector<Method const*> methods_in(std::vector<RemainingRisk> const& risks) {
  std::vector<Method const*> methods;
  for (auto const& each : risks)
    if (is_on_grid(each) && std::ranges::find(methods, each.method) == methods.end()) methods.push_back(each.method);
  std::ranges::sort(methods, natural_less, [](Method const* method) { return std::string_view(method->key.text()); });
  return methods;
}

void add_method(Section& out, Method const& method, std::vector<RemainingRisk> const& risks) {
  auto drawn = remaining_map(method, risks);
  if (!drawn) return;  // the method asks for more than a pair of levels: the list shows its risks
  auto& map = *drawn;
  std::int64_t count = 0;
  for (auto const& cell : map.cells) count += cell.count;
  auto cells = cells_table(method, map);
  auto title = say("heat.title"_word, {{"method", method.name}, {"version", std::to_string(method.version)}});
  auto description = description_of(map, count);
  out.blocks.emplace_back(
      Figure{anchor_of("heat-map", method.key.text()), std::move(title), std::move(description), std::move(map)});
  out.blocks.emplace_back(std::move(cells));
}

}  // namespace

std::vector<RemainingRisk> remaining_risks(AuditMaterial const& m) {
  std::vector<RemainingRisk> risks;
  m.state.for_each<Risk>([&](Risk const& risk) {
    auto const* score = remaining_score(risk.scores);
    if (risk.status == RiskStatus::closed || !score) return;
    auto const* method = m.state.find<Method>(risk.scores.method);
    risks.push_back({&risk, score, method && band_of(*method, risk.scores, *score) ? method : nullptr});
  });
  std::ranges::stable_sort(risks, {}, [](RemainingRisk const& each) {
    return std::tuple(-each.score->level, -each.score->impact, -each.score->likelihood);
  });
  return risks;
}

Cell band_badge(RemainingRisk const& each) { return band_badge(each.method, *each.score); }

Section risks_section(AuditMaterial const& m) {
  auto out = section("risks", "section.risks"_word);
  auto const risks = remaining_risks(m);
  if (risks.empty()) {
    out.blocks.emplace_back(Paragraph{say("risks.none"_word)});
    return out;
  }
  out.blocks.emplace_back(Paragraph{say("risks.intro"_word)});
  for (auto const* method : methods_in(risks)) add_method(out, *method, risks);
  auto const off = std::ranges::count_if(risks, [](auto const& each) { return !is_on_grid(each); });
  if (off != 0) out.blocks.emplace_back(Paragraph{say("risks.other-version"_word, {{"count", number_text(off)}})});
  out.blocks.emplace_back(list_of(m, risks));
  if (risks.size() > most_listed)
    out.blocks.emplace_back(Paragraph{say("summary.more"_word, {{"count", number_text(risks.size() - most_listed)}})});
  return out;
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
