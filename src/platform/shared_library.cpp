#include "shared_library.hpp"

#include <dlfcn.h>

namespace annexa {
inline namespace v1 {
namespace platform {

SharedLibrary::SharedLibrary(std::span<char const* const> names) {
  for (char const* const name : names) {
    library_ = ::dlopen(name, RTLD_NOW | RTLD_LOCAL);
    if (library_) break;
    char const* const why = ::dlerror();
    if (failure_.empty()) failure_ = why ? why : name;
  }
  if (library_) failure_.clear();
}

Symbol SharedLibrary::find(char const* name) const noexcept {
  return library_ ? reinterpret_cast<Symbol>(::dlsym(library_, name)) : nullptr;
}

}  // namespace platform
}  // namespace v1
}  // namespace annexa
