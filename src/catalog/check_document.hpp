#pragma once
/// @file
/// What must hold of a document before it is opened.

#include <annexa/catalog/own_catalog.hpp>

#include <cstdint>

namespace annexa {
inline namespace v1 {
namespace detail {

/// What a document is checked for.
enum class DocumentUse : std::uint8_t {
  adopting,   ///< It is new: everything must hold.
  reopening,  ///< It was adopted once, possibly by another annexa: only what opening it takes must hold.
};

/// True if this annexa has what a row is mapped to, and knows the relationship.
[[nodiscard]] bool is_followed(CatalogMapping const& mapping);

/// Every violation of @p document, or none.
[[nodiscard]] Error check_document(CatalogDocument const& document, CatalogPlace const& place,
                                   CatalogLimits const& limits, DocumentUse use = DocumentUse::adopting);

}  // namespace detail
}  // namespace v1
}  // namespace annexa
