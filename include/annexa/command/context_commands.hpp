#pragma once
/// @file
/// Commands about context issues, interested parties, obligations, objectives, measurements, feedback, incidents and
/// changes, beyond those whose members are a whole record (`incident.record`, `objective.update`, ...).

#include <annexa/base/describe.hpp>

#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace command {

/// Ends a context issue; it stays on record.
/// @source{4.1}
struct RetireContextIssue {
  static constexpr std::string_view command = "context-issue.retire";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;               ///< Name in the schema.
  Key<"context-issue"> context_issue;                                  ///< Which.
  std::optional<Date> on;                                              ///< Since when; today when absent.
  friend bool operator==(RetireContextIssue const&, RetireContextIssue const&) = default;
};
BOOST_DESCRIBE_STRUCT(RetireContextIssue, (), (context_issue, on))
ANNEXA_TYPE_TABLE(RetireContextIssue)

/// Ends an interested party; it stays on record.
/// @source{4.2}
struct RetireInterestedParty {
  static constexpr std::string_view command = "interested-party.retire";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                  ///< Name in the schema.
  Key<"interested-party"> interested_party;                               ///< Which.
  std::optional<Date> on;                                                 ///< Since when; today when absent.
  friend bool operator==(RetireInterestedParty const&, RetireInterestedParty const&) = default;
};
BOOST_DESCRIBE_STRUCT(RetireInterestedParty, (), (interested_party, on))
ANNEXA_TYPE_TABLE(RetireInterestedParty)

/// Ends an obligation; it stays on record.
/// @source{control A.5.31}
struct RetireObligation {
  static constexpr std::string_view command = "obligation.retire";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;            ///< Name in the schema.
  Key<"obligation"> obligation;                                     ///< Which.
  std::optional<Date> on;                                           ///< Since when; today when absent.
  friend bool operator==(RetireObligation const&, RetireObligation const&) = default;
};
BOOST_DESCRIBE_STRUCT(RetireObligation, (), (obligation, on))
ANNEXA_TYPE_TABLE(RetireObligation)

/// Ends an objective; it stays on record.
/// @source{6.2}
struct RetireObjective {
  static constexpr std::string_view command = "objective.retire";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;           ///< Name in the schema.
  Key<"objective"> objective;                                      ///< Which.
  std::optional<Date> on;                                          ///< Since when; today when absent.
  friend bool operator==(RetireObjective const&, RetireObjective const&) = default;
};
BOOST_DESCRIBE_STRUCT(RetireObjective, (), (objective, on))
ANNEXA_TYPE_TABLE(RetireObjective)

/// Ends a measurement; it stays on record.
/// @source{9.1}
struct RetireMeasurement {
  static constexpr std::string_view command = "measurement.retire";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;             ///< Name in the schema.
  Key<"measurement"> measurement;                                    ///< Which.
  std::optional<Date> on;                                            ///< Since when; today when absent.
  friend bool operator==(RetireMeasurement const&, RetireMeasurement const&) = default;
};
BOOST_DESCRIBE_STRUCT(RetireMeasurement, (), (measurement, on))
ANNEXA_TYPE_TABLE(RetireMeasurement)

/// Ends feedback that is of no account; it stays on record.
/// @source{9.3.2 e}
struct RetireFeedback {
  static constexpr std::string_view command = "feedback.retire";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;          ///< Name in the schema.
  Key<"feedback"> feedback;                                       ///< Which.
  std::optional<Date> on;                                         ///< Since when; today when absent.
  friend bool operator==(RetireFeedback const&, RetireFeedback const&) = default;
};
BOOST_DESCRIBE_STRUCT(RetireFeedback, (), (feedback, on))
ANNEXA_TYPE_TABLE(RetireFeedback)

/// Ends an incident that was recorded in error; it stays on record.
/// @source{control A.5.24}
struct RetireIncident {
  static constexpr std::string_view command = "incident.retire";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;          ///< Name in the schema.
  Key<"incident"> incident;                                       ///< Which.
  std::optional<Date> on;                                         ///< Since when; today when absent.
  friend bool operator==(RetireIncident const&, RetireIncident const&) = default;
};
BOOST_DESCRIBE_STRUCT(RetireIncident, (), (incident, on))
ANNEXA_TYPE_TABLE(RetireIncident)

/// Ends a change that is of no account; it stays on record.
/// @source{6.3}
struct RetireChange {
  static constexpr std::string_view command = "change.retire";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;        ///< Name in the schema.
  Key<"change"> change;                                         ///< Which.
  std::optional<Date> on;                                       ///< Since when; today when absent.
  friend bool operator==(RetireChange const&, RetireChange const&) = default;
};
BOOST_DESCRIBE_STRUCT(RetireChange, (), (change, on))
ANNEXA_TYPE_TABLE(RetireChange)

/// Adds a value that was read; a day that has one already is refused.
/// @source{9.1}
struct AddMeasuredValue {
  static constexpr std::string_view command = "measurement.add-value";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                ///< Name in the schema.
  Key<"measurement"> measurement;                                       ///< Of which measurement.
  std::optional<Date> on;  ///< On which day, or at the end of which span; today when absent.
  Decimal value;           ///< The value, in its unit.
  std::string note;        ///< What was made of it.
  friend bool operator==(AddMeasuredValue const&, AddMeasuredValue const&) = default;
};
BOOST_DESCRIBE_STRUCT(AddMeasuredValue, (), (measurement, on, value, note))
ANNEXA_TYPE_TABLE(AddMeasuredValue)

/// Brings an incident to its end, with what was learnt.
/// @source{control A.5.27}
struct CloseIncident {
  static constexpr std::string_view command = "incident.close";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;         ///< Name in the schema.
  Key<"incident"> incident;                                      ///< Which incident.
  std::string lessons;                                           ///< What was learnt, or "none, because ...".
  std::optional<Date> on;                                        ///< When; today when absent.
  friend bool operator==(CloseIncident const&, CloseIncident const&) = default;
};
BOOST_DESCRIBE_STRUCT(CloseIncident, (), (incident, lessons, on))
ANNEXA_TYPE_TABLE(CloseIncident)

}  // namespace command
}  // namespace v1
}  // namespace annexa
