#pragma once
/// @file
/// What must hold of a document before it is opened.

#include <annexa/catalog/own_catalog.hpp>

namespace annexa {
inline namespace v1 {
namespace detail {

/// Every violation of @p document, or none.
[[nodiscard]] Error check_document(CatalogDocument const& document, CatalogPlace const& place,
                                   CatalogLimits const& limits);

}  // namespace detail
}  // namespace v1
}  // namespace annexa
