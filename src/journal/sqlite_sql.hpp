#pragma once
// All SQL of the SQLite store. Values come only through parameters.

#include <array>
#include <string_view>

#include "sqlite_layout.hpp"

namespace annexa {
inline namespace v1 {
namespace sqlite_sql {

// ---- The layouts

using sqlite::Object;

// The triggers guard against accidents; against attackers there is the tree.
inline constexpr Object event{"event", R"(CREATE TABLE event (
  position INTEGER PRIMARY KEY CHECK (position >= 0),
  id       BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
  stream   BLOB    NOT NULL CHECK (length(stream) = 16),
  version  INTEGER NOT NULL CHECK (version >= 1),
  leaf     BLOB    NOT NULL CHECK (length(leaf) = 32),
  bytes    BLOB    NOT NULL CHECK (length(bytes) BETWEEN 2 AND 65535),
  UNIQUE (stream, version)
) STRICT)"};
inline constexpr Object event_is_final{"event_is_final", R"(CREATE TRIGGER event_is_final BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'events are never changed'); END)"};
inline constexpr Object event_stays{"event_stays", R"(CREATE TRIGGER event_stays BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END)"};
inline constexpr Object head{"head", R"(CREATE TABLE head (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  tenant   BLOB    NOT NULL CHECK (length(tenant) = 16),
  size     INTEGER NOT NULL CHECK (size >= 0),
  frontier BLOB    NOT NULL CHECK (length(frontier) <= 2016 AND length(frontier) % 32 = 0)
) STRICT)"};
inline constexpr Object head_grows{
    "head_grows",
    R"(CREATE TRIGGER head_grows BEFORE UPDATE ON head WHEN NEW.size < OLD.size OR NEW.tenant <> OLD.tenant
BEGIN SELECT RAISE(ABORT, 'a journal only grows'); END)"};
inline constexpr Object head_stays{"head_stays", R"(CREATE TRIGGER head_stays BEFORE DELETE ON head
BEGIN SELECT RAISE(ABORT, 'a journal keeps its head'); END)"};
inline constexpr Object personal{"personal", R"(CREATE TABLE personal (
  commitment BLOB NOT NULL PRIMARY KEY CHECK (length(commitment) = 32),
  salt       BLOB NOT NULL CHECK (length(salt) = 32),
  value      BLOB NOT NULL CHECK (length(value) <= 65535)
) STRICT, WITHOUT ROWID)"};

// Since layout 2: data too large for their event,
inline constexpr Object blob{"blob", R"(CREATE TABLE blob (
  sha256 BLOB NOT NULL PRIMARY KEY CHECK (length(sha256) = 32),
  bytes  BLOB NOT NULL CHECK (length(bytes) BETWEEN 2 AND 16777216)
) STRICT)"};
inline constexpr Object blob_is_final{"blob_is_final", R"(CREATE TRIGGER blob_is_final BEFORE UPDATE ON blob
BEGIN SELECT RAISE(ABORT, 'blobs are never changed'); END)"};
inline constexpr Object blob_stays{"blob_stays", R"(CREATE TRIGGER blob_stays BEFORE DELETE ON blob
BEGIN SELECT RAISE(ABORT, 'blobs are never deleted'); END)"};
// the hashes of the tree at levels 8, 16, …, for proofs,
inline constexpr Object subtree{"subtree", R"(CREATE TABLE subtree (
  level  INTEGER NOT NULL CHECK (level BETWEEN 8 AND 56 AND level % 8 = 0),
  number INTEGER NOT NULL CHECK (number >= 0),
  hash   BLOB    NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (level, number)
) STRICT, WITHOUT ROWID)"};
inline constexpr Object subtree_is_final{"subtree_is_final", R"(CREATE TRIGGER subtree_is_final BEFORE UPDATE ON subtree
BEGIN SELECT RAISE(ABORT, 'hashes are never changed'); END)"};
inline constexpr Object subtree_stays{"subtree_stays", R"(CREATE TRIGGER subtree_stays BEFORE DELETE ON subtree
BEGIN SELECT RAISE(ABORT, 'hashes are never deleted'); END)"};
// and the state that the first events fold to, in parts.
inline constexpr Object snapshot{"snapshot", R"(CREATE TABLE snapshot (
  id         INTEGER PRIMARY KEY CHECK (id = 1),
  form       BLOB    NOT NULL CHECK (length(form) BETWEEN 1 AND 255),
  size       INTEGER NOT NULL CHECK (size >= 0),
  root       BLOB    NOT NULL CHECK (length(root) = 32),
  generation INTEGER NOT NULL
) STRICT)"};
inline constexpr Object snapshot_part{"snapshot_part", R"(CREATE TABLE snapshot_part (
  generation INTEGER NOT NULL,
  number     INTEGER NOT NULL CHECK (number >= 0),
  bytes      BLOB    NOT NULL CHECK (length(bytes) <= 16777216),
  PRIMARY KEY (generation, number)
) STRICT)"};

// By name, as they are read back.
inline constexpr std::array first_layout{event, event_is_final, event_stays, head, head_grows, head_stays, personal};
inline constexpr std::array layout{blob,    blob_is_final,    blob_stays,   event,    event_is_final, event_stays,
                                   head,    head_grows,       head_stays,   personal, snapshot,       snapshot_part,
                                   subtree, subtree_is_final, subtree_stays};

// Tables must exist before their triggers; by name alone they would not.
inline constexpr std::array<std::size_t, first_layout.size()> first_order{0, 3, 6, 1, 2, 4, 5};
inline constexpr std::array<std::size_t, layout.size()> creation_order{0, 3, 6, 9, 10, 11, 12, 1,
                                                                       2, 4, 5, 7, 8,  13, 14};

inline constexpr std::array<std::string_view, 8> from_first{
    blob.sql,          blob_is_final.sql, blob_stays.sql,       snapshot.sql,
    snapshot_part.sql, subtree.sql,       subtree_is_final.sql, subtree_stays.sql};

inline constexpr std::array history{sqlite::Layout{first_layout, first_order, {}},
                                    sqlite::Layout{layout, creation_order, from_first, sqlite::fill_subtrees}};
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
inline constexpr std::string_view select_version =
    "SELECT version FROM event WHERE stream = ? AND position < ? ORDER BY version DESC LIMIT 1";
inline constexpr std::string_view insert_event =
    "INSERT INTO event (position, id, stream, version, leaf, bytes) VALUES (?, ?, ?, ?, ?, ?)";
inline constexpr std::string_view select_personal = "SELECT salt, value FROM personal WHERE commitment = ?";
inline constexpr std::string_view insert_personal =
    "INSERT INTO personal (commitment, salt, value) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
inline constexpr std::string_view delete_personal = "DELETE FROM personal WHERE commitment = ?";
inline constexpr std::string_view select_blob = "SELECT bytes FROM blob WHERE sha256 = ?";
inline constexpr std::string_view insert_blob = "INSERT INTO blob (sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING";
inline constexpr std::string_view select_leaves =
    "SELECT position, leaf FROM event WHERE position >= ? ORDER BY position LIMIT ?";
inline constexpr std::string_view select_subtrees =
    "SELECT number, hash FROM subtree WHERE level = ? AND number >= ? ORDER BY number LIMIT ?";
inline constexpr std::string_view insert_subtree = "INSERT INTO subtree (level, number, hash) VALUES (?, ?, ?)";

inline constexpr std::string_view select_snapshot = "SELECT form, size, root, generation FROM snapshot";
inline constexpr std::string_view replace_snapshot =
    "INSERT OR REPLACE INTO snapshot (id, form, size, root, generation) VALUES (1, ?, ?, ?, ?)";
inline constexpr std::string_view last_generation = "SELECT max(generation) FROM snapshot_part";
inline constexpr std::string_view first_other_part =
    "SELECT rowid FROM snapshot_part WHERE generation <> ? ORDER BY generation LIMIT 1";
inline constexpr std::string_view count_parts = "SELECT count(*) FROM snapshot_part WHERE generation = ?";
inline constexpr std::string_view select_part = "SELECT bytes FROM snapshot_part WHERE generation = ? AND number = ?";
inline constexpr std::string_view insert_part =
    "INSERT INTO snapshot_part (generation, number, bytes) VALUES (?, ?, ?)";
inline constexpr std::string_view delete_part = "DELETE FROM snapshot_part WHERE rowid = ?";

}  // namespace sqlite_sql
}  // namespace v1
}  // namespace annexa
