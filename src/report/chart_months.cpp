// Maps of months, and bars with limits.
#include <algorithm>
#include <array>

#include "drawing.hpp"
#include "wording.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

// ---- Months

constexpr std::int64_t months_left = 2'000;  // in hundredths of a per cent
constexpr std::int64_t months_head = 36;
constexpr std::int64_t month_row = 20;

// From light to dark, apart in lightness for those who see no colours; the first where no level is known.
constexpr std::array<std::string_view, 6> level_colours{"#8a97a5", "#cfe1ef", "#9cc3e0",
                                                        "#5f9bc9", "#2f6fa5", "#123f66"};
// Pixels that the name of any month takes.
std::int64_t room_for_name() {
  std::size_t longest = 0;
  for (int month = 1; month <= 12; ++month) longest = std::max(longest, brief_month(month).size());
  return 5 + 7 * static_cast<std::int64_t>(longest);
}

std::string_view colour_of(int level) { return level_colours[static_cast<std::size_t>(std::clamp(level, 0, 5))]; }

class MonthDrawing {
 public:
  MonthDrawing(Drawing& drawing, MonthMap const& map)
      : drawing_(drawing),
        map_(map),
        columns_(std::max<std::int64_t>(std::ssize(map.months), 1)),
        bottom_(months_head + std::ssize(map.rows) * month_row) {}

  void draw() {
    for (std::size_t i = 0; i < map_.rows.size(); ++i) draw_row(i);
    for (std::size_t i = 0; i < map_.months.size(); ++i) draw_month(i);
    for (auto const& cell : map_.cells) draw_cell(cell);
    draw_legend();
  }

 private:
  [[nodiscard]] std::int64_t left(std::int64_t column) const {
    return months_left + column * (whole - months_left) / columns_;
  }
  [[nodiscard]] std::int64_t pixels(std::int64_t share) const { return drawing_.pixels() * share / whole; }

  void draw_row(std::size_t row) {
    auto const top = months_head + static_cast<std::int64_t>(row) * month_row;
    if (row % 2 == 0) drawing_.box("0", top, "100%", month_row, "stripe", "#8a97a5", "0.12");
    auto const length = static_cast<std::size_t>(std::max<std::int64_t>((pixels(months_left) - 12) / 7, 0));
    drawing_.words("0.5%", top + 14, shortened(map_.rows[row], length), from_start, "name");
  }
  void draw_month(std::size_t column) {
    auto const civil = map_.months[column].parts();
    auto const index = static_cast<std::int64_t>(column);
    auto const width = pixels(left(1) - left(0));
    if (column == 0 || civil.month == 1) {
      drawing_.box(percent(left(index)), 2, "1", bottom_ - 2, "rule", "#8a97a5");
      drawing_.open_at(percent(left(index)), 0);
      // A year is written only where its months leave it room.
      auto const shown = std::min<std::int64_t>(13 - civil.month, columns_ - index);
      if (width * shown >= 34) drawing_.words("4", 13, std::to_string(civil.year), from_start, "level", {"12"});
      drawing_.close();
    }
    auto const name = width >= room_for_name() ? brief_month(civil.month)
                      : width >= 9             ? letter_of_month(civil.month)
                                               : std::string_view{};
    if (!name.empty()) drawing_.words(percent((left(index) + left(index + 1)) / 2), 30, name, centred, "note", {"11"});
  }
  void draw_cell(MonthCell const& cell) {
    if (cell.row < 0 || std::cmp_greater_equal(cell.row, map_.rows.size()) || cell.month < 0 ||
        std::cmp_greater_equal(cell.month, map_.months.size()))
      return;
    auto const colour = colour_of(cell.level);
    auto const begin = left(cell.month);
    auto const end = left(cell.month + 1);
    auto const top = months_head + cell.row * month_row;
    drawing_.box(percent(begin), top + 1, percent(end - begin), month_row - 2, "cell", std::string(colour));
    if (pixels(end - begin) < static_cast<std::int64_t>(cell.text.size()) * 7 + 2) return;
    drawing_.words(percent((begin + end) / 2), top + 14, shortened(cell.text, 4), centred,
                   is_dark(colour) ? "on-dark" : "on-light", {"11"});
  }
  void draw_legend() {
    auto y = bottom_ + 8;
    std::int64_t shown = 0;
    for (std::size_t level = 0; level < std::min(map_.levels.size(), level_colours.size()); ++level) {
      if (map_.levels[level].empty()) continue;
      drawing_.open_at(percent(shown % 2 == 0 ? 0 : whole / 2), y + shown / 2 * legend_step);
      drawing_.box("0", 2, "14", 12, "cell", std::string(level_colours[level]));
      drawing_.words("20", 12, shortened(map_.levels[level], 50), from_start, "legend");
      drawing_.close();
      ++shown;
    }
    y += (shown + 1) / 2 * legend_step;
    if (!map_.left_out.empty()) drawing_.words("0", y + 12, map_.left_out, from_start, "note");
  }

  Drawing& drawing_;
  MonthMap const& map_;
  std::int64_t columns_;
  std::int64_t bottom_;
};

// ---- Measured bars

constexpr std::int64_t measured_left = 2'000;
constexpr std::int64_t measured_right = 8'200;
constexpr std::int64_t measured_row = 26;

std::int64_t longest(MeasuredBars const& bars) {
  std::int64_t most = 1;
  for (auto const& bar : bars.bars) most = std::max({most, bar.value, bar.limit.value_or(0)});
  return most;
}

std::vector<BarSeries> measured_series(MeasuredBars const& bars) {
  std::vector<BarSeries> series;
  if (!bars.within.empty()) series.push_back({bars.within, Tone::notice});
  if (!bars.beyond.empty()) series.push_back({bars.beyond, Tone::bad});
  return series;
}

void draw_measured(Drawing& drawing, MeasuredBar const& bar, std::int64_t most, std::int64_t top) {
  auto const at = [&](std::int64_t value) {
    // Divided first where a product would not fit.
    auto const share = most < 1'000'000'000'000 ? value * (measured_right - measured_left) / most
                                                : value / (most / (measured_right - measured_left));
    return measured_left + std::clamp<std::int64_t>(share, 0, measured_right - measured_left);
  };
  auto const length =
      static_cast<std::size_t>(std::max<std::int64_t>((drawing.pixels() * measured_left / whole - 12) / 7, 0));
  drawing.words("0.5%", top + 17, shortened(bar.label, length), from_start, "name");
  auto const value = std::max<std::int64_t>(bar.value, 0);
  auto const inside = std::min(value, bar.limit.value_or(value));
  if (inside > 0)
    surface(drawing, percent(measured_left), top + 4, percent(at(inside) - measured_left), 18, Tone::notice);
  if (value > inside) surface(drawing, percent(at(inside)), top + 4, percent(at(value) - at(inside)), 18, Tone::bad);
  if (bar.limit) drawing.box(percent(at(*bar.limit)), top + 1, "2", 24, "mark", "#10171e");
  drawing.words(percent(std::max(at(value), bar.limit ? at(*bar.limit) : 0) + 100), top + 17, shortened(bar.note, 30),
                from_start, "note");
}

}  // namespace

std::int64_t height_of(MonthMap const& map) {
  auto const levels = std::ranges::count_if(map.levels, [](std::string const& name) { return !name.empty(); });
  return months_head + std::ssize(map.rows) * month_row + 8 +
         legend_rows(static_cast<std::size_t>(levels)) * legend_step + (map.left_out.empty() ? 0 : legend_step);
}

void draw(Drawing& drawing, MonthMap const& map) { MonthDrawing(drawing, map).draw(); }

std::int64_t height_of(MeasuredBars const& bars) {
  return std::ssize(bars.bars) * measured_row + 8 + legend_rows(measured_series(bars).size()) * legend_step +
         (bars.left_out.empty() ? 0 : legend_step);
}

void draw(Drawing& drawing, MeasuredBars const& bars) {
  define_patterns(drawing, {{"", Tone::notice}, {"", Tone::bad}});
  auto const most = longest(bars);
  for (std::size_t i = 0; i < bars.bars.size(); ++i)
    draw_measured(drawing, bars.bars[i], most, static_cast<std::int64_t>(i) * measured_row);
  auto y = std::ssize(bars.bars) * measured_row + 8;
  auto const series = measured_series(bars);
  for (std::size_t i = 0; i < series.size(); ++i) {
    drawing.open_at(percent(i % 2 == 0 ? 0 : whole / 2), y);
    surface(drawing, "0", 2, "14", 12, series[i].tone);
    drawing.words("20", 12, shortened(series[i].name, 50), from_start, "legend");
    drawing.close();
  }
  y += legend_rows(series.size()) * legend_step;
  if (!bars.left_out.empty()) drawing.words("0", y + 12, bars.left_out, from_start, "note");
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
