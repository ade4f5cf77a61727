#pragma once
// All SQL of the PostgreSQL store. Values come only through parameters.
//
// It has to be served by CockroachDB, YugabyteDB and Citus too: no sequences, triggers, functions of our own, advisory
// locks, notifications, temporary tables or extensions, and no change of tables inside a transaction. Every key begins
// with the tenant and every statement about a journal names it, so that a server may spread tenants over machines, and
// none sees another's. A test reads this file for both.

#include <array>
#include <cstdint>
#include <string_view>

namespace annexa {
inline namespace v1 {
namespace postgres_sql {

// ---- The layout, version 1

// Each runs alone, and does nothing where it was run before.
inline constexpr std::array<std::string_view, 8> make_tables{
    R"(CREATE TABLE IF NOT EXISTS annexa_head (
  tenant     uuid   NOT NULL,
  tenant_key text   NOT NULL CHECK (octet_length(tenant_key) BETWEEN 1 AND 64),
  workspace  uuid   NOT NULL,
  size       bigint NOT NULL CHECK (size >= 0),
  frontier   bytea  NOT NULL CHECK (octet_length(frontier) <= 2016 AND octet_length(frontier) % 32 = 0),
  CONSTRAINT annexa_head_one PRIMARY KEY (tenant)
))",
    R"(CREATE TABLE IF NOT EXISTS annexa_event (
  tenant   uuid   NOT NULL,
  position bigint NOT NULL CHECK (position >= 0),
  id       uuid   NOT NULL,
  stream   uuid   NOT NULL,
  version  bigint NOT NULL CHECK (version >= 1),
  leaf     bytea  NOT NULL CHECK (octet_length(leaf) = 32),
  body     bytea  NOT NULL CHECK (octet_length(body) BETWEEN 2 AND 65535),
  CONSTRAINT annexa_event_at PRIMARY KEY (tenant, position),
  CONSTRAINT annexa_event_id UNIQUE (tenant, id),
  CONSTRAINT annexa_event_version UNIQUE (tenant, stream, version)
))",
    R"(CREATE TABLE IF NOT EXISTS annexa_personal (
  tenant     uuid  NOT NULL,
  commitment bytea NOT NULL CHECK (octet_length(commitment) = 32),
  salt       bytea NOT NULL CHECK (octet_length(salt) = 32),
  value      bytea NOT NULL CHECK (octet_length(value) <= 65535),
  CONSTRAINT annexa_personal_of PRIMARY KEY (tenant, commitment)
))",
    R"(CREATE TABLE IF NOT EXISTS annexa_blob (
  tenant uuid  NOT NULL,
  sha256 bytea NOT NULL CHECK (octet_length(sha256) = 32),
  bytes  bytea NOT NULL CHECK (octet_length(bytes) BETWEEN 2 AND 16777216),
  CONSTRAINT annexa_blob_of PRIMARY KEY (tenant, sha256)
))",
    R"(CREATE TABLE IF NOT EXISTS annexa_subtree (
  tenant uuid   NOT NULL,
  level  bigint NOT NULL CHECK (level BETWEEN 8 AND 56),
  number bigint NOT NULL CHECK (number >= 0),
  hash   bytea  NOT NULL CHECK (octet_length(hash) = 32),
  CONSTRAINT annexa_subtree_at PRIMARY KEY (tenant, level, number)
))",
    R"(CREATE TABLE IF NOT EXISTS annexa_snapshot (
  tenant uuid   NOT NULL,
  form   text   NOT NULL,
  size   bigint NOT NULL CHECK (size >= 0),
  root   bytea  NOT NULL CHECK (octet_length(root) = 32),
  CONSTRAINT annexa_snapshot_one PRIMARY KEY (tenant)
))",
    R"(CREATE TABLE IF NOT EXISTS annexa_snapshot_part (
  tenant   uuid   NOT NULL,
  snapshot bytea  NOT NULL CHECK (octet_length(snapshot) = 32),
  number   bigint NOT NULL CHECK (number >= 0),
  bytes    bytea  NOT NULL CHECK (octet_length(bytes) <= 16777216),
  CONSTRAINT annexa_snapshot_part_at PRIMARY KEY (tenant, snapshot, number)
))",
    R"(CREATE TABLE IF NOT EXISTS annexa_layout (
  number bigint NOT NULL CHECK (number >= 1),
  CONSTRAINT annexa_layout_number PRIMARY KEY (number)
))",
};

// Rows of read_columns: table, column, type, whether it may be NULL.
inline constexpr std::array<std::string_view, 32> columns{
    "annexa_blob tenant uuid NO",
    "annexa_blob sha256 bytea NO",
    "annexa_blob bytes bytea NO",
    "annexa_event tenant uuid NO",
    "annexa_event position bigint NO",
    "annexa_event id uuid NO",
    "annexa_event stream uuid NO",
    "annexa_event version bigint NO",
    "annexa_event leaf bytea NO",
    "annexa_event body bytea NO",
    "annexa_head tenant uuid NO",
    "annexa_head tenant_key text NO",
    "annexa_head workspace uuid NO",
    "annexa_head size bigint NO",
    "annexa_head frontier bytea NO",
    "annexa_layout number bigint NO",
    "annexa_personal tenant uuid NO",
    "annexa_personal commitment bytea NO",
    "annexa_personal salt bytea NO",
    "annexa_personal value bytea NO",
    "annexa_snapshot tenant uuid NO",
    "annexa_snapshot form text NO",
    "annexa_snapshot size bigint NO",
    "annexa_snapshot root bytea NO",
    "annexa_snapshot_part tenant uuid NO",
    "annexa_snapshot_part snapshot bytea NO",
    "annexa_snapshot_part number bigint NO",
    "annexa_snapshot_part bytes bytea NO",
    "annexa_subtree tenant uuid NO",
    "annexa_subtree level bigint NO",
    "annexa_subtree number bigint NO",
    "annexa_subtree hash bytea NO",
};
// Rows of read_keys: table, key, column.
inline constexpr std::array<std::string_view, 20> keys{
    "annexa_blob annexa_blob_of tenant",
    "annexa_blob annexa_blob_of sha256",
    "annexa_event annexa_event_at tenant",
    "annexa_event annexa_event_at position",
    "annexa_event annexa_event_id tenant",
    "annexa_event annexa_event_id id",
    "annexa_event annexa_event_version tenant",
    "annexa_event annexa_event_version stream",
    "annexa_event annexa_event_version version",
    "annexa_head annexa_head_one tenant",
    "annexa_layout annexa_layout_number number",
    "annexa_personal annexa_personal_of tenant",
    "annexa_personal annexa_personal_of commitment",
    "annexa_snapshot annexa_snapshot_one tenant",
    "annexa_snapshot_part annexa_snapshot_part_at tenant",
    "annexa_snapshot_part annexa_snapshot_part_at snapshot",
    "annexa_snapshot_part annexa_snapshot_part_at number",
    "annexa_subtree annexa_subtree_at tenant",
    "annexa_subtree annexa_subtree_at level",
    "annexa_subtree annexa_subtree_at number",
};

// A statement, prepared once for each connection under its number in the table below.
struct Statement {
  std::uint8_t number;
  std::string_view sql;
};

// ---- Statements about the tables, which hold no journal's data

inline constexpr Statement read_columns{
    0,
    "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns "
    "WHERE table_schema = current_schema() "
    "AND table_name IN ('annexa_blob', 'annexa_event', 'annexa_head', 'annexa_layout', 'annexa_personal', "
    "'annexa_snapshot', 'annexa_snapshot_part', 'annexa_subtree') "
    "ORDER BY table_name, ordinal_position"};
inline constexpr Statement read_keys{
    1,
    "SELECT k.table_name, k.constraint_name, k.column_name FROM information_schema.table_constraints AS c "
    "JOIN information_schema.key_column_usage AS k ON k.table_schema = c.table_schema "
    "AND k.table_name = c.table_name AND k.constraint_name = c.constraint_name "
    "WHERE c.table_schema = current_schema() AND c.constraint_type IN ('PRIMARY KEY', 'UNIQUE') "
    "AND c.table_name IN ('annexa_blob', 'annexa_event', 'annexa_head', 'annexa_layout', 'annexa_personal', "
    "'annexa_snapshot', 'annexa_snapshot_part', 'annexa_subtree') "
    "ORDER BY k.table_name, k.constraint_name, k.ordinal_position"};
inline constexpr Statement read_settings{
    2, "SELECT current_setting('fsync', true), current_setting('synchronous_commit', true)"};
inline constexpr Statement select_layout{3, "SELECT max(number) FROM annexa_layout"};
inline constexpr Statement insert_layout{4, "INSERT INTO annexa_layout (number) VALUES ($1) ON CONFLICT DO NOTHING"};

// ---- Transactions. Whoever waits longer than this for a row is told; and a client that went silent while it held one
// is put out by the server.

inline constexpr Statement begin{5, "BEGIN"};
inline constexpr Statement wait_for_locks{6, "SET LOCAL lock_timeout = '10s'"};
inline constexpr Statement wait_for_client{7, "SET LOCAL idle_in_transaction_session_timeout = '20s'"};
inline constexpr Statement commit{8, "COMMIT"};
inline constexpr Statement roll_back{9, "ROLLBACK"};

// ---- Statements about journals. The tenant is always the first parameter.

inline constexpr Statement insert_head{
    10,
    "INSERT INTO annexa_head (tenant, tenant_key, workspace, size, frontier) VALUES ($1, $2, $3, 0, $4) "
    "ON CONFLICT DO NOTHING"};
inline constexpr Statement select_head{
    11, "SELECT tenant_key, workspace, size, frontier FROM annexa_head WHERE tenant = $1"};
inline constexpr Statement lock_head{
    12, "SELECT tenant_key, workspace, size, frontier FROM annexa_head WHERE tenant = $1 FOR UPDATE"};
inline constexpr Statement update_head{
    13, "UPDATE annexa_head SET size = $2, frontier = $3 WHERE tenant = $1 AND size = $4"};
inline constexpr Statement delete_new_head{14,
                                           "DELETE FROM annexa_head WHERE tenant = $1 AND workspace = $2 AND size = 0"};
inline constexpr Statement select_end{15, "SELECT max(position) FROM annexa_event WHERE tenant = $1"};
inline constexpr Statement select_page{
    16,
    "SELECT position, id, stream, version, leaf, body FROM annexa_event WHERE tenant = $1 AND position >= $2 "
    "ORDER BY position LIMIT $3"};
inline constexpr Statement select_position{17, "SELECT position FROM annexa_event WHERE tenant = $1 AND id = $2"};
inline constexpr Statement select_version{18,
                                          "SELECT max(version) FROM annexa_event WHERE tenant = $1 AND stream = $2"};
inline constexpr Statement insert_event{19,
                                        "INSERT INTO annexa_event (tenant, position, id, stream, version, leaf, body) "
                                        "VALUES ($1, $2, $3, $4, $5, $6, $7)"};
inline constexpr Statement select_personal{
    20, "SELECT salt, value FROM annexa_personal WHERE tenant = $1 AND commitment = $2"};
inline constexpr Statement insert_personal{
    21, "INSERT INTO annexa_personal (tenant, commitment, salt, value) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING"};
inline constexpr Statement delete_personal{22, "DELETE FROM annexa_personal WHERE tenant = $1 AND commitment = $2"};

inline constexpr Statement select_blob{23, "SELECT bytes FROM annexa_blob WHERE tenant = $1 AND sha256 = $2"};
inline constexpr Statement insert_blob{
    24, "INSERT INTO annexa_blob (tenant, sha256, bytes) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"};

// The journal as it is at one moment, however long it is read.
inline constexpr Statement begin_reading{25, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"};

// ---- Hashes of subtrees, and snapshots

inline constexpr Statement select_leaves{
    26, "SELECT position, leaf FROM annexa_event WHERE tenant = $1 AND position >= $2 ORDER BY position LIMIT $3"};
inline constexpr Statement select_subtrees{
    27,
    "SELECT number, hash FROM annexa_subtree WHERE tenant = $1 AND level = $2 AND number >= $3 "
    "ORDER BY number LIMIT $4"};
inline constexpr Statement insert_subtree{
    28, "INSERT INTO annexa_subtree (tenant, level, number, hash) VALUES ($1, $2, $3, $4)"};
inline constexpr Statement select_snapshot{29, "SELECT form, size, root FROM annexa_snapshot WHERE tenant = $1"};
inline constexpr Statement replace_snapshot{
    30,
    "INSERT INTO annexa_snapshot (tenant, form, size, root) VALUES ($1, $2, $3, $4) ON CONFLICT (tenant) DO UPDATE "
    "SET form = excluded.form, size = excluded.size, root = excluded.root "
    "WHERE annexa_snapshot.size <= excluded.size"};
inline constexpr Statement select_part{
    31, "SELECT bytes FROM annexa_snapshot_part WHERE tenant = $1 AND snapshot = $2 AND number = $3"};
inline constexpr Statement count_parts{32,
                                       "SELECT count(*) FROM annexa_snapshot_part WHERE tenant = $1 AND snapshot = $2"};
inline constexpr Statement keep_part{
    33,
    "INSERT INTO annexa_snapshot_part (tenant, snapshot, number, bytes) VALUES ($1, $2, $3, $4) "
    "ON CONFLICT (tenant, snapshot, number) DO UPDATE SET bytes = excluded.bytes"};
inline constexpr Statement delete_parts_behind{
    34, "DELETE FROM annexa_snapshot_part WHERE tenant = $1 AND snapshot = $2 AND number >= $3"};
inline constexpr Statement delete_other_parts{35,
                                              "DELETE FROM annexa_snapshot_part WHERE tenant = $1 AND snapshot <> $2"};

inline constexpr std::array statements{
    read_columns,     read_keys,       read_settings,   select_layout,   insert_layout,       begin,
    wait_for_locks,   wait_for_client, commit,          roll_back,       insert_head,         select_head,
    lock_head,        update_head,     delete_new_head, select_end,      select_page,         select_position,
    select_version,   insert_event,    select_personal, insert_personal, delete_personal,     select_blob,
    insert_blob,      begin_reading,   select_leaves,   select_subtrees, insert_subtree,      select_snapshot,
    replace_snapshot, select_part,     count_parts,     keep_part,       delete_parts_behind, delete_other_parts,
};
// The first that is about a journal.
inline constexpr std::size_t first_of_journals = 10;
static_assert(statements[first_of_journals].sql == insert_head.sql);

}  // namespace postgres_sql
}  // namespace v1
}  // namespace annexa
