// What effects of controls and measures have to keep.
#include <annexa/base/text.hpp>
#include <annexa/risk/effect.hpp>
#include <annexa/risk/treatment.hpp>

#include <set>
#include <tuple>

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

void check_fit(Method const& method, ControlEffect const& effect, std::string const& place, Error& errors) {
  Argument const name{"method", method.key.text()};
  if (method.is_ordinal() && effect.share)
    errors.add(effect_rules::ordinal, place + "/share", {name, {"found", "a share"}});
  else if (method.is_ordinal() && effect.reduces == ReducedPart::score)
    errors.add(effect_rules::ordinal, place + "/reduces", {name, {"found", "score"}});
  else if (effect.reduces == ReducedPart::score && effect.steps)
    errors.add(effect_rules::score_steps, place + "/steps");
  bool const asks = !method.vulnerability.empty();
  if (effect.reduces == ReducedPart::vulnerability && !asks)
    errors.add(effect_rules::no_vulnerability, place + "/reduces", {name});
}

// What an effect is about: the control, the part and the threats, however they are ordered and spaced.
using EffectPlace = std::tuple<Criterion, ReducedPart, std::set<std::string_view>>;
EffectPlace place_of(ControlEffect const& effect) {
  EffectPlace place{effect.control, effect.reduces, {}};
  for (auto const& threat : effect.threats) std::get<2>(place).insert(trimmed(threat));
  return place;
}

}  // namespace

bool is_about_same(ControlEffect const& a, ControlEffect const& b) { return place_of(a) == place_of(b); }

void check_effects(Method const& method, std::vector<ControlEffect> const& effects, std::string const& where,
                   Error& errors) {
  std::set<EffectPlace> places;
  for (std::size_t i = 0; i < effects.size(); ++i) {
    auto const place = where + '/' + std::to_string(i);
    check_size(effects[i], place, errors);
    check_fit(method, effects[i], place, errors);
    if (!places.insert(place_of(effects[i])).second)
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
