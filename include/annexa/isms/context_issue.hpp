#pragma once
/// @file
/// Context issues: what outside and inside the organisation bears on its information security.

#include <annexa/base/describe.hpp>

#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// Where an issue lies.
enum class IssueKind : std::uint8_t {
  internal,  ///< Inside: people, structure, technology, culture.
  external,  ///< Outside: law, market, threats, nature.
};
ANNEXA_DESCRIBE_ENUM(IssueKind, "issue-kind", internal, external)

/// An issue that bears on what the ISMS is to achieve. Whether climate change is one has to be decided either way
/// (Amendment 1:2024): an issue about it says what was decided, and why.
/// @source{4.1}
struct ContextIssue {
  static constexpr std::string_view type_name = "context-issue";  ///< The noun.
  Key<"context-issue"> key;                                       ///< Such as "CI-3".
  std::string title;                                              ///< In a few words.
  IssueKind kind = IssueKind::internal;                           ///< Where it lies.
  std::string description;                                        ///< What it is.
  bool climate_change = false;   ///< True if it is the question of climate change. @source{4.1, Amendment 1:2024}
  std::optional<bool> relevant;  ///< Whether it bears on the ISMS; true when left out.
  std::string reason;            ///< Why it does, or does not. Needed where it does not, and about climate change.
  std::string effect;            ///< What follows for the ISMS.
  std::optional<Key<"person">> owner;    ///< Who keeps an eye on it.
  std::vector<Key<"risk">> risks;        ///< Risks and opportunities that come of it. @source{6.1.1}
  std::optional<Date> recorded_on;       ///< Since when it is on record; the day of the command when left out.
  std::optional<Date> changed_on;        ///< When it was changed last.
  std::optional<Date> retired_on;        ///< Since when it is of no account any more.
  Custom custom;                         ///< Members of the host.
  std::vector<ExternalId> external_ids;  ///< Numbers in other systems.
  friend bool operator==(ContextIssue const&, ContextIssue const&) = default;
};
BOOST_DESCRIBE_STRUCT(ContextIssue, (),
                      (key, title, kind, description, climate_change, relevant, reason, effect, owner, risks,
                       recorded_on, changed_on, retired_on, custom, external_ids))
ANNEXA_TYPE_TABLE(ContextIssue)

}  // namespace v1
}  // namespace annexa
