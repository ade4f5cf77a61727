// What effects of controls and measures have to keep.
#include <annexa/base/text.hpp>
#include <annexa/risk/effect.hpp>
#include <annexa/risk/treatment.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "exact.hpp"

namespace annexa {
inline namespace v1 {
namespace {

void check_size(ControlEffect const& effect, std::string const& place, Error& errors) {
  if (effect.steps.has_value() == effect.share.has_value()) return errors.add(effect_rules::one_of, place);
  if (effect.steps && (*effect.steps < 1 || *effect.steps > 16))
    errors.add(effect_rules::steps, place + "/steps", {{"found", std::to_string(*effect.steps)}});
  if (effect.share && (effect.share->digits() <= 0 || fraction_of(*effect.share) > 1))
    errors.add(effect_rules::share, place + "/share", {{"found", to_string(*effect.share)}});
}

// True if that axis is rated by factors and no grid grades it: it has no whole levels to take off.
bool is_mean(Method const& method, ReducedPart part) {
  static constexpr std::pair<ReducedPart, RiskAxis> axes[] = {{ReducedPart::likelihood, RiskAxis::likelihood},
                                                              {ReducedPart::impact, RiskAxis::impact},
                                                              {ReducedPart::vulnerability, RiskAxis::vulnerability}};
  for (auto const& [reduced, axis] : axes)
    if (reduced == part && !method.is_ordinal())
      return std::ranges::any_of(method.factors, [&](Factor const& each) { return each.axis == axis; });
  return false;
}

void check_fit(Method const& method, ControlEffect const& effect, std::string const& place, Error& errors) {
  Argument const name{"method", method.key.text()};
  if (method.is_ordinal() && effect.share)
    errors.add(effect_rules::ordinal, place + "/share", {name, {"found", "a share"}});
  else if (method.is_ordinal() && effect.reduces == ReducedPart::score)
    errors.add(effect_rules::ordinal, place + "/reduces", {name, {"found", "score"}});
  else if (effect.reduces == ReducedPart::score && effect.steps)
    errors.add(effect_rules::score_steps, place + "/steps");
  bool const asks = !method.vulnerability.empty();
  if (effect.steps && is_mean(method, effect.reduces))
    errors.add(effect_rules::mean_steps, place + "/steps", {name, {"reduces", std::string(to_string(effect.reduces))}});
  if (effect.reduces == ReducedPart::vulnerability && !asks)
    errors.add(effect_rules::no_vulnerability, place + "/reduces", {name});
}

using Threats = std::set<std::string_view>;
Threats threats_of(ControlEffect const& effect) {
  Threats threats;
  for (auto const& threat : effect.threats) threats.insert(trimmed(threat));
  return threats;
}

// The threats that one control covers on one part, effect by effect: an effect without any covers them all.
class Covered {
 public:
  // @return false if some of them are covered already.
  bool add(Threats const& threats) {
    bool const overlaps = threats.empty() ? any_ : all_ || std::ranges::any_of(threats, [&](std::string_view each) {
                                                     return threats_.contains(each);
                                                   });
    any_ = true;
    all_ = all_ || threats.empty();
    threats_.insert(threats.begin(), threats.end());
    return !overlaps;
  }

 private:
  bool any_ = false;
  bool all_ = false;
  Threats threats_;
};

}  // namespace

bool is_about_same(ControlEffect const& a, ControlEffect const& b) {
  return a.control == b.control && a.reduces == b.reduces && threats_of(a) == threats_of(b);
}

void check_effects(Method const& method, std::vector<ControlEffect> const& effects, std::string const& where,
                   Error& errors) {
  std::map<std::pair<Criterion, ReducedPart>, Covered> covered;
  for (std::size_t i = 0; i < effects.size(); ++i) {
    auto const place = where + '/' + std::to_string(i);
    check_size(effects[i], place, errors);
    check_fit(method, effects[i], place, errors);
    auto const threats = threats_of(effects[i]);
    if (threats.contains("")) errors.add(effect_rules::blank_threat, place + "/threats");
    if (!covered[{effects[i].control, effects[i].reduces}].add(threats))
      errors.add(effect_rules::twice, place,
                 {{"control", effects[i].control.text()}, {"reduces", std::string(to_string(effects[i].reduces))}});
  }
}

std::optional<Money> cost_of(std::vector<Measure> const& measures) noexcept {
  std::optional<Money> sum;
  for (auto const& measure : measures) {
    if (!measure.cost || measure.status == MeasureStatus::cancelled) continue;
    sum = sum ? sum->plus(*measure.cost) : measure.cost;
    if (!sum) return {};
  }
  return sum;
}

}  // namespace v1
}  // namespace annexa
