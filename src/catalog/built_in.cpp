#include <annexa/catalog/catalog.hpp>

#include <algorithm>

namespace annexa {
inline namespace v1 {
namespace {

constexpr BuiltInCatalog built_in[] = {
    {"iso27001-2022", iso27001_2022},
    {"iso27001-2013", iso27001_2013},
    {"soc2-tsc-2017", soc2_tsc_2017},
    {"hipaa-security-rule", hipaa_security_rule},
    {"gdpr", gdpr},
    {"nist-csf-2.0", nist_csf_2_0},
    {"nist-800-53-r5", nist_800_53_r5},
};

}  // namespace

std::span<BuiltInCatalog const> catalogs() noexcept { return built_in; }

Catalog const* find_catalog(std::string_view id) {
  auto const* found = std::ranges::find(built_in, id, &BuiltInCatalog::id);
  return found == std::end(built_in) ? nullptr : &found->open();
}

}  // namespace v1
}  // namespace annexa
