#pragma once
// What every chart is drawn with: boxes, words and patterns in integers, so that the same data give the same bytes.

#include <annexa/report/chart.hpp>

#include <cstdint>
#include <string>
#include <string_view>

#include "markup.hpp"

namespace annexa {
inline namespace v1 {
namespace report {

inline constexpr std::int64_t whole = 10'000;  // the width, in hundredths of a per cent
inline constexpr std::int64_t legend_step = 20;
inline constexpr std::int64_t usual_width = 720;  // pixels that a chart has where nobody says how many

inline std::string px(std::int64_t value) { return std::to_string(value); }

// A share of the width, in hundredths of a per cent.
[[nodiscard]] std::string percent(std::int64_t hundredths);

// True if white stands out from the colour better than black does.
[[nodiscard]] bool is_dark(std::string_view colour);

// Rows of a legend that has two columns.
[[nodiscard]] inline std::int64_t legend_rows(std::size_t count) { return static_cast<std::int64_t>((count + 1) / 2); }

// Where a text is anchored.
inline constexpr std::string_view from_start = "start";
inline constexpr std::string_view centred = "middle";
inline constexpr std::string_view to_end = "end";

// How words look: the size in pixels, and the colour that lies around their letters.
struct Lettering {
  std::string_view size = "";
  std::string_view halo = "";
};

class Drawing {
 public:
  Drawing(SvgFrame const& frame, std::int64_t height);
  [[nodiscard]] std::string finish() &&;

  // Begins a place of its own, in which shares of the width are shares of its width.
  void open_panel(std::string id, std::string x, std::int64_t y, std::string width, std::int64_t height, int pixels);
  void close_panel();
  // A place without size, whose origin is there.
  void open_at(std::string x, std::int64_t y);
  void close();

  void words(std::string x, std::int64_t y, std::string_view words, std::string_view anchor, std::string_view css,
             Lettering look = {});
  // Words that run upwards, their middle at @p middle.
  void upright_words(std::int64_t middle, std::string_view words, std::string_view css);
  void box(std::string x, std::int64_t y, std::string width, std::int64_t height, std::string css, std::string fill,
           std::string opacity = {});
  // A pattern over a square of 8 pixels, and a surface that has a colour and over it such a pattern.
  void pattern(std::string_view name, std::string_view path, std::string_view ink);
  void patterned(std::string const& x, std::int64_t y, std::string const& width, std::int64_t height,
                 std::string const& css, std::string_view fill, std::string_view pattern);
  void open_patterns() { out_.open("defs"); }

  // Pixels that the drawing, or the panel in it, is likely to be wide.
  [[nodiscard]] int pixels() const noexcept { return pixels_; }

 private:
  std::string id_;
  int pixels_;
  Markup out_;
};

// How a tone looks where no style sheet says so, and the pattern that tells it apart without colour.
struct Look {
  std::string_view name;
  std::string_view fill;
  std::string_view ink;
  std::string_view pattern;  // path over a square of 8 pixels
};
[[nodiscard]] Look const& look_of(Tone tone);

// The patterns of the tones of some series.
void define_patterns(Drawing& drawing, std::vector<BarSeries> const& series);

// A surface of a tone: its colour, and over it its pattern.
void surface(Drawing& drawing, std::string const& x, std::int64_t y, std::string const& width, std::int64_t height,
             Tone tone);

// Each kind of chart: how tall it is, and its drawing.
[[nodiscard]] std::int64_t height_of(HeatMap const& map);
[[nodiscard]] std::int64_t height_of(StackedBars const& bars);
[[nodiscard]] std::int64_t height_of(Trend const& trend);
[[nodiscard]] std::int64_t height_of(Schedule const& schedule);
[[nodiscard]] std::int64_t height_of(MonthMap const& map);
[[nodiscard]] std::int64_t height_of(MeasuredBars const& bars);
void draw(Drawing& drawing, HeatMap const& map);
void draw(Drawing& drawing, StackedBars const& bars);
void draw(Drawing& drawing, Trend const& trend);
void draw(Drawing& drawing, Schedule const& schedule);
void draw(Drawing& drawing, MonthMap const& map);
void draw(Drawing& drawing, MeasuredBars const& bars);

}  // namespace report
}  // namespace v1
}  // namespace annexa
