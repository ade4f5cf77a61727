#pragma once
// The parts of a report in Markdown, for reports that are put together another way.

#include <annexa/report/document.hpp>

#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {
namespace report {

struct MarkdownParts {
  std::string cover;
  std::string body;    // every section
  std::string footer;  // what it rests on
};

// In the language that is spoken.
[[nodiscard]] MarkdownParts markdown_parts(Document const& document);
// The blocks of a section, without its heading and its subsections.
[[nodiscard]] std::string markdown_of_blocks(Section const& section);

// A text as text, in one line.
[[nodiscard]] std::string markdown_text(std::string_view text);

}  // namespace report
}  // namespace v1
}  // namespace annexa
