// What remains of the risks, as a heat map and as a list.
#include <algorithm>
#include <annexa/risk/remaining.hpp>
#include <tuple>

#include "audit_sections.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

constexpr std::size_t most_listed = 25;

// What to make of a band: acceptable or not, and the lowest and the highest apart from those between.
Tone tone_of(Method const& method, int level) {
  bool const top = static_cast<std::size_t>(level) == method.bands.size();
  if (!method.bands[static_cast<std::size_t>(level - 1)].acceptable) return top ? Tone::bad : Tone::warning;
  return level == 1 ? Tone::good : Tone::notice;
}

// True if the score can be drawn on the grid of its method.
bool is_on_grid(RemainingRisk const& each) {
  if (!each.method) return false;
  auto const inside = [](int level, std::size_t levels) {
    return level >= 1 && static_cast<std::size_t>(level) <= levels;
  };
  return inside(each.score->likelihood, each.method->likelihood.size()) &&
         inside(each.score->impact, each.method->impact.size());
}

HeatMap empty_map(Method const& method) {
  HeatMap map;
  map.rows_title = say("heat.likelihood"_word);
  map.columns_title = say("heat.impact"_word);
  for (auto const& level : method.likelihood) map.row_names.push_back(level.name);
  for (auto const& level : method.impact) map.column_names.push_back(level.name);
  for (auto const& band : method.bands) map.bands.push_back({band.name, band.colour});
  for (std::size_t row = 0; row < method.grid.size(); ++row)
    for (std::size_t column = 0; column < method.grid[row].size(); ++column)
      map.cells.push_back({static_cast<int>(row) + 1, static_cast<int>(column) + 1, method.grid[row][column], 0, {}});
  return map;
}

HeatMap heat_map(Method const& method, std::vector<RemainingRisk> const& risks) {
  auto map = empty_map(method);
  for (auto const& each : risks) {
    if (each.method != &method || !is_on_grid(each)) continue;
    auto const cell = std::ranges::find_if(map.cells, [&](HeatCell const& c) {
      return c.row == each.score->likelihood && c.column == each.score->impact;
    });
    if (cell == map.cells.end()) continue;
    ++cell->count;
    cell->ids.push_back(each.risk->key.text());
  }
  for (auto& cell : map.cells) std::ranges::sort(cell.ids, natural_less);
  return map;
}

std::string name_of(std::vector<std::string> const& names, int level) {
  return std::to_string(level) + ' ' + names[static_cast<std::size_t>(level - 1)];
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
    Cells ids;
    for (auto const& id : cell->ids) ids.push_back(Cell::link(id, anchor_of("risk", id)));
    auto const& band = method.bands[static_cast<std::size_t>(cell->band - 1)];
    table.rows.push_back({{},
                          {{name_of(map.row_names, cell->row)},
                           {name_of(map.column_names, cell->column)},
                           {Cell::badge(spoken(band.name), tone_of(method, cell->band))},
                           {cell->count},
                           std::move(ids)}});
  }
  return table;
}

std::string description_of(HeatMap const& map, std::int64_t count) {
  return say("heat.description"_word, {{"rows", std::to_string(map.row_names.size())},
                                       {"columns", std::to_string(map.column_names.size())},
                                       {"count", std::to_string(count)}});
}

Cells treatment(Risk const& risk) {
  Cells cells;
  if (risk.treatment) cells.emplace_back(word_of(*risk.treatment));
  if (!risk.treatment_plan.empty()) cells.emplace_back(risk.treatment_plan);
  return cells;
}

Cells acceptance(AuditMaterial const& m, Risk const& risk) {
  if (!risk.acceptance) return {};
  bool const valid = is_accepted(risk, m.today);
  Cells cells{
      Cell::badge(say(valid ? "acceptance.valid"_word : "acceptance.expired"_word), valid ? Tone::good : Tone::bad)};
  cells.emplace_back(m.person(risk.acceptance->accepted_by));
  return cells;
}

Table list_of(AuditMaterial const& m, std::vector<RemainingRisk> const& risks) {
  Table table{
      "table-risks",
      say("risks.caption"_word),
      {column("column.risk"_word), column("column.title"_word), column("column.remaining"_word, ColumnKind::badge),
       column("column.owner"_word), column("column.treatment"_word), column("column.due"_word, ColumnKind::date),
       column("column.acceptance"_word, ColumnKind::badge)},
      {}};
  for (auto const& each : risks) {
    if (table.rows.size() == most_listed) break;
    auto const& risk = *each.risk;
    table.rows.push_back({anchor_of("risk", risk.key.text()),
                          {{risk.key.text()},
                           {risk.title},
                           {band_badge(each)},
                           risk.owner ? Cells{m.person(*risk.owner)} : maybe(risk.owner_name),
                           treatment(risk),
                           risk.treatment_due ? Cells{risk.treatment_due} : Cells{},
                           acceptance(m, risk)}});
  }
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
  auto map = heat_map(method, risks);
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

Cell band_badge(RemainingRisk const& each) {
  return Cell::badge(spoken(each.score->band), each.method ? tone_of(*each.method, each.score->level) : Tone::neutral);
}

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
  if (off != 0) out.blocks.emplace_back(Paragraph{say("risks.other-version"_word, {{"count", std::to_string(off)}})});
  out.blocks.emplace_back(list_of(m, risks));
  if (risks.size() > most_listed)
    out.blocks.emplace_back(
        Paragraph{say("summary.more"_word, {{"count", std::to_string(risks.size() - most_listed)}})});
  return out;
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
