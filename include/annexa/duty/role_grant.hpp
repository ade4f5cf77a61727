#pragma once
/// @file
/// Roles that people hold for a time.

#include <annexa/base/describe.hpp>

#include <vector>

namespace annexa {
inline namespace v1 {

/// What somebody is entitled to do in the ISMS. Process owners, action owners and members of an audit team follow from
/// the records themselves and need no grant.
/// @source{5.3}
enum class Role : std::uint8_t {
  top_management,     ///< Directs the organisation.
  isms_manager,       ///< Manages the ISMS.
  programme_manager,  ///< Manages the audit programme.
  lead_auditor,       ///< May lead audits.
  auditor,            ///< May audit.
  expert,             ///< Knows a matter; audits nothing alone.
  risk_owner,         ///< Answers for risks.
  verifier,           ///< May verify corrective actions.
};
ANNEXA_DESCRIBE_ENUM(Role, "role-name", top_management, isms_manager, programme_manager, lead_auditor, auditor, expert,
                     risk_owner, verifier)

/// That somebody holds a role, from a day until another.
struct RoleGrant {
  static constexpr std::string_view type_name = "role-grant";  ///< The noun.
  Key<"role-grant"> key;                                       ///< Such as "RG-2".
  Key<"person"> person;                                        ///< Who.
  Role role = Role::auditor;                                   ///< Which role.
  Date from;                                                   ///< First day.
  std::optional<Date> until;                                   ///< Last day; open when absent.
  Custom custom;                                               ///< Members of the host.
  std::vector<ExternalId> external_ids;                        ///< Numbers in other systems.
  friend bool operator==(RoleGrant const&, RoleGrant const&) = default;
};
BOOST_DESCRIBE_STRUCT(RoleGrant, (), (key, person, role, from, until, custom, external_ids))
ANNEXA_TYPE_TABLE(RoleGrant)

/// True if @p grant holds on @p day.
[[nodiscard]] inline bool holds(RoleGrant const& grant, Date day) noexcept {
  return grant.from <= day && (!grant.until || day <= *grant.until);
}

}  // namespace v1
}  // namespace annexa
