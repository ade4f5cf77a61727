#pragma once
/// @file
/// The languages that annexa writes sentences in.

#include <annexa/base/error.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// A language that annexa has all its texts in.
enum class Language : std::uint8_t {
  english,  ///< "en".
  german,   ///< "de".
  french,   ///< "fr".
};

/// The tag of each language, in order of the enumeration; columns of texts stand in this order too.
inline constexpr std::array<std::string_view, 3> languages{"en", "de", "fr"};

/// The tag of a language. @source{RFC 5646}
[[nodiscard]] constexpr std::string_view tag_of(Language language) noexcept {
  return languages[static_cast<std::size_t>(language)];
}

/// The language of a tag such as "de" or "de-CH", whatever its case; what follows the language does not matter. Nothing
/// if annexa has no texts in it. @source{RFC 5646}
[[nodiscard]] constexpr std::optional<Language> parse_language(std::string_view tag) noexcept {
  auto const primary = tag.substr(0, tag.find('-'));
  if (primary.size() != 2) return {};
  for (std::size_t i = 0; i < languages.size(); ++i)
    if ((primary[0] | 0x20) == languages[i][0] && (primary[1] | 0x20) == languages[i][1])
      return static_cast<Language>(i);
  return {};
}

/// True for what has the form of a tag: a language of two or three letters, then up to four groups of letters and
/// digits, such as "de" or "pt-BR". @source{RFC 5646}
[[nodiscard]] constexpr bool is_language_tag(std::string_view tag) noexcept {
  for (std::size_t group = 0; group < 5; ++group) {
    auto const part = tag.substr(0, tag.find('-'));
    for (char const c : part) {
      bool const letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && (group == 0 || c < '0' || c > '9')) return false;
    }
    if (part.empty() || part.size() > (group == 0 ? 3U : 8U) || (group == 0 && part.size() < 2)) return false;
    if (part.size() == tag.size()) return true;
    tag.remove_prefix(part.size() + 1);
  }
  return false;
}

/// The rules of languages.
namespace language_rules {
inline constexpr Rule unknown{"language.unknown", "There are no texts in \"{found}\"; en, de and fr are accepted.", "",
                              ErrorKind::usage};
inline constexpr Rule tag{"language.tag", "\"{found}\" is no tag of a language; such as de or pt-BR is accepted.",
                          "RFC 5646", ErrorKind::usage};
}  // namespace language_rules

}  // namespace v1
}  // namespace annexa
