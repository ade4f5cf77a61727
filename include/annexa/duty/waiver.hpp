#pragma once
/// @file
/// Waivers: where a small organisation cannot keep duties apart and says what it does instead.

#include <annexa/base/describe.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// A separation rule that does not hold for somebody, with what makes up for it. Never possible for S01.
/// @source{duty S25}
struct Waiver {
  static constexpr std::string_view type_name = "waiver";  ///< The noun.
  Key<"waiver"> key;                     ///< Such as "W-1".
  std::string rule;                      ///< Which rule: "S10".
  Key<"person"> person;                  ///< For whom.
  std::string reason;                    ///< Why the duties cannot be kept apart.
  std::string compensating_measure;      ///< What is done instead: a peer, an outsider, a management review.
  std::optional<Key<"person">> approved_by;  ///< Who agreed.
  Date from;                             ///< First day.
  Date expires_on;                       ///< Last day.
  Custom custom;                         ///< Members of the host.
  std::vector<ExternalId> external_ids;  ///< Numbers in other systems.
  friend bool operator==(Waiver const&, Waiver const&) = default;
};
BOOST_DESCRIBE_STRUCT(Waiver, (),
                      (key, rule, person, reason, compensating_measure, approved_by, from, expires_on, custom, external_ids))

}  // namespace v1
}  // namespace annexa
