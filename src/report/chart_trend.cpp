// Counts per band over time: a surface for each band and each stretch of time, as wide as the time lasts.
#include <algorithm>
#include <array>

#include "drawing.hpp"
#include "wording.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

constexpr std::int64_t plot_left = 1'000;  // in hundredths of a per cent
constexpr std::int64_t plot_top = 8;
constexpr std::int64_t plot_height = 200;
constexpr std::int64_t plot_bottom = plot_top + plot_height;
constexpr std::int64_t trend_legend = plot_bottom + 38;

// The patterns that tell bands apart without colour, from the lowest on.
constexpr std::array<std::string_view, 6> band_patterns{
    "", "M0 4H8", "M-2 2L2 -2M0 8L8 0M6 10L10 6", "M0 0L8 8M0 8L8 0", "M4 0V8", "M2 2h1M6 6h1"};
std::string_view pattern_of(std::size_t band) { return band_patterns[band % band_patterns.size()]; }
std::string pattern_name(std::size_t band) {
  return pattern_of(band).empty() ? std::string{} : "band-" + std::to_string(band + 1);
}
std::string_view ink_on(std::string_view colour) { return is_dark(colour) ? "#ffffff" : "#10171e"; }

std::int64_t total_of(TrendDay const& day, std::size_t bands) {
  std::int64_t total = 0;
  for (std::size_t i = 0; i < std::min(day.values.size(), bands); ++i)
    total += std::clamp<std::int64_t>(day.values[i], 0, 1'000'000'000);
  return total;
}

// The least of 1, 2, 5, 10, 20, 50, ... of which at most five reach to @p most.
std::int64_t step_for(std::int64_t most) {
  constexpr std::array<std::int64_t, 3> factors{1, 2, 5};
  for (std::int64_t power = 1;; power *= 10)
    for (auto const factor : factors)
      if (most <= factor * power * 5) return factor * power;
}

class Plot {
 public:
  Plot(Drawing& drawing, Trend const& trend) : drawing_(drawing), trend_(trend) {
    for (auto const& day : trend.days) most_ = std::max(most_, total_of(day, trend.bands.size()));
    step_ = step_for(most_);
    top_ = std::max<std::int64_t>((most_ + step_ - 1) / step_, 1) * step_;
    first_ = trend.days.empty() ? trend.until : trend.days.front().on;
    length_ = std::max<std::int64_t>(trend.until - first_, 1);
  }
  void draw() {
    for (std::size_t i = 0; i < trend_.days.size(); ++i) draw_stretch(i);
    draw_counts();
    draw_days();
    draw_legend();
  }

 private:
  // Where a day lies, in hundredths of a per cent.
  [[nodiscard]] std::int64_t at(Date day) const {
    auto const passed = std::clamp<std::int64_t>(day - first_, 0, length_);
    return plot_left + passed * (whole - plot_left) / length_;
  }
  [[nodiscard]] std::int64_t height(std::int64_t count) const { return plot_bottom - count * plot_height / top_; }

  void draw_stretch(std::size_t index) {
    auto const& day = trend_.days[index];
    bool const last = index + 1 == trend_.days.size();
    auto const left = at(day.on);
    auto const right = last ? whole : at(trend_.days[index + 1].on);
    if (right <= left) return;
    std::int64_t below = 0;
    for (std::size_t band = 0; band < std::min(day.values.size(), trend_.bands.size()); ++band) {
      auto const value = std::clamp<std::int64_t>(day.values[band], 0, 1'000'000'000);
      if (value == 0) continue;
      auto const top = height(below + value);
      auto const bottom = height(below);
      below += value;
      draw_part(band, value, left, right, top, bottom);
    }
  }
  void draw_part(std::size_t band, std::int64_t value, std::int64_t left, std::int64_t right, std::int64_t top,
                 std::int64_t bottom) {
    constexpr std::int64_t least_width = 700;
    constexpr std::int64_t least_height = 15;
    auto const& colour = trend_.bands[band].colour;
    drawing_.patterned(percent(left), top, percent(right - left), bottom - top, "cell", colour, pattern_name(band));
    if (right - left < least_width || bottom - top < least_height) return;
    drawing_.words(percent((left + right) / 2), (top + bottom) / 2 + 4, std::to_string(value), centred,
                   is_dark(colour) ? "on-dark" : "on-light", {"12", colour});
  }
  void draw_counts() {
    for (std::int64_t count = 0; count <= top_; count += step_) {
      drawing_.words(percent(plot_left - 120), height(count) + 4, std::to_string(count), to_end, "note", {"11"});
      drawing_.box(percent(plot_left - 80), height(count), "0.8%", 1, "rule", "#8a97a5");
    }
    drawing_.box(percent(plot_left), plot_bottom, percent(whole - plot_left), 1, "rule", "#8a97a5");
  }
  void draw_days() {
    // Only the ends are written: between them a phone has no room, and the table beside the chart has every day.
    drawing_.words(percent(plot_left), plot_bottom + 19, spoken(first_, DateStyle::brief), from_start, "level", {"11"});
    if (first_ != trend_.until)
      drawing_.words("100%", plot_bottom + 19, spoken(trend_.until, DateStyle::brief), to_end, "level", {"11"});
    for (auto const& day : trend_.days) drawing_.box(percent(at(day.on)), plot_bottom, "1", 5, "rule", "#8a97a5");
  }
  void draw_legend() {
    for (std::size_t i = 0; i < trend_.bands.size(); ++i) {
      auto const left = plot_left + (i % 2 == 0 ? 0 : (whole - plot_left) / 2);
      drawing_.open_at(percent(left), trend_legend + static_cast<std::int64_t>(i / 2) * legend_step);
      drawing_.patterned("0", 2, "14", 12, "cell", trend_.bands[i].colour, pattern_name(i));
      drawing_.words("20", 12, std::to_string(i + 1) + "  " + shortened(spoken(trend_.bands[i].name), 24), from_start,
                     "legend");
      drawing_.close();
    }
  }

  Drawing& drawing_;
  Trend const& trend_;
  std::int64_t most_ = 0;
  std::int64_t step_ = 1;
  std::int64_t top_ = 1;
  Date first_;
  std::int64_t length_ = 1;
};

}  // namespace

std::int64_t height_of(Trend const& trend) { return trend_legend + legend_rows(trend.bands.size()) * legend_step; }

void draw(Drawing& drawing, Trend const& trend) {
  drawing.open_patterns();
  for (std::size_t i = 0; i < trend.bands.size(); ++i)
    if (auto const name = pattern_name(i); !name.empty())
      drawing.pattern(name, pattern_of(i), ink_on(trend.bands[i].colour));
  drawing.close();
  Plot(drawing, trend).draw();
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
