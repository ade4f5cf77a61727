#pragma once
/// @file
/// Waivers: where a small organisation cannot keep duties apart and says what it does instead.

#include <annexa/base/describe.hpp>
#include <annexa/base/error.hpp>
#include <annexa/base/text.hpp>
#include <annexa/duty/rule.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

/// A separation rule that does not hold for somebody, with what makes up for it. Never possible for S01.
/// @source{duty S25}
struct Waiver {
  static constexpr std::string_view type_name = "waiver";  ///< The noun.
  Key<"waiver"> key;                                       ///< Such as "W-1".
  std::string rule;                                        ///< Which rule: "S10".
  Key<"person"> person;                                    ///< For whom.
  std::string reason;                                      ///< Why the duties cannot be kept apart.
  std::string compensating_measure;          ///< What is done instead: a peer, an outsider, a management review.
  std::optional<Key<"person">> approved_by;  ///< Who agreed.
  Date from;                                 ///< First day.
  Date expires_on;                           ///< Last day.
  Custom custom;                             ///< Members of the host.
  std::vector<ExternalId> external_ids;      ///< Numbers in other systems.
  friend bool operator==(Waiver const&, Waiver const&) = default;
};
BOOST_DESCRIBE_STRUCT(Waiver, (),
                      (key, rule, person, reason, compensating_measure, approved_by, from, expires_on, custom,
                       external_ids))
ANNEXA_TYPE_TABLE(Waiver)

/// True if @p waiver sets the rule @p rule aside for @p person on @p day. A waiver of a rule that cannot be waived
/// never does.
[[nodiscard]] inline bool sets_aside(Waiver const& waiver, std::string_view rule, std::string_view person,
                                     Date day) noexcept {
  auto const* row = find_duty_rule(rule);
  return row && row->waivable && waiver.rule == rule && waiver.person == person && waiver.from <= day &&
         day <= waiver.expires_on;
}

/// What a waiver can break.
namespace waiver_rules {
/// It names no separation rule.
inline constexpr Rule unknown{"waiver.rule", "\"{found}\" is no separation rule; {accepted} can be waived.",
                              "duty S25"};
/// It names a rule that cannot be waived.
inline constexpr Rule impossible{"waiver.impossible", "{rule} cannot be waived: {text}", "duty S25"};
/// The reason or the measure is blank.
inline constexpr Rule missing{"text.missing", "\"{member}\" must not be empty.", "duty S25"};
/// It ends before it begins.
inline constexpr Rule order{"date.order", "It ends on {until}, before it begins on {from}.", ""};
/// It was agreed to by the person it is for.
inline constexpr Rule own_approval{"waiver.own-approval", "{person} cannot agree to a waiver that is for {person}.",
                                   "duty S25"};
/// Who agreed to it neither directs the organisation nor manages the ISMS.
inline constexpr Rule approver{
    "waiver.approver", "{person} agrees to a waiver, and neither directs the organisation nor manages the ISMS.",
    "duty S25"};
}  // namespace waiver_rules

/// The rules that can be waived, as a sentence lists them: "S02, S03, ...".
[[nodiscard]] inline std::string waivable_rules() {
  std::string names;
  for (auto const& row : duty_rules)
    if (row.waivable) (names += names.empty() ? "" : ", ") += row.rule.id;
  return names;
}

/// Adds everything that is wrong with a waiver: its rule, blank texts, dates in the wrong order, somebody who
/// agrees to their own waiver.
inline void check_waiver(Waiver const& waiver, Error& errors) {
  auto const* row = find_duty_rule(waiver.rule);
  if (!row)
    errors.add(waiver_rules::unknown, "/rule", {{"found", waiver.rule}, {"accepted", waivable_rules()}});
  else if (!row->waivable)
    errors.add(waiver_rules::impossible, "/rule", {{"rule", waiver.rule}, {"text", std::string(row->rule.text)}});
  if (trimmed(waiver.reason).empty()) errors.add(waiver_rules::missing, "/reason", {{"member", "reason"}});
  if (trimmed(waiver.compensating_measure).empty())
    errors.add(waiver_rules::missing, "/compensating_measure", {{"member", "compensating_measure"}});
  if (waiver.expires_on < waiver.from)
    errors.add(waiver_rules::order, "/expires_on",
               {{"from", to_string(waiver.from)}, {"until", to_string(waiver.expires_on)}});
  if (waiver.approved_by && *waiver.approved_by == waiver.person)
    errors.add(waiver_rules::own_approval, "/approved_by", {{"person", waiver.person.text()}});
}

}  // namespace v1
}  // namespace annexa
