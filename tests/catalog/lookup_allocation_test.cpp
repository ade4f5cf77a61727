#include <annexa/catalog/catalog.hpp>
#include <annexa/catalog/crosswalk.hpp>

#include <doctest/doctest.h>

#include <atomic>
#include <cstdlib>
#include <new>
#include <string>
#include <vector>

namespace {
std::atomic<std::size_t> allocations{0};
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
int const hooked = __sanitizer_install_malloc_and_free_hooks([](void const volatile*, std::size_t) { ++allocations; },
                                                             [](void const volatile*) {});
}
#else
void* operator new(std::size_t size) {
  ++allocations;
  if (void* const memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
namespace {
int const hooked = 1;
}
#endif

using namespace annexa;

TEST_SUITE("catalog/lookup_allocation") {
  TEST_CASE("counting works") {
    REQUIRE(hooked > 0);
    auto const before = allocations.load();
    std::vector<std::string> const some(3, std::string(100, 'x'));
    CHECK(allocations - before >= 4);
  }
  TEST_CASE("looking up any row, by text or by value, found or not, allocates nothing") {
    auto const& iso = iso27001_2022();
    auto const absent = std::string(1000, '9');
    std::size_t found = 0;
    auto const before = allocations.load();
    for (auto const& row : iso.requirements()) {
      found += iso.find(row.id) == &row;
      found += iso.find(Reference::parse(row.id).value()) == &row;
      found += row.reference.parent() && iso.find(*row.reference.parent());
      found += iso.find(absent) != nullptr;
      if (row.control) found += row.control->values(Attribute::control_type).contains("never");
      found += Catalog::cell(row, "summary")->empty();
    }
    found += iso.requirements(Pillar::support).size() + iso.controls(Theme::people).size() + iso.criteria().size();
    auto const after = allocations.load();
    CHECK(after - before == 0);
    CHECK(found > 500);
  }
  TEST_CASE("looking up any row of any catalog, and any mapping from either end, allocates nothing") {
    for (auto const& each : catalogs()) each.open();
    for (auto const& each : crosswalks()) {
      each.open();
      REQUIRE(find_crosswalk(each.to, each.from));
    }
    std::size_t found = 0;
    auto const before = allocations.load();
    for (auto const& each : catalogs())
      for (auto const& row : each.open().requirements()) found += find_catalog(each.id)->find(row.id) == &row;
    for (auto const& each : crosswalks())
      for (auto const& mapping : each.open().mappings()) {
        found += find_crosswalk(each.from, each.to)->find(mapping.source, mapping.target) == &mapping;
        found += !find_crosswalk(each.to, each.from)->of_source(mapping.target).empty();
        found += each.open().of_target(mapping.target).empty();
      }
    CHECK(allocations - before == 0);
    CHECK(found == 2019 + 2 * 2165);
  }
}
