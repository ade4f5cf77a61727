#pragma once
/// @file
/// A document as Markdown.

#include <annexa/report/document.hpp>

#include <string>

namespace annexa {
inline namespace v1 {
namespace report {

/// The document as Markdown (CommonMark with the tables of GitHub), for people who keep reports beside their code, and
/// for whatever else takes Markdown. It says what the HTML says; a chart stands as a table of its values.
///
/// Every text is shown as text, whatever is in it: what Markdown or HTML would read as markup is escaped. Anchors are
/// empty `<a id>` elements, the only HTML in it. The same document gives the same bytes.
/// @par Cost
/// Linear in the document.
/// @source{RFC 7763}
[[nodiscard]] std::string render_markdown(Document const& document);

}  // namespace report
}  // namespace v1
}  // namespace annexa
