#pragma once
/// @file
/// In which capacity somebody acts on a nonconformity.

#include <annexa/base/describe.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// In which capacity somebody acts on a nonconformity. One person can act in several.
enum class Capacity : std::uint16_t {
  anybody = 0,            ///< No particular one.
  auditor = 1,            ///< Raised it, or is in the team of its audit.
  lead_auditor = 2,       ///< Leads its audit.
  programme_manager = 4,  ///< Manages the audit programme.
  process_owner = 8,      ///< Owns the process it was found in.
  action_owner = 16,      ///< Owns one of its actions.
  isms_manager = 32,      ///< Manages the ISMS.
  verifier = 64,          ///< Verifies: named in it, or holds that role, or is in the audit team.
  top_management = 128,   ///< Belongs to top management.
  risk_owner = 256,       ///< Owns the risk that a deviation is accepted on.
  clock = 512,            ///< Nobody: a day has come (deadline.check).
};
ANNEXA_DESCRIBE_ENUM(Capacity, "capacity", anybody, auditor, lead_auditor, programme_manager, process_owner,
                     action_owner, isms_manager, verifier, top_management, risk_owner, clock)

/// Several capacities together.
using Capacities = std::uint16_t;

/// Every capacity.
inline constexpr Capacities all_capacities = 1023;

/// True if @p some has one of @p wanted.
[[nodiscard]] constexpr bool has(Capacities some, Capacity wanted) noexcept {
  return (some & static_cast<Capacities>(wanted)) != 0;
}
/// Both together.
[[nodiscard]] constexpr Capacities operator|(Capacity a, Capacity b) noexcept {
  return static_cast<Capacities>(static_cast<Capacities>(a) | static_cast<Capacities>(b));
}
/// Both together.
[[nodiscard]] constexpr Capacities operator|(Capacities a, Capacity b) noexcept {
  return static_cast<Capacities>(a | static_cast<Capacities>(b));
}

/// Several capacities from a list of them.
[[nodiscard]] inline Capacities capacities_in(std::vector<Capacity> const& list) noexcept {
  Capacities all = 0;
  for (auto const each : list) all = all | each;
  return all;
}

/// Names of capacities, for messages: "lead auditor or ISMS manager"; "anybody" if there are none.
[[nodiscard]] std::string names_of(Capacities some);

}  // namespace v1
}  // namespace annexa
