#pragma once
/// @file
/// What crosses interfaces as a document and is neither record nor command.

#include <annexa/base/type.hpp>

#include <span>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// The types of all such documents: requests and proposals of the planner, what reviews come to, catalogs, queries.
/// json_schema() tells what they hold.
[[nodiscard]] std::span<Type const* const> document_types() noexcept;

/// The type of the document of that name, or null.
[[nodiscard]] Type const* find_document_type(std::string_view name) noexcept;

}  // namespace v1
}  // namespace annexa
