#pragma once
// What names in a template lead to.

#include "template_reader.hpp"

namespace annexa {
inline namespace v1 {
namespace report {

// A name, looked up in the record at hand and those around it, the innermost last.
struct FoundName {
  TemplateSlot slot;
  // Where it is not found: the part of it that no record has, the record, and what might have been meant.
  std::string missing{};
  std::string record{};
  std::string hint{};
};
[[nodiscard]] FoundName find_name(std::vector<Type const*> const& around, std::string_view name);

// True for members of the view that are written as they are.
[[nodiscard]] bool is_markup(Type const& type, std::string_view member) noexcept;

// True for what a value tag can show.
[[nodiscard]] bool is_value(Type const& type) noexcept;

// "a list", "a record", "yes or no": what a value tag cannot show.
[[nodiscard]] std::string_view sort_of(Type const& type) noexcept;

}  // namespace report
}  // namespace v1
}  // namespace annexa
