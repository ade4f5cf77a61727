#pragma once
/// Requests for plans, drawn at random or written out.

#include <rapidcheck.h>
#include <annexa/audit/plan_request.hpp>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace annexa::testing {

template <FixedString Noun>
Key<Noun> key(std::string const& text) {
  return *Key<Noun>::parse(text);
}
inline Date day(char const* text) { return *Date::parse(text); }
inline Criterion criterion(char const* text) { return *Criterion::parse(text); }

inline Unit unit(std::string const& name, std::string const& owner) {
  Unit unit;
  unit.key = key<"unit">(name);
  unit.name = "Unit " + name;
  unit.owner = key<"person">(owner);
  return unit;
}

inline Person person(std::string const& name, std::vector<std::string> competences = {}) {
  Person person;
  person.key = key<"person">(name);
  person.name = Personal("Somebody");
  person.competences = std::move(competences);
  return person;
}

inline RoleGrant grant(std::string const& who, Role role) {
  RoleGrant grant;
  grant.key = key<"role-grant">("RG-" + who + '-' + to_string(role));
  grant.person = key<"person">(who);
  grant.role = role;
  grant.from = day("2020-01-01");
  return grant;
}

/// Clocks that are set forward on a day, and back by half as much some days later.
inline std::vector<ZoneChange> clocks(Date from) {
  return {{Instant::at(from, 63), 60, true, {}}, {Instant::at(from.plus_days(4), 125), 30, false, {}}};
}

/// Two auditors, three units, a week and a half in March 2026: a plan that comes out.
inline PlanRequest small_request() {
  PlanRequest request;
  request.audit = key<"audit">("A-2026-1");
  request.from = day("2026-03-02");
  request.until = day("2026-03-12");
  request.people = {person("LEAD", {"iso27001"}), person("AUD", {"cryptography"}), person("OWN-1"), person("OWN-2"),
                    person("MGR")};
  request.roles = {grant("LEAD", Role::lead_auditor), grant("AUD", Role::auditor), grant("MGR", Role::isms_manager)};
  request.units = {unit("U-1", "OWN-1"), unit("U-2", "OWN-2"), unit("U-3", "AUD")};
  request.units[0].criteria = {criterion("7.2"), criterion("A.5.1")};
  request.units[0].audit_minutes = 300;
  request.units[1].criteria = {criterion("A.8.24")};
  request.units[1].required_competences = {"cryptography"};
  request.units[2].criteria = {criterion("A.6.3")};
  request.criteria = {criterion("4.1"), criterion("7.2"), criterion("A.5.1"), criterion("A.6.3"), criterion("A.8.24")};
  return request;
}

/// A team of several, who are not all needed all the time.
inline PlanRequest team_request(int units = 14) {
  auto request = small_request();
  request.units.clear();
  request.roles.clear();
  request.people = {person("MGR")};
  request.roles = {grant("MGR", Role::isms_manager)};
  for (int i = 1; i <= 6; ++i) {
    auto const name = "AUD-" + std::to_string(i);
    request.people.push_back(person(name, {i % 2 == 0 ? "cryptography" : "iso27001", "cloud"}));
    request.roles.push_back(grant(name, i <= 2 ? Role::lead_auditor : Role::auditor));
  }
  for (int i = 1; i <= units; ++i) {
    auto const name = std::to_string(i);
    request.people.push_back(person("OWN-" + name));
    request.people.push_back(person("OPS-" + name));
    request.units.push_back(unit("U-" + name, "OWN-" + name));
    request.units.back().operators = {key<"person">("OPS-" + name)};
    request.units.back().importance = i % 5 + 1;
    request.units.back().criteria = {criterion("7.2")};
    if (i % 4 == 0) request.units.back().required_competences = {"cryptography"};
  }
  request.criteria = {criterion("4.1"), criterion("7.2")};
  request.until = day("2026-03-27");
  request.parameters.days_wanted = 3;
  return request;
}

/// An organisation takes thousands of draws, and RapidCheck keeps each for shrinking: it draws a seed, and these follow
/// it.
inline std::mt19937& source() {
  static std::mt19937 engine;
  return engine;
}
inline void draw_seed() { source().seed(*rc::gen::resize(rc::kNominalSize, rc::gen::arbitrary<std::uint32_t>())); }
inline int drawn(int low, int high) {
  return low + static_cast<int>(source()() % static_cast<std::uint32_t>(high - low + 1));
}
inline bool chance(int percent) { return drawn(1, 100) <= percent; }

/// An organisation of up to @p most_units units and 8 people with calendars, absences, bookings and conflicts of all
/// sorts.
inline PlanRequest drawn_request(int most_units = 40) {
  static std::vector<std::string> const skills{"iso27001", "cryptography", "cloud"};
  static std::vector<char const*> const criteria{"4.1", "5.2", "7.2", "9.2.1", "A.5.1", "A.6.3", "A.7.4", "A.8.24"};
  draw_seed();
  PlanRequest request;
  request.audit = key<"audit">("A-2026-1");
  request.from = day("2026-02-23").plus_days(drawn(0, 10));
  request.until = request.from.plus_days(drawn(0, 40));
  int const people = drawn(1, 8);
  auto const anybody = [&] { return key<"person">("P-" + std::to_string(drawn(1, people))); };
  int const units = drawn(0, most_units);
  auto const any_unit = [&] { return key<"unit">("U-" + std::to_string(drawn(1, units + 1))); };
  auto const any_day = [&] { return request.from.plus_days(drawn(-3, 40)); };
  for (int i = 1; i <= people; ++i) {
    auto one = person("P-" + std::to_string(i));
    for (auto const& skill : skills)
      if (chance(70)) one.competences.push_back(skill);
    while (chance(30))
      one.absences.push_back({any_day(), {}, "leave"}),
          one.absences.back().until = one.absences.back().from.plus_days(drawn(0, 9));
    if (chance(15)) one.audit_days_per_year = drawn(0, 6);
    if (chance(20)) one.past_functions.push_back({any_unit(), "clerk", day("2026-01-01").plus_days(-drawn(0, 1200))});
    if (chance(20)) one.conflicts.push_back({any_unit(), any_day(), {}});
    if (chance(5)) one.retired_on = any_day();
    for (auto const role : {Role::lead_auditor, Role::auditor, Role::expert, Role::isms_manager, Role::top_management})
      if (chance(role == Role::lead_auditor || role == Role::auditor ? 50 : 15))
        request.roles.push_back(grant(one.key.text(), role));
    request.people.push_back(std::move(one));
  }
  for (int i = 1; i <= units; ++i) {
    auto one = unit("U-" + std::to_string(i), "P-1");
    one.owner.reset();
    if (chance(90)) one.owner = anybody();
    if (chance(20)) one.managers = {anybody()};
    if (chance(20)) one.operators = {anybody(), anybody()};
    if (chance(10)) one.designers = {anybody()};
    if (chance(70)) one.audit_minutes = drawn(15, 600);
    if (chance(50)) one.importance = drawn(1, 5);
    for (auto const* each : criteria)
      if (chance(25)) one.criteria.push_back(criterion(each));
    for (auto const& skill : skills)
      if (chance(15)) one.required_competences.push_back(skill);
    if (chance(10)) one.calendar = WorkingCalendar{{5, 6, 7}, {any_day()}};
    if (chance(4)) one.retired_on = any_day();
    request.units.push_back(std::move(one));
  }
  for (auto const* each : criteria)
    if (chance(80)) request.criteria.push_back(criterion(each));
  if (request.criteria.empty()) request.criteria = {criterion("4.1")};
  for (int i = drawn(0, 12); i > 0; --i) {
    auto const start = Instant::at(any_day(), drawn(0, 1439));
    request.bookings.push_back({anybody(), start, start.plus_minutes(drawn(0, 300)), "something"});
  }
  if (chance(20)) request.calendar.holidays = {any_day(), any_day()};
  if (chance(15)) request.parameters.hours = {"Asia/Kolkata", 330, {{480, 720}, {780, 1000}}};
  if (chance(10)) request.parameters.hours = {"America/New_York", -300, {{600, 900}}};
  if (chance(15))
    request.parameters.hours = {"Somewhere", drawn(-660, 780), {{480, 720}, {780, 1000}}, clocks(any_day())};
  if (chance(25)) {  // units at the ends of the world
    for (auto const* name : {"East", "West"}) {
      request.zones.push_back({name, "", clocks(any_day())});
      request.zones.back().changes.insert(request.zones.back().changes.begin(),
                                          {Instant::at(day("1601-01-01"), 0), drawn(-48, 56) * 15, false, {}});
    }
    for (auto& each : request.units)
      if (chance(50)) each.zone = chance(50) ? "East" : "West";
  }
  if (chance(10)) request.parameters.longest_session = 60;
  request.parameters.rounds = drawn(0, 80);
  request.parameters.bound_rounds = drawn(0, 3);
  if (chance(25))
    request.waivers.push_back(
        {key<"waiver">("W-1"), "S02", anybody(), "small", "review", {}, day("2026-01-01"), day("2026-12-31"), {}, {}});
  return request;
}

}  // namespace annexa::testing
