#pragma once
// Libraries that are loaded while the program runs, where they are there.

#include <string>

namespace annexa {
inline namespace v1 {
namespace platform {

// A shared library; stays loaded until the process ends. @return null if there is none of that name.
[[nodiscard]] void* load_library(char const* name) noexcept;

// A function of it, or null.
[[nodiscard]] void* find_function(void* library, char const* name) noexcept;

}  // namespace platform
}  // namespace v1
}  // namespace annexa
