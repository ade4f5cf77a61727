#pragma once
// Reads templates: checks every tag against the record that it stands in, and says what stands where.

#include <annexa/report/report_view.hpp>
#include <annexa/report/template.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace report {

// One step from a record to what is in it.
struct TemplateStep {
  Member const* member = nullptr;  // null for the element of a list that has the anchor
  std::string anchor;
};

// What a tag stands for.
struct TemplateSlot {
  std::size_t up = 0;               // how many records out from the one at hand the steps begin
  std::vector<TemplateStep> steps;  // none: the one itself
  Type const* type = nullptr;       // of what they lead to
  bool markup = false;              // true if it is shown as it is
  bool section = false;             // true if it begins a section
  std::size_t bytes = 0;            // of text directly in a section
};

// A template that is in order, for the library that fills it: its parts in place, its names replaced by the numbers of
// slots, its delimiters and blanks by characters that no text has. So every line end that is left is one that shows.
struct ReadTemplate {
  std::string text;
  std::vector<TemplateSlot> slots;
};
inline constexpr char open_mark = '\x01';
inline constexpr char close_mark = '\x02';
// Blanks and line ends, each of which the library would keep by itself, and what stands for them.
struct BlankMark {
  char blank;
  char mark;
};
inline constexpr std::array blank_marks{BlankMark{'\n', '\x03'}, BlankMark{'\r', '\x04'}, BlankMark{' ', '\x05'},
                                        BlankMark{'\t', '\x06'}};

// What is in a list of records that have anchors is taken by its anchor; an option is taken for what is in it.
[[nodiscard]] Type const& within_options(Type const& type) noexcept;

[[nodiscard]] result<ReadTemplate> read_template(Template const& with, Type const& view);

}  // namespace report
}  // namespace v1
}  // namespace annexa
