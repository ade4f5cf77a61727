#pragma once
/// @file
/// A proposed audit programme: its audits, what they cover, and what they do not.

#include <annexa/audit/programme.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// A row of the coverage matrix: a unit, and the months in which it is audited.
struct UnitCoverage {
  static constexpr std::string_view type_name = "unit-coverage";  ///< Name in the schema.
  Key<"unit"> unit;                                               ///< Which unit.
  Date due_on;                                                    ///< When its next audit is due at the latest.
  std::vector<Date> months;                                       ///< First days of the months of its audits.
  std::vector<std::string> audits;                                ///< Its audits, as ProgrammeEntry::audit.
  friend bool operator==(UnitCoverage const&, UnitCoverage const&) = default;
};
BOOST_DESCRIBE_STRUCT(UnitCoverage, (), (unit, due_on, months, audits))
ANNEXA_TYPE_TABLE(UnitCoverage)

/// A row of the coverage matrix: a criterion, and the audits that have it.
struct CriterionCoverage {
  static constexpr std::string_view type_name = "criterion-coverage";  ///< Name in the schema.
  Criterion criterion;                                                 ///< Which.
  Date due_on;                                                         ///< When its next audit is due at the latest.
  std::vector<std::string> audits;  ///< Audits that have it; may be empty where it is due after the programme.
  friend bool operator==(CriterionCoverage const&, CriterionCoverage const&) = default;
};
BOOST_DESCRIBE_STRUCT(CriterionCoverage, (), (criterion, due_on, audits))
ANNEXA_TYPE_TABLE(CriterionCoverage)

/// Something due that the programme does not audit in time.
struct Uncovered {
  static constexpr std::string_view type_name = "uncovered";  ///< Name in the schema.
  std::optional<Key<"unit">> unit;                            ///< Which unit, if it is one.
  std::vector<Criterion> criteria;                            ///< Which criteria, if it is some.
  std::string because;                                        ///< Why, and what would have to give, in a sentence.
  friend bool operator==(Uncovered const&, Uncovered const&) = default;
};
BOOST_DESCRIBE_STRUCT(Uncovered, (), (unit, criteria, because))
ANNEXA_TYPE_TABLE(Uncovered)

/// A visit: a unit, or requirements that no unit carries, in one month.
struct ProgrammeVisit {
  static constexpr std::string_view type_name = "programme-visit";  ///< Name in the schema.
  std::optional<Key<"unit">> unit;                                  ///< Which unit, if it is one.
  std::vector<Criterion> criteria;       ///< Against what: all that the unit carries; or what no unit carries.
  Date month;                            ///< First day of the month.
  Date due_on;                           ///< When it is due at the latest.
  std::string audit;                     ///< The audit, as ProgrammeEntry::audit.
  AuditKind kind = AuditKind::internal;  ///< What sort of audit it is there.
  int minutes = 0;                       ///< Time it takes.
  std::string because;                   ///< Why then, in a sentence.
  std::optional<Date> alternative;       ///< The next best month, if there is another.
  std::string rejected_by;               ///< The first level at which that is worse: "left-out", "late", …
  std::int64_t worse_by = 0;             ///< By how much there.
  friend bool operator==(ProgrammeVisit const&, ProgrammeVisit const&) = default;
};
BOOST_DESCRIBE_STRUCT(ProgrammeVisit, (),
                      (unit, criteria, month, due_on, audit, kind, minutes, because, alternative, rejected_by,
                       worse_by))
ANNEXA_TYPE_TABLE(ProgrammeVisit)

/// What a month offers and takes: a bar of the capacity chart.
struct MonthLoad {
  static constexpr std::string_view type_name = "month-load";  ///< Name in the schema.
  Date month;                                                  ///< First day.
  std::int64_t minutes = 0;                                    ///< Audit time planned.
  std::int64_t wanted = 0;                                     ///< Audit time that it is to have.
  std::optional<std::int64_t> room;                            ///< Audit time that it can have; any when absent.
  int open_days = 0;                                           ///< Working days outside freezes.
  friend bool operator==(MonthLoad const&, MonthLoad const&) = default;
};
BOOST_DESCRIBE_STRUCT(MonthLoad, (), (month, minutes, wanted, room, open_days))
ANNEXA_TYPE_TABLE(MonthLoad)

/// What the programme comes to at one level. The first level at which two programmes differ decides.
struct ProgrammeLevel {
  static constexpr std::string_view type_name = "programme-level";  ///< Name in the schema.
  std::string name;        ///< "left-out", "late", "changed", "cost"; what they count stands in the decision.
  std::int64_t value = 0;  ///< What it comes to.
  std::int64_t bound = 0;  ///< No programme that equals this one in the levels before has less.
  friend bool operator==(ProgrammeLevel const&, ProgrammeLevel const&) = default;
};
BOOST_DESCRIBE_STRUCT(ProgrammeLevel, (), (name, value, bound))
ANNEXA_TYPE_TABLE(ProgrammeLevel)

/// One constraint with the numbers that show that it holds.
struct ProgrammeCheck {
  static constexpr std::string_view type_name = "programme-check";  ///< Name in the schema.
  std::string rule;       ///< "covered", "interval", "room", "open", "window", "owed".
  std::string subject;    ///< A unit, criterion or month.
  std::int64_t have = 0;  ///< What the programme has.
  std::int64_t need = 0;  ///< What it may have at most ("interval", "room", "window") or needs at least.
  friend bool operator==(ProgrammeCheck const&, ProgrammeCheck const&) = default;
};
BOOST_DESCRIBE_STRUCT(ProgrammeCheck, (), (rule, subject, have, need))
ANNEXA_TYPE_TABLE(ProgrammeCheck)

/// Which sites a year visits.
/// @source{IAF MD 1}
struct SitesOfYear {
  static constexpr std::string_view type_name = "sites-of-year";  ///< Name in the schema.
  Date from;                                                      ///< First day of the year.
  SiteStage stage = SiteStage::initial;                           ///< Which audit of the cycle it is.
  std::int64_t population = 0;                                    ///< Sites, beside the central function.
  std::vector<Key<"unit">> at_random;  ///< Drawn from the sites by their keys, with draw_sample() and the seed.
  std::int64_t seed = 0;               ///< Of that draw.
  std::vector<Key<"unit">> by_risk;  ///< Those visited that year anyway, then those not visited in an earlier one, then
                                     ///< the riskier.
  std::vector<Key<"unit">> left_out;  ///< The others.
  friend bool operator==(SitesOfYear const&, SitesOfYear const&) = default;
};
BOOST_DESCRIBE_STRUCT(SitesOfYear, (), (from, stage, population, at_random, seed, by_risk, left_out))
ANNEXA_TYPE_TABLE(SitesOfYear)

/// Time of the audits of a year, or of the part of it that the proposal has, beside the reference for as many months.
struct TimeOfYear {
  static constexpr std::string_view type_name = "time-of-year";  ///< Name in the schema.
  Date from;                                                     ///< First day of the year.
  std::int64_t minutes = 0;                                      ///< Audit time planned, without meetings.
  std::int64_t reference = 0;  ///< audit_time() in minutes; the stage given is that of the first year, others follow.
  friend bool operator==(TimeOfYear const&, TimeOfYear const&) = default;
};
BOOST_DESCRIBE_STRUCT(TimeOfYear, (), (from, minutes, reference))
ANNEXA_TYPE_TABLE(TimeOfYear)

/// A proposed programme. Nothing of it is recorded until it is adopted.
/// @source{9.2.2; ISO 19011, establishing the audit programme}
struct ProgrammeProposal {
  static constexpr std::string_view type_name = "programme-proposal";  ///< Name in the schema.
  Programme programme;                      ///< The record to adopt: one audit for each month that has some.
  std::vector<UnitCoverage> units;          ///< Unit by month, in the order of the request.
  std::vector<CriterionCoverage> criteria;  ///< Criterion by audit, in the order of the request.
  std::vector<Uncovered> uncovered;         ///< What is due and not covered in time; empty for a complete programme.
  std::vector<ProgrammeVisit> visits;       ///< Each visit with its reason, by month.
  std::vector<MonthLoad> months;            ///< What every month of the programme offers and takes.
  std::vector<ProgrammeLevel> levels;       ///< What it comes to, and what cannot be beaten.
  std::int64_t iterations = 0;              ///< Steps that the search took.
  bool reproducible = true;                 ///< False if the search was stopped from outside, as by a clock.
  std::vector<ProgrammeCheck> certificate;  ///< Where it was asked for: every constraint with its numbers.
  std::vector<SitesOfYear> sites;           ///< Where samples of sites are taken: those of each year.
  std::vector<TimeOfYear> audit_time;       ///< Where it was asked for: the time of each year beside the reference.
  friend bool operator==(ProgrammeProposal const&, ProgrammeProposal const&) = default;
};
BOOST_DESCRIBE_STRUCT(ProgrammeProposal, (),
                      (programme, units, criteria, uncovered, visits, months, levels, iterations, reproducible,
                       certificate, sites, audit_time))
ANNEXA_TYPE_TABLE(ProgrammeProposal)

}  // namespace v1
}  // namespace annexa
