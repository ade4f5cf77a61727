#pragma once
/// @file
/// The audit programme: which audits, when, of what, and why.

#include <annexa/audit/programme_parameters.hpp>
#include <annexa/base/describe.hpp>
#include <annexa/catalog/criterion.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// What sort of audit this is.
enum class AuditKind : std::uint8_t {
  internal,   ///< A regular internal audit.
  follow_up,  ///< Looks whether earlier findings are settled.
  special,    ///< Follows an incident or a change.
  supplier,   ///< At an external provider.
  combined,   ///< Several of these at once.
  remote,     ///< A regular internal audit without visiting a place.
};
ANNEXA_DESCRIBE_ENUM(AuditKind, "audit-kind", internal, follow_up, special, supplier, combined, remote)

/// One audit of a programme.
struct ProgrammeEntry {
  static constexpr std::string_view type_name = "programme-entry";  ///< Name in the schema.
  std::string audit;                                                ///< Key that the audit gets when it is planned.
  std::string title;                                                ///< What is audited, in a few words.
  AuditKind kind = AuditKind::internal;                             ///< What sort of audit.
  Date from;                                                        ///< First day of the month in which it takes place.
  std::vector<Key<"unit">> units;                                   ///< What is visited.
  std::vector<Criterion> criteria;                                  ///< What it is audited against.
  int minutes = 0;                                                  ///< Time it takes, without meetings.
  std::vector<std::string> reasons;                                 ///< Why it is there and then, a sentence each.
  friend bool operator==(ProgrammeEntry const&, ProgrammeEntry const&) = default;
};
BOOST_DESCRIBE_STRUCT(ProgrammeEntry, (), (audit, title, kind, from, units, criteria, minutes, reasons))
ANNEXA_TYPE_TABLE(ProgrammeEntry)

/// How far a programme has come.
enum class ProgrammeState : std::uint8_t {
  proposed,  ///< Recorded, not in force.
  approved,  ///< In force.
};
ANNEXA_DESCRIBE_ENUM(ProgrammeState, "programme-state", proposed, approved)

/// Coverage that a programme owed and an amendment gives up.
/// @source{ISO 19011, reviewing and improving the audit programme}
struct ReleasedCoverage {
  static constexpr std::string_view type_name = "released-coverage";  ///< Name in the schema.
  std::optional<Key<"unit">> unit;                                    ///< Which unit, if it is one.
  std::optional<Criterion> criterion;                                 ///< Which requirement or control, if it is one.
  std::string because;                                                ///< Why it is owed no more.
  friend bool operator==(ReleasedCoverage const&, ReleasedCoverage const&) = default;
};
BOOST_DESCRIBE_STRUCT(ReleasedCoverage, (), (unit, criterion, because))
ANNEXA_TYPE_TABLE(ReleasedCoverage)

/// How an amendment moves the visits of a unit that were yet to come.
struct MovedVisits {
  static constexpr std::string_view type_name = "moved-visits";  ///< Name in the schema.
  Key<"unit"> unit;                                              ///< Which unit.
  std::vector<Date> before;                                      ///< First days of the months as planned before.
  std::vector<Date> after;                                       ///< As they are planned now.
  friend bool operator==(MovedVisits const&, MovedVisits const&) = default;
};
BOOST_DESCRIBE_STRUCT(MovedVisits, (), (unit, before, after))
ANNEXA_TYPE_TABLE(MovedVisits)

/// An amendment of a programme in force. Until it is approved the programme stays in force as it is; then its audits
/// become those of the programme.
/// @source{ISO 19011, reviewing and improving the audit programme}
struct ProgrammeAmendment {
  static constexpr std::string_view type_name = "programme-amendment";  ///< Name in the schema.
  int number = 1;                                                       ///< Counted from 1.
  std::string because;                                                  ///< Why the programme changes.
  Date proposed_on;                                                     ///< When it was proposed.
  std::optional<Key<"person">> proposed_by;                             ///< By whom.
  std::vector<MovedVisits> moved;                                       ///< What it changes, by unit.
  std::vector<ReleasedCoverage> released;                               ///< What is owed no more.
  std::optional<Key<"person">> approved_by;                             ///< Who approved it.
  std::optional<Date> approved_on;                                      ///< When; absent while it is proposed.
  std::optional<Date> until;                                            ///< Last day, where it is another.
  std::optional<std::vector<std::string>> risks;  ///< Risks and opportunities as they are with it, where it has others;
                                                  ///< absent once it is in force.
  std::vector<ProgrammeEntry> entries;            ///< All audits as they are with it; empty once it is in force.
  std::optional<ProgrammeParameters> parameters;  ///< What was decided anew; absent where nothing was.
  friend bool operator==(ProgrammeAmendment const&, ProgrammeAmendment const&) = default;
};
BOOST_DESCRIBE_STRUCT(ProgrammeAmendment, (),
                      (number, because, proposed_on, proposed_by, moved, released, approved_by, approved_on, until,
                       risks, entries, parameters))
ANNEXA_TYPE_TABLE(ProgrammeAmendment)

/// An audit programme.
/// @source{9.2.2; ISO 19011 clause 5}
struct Programme {
  static constexpr std::string_view type_name = "programme";  ///< The noun.
  Key<"programme"> key;                                       ///< Such as "PRG-2026".
  Date from;                                                  ///< First day.
  Date until;                                                 ///< Last day.
  std::vector<std::string> objectives;                        ///< What the programme is to achieve.
  std::string methods;                                        ///< How audits are carried out and sampled.
  std::string responsibilities;                               ///< Who manages it, who reports to whom.
  std::vector<std::string> risks;                             ///< Risks and opportunities of the programme itself.
  std::vector<ProgrammeEntry> entries;                        ///< Its audits, in order of time.
  ProgrammeState state = ProgrammeState::proposed;            ///< How far it has come.
  std::optional<Key<"person">> approved_by;                   ///< Who approved it.
  std::optional<Date> approved_on;                            ///< When.
  std::optional<ProgrammeParameters> parameters;  ///< What was decided about frequency, capacity and closed days.
  std::vector<ProgrammeAmendment> amendments;     ///< What was changed since it is in force, in order of time.
  Custom custom;                                  ///< Members of the host.
  std::vector<ExternalId> external_ids;           ///< Numbers in other systems.
  friend bool operator==(Programme const&, Programme const&) = default;
};
BOOST_DESCRIBE_STRUCT(Programme, (),
                      (key, from, until, objectives, methods, responsibilities, risks, entries, state, approved_by,
                       approved_on, parameters, amendments, custom, external_ids))
ANNEXA_TYPE_TABLE(Programme)

/// The amendment that waits to be approved; null if there is none.
[[nodiscard]] inline ProgrammeAmendment const* pending_amendment(Programme const& programme) noexcept {
  auto const& all = programme.amendments;
  return all.empty() || all.back().approved_on ? nullptr : &all.back();
}

}  // namespace v1
}  // namespace annexa
