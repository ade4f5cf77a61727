#pragma once
/// @file
/// The audit programme: which audits, when, of what, and why.

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
  Custom custom;                                              ///< Members of the host.
  std::vector<ExternalId> external_ids;                       ///< Numbers in other systems.
  friend bool operator==(Programme const&, Programme const&) = default;
};
BOOST_DESCRIBE_STRUCT(Programme, (),
                      (key, from, until, objectives, methods, responsibilities, risks, entries, state, approved_by,
                       approved_on, custom, external_ids))
ANNEXA_TYPE_TABLE(Programme)

}  // namespace v1
}  // namespace annexa
