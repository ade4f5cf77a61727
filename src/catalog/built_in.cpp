#include <annexa/catalog/catalog.hpp>

#include <algorithm>

namespace annexa {
inline namespace v1 {
namespace {

constexpr BuiltInCatalog built_in[] = {
    {"iso27001-2022", iso27001_2022},
};

}  // namespace

std::span<BuiltInCatalog const> catalogs() noexcept { return built_in; }

Catalog const* find_catalog(std::string_view id) {
  auto const* found = std::ranges::find(built_in, id, &BuiltInCatalog::id);
  return found == std::end(built_in) ? nullptr : &found->open();
}

}  // namespace v1
}  // namespace annexa
