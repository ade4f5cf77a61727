#include "programme_certificate.hpp"

namespace annexa {
inline namespace v1 {
namespace {

std::string subject_of(Need const& need) { return need.unit ? need.unit->unit.text() : need.criteria.front().text(); }

}  // namespace

// covered: visits of a need, at least so many as its deadline and interval ask for. interval: the longest time between
// two of them, in months. window: month of the first visit, at most the month of the deadline. room: minutes of a
// month. open: open days of each month that has a visit, at least one.
std::vector<ProgrammeCheck> certificate_of(ProgrammeRequest const&, std::vector<ProgrammeMonth> const& months,
                                           std::vector<Need> const& needs, std::vector<std::int64_t> const& used) {
  std::vector<ProgrammeCheck> checks;
  for (auto const& need : needs) {
    if (!is_due(need, months)) continue;
    auto const subject = subject_of(need) + (need.once ? ':' + to_string(need.kind) : "") +
                         (need.sample ? ':' + to_string(need.sample->from) : "");
    auto const visits = static_cast<std::int64_t>(need.months.size());
    checks.push_back({"covered", subject, visits, 1});
    if (visits == 0) continue;
    checks.push_back(
        {"window", subject, static_cast<std::int64_t>(need.months.front()), static_cast<std::int64_t>(need.deadline)});
    std::size_t longest = need.once ? 0 : months.size() - 1 - need.months.back();
    for (std::size_t i = 1; i < need.months.size(); ++i)
      longest = std::max(longest, need.months[i] - need.months[i - 1]);
    if (!need.once) checks.push_back({"interval", subject, static_cast<std::int64_t>(longest), need.interval});
  }
  for (std::size_t month = 0; month < months.size(); ++month) {
    if (used[month] == 0) continue;
    auto const subject = to_string(months[month].first);
    checks.push_back({"open", subject, months[month].open_days, 1});
    checks.push_back({"room", subject, used[month], months[month].room});
  }
  return checks;
}

}  // namespace v1
}  // namespace annexa
