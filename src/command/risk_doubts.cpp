#include "risk_doubts.hpp"

#include <algorithm>
#include <set>

namespace annexa {
inline namespace v1 {
namespace {

// What was found in one unit says nothing of a risk in another.
bool concerns(Assessment const& assessment, Risk const& risk) {
  return !assessment.unit || !risk.unit || *assessment.unit == *risk.unit;
}

bool cites(ControlEffect const& effect, Assessment const& assessment) {
  return std::ranges::find(effect.evidence, assessment.key.text()) != effect.evidence.end();
}

// True if the owner has taken a stand on it: an effect cites it, all effects were rated after it, or a proposal about
// the control was decided that cites it or came after it.
bool is_settled(Risk const& risk, Assessment const& assessment) {
  bool const rated_since = risk.effects_on && *risk.effects_on > assessment.assessed_on;
  bool const cited = std::ranges::any_of(risk.effects, [&](auto const& each) { return cites(each, assessment); });
  return rated_since || cited || std::ranges::any_of(risk.decided_effects, [&](DecidedEffect const& each) {
           auto const& effect = each.proposal.effect;
           bool const since = effect.control == assessment.criterion && each.decided_on >= assessment.assessed_on;
           return since || cites(effect, assessment);
         });
}

}  // namespace

Doubts::Doubts(State const& state) {
  state.for_each<Assessment>([&](Assessment const& each) {
    auto& known = last_[each.criterion][each.unit ? each.unit->text() : ""];
    if (!known || known->assessed_on <= each.assessed_on) known = &each;
  });
}

std::vector<ContestedEffect> Doubts::about(Risk const& risk) const {
  std::set<Criterion> controls;
  for (auto const& effect : risk.effects) controls.insert(effect.control);
  std::vector<ContestedEffect> out;
  for (auto const& control : controls) {
    auto const found = last_.find(control);
    if (found == last_.end()) continue;
    for (auto const& [unit, each] : found->second)
      if (is_unmet(each->verdict) && concerns(*each, risk) && !is_settled(risk, *each))
        out.push_back({control, each->key, each->verdict, each->assessed_on});
  }
  return out;
}

std::vector<ContestedEffect> contested_effects(State const& state, Risk const& risk) {
  if (risk.effects.empty()) return {};
  return Doubts(state).about(risk);
}

}  // namespace v1
}  // namespace annexa
