#pragma once
/// @file
/// What is shown of a requirement: its title in a language, and the wording of a standard where somebody has a licence.

#include <annexa/base/describe.hpp>
#include <annexa/base/error.hpp>
#include <annexa/catalog/catalog.hpp>

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

/// Where a wording comes from.
enum class WordingBasis : std::uint8_t {
  printed,      ///< The catalog's own title and summary, in the language it is written in.
  own,          ///< A translation made for annexa; that of the official edition may differ.
  translation,  ///< A translation that the catalog itself brings along.
  licensed,     ///< Handed in by the host, which answers for the right to show it.
};
/// @cond INTERNAL
template <>
inline constexpr std::array<std::string_view, 4> words_of<WordingBasis>{"printed", "own", "translation", "licensed"};
/// @endcond

/// What is shown of a requirement.
struct Wording {
  std::string title;                           ///< Heading.
  std::string text;                            ///< Summary, or the licensed text.
  WordingBasis basis = WordingBasis::printed;  ///< Where it comes from.
  friend bool operator==(Wording const&, Wording const&) = default;
};

/// By this a licence holder shows the wording of a standard that annexa does not ship: given the ids of catalog and
/// requirement and a language ("en"), it answers the text, or nothing. It is asked whenever something is shown; what it
/// answers is put into no journal and no state. A title that is left empty is filled in by the catalog.
/// @par Threads
/// Called on the thread that shows. It must not throw.
using TextHook =
    std::function<std::optional<Wording>(std::string_view catalog, std::string_view id, std::string_view language)>;

/// What is to be shown of @p row: what @p hook answers, else a translation, else what the catalog says. Built-in
/// translations into German and French are there for the titles of ISO/IEC 27001:2022; summaries stay as they are.
[[nodiscard]] Wording wording_of(Catalog const& catalog, Requirement const& row, std::string_view language,
                                 TextHook const& hook = {});

/// What is to be shown of a requirement for which its catalog says @p own: what @p hook answers, with a title that is
/// left empty filled in from @p own; else @p own.
[[nodiscard]] Wording licensed_wording(std::string_view catalog, std::string_view id, std::string_view language,
                                       Wording own, TextHook const& hook);

/// A licensed text of one requirement.
struct LicensedText {
  static constexpr std::string_view type_name = "licensed-text";  ///< Name in the schema.
  std::string id;                                                 ///< Id of the requirement.
  std::string language;                                           ///< Language; every language when empty.
  std::string title;                                              ///< Heading; that of the catalog when empty.
  std::string text;                                               ///< The text.
  friend bool operator==(LicensedText const&, LicensedText const&) = default;
};
BOOST_DESCRIBE_STRUCT(LicensedText, (), (id, language, title, text))
ANNEXA_TYPE_TABLE(LicensedText)

/// The licensed texts of a catalog, for hosts that keep them in a document. @see hook_of()
struct LicensedTexts {
  static constexpr std::string_view type_name = "licensed-texts";  ///< Name in the schema.
  std::string catalog;                                             ///< Id of the catalog.
  std::vector<LicensedText> texts;                                 ///< The texts.
  friend bool operator==(LicensedTexts const&, LicensedTexts const&) = default;
};
BOOST_DESCRIBE_STRUCT(LicensedTexts, (), (catalog, texts))
ANNEXA_TYPE_TABLE(LicensedTexts)

/// A hook that answers from a document. @return it, or usage errors catalog.unknown and catalog.no-such-requirement for
/// texts of what is not there.
[[nodiscard]] result<TextHook> hook_of(Catalog const& catalog, LicensedTexts texts);

}  // namespace v1
}  // namespace annexa
