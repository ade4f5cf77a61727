#include "reduction.hpp"

#include <annexa/base/text.hpp>

#include <algorithm>

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

Fraction Reduction::lowered(Fraction const& value, ReducedPart part) const {
  auto const& sums = parts_[static_cast<std::size_t>(part)];
  if (part == ReducedPart::score) return value * sums.left;
  Fraction const lowest = std::min(value, Fraction(method_.first_level()));
  return std::max(lowest, Fraction(value - sums.steps)) * sums.left;
}

// Adds one effect that counts to those of its part.
void Reduction::join(ControlEffect const& effect, Fraction const& value, ScoreReason& reason) {
  auto& part = parts_[static_cast<std::size_t>(effect.reduces)];
  auto const before = lowered(value, effect.reduces);
  auto with = part;
  if (method_.effects == EffectRule::best_single) with = Part{};
  if (effect.steps) with.steps += *effect.steps;
  if (effect.share) with.left *= 1 - fraction_of(*effect.share);
  std::swap(part, with);
  auto const after = lowered(value, effect.reduces);
  if (method_.effects != EffectRule::best_single) {
    if (after == before) reason.use = EffectUse::at_the_lowest;
    return;
  }
  if (after >= before) {  // as strong or weaker than the one that counts
    std::swap(part, with);
    reason.use = part.strongest ? EffectUse::weaker : EffectUse::at_the_lowest;
    return;
  }
  if (with.strongest) with.strongest->use = EffectUse::weaker;
  part.strongest = &reason;
}

std::vector<ScoreReason> Reduction::explain(std::vector<StandingEffect> const& effects, AxisValues const& axes) {
  std::vector<ScoreReason> reasons;
  reasons.reserve(effects.size());  // strongest points into it
  for (auto const& standing : effects) {
    auto const& effect = *standing.effect;
    auto& reason = reasons.emplace_back(ScoreReason{effect.control, standing.status, effect.reduces, size_of(effect),
                                                    use_of(standing), effect.basis.value_or(EffectBasis::estimated),
                                                    effect.evidence});
    if (stage_ != RiskStage::inherent && reason.use == EffectUse::counted)
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
