#pragma once
/// @file
/// Auditable units: what an audit programme has to cover.

#include <annexa/base/describe.hpp>
#include <annexa/base/working_calendar.hpp>
#include <annexa/catalog/criterion.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// What an auditable unit is.
enum class UnitKind : std::uint8_t {
  process,   ///< A process or function.
  site,      ///< A place.
  system,    ///< An information system.
  supplier,  ///< An external provider.
};
ANNEXA_DESCRIBE_ENUM(UnitKind, "unit-kind", process, site, system, supplier)

/// A part of the organisation that can be audited, with the people who answer for it.
/// @source{9.2.2, importance of the processes concerned}
struct Unit {
  static constexpr std::string_view type_name = "unit";  ///< The noun.
  Key<"unit"> key;                                       ///< Such as "U-3".
  std::string name;                                      ///< Name.
  UnitKind kind = UnitKind::process;                     ///< What it is.
  std::string description;                               ///< What it does.
  std::optional<Key<"person">> owner;                    ///< Who answers for it; the auditee.
  std::vector<Key<"person">> managers;                   ///< Who manages it.
  std::vector<Key<"person">> operators;                  ///< Who works in it.
  std::vector<Key<"person">> designers;                  ///< Who built or designed what it does.
  std::optional<Key<"unit">> site;                       ///< Where it is; absent for a site or where there is no place.
  bool out_of_scope = false;                             ///< True if the ISMS does not cover it.
  std::optional<int> importance;                         ///< 1 (low) to 5 (vital).
  std::vector<Criterion> criteria;                       ///< Requirements and controls that it carries out.
  std::vector<std::string> required_competences;         ///< What an auditor must know to audit it.
  std::optional<int> audit_minutes;                      ///< Time an audit of it takes, without meetings.
  std::optional<Date> changed_on;                        ///< Last significant change.
  std::optional<Date> last_audited_on;                   ///< Last audit before the workspace began.
  std::string last_result;                               ///< Result of that audit, in words.
  std::optional<WorkingCalendar> calendar;               ///< Its own working days; the organisation's when absent.
  std::string zone;                      ///< Time zone, an IANA name; empty: its site's, else the organisation's.
  std::optional<Date> retired_on;        ///< Since when it no longer exists.
  Custom custom;                         ///< Members of the host.
  std::vector<ExternalId> external_ids;  ///< Numbers in other systems.
  friend bool operator==(Unit const&, Unit const&) = default;
};
BOOST_DESCRIBE_STRUCT(Unit, (),
                      (key, name, kind, description, owner, managers, operators, designers, site, out_of_scope,
                       importance, criteria, required_competences, audit_minutes, changed_on, last_audited_on,
                       last_result, calendar, zone, retired_on, custom, external_ids))
ANNEXA_TYPE_TABLE(Unit)

}  // namespace v1
}  // namespace annexa
