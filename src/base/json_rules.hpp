#pragma once
// The rules that JSON input can break.

#include <annexa/base/error.hpp>

namespace annexa {
inline namespace v1 {
namespace json_rules {

inline constexpr Rule syntax{"json.syntax", "This is not JSON: {reason}.", "RFC 8259", ErrorKind::usage};
inline constexpr Rule empty{"json.empty", "There is no JSON text here.", "RFC 8259", ErrorKind::usage};
inline constexpr Rule duplicate_key{"json.duplicate-key", "The key \"{key}\" stands twice in one object.", "RFC 8259",
                                    ErrorKind::usage};
inline constexpr Rule too_deep{"json.too-deep", "Objects and lists are nested deeper than {limit} levels.", "",
                               ErrorKind::usage};
inline constexpr Rule too_large{"json.too-large", "The text has {size} bytes; the limit is {limit}.", "",
                                ErrorKind::usage};
inline constexpr Rule floating_point{
    "json.floating-point", "A number with a fraction or exponent stands here; write it as text, such as \"12.50\".",
    "RFC 8785", ErrorKind::usage};
inline constexpr Rule integer_range{"json.integer-range", "The number {found} is beyond ±(2^53 - 1).", "RFC 8785",
                                    ErrorKind::usage};
inline constexpr Rule control{"json.control",
                              "A text has a control character; tabs and line ends are the only ones accepted.", "",
                              ErrorKind::usage};
inline constexpr Rule not_utf8{"json.not-utf8", "A text is not valid UTF-8.", "RFC 8259", ErrorKind::usage};
inline constexpr Rule unknown_member{"json.unknown-member", "There is no member \"{found}\" here. {hint}", "",
                                     ErrorKind::usage};
inline constexpr Rule missing_member{"json.missing-member", "The member \"{member}\" is missing; it takes {expected}.",
                                     "", ErrorKind::usage};
inline constexpr Rule managed_member{
    "json.managed-member", "\"{member}\" follows from other commands; leave it out here.", "", ErrorKind::usage};
inline constexpr Rule wrong_type{"json.wrong-type", "Found {found}; expected {expected}.", "", ErrorKind::usage};
inline constexpr Rule bad_value{"json.bad-value", "Found \"{found}\"; expected {expected}.", "", ErrorKind::usage};

}  // namespace json_rules
}  // namespace v1
}  // namespace annexa
