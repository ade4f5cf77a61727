#pragma once
// What the look of a host comes to in HTML. Documents may be a host's own, so what is not as it should be is left out.

#include <annexa/report/document.hpp>

#include <string>

namespace annexa {
inline namespace v1 {
namespace report {

// The logo's data URI, or empty.
[[nodiscard]] std::string safe_logo(Document const& document);

// Rules that stand behind those of the style sheet, or empty.
[[nodiscard]] std::string branding_style(Document const& document);

}  // namespace report
}  // namespace v1
}  // namespace annexa
