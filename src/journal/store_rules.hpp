#pragma once
// What can go wrong with the file or server that keeps a journal.

#include <annexa/base/error.hpp>

namespace annexa {
inline namespace v1 {
namespace store_rules {

// ---- Opening
inline constexpr Rule not_found{"store.not-found",
                                "There is no such file. Create the workspace first, or look at the path.", "",
                                ErrorKind::storage};
inline constexpr Rule exists{"store.exists", "There is a file already. Open it, or choose another path.", "",
                             ErrorKind::storage};
inline constexpr Rule not_a_file{"store.not-a-file", "This is {found}, not a file. Name a file.", "",
                                 ErrorKind::storage};
inline constexpr Rule empty_file{
    "store.empty-file",
    "The file is empty: it was never a workspace, or its creation was interrupted. Remove it "
    "and create the workspace again.",
    "", ErrorKind::storage};
inline constexpr Rule not_a_workspace{
    "store.not-a-workspace", "This is not a workspace of annexa ({found}). Look at the path.", "", ErrorKind::storage};
inline constexpr Rule newer{
    "store.newer",
    "The file has layout {found}; this version knows layouts up to {expected}. Open it with a newer "
    "annexa.",
    "", ErrorKind::storage};
inline constexpr Rule older{
    "store.older",
    "The file has layout {found}, this version writes {expected}. Open it once for writing: that brings it up to date, "
    "and keeps a copy beside it.",
    "", ErrorKind::storage};
inline constexpr Rule migration{
    "store.migration",
    "Bringing the file up to date would have changed its events: root {found}, not {expected}. Nothing was done.", "",
    ErrorKind::internal};
inline constexpr Rule other_tenant{"store.other-tenant", "The file holds workspace {found}, not {expected}.", "",
                                   ErrorKind::storage};
inline constexpr Rule no_tenant{"store.no-tenant", "A new journal needs the UUID of its workspace.", "",
                                ErrorKind::usage};
inline constexpr Rule bad_path{"store.bad-path", "The path is empty or has a NUL character in it.", "",
                               ErrorKind::usage};
inline constexpr Rule network{
    "store.network",
    "The file lies on a network file system ({found}), whose locks are not to be trusted. Move it "
    "to a local disk, or allow this expressly.",
    "", ErrorKind::storage};
inline constexpr Rule old_sqlite{"store.old-sqlite", "SQLite {found} is too old; annexa needs {expected}.", "",
                                 ErrorKind::storage};
inline constexpr Rule unsafe_write_ahead{
    "store.unsafe-write-ahead",
    "With SQLite {found} a write-ahead log can damage the file when two connections write or checkpoint at once; it is "
    "safe from {expected} on. Keep the rollback journal, use the log alone (write_ahead), or allow this expressly.",
    "", ErrorKind::usage};
inline constexpr Rule write_ahead{
    "store.write-ahead",
    "The file is in write-ahead mode: a program uses it so, or was interrupted. Close that program, then open the file "
    "once for writing.",
    "", ErrorKind::storage};
inline constexpr Rule setting{"store.setting",
                              "SQLite answers {found} to \"{setting}\", where annexa relies on {expected}. Close other "
                              "programs that use the file, then try again.",
                              "", ErrorKind::storage};
inline constexpr Rule altered{
    "store.altered", "The file's {object} is not as annexa made it. Restore a backup, or have the file verified.", "",
    ErrorKind::integrity};
inline constexpr Rule interrupted{
    "store.interrupted",
    "A write was interrupted and must be undone first, which reading alone cannot do. Open the "
    "file once for writing.",
    "", ErrorKind::storage};

// ---- Working
inline constexpr Rule busy{"store.busy", "Another program is using the file. Try again in a moment.", "",
                           ErrorKind::conflict};
inline constexpr Rule read_only{
    "store.read-only",
    "The file can only be read. Give write permission for it and its folder, or open another "
    "copy.",
    "", ErrorKind::storage};
inline constexpr Rule full{"store.full", "The disk is full. Make room, then try again; nothing was lost.", "",
                           ErrorKind::storage};
inline constexpr Rule input_output{
    "store.io",
    "The disk refused ({found}). Look at the disk and its free space, then try again; what "
    "was acknowledged is safe.",
    "", ErrorKind::storage};
inline constexpr Rule failed_sync{
    "store.failed-sync",
    "The system could not bring data to the disk ({found}), so nobody knows what reached it. "
    "Look at the disk, open the file anew, and look whether the last events are there.",
    "", ErrorKind::storage};
inline constexpr Rule cannot_open{
    "store.cannot-open", "The file cannot be opened ({found}). Look at the permissions of the file and its folder.", "",
    ErrorKind::storage};
inline constexpr Rule moved{"store.moved", "The file was moved or removed while it was open. Open it anew.", "",
                            ErrorKind::storage};
inline constexpr Rule corrupt{
    "store.corrupt", "The file is damaged ({found}). Restore a backup; verify the damaged file to see what is left.",
    "", ErrorKind::integrity};
inline constexpr Rule bad_copy{
    "store.copy",
    "The copy does not verify ({found}) and was removed. Verify the workspace, and look at the disk of the copy.", "",
    ErrorKind::integrity};
inline constexpr Rule grew{"store.grew",
                           "Others wrote to the journal while its {size} events were copied. Copy it again.", "",
                           ErrorKind::conflict};
inline constexpr Rule unexpected{"store.unexpected", "SQLite failed in a way that it should not: {found}.", "",
                                 ErrorKind::internal};

}  // namespace store_rules
}  // namespace v1
}  // namespace annexa
