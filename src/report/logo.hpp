#pragma once
// Pictures that come from outside and go into reports.

#include <annexa/base/error.hpp>

#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {
namespace report {

inline constexpr std::size_t most_logo_bytes = 256 * 1024;

// Refuses what is no picture that a report may hold.
[[nodiscard]] result<void> check_logo(std::string_view bytes, std::string const& where);

// True for the first bytes of a PNG.
[[nodiscard]] bool is_png(std::string_view bytes) noexcept;

// What an SVG has that is more than drawing: an element or attribute, as it stands there; empty if there is none.
[[nodiscard]] std::string active_part(std::string_view svg);

}  // namespace report
}  // namespace v1
}  // namespace annexa
