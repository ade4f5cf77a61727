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
  [[nodiscard]] Fraction share_left(ReducedPart part) const { return left_of(parts_[static_cast<std::size_t>(part)]); }

 private:
  struct Part {
    int steps = 0;
    boost::multiprecision::cpp_int left = 1;  // what the shares leave: this many parts
    int places = 0;                           // of ten to this power; a fraction would be reduced at each of them
    ScoreReason* strongest = nullptr;         // where one counts alone
  };
  [[nodiscard]] static Fraction left_of(Part const& part) { return {part.left, power_of_ten(part.places)}; }
  static void take(ControlEffect const& effect, Part& part);
  [[nodiscard]] EffectUse use_of(StandingEffect const& effect) const;
  [[nodiscard]] Fraction stepped(Fraction const& value, ReducedPart part) const;
  [[nodiscard]] Fraction lowered(Fraction const& value, ReducedPart part) const;
  void join(ControlEffect const& effect, Fraction const& value, ScoreReason& reason);
  void compete(ControlEffect const& effect, Fraction const& value, ScoreReason& reason);

  Method const& method_;
  RiskStage stage_;
  std::string_view threat_;
  std::array<Part, 4> parts_;
};

}  // namespace v1
}  // namespace annexa
