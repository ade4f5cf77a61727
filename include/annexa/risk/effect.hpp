#pragma once
/// @file
/// What controls take off a risk.

#include <annexa/base/describe.hpp>
#include <annexa/base/error.hpp>
#include <annexa/catalog/criterion.hpp>
#include <annexa/isms/applicability.hpp>
#include <annexa/risk/method.hpp>

#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// The part of a risk that a control lowers.
enum class ReducedPart : std::uint8_t {
  likelihood,     ///< It happens less often.
  impact,         ///< It does less harm.
  vulnerability,  ///< It succeeds less easily.
  score,          ///< The score itself; only where scores make the bands.
};
ANNEXA_DESCRIBE_ENUM(ReducedPart, "reduced-part", likelihood, impact, vulnerability, score)

/// What an effect rests on.
enum class EffectBasis : std::uint8_t {
  estimated,  ///< Somebody's judgement.
  audited,    ///< What an audit found.
  tested,     ///< A test of the control.
};
ANNEXA_DESCRIBE_ENUM(EffectBasis, "effect-basis", estimated, audited, tested)

/// What one control takes off one part of a risk: whole levels, or, where scores make the bands, a share.
/// @source{6.1.3 b, 9.1}
struct ControlEffect {
  static constexpr std::string_view type_name = "control-effect";  ///< Name in the schema.
  Criterion control;                                               ///< The control.
  ReducedPart reduces = ReducedPart::likelihood;                   ///< What it lowers.
  std::optional<int> steps;           ///< By how many levels, 1 to 16; never below the lowest level.
  std::optional<Decimal> share;       ///< Which part of it is taken off, above 0 to 1: 0.45 leaves 55 %.
  std::vector<std::string> threats;   ///< Threats that it covers; empty if it covers whatever threatens this risk.
  std::optional<EffectBasis> basis;   ///< What that rests on; an estimate when absent.
  std::vector<std::string> evidence;  ///< Keys of assessments, evidence or tests that show it.
  std::string note;                   ///< Why so much.
  friend bool operator==(ControlEffect const&, ControlEffect const&) = default;
};
BOOST_DESCRIBE_STRUCT(ControlEffect, (), (control, reduces, steps, share, threats, basis, evidence, note))
ANNEXA_TYPE_TABLE(ControlEffect)

/// Somebody's proposal to rate an effect differently; the owner of the risk decides.
struct EffectProposal {
  static constexpr std::string_view type_name = "effect-proposal";  ///< Name in the schema.
  ControlEffect effect;     ///< What it should be; without steps and share: none.
  std::string proposed_by;  ///< Who proposes it.
  Date proposed_on;         ///< When.
  std::string reason;       ///< Why.
  friend bool operator==(EffectProposal const&, EffectProposal const&) = default;
};
BOOST_DESCRIBE_STRUCT(EffectProposal, (), (effect, proposed_by, proposed_on, reason))
ANNEXA_TYPE_TABLE(EffectProposal)

/// What became of a proposal. Nothing in it ever changes. @source{9.1, 6.1.2 c 2}
struct DecidedEffect {
  static constexpr std::string_view type_name = "decided-effect";  ///< Name in the schema.
  EffectProposal proposal;                                         ///< What was proposed.
  bool accepted = false;                                           ///< True if the effect was rated as proposed.
  std::string decided_by;                                          ///< The risk's owner.
  Date decided_on;                                                 ///< When.
  std::string reason;                                              ///< Why.
  friend bool operator==(DecidedEffect const&, DecidedEffect const&) = default;
};
BOOST_DESCRIBE_STRUCT(DecidedEffect, (), (proposal, accepted, decided_by, decided_on, reason))
ANNEXA_TYPE_TABLE(DecidedEffect)

/// Whether an effect counted, or why it did not.
enum class EffectUse : std::uint8_t {
  counted,          ///< It lowered the risk.
  not_implemented,  ///< The control is not carried out (yet), or only in part.
  retired,          ///< The control is no more.
  excluded,         ///< The statement of applicability has no such control.
  other_threat,     ///< It does not cover the threat of this risk.
  in_treatment,     ///< It belongs to a measure that is not done: it counts for the residual risk, not the current one.
  weaker,           ///< A stronger one counted alone.
  at_the_lowest,    ///< There was nothing left to lower.
};
ANNEXA_DESCRIBE_ENUM(EffectUse, "effect-use", counted, not_implemented, retired, excluded, other_threat, in_treatment,
                     weaker, at_the_lowest)

/// One line of the explanation of a score: a control, how it stands and what it did.
struct ScoreReason {
  static constexpr std::string_view type_name = "score-reason";  ///< Name in the schema.
  Criterion control;                                             ///< The control.
  std::optional<ImplementationStatus> status;                    ///< How far it is carried out; absent without a row.
  ReducedPart reduces = ReducedPart::likelihood;                 ///< What it lowers.
  std::string effect;                                            ///< By how much: "-1 level", "-45 %".
  EffectUse use = EffectUse::counted;                            ///< Whether that counted.
  EffectBasis basis = EffectBasis::estimated;                    ///< What the effect rests on.
  std::vector<std::string> evidence;                             ///< What shows it.
  friend bool operator==(ScoreReason const&, ScoreReason const&) = default;
};
BOOST_DESCRIBE_STRUCT(ScoreReason, (), (control, status, reduces, effect, use, basis, evidence))
ANNEXA_TYPE_TABLE(ScoreReason)

/// The rules of effects.
namespace effect_rules {
inline constexpr Rule one_of{"control-effect.size",
                             "Say by how many levels (steps) or which share (share), one of both.", "6.1.3"};
inline constexpr Rule steps{"control-effect.steps", "{found} levels are not accepted; 1 to 16 are.", "6.1.3"};
inline constexpr Rule share{"control-effect.share", "A share of {found} is not accepted; above 0 up to 1 is.", "6.1.3"};
inline constexpr Rule ordinal{"control-effect.ordinal",
                              "The method {method} has a grid of levels: {found} is not accepted, whole steps of "
                              "likelihood or impact are.",
                              "6.1.2 d"};
inline constexpr Rule no_vulnerability{"control-effect.vulnerability",
                                       "The method {method} does not rate vulnerability; lower likelihood or impact.",
                                       "6.1.2 d"};
inline constexpr Rule score_steps{"control-effect.score", "A score has no levels; say which share is taken off.",
                                  "6.1.2 d"};
inline constexpr Rule mean_steps{"control-effect.mean",
                                 "By {method} {reduces} is a mean of several ratings, which has no levels to take off; "
                                 "say which share is.",
                                 "6.1.2 d"};
inline constexpr Rule blank_threat{"control-effect.threat", "A threat without a name is none; name it or leave it out.",
                                   "6.1.2 c"};
inline constexpr Rule twice{
    "control-effect.twice",
    "{control} lowers {reduces} twice for the same threats; an effect without threats is for all "
    "of them.",
    "6.1.3"};
}  // namespace effect_rules

/// True if an effect says how much it takes off; a proposal without it is that the control has none.
[[nodiscard]] inline bool has_size(ControlEffect const& effect) noexcept { return effect.steps || effect.share; }

/// True if two effects are about the same: one control that lowers one part for the same threats, in whatever order.
[[nodiscard]] bool is_about_same(ControlEffect const& a, ControlEffect const& b);

/// Adds every defect of @p effects under @p method to @p errors, placed below @p where.
void check_effects(Method const& method, std::vector<ControlEffect> const& effects, std::string const& where,
                   Error& errors);

}  // namespace v1
}  // namespace annexa
