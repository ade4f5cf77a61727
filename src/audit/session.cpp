#include <algorithm>
#include <annexa/audit/session.hpp>
#include <set>

namespace annexa {
inline namespace v1 {

std::vector<Key<"person">> participants(Session const& session, std::span<Session const> plan) {
  std::vector<Key<"person">> people;
  std::set<std::string_view> seen;
  auto const add = [&](Key<"person"> const& person) {
    if (seen.insert(person.text()).second) people.push_back(person);
  };
  add(session.lead);
  for (auto const& person : session.team) add(person);
  if (session.auditee) add(*session.auditee);
  if (session.kind == SessionKind::opening || session.kind == SessionKind::closing)
    for (auto const& each : plan)
      if (each.audit == session.audit && each.auditee && !each.cancelled) add(*each.auditee);
  return people;
}

bool concerns_calendars(Session const& before, Session const& after) {
  auto const sorted = [](std::vector<Key<"person">> people) {
    std::ranges::sort(people);
    return people;
  };
  return before.start != after.start || before.end != after.end || before.place != after.place ||
         before.cancelled != after.cancelled || before.lead != after.lead || before.auditee != after.auditee ||
         sorted(before.team) != sorted(after.team);
}

}  // namespace v1
}  // namespace annexa
