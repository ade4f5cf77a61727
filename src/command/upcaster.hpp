#pragma once
// How events of older versions are read: one table lifts them, version by version.

#include <boost/json.hpp>
#include <optional>
#include <span>
#include <string_view>

namespace annexa {
inline namespace v1 {

// The version in which events of a kind are written now.
struct EventKind {
  std::string_view name;
  int version;
};

// Lifts the data of one kind from one version to the next.
struct Upcaster {
  std::string_view kind;
  int from;
  void (*lift)(boost::json::object& data);
};

// Kinds whose present version is not 1, and kinds that no command of today has. Every command's name is a kind of
// version 1.
[[nodiscard]] std::span<EventKind const> event_kinds() noexcept;

// All upcasters. A row is never removed: the journals of every release stay readable.
[[nodiscard]] std::span<Upcaster const> upcasters() noexcept;

// The data of an event of @p kind ("nonconformity.issue/1") as today's version has them; nothing if the kind or its
// version is unknown, or a row is missing.
[[nodiscard]] std::optional<boost::json::value> lift(std::string_view kind, boost::json::value const& data,
                                                     std::span<Upcaster const> upcasters,
                                                     std::span<EventKind const> kinds);

// "nonconformity.issue" and 1 as "nonconformity.issue/1", in today's version.
[[nodiscard]] std::string current_kind(std::string_view name);

}  // namespace v1
}  // namespace annexa
