#include "chart_table.hpp"

#include <algorithm>

#include "wording.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

using Cells = std::vector<Cell>;

Column text_column(std::string title) { return {std::move(title), ColumnKind::text, {}}; }
Column number_column(std::string title) { return {std::move(title), ColumnKind::number, {}}; }

template <class List>
std::string item(List const& list, std::int64_t index) {
  bool const inside = index >= 0 && static_cast<std::size_t>(index) < list.size();
  return inside ? list[static_cast<std::size_t>(index)] : std::string();
}

std::string clock(int minute) { return detail::padded(minute / 60, 2) + ':' + detail::padded(minute % 60, 2); }

void fill(Table& table, HeatMap const& chart) {
  table.columns = {text_column(chart.rows_title), text_column(chart.columns_title),
                   text_column(say("column.band"_word)), number_column(say("column.count"_word)),
                   text_column(say("column.risks"_word))};
  auto const lowest = chart.lowest.value_or(1);
  for (auto const& cell : chart.cells) {
    if (cell.count == 0) continue;
    auto const band = static_cast<std::size_t>(cell.band) - 1;
    Cells ids(cell.ids.begin(), cell.ids.end());
    table.rows.push_back({{},
                          {{item(chart.row_names, cell.row - lowest)},
                           {item(chart.column_names, cell.column - lowest)},
                           {band < chart.bands.size() ? chart.bands[band].name : std::string()},
                           {cell.count},
                           std::move(ids)}});
  }
}

void fill(Table& table, StackedBars const& chart) {
  table.columns = {text_column(say("column.what"_word))};
  for (auto const& each : chart.series) table.columns.push_back(number_column(each.name));
  table.columns.push_back(text_column(say("column.notes"_word)));
  for (auto const& bar : chart.bars) {
    Row row{{}, {{bar.label}}};
    for (auto const value : bar.values) row.cells.push_back({value});
    row.cells.resize(chart.series.size() + 1);
    row.cells.push_back(bar.note.empty() ? Cells{} : Cells{bar.note});
    table.rows.push_back(std::move(row));
  }
}

void fill(Table& table, Trend const& chart) {
  table.columns = {{say("column.from"_word), ColumnKind::date, {}}};
  for (auto const& each : chart.bands) table.columns.push_back(number_column(each.name));
  for (auto const& day : chart.days) {
    Row row{{}, {{day.on}}};
    for (auto const value : day.values) row.cells.push_back({value});
    table.rows.push_back(std::move(row));
  }
}

void fill(Table& table, Schedule const& chart) {
  table.columns = {text_column(say("column.who"_word)),
                   {say("column.date"_word), ColumnKind::date, {}},
                   text_column(say("column.clock"_word)),
                   text_column(say("column.kind"_word)),
                   text_column(say("column.what"_word))};
  for (auto const& bar : chart.bars) {
    bool const inside = bar.day >= 0 && static_cast<std::size_t>(bar.day) < chart.days.size();
    table.rows.push_back({{},
                          {{item(chart.rows, bar.row)},
                           inside ? Cells{chart.days[static_cast<std::size_t>(bar.day)]} : Cells{},
                           {clock(bar.from) + "\u2013" + clock(bar.until)},
                           {bar.series >= 0 && static_cast<std::size_t>(bar.series) < chart.series.size()
                                ? chart.series[static_cast<std::size_t>(bar.series)].name
                                : std::string()},
                           {bar.text}}});
  }
}

void fill(Table& table, MonthMap const& chart) {
  table.columns = {text_column(say("column.what"_word)), text_column(say("column.month"_word)),
                   text_column(say("column.level"_word)), text_column(say("column.notes"_word))};
  for (auto const& cell : chart.cells) {
    bool const inside = cell.month >= 0 && static_cast<std::size_t>(cell.month) < chart.months.size();
    table.rows.push_back({{},
                          {{item(chart.rows, cell.row)},
                           {inside ? to_string(chart.months[static_cast<std::size_t>(cell.month)]).substr(0, 7) : ""},
                           {cell.level == 0 ? std::string("x") : std::to_string(cell.level)},
                           cell.text.empty() ? Cells{} : Cells{cell.text}}});
  }
}

void fill(Table& table, MeasuredBars const& chart) {
  table.columns = {text_column(say("column.what"_word)), number_column(say("column.value"_word)),
                   number_column(say("column.limit"_word)), text_column(say("column.notes"_word))};
  for (auto const& bar : chart.bars)
    table.rows.push_back({{},
                          {{bar.label},
                           {bar.value},
                           bar.limit ? Cells{*bar.limit} : Cells{},
                           bar.note.empty() ? Cells{} : Cells{bar.note}}});
}

}  // namespace

Table table_of(Figure const& figure) {
  Table table{figure.anchor, figure.title, {}, {}};
  std::visit([&](auto const& chart) { fill(table, chart); }, figure.chart);
  return table;
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
