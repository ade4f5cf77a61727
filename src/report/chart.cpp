#include <algorithm>
#include <annexa/report/chart.hpp>
#include <array>

#include "markup.hpp"
#include "wording.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

std::string px(std::int64_t value) { return std::to_string(value); }

// A share of the width, in hundredths of a per cent.
std::string percent(std::int64_t hundredths) {
  auto text = std::to_string(hundredths / 100);
  if (hundredths % 100 != 0) text += '.' + detail::padded(hundredths % 100, 2);
  return text + '%';
}

// How a tone looks where no style sheet says so, and the pattern that tells it apart without colour.
struct Look {
  std::string_view name;
  std::string_view fill;
  std::string_view ink;
  std::string_view pattern;  // path over a square of 8 pixels
};
constexpr std::array looks{
    Look{"neutral", "#5d7186", "#ffffff", ""},
    Look{"good", "#1f7a5a", "#ffffff", ""},
    Look{"notice", "#4f86ad", "#ffffff", "M0 4H8"},
    Look{"warning", "#a86a08", "#ffffff", "M-2 2L2 -2M0 8L8 0M6 10L10 6"},
    Look{"bad", "#a8261d", "#ffffff", "M0 0L8 8M0 8L8 0"},
    Look{"muted", "#c3ccd6", "#26323e", "M2 2h1M6 6h1"},
};
Look const& look_of(Tone tone) { return looks[static_cast<std::size_t>(tone)]; }

class Drawing {
 public:
  Drawing(SvgFrame const& frame, std::int64_t height) : frame_(frame) {
    out_.open("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                      {"class", "chart"},
                      {"width", frame.width > 0 ? px(frame.width) : "100%"},
                      {"height", px(height)},
                      {"role", "img"},
                      {"aria-labelledby", frame.id + "-t " + frame.id + "-d"},
                      {"font-family", "system-ui, sans-serif"},
                      {"font-size", "12"},
                      {"fill", "#1c2733"}});
    out_.element("title", {{"id", frame.id + "-t"}}, frame.title);
    out_.element("desc", {{"id", frame.id + "-d"}}, frame.description);
  }
  std::string finish() && {
    out_.close();
    return std::move(out_).take();
  }
  Markup& out() { return out_; }
  [[nodiscard]] std::string pattern_id(Tone tone) const { return frame_.id + "-" + std::string(look_of(tone).name); }

  void words(std::string x, std::int64_t y, std::string_view words, Markup::Attribute anchor, std::string_view css,
             std::string_view size = "") {
    out_.element("text",
                 {{"x", std::move(x)},
                  {"y", px(y)},
                  {"text-anchor", anchor.value},
                  {"class", std::string(css)},
                  {"font-size", std::string(size)}},
                 words);
  }
  void box(std::string x, std::int64_t y, std::string width, std::int64_t height, std::string css, std::string fill,
           std::string opacity = {}) {
    out_.empty("rect", {{"x", std::move(x)},
                        {"y", px(y)},
                        {"width", std::move(width)},
                        {"height", px(height)},
                        {"class", std::move(css)},
                        {"fill", std::move(fill)},
                        {"fill-opacity", std::move(opacity)}});
  }
  void patterns(std::vector<BarSeries> const& series) {
    out_.open("defs");
    for (auto const& each : series) {
      auto const& look = look_of(each.tone);
      if (look.pattern.empty()) continue;
      out_.open("pattern",
                {{"id", pattern_id(each.tone)}, {"width", "8"}, {"height", "8"}, {"patternUnits", "userSpaceOnUse"}});
      out_.empty("path", {{"d", std::string(look.pattern)},
                          {"class", "hatch"},
                          {"stroke", std::string(look.ink)},
                          {"stroke-opacity", "0.45"}});
      out_.close();
    }
    out_.close();
  }
  // A surface of a tone: its colour, and over it its pattern.
  void surface(std::string const& x, std::int64_t y, std::string const& width, std::int64_t height, Tone tone) {
    auto const& look = look_of(tone);
    box(x, y, width, height, "fill-" + std::string(look.name), std::string(look.fill));
    if (!look.pattern.empty()) box(x, y, width, height, "", "url(#" + pattern_id(tone) + ")");
  }

 private:
  SvgFrame const& frame_;
  Markup out_{Markup::Breaks::none};
};

Markup::Attribute const from_start{"", "start"};
Markup::Attribute const centred{"", "middle"};
Markup::Attribute const to_end{"", "end"};

// ---- Stacked bars

constexpr std::int64_t bar_step = 50;
constexpr std::int64_t bar_top = 22;
constexpr std::int64_t bar_height = 20;
constexpr std::int64_t legend_step = 20;
constexpr std::int64_t whole = 10'000;           // the width, in hundredths of a per cent
constexpr std::int64_t least_with_number = 600;  // narrower parts have no room for their number

std::int64_t legend_rows(std::size_t count) { return static_cast<std::int64_t>((count + 1) / 2); }

void draw_bar(Drawing& drawing, StackedBars const& bars, Bar const& bar, std::int64_t y) {
  drawing.words("0", y + 14, shortened(bar.label, 40), from_start, "label");
  drawing.words("100%", y + 14, bar.note, to_end, "note");
  std::int64_t total = 0;
  for (auto const value : bar.values) total += std::max<std::int64_t>(value, 0);
  if (total == 0) return drawing.surface("0", y + bar_top, "100%", bar_height, Tone::muted);
  std::int64_t done = 0;
  for (std::size_t i = 0; i < std::min(bar.values.size(), bars.series.size()); ++i) {
    auto const value = std::max<std::int64_t>(bar.values[i], 0);
    if (value == 0) continue;
    auto const x = done * whole / total;
    auto const end = (done + value) * whole / total;
    done += value;
    auto const tone = bars.series[i].tone;
    drawing.surface(percent(x), y + bar_top, percent(end - x), bar_height, tone);
    if (end - x >= least_with_number)
      drawing.words(percent((x + end) / 2), y + bar_top + 14, std::to_string(value), centred,
                    "ink-" + std::string(look_of(tone).name), "11");
  }
}

std::string draw(StackedBars const& bars, SvgFrame const& frame) {
  auto const count = static_cast<std::int64_t>(bars.bars.size());
  auto const legend_top = count * bar_step + 6;
  Drawing drawing(frame, legend_top + legend_rows(bars.series.size()) * legend_step);
  drawing.patterns(bars.series);
  for (std::int64_t i = 0; i < count; ++i)
    draw_bar(drawing, bars, bars.bars[static_cast<std::size_t>(i)], i * bar_step);
  for (std::size_t i = 0; i < bars.series.size(); ++i) {
    auto const y = legend_top + static_cast<std::int64_t>(i / 2) * legend_step;
    auto const left = i % 2 == 0 ? std::int64_t{0} : whole / 2;
    drawing.out().open("svg", {{"x", percent(left)}, {"y", px(y)}, {"overflow", "visible"}});
    drawing.surface("0", 2, "14", 12, bars.series[i].tone);
    drawing.words("20", 12, shortened(bars.series[i].name, 30), from_start, "legend");
    drawing.out().close();
  }
  return std::move(drawing).finish();
}

// ---- Heat map

constexpr std::int64_t grid_left = 1'800;  // where the grid begins, in hundredths of a per cent
constexpr std::size_t most_ids = 4;        // lines of ids in one cell

// Relative luminance in millionths, from a polynomial that follows the curve of sRGB closely enough for the choice
// between black and white, in integers. @source{WCAG 2.2, relative luminance}
std::int64_t luminance(std::string_view colour) {
  constexpr std::array<std::int64_t, 3> weights{2126, 7152, 722};
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    unsigned char byte = 0;
    if (colour.size() != 7 || !detail::from_hex(colour.substr(1 + 2 * i, 2), &byte, 1)) return 0;
    std::int64_t const c = std::int64_t{byte} * 1'000'000 / 255;
    std::int64_t const square = c * c / 1'000'000;
    std::int64_t const linear = (square * c / 1'000'000 * 305'306 + square * 682'171 + c * 12'523) / 1'000'000;
    sum += weights[i] * linear;
  }
  return sum / 10'000;
}
bool is_dark(std::string_view colour) { return luminance(colour) < 179'000; }

struct Grid {
  HeatMap const& map;
  std::int64_t columns;
  std::int64_t rows;
  std::vector<std::int64_t> tops;  // top of each row, from the highest level
  std::int64_t bottom = 0;

  [[nodiscard]] std::int64_t left(std::int64_t column) const {
    return grid_left + column * (whole - grid_left) / columns;
  }
};

std::size_t lines_of(HeatCell const& cell) { return std::min(cell.ids.size(), most_ids); }

// Rows are as tall as the longest list of ids in them.
Grid layout(HeatMap const& map) {
  Grid grid{
      map, static_cast<std::int64_t>(map.column_names.size()), static_cast<std::int64_t>(map.row_names.size()), {}, 4};
  for (auto level = grid.rows; level >= 1; --level) {
    std::size_t lines = 0;
    for (auto const& cell : map.cells)
      if (cell.row == level) lines = std::max(lines, lines_of(cell));
    grid.tops.push_back(grid.bottom);
    grid.bottom += 34 + static_cast<std::int64_t>(lines) * 14;
  }
  return grid;
}

void draw_ids(Drawing& drawing, HeatCell const& cell, std::string const& x, std::int64_t y, std::string const& css) {
  bool const more = cell.ids.size() > most_ids;
  auto const shown = more ? most_ids - 1 : cell.ids.size();
  for (std::size_t i = 0; i < shown; ++i, y += 14) drawing.words(x, y, shortened(cell.ids[i], 8), centred, css, "11");
  if (more) drawing.words(x, y, "+" + std::to_string(cell.ids.size() - shown), centred, css, "11");
}

void draw_cell(Drawing& drawing, Grid const& grid, HeatCell const& cell) {
  bool const inside = cell.row >= 1 && cell.row <= grid.rows && cell.column >= 1 && cell.column <= grid.columns &&
                      cell.band >= 1 && static_cast<std::size_t>(cell.band) <= grid.map.bands.size();
  if (!inside) return;
  auto const line = static_cast<std::size_t>(grid.rows - cell.row);
  auto const top = grid.tops[line];
  auto const height = (line + 1 < grid.tops.size() ? grid.tops[line + 1] : grid.bottom) - top;
  auto const left = grid.left(cell.column - 1);
  auto const right = grid.left(cell.column);
  auto const& colour = grid.map.bands[static_cast<std::size_t>(cell.band - 1)].colour;
  bool const filled = cell.count > 0;
  drawing.box(percent(left), top, percent(right - left), height, "cell", colour, filled ? "" : "0.3");
  std::string const css = !filled ? "faint" : is_dark(colour) ? "on-dark" : "on-light";
  auto const centre = percent((left + right) / 2);
  drawing.out().open("svg", {{"x", percent(left)}, {"y", px(top)}, {"overflow", "visible"}});
  drawing.words("5", 13, std::to_string(cell.band), from_start, css, "10");
  drawing.out().close();
  if (!filled) return;
  drawing.words(centre, top + 23, std::to_string(cell.count), centred, css + " count", "18");
  draw_ids(drawing, cell, centre, top + 40, css);
}

void draw_axes(Drawing& drawing, Grid const& grid) {
  auto const& map = grid.map;
  auto const name_length =
      static_cast<std::size_t>(std::max<std::int64_t>(80 / std::max<std::int64_t>(grid.columns, 1), 6));
  for (std::size_t i = 0; i < map.row_names.size(); ++i) {
    auto const line = map.row_names.size() - 1 - i;
    auto const end = line + 1 < grid.tops.size() ? grid.tops[line + 1] : grid.bottom;
    auto const y = (grid.tops[line] + end) / 2;
    drawing.words(percent(grid_left - 100), y - 1, std::to_string(i + 1), to_end, "level");
    drawing.words(percent(grid_left - 100), y + 13, shortened(map.row_names[i], 16), to_end, "name", "11");
  }
  for (std::size_t i = 0; i < map.column_names.size(); ++i) {
    auto const column = static_cast<std::int64_t>(i);
    auto const centre = percent((grid.left(column) + grid.left(column + 1)) / 2);
    drawing.words(centre, grid.bottom + 17, std::to_string(i + 1), centred, "level");
    drawing.words(centre, grid.bottom + 32, shortened(map.column_names[i], name_length), centred, "name", "11");
  }
  drawing.words(percent((grid_left + whole) / 2), grid.bottom + 50, shortened(map.columns_title, 40), centred, "axis");
  drawing.out().element("text",
                        {{"x", px(-grid.bottom / 2)},
                         {"y", "13"},
                         {"text-anchor", "middle"},
                         {"class", "axis"},
                         {"transform", "rotate(-90)"}},
                        shortened(map.rows_title, 40));
}

void draw_bands(Drawing& drawing, Grid const& grid, std::int64_t top) {
  for (std::size_t i = 0; i < grid.map.bands.size(); ++i) {
    auto const& band = grid.map.bands[i];
    auto const left = grid_left + (i % 2 == 0 ? 0 : (whole - grid_left) / 2);
    drawing.out().open("svg", {{"x", percent(left)},
                               {"y", px(top + static_cast<std::int64_t>(i / 2) * legend_step)},
                               {"overflow", "visible"}});
    drawing.box("0", 2, "14", 12, "cell", band.colour);
    drawing.words("20", 12, std::to_string(i + 1) + "  " + shortened(spoken(band.name), 24), from_start, "legend");
    drawing.out().close();
  }
}

std::string draw(HeatMap const& map, SvgFrame const& frame) {
  auto const grid = layout(map);
  auto const legend_top = grid.bottom + 64;
  Drawing drawing(frame, legend_top + legend_rows(map.bands.size()) * legend_step);
  for (auto const& cell : map.cells) draw_cell(drawing, grid, cell);
  draw_axes(drawing, grid);
  draw_bands(drawing, grid, legend_top);
  return std::move(drawing).finish();
}

}  // namespace

std::string svg(Chart const& chart, SvgFrame const& frame) {
  return std::visit([&](auto const& data) { return draw(data, frame); }, chart);
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
