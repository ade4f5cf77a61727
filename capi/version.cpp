#include <annexa/base/error.hpp>

#include "arguments.hpp"
#include "guard.hpp"

#ifndef ANNEXA_CORE_ONLY
namespace annexa {
inline namespace v1 {
[[nodiscard]] bool
has_postgres();  // declared again: a source that includes a room beyond the core is left out of the core
}  // namespace v1
}  // namespace annexa
#endif

namespace {

// The parts that a build may leave out, or that need something of the system, and whether they are here.
struct Feature {
  std::string_view name;
  bool (*here)();
};
constexpr Feature features[] = {
#ifdef ANNEXA_CORE_ONLY
    {"workspace", [] { return false; }}, {"postgres", [] { return false; }},
#else
    {"workspace", [] { return true; }},  {"postgres", annexa::has_postgres},
#endif
#ifdef ANNEXA_WITH_TEMPLATES
    {"templates", [] { return true; }},
#else
    {"templates", [] { return false; }},
#endif
#ifdef ANNEXA_WITH_XLSX
    {"xlsx", [] { return true; }},
#else
    {"xlsx", [] { return false; }},
#endif
#ifdef ANNEXA_WITH_YAML
    {"yaml", [] { return true; }},
#else
    {"yaml", [] { return false; }},
#endif
};

// All kinds, whose names are those of their statuses.
constexpr annexa::ErrorKind kinds[] = {annexa::ErrorKind::usage,     annexa::ErrorKind::rule,
                                       annexa::ErrorKind::conflict,  annexa::ErrorKind::storage,
                                       annexa::ErrorKind::integrity, annexa::ErrorKind::no_memory,
                                       annexa::ErrorKind::cancelled, annexa::ErrorKind::internal};

char const* name_of_status(annexa_status status) {
  if (status == ANNEXA_OK) return "ok";
  for (auto const kind : kinds)
    if (static_cast<annexa_status>(kind) == status) return annexa::name_of(kind).data();
  return "unknown";
}

static_assert(ANNEXA_E_USAGE == static_cast<annexa_status>(annexa::ErrorKind::usage));
static_assert(ANNEXA_E_RULE == static_cast<annexa_status>(annexa::ErrorKind::rule));
static_assert(ANNEXA_E_CONFLICT == static_cast<annexa_status>(annexa::ErrorKind::conflict));
static_assert(ANNEXA_E_STORAGE == static_cast<annexa_status>(annexa::ErrorKind::storage));
static_assert(ANNEXA_E_INTEGRITY == static_cast<annexa_status>(annexa::ErrorKind::integrity));
static_assert(ANNEXA_E_NO_MEMORY == static_cast<annexa_status>(annexa::ErrorKind::no_memory));
static_assert(ANNEXA_E_CANCELLED == static_cast<annexa_status>(annexa::ErrorKind::cancelled));
static_assert(ANNEXA_E_INTERNAL == static_cast<annexa_status>(annexa::ErrorKind::internal));

}  // namespace

using namespace annexa::capi;

char const* annexa_status_name(annexa_status status) {
  return otherwise<char const*>("unknown", [&] { return name_of_status(status); });
}

uint32_t annexa_version(void) {
  return otherwise<uint32_t>(0, [] { return uint32_t{ANNEXA_VERSION_NUMBER}; });
}

char const* annexa_version_text(void) {
  return otherwise<char const*>("", [] { return ANNEXA_VERSION_TEXT; });
}

uint32_t annexa_abi_version(void) {
  return otherwise<uint32_t>(0, [] { return uint32_t{1}; });
}

int32_t annexa_feature(char const* name, size_t name_size) {
  return otherwise<int32_t>(0, [&]() -> int32_t {
    auto const wanted = read_name({name, name_size, "name"});
    for (auto const& each : features)
      if (wanted && each.name == *wanted) return each.here() ? 1 : 0;
    return 0;
  });
}
