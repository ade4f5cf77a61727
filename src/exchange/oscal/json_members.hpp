#pragma once
// Members of the objects that a document is made of, as long as they have the expected form.

#include <boost/json.hpp>
#include <cstddef>
#include <string_view>

#include "exchange/oscal/texts.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {

// The text under that name; empty if there is none.
[[nodiscard]] inline std::string_view plain_text_at(boost::json::object const& object, std::string_view member) {
  return text_at(object, member).value_or(std::string_view());
}

// Calls @p visit for each object of the list under that name, with its place in the list.
template <class Visit>
void each_object(boost::json::object const& object, std::string_view member, Visit&& visit) {
  auto const& list = list_at(object, member);
  for (std::size_t i = 0; i < list.size(); ++i)
    if (auto const* each = list[i].if_object()) visit(*each, i);
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
