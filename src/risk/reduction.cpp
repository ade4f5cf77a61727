#include "reduction.hpp"

#include <annexa/base/text.hpp>

#include <algorithm>
#include <utility>

namespace annexa {
inline namespace v1 {
namespace {

bool covers(ControlEffect const& effect, std::string_view threat) {
  return effect.threats.empty() ||
         std::ranges::any_of(effect.threats, [&](std::string const& each) { return trimmed(each) == trimmed(threat); });
}

std::string size_of(ControlEffect const& effect) {
  if (effect.steps) return '-' + std::to_string(*effect.steps) + (*effect.steps == 1 ? " level" : " levels");
  return '-' + to_string(decimal_of(fraction_of(*effect.share) * 100)) + " %";
}

Fraction value_at(AxisValues const& axes, ReducedPart part) {
  if (part == ReducedPart::likelihood) return axes.likelihood;
  if (part == ReducedPart::impact) return axes.impact;
  return part == ReducedPart::vulnerability ? axes.vulnerability.value_or(0) : Fraction(1);
}

}  // namespace

EffectUse Reduction::use_of(StandingEffect const& standing) const {
  if (standing.excluded) return EffectUse::excluded;
  if (!covers(*standing.effect, threat_)) return EffectUse::other_threat;
  if (standing.status == ImplementationStatus::retired) return EffectUse::retired;
  bool const wanted = stage_ == RiskStage::target && (standing.status == ImplementationStatus::planned ||
                                                      standing.status == ImplementationStatus::partial);
  if (standing.status != ImplementationStatus::implemented && !wanted) return EffectUse::not_implemented;
  if (standing.in_treatment && stage_ == RiskStage::current) return EffectUse::in_treatment;
  return EffectUse::counted;
}

void Reduction::take(ControlEffect const& effect, Part& part) {
  if (effect.steps) part.steps += *effect.steps;
  if (!effect.share) return;
  part.left *= power_of_ten(effect.share->scale()) - effect.share->digits();
  part.places += effect.share->scale();
}

// @p value after the whole levels that are taken off it.
Fraction Reduction::stepped(Fraction const& value, ReducedPart part) const {
  if (part == ReducedPart::score) return value;
  Fraction const lowest = std::min(value, Fraction(method_.first_level()));
  return std::max(lowest, Fraction(value - parts_[static_cast<std::size_t>(part)].steps));
}

Fraction Reduction::lowered(Fraction const& value, ReducedPart part) const {
  return stepped(value, part) * share_left(part);
}

// Adds one effect that counts to those of its part.
void Reduction::join(ControlEffect const& effect, Fraction const& value, ScoreReason& reason) {
  auto& part = parts_[static_cast<std::size_t>(effect.reduces)];
  auto const before = stepped(value, effect.reduces);
  bool const something_left = part.left != 0 && (effect.steps ? before > method_.first_level() : before != 0);
  if (!something_left) reason.use = EffectUse::at_the_lowest;
  take(effect, part);
}

// Puts an effect that counts in the place of the one that counted alone, if it is stronger.
void Reduction::compete(ControlEffect const& effect, Fraction const& value, ScoreReason& reason) {
  auto& part = parts_[static_cast<std::size_t>(effect.reduces)];
  auto const before = lowered(value, effect.reduces);
  auto const known = std::exchange(part, Part{});
  take(effect, part);
  if (lowered(value, effect.reduces) >= before) {
    part = known;
    reason.use = part.strongest ? EffectUse::weaker : EffectUse::at_the_lowest;
    return;
  }
  if (known.strongest) known.strongest->use = EffectUse::weaker;
  part.strongest = &reason;
}

std::vector<ScoreReason> Reduction::explain(std::vector<StandingEffect> const& effects, AxisValues const& axes) {
  std::vector<ScoreReason> reasons;
  if (stage_ == RiskStage::inherent) return reasons;  // it is what there is without controls
  reasons.reserve(effects.size());                    // strongest points into it
  for (auto const& standing : effects) {
    auto const& effect = *standing.effect;
    auto& reason = reasons.emplace_back(ScoreReason{effect.control, standing.status, effect.reduces, size_of(effect),
                                                    use_of(standing), effect.basis.value_or(EffectBasis::estimated),
                                                    effect.evidence});
    if (reason.use != EffectUse::counted) continue;
    if (method_.effects == EffectRule::best_single)
      compete(effect, value_at(axes, effect.reduces), reason);
    else
      join(effect, value_at(axes, effect.reduces), reason);
  }
  return reasons;
}

AxisValues Reduction::applied(AxisValues const& axes) const {
  AxisValues out{lowered(axes.likelihood, ReducedPart::likelihood), lowered(axes.impact, ReducedPart::impact), {}};
  if (axes.vulnerability) out.vulnerability = lowered(*axes.vulnerability, ReducedPart::vulnerability);
  return out;
}

}  // namespace v1
}  // namespace annexa
