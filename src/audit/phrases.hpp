#pragma once
// Sentences of planners in English, German and French: a row for each text, a column for each language.

#include <annexa/base/error.hpp>
#include <annexa/base/language.hpp>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

struct Phrase {
  std::string_view id;
  std::array<std::string_view, 3> text;  // English, German, French
};

// A table of phrases in one language.
class Phrases {
 public:
  // @param language  tag of a language; English where there are no texts in it
  Phrases(std::span<Phrase const> table, std::string_view language) noexcept
      : table_(table), language_(static_cast<std::size_t>(parse_language(language).value_or(Language::english))) {}
  // A sentence or a word of the table, its arguments filled in; @p id itself if the table does not have it.
  [[nodiscard]] std::string say(std::string_view id, std::vector<Argument> const& args = {}) const {
    for (auto const& phrase : table_)
      if (phrase.id == id) return fill_in(phrase.text[language_], args);
    return std::string(id);
  }
  [[nodiscard]] bool english() const noexcept { return language_ == 0; }
  // Three columns, of which the language's is chosen.
  [[nodiscard]] std::string_view of(std::array<std::string_view, 3> const& text) const { return text[language_]; }

 private:
  std::span<Phrase const> table_;
  std::size_t language_;
};

}  // namespace v1
}  // namespace annexa
