#pragma once
// What can go wrong with a server that keeps journals.

#include <annexa/base/error.hpp>

namespace annexa {
inline namespace v1 {
namespace server_rules {

// ---- Opening
inline constexpr Rule bad_url{
    "server.bad-url",
    "The URL cannot be read ({found}). Write postgres://USER@HOST:PORT/DATABASE?tenant=KEY, and each special character "
    "in a name or password by its number, such as %40 for @.",
    "", ErrorKind::usage};
inline constexpr Rule no_tenant{
    "server.no-tenant",
    "The URL names no tenant, and one database may hold the journals of many. Add tenant=KEY to what follows the "
    "question mark; KEY is yours to choose: {expected}.",
    "", ErrorKind::usage};
inline constexpr Rule bad_tenant{"server.bad-tenant", "{found} is no key of a tenant; it takes {expected}.", "",
                                 ErrorKind::usage};
inline constexpr Rule no_library{"server.no-library",
                                 "libpq, which speaks to PostgreSQL, cannot be used here ({found}). Install version 14 "
                                 "or newer (Debian: apt install "
                                 "libpq5).",
                                 "", ErrorKind::storage};
inline constexpr Rule unreachable{
    "server.unreachable",
    "The server gives no connection ({found}). Look at host, port, database, user and password, and whether the server "
    "runs.",
    "", ErrorKind::storage};
inline constexpr Rule lossy{"server.lossy",
                            "The server has {setting} = {found}, so that what it acknowledges can be lost with its "
                            "power. Set it to {expected}, "
                            "on the server or for the user.",
                            "", ErrorKind::storage};
inline constexpr Rule not_found{"server.not-found",
                                "The database holds no journal of tenant {tenant}. Create the workspace first, or look "
                                "at database, search_path and "
                                "tenant.",
                                "", ErrorKind::storage};
inline constexpr Rule exists{"server.exists",
                             "The database holds a journal of tenant {tenant} already. Open it, or choose another "
                             "tenant.",
                             "", ErrorKind::storage};
inline constexpr Rule newer{"server.newer",
                            "The tables have layout {found}; this version knows layouts up to {expected}. Open the "
                            "journal with a newer annexa.",
                            "", ErrorKind::storage};
inline constexpr Rule altered{
    "server.altered",
    "The table {table} is not as annexa made it ({found} instead of {expected}). Put it right, or restore a backup.",
    "", ErrorKind::integrity};
inline constexpr Rule no_table{
    "server.no-table",
    "The table {table} is missing. Whoever may create tables makes it by creating a journal here, of any tenant: that "
    "adds the tables that an annexa before this one did not have. If it was there before, restore a backup.",
    "", ErrorKind::integrity};
inline constexpr Rule other_workspace{"server.other-workspace", "The tenant keeps workspace {found}, not {expected}.",
                                      "", ErrorKind::storage};
inline constexpr Rule no_workspace{"server.no-workspace", "A new journal needs the UUID of its workspace.", "",
                                   ErrorKind::usage};

// ---- Working
inline constexpr Rule busy{"server.busy",
                           "Others keep the journal or the server busy ({found}). Try again in a moment; nothing was "
                           "written.",
                           "", ErrorKind::conflict};
inline constexpr Rule lost{"server.lost",
                           "The connection to the server was lost and cannot be made again ({found}). What was "
                           "acknowledged is safe; try again "
                           "when the server is back.",
                           "", ErrorKind::storage};
inline constexpr Rule unknown_outcome{
    "server.unknown-outcome",
    "The connection was lost while an append was made final, and the server cannot be asked how that ended ({found}). "
    "When it is back, look whether event {id} is there, or repeat the command with the same id.",
    "", ErrorKind::storage};
inline constexpr Rule read_only{"server.read-only",
                                "The journal can only be read here ({found}). Open it for writing, or name the server "
                                "that takes writes.",
                                "", ErrorKind::storage};
inline constexpr Rule denied{
    "server.denied",
    "The database refuses this to the user ({found}). Grant SELECT, INSERT, UPDATE and DELETE on the tables annexa_*, "
    "and CREATE on the schema to whoever makes them.",
    "", ErrorKind::storage};
inline constexpr Rule full{"server.full", "The server has no room left ({found}). Make room; nothing was lost.", "",
                           ErrorKind::storage};
inline constexpr Rule corrupt{
    "server.corrupt",
    "What the database holds for this tenant does not fit together ({found}). Verify the journal to see what is left, "
    "and restore a backup.",
    "", ErrorKind::integrity};
inline constexpr Rule refused{"server.refused",
                              "The server refused (SQLSTATE {state}: {found}). Look at its log; nothing was written.",
                              "", ErrorKind::storage};

}  // namespace server_rules
}  // namespace v1
}  // namespace annexa
