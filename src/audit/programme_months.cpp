#include "programme_months.hpp"

#include <algorithm>
#include <limits>
#include <set>

namespace annexa {
inline namespace v1 {
namespace {

constexpr std::int64_t no_limit = std::numeric_limits<std::int64_t>::max() / 4;

// Working days of a month, and how many of them are open to audits.
void count_days(ProgrammeMonth& month, ProgrammeRequest const& request, std::set<Date> const& holidays) {
  int working = 0;
  auto const& weekend = request.calendar.weekend;
  for (auto day = month.first; day <= month.last; day = day.plus_days(1)) {
    if (std::ranges::find(weekend, day.weekday()) != weekend.end() || holidays.contains(day)) continue;
    ++working;
    auto const frozen = [&](FreezeWindow const& freeze) { return freeze.from <= day && day <= freeze.until; };
    if (std::ranges::none_of(request.parameters.freezes, frozen)) ++month.open_days;
  }
  month.working_days = working;
  auto const& limit = request.parameters.minutes_per_month;
  if (month.open_days > 0) month.room = limit ? std::int64_t{*limit} * month.open_days / working : no_limit;
}

// In each part of the year the middle month is one of audits, or the one nearest to it that is open for half as long as
// the longest of the part.
void want_audits(std::vector<ProgrammeMonth>& months, std::size_t begin, std::size_t end) {
  int longest = 0;
  for (auto i = begin; i < end; ++i) longest = std::max(longest, months[i].open_days);
  if (longest == 0) return;
  auto const middle = begin + (end - begin - 1) / 2;
  auto const distance = [&](std::size_t i) { return i > middle ? i - middle : middle - i; };
  std::size_t best = end;
  for (auto i = begin; i < end; ++i)
    if (months[i].open_days * 2 >= longest && (best == end || distance(i) < distance(best))) best = i;
  months[best].wanted = true;
}

}  // namespace

std::vector<ProgrammeMonth> months_of(ProgrammeRequest const& request) {
  std::set<Date> const holidays(request.calendar.holidays.begin(), request.calendar.holidays.end());
  std::vector<ProgrammeMonth> months;
  auto const last = last_day(request);
  for (auto first = request.from; first <= last; first = months.back().last.plus_days(1)) {
    months.push_back({first, std::min(last, first.last_of_month()), 0, 0, 0, false});
    count_days(months.back(), request, holidays);
  }
  auto const a_year = static_cast<std::size_t>(request.parameters.audits_per_year);
  auto const parts =
      request.until ? (a_year * months.size() + 11) / 12 : a_year * static_cast<std::size_t>(request.parameters.years);
  for (std::size_t part = 0; part < parts; ++part)
    want_audits(months, months.size() * part / parts, months.size() * (part + 1) / parts);
  return months;
}

std::size_t month_of(std::vector<ProgrammeMonth> const& months, Date date) {
  auto const found = std::ranges::lower_bound(months, date, {}, &ProgrammeMonth::last);
  return static_cast<std::size_t>(found - months.begin());
}

}  // namespace v1
}  // namespace annexa
