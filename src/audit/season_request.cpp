#include <algorithm>
#include <annexa/audit/season_request.hpp>
#include <array>
#include <map>

#include "request_checks.hpp"

namespace annexa {
inline namespace v1 {
namespace {

namespace season_rules {
constexpr auto usage = ErrorKind::usage;
constexpr Rule window{"season.window",
                      "The days lie from {from} to {until}; the end must not be before the begin, and a season has at "
                      "most 1,831 days between 1600 and 9990.",
                      "", usage};
constexpr Rule no_day{"season.no-working-day", "From {from} to {until} there is no working day.", "", usage};
constexpr Rule unknown{"season.unknown", "There is no {what} {found} in this request.", "", usage};
constexpr Rule circle{"season.circle", "These wait for each other in a circle: {keys}.", "", usage};
constexpr Rule language{"season.language", "Sentences in {found} are not known; en, de and fr are.", "", usage};
constexpr Rule empty{"season.empty", "A key or a name is empty.", "", usage};
}  // namespace season_rules

constexpr std::array season_numbers{
    NumberRow<SeasonParameters>{"cooling_off_months", &SeasonParameters::cooling_off_months, 0, 120},
    NumberRow<SeasonParameters>{"seed", &SeasonParameters::seed, 0, 2'000'000'000},
    NumberRow<SeasonParameters>{"rounds", &SeasonParameters::rounds, 0, 100'000'000},
    NumberRow<SeasonParameters>{"bound_rounds", &SeasonParameters::bound_rounds, 0, 100'000},
};
constexpr std::array auditor_numbers{
    NumberRow<SeasonAuditor>{"cost", &SeasonAuditor::cost, 0, 10'000'000},
    NumberRow<SeasonAuditor>{"travel", &SeasonAuditor::travel, 0, 10'000'000},
};
constexpr std::array engagement_numbers{
    NumberRow<Engagement>{"half_days", &Engagement::half_days, 1, 60},
    NumberRow<Engagement>{"largest_team", &Engagement::largest_team, 1, 4},
    NumberRow<Engagement>{"risk", &Engagement::risk, 1, 1'000},
};

void check_span(Date from, Date until, std::string where, Error& errors, int most = 3'000'000) {
  bool const inside = from.parts().year >= 1600 && until.parts().year <= 9990;
  if (!inside || until < from || until - from > most)
    errors.add(season_rules::window, std::move(where), {{"from", to_string(from)}, {"until", to_string(until)}});
}

// Names that records refer to.
class SeasonNames {
 public:
  explicit SeasonNames(SeasonRequest const& request) : request_(request) {
    for (auto const& person : request.people) people_.emplace(person.key.text(), 0);
    for (auto const& auditor : request.auditors) auditors_.emplace(auditor.person.text(), 0);
    for (auto const& place : request.places) places_.emplace(place.name, 0);
    for (auto const& unit : request.units) units_.emplace(unit.key.text(), 0);
    for (std::size_t i = 0; i < request.engagements.size(); ++i) {
      units_.emplace(request.engagements[i].unit.text(), 0);
      engagements_.emplace(request.engagements[i].key.text(), i);
    }
  }
  void check(Error& errors) const;

 private:
  using Names = std::map<std::string_view, std::size_t>;
  static void need(Names const& names, char const* what, std::string const& found, std::string where, Error& errors) {
    if (!names.contains(found))
      errors.add(season_rules::unknown, std::move(where), {{"what", what}, {"found", '"' + found + '"'}});
  }
  void check_engagement(std::size_t i, Error& errors) const;
  void check_circle(Error& errors) const;

  SeasonRequest const& request_;
  Names people_, auditors_, places_, units_, engagements_;
};

void SeasonNames::check_engagement(std::size_t i, Error& errors) const {
  auto const& engagement = request_.engagements[i];
  auto const where = "/engagements/" + std::to_string(i);
  check_numbers(engagement, engagement_numbers, where, errors);
  check_span(engagement.earliest, engagement.latest, where + "/latest", errors);
  check_size(engagement.competences.size(), 16, (where.substr(1) + "/competences").c_str(), errors);
  if (engagement.key.empty() || engagement.unit.empty()) errors.add(season_rules::empty, where);
  if (!engagement.place.empty()) need(places_, "place", engagement.place, where + "/place", errors);
  for (std::size_t k = 0; k < engagement.after.size(); ++k)
    need(engagements_, "engagement", engagement.after[k].text(), where + "/after/" + std::to_string(k), errors);
  if (engagement.published)
    check_size(engagement.published->team.size(), 16, (where.substr(1) + "/published/team").c_str(), errors);
}

// What is left when all that wait for nobody are taken away, again and again.
void SeasonNames::check_circle(Error& errors) const {
  std::vector<std::size_t> waits(request_.engagements.size());
  std::vector<std::vector<std::size_t>> after(waits.size());
  std::vector<std::size_t> ready;
  for (std::size_t i = 0; i < waits.size(); ++i) {
    waits[i] = request_.engagements[i].after.size();
    for (auto const& before : request_.engagements[i].after) after[engagements_.at(before.text())].push_back(i);
    if (waits[i] == 0) ready.push_back(i);
  }
  for (std::size_t i = 0; i < ready.size(); ++i)
    for (auto const next : after[ready[i]])
      if (--waits[next] == 0) ready.push_back(next);
  if (ready.size() == waits.size()) return;
  std::string keys;
  std::size_t first = waits.size();
  for (std::size_t i = 0, shown = 0; i < waits.size() && shown < 6; ++i)
    if (waits[i] > 0) {
      first = std::min(first, i);
      keys += (shown++ == 0 ? "" : ", ") + request_.engagements[i].key.text();
    }
  errors.add(season_rules::circle, "/engagements/" + std::to_string(first) + "/after", {{"keys", keys}});
}

void SeasonNames::check(Error& errors) const {
  for (std::size_t i = 0; i < request_.auditors.size(); ++i) {
    auto const where = "/auditors/" + std::to_string(i);
    need(people_, "person", request_.auditors[i].person.text(), where + "/person", errors);
    check_numbers(request_.auditors[i], auditor_numbers, where, errors);
    if (auto const most = request_.auditors[i].half_days_per_month)
      check_in_range(*most, 0, 62, where + "/half_days_per_month", errors);
  }
  for (std::size_t i = 0; i < request_.places.size(); ++i)
    check_in_range(request_.places[i].rooms, 1, 1'000, "/places/" + std::to_string(i) + "/rooms", errors);
  for (std::size_t i = 0; i < request_.engagements.size(); ++i) check_engagement(i, errors);
  for (std::size_t i = 0; i < request_.closures.size(); ++i) {
    auto const& closure = request_.closures[i];
    auto const where = "/closures/" + std::to_string(i);
    check_span(closure.from, closure.until, where + "/until", errors);
    if (!people_.contains(closure.of) && !units_.contains(closure.of) && !places_.contains(closure.of))
      need(places_, "person, unit or place", closure.of, where + "/of", errors);
  }
  for (std::size_t i = 0; i < request_.may_move.size(); ++i)
    need(engagements_, "engagement", request_.may_move[i].text(), "/may_move/" + std::to_string(i), errors);
  if (errors.empty()) check_circle(errors);
}

}  // namespace

void check_request(SeasonRequest const& request, Error& errors) {
  check_size(request.engagements.size(), season_engagements, "engagements", errors);
  check_size(request.auditors.size(), season_auditors, "auditors", errors);
  check_size(request.people.size(), 10'000, "people", errors);
  check_size(request.units.size(), 10'000, "units", errors);
  check_size(request.closures.size(), 100'000, "closures", errors);
  check_size(request.places.size(), 3'000, "places", errors);
  check_span(request.from, request.until, "/until", errors, 1'830);
  if (!errors.empty()) return;
  auto const last = request.calendar.next_working(request.from);
  if (!request.calendar.is_working(last) || last > request.until)
    errors.add(season_rules::no_day, "/calendar",
               {{"from", to_string(request.from)}, {"until", to_string(request.until)}});
  check_numbers(request.parameters, season_numbers, "/parameters", errors);
  auto const& language = request.parameters.language;
  if (language != "en" && language != "de" && language != "fr")
    errors.add(season_rules::language, "/parameters/language", {{"found", '"' + language + '"'}});
  check_twice(request.people, "people", errors, [](Person const& row) -> std::string_view { return row.key.text(); });
  check_twice(request.auditors, "auditors", errors,
              [](SeasonAuditor const& row) -> std::string_view { return row.person.text(); });
  check_twice(request.engagements, "engagements", errors,
              [](Engagement const& row) -> std::string_view { return row.key.text(); });
  check_twice(request.places, "places", errors, [](SeasonPlace const& row) -> std::string_view { return row.name; });
  SeasonNames(request).check(errors);
}

}  // namespace v1
}  // namespace annexa
