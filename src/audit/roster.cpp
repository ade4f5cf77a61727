#include "roster.hpp"

#include <algorithm>

namespace annexa {
inline namespace v1 {

Roster::Roster(PlanRequest const& request)
    : request_(request),
      people_(request.people.size()),
      window_(static_cast<std::size_t>(request.until - request.from) + 1) {
  for (std::size_t i = 0; i < request.people.size(); ++i) {
    by_key_.emplace(request.people[i].key.text(), i);
    note_presence(i);
    note_competences(i);
  }
  note_roles();
  note_bookings();
}

Days Roster::days(Date from, Date until) const {
  Days found;
  if (until < request_.from || request_.until < from) return found;
  auto const first = std::max<std::int64_t>(from - request_.from, 0);
  auto const last = std::min<std::int64_t>(until - request_.from, static_cast<std::int64_t>(window_) - 1);
  for (auto day = first; day <= last; ++day) found.set(static_cast<std::size_t>(day));
  return found;
}

void Roster::note_presence(std::size_t person) {
  auto const& record = request_.people[person];
  auto& there = people_[person].there;
  there = days(request_.from, request_.until);
  for (auto const& absence : record.absences) there &= ~days(absence.from, absence.until);
  if (record.retired_on) there &= ~days(*record.retired_on, request_.until);
}

void Roster::note_competences(std::size_t person) {
  auto& known = people_[person].competences;
  for (auto const& name : request_.people[person].competences)
    known.push_back(competences_.emplace(name, static_cast<int>(competences_.size())).first->second);
  std::ranges::sort(known);
}

void Roster::note_roles() {
  for (auto const& grant : request_.roles) {
    auto const person = find(grant.person.text());
    if (!person) continue;
    auto& roles = people_[*person].roles;
    auto const role = static_cast<std::size_t>(grant.role);
    if (roles.size() <= role) roles.resize(role + 1);
    roles[role] |= days(grant.from, grant.until.value_or(request_.until));
  }
}

void Roster::note_bookings() {
  for (auto const& booking : request_.bookings) {
    auto const person = find(booking.person.text());
    if (!person) continue;
    auto& entry = people_[*person];
    entry.load += (booking.end.micros() - booking.start.micros()) / 60'000'000;
    entry.booked.push_back(local_day(request_.parameters.hours, booking.start));
  }
  for (auto& entry : people_) {
    std::ranges::sort(entry.booked);
    auto const rest = std::ranges::unique(entry.booked);
    entry.booked.erase(rest.begin(), rest.end());
  }
}

std::optional<std::size_t> Roster::find(std::string_view key) const {
  auto const found = by_key_.find(key);
  if (found == by_key_.end()) return {};
  return found->second;
}

Days Roster::in_role(std::size_t person, Role role) const {
  auto const& roles = people_[person].roles;
  auto const index = static_cast<std::size_t>(role);
  return index < roles.size() ? roles[index] : Days{};
}

std::vector<std::size_t> Roster::holders(Role role) const {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < people_.size(); ++i)
    if (holds(i, role)) found.push_back(i);
  std::ranges::sort(found, [&](std::size_t a, std::size_t b) { return before(a, b); });
  return found;
}

bool Roster::before(std::size_t a, std::size_t b) const {
  if (load(a) != load(b)) return load(a) < load(b);
  return natural_less(key(a).text(), key(b).text());
}

std::optional<int> Roster::competence(std::string_view name) const {
  auto const found = competences_.find(name);
  if (found == competences_.end()) return {};
  return found->second;
}

bool Roster::knows(std::size_t person, int competence) const {
  return std::ranges::binary_search(people_[person].competences, competence);
}

}  // namespace v1
}  // namespace annexa
