#include <annexa/risk/score.hpp>
#include <annexa/risk/score_table.hpp>

#include "exact.hpp"

namespace annexa {
inline namespace v1 {
namespace {

// What besides a pair of levels @p method asks for; empty if nothing.
std::string asked_besides(Method const& method) {
  if (!method.factors.empty()) return "factors";
  return method.vulnerability.empty() ? "" : "vulnerability";
}

}  // namespace

result<ScoreTable> ScoreTable::of(Method const& method) {
  if (auto what = asked_besides(method); !what.empty())
    return Error(not_a_pair, "", {{"method", method.key.text()}, {"what", std::move(what)}});
  ScoreTable table;
  int const first = method.first_level();
  for (int likelihood = first; likelihood < first + static_cast<int>(method.likelihood.size()); ++likelihood)
    for (int impact = first; impact < first + static_cast<int>(method.impact.size()); ++impact) {
      auto const scored = annexa::score(method, Rating{likelihood, impact, {}, {}, {}, {}});
      if (!scored) return scored.error();
      table.levels_[static_cast<std::size_t>(likelihood * side + impact)] = static_cast<std::uint8_t>(scored->level);
    }
  return table;
}

template <class Rating>
std::size_t ScoreTable::score_many(std::span<Rating const> likelihood, std::span<Rating const> impact,
                                   std::span<std::uint8_t> levels) const noexcept {
  std::size_t outside = 0;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    // Unsigned, so that what is below 0 is far above the scale; one comparison tells both.
    auto const row = static_cast<std::uint64_t>(likelihood[i]);
    auto const column = static_cast<std::uint64_t>(impact[i]);
    bool const inside = (row | column) < std::uint64_t{side};
    auto const level = levels_[inside ? static_cast<std::size_t>(row * side + column) : 0];
    levels[i] = inside ? level : std::uint8_t{0};
    outside += levels[i] == 0 ? 1U : 0U;
  }
  return outside;
}

template std::size_t ScoreTable::score_many(std::span<std::uint8_t const>, std::span<std::uint8_t const>,
                                            std::span<std::uint8_t>) const noexcept;
template std::size_t ScoreTable::score_many(std::span<std::int32_t const>, std::span<std::int32_t const>,
                                            std::span<std::uint8_t>) const noexcept;
template std::size_t ScoreTable::score_many(std::span<std::int64_t const>, std::span<std::int64_t const>,
                                            std::span<std::uint8_t>) const noexcept;

}  // namespace v1
}  // namespace annexa
