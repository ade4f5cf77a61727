#pragma once
// The parts of a page, for pages that are put together another way.

#include <annexa/report/document.hpp>

#include <string>

namespace annexa {
inline namespace v1 {
namespace report {

struct HtmlParts {
  std::string head;      // what stands in <head>: policy, title, style sheet
  std::string style;     // the <style> element alone
  std::string cover;     // <header>
  std::string contents;  // <nav>
  std::string body;      // every section
  std::string footer;    // <footer>
  std::string script;    // the <script> that the policy allows
};

// In the language that is spoken.
[[nodiscard]] HtmlParts html_parts(Document const& document);
// The blocks of a section, without its heading and its subsections.
[[nodiscard]] std::string html_of_blocks(Document const& document, Section const& section);

}  // namespace report
}  // namespace v1
}  // namespace annexa
