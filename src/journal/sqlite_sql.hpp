#pragma once
// All SQL of the SQLite store. Values come only through parameters.

#include <array>
#include <string_view>

#include "sqlite_layout.hpp"

namespace annexa {
inline namespace v1 {
namespace sqlite_sql {

// ---- The layout, version 1

using sqlite::Object;

// By name, as they are read back. The triggers guard against accidents; against attackers there is the tree.
inline constexpr std::array layout{
    Object{"event", R"(CREATE TABLE event (
  position INTEGER PRIMARY KEY CHECK (position >= 0),
  id       BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
  stream   BLOB    NOT NULL CHECK (length(stream) = 16),
  version  INTEGER NOT NULL CHECK (version >= 1),
  leaf     BLOB    NOT NULL CHECK (length(leaf) = 32),
  bytes    BLOB    NOT NULL CHECK (length(bytes) BETWEEN 2 AND 65535),
  UNIQUE (stream, version)
) STRICT)"},
    Object{"event_is_final", R"(CREATE TRIGGER event_is_final BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'events are never changed'); END)"},
    Object{"event_stays", R"(CREATE TRIGGER event_stays BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END)"},
    Object{"head", R"(CREATE TABLE head (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  tenant   BLOB    NOT NULL CHECK (length(tenant) = 16),
  size     INTEGER NOT NULL CHECK (size >= 0),
  frontier BLOB    NOT NULL CHECK (length(frontier) <= 2016 AND length(frontier) % 32 = 0)
) STRICT)"},
    Object{"head_grows",
           R"(CREATE TRIGGER head_grows BEFORE UPDATE ON head WHEN NEW.size < OLD.size OR NEW.tenant <> OLD.tenant
BEGIN SELECT RAISE(ABORT, 'a journal only grows'); END)"},
    Object{"head_stays", R"(CREATE TRIGGER head_stays BEFORE DELETE ON head
BEGIN SELECT RAISE(ABORT, 'a journal keeps its head'); END)"},
    Object{"personal", R"(CREATE TABLE personal (
  commitment BLOB NOT NULL PRIMARY KEY CHECK (length(commitment) = 32),
  salt       BLOB NOT NULL CHECK (length(salt) = 32),
  value      BLOB NOT NULL CHECK (length(value) <= 65535)
) STRICT, WITHOUT ROWID)"},
};

// Tables must exist before their triggers; by name alone they would not.
inline constexpr std::array<std::size_t, layout.size()> creation_order{0, 3, 6, 1, 2, 4, 5};

inline constexpr std::array history{sqlite::Layout{layout, creation_order, {}}};
static_assert(history.size() == sqlite_schema_version);

inline constexpr std::string_view count_objects = "SELECT count(*) FROM sqlite_schema";
inline constexpr std::string_view mark_application = "PRAGMA application_id = 0x414E5841";
inline constexpr std::string_view read_layout =
    "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND substr(name, 1, 7) <> 'sqlite_' "
    "ORDER BY name COLLATE BINARY";

// ---- Settings, each read back after it was made

struct Setting {
  std::string_view set;
  std::string_view read;
  std::string_view expected;
};

// synchronous comes before journal_mode: a change of mode commits, and only EXTRA makes that commit final.
inline constexpr Setting final_commits{"PRAGMA synchronous = EXTRA", "PRAGMA synchronous", "3"};
inline constexpr std::array rollback_settings{
    final_commits,
    Setting{"PRAGMA journal_mode = DELETE", "PRAGMA journal_mode", "delete"},
};
inline constexpr std::array write_ahead_settings{
    final_commits,
    Setting{"PRAGMA journal_mode = WAL", "PRAGMA journal_mode", "wal"},
    Setting{"PRAGMA synchronous = FULL", "PRAGMA synchronous", "2"},
};
inline constexpr std::array settings{
    Setting{"PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", "1"},
    Setting{"PRAGMA trusted_schema = OFF", "PRAGMA trusted_schema", "0"},
    Setting{"PRAGMA cell_size_check = ON", "PRAGMA cell_size_check", "1"},
    Setting{"PRAGMA mmap_size = 0", "PRAGMA mmap_size", "0"},
    // Erased personal texts are overwritten, not only unlinked.
    Setting{"PRAGMA secure_delete = ON", "PRAGMA secure_delete", "1"},
};

inline constexpr std::string_view alone = "PRAGMA locking_mode = EXCLUSIVE";
// The read lets go of the lock, and of the rollback journal that an exclusive connection keeps.
inline constexpr std::array<std::string_view, 2> rest{"PRAGMA locking_mode = NORMAL", count_objects};

// ---- Statements

inline constexpr std::string_view insert_head = "INSERT INTO head (id, tenant, size, frontier) VALUES (1, ?, 0, x'')";
inline constexpr std::string_view select_head = "SELECT tenant, size, frontier FROM head";
inline constexpr std::string_view update_head = "UPDATE head SET size = ?, frontier = ?";
inline constexpr std::string_view select_end = "SELECT max(position) FROM event";
inline constexpr std::string_view select_page =
    "SELECT position, id, stream, version, leaf, bytes FROM event WHERE position >= ? ORDER BY position LIMIT ?";
inline constexpr std::string_view select_bytes = "SELECT bytes FROM event ORDER BY position";
inline constexpr std::string_view select_position = "SELECT position FROM event WHERE id = ?";
inline constexpr std::string_view select_version = "SELECT max(version) FROM event WHERE stream = ?";
inline constexpr std::string_view insert_event =
    "INSERT INTO event (position, id, stream, version, leaf, bytes) VALUES (?, ?, ?, ?, ?, ?)";
inline constexpr std::string_view select_personal = "SELECT salt, value FROM personal WHERE commitment = ?";
inline constexpr std::string_view insert_personal =
    "INSERT INTO personal (commitment, salt, value) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
inline constexpr std::string_view delete_personal = "DELETE FROM personal WHERE commitment = ?";

}  // namespace sqlite_sql
}  // namespace v1
}  // namespace annexa
