#pragma once
// Numbers in sentences.

#include <cstdint>
#include <string>

namespace annexa {
inline namespace v1 {

// "1 session", "2 sessions".
inline std::string counted(std::int64_t number, char const* one, char const* many) {
  return std::to_string(number) + ' ' + (number == 1 ? one : many);
}

}  // namespace v1
}  // namespace annexa
