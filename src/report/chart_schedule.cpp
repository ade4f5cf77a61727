// Schedules: the hours of some days side by side, a row for each person or unit.
#include <algorithm>

#include "drawing.hpp"
#include "wording.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

constexpr std::int64_t schedule_left = 2'000;  // where the days begin, in hundredths of a per cent
constexpr std::int64_t schedule_head = 26;
constexpr std::int64_t lane_height = 22;
constexpr std::int64_t row_margin = 6;

// Where each bar lies, and how tall each row is.
struct ScheduleLayout {
  std::vector<std::size_t> lanes;  // of each bar; bars that do not fit the chart have none
  std::vector<std::int64_t> tops;  // of each row, and at last the bottom
};

bool fits(Schedule const& schedule, ScheduleBar const& bar) {
  return bar.row >= 0 && std::cmp_less(bar.row, schedule.rows.size()) && bar.day >= 0 &&
         std::cmp_less(bar.day, schedule.days.size()) && bar.from < bar.until && bar.series >= 0 &&
         std::cmp_less(bar.series, schedule.series.size());
}

ScheduleLayout layout(Schedule const& schedule) {
  ScheduleLayout found;
  found.lanes.resize(schedule.bars.size());
  std::vector<std::size_t> order(schedule.bars.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, {}, [&](std::size_t index) {
    auto const& bar = schedule.bars[index];
    return std::tuple(bar.row, bar.day, bar.from, bar.until);
  });
  std::vector<std::vector<std::pair<int, int>>> ends(schedule.rows.size());  // by row and lane: day and minute
  for (auto const index : order) {
    auto const& bar = schedule.bars[index];
    if (!fits(schedule, bar)) continue;
    auto& lanes = ends[static_cast<std::size_t>(bar.row)];
    auto const free = std::ranges::find_if(lanes, [&](auto const& end) { return end <= std::pair(bar.day, bar.from); });
    found.lanes[index] = static_cast<std::size_t>(free - lanes.begin());
    if (free == lanes.end())
      lanes.emplace_back(bar.day, bar.until);
    else
      *free = {bar.day, bar.until};
  }
  std::int64_t top = schedule_head;
  for (auto const& lanes : ends) {
    found.tops.push_back(top);
    top += std::max<std::int64_t>(static_cast<std::int64_t>(lanes.size()), 1) * lane_height + row_margin;
  }
  found.tops.push_back(top);
  return found;
}

class ScheduleDrawing {
 public:
  ScheduleDrawing(Drawing& drawing, Schedule const& schedule)
      : drawing_(drawing),
        schedule_(schedule),
        layout_(layout(schedule)),
        days_(std::max<std::int64_t>(static_cast<std::int64_t>(schedule.days.size()), 1)),
        length_(std::max(schedule.until - schedule.from, 1)) {}

  void draw() {
    define_patterns(drawing_, schedule_.series);
    draw_rows();
    draw_days();
    for (std::size_t i = 0; i < schedule_.bars.size(); ++i)
      if (fits(schedule_, schedule_.bars[i])) draw_bar(schedule_.bars[i], layout_.lanes[i]);
    draw_legend();
  }

 private:
  [[nodiscard]] std::int64_t day_left(std::int64_t day) const {
    return schedule_left + day * (whole - schedule_left) / days_;
  }
  // Where a minute of a day lies; a little of the day's width stays free on either side.
  [[nodiscard]] std::int64_t at(int day, int minute) const {
    auto const left = day_left(day);
    auto const width = day_left(day + 1) - left;
    auto const inside = std::clamp(minute - schedule_.from, 0, length_);
    return left + width / 40 + inside * (width - width / 20) / length_;
  }
  [[nodiscard]] std::size_t room(std::int64_t share, std::int64_t margin, std::int64_t character) const {
    return static_cast<std::size_t>(
        std::max<std::int64_t>((drawing_.pixels() * share / whole - margin) / character, 0));
  }

  void draw_rows() {
    for (std::size_t i = 0; i < schedule_.rows.size(); ++i) {
      auto const top = layout_.tops[i];
      auto const height = layout_.tops[i + 1] - top;
      if (i % 2 == 0) drawing_.box("0", top, "100%", height, "stripe", "#8a97a5", "0.12");
      drawing_.words("0.5%", top + height / 2 + 4, shortened(schedule_.rows[i], room(schedule_left, 12, 7)), from_start,
                     "name");
    }
  }
  void draw_days() {
    auto const bottom = layout_.tops.back();
    auto const needed = std::int64_t{50} * whole / std::max(drawing_.pixels(), 1);  // width of "30 Mar"
    auto const step = std::max<std::int64_t>((needed * days_ + whole - schedule_left - 1) / (whole - schedule_left), 1);
    for (std::int64_t day = 0; day < std::ssize(schedule_.days); ++day) {
      drawing_.box(percent(day_left(day)), schedule_head - 6, "1", bottom - schedule_head + 6, "rule", "#8a97a5");
      if (day % step != 0) continue;
      auto text = spoken(schedule_.days[static_cast<std::size_t>(day)], DateStyle::brief);
      if (day != 0) text.resize(text.rfind(' '));  // the year stands at the first day
      if (day == 0 && room(day_left(step) - day_left(0), 0, 7) < text.size()) text.resize(text.rfind(' '));
      drawing_.words(percent(day_left(day)), 14, text, from_start, "level", {"12"});
    }
  }
  void draw_bar(ScheduleBar const& bar, std::size_t lane) {
    auto const& series = schedule_.series[static_cast<std::size_t>(bar.series)];
    auto const left = at(bar.day, bar.from);
    auto const right = std::max(at(bar.day, bar.until), left + 20);
    auto const top = layout_.tops[static_cast<std::size_t>(bar.row)] + row_margin / 2 +
                     static_cast<std::int64_t>(lane) * lane_height + 2;
    surface(drawing_, percent(left), top, percent(right - left), lane_height - 4, series.tone);
    auto const length = room(right - left, 6, 7);
    if (bar.text.empty() || length < std::min<std::size_t>(bar.text.size(), 4)) return;
    auto const& look = look_of(series.tone);
    drawing_.words(percent((left + right) / 2), top + 13, shortened(bar.text, length), centred,
                   "ink-" + std::string(look.name), {"11", look.pattern.empty() ? "" : look.fill});
  }
  void draw_legend() {
    auto y = layout_.tops.back() + 8;
    for (std::size_t i = 0; i < schedule_.series.size(); ++i) {
      auto const left = i % 2 == 0 ? std::int64_t{0} : whole / 2;
      drawing_.open_at(percent(left), y + static_cast<std::int64_t>(i / 2) * legend_step);
      surface(drawing_, "0", 2, "14", 12, schedule_.series[i].tone);
      drawing_.words("20", 12, shortened(schedule_.series[i].name, 40), from_start, "legend");
      drawing_.close();
    }
    y += legend_rows(schedule_.series.size()) * legend_step;
    if (!schedule_.left_out.empty()) drawing_.words("0", y + 12, schedule_.left_out, from_start, "note");
  }

  Drawing& drawing_;
  Schedule const& schedule_;
  ScheduleLayout layout_;
  std::int64_t days_;
  int length_;
};

}  // namespace

std::int64_t height_of(Schedule const& schedule) {
  return layout(schedule).tops.back() + 8 + legend_rows(schedule.series.size()) * legend_step +
         (schedule.left_out.empty() ? 0 : legend_step);
}

void draw(Drawing& drawing, Schedule const& schedule) { ScheduleDrawing(drawing, schedule).draw(); }

}  // namespace report
}  // namespace v1
}  // namespace annexa
