#pragma once
/// @file
/// Charts: their data as part of a document, and their drawing as SVG.

#include <annexa/base/describe.hpp>
#include <annexa/report/cell.hpp>
#include <annexa/report/choice.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace report {

/// A band of a heat map or of a trend.
struct HeatBand {
  static constexpr std::string_view type_name = "heat-band";  ///< Name in the schema.
  std::string name;                                           ///< Such as "high".
  std::string colour;                                         ///< "#rrggbb".
  friend bool operator==(HeatBand const&, HeatBand const&) = default;
};
BOOST_DESCRIBE_STRUCT(HeatBand, (), (name, colour))

/// One cell of a heat map.
struct HeatCell {
  static constexpr std::string_view type_name = "heat-cell";  ///< Name in the schema.
  int row = 1;                                                ///< Level of the vertical scale.
  int column = 1;                                             ///< Level of the horizontal scale.
  int band = 1;                                               ///< Number of its band, 1 the lowest.
  std::int64_t count = 0;                                     ///< How many lie in it.
  std::vector<std::string> ids;                               ///< Which, in natural order.
  friend bool operator==(HeatCell const&, HeatCell const&) = default;
};
BOOST_DESCRIBE_STRUCT(HeatCell, (), (row, column, band, count, ids))

/// A grid of two ordinal scales. The vertical one rises upwards, the horizontal one to the right.
struct HeatMap {
  static constexpr std::string_view type_name = "heat-map";    ///< Name in the schema.
  static constexpr std::string_view choice_of = "chart";       ///< What it is one of.
  static constexpr std::string_view choice_name = "heat_map";  ///< Its member in a chart.
  std::string rows_title;                                      ///< Name of the vertical scale.
  std::string columns_title;                                   ///< Name of the horizontal scale.
  std::vector<std::string> row_names;                          ///< Levels of the vertical scale, lowest first.
  std::vector<std::string> column_names;                       ///< Levels of the horizontal scale, lowest first.
  std::vector<HeatBand> bands;                                 ///< Bands, lowest first.
  std::vector<HeatCell> cells;                                 ///< Every cell of the grid; by row, then column.
  std::optional<int> lowest = {};                              ///< Number of the lowest levels; 1 when absent.
  friend bool operator==(HeatMap const&, HeatMap const&) = default;
};
BOOST_DESCRIBE_STRUCT(HeatMap, (), (rows_title, columns_title, row_names, column_names, bands, cells, lowest))

/// One part of every bar.
struct BarSeries {
  static constexpr std::string_view type_name = "bar-series";  ///< Name in the schema.
  std::string name;                                            ///< What it counts.
  Tone tone = Tone::neutral;                                   ///< Its colour and pattern.
  friend bool operator==(BarSeries const&, BarSeries const&) = default;
};
BOOST_DESCRIBE_STRUCT(BarSeries, (), (name, tone))

/// One bar.
struct Bar {
  static constexpr std::string_view type_name = "bar";  ///< Name in the schema.
  std::string label;                                    ///< What it stands for.
  std::vector<std::int64_t> values;                     ///< A count per series, none negative.
  std::string note;                                     ///< What is said at its end: "5 of 7, 71.4 %".
  friend bool operator==(Bar const&, Bar const&) = default;
};
BOOST_DESCRIBE_STRUCT(Bar, (), (label, values, note))

/// Horizontal bars of equal length, each divided by its counts.
struct StackedBars {
  static constexpr std::string_view type_name = "stacked-bars";    ///< Name in the schema.
  static constexpr std::string_view choice_of = "chart";           ///< What it is one of.
  static constexpr std::string_view choice_name = "stacked_bars";  ///< Its member in a chart.
  std::vector<BarSeries> series;                                   ///< The parts, from left.
  std::vector<Bar> bars;                                           ///< The bars, from above.
  friend bool operator==(StackedBars const&, StackedBars const&) = default;
};
BOOST_DESCRIBE_STRUCT(StackedBars, (), (series, bars))

/// How many there were in each band from a day on.
struct TrendDay {
  static constexpr std::string_view type_name = "trend-day";  ///< Name in the schema.
  Date on;                                                    ///< The day.
  std::vector<std::int64_t> values;                           ///< A count per band, none negative.
  friend bool operator==(TrendDay const&, TrendDay const&) = default;
};
BOOST_DESCRIBE_STRUCT(TrendDay, (), (on, values))

/// Counts per band over time, one band upon the other, the lowest at the bottom. What a day shows lasts until the next
/// one, the last until the end.
struct Trend {
  static constexpr std::string_view type_name = "trend";      ///< Name in the schema.
  static constexpr std::string_view choice_of = "chart";      ///< What it is one of.
  static constexpr std::string_view choice_name = type_name;  ///< Its member in a chart.
  std::vector<HeatBand> bands;                                ///< Bands, lowest first.
  std::vector<TrendDay> days;                                 ///< The days, the earliest first.
  Date until;                                                 ///< Where it ends.
  friend bool operator==(Trend const&, Trend const&) = default;
};
BOOST_DESCRIBE_STRUCT(Trend, (), (bands, days, until))

/// One bar of a schedule.
struct ScheduleBar {
  static constexpr std::string_view type_name = "schedule-bar";  ///< Name in the schema.
  int row = 0;                                                   ///< Of which row, counted from 0.
  int day = 0;                                                   ///< On which day, counted from 0.
  int from = 0;                                                  ///< Begin, in minutes after midnight.
  int until = 0;                                                 ///< End, after the begin.
  int series = 0;                                                ///< Of which kind, counted from 0.
  std::string text;                                              ///< What stands in it where there is room.
  friend bool operator==(ScheduleBar const&, ScheduleBar const&) = default;
};
BOOST_DESCRIBE_STRUCT(ScheduleBar, (), (row, day, from, until, series, text))

/// Who or what is taken when: a row each, the hours of some days side by side (a Gantt chart). Bars of a row that
/// overlap lie below each other.
struct Schedule {
  static constexpr std::string_view type_name = "schedule";   ///< Name in the schema.
  static constexpr std::string_view choice_of = "chart";      ///< What it is one of.
  static constexpr std::string_view choice_name = type_name;  ///< Its member in a chart.
  std::vector<Date> days;                                     ///< The days, in order; others are left out.
  int from = 540;                                             ///< First minute of each day that is shown.
  int until = 1020;                                           ///< Last minute of each day that is shown.
  std::vector<std::string> rows;                              ///< What the rows stand for, from above.
  std::vector<BarSeries> series;                              ///< The kinds of bars.
  std::vector<ScheduleBar> bars;                              ///< The bars.
  std::string left_out;                                       ///< What is not shown, in a sentence; or empty.
  friend bool operator==(Schedule const&, Schedule const&) = default;
};
BOOST_DESCRIBE_STRUCT(Schedule, (), (days, from, until, rows, series, bars, left_out))

/// One marked cell of a month map.
struct MonthCell {
  static constexpr std::string_view type_name = "month-cell";  ///< Name in the schema.
  int row = 0;                                                 ///< Of which row, counted from 0.
  int month = 0;                                               ///< In which month, counted from 0.
  int level = 0;                                               ///< How much it weighs, 1 to 5; 0 if that is unknown.
  std::string text;                                            ///< What stands in it, a few characters.
  friend bool operator==(MonthCell const&, MonthCell const&) = default;
};
BOOST_DESCRIBE_STRUCT(MonthCell, (), (row, month, level, text))

/// Rows by months, with a mark where something takes place.
struct MonthMap {
  static constexpr std::string_view type_name = "month-map";    ///< Name in the schema.
  static constexpr std::string_view choice_of = "chart";        ///< What it is one of.
  static constexpr std::string_view choice_name = "month_map";  ///< Its member in a chart.
  std::vector<Date> months;                                     ///< First days of months, in order.
  std::vector<std::string> rows;                                ///< What the rows stand for, from above.
  std::vector<MonthCell> cells;                                 ///< The marks.
  std::vector<std::string> levels;                              ///< What levels 0 to 5 mean; only those that are named.
  std::string left_out;                                         ///< What is not shown, in a sentence; or empty.
  friend bool operator==(MonthMap const&, MonthMap const&) = default;
};
BOOST_DESCRIBE_STRUCT(MonthMap, (), (months, rows, cells, levels, left_out))

/// One measured bar.
struct MeasuredBar {
  static constexpr std::string_view type_name = "measured-bar";  ///< Name in the schema.
  std::string label;                                             ///< What it stands for.
  std::int64_t value = 0;                                        ///< Its length; not negative.
  std::optional<std::int64_t> limit;                             ///< What it should not exceed.
  std::string note;                                              ///< What is said at its end: "14 h of 20 h".
  friend bool operator==(MeasuredBar const&, MeasuredBar const&) = default;
};
BOOST_DESCRIBE_STRUCT(MeasuredBar, (), (label, value, limit, note))

/// Horizontal bars on one scale, each with a mark at its limit if it has one.
struct MeasuredBars {
  static constexpr std::string_view type_name = "measured-bars";    ///< Name in the schema.
  static constexpr std::string_view choice_of = "chart";            ///< What it is one of.
  static constexpr std::string_view choice_name = "measured_bars";  ///< Its member in a chart.
  std::vector<MeasuredBar> bars;                                    ///< The bars, from above.
  std::string within;                                               ///< What a bar within its limit is.
  std::string beyond;                                               ///< What the part of a bar beyond its limit is.
  std::string left_out;                                             ///< What is not shown, in a sentence; or empty.
  friend bool operator==(MeasuredBars const&, MeasuredBars const&) = default;
};
BOOST_DESCRIBE_STRUCT(MeasuredBars, (), (bars, within, beyond, left_out))

/// Any chart. A new kind is a new alternative here and a new drawing in src/report/chart*.cpp.
using Chart = std::variant<HeatMap, StackedBars, Trend, Schedule, MonthMap, MeasuredBars>;

/// What an SVG needs besides the data.
struct SvgFrame {
  std::string id;           ///< Prefix of the ids in it, unique in its page; letters, digits and '-'.
  std::string title;        ///< Its title, for everybody.
  std::string description;  ///< What it shows, for those who do not see it.
  int width = 0;            ///< Width in pixels; 0 takes the width of whatever holds it.
};

/// Draws a chart as one `<svg>` element, readable by itself and in a page that styles its classes. Positions across are
/// in per cent and texts keep their size, so it fits a phone and a wall. Integers only: the same data give the same
/// bytes.
///
/// Values that do not fit the grid are left out; texts that are too long end in "…" and stand in full in the data.
/// @par Cost
/// Linear in the data.
[[nodiscard]] std::string svg(Chart const& chart, SvgFrame const& frame);

}  // namespace report
}  // namespace v1
}  // namespace annexa
