#include <annexa/audit/audit_time.hpp>

#include <algorithm>
#include <array>
#include <numeric>

#include "request_checks.hpp"

namespace annexa {
inline namespace v1 {
namespace {

constexpr std::int64_t minutes_of_half_a_day = 240;
constexpr std::size_t most_activities = 1000;

constexpr Rule too_many_identical{
    "audit-time.identical",
    "{found} persons in activities in which all do the same are more than the {persons} there are.", "",
    ErrorKind::usage};

constexpr std::string_view time_source = "ISO/IEC 27006-1 annex C";
constexpr std::string_view time_text =
    "{days} days for {persons} persons: what a certification body would take, an upper reference. It binds no internal "
    "audit; check the figure against your copy of the standard.";

struct TimeBand {
  std::int64_t persons;    // at most
  std::int64_t half_days;  // of an initial audit
};
constexpr std::array time_bands{TimeBand{10, 10},   TimeBand{15, 12},   TimeBand{25, 14},   TimeBand{45, 17},
                                TimeBand{65, 20},   TimeBand{85, 22},   TimeBand{125, 24},  TimeBand{175, 26},
                                TimeBand{275, 28},  TimeBand{425, 30},  TimeBand{625, 33},  TimeBand{875, 35},
                                TimeBand{1175, 37}, TimeBand{1550, 39}, TimeBand{2025, 42}, TimeBand{2675, 44},
                                TimeBand{3450, 46}, TimeBand{4350, 48}, TimeBand{5450, 50}, TimeBand{6800, 52},
                                TimeBand{8500, 54}, TimeBand{10700, 56}};

// Thirds of the initial time, in the order of SiteStage.
constexpr std::array<std::int64_t, 3> thirds{3, 1, 2};

constexpr std::int64_t divided_up(std::int64_t a, std::int64_t b) { return (a + b - 1) / b; }

}  // namespace

result<AuditTime> audit_time(AuditTimeRequest const& request) {
  Error errors;
  auto const most = time_bands.back().persons;
  check_in_range(request.persons, 1, most, "/persons", errors);
  check_in_range(request.adjustment_percent.value_or(0), -30, 100, "/adjustment_percent", errors);
  check_size(request.identical.size(), most_activities, "identical", errors);
  for (std::size_t i = 0; i < std::min(request.identical.size(), most_activities); ++i)
    check_in_range(request.identical[i], 1, most, "/identical/" + std::to_string(i), errors);
  if (!errors.empty()) return errors;
  auto const alike = std::accumulate(request.identical.begin(), request.identical.end(), std::int64_t{0});
  if (alike > request.persons)
    return Error(too_many_identical, "/identical",
                 {{"found", std::to_string(alike)}, {"persons", std::to_string(request.persons)}});

  AuditTime time;
  time.persons = request.persons - alike;
  for (auto const count : request.identical)
    time.persons += sites_to_visit(count, SiteStage::initial);  // the root, rounded up
  auto const band = std::ranges::lower_bound(time_bands, time.persons, {}, &TimeBand::persons);
  auto const part = thirds.at(static_cast<std::size_t>(request.stage.value_or(SiteStage::initial)));
  auto const half_days =
      divided_up(band->half_days * (100 + request.adjustment_percent.value_or(0)) * part, std::int64_t{3} * 100);
  time.days = (half_days % 2 == 0 ? Decimal::from(half_days / 2, 0) : Decimal::from(half_days * 5, 1)).value();
  time.minutes = half_days * minutes_of_half_a_day;
  time.statement = fill_in(time_text, {{"days", to_string(time.days)}, {"persons", std::to_string(time.persons)}});
  time.source = time_source;
  return time;
}

}  // namespace v1
}  // namespace annexa
