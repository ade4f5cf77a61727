#pragma once
/// @file
/// What remains of a risk, and whether that is acceptable.

#include <annexa/risk/risk.hpp>

#include <cstddef>

namespace annexa {
inline namespace v1 {

/// What remains: the residual score, else the current one, else null. @source{6.1.3 f}
[[nodiscard]] inline Score const* remaining_score(Scores const& scores) noexcept {
  if (scores.residual) return &*scores.residual;
  return scores.current ? &*scores.current : nullptr;
}

/// The band of @p score in the method that it was made with, or null if @p method is another one or another version.
[[nodiscard]] inline Band const* band_of(Method const& method, Scores const& scores, Score const& score) noexcept {
  bool const same = scores.method == method.key.text() && scores.version == method.version;
  bool const inside = score.level >= 1 && static_cast<std::size_t>(score.level) <= method.bands.size();
  return same && inside ? &method.bands[static_cast<std::size_t>(score.level - 1)] : nullptr;
}

/// True if @p risk is accepted on @p day: an acceptance is there and has not expired. @source{6.1.3 f}
[[nodiscard]] inline bool is_accepted(Risk const& risk, Date day) noexcept {
  return risk.acceptance && (!risk.acceptance->expires_on || day <= *risk.acceptance->expires_on);
}

}  // namespace v1
}  // namespace annexa
