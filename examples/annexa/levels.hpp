#pragma once
// How good a plan is, in a table: each level in its order, what it counts, and what no plan is below.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "session.hpp"

// What a level of a sort of plans counts.
struct LevelMeaning {
  std::string_view level;
  std::string_view counts;
};

struct LevelRow {
  std::string level;
  std::int64_t value = 0;
  std::int64_t bound = 0;
};

// "LEVEL  VALUE  BOUND  COUNTS"; each level counts only where those before it are equal.
[[nodiscard]] inline std::string level_table(std::span<LevelRow const> levels, std::span<LevelMeaning const> meanings) {
  if (levels.empty()) return {};
  std::vector<std::vector<std::string>> rows{{"LEVEL", "VALUE", "BOUND", "COUNTS"}};
  for (auto const& each : levels) {
    std::string counts;
    for (auto const& meaning : meanings)
      if (meaning.level == each.level) counts = meaning.counts;
    rows.push_back({each.level, std::to_string(each.value), std::to_string(each.bound), counts});
  }
  return text_table(rows) + "No plan is below the bound; a level counts where those before it are equal.\n";
}

template <class Levels>
[[nodiscard]] std::vector<LevelRow> level_rows(Levels const& levels) {
  std::vector<LevelRow> rows;
  for (auto const& each : levels) rows.push_back({each.level, each.value, each.bound});
  return rows;
}
