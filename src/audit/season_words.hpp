#pragma once
// Sentences about the plan of a season, from templates in three languages.

#include <annexa/audit/season_proposal.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "phrases.hpp"

namespace annexa {
inline namespace v1 {

class SeasonWords {
 public:
  // @pre a language that check_request() accepts
  explicit SeasonWords(std::string_view language) noexcept;

  // A sentence or a word of the table, its arguments filled in.
  [[nodiscard]] std::string say(std::string_view id, std::vector<Argument> const& args = {}) const {
    return phrases_.say(id, args);
  }
  // "2026-03-02, morning".
  [[nodiscard]] std::string time(HalfDay half) const;
  // "a, b and c".
  [[nodiscard]] std::string list(std::vector<std::string> const& names) const;

 private:
  Phrases phrases_;
};

}  // namespace v1
}  // namespace annexa
