#pragma once
// What the effects of controls take off the axes of a risk.

#include <annexa/risk/score.hpp>

#include <array>

#include "axes.hpp"

namespace annexa {
inline namespace v1 {

class Reduction {
 public:
  Reduction(Method const& method, RiskStage stage, std::string_view threat)
      : method_(method), stage_(stage), threat_(threat) {}

  // Takes every effect into account. @return what each of them did, in their order.
  [[nodiscard]] std::vector<ScoreReason> explain(std::vector<StandingEffect> const& effects, AxisValues const& axes);

  // @p axes with what was taken off.
  [[nodiscard]] AxisValues applied(AxisValues const& axes) const;

  // Which part of @p part the shares leave.
  [[nodiscard]] Fraction const& share_left(ReducedPart part) const {
    return parts_[static_cast<std::size_t>(part)].left;
  }

 private:
  struct Part {
    int steps = 0;
    Fraction left = 1;
    ScoreReason* strongest = nullptr;  // where one counts alone
  };
  [[nodiscard]] EffectUse use_of(StandingEffect const& effect) const;
  [[nodiscard]] Fraction lowered(Fraction const& value, ReducedPart part) const;
  void join(ControlEffect const& effect, Fraction const& value, ScoreReason& reason);

  Method const& method_;
  RiskStage stage_;
  std::string_view threat_;
  std::array<Part, 4> parts_;
};

}  // namespace v1
}  // namespace annexa
