#pragma once
/// @file
/// Overrides: a rule of guidance or practice that somebody set aside, with the reason.

#include <annexa/base/describe.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// A rule that was set aside for one command. Nothing that the standard demands can be. Every report shows them.
/// @source{duty S24, S25}
struct Override {
  static constexpr std::string_view type_name = "override";  ///< The noun.
  Key<"override"> key;                                       ///< Such as "OV-1".
  std::vector<std::string> rules;                            ///< Which rules.
  std::string reason;                                        ///< Why.
  std::string command;                                       ///< Which command was let through.
  std::string subject;                                       ///< The record it was about: noun, ':' and key.
  std::string by;                                            ///< Who.
  Instant at;                                                ///< When.
  friend bool operator==(Override const&, Override const&) = default;
};
BOOST_DESCRIBE_STRUCT(Override, (), (key, rules, reason, command, subject, by, at))
ANNEXA_TYPE_TABLE(Override)

}  // namespace v1
}  // namespace annexa
