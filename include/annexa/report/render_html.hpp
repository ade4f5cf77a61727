#pragma once
/// @file
/// A document as HTML.

#include <annexa/report/document.hpp>

#include <string>

namespace annexa {
inline namespace v1 {
namespace report {

/// The document as one HTML file that needs nothing else: no network, no font. It is complete without script; where
/// scripts may run, one in the file searches, sorts tables, folds sections and links to them. For screen (light and
/// dark, from a phone to a wall) and for print (A4 or Letter, page numbers, repeated table heads).
///
/// Every text is shown as text, whatever is in it; what is no well-formed UTF-8 and control characters become U+FFFD. A
/// Content-Security-Policy in the file forbids everything but its own style sheet and script, each named by its
/// SHA-256. The same document gives the same bytes.
/// @par Cost
/// Linear in the document.
[[nodiscard]] std::string render_html(Document const& document);

}  // namespace report
}  // namespace v1
}  // namespace annexa
