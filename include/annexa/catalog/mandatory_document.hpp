#pragma once
/// @file
/// Documents that an auditor asks to see.

#include <annexa/catalog/reference.hpp>
#include <annexa/catalog/vocabulary.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// Why a document is asked for.
enum class DocumentBasis : std::uint8_t {
  required,   ///< The clause asks for documented information.
  customary,  ///< The usual proof of a clause that does not itself ask for documented information.
  annex_a,    ///< Needed when the statement of applicability includes the control.
};
/// @cond INTERNAL
template <>
inline constexpr std::array<std::string_view, 3> words_of<DocumentBasis>{"required", "customary", "annex_a"};
/// @endcond

/// A document or record that an auditor asks to see. Its name is our own wording and lives as long as the catalog.
/// @source{7.5.1}
struct MandatoryDocument {
  Reference reference;                            ///< The clause, item or control that it proves.
  std::string_view document;                      ///< What it is.
  DocumentBasis basis = DocumentBasis::required;  ///< Why it is asked for.
};

}  // namespace v1
}  // namespace annexa
