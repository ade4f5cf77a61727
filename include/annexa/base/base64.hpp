#pragma once
/// @file
/// Bytes as text: Base 64.

#include <optional>
#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// @p bytes in the standard alphabet with padding. @source{RFC 4648 section 4}
[[nodiscard]] std::string to_base64(std::string_view bytes);

/// The bytes that @p text is the Base 64 of, or nothing unless to_base64() gives exactly that text again: other
/// characters, missing padding, and padding bits that are not zero are refused, so that one value has one spelling.
/// @source{RFC 4648 section 3.5}
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

}  // namespace v1
}  // namespace annexa
