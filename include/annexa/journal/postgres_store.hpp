#pragma once
/// @file
/// Journals on a PostgreSQL server, of many tenants in one database.

#include <annexa/journal/sqlite_store.hpp>
#include <annexa/journal/store.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// How a journal on a server is opened.
struct PostgresOptions {
  /// OpenMode::create: the new workspace (required). Otherwise nil, or the workspace that is expected.
  Uuid workspace = {};
  /// Most connections that the stores of this process have to one server, database and user together, at least 1. Where
  /// stores ask for different numbers, the largest holds.
  int connections = 4;
};

/// Number of the table layout that this version makes, the newest that it reads.
inline constexpr std::int64_t postgres_schema_version = 1;

/// True if @p where is the URL of a server (`postgres://…` or `postgresql://…`), not the path of a file.
[[nodiscard]] bool is_server(std::string_view where) noexcept;

/// The URL with `***` for each password in it, for messages and logs. The path of a file stays as it is.
[[nodiscard]] std::string without_password(std::string_view where);

/// True if libpq, in a version that will do, can be loaded here. Loads it.
[[nodiscard]] bool has_postgres();

/// Opens or creates the journal of a tenant on a server.
///
/// The URL is libpq's, with all of its parameters (`sslmode`, `sslrootcert`, `connect_timeout`, `options`, …), and one
/// of annexa's own: `postgres://anna@db.example/audits?sslmode=verify-full&tenant=acme`. The tenant's key is 1 to 64
/// letters, digits, `.`, `_` and `-`, beginning with a letter or digit. Passwords are better kept in libpq's password
/// file; messages never show them. The tables (`annexa_head`, `annexa_event`, `annexa_personal`, `annexa_blob`,
/// `annexa_subtree`, `annexa_snapshot`, `annexa_snapshot_part`, `annexa_layout`) lie in the first schema of the search
/// path. They are made with the first journal, and one that is missing with the next that is created.
///
/// An append locks the tenant's row of `annexa_head`, so positions have no gaps and follow the order of commits. What
/// is acknowledged was committed by a server whose `fsync` and `synchronous_commit` are not off. Serialization failures
/// and deadlocks are repeated with growing pauses, some eight seconds at most. Where the connection is lost in the
/// middle of an append, a new one waits for the row and looks whether the events are there, by their ids, before
/// anything is said.
///
/// libpq is loaded when this is called first. Stores share connections (PostgresOptions::connections). They are not to
/// be used across fork().
/// @return the store, or server.bad-url, server.no-tenant, server.bad-tenant, server.no-library, server.unreachable,
///         server.lossy, server.not-found, server.exists, server.newer, server.no-table, server.altered, server.denied
///         and others with what to do.
/// @source{7.5.3, control A.5.33}
[[nodiscard]] result<std::unique_ptr<Store>> postgres_store(std::string const& url, OpenMode mode,
                                                            PostgresOptions const& options = {});

/// Opens or creates a journal, wherever it is: a server where is_server(@p where), else a file.
/// @param where    a URL or a path.
/// @param mode     what it is opened for.
/// @param options  for a file; of a server only SqliteOptions::tenant is looked at.
[[nodiscard]] result<std::unique_ptr<Store>> open_store(std::string const& where, OpenMode mode,
                                                        SqliteOptions const& options = {});

/// Takes back the making of a journal that holds no event: for whoever made it and cannot go on. A file is removed; on
/// a server the tenant's row is, if it is still empty and of that workspace. Does nothing where that fails.
void discard_new_store(std::string const& where, Uuid const& workspace) noexcept;

}  // namespace v1
}  // namespace annexa
