#pragma once
// What a text is before it is parsed.

#include <annexa/exchange/oscal/model.hpp>

#include <optional>
#include <string_view>

namespace annexa {
inline namespace v1 {
namespace oscal {

// The model of a JSON document whose first member, or first but "$schema", is called like one; nothing for other texts.
// Looks at the first few KiB.
[[nodiscard]] std::optional<Model> sniff(std::string_view bytes) noexcept;

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
