#pragma once
/// @file
/// JSON Pointers: how a violation names its place in a document.

#include <cstddef>
#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// The pointer to the member @p name of the object at @p where; '~' and '/' in the name are escaped. @source{RFC 6901}
[[nodiscard]] inline std::string pointer_to(std::string_view where, std::string_view name) {
  std::string pointer(where);
  pointer += '/';
  for (char const c : name) {
    if (c == '~')
      pointer += "~0";
    else if (c == '/')
      pointer += "~1";
    else
      pointer += c;
  }
  return pointer;
}

/// The pointer to the element @p index, from 0, of the list at @p where. @source{RFC 6901}
[[nodiscard]] inline std::string pointer_to(std::string_view where, std::size_t index) {
  return std::string(where) + '/' + std::to_string(index);
}

}  // namespace v1
}  // namespace annexa
