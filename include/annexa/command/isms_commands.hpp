#pragma once
/// @file
/// Commands about the organisation, beyond those whose members are a whole record (`unit.add`, `asset.change`, ...).

#include <annexa/base/describe.hpp>
#include <annexa/isms/applicability.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace command {

/// Ends a unit; it stays on record.
struct RetireUnit {
  static constexpr std::string_view command = "unit.retire";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;      ///< Name in the schema.
  Key<"unit"> unit;                                           ///< Which unit.
  std::optional<Date> on;                                     ///< Since when; today when absent.
  friend bool operator==(RetireUnit const&, RetireUnit const&) = default;
};
BOOST_DESCRIBE_STRUCT(RetireUnit, (), (unit, on))
ANNEXA_TYPE_TABLE(RetireUnit)

/// Ends a person's part in the ISMS.
struct RetirePerson {
  static constexpr std::string_view command = "person.retire";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;        ///< Name in the schema.
  Key<"person"> person;                                         ///< Who.
  std::optional<Date> on;                                       ///< Since when; today when absent.
  friend bool operator==(RetirePerson const&, RetirePerson const&) = default;
};
BOOST_DESCRIBE_STRUCT(RetirePerson, (), (person, on))
ANNEXA_TYPE_TABLE(RetirePerson)

/// Ends an asset.
struct RetireAsset {
  static constexpr std::string_view command = "asset.retire";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;       ///< Name in the schema.
  Key<"asset"> asset;                                          ///< Which asset.
  std::optional<Date> on;                                      ///< Since when; today when absent.
  friend bool operator==(RetireAsset const&, RetireAsset const&) = default;
};
BOOST_DESCRIBE_STRUCT(RetireAsset, (), (asset, on))
ANNEXA_TYPE_TABLE(RetireAsset)

/// Records that somebody is away.
struct RecordAbsence {
  static constexpr std::string_view command = "person.record-absence";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                ///< Name in the schema.
  Key<"person"> person;                                                 ///< Who.
  Date from;                                                            ///< First day.
  Date until;                                                           ///< Last day.
  std::string reason;                                                   ///< A word such as "leave"; nothing private.
  friend bool operator==(RecordAbsence const&, RecordAbsence const&) = default;
};
BOOST_DESCRIBE_STRUCT(RecordAbsence, (), (person, from, until, reason))
ANNEXA_TYPE_TABLE(RecordAbsence)

/// Ends a role that was granted.
/// @source{5.3}
struct RevokeRole {
  static constexpr std::string_view command = "role.revoke";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;      ///< Name in the schema.
  Key<"role-grant"> role_grant;                               ///< Which grant.
  std::optional<Date> on;                                     ///< Last day; today when absent.
  friend bool operator==(RevokeRole const&, RevokeRole const&) = default;
};
BOOST_DESCRIBE_STRUCT(RevokeRole, (), (role_grant, on))
ANNEXA_TYPE_TABLE(RevokeRole)

/// Decides on one control of the statement of applicability.
/// @source{6.1.3 d}
struct DecideApplicability {
  static constexpr std::string_view command = "applicability.decide";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;               ///< Name in the schema.
  std::optional<Key<"applicability">> applicability;                   ///< The row; the control's number when absent.
  Criterion control;                                                   ///< Which control.
  bool applicable = false;                                             ///< Whether it is needed.
  std::string justification;                                           ///< Why it is included or excluded; never empty.
  std::vector<Driver> drivers;                                         ///< What demands it.
  std::optional<ImplementationStatus> status;   ///< How far it is done; never for an excluded control.
  std::optional<Key<"person">> responsible;     ///< Who sees to it.
  std::optional<std::string> responsible_name;  ///< Name that matched nobody.
  std::optional<std::string> implementation;    ///< How it is done here.
  Custom custom;                                ///< Members of the host.
  std::vector<ExternalId> external_ids;         ///< Numbers in other systems.
  friend bool operator==(DecideApplicability const&, DecideApplicability const&) = default;
};
BOOST_DESCRIBE_STRUCT(DecideApplicability, (),
                      (applicability, control, applicable, justification, drivers, status, responsible,
                       responsible_name, implementation, custom, external_ids))
ANNEXA_TYPE_TABLE(DecideApplicability)

/// Approves the statement of applicability as a numbered version by who acts.
/// @source{6.1.3 d, 7.5.2 c}
struct ApproveStatement {
  static constexpr std::string_view command = "soa.approve";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;      ///< Name in the schema.
  std::optional<Key<"soa">> soa;                              ///< Key of the version; allocated when absent.
  std::optional<Key<"person">> prepared_by;                   ///< Who prepared it.
  friend bool operator==(ApproveStatement const&, ApproveStatement const&) = default;
};
BOOST_DESCRIBE_STRUCT(ApproveStatement, (), (soa, prepared_by))
ANNEXA_TYPE_TABLE(ApproveStatement)

}  // namespace command
}  // namespace v1
}  // namespace annexa
