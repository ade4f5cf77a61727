#pragma once
/// @file
/// May this person audit this object on this day?

#include <annexa/base/error.hpp>
#include <annexa/duty/relation.hpp>
#include <annexa/duty/rule.hpp>
#include <annexa/duty/waiver.hpp>

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace annexa {
inline namespace v1 {

/// What one rule says to one deed, and why.
struct Ruling {
  DutyRule const* rule;                 ///< Which rule.
  DutyEffect effect;                    ///< What it says; allow where a waiver set it aside.
  Rule const* message;                  ///< The reason with `{name}` for each argument, for hosts that translate.
  std::vector<Argument> args;           ///< The arguments: person, object, and until or months where they matter.
  std::optional<Key<"waiver">> waiver;  ///< The waiver that set the rule aside.
  /// The reason as an English sentence.
  [[nodiscard]] std::string because() const { return fill_in(message->text, args); }
};

/// What an organisation decides about the independence of its auditors.
struct IndependencePolicy {
  int cooling_off_months = 24;  ///< How long somebody who left keeps away from auditing it; 0 or more.
};

/// One way of standing to an object that speaks against auditing it.
struct IndependenceGround {
  RelationKind kind;  ///< The relation.
  bool former;        ///< True for one that ended within the cooling-off time, false for one that holds.
  DutyEffect effect;  ///< What follows from it.
  Rule message;       ///< The duty rule's number, and the reason.
};

/// Every ground, one row each. @source{9.2.2 b; ISO 19011, independence; ISO/IEC 17021-1, cooling-off}
inline constexpr auto independence_grounds = [] {
  using enum RelationKind;
  using enum DutyEffect;
  return std::to_array<IndependenceGround>({
      {owns, false, deny, {"S01", "{person} owns {object}; nobody audits own work.", "9.2.2 b"}},
      {operates, false, deny, {"S01", "{person} works in {object}; nobody audits own work.", "9.2.2 b"}},
      {manages, false, deny, {"S01", "{person} manages {object}; nobody audits own work.", "9.2.2 b"}},
      {designed, false, deny, {"S01", "{person} designed {object}; nobody audits own work.", "9.2.2 b"}},
      {declared_conflict,
       false,
       deny,
       {"S02", "{person} has declared a conflict of interest with {object}.", "ISO 19011, independence"}},
      {owns,
       true,
       warn,
       {"S02", "{person} owned {object} until {until}; auditors keep away for {months} months.", "ISO/IEC 17021-1"}},
      {operates,
       true,
       warn,
       {"S02", "{person} worked in {object} until {until}; auditors keep away for {months} months.",
        "ISO/IEC 17021-1"}},
      {manages,
       true,
       warn,
       {"S02", "{person} managed {object} until {until}; auditors keep away for {months} months.", "ISO/IEC 17021-1"}},
      {designed,
       true,
       warn,
       {"S02", "{person} was at work on {object} until {until}; auditors keep away for {months} months.",
        "ISO/IEC 17021-1"}},
  });
}();

/// @cond INTERNAL
namespace detail {

inline IndependenceGround const* ground_of(Relation const& relation, Date day, int months) noexcept {
  bool const former = ended_within(relation, day, months);
  if (!former && !holds(relation, day)) return nullptr;
  for (auto const& row : independence_grounds)
    if (row.kind == relation.kind && row.former == former) return &row;
  return nullptr;
}

inline Ruling ruling_on(IndependenceGround const& ground, Relation const& relation, int months) {
  std::vector<Argument> args{{"person", relation.person.text()}, {"object", relation.object}};
  if (ground.former) {
    args.push_back({"until", to_string(*relation.until)});
    args.push_back({"months", std::to_string(months)});
  }
  return {find_duty_rule(ground.message.id), ground.effect, &ground.message, std::move(args), {}};
}

}  // namespace detail
/// @endcond

/// What speaks against @p person auditing @p object on @p day: a ruling for each ground, in the order of @p relations;
/// none if nothing does. Pure. Linear in the number of relations times that of waivers.
/// @param person     who would audit.
/// @param object     as in Relation::object.
/// @param day        the day of the audit.
/// @param relations  of anybody to anything; those of others are passed over.
/// @param waivers    of anybody; one that is in force turns a ruling of its rule into allow, never for S01.
/// @param policy     what the organisation decided.
/// @source{9.2.2 b}
[[nodiscard]] inline std::vector<Ruling> may_audit(Key<"person"> const& person, std::string_view object, Date day,
                                                   std::span<Relation const> relations,
                                                   std::span<Waiver const> waivers = {},
                                                   IndependencePolicy const& policy = {}) {
  std::vector<Ruling> rulings;
  for (auto const& relation : relations) {
    if (relation.person != person || relation.object != object) continue;
    auto const* ground = detail::ground_of(relation, day, policy.cooling_off_months);
    if (!ground) continue;
    auto ruling = detail::ruling_on(*ground, relation, policy.cooling_off_months);
    for (auto const& waiver : waivers) {
      if (ruling.waiver || !sets_aside(waiver, ground->message.id, person.text(), day)) continue;
      ruling.effect = DutyEffect::allow;
      ruling.waiver = waiver.key;
    }
    rulings.push_back(std::move(ruling));
  }
  return rulings;
}

/// The strictest of some rulings; allow if there are none.
[[nodiscard]] inline DutyEffect strictest(std::span<Ruling const> rulings) noexcept {
  auto effect = DutyEffect::allow;
  for (auto const& ruling : rulings)
    if (ruling.effect > effect) effect = ruling.effect;
  return effect;
}

}  // namespace v1
}  // namespace annexa
