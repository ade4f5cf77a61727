#pragma once
// Writes HTML and SVG: every text is escaped, and what is opened is closed.

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace report {

class Markup {
 public:
  struct Attribute {
    std::string_view name;
    std::string value;
  };
  using Attributes = std::initializer_list<Attribute>;
  // Begins an element. An attribute without value is left out.
  Markup& open(std::string_view tag, Attributes attributes = {});
  // Ends the innermost element.
  Markup& close();
  // An element that has no end: <meta> in HTML, <rect/> in SVG.
  Markup& empty(std::string_view tag, Attributes attributes = {});
  // An element with a text in it.
  Markup& element(std::string_view tag, Attributes attributes, std::string_view text);
  // A text, as text, whatever is in it.
  Markup& text(std::string_view text);
  // What is markup already.
  Markup& raw(std::string_view markup);
  // A line feed, where none shows.
  Markup& line();

  [[nodiscard]] std::string take() && { return std::move(out_); }

 private:
  void begin(std::string_view tag, Attributes attributes);

  std::string out_;
  std::vector<std::string> open_;
};

// The text as the value of an attribute or the contents of an element. Control characters and what is no UTF-8 become
// U+FFFD.
[[nodiscard]] std::string escaped(std::string_view text);

// The text without control characters and what is no UTF-8: those become U+FFFD. Line feeds and tabs stay.
[[nodiscard]] std::string clean(std::string_view text);

// The text as a string of a style sheet, with its quotes; at most @p most characters of it.
[[nodiscard]] std::string css_string(std::string_view text, std::size_t most);

// The first @p most characters, the last of them "…" if there were more.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t most);

// True if the text has a word so long that it has to be broken somewhere.
[[nodiscard]] bool has_long_word(std::string_view text) noexcept;

// The text with soft hyphens where long German words of the field are put together, so that they break there.
[[nodiscard]] std::string with_joints(std::string_view text);

// True if the text has characters of scripts that may run from right to left.
[[nodiscard]] bool may_run_left(std::string_view text) noexcept;

}  // namespace report
}  // namespace v1
}  // namespace annexa
