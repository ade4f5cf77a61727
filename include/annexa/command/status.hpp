#pragma once
/// @file
/// Where the ISMS stands: what is due, late, stuck and next, and the figures that management watches.

#include <annexa/base/describe.hpp>

#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

class State;

/// How urgent an item is.
enum class StatusKind : std::uint8_t {
  overdue,    ///< Its day has passed.
  escalated,  ///< A nonconformity that is late, or whose earlier actions did not help, at the level that it reached.
  blocked,    ///< A corrective action that cannot go on.
  due,        ///< Its day is today or to come.
  next,       ///< What comes next without a limit of its own: audits planned, drafts to issue, reports to write.
};
ANNEXA_DESCRIBE_ENUM(StatusKind, "status-kind", overdue, escalated, blocked, due, next)

/// One thing that somebody has to see to.
///
/// Listed are, each with its day and with the person who has to act:
/// - of a nonconformity that is neither closed nor withdrawn: each deadline that is set (Deadlines), with whoever may
/// take
///   the step that settles it; escalated as well, with its earliest deadline, if earlier cycles did not help; next, if
///   it is a draft that is not issued, if more time is asked for and not decided (decide-extension), or if it came from
///   another system and nobody took it up;
/// - an action that is approved or in progress and has a day, with its owner; blocked as well if it cannot go on;
/// - a risk that is treated, neither accepted nor closed, until the day of its treatment; an accepted one if its
/// acceptance
///   expired or does within `acceptance_notice` days; with its owner;
/// - a risk about which nothing is done although it asks for treatment (is_unaddressed(); next, to treat), with its
/// owner;
/// - a risk whose treatment the owner has not approved although it asks for one (next, to approve-treatment); whose
///   owner has to decide about an effect that is proposed or that an audit puts in doubt (next, to decide-effect); that
///   has no owner, or one who has left (blocked, to assign-owner, with the ISMS manager); each open measure of it that
///   has a day, with its owner;
/// - a document in force whose review is overdue or due within `review_notice` days, with its owner;
/// - a programme that is proposed and not approved, until its first day, or whose amendment is not (next), with top
///   management;
/// - an audit, with its lead auditor: planned or approved (next, or overdue after its first day; blocked as
///   well, to replan, by the first day on which somebody of its sessions is away), open after its last day (overdue),
///   concluded and not reported (next, without a day);
/// - an open decision of a management review until its day, with its owner; a review whose record is not approved
/// (next,
///   with top management); the next review, on the day that the last one named or a year after it, within
///   `review_notice` days before it (hold-next, with the ISMS manager);
/// - an open objective, a planned change, an obligation to look at again (within `review_notice` days before its day),
///   with its owner, and an incident that is not closed (next, to close).
struct StatusItem {
  static constexpr std::string_view type_name = "status-item";  ///< Name in the schema.
  StatusKind kind = StatusKind::due;                            ///< How urgent.
  std::string noun;                                             ///< Noun of the record.
  std::string key;                                              ///< Its key.
  std::optional<Key<"person">> person;                          ///< Who has to act; absent where nobody holds the role.
  std::optional<Date> due;                                      ///< Until when.
  std::string what;   ///< What has to be done: "acknowledge", "plan", "treatment", ...
  std::string title;  ///< Title of the record.
  friend bool operator==(StatusItem const&, StatusItem const&) = default;
};
BOOST_DESCRIBE_STRUCT(StatusItem, (), (kind, noun, key, person, due, what, title))

/// Figures of the whole ISMS.
struct Kpis {
  static constexpr std::string_view type_name = "kpis";  ///< Name in the schema.
  int nonconformities_open = 0;                          ///< Neither closed nor withdrawn; drafts included.
  int nonconformities_major = 0;                         ///< Of the open ones, those graded major.
  int nonconformities_minor = 0;                         ///< Of the open ones, those graded minor.
  int nonconformities_overdue = 0;  ///< Of the open ones, those with a deadline or an action whose day has passed.
  int nonconformities_closed = 0;   ///< Closed, with proof.
  int nonconformities_imported_unverified = 0;  ///< Taken over in a state whose proof did not come along.
  int deviations_accepted = 0;                  ///< Lived with for a time.
  int actions_open = 0;                         ///< Proposed, approved or in progress.
  int actions_overdue = 0;                      ///< Approved or in progress, and their day has passed.
  int actions_blocked = 0;                      ///< Of the open ones, those that cannot go on.
  int effectiveness_judged = 0;  ///< Reviews of effectiveness with a result; each cycle of a nonconformity has its own.
  int effectiveness_effective = 0;  ///< Of these, those that found the causes gone.
  std::optional<Decimal>
      effectiveness_rate;  ///< Effective ÷ judged in per cent, rounded down; absent if none was judged.
  std::optional<Key<"audit">>
      last_audit;                 ///< The concluded or reported audit that ended last; of several the last by key.
  int criteria_in_scope = 0;      ///< Criteria of that audit that apply.
  int criteria_met = 0;           ///< Of these, those that are met.
  int criteria_not_assessed = 0;  ///< Of these, those that nobody looked at.
  std::optional<Decimal>
      degree_of_fulfilment;     ///< Met ÷ in scope in per cent, rounded down; absent without such an audit.
  int risks_open = 0;           ///< Not closed.
  int risks_not_scored = 0;     ///< Of these, those without a current or residual score.
  int risks_unacceptable = 0;   ///< Of these, those whose remaining band asks for treatment and that nobody accepted.
  int acceptances_expired = 0;  ///< Accepted until a day that has passed.
  int risks_orphaned = 0;       ///< Of the open ones, those without an owner, or with one who has left.
  int treatments_not_approved = 0;  ///< Of the open ones, those that ask for treatment and whose owner approved none.
  int audits_planned = 0;           ///< Planned or approved, not begun.
  int audits_reported = 0;          ///< Reported.
  friend bool operator==(Kpis const&, Kpis const&) = default;
};
BOOST_DESCRIBE_STRUCT(Kpis, (),
                      (nonconformities_open, nonconformities_major, nonconformities_minor, nonconformities_overdue,
                       nonconformities_closed, nonconformities_imported_unverified, deviations_accepted, actions_open,
                       actions_overdue, actions_blocked, effectiveness_judged, effectiveness_effective,
                       effectiveness_rate, last_audit, criteria_in_scope, criteria_met, criteria_not_assessed,
                       degree_of_fulfilment, risks_open, risks_not_scored, risks_unacceptable, acceptances_expired,
                       risks_orphaned, treatments_not_approved, audits_planned, audits_reported))

/// Where the ISMS stands at one time. As JSON it is what `annexa status --json` prints.
struct Status {
  static constexpr std::string_view type_name = "status";  ///< Name in the schema.
  Instant at;                                              ///< The time.
  std::vector<StatusItem> items;  ///< By kind, then day (those without last), noun, key in natural order, and what.
  Kpis kpis;                      ///< The figures.
  friend bool operator==(Status const&, Status const&) = default;
};
BOOST_DESCRIBE_STRUCT(Status, (), (at, items, kpis))
ANNEXA_TYPE_TABLE(Status)

/// So many days before an acceptance expires it is listed as due.
inline constexpr int acceptance_notice = 90;

/// So many days before a document has to be reviewed it is listed as due.
inline constexpr int review_notice = 30;

/// What is due, late, stuck and next in @p state at @p at; days are days in UTC.
/// @par Cost
/// Linear in the records, and n log n in the items.
/// @source{9.1, 9.3.2 d}
[[nodiscard]] Status status(State const& state, Instant at);

}  // namespace v1
}  // namespace annexa
