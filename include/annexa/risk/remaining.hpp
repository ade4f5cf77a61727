#pragma once
/// @file
/// What remains of a risk, and whether that is acceptable.

#include <annexa/risk/risk.hpp>

#include <cstddef>

namespace annexa {
inline namespace v1 {

/// What remains: the residual score, else the current one, else the inherent one, off which nothing is known to take
/// anything; null where the risk has none of them. @source{6.1.3 f}
[[nodiscard]] inline Score const* remaining_score(Scores const& scores) noexcept {
  if (scores.residual) return &*scores.residual;
  if (scores.current) return &*scores.current;
  return scores.inherent ? &*scores.inherent : nullptr;
}

/// The band of @p score in the method that it was made with, or null if @p method is another one or another version.
[[nodiscard]] inline Band const* band_of(Method const& method, Scores const& scores, Score const& score) noexcept {
  bool const same = scores.method == method.key.text() && scores.version == method.version;
  bool const inside = score.level >= 1 && static_cast<std::size_t>(score.level) <= method.bands.size();
  return same && inside ? &method.bands[static_cast<std::size_t>(score.level - 1)] : nullptr;
}

/// True if what remains of @p risk asks for treatment: its band is not acceptable. A band that cannot be looked up any
/// more, because @p method is null or another one, is not taken for acceptable; a risk without a score is told apart by
/// remaining_score(). @source{6.1.2 d, 6.1.3}
[[nodiscard]] inline bool asks_for_treatment(Risk const& risk, Method const* method) noexcept {
  auto const* score = remaining_score(risk.scores);
  if (!score) return false;
  auto const* band = method ? band_of(*method, risk.scores, *score) : nullptr;
  return !band || !band->acceptable;
}

/// True if @p risk is accepted on @p day: an acceptance is there and has not expired. @source{6.1.3 f}
[[nodiscard]] inline bool is_accepted(Risk const& risk, Date day) noexcept {
  return risk.acceptance && (!risk.acceptance->expires_on || day <= *risk.acceptance->expires_on);
}

/// Where @p risk stands on @p day: an acceptance that has expired leaves its treatment open again. @source{6.1.3 f}
[[nodiscard]] inline RiskStatus status_on(Risk const& risk, Date day) noexcept {
  if (risk.status != RiskStatus::accepted || is_accepted(risk, day)) return risk.status;
  return risk.treatment ? RiskStatus::treated : RiskStatus::assessed;
}

/// The last day on which a treatment of @p risk may be decided: as many days after it was scored as its band allows.
/// Nothing where it is decided, need not be or may take any time.
[[nodiscard]] inline std::optional<Date> decide_by(Risk const& risk, Method const* method) noexcept {
  auto const* score = remaining_score(risk.scores);
  auto const* band = score && method ? band_of(*method, risk.scores, *score) : nullptr;
  if (!band || band->acceptable || !band->treat_within_days || risk.treatment || !risk.scored_on) return {};
  return risk.scored_on->plus_days(*band->treat_within_days);
}

/// True if a treatment is decided that the owner has not approved although what remains asks for treatment.
/// @source{6.1.3 f}
[[nodiscard]] inline bool needs_approval(Risk const& risk, Method const* method) noexcept {
  bool const planned = risk.treatment && *risk.treatment != TreatmentOption::retain;  // what is retained has no plan
  return risk.status != RiskStatus::closed && planned && !risk.approval && asks_for_treatment(risk, method);
}

/// True if nothing is done about @p risk although something has to be on @p day: it is open, what remains asks for
/// treatment, no control treats it and nobody has accepted it. @source{6.1.3}
[[nodiscard]] inline bool is_unaddressed(Risk const& risk, Method const* method, Date day) noexcept {
  return risk.status != RiskStatus::closed && risk.controls.empty() && !is_accepted(risk, day) &&
         asks_for_treatment(risk, method);
}

}  // namespace v1
}  // namespace annexa
