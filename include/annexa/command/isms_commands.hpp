#pragma once
/// @file
/// Commands about the organisation, beyond those whose members are a whole record (`unit.add`, `asset.change`, ...).

#include <annexa/base/describe.hpp>

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

/// Takes a document out of force; it stays on record.
/// @source{7.5.3}
struct RetireDocument {
  static constexpr std::string_view command = "document.retire";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;          ///< Name in the schema.
  Key<"document"> document;                                       ///< Which document.
  std::optional<Date> on;                                         ///< Since when; today when absent.
  friend bool operator==(RetireDocument const&, RetireDocument const&) = default;
};
BOOST_DESCRIBE_STRUCT(RetireDocument, (), (document, on))
ANNEXA_TYPE_TABLE(RetireDocument)

}  // namespace command
}  // namespace v1
}  // namespace annexa
