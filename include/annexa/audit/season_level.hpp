#pragma once
/// @file
/// How good a plan is, of a season or of one audit.

#include <annexa/base/describe.hpp>

#include <string>

namespace annexa {
inline namespace v1 {

/// What a plan is judged by; each counts only where those before are equal.
struct SeasonLevel {
  static constexpr std::string_view type_name = "season-level";  ///< Name in the schema.
  /// "left-out" (risk), "lateness" (risk times the time after the target), "changes" (1,000 each, and what differs),
  /// "expense" (cost and travel) or "balance" (time over the fair share, and who is liked less).
  std::string level;
  std::int64_t value = 0;  ///< Of this plan.
  std::int64_t bound = 0;  ///< No plan that is as good on the levels before is below.
  friend bool operator==(SeasonLevel const&, SeasonLevel const&) = default;
};
BOOST_DESCRIBE_STRUCT(SeasonLevel, (), (level, value, bound))
ANNEXA_TYPE_TABLE(SeasonLevel)

}  // namespace v1
}  // namespace annexa
