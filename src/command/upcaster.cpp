#include "upcaster.hpp"

#include <algorithm>
#include <annexa/command/command.hpp>
#include <charconv>

namespace annexa {
inline namespace v1 {
namespace {

namespace json = boost::json;

constexpr std::array<EventKind, 1> changed_kinds{{{"override.record", 1}}};

int version_of(std::string_view name, std::span<EventKind const> table) {
  auto const row = std::ranges::find(table, name, &EventKind::name);
  if (row != table.end()) return row->version;
  return find_command(name) ? 1 : 0;
}

}  // namespace

std::span<EventKind const> event_kinds() noexcept { return changed_kinds; }

std::span<Upcaster const> upcasters() noexcept { return {}; }

std::optional<json::value> lift(std::string_view kind, json::value const& data, std::span<Upcaster const> table,
                                std::span<EventKind const> known) {
  auto const slash = kind.rfind('/');
  if (slash == kind.npos) return {};
  auto const name = kind.substr(0, slash);
  int version = 0;
  auto const* const end = kind.data() + kind.size();
  auto const read = std::from_chars(kind.data() + slash + 1, end, version);
  int const present = version_of(name, known);
  if (read.ec != std::errc{} || read.ptr != end || version < 1 || version > present) return {};
  json::value lifted = data;
  for (; version < present; ++version) {
    auto const row =
        std::ranges::find_if(table, [&](Upcaster const& each) { return each.kind == name && each.from == version; });
    if (row == table.end() || !lifted.is_object()) return {};
    row->lift(lifted.get_object());
  }
  return lifted;
}

std::string current_kind(std::string_view name) {
  return std::string(name) + '/' + std::to_string(version_of(name, event_kinds()));
}

}  // namespace v1
}  // namespace annexa
