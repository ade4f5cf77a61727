#pragma once
// Members of the objects that a document is made of, as long as they have the expected form.

#include <boost/json/value.hpp>
#include <string_view>

namespace annexa {
inline namespace v1 {
namespace oscal {

// The text under that name; empty if there is none or something else.
[[nodiscard]] inline std::string_view text_at(boost::json::object const& object, std::string_view name) noexcept {
  auto const* value = object.if_contains(name);
  return value && value->is_string() ? std::string_view(value->get_string()) : std::string_view();
}

// The object under that name, or null.
[[nodiscard]] inline boost::json::object const* object_at(boost::json::object const& object,
                                                          std::string_view name) noexcept {
  auto const* value = object.if_contains(name);
  return value ? value->if_object() : nullptr;
}

// The list under that name, or null.
[[nodiscard]] inline boost::json::array const* list_at(boost::json::object const& object,
                                                       std::string_view name) noexcept {
  auto const* value = object.if_contains(name);
  return value ? value->if_array() : nullptr;
}

// Calls @p visit for each object of the list under that name, with its place in the list.
template <class Visit>
void each_object(boost::json::object const& object, std::string_view name, Visit&& visit) {
  auto const* list = list_at(object, name);
  if (!list) return;
  for (std::size_t i = 0; i < list->size(); ++i)
    if (auto const* each = (*list)[i].if_object()) visit(*each, i);
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
