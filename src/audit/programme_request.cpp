#include <algorithm>
#include <annexa/audit/programme_request.hpp>
#include <array>

#include "programme_sites.hpp"
#include "programme_words.hpp"
#include "request_checks.hpp"

namespace annexa {
inline namespace v1 {
namespace {

constexpr std::size_t most_rows = 10'000;  // units, criteria, keys in use

namespace programme_request_rules {
constexpr Rule window{"programme.window", "The programme begins on {from}; 1600-01-01 to 9980-12-31 are accepted.", "",
                      ErrorKind::usage};
constexpr Rule until{"programme.window", "The programme ends on {found}; {from} to {last} are accepted.", "",
                     ErrorKind::usage};
constexpr Rule began{"programme.window",
                     "The programme that is amended began on {found}; within the five years before {from} is "
                     "accepted.",
                     "", ErrorKind::usage};
constexpr Rule unit_window{"date.order", "It may be audited until {until}, before it may be from {from} on.", "",
                           ErrorKind::usage};
constexpr Rule language{"programme.language", "\"{found}\" is no language of a programme; en, de and fr are accepted.",
                        "", ErrorKind::usage};
constexpr Rule kind{"programme.kind", "A unit is regularly audited as internal, supplier or remote, not as {found}.",
                    "", ErrorKind::usage};
constexpr Rule freeze{"date.order", "It ends on {until}, before it begins on {from}.", "", ErrorKind::usage};
}  // namespace programme_request_rules

constexpr std::array programme_numbers{
    NumberRow<ProgrammeParameters>{"years", &ProgrammeParameters::years, 1, 5},
    NumberRow<ProgrammeParameters>{"audits_per_year", &ProgrammeParameters::audits_per_year, 1, 12},
    NumberRow<ProgrammeParameters>{"unit_interval", &ProgrammeParameters::unit_interval, 1, 60},
    NumberRow<ProgrammeParameters>{"clause_interval", &ProgrammeParameters::clause_interval, 1, 60},
    NumberRow<ProgrammeParameters>{"control_interval", &ProgrammeParameters::control_interval, 1, 120},
    NumberRow<ProgrammeParameters>{"risk_levels", &ProgrammeParameters::risk_levels, 1, 100},
    NumberRow<ProgrammeParameters>{"minutes_per_criterion", &ProgrammeParameters::minutes_per_criterion, 1, 480},
};

// Controls that treat high risks are audited more often: from that share of the highest level, in hundredths, after
// that many thirds of the interval.
struct RiskInterval {
  int share;
  int thirds;
};
constexpr std::array risk_intervals{RiskInterval{80, 1}, RiskInterval{60, 2}};

constexpr std::array regular_kinds{AuditKind::internal, AuditKind::supplier, AuditKind::remote};

void check_visits(AuditableUnit const& unit, std::string const& where, Error& errors) {
  if (unit.not_before && unit.not_after && *unit.not_after < *unit.not_before)
    errors.add(programme_request_rules::unit_window, where + "/not_after",
               {{"from", to_string(*unit.not_before)}, {"until", to_string(*unit.not_after)}});
  if (unit.kind && std::ranges::find(regular_kinds, *unit.kind) == regular_kinds.end())
    errors.add(programme_request_rules::kind, where + "/kind", {{"found", to_string(*unit.kind)}});
  check_in_range(static_cast<std::int64_t>(unit.planned.size()), 0, 61, where + "/planned", errors);
}

void check_freezes(std::vector<FreezeWindow> const& freezes, Error& errors) {
  check_size(freezes.size(), 1000, "parameters/freezes", errors);
  for (std::size_t i = 0; i < freezes.size(); ++i)
    if (freezes[i].until < freezes[i].from)
      errors.add(programme_request_rules::freeze, "/parameters/freezes/" + std::to_string(i),
                 {{"from", to_string(freezes[i].from)}, {"until", to_string(freezes[i].until)}});
}

// The numbers that may be absent, the steps of the intervals and the language.
void check_search(ProgrammeParameters const& parameters, Error& errors) {
  check_in_range(parameters.cycle.value_or(1), 1, 60, "/parameters/cycle", errors);
  check_in_range(parameters.follow_up_months.value_or(1), 1, 24, "/parameters/follow_up_months", errors);
  check_in_range(parameters.special_months.value_or(1), 1, 24, "/parameters/special_months", errors);
  check_in_range(parameters.months_early.value_or(1), 0, 59, "/parameters/months_early", errors);
  check_in_range(parameters.wanted_minutes_per_month.value_or(1), 0, 1'000'000, "/parameters/wanted_minutes_per_month",
                 errors);
  check_in_range(parameters.iterations.value_or(1), 0, 4'000'000, "/parameters/iterations", errors);
  check_size(parameters.intervals.size(), 100, "parameters/intervals", errors);
  for (std::size_t i = 0; i < parameters.intervals.size(); ++i) {
    auto const where = "/parameters/intervals/" + std::to_string(i);
    check_in_range(parameters.intervals[i].points, 0, 10'000, where + "/points", errors);
    check_in_range(parameters.intervals[i].percent, 1, 1000, where + "/percent", errors);
  }
  if (!parameters.language.empty() && !ProgrammeWords::knows(parameters.language))
    errors.add(programme_request_rules::language, "/parameters/language", {{"found", parameters.language}});
}

void check_units(ProgrammeRequest const& request, Error& errors) {
  check_size(request.units.size(), most_rows, "units", errors);
  check_twice(request.units, "units", errors, [](auto const& unit) -> std::string_view { return unit.unit.text(); });
  for (std::size_t i = 0; i < request.units.size(); ++i) {
    auto const where = "/units/" + std::to_string(i);
    check_in_range(request.units[i].minutes, 15, 100'000, where + "/minutes", errors);
    check_in_range(request.units[i].importance.value_or(1), 1, 5, where + "/importance", errors);
    check_in_range(request.units[i].open_nonconformities, 0, 1'000'000, where + "/open_nonconformities", errors);
    check_in_range(request.units[i].risk_level.value_or(1), 1, request.parameters.risk_levels, where + "/risk_level",
                   errors);
    check_in_range(request.units[i].incidents.value_or(0), 0, 1'000'000, where + "/incidents", errors);
    check_in_range(request.units[i].last_nonconformities.value_or(0), 0, 1'000'000, where + "/last_nonconformities",
                   errors);
    check_visits(request.units[i], where, errors);
  }
}

}  // namespace

int interval_of(DueCriterion const& criterion, ProgrammeParameters const& parameters) noexcept {
  if (criterion.criterion.is_clause()) return parameters.clause_interval;
  int const share = 100 * criterion.risk_level.value_or(0) / parameters.risk_levels;
  for (auto const& row : risk_intervals)
    if (share >= row.share) return std::max(1, parameters.control_interval * row.thirds / 3);
  return parameters.control_interval;
}

void check_parameters(ProgrammeParameters const& parameters, Error& errors) {
  check_numbers(parameters, programme_numbers, "/parameters", errors);
  if (parameters.minutes_per_month)
    check_in_range(*parameters.minutes_per_month, 0, 1'000'000, "/parameters/minutes_per_month", errors);
  check_search(parameters, errors);
  check_freezes(parameters.freezes, errors);
  check_sampling(parameters, errors);
  if (parameters.audit_time)
    if (auto const time = audit_time(*parameters.audit_time); !time) errors.add(time.error(), "/parameters/audit_time");
}

void check_request(ProgrammeRequest const& request, Error& errors) {
  auto const year = request.from.parts().year;
  if (year < 1600 || year > 9980)
    errors.add(programme_request_rules::window, "/from", {{"from", to_string(request.from)}});
  else if (request.until && (*request.until < request.from || request.from.plus_months(60) <= *request.until))
    errors.add(programme_request_rules::until, "/until",
               {{"found", to_string(*request.until)},
                {"from", to_string(request.from)},
                {"last", to_string(request.from.plus_months(60).plus_days(-1))}});
  if (request.began && (request.from < *request.began || request.began->plus_months(60) <= request.from))
    errors.add(programme_request_rules::began, "/began",
               {{"found", to_string(*request.began)}, {"from", to_string(request.from)}});
  check_parameters(request.parameters, errors);
  check_units(request, errors);
  check_central(request, errors);
  check_size(request.criteria.size(), most_rows, "criteria", errors);
  check_twice(request.criteria, "criteria", errors,
              [](auto const& due) -> std::string_view { return due.criterion.text(); });
  for (std::size_t i = 0; i < request.criteria.size(); ++i)
    check_in_range(request.criteria[i].risk_level.value_or(1), 1, request.parameters.risk_levels,
                   "/criteria/" + std::to_string(i) + "/risk_level", errors);
  check_twice(request.owed_elsewhere, "owed_elsewhere", errors,
              [](auto const& unit) -> std::string_view { return unit.text(); });
  check_size(request.taken.size(), 10 * most_rows, "taken", errors);
}

}  // namespace v1
}  // namespace annexa
