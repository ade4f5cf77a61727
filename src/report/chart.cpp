#include <algorithm>
#include <annexa/report/picture.hpp>

#include "drawing.hpp"
#include "wording.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

// ---- Stacked bars

constexpr std::int64_t bar_step = 45;
constexpr std::int64_t bar_top = 20;
constexpr std::int64_t bar_height = 18;
constexpr std::int64_t least_with_number = 600;  // narrower parts have no room for their number

void draw_bar(Drawing& drawing, StackedBars const& bars, Bar const& bar, std::int64_t y) {
  drawing.words("0", y + 14, shortened(bar.label, 40), from_start, "label");
  drawing.words("100%", y + 14, bar.note, to_end, "note");
  std::int64_t total = 0;
  for (auto const value : bar.values) total += std::max<std::int64_t>(value, 0);
  if (total == 0) return surface(drawing, "0", y + bar_top, "100%", bar_height, Tone::muted);
  std::int64_t done = 0;
  for (std::size_t i = 0; i < std::min(bar.values.size(), bars.series.size()); ++i) {
    auto const value = std::max<std::int64_t>(bar.values[i], 0);
    if (value == 0) continue;
    auto const x = done * whole / total;
    auto const end = (done + value) * whole / total;
    done += value;
    auto const tone = bars.series[i].tone;
    surface(drawing, percent(x), y + bar_top, percent(end - x), bar_height, tone);
    if (end - x >= least_with_number)
      drawing.words(percent((x + end) / 2), y + bar_top + 13, number_text(value), centred,
                    "ink-" + std::string(look_of(tone).name), {"11"});
  }
}

std::int64_t legend_top_of(StackedBars const& bars) {
  return static_cast<std::int64_t>(bars.bars.size()) * bar_step + 6;
}

// ---- Heat map

constexpr std::int64_t grid_left = 1'800;  // where the grid begins, in hundredths of a per cent
constexpr std::size_t most_ids = 4;        // lines of ids in one cell

struct Grid {
  HeatMap const& map;
  std::int64_t columns;
  std::int64_t rows;
  int lowest;
  std::size_t id_length;           // characters of an id that fit a cell on a phone; 0 if there is no room for ids
  std::vector<std::int64_t> tops;  // top of each row, from the highest level
  std::int64_t bottom = 0;

  [[nodiscard]] std::int64_t left(std::int64_t column) const {
    return grid_left + column * (whole - grid_left) / std::max<std::int64_t>(columns, 1);
  }
  [[nodiscard]] bool holds(HeatCell const& cell) const {
    return cell.row >= lowest && cell.row - lowest < rows && cell.column >= lowest && cell.column - lowest < columns &&
           cell.band >= 1 && static_cast<std::size_t>(cell.band) <= map.bands.size();
  }
  // Line of a level, counted from the top.
  [[nodiscard]] std::size_t line(int row) const { return static_cast<std::size_t>(rows - 1 - (row - lowest)); }
  [[nodiscard]] std::int64_t end(std::size_t line) const { return line + 1 < tops.size() ? tops[line + 1] : bottom; }
  [[nodiscard]] std::size_t lines(HeatCell const& cell) const {
    return id_length == 0 ? 0 : std::min(cell.ids.size(), most_ids);
  }
};

std::size_t id_length(std::size_t columns) {
  constexpr std::size_t on_a_phone = 40;  // characters that fit beside each other
  auto const length = std::min<std::size_t>(on_a_phone / std::max<std::size_t>(columns, 1), 8);
  return length < 4 ? 0 : length;
}

// Rows are as tall as the longest list of ids in them.
Grid layout(HeatMap const& map) {
  Grid grid{map,
            static_cast<std::int64_t>(map.column_names.size()),
            static_cast<std::int64_t>(map.row_names.size()),
            map.lowest.value_or(1),
            id_length(map.column_names.size()),
            {},
            4};
  std::vector<std::size_t> lines(map.row_names.size());
  for (auto const& cell : map.cells)
    if (grid.holds(cell)) lines[grid.line(cell.row)] = std::max(lines[grid.line(cell.row)], grid.lines(cell));
  for (auto const count : lines) {
    grid.tops.push_back(grid.bottom);
    grid.bottom += 34 + static_cast<std::int64_t>(count) * 14;
  }
  return grid;
}

void draw_ids(Drawing& drawing, Grid const& grid, HeatCell const& cell, std::string const& x, std::int64_t y,
              std::string const& css) {
  if (grid.id_length == 0) return;
  bool const more = cell.ids.size() > most_ids;
  auto const shown = more ? most_ids - 1 : cell.ids.size();
  for (std::size_t i = 0; i < shown; ++i, y += 14)
    drawing.words(x, y, shortened(cell.ids[i], grid.id_length), centred, css, {"11"});
  if (more) drawing.words(x, y, "+" + std::to_string(cell.ids.size() - shown), centred, css, {"11"});
}

void draw_cell(Drawing& drawing, Grid const& grid, HeatCell const& cell) {
  if (!grid.holds(cell)) return;
  auto const line = grid.line(cell.row);
  auto const top = grid.tops[line];
  auto const left = grid.left(cell.column - grid.lowest);
  auto const right = grid.left(cell.column - grid.lowest + 1);
  auto const& colour = grid.map.bands[static_cast<std::size_t>(cell.band - 1)].colour;
  bool const filled = cell.count > 0;
  drawing.box(percent(left), top, percent(right - left), grid.end(line) - top, "cell", colour, filled ? "" : "0.3");
  std::string const css = !filled ? "faint" : is_dark(colour) ? "on-dark" : "on-light";
  auto const centre = percent((left + right) / 2);
  drawing.open_at(percent(left), top);
  drawing.words("5", 13, std::to_string(cell.band), from_start, css, {"10"});
  drawing.close();
  if (!filled) return;
  drawing.words(centre, top + 23, std::to_string(cell.count), centred, css + " count",
                {grid.id_length == 0 ? "13" : "18"});
  draw_ids(drawing, grid, cell, centre, top + 40, css);
}

// How many characters of a text of 11 pixels fit a share of the width.
std::size_t room(Drawing const& drawing, std::int64_t share, std::int64_t margin) {
  constexpr std::int64_t character = 6;
  return static_cast<std::size_t>(std::max<std::int64_t>((drawing.pixels() * share / whole - margin) / character, 0));
}

void draw_rows(Drawing& drawing, Grid const& grid) {
  constexpr std::size_t most = 16;
  auto const length = std::min(room(drawing, grid_left - 100, 20), most);
  for (std::size_t i = 0; i < grid.map.row_names.size(); ++i) {
    auto const line = grid.map.row_names.size() - 1 - i;
    auto const y = (grid.tops[line] + grid.end(line)) / 2;
    drawing.words(percent(grid_left - 100), y - 1, std::to_string(grid.lowest + static_cast<int>(i)), to_end, "level");
    if (length >= 4)
      drawing.words(percent(grid_left - 100), y + 13, shortened(grid.map.row_names[i], length), to_end, "name", {"11"});
  }
  drawing.upright_words(grid.bottom / 2, shortened(grid.map.rows_title, 40), "axis");
}

void draw_columns(Drawing& drawing, Grid const& grid) {
  auto const length = room(drawing, grid.left(1) - grid.left(0), 4);
  for (std::size_t i = 0; i < grid.map.column_names.size(); ++i) {
    auto const column = static_cast<std::int64_t>(i);
    auto const centre = percent((grid.left(column) + grid.left(column + 1)) / 2);
    drawing.words(centre, grid.bottom + 17, std::to_string(grid.lowest + column), centred, "level");
    if (length >= 4)
      drawing.words(centre, grid.bottom + 32, shortened(grid.map.column_names[i], length), centred, "name", {"11"});
  }
  drawing.words(percent((grid_left + whole) / 2), grid.bottom + 50, shortened(grid.map.columns_title, 40), centred,
                "axis");
}

void draw_bands(Drawing& drawing, HeatMap const& map, std::int64_t top) {
  for (std::size_t i = 0; i < map.bands.size(); ++i) {
    auto const& band = map.bands[i];
    auto const left = grid_left + (i % 2 == 0 ? 0 : (whole - grid_left) / 2);
    drawing.open_at(percent(left), top + static_cast<std::int64_t>(i / 2) * legend_step);
    drawing.box("0", 2, "14", 12, "cell", band.colour);
    drawing.words("20", 12, std::to_string(i + 1) + "  " + shortened(spoken(band.name), 24), from_start, "legend");
    drawing.close();
  }
}

constexpr std::int64_t grid_to_legend = 64;

}  // namespace

std::int64_t height_of(StackedBars const& bars) {
  return legend_top_of(bars) + legend_rows(bars.series.size()) * legend_step;
}

void draw(Drawing& drawing, StackedBars const& bars) {
  auto const legend_top = legend_top_of(bars);
  define_patterns(drawing, bars.series);
  for (std::size_t i = 0; i < bars.bars.size(); ++i)
    draw_bar(drawing, bars, bars.bars[i], static_cast<std::int64_t>(i) * bar_step);
  for (std::size_t i = 0; i < bars.series.size(); ++i) {
    auto const left = i % 2 == 0 ? std::int64_t{0} : whole / 2;
    drawing.open_at(percent(left), legend_top + static_cast<std::int64_t>(i / 2) * legend_step);
    surface(drawing, "0", 2, "14", 12, bars.series[i].tone);
    drawing.words("20", 12, shortened(bars.series[i].name, 30), from_start, "legend");
    drawing.close();
  }
}

std::int64_t height_of(HeatMap const& map) {
  return layout(map).bottom + grid_to_legend + legend_rows(map.bands.size()) * legend_step;
}

void draw(Drawing& drawing, HeatMap const& map) {
  auto const grid = layout(map);
  for (auto const& cell : map.cells) draw_cell(drawing, grid, cell);
  draw_rows(drawing, grid);
  draw_columns(drawing, grid);
  draw_bands(drawing, map, grid.bottom + grid_to_legend);
}

std::string svg(Chart const& chart, SvgFrame const& frame) {
  return std::visit(
      [&](auto const& data) {
        Drawing drawing(frame, height_of(data));
        draw(drawing, data);
        return std::move(drawing).finish();
      },
      chart);
}

std::string picture(std::vector<Figure> const& panels, SvgFrame const& frame) {
  constexpr std::int64_t margin = 12;
  constexpr std::int64_t title = 34;
  auto const height = [](Chart const& chart) {
    return std::visit([](auto const& data) { return height_of(data); }, chart);
  };
  std::int64_t tallest = 0;
  for (auto const& each : panels) tallest = std::max(tallest, height(each.chart));
  Drawing drawing(frame, title + tallest + margin);
  drawing.box("0", 0, "100%", title + tallest + margin, "", "#ffffff");
  auto const count = static_cast<std::int64_t>(panels.size());
  auto const pixels = drawing.pixels();
  for (std::int64_t i = 0; i < count; ++i) {
    auto const& panel = panels[static_cast<std::size_t>(i)];
    auto const left = i * whole / count + 100;
    auto const width = whole / count - 200;
    drawing.open_panel(frame.id + '-' + std::to_string(i + 1), percent(left), title, percent(width),
                       height(panel.chart), static_cast<int>(pixels * width / whole));
    auto const room_for_title = static_cast<std::size_t>(pixels * width / whole / 8);
    drawing.words("50%", -12, shortened(panel.title, room_for_title), centred, "title", {"14"});
    std::visit([&](auto const& data) { draw(drawing, data); }, panel.chart);
    drawing.close_panel();
  }
  return std::move(drawing).finish();
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
