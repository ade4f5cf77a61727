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

/// The rules of languages.
namespace language_rules {
inline constexpr Rule unknown{"language.unknown", "There are no texts in \"{found}\"; en, de and fr are accepted.", "",
                              ErrorKind::usage};
}  // namespace language_rules

}  // namespace v1
}  // namespace annexa
