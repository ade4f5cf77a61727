// What effects of controls and measures have to keep.
#include <annexa/risk/effect.hpp>
#include <annexa/risk/treatment.hpp>

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

bool is_same(ControlEffect const& a, ControlEffect const& b) {
  return a.control == b.control && a.reduces == b.reduces && a.threats == b.threats;
}

}  // namespace

void check_effects(Method const& method, std::vector<ControlEffect> const& effects, std::string const& where,
                   Error& errors) {
  for (std::size_t i = 0; i < effects.size(); ++i) {
    auto const place = where + '/' + std::to_string(i);
    check_size(effects[i], place, errors);
    check_fit(method, effects[i], place, errors);
    for (std::size_t j = 0; j < i; ++j)
      if (is_same(effects[i], effects[j]))
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
