#pragma once
// What is to be placed in a season: the units of audits that have no session yet.

#include <annexa/audit/season_request.hpp>

#include "plan_subject.hpp"

namespace annexa {
inline namespace v1 {

// The unit of requirements that no unit carries.
inline constexpr std::string_view management_unit = "(ISMS)";

// An audit to be placed, and the engagements that it is.
struct SeasonAudit {
  std::string key;
  Subject subject;
  std::vector<Engagement> engagements;
};

// In order of time, then of key.
[[nodiscard]] std::vector<SeasonAudit> season_audits(State const& state, Date from, Date until);

}  // namespace v1
}  // namespace annexa
