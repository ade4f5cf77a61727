#pragma once
// Lines of calendar files, their texts and times. @source{RFC 5545 3.1, 3.2, 3.3}

#include <annexa/base/instant.hpp>
#include <annexa/base/time_zone.hpp>
#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {
namespace calendar {

// Adds a content line: folded so that no line is longer than 75 octets and no character is cut.
void add_line(std::string& out, std::string_view line);

// A value of type TEXT, without control characters.
[[nodiscard]] std::string escaped(std::string_view text);

// A parameter's value in quotes, which may not hold quotes nor line ends.
[[nodiscard]] std::string quoted(std::string_view text);

// "20260302T090000Z".
[[nodiscard]] std::string form_two(Instant instant);

// "20260302T090000": what clocks show that are so far ahead of UTC.
[[nodiscard]] std::string form_one(Instant instant, int utc_offset);

// True for a mail address that is written in letters of ASCII.
[[nodiscard]] bool is_mail(std::string_view text);

// "mailto:" and the address, characters that a URI does not take being written as it wants them.
[[nodiscard]] std::string mail_uri(std::string_view address);

// True for the names of UTC, whose times need no zone.
[[nodiscard]] bool is_utc(std::string_view zone);

// Adds the component VTIMEZONE of a zone: each change of its clocks, none of them by a rule.
// @param first  when the first event begins.
void add_zone(std::string& out, TimeZone const& zone, Instant first);

}  // namespace calendar
}  // namespace v1
}  // namespace annexa
