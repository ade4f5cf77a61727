#pragma once
// Whose file it is, how it is set up, and how one of an older layout is brought up to date.

#include <annexa/base/uuid.hpp>
#include <annexa/journal/sqlite_store.hpp>

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sqlite_connection.hpp"

namespace annexa {
inline namespace v1 {
namespace sqlite {

// A table or trigger.
struct Object {
  std::string_view name;
  std::string_view sql;  // exactly as SQLite keeps it in its schema, so that an altered object is noticed
};

// One layout of the tables. All have event(position, bytes) and head(tenant, size, frontier), by which a migration is
// checked.
struct Layout {
  std::span<Object const> objects;                // by name, as they are read back
  std::span<std::size_t const> order;             // in which they are made: a table before its triggers
  std::span<std::string_view const> from_before;  // makes it of the layout before
  result<void> (*fill)(Connection&) = nullptr;    // puts what follows from the events into its new tables
};

// Computes the hashes of subtrees from the leaves.
[[nodiscard]] result<void> fill_subtrees(Connection& connection);

// Every layout there ever was; the first has number 1.
using History = std::span<Layout const>;

// The number of the file's layout; or why it is no journal, or one of the future.
[[nodiscard]] result<std::size_t> identify(Connection& connection, History history);

// Every setting is made and read back.
[[nodiscard]] result<void> set_up(Connection& connection, SqliteJournal journal);

// Back to the rollback journal, alone or not: what is closed is one file.
[[nodiscard]] result<void> come_to_rest(Connection& connection);

[[nodiscard]] result<void> compare_layout(Connection& connection, Layout const& layout);

// Makes the newest layout in an empty file.
[[nodiscard]] result<void> make_layout(Connection& connection, History history, Uuid const& tenant);

// Brings the file from layout @p from to the newest, in one transaction, after a copy of it was made beside it
// (PATH.layout-N). No event's byte changes: the tree over them is recomputed before and after.
[[nodiscard]] result<void> migrate(Connection& connection, History history, std::size_t from, bool has_own_vfs);

// What SQLite itself finds wrong with the file.
[[nodiscard]] result<std::vector<Violation>> check_integrity(Connection& connection,
                                                             std::function<bool()> const& proceed);

// Copies the database into a new file that holds nothing unused. @p path must not exist, or be empty.
[[nodiscard]] result<void> vacuum_into(Connection& connection, std::string const& path);

// SQLite takes some names for more than names: "", ":memory:", "file:…".
[[nodiscard]] inline std::string plain_path(std::string const& path) {
  return path.starts_with('/') ? path : "./" + path;
}

}  // namespace sqlite
}  // namespace v1
}  // namespace annexa
