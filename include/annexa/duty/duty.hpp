#pragma once
/// @file
/// What an organisation decides about a rule: that breaking it warns, or refuses.

#include <annexa/base/describe.hpp>
#include <annexa/duty/rule.hpp>

#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// What breaking a rule leads to in this organisation: a separation rule ("S11"), or a guard of the lifecycle that is
/// guidance or practice ("T11.systemic").
/// @source{9.2.2 b; ISO 19011, independence}
struct Duty {
  static constexpr std::string_view type_name = "duty";  ///< The noun.
  Key<"duty"> key;                                       ///< The rule: "S11".
  DutyEffect effect = DutyEffect::warn;                  ///< What breaking it leads to.
  std::string reason;                                    ///< Why it is not as annexa has it.
  std::optional<int> cooling_off_months;  ///< For S02: how long who left keeps away, 0 to 120; 24 when absent.
  Custom custom;                          ///< Members of the host.
  std::vector<ExternalId> external_ids;   ///< Numbers in other systems.
  friend bool operator==(Duty const&, Duty const&) = default;
};
BOOST_DESCRIBE_STRUCT(Duty, (), (key, effect, reason, cooling_off_months, custom, external_ids))
ANNEXA_TYPE_TABLE(Duty)

/// The least that breaking a rule on that basis leads to: what the standard demands keeps its effect, guidance warns at
/// least, practice can be allowed.
/// @param usual  what it leads to unless configured.
[[nodiscard]] constexpr DutyEffect least_effect(DutyBasis basis, DutyEffect usual) noexcept {
  switch (basis) {
    case DutyBasis::required:
      return usual;
    case DutyBasis::guidance:
      return DutyEffect::warn;
    case DutyBasis::practice:
      return DutyEffect::allow;
  }
  return usual;
}

}  // namespace v1
}  // namespace annexa
