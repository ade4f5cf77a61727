#pragma once
// The audit programme as integers: months that offer time, and series of visits that need it. Everything that the
// engine weighs is here; what units, criteria and reasons are it does not know.

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <numeric>
#include <optional>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace cycle {

using Amount = std::int64_t;
using Months = std::uint64_t;  // a set of months, one bit each

// Calls act(month) for each month in which there is a visit.
template <class Act>
void for_each_month(Months path, Act&& act) {
  for (; path != 0; path &= path - 1) act(static_cast<std::size_t>(std::countr_zero(path)));
}
inline constexpr std::int64_t price_parts = 8;  // how finely prices and loads are mixed
inline constexpr int most_months = 61;

// What a programme is judged by, the first that differs decides.
// left_out: visits that are due and not made, times weight; late: months past the due date, times weight; changed:
// visits added or dropped against the programme in force; cost: minutes times months.
struct Levels {
  Amount left_out = 0;
  Amount late = 0;
  Amount changed = 0;
  Amount cost = 0;
  friend auto operator<=>(Levels const&, Levels const&) = default;
  Levels& operator+=(Levels const& other) {
    left_out += other.left_out, late += other.late, changed += other.changed, cost += other.cost;
    return *this;
  }
  Levels& operator-=(Levels const& other) {
    left_out -= other.left_out, late -= other.late, changed -= other.changed, cost -= other.cost;
    return *this;
  }
};

struct Month {
  Amount target = 0;  // minutes that it takes without overload
  Amount room = 0;    // minutes that it can take at all
};

// Something visited again and again, or once.
struct Series {
  Amount minutes = 0;
  int weight = 1;           // what a month of lateness, or a visit left out, counts
  int interval = 12;        // most months between two visits
  int least_gap = 9;        // least months between two visits
  int release = 0;          // first month in which it may be visited
  int due = 11;             // month by which it has to be visited; before the first one if it is overdue
  bool once = false;        // one visit alone
  bool settled = false;     // its first visit has a date to aim at: each month before it costs
  Amount urgency = 0;       // cost of each month of waiting for the first visit
  Months open = ~Months{};  // in which it can be visited
  Months planned = 0;       // in which the programme in force visits it
  bool pinned = false;      // changes against `planned` count
};

struct Model {
  std::vector<Month> months;
  std::vector<Series> series;
  Amount overload = 20;  // cost of each minute above the target of a month
};

// The largest number of minutes of which every load of a month is a multiple.
[[nodiscard]] inline Amount grain_of(Model const& model) {
  Amount grain = 0;
  for (auto const& series : model.series) grain = std::gcd(grain, series.minutes);
  return grain == 0 ? 1 : grain;
}

// Loads of a month between which what it costs is a straight line for a linear relaxation: loads are multiples of a
// grain, so none lies between the last one within the target and the first one above it.
struct Corners {
  Amount within = 0;  // the largest load that costs nothing
  Amount above = 0;   // the next one, or the most
  Amount most = 0;    // the largest load at all
};
[[nodiscard]] inline Corners corners_of(Month const& month, Amount grain) {
  auto const within = month.target / grain * grain;
  auto const most = month.room / grain * grain;
  return {within, within == month.target ? within : std::min(within + grain, most), most};
}

// Which months each series is visited in, one set per series.
using Paths = std::vector<Months>;

}  // namespace cycle
}  // namespace v1
}  // namespace annexa
