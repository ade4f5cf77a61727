#pragma once
/// @file
/// What the plan of a season is made from: many engagements, the auditors, and when everybody can.

#include <annexa/base/describe.hpp>
#include <annexa/base/error.hpp>
#include <annexa/base/working_calendar.hpp>
#include <annexa/duty/waiver.hpp>
#include <annexa/isms/person.hpp>
#include <annexa/isms/unit.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// Half of a working day.
enum class DayPart : std::uint8_t {
  morning,    ///< The first half.
  afternoon,  ///< The second half.
};
ANNEXA_DESCRIBE_ENUM(DayPart, "day-part", morning, afternoon)

/// A half-day: seasons are planned in these.
struct HalfDay {
  static constexpr std::string_view type_name = "half-day";  ///< Name in the schema.
  Date day;                                                  ///< Which day.
  DayPart part = DayPart::morning;                           ///< Which half.
  friend auto operator<=>(HalfDay const&, HalfDay const&) = default;
  friend bool operator==(HalfDay const&, HalfDay const&) = default;
};
BOOST_DESCRIBE_STRUCT(HalfDay, (), (day, part))
ANNEXA_TYPE_TABLE(HalfDay)

/// Where an engagement stands in a plan that was published.
struct PublishedEngagement {
  static constexpr std::string_view type_name = "published-engagement";  ///< Name in the schema.
  HalfDay start;                                                         ///< Its first half-day.
  std::vector<Key<"person">> team;                                       ///< Who audits, the lead first.
  bool sent = false;  ///< True if people were told: it stays, unless SeasonRequest::may_move lists it.
  friend bool operator==(PublishedEngagement const&, PublishedEngagement const&) = default;
};
BOOST_DESCRIBE_STRUCT(PublishedEngagement, (), (start, team, sent))
ANNEXA_TYPE_TABLE(PublishedEngagement)

/// The audit of a unit, to be placed in a season: half-days in a row, counted over working days.
struct Engagement {
  static constexpr std::string_view type_name = "engagement";  ///< Name in the schema.
  Key<"engagement"> key;                                       ///< Its name, for good.
  Key<"unit"> unit;                                            ///< What is audited; one engagement at a time.
  int half_days = 2;                                           ///< How long it takes, 1 to 60.
  std::vector<std::string> competences;                        ///< What the team must know together; at most 16.
  int largest_team = 2;                                        ///< Most auditors in its team, 1 to 4.
  Date earliest;                                               ///< First day on which it may take place.
  Date latest;                                                 ///< Last day.
  std::optional<Date> target;                    ///< Day by which it should have ended; the latest when absent.
  int risk = 1;                                  ///< How much it matters, 1 to 1,000: of leaving it out, of a delay.
  std::string place;                             ///< Where, a name of SeasonRequest::places; empty for none.
  std::vector<Key<"engagement">> after;          ///< Engagements that have to end before it begins.
  std::vector<Key<"person">> last_team;          ///< Who audited the unit last; others are preferred among equals.
  std::optional<PublishedEngagement> published;  ///< Where it stands in the published plan.
  friend bool operator==(Engagement const&, Engagement const&) = default;
};
BOOST_DESCRIBE_STRUCT(Engagement, (),
                      (key, unit, half_days, competences, largest_team, earliest, latest, target, risk, place, after,
                       last_team, published))
ANNEXA_TYPE_TABLE(Engagement)

/// Somebody who audits in a season. Costs are whole numbers in one unit of the caller's, such as cents.
struct SeasonAuditor {
  static constexpr std::string_view type_name = "season-auditor";  ///< Name in the schema.
  Key<"person"> person;                                            ///< Who, with a record in SeasonRequest::people.
  bool lead = false;                                               ///< May lead.
  int cost = 0;                                                    ///< Of a half-day.
  std::string home;                                                ///< Place at which there is no travel.
  int travel = 0;                                                  ///< Cost of an engagement at another place.
  std::optional<int> half_days_per_month;                          ///< Most work in a calendar month.
  friend bool operator==(SeasonAuditor const&, SeasonAuditor const&) = default;
};
BOOST_DESCRIBE_STRUCT(SeasonAuditor, (), (person, lead, cost, home, travel, half_days_per_month))
ANNEXA_TYPE_TABLE(SeasonAuditor)

/// A place at which engagements are held.
struct SeasonPlace {
  static constexpr std::string_view type_name = "season-place";  ///< Name in the schema.
  std::string name;                                              ///< Its name.
  int rooms = 1;                                                 ///< How many engagements it holds at a time.
  friend bool operator==(SeasonPlace const&, SeasonPlace const&) = default;
};
BOOST_DESCRIBE_STRUCT(SeasonPlace, (), (name, rooms))
ANNEXA_TYPE_TABLE(SeasonPlace)

/// Days on which somebody, a unit or a place cannot.
struct Closure {
  static constexpr std::string_view type_name = "closure";  ///< Name in the schema.
  std::string of;                                           ///< Key of a person or a unit, or name of a place.
  Date from;                                                ///< First day.
  Date until;                                               ///< Last day.
  friend bool operator==(Closure const&, Closure const&) = default;
};
BOOST_DESCRIBE_STRUCT(Closure, (), (of, from, until))
ANNEXA_TYPE_TABLE(Closure)

/// How far is searched, and how the answer is told.
struct SeasonParameters {
  static constexpr std::string_view type_name = "season-parameters";  ///< Name in the schema.
  int cooling_off_months = 24;  ///< How long somebody who left a unit keeps away from auditing it.
  int seed = 1;                 ///< Another seed may find another plan that is as good.
  int rounds = 20'000;          ///< Rounds of the search, 0 to 100,000,000; where it stops, so that it can be repeated.
  int bound_rounds = 100;       ///< Rounds in which the bound of each level is raised, 0 to 100,000.
  std::string language = "en";  ///< Of the sentences: "en", "de" or "fr".
  friend bool operator==(SeasonParameters const&, SeasonParameters const&) = default;
};
BOOST_DESCRIBE_STRUCT(SeasonParameters, (), (cooling_off_months, seed, rounds, bound_rounds, language))
ANNEXA_TYPE_TABLE(SeasonParameters)

/// Everything that the plan of a season depends on. Plain values: the same request gives the same plan.
/// @source{9.2.2; ISO 19011, establishing the audit programme}
struct SeasonRequest {
  static constexpr std::string_view type_name = "season-request";  ///< Name in the schema.
  Date from;                                                       ///< First day of the season.
  Date until;                                                      ///< Last day; at most 1,830 days after the first.
  WorkingCalendar calendar;                                        ///< The organisation's working days.
  std::vector<Unit> units;                  ///< Records of the units, for independence; a unit may have none.
  std::vector<Person> people;               ///< Records of the auditors: competences, absences, functions, conflicts.
  std::vector<Waiver> waivers;              ///< Separation rules that do not hold for somebody.
  std::vector<SeasonPlace> places;          ///< Where engagements are held.
  std::vector<SeasonAuditor> auditors;      ///< Who audits.
  std::vector<Engagement> engagements;      ///< What is to be placed.
  std::vector<Closure> closures;            ///< When somebody or something cannot; an absence to replan for, too.
  std::vector<Key<"engagement">> may_move;  ///< Engagements that may move although they were sent.
  SeasonParameters parameters;              ///< How long is searched.
  friend bool operator==(SeasonRequest const&, SeasonRequest const&) = default;
};
BOOST_DESCRIBE_STRUCT(SeasonRequest, (),
                      (from, until, calendar, units, people, waivers, places, auditors, engagements, closures, may_move,
                       parameters))
ANNEXA_TYPE_TABLE(SeasonRequest)

/// Most engagements that a season may have, and most auditors.
inline constexpr std::size_t season_engagements = 3'000;
/// Most auditors that a season may have.
inline constexpr std::size_t season_auditors = 300;

/// Adds everything that makes @p request no request: windows that end before they begin, numbers out of range, names of
/// nobody, keys that stand twice, precedence that goes round in a circle, lists that are too long.
void check_request(SeasonRequest const& request, Error& errors);

}  // namespace v1
}  // namespace annexa
