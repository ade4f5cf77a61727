#pragma once
/// @file
/// Information security incidents, from the first report to what was learnt.

#include <annexa/base/describe.hpp>

#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// How far an incident has come.
enum class IncidentState : std::uint8_t {
  reported,    ///< Reported, not judged.
  dismissed,   ///< Judged: an event that was none.
  responding,  ///< Judged to be an incident, and being dealt with.
  resolved,    ///< Dealt with; what it teaches is still open.
  closed,      ///< Brought to its end, with what was learnt.
};
ANNEXA_DESCRIBE_ENUM(IncidentState, "incident-state", reported, dismissed, responding, resolved, closed)

/// How serious an incident is.
enum class IncidentSeverity : std::uint8_t {
  low,       ///< Hardly any harm.
  medium,    ///< Harm within one function.
  high,      ///< Harm to customers or to several functions.
  critical,  ///< Harm to the organisation as a whole.
};
ANNEXA_DESCRIBE_ENUM(IncidentSeverity, "incident-severity", low, medium, high, critical)

/// An information security event, and what became of it.
/// @source{control A.5.24, control A.5.25, control A.5.26, control A.5.27, control A.5.28}
struct Incident {
  static constexpr std::string_view type_name = "incident";  ///< The noun.
  Key<"incident"> key;                                       ///< Such as "INC-3".
  std::string title;                                         ///< In a few words, without names of persons.
  IncidentState state = IncidentState::reported;             ///< How far it has come.
  std::optional<IncidentSeverity>
      severity;                        ///< How serious; needed once it is judged an incident. @source{control A.5.25}
  Personal description;                ///< What happened; free text that may name people.
  std::optional<Date> occurred_on;     ///< When it began.
  Date reported_on;                    ///< When it was reported. @source{control A.6.8}
  std::optional<Date> resolved_on;     ///< When it was dealt with.
  std::optional<Key<"person">> owner;  ///< Who leads the response.
  std::vector<Key<"unit">> units;      ///< Where.
  std::vector<Key<"asset">> assets;    ///< What it struck.
  bool personal_data = false;          ///< True if personal data were struck.
  std::string response;                ///< What was done. @source{control A.5.26}
  std::vector<std::string> evidence;   ///< Where evidence of it is kept. @source{control A.5.28}
  std::string lessons;  ///< What was learnt, or "none, because ..."; needed to close it. @source{control A.5.27}
  std::vector<Key<"nonconformity">> nonconformities;  ///< Nonconformities that came of it.
  std::vector<Key<"risk">> risks;                     ///< Risks that it bears on.
  std::optional<Date> closed_on;                      ///< When it was closed.
  std::optional<Date> recorded_on;       ///< Since when it is on record; the day of the command when left out.
  std::optional<Date> changed_on;        ///< When it was changed last.
  std::optional<Date> retired_on;        ///< Since when it is of no account any more.
  Custom custom;                         ///< Members of the host.
  std::vector<ExternalId> external_ids;  ///< Numbers in other systems.
  friend bool operator==(Incident const&, Incident const&) = default;
};
BOOST_DESCRIBE_STRUCT(Incident, (),
                      (key, title, state, severity, description, occurred_on, reported_on, resolved_on, owner, units,
                       assets, personal_data, response, evidence, lessons, nonconformities, risks, closed_on,
                       recorded_on, changed_on, retired_on, custom, external_ids))
ANNEXA_TYPE_TABLE(Incident)

}  // namespace v1
}  // namespace annexa
