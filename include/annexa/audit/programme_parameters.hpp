#pragma once
/// @file
/// What an organisation decides about its audit programme: how often, how much, when not.

#include <annexa/audit/audit_time.hpp>
#include <annexa/audit/sample_size.hpp>
#include <annexa/base/date.hpp>
#include <annexa/base/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// Days on which nobody may be audited, such as a closing of accounts.
struct FreezeWindow {
  static constexpr std::string_view type_name = "freeze-window";  ///< Name in the schema.
  Date from;                                                      ///< First day.
  Date until;                                                     ///< Last day.
  std::string because;                                            ///< Why.
  friend bool operator==(FreezeWindow const&, FreezeWindow const&) = default;
};
BOOST_DESCRIBE_STRUCT(FreezeWindow, (), (from, until, because))
ANNEXA_TYPE_TABLE(FreezeWindow)

/// From how many points on a unit is audited how often. Points speak for risk, importance, results and events; what
/// gives how many stands in the decision on the programme.
struct IntervalStep {
  static constexpr std::string_view type_name = "interval-step";  ///< Name in the schema.
  int points = 0;                                                 ///< From that many points on.
  int percent = 100;                                              ///< Interval, of that of all units.
  friend bool operator==(IntervalStep const&, IntervalStep const&) = default;
};
BOOST_DESCRIBE_STRUCT(IntervalStep, (), (points, percent))
ANNEXA_TYPE_TABLE(IntervalStep)

/// Similar sites of which a sample is visited each year, as certification bodies do it. An internal audit programme may
/// do so where the organisation decides that its sites are alike; without it every site is a unit like any other.
/// @source{IAF MD 1}
struct SiteSampling {
  static constexpr std::string_view type_name = "site-sampling";  ///< Name in the schema.
  std::optional<SiteStage> stage;  ///< That of the first year: initial when absent. Surveillances follow, and every
                                   ///< third year after an initial or a recertification is a recertification.
  std::optional<Key<"unit">>
      central;                       ///< The central function: visited at least every year, and no part of the sample.
  std::optional<std::int64_t> seed;  ///< Of the part drawn at random: 0 to 9,007,199,254,740,000; 1 when absent.
  friend bool operator==(SiteSampling const&, SiteSampling const&) = default;
};
BOOST_DESCRIBE_STRUCT(SiteSampling, (), (stage, central, seed))
ANNEXA_TYPE_TABLE(SiteSampling)

/// What an organisation decides about its programme. None of the intervals is a requirement of the standard, which asks
/// for planned ones.
struct ProgrammeParameters {
  static constexpr std::string_view type_name = "programme-parameters";  ///< Name in the schema.
  int years = 1;                                                         ///< Length, 1 to 5.
  int audits_per_year =
      4;  ///< Months of a year in which audits are wanted; others are used where nothing else keeps an interval.
  int unit_interval = 12;    ///< Most months between two audits of a unit.
  int clause_interval = 12;  ///< Most months between two audits of a requirement of clauses 4 to 10.
  int control_interval =
      36;               ///< Most months between two audits of a control; a third or two thirds of it for high risks.
  int risk_levels = 5;  ///< Number of bands of the risk method.
  std::optional<int> minutes_per_month;  ///< Audit time that a whole month offers; no limit when absent.
  int minutes_per_criterion = 10;        ///< Time for a requirement that no unit carries.
  std::vector<FreezeWindow> freezes;     ///< Days on which nobody may be audited.
  std::optional<int> cycle;  ///< Months within which every unit is audited, whatever its interval; 36 when absent.
  /// Shorter and longer intervals by points; the step with most points that a unit reaches counts. When empty, all
  /// units have the same interval.
  std::vector<IntervalStep> intervals;
  std::optional<int>
      months_early;  ///< Most months that an audit may be before it is due; by audits_per_year when absent.
  std::optional<int> wanted_minutes_per_month;  ///< Audit time a whole month is to have; an even share when absent.
  std::optional<int> follow_up_months;  ///< 3 when absent: months after corrective actions are due within which a
                                        ///< follow-up takes place.
  std::optional<int>
      special_months;  ///< 3 when absent: months after an incident or change within which a special audit takes place.
  std::optional<std::int64_t> seed;   ///< Of the search: the same seed gives the same programme; 1 when absent.
  std::optional<int> iterations;      ///< Where the search stops; by the number of units when absent.
  std::string language;               ///< Of reasons: "en", "de" or "fr"; English when empty.
  bool certificate = false;           ///< True to have every constraint with the numbers that show that it holds.
  std::optional<SiteSampling> sites;  ///< Sites are visited by sample; each by its interval when absent.
  std::optional<AuditTimeRequest> audit_time;  ///< Compares the time of each year with what a certification body would
                                               ///< take: an upper reference.
  friend bool operator==(ProgrammeParameters const&, ProgrammeParameters const&) = default;
};
BOOST_DESCRIBE_STRUCT(ProgrammeParameters, (),
                      (years, audits_per_year, unit_interval, clause_interval, control_interval, risk_levels,
                       minutes_per_month, minutes_per_criterion, freezes, cycle, intervals, months_early,
                       wanted_minutes_per_month, follow_up_months, special_months, seed, iterations, language,
                       certificate, sites, audit_time))
ANNEXA_TYPE_TABLE(ProgrammeParameters)

}  // namespace v1
}  // namespace annexa
