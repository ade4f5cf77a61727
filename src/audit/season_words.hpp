#pragma once
// Sentences about the plan of a season, from templates in three languages.

#include <annexa/audit/season_proposal.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

class SeasonWords {
 public:
  // @pre a language that check_request() accepts
  explicit SeasonWords(std::string_view language) noexcept;

  // A sentence or a word of the table, its arguments filled in; @p id itself if the table does not have it.
  [[nodiscard]] std::string say(std::string_view id, std::vector<Argument> const& args = {}) const;
  // "2026-03-02, morning".
  [[nodiscard]] std::string time(HalfDay half) const;
  // "a, b and c".
  [[nodiscard]] std::string list(std::vector<std::string> const& names) const;

 private:
  std::size_t language_;
};

}  // namespace v1
}  // namespace annexa
