#include "libraries.hpp"

#include <dlfcn.h>

namespace annexa {
inline namespace v1 {
namespace platform {

void* load_library(char const* name) noexcept { return dlopen(name, RTLD_NOW | RTLD_LOCAL); }

void* find_function(void* library, char const* name) noexcept { return dlsym(library, name); }

}  // namespace platform
}  // namespace v1
}  // namespace annexa
