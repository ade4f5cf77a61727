#include "support/allocations.hpp"

#include <atomic>
#include <cstdlib>
#include <new>

namespace {
std::atomic<std::size_t> allocation_count{0};
}

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ALLOCATIONS_ARE_HOOKED
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define ALLOCATIONS_ARE_HOOKED
#endif

#ifdef ALLOCATIONS_ARE_HOOKED  // the sanitizer has its own operators, and tells of each allocation
extern "C" int __sanitizer_install_malloc_and_free_hooks(void (*)(void const volatile*, std::size_t),
                                                         void (*)(void const volatile*));
namespace {
int const hooked = __sanitizer_install_malloc_and_free_hooks(
    [](void const volatile*, std::size_t) { ++allocation_count; }, [](void const volatile*) {});
}
#else
void* operator new(std::size_t size) {
  ++allocation_count;
  if (void* const memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
namespace {
int const hooked = 1;
}
#endif

namespace annexa::testing {

std::size_t allocations() noexcept { return allocation_count.load(); }
bool counts_allocations() noexcept { return hooked > 0; }

}  // namespace annexa::testing
