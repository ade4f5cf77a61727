#pragma once
/// @file
/// A journal in one SQLite file.

#include <annexa/journal/store.hpp>

#include <cstdint>
#include <memory>
#include <string>

namespace annexa {
inline namespace v1 {

/// What a file is opened for.
enum class OpenMode : std::uint8_t {
  create,     ///< Make a new journal; an existing file is refused, whatever it holds.
  open,       ///< Read and append. A file that may only be read opens too, and refuses appends.
  read_only,  ///< Read.
};

/// How SQLite makes an append final.
enum class SqliteJournal : std::uint8_t {
  rollback,            ///< A rollback journal that is gone once an append is final. For any number of programs.
  write_ahead,         ///< A write-ahead log: faster appends. Nobody else can open the file meanwhile.
  write_ahead_shared,  ///< A write-ahead log for several programs. Refused where SQLite is older than 3.51.3, which can
                       ///< damage such a file when two write or checkpoint at once.
};

/// How a file is opened.
struct SqliteOptions {
  Uuid tenant =
      {};  ///< OpenMode::create: the new workspace (required). Otherwise nil, or the workspace that is expected.
  int patience = 5000;                     ///< How many milliseconds to wait for other programs before store.busy.
  bool allow_network_file_system = false;  ///< Locks of NFS and SMB are not to be trusted, so these are refused.
  std::string vfs = {};  ///< Name of a registered SQLite VFS, for fault injection; empty for the operating system.
  /// Ignored for OpenMode::read_only, except that a file in shared write-ahead mode is read only if this says so.
  SqliteJournal journal = SqliteJournal::rollback;
  bool allow_unsafe_write_ahead = false;  ///< Allows SqliteJournal::write_ahead_shared with an old SQLite all the same.
};

/// The 32 bits that mark a file as annexa's ("ANXA"), as `file` and `PRAGMA application_id` show them.
inline constexpr std::int32_t sqlite_application_id = 0x414E5841;
/// Number of the table layout that this version writes, the newest that it reads.
inline constexpr std::int32_t sqlite_schema_version = 2;

/// Opens or creates the journal in the file @p path (UTF-8).
///
/// What is acknowledged survives a loss of power: rollback journal with synchronous=EXTRA, or write-ahead log with
/// synchronous=FULL; acknowledged after COMMIT. A closed journal is one file, for a write-ahead log is folded into it.
/// A file of an older layout is copied (PATH.layout-N) and brought up to date when it is opened for writing. After a
/// failed fsync the store refuses everything until it is opened anew, for nobody can tell what reached the disk. The
/// file is treated as hostile: other programs' databases, newer layouts, altered tables or triggers are refused.
/// @return the store, or store.not-found, store.exists, store.not-a-file, store.empty-file, store.not-a-workspace,
///         store.newer, store.altered, store.older, store.network, store.unsafe-write-ahead, store.busy,
///         store.cannot-open and others with what to do.
/// @source{7.5.3, control A.5.33}
[[nodiscard]] result<std::unique_ptr<Store>> sqlite_store(std::string const& path, OpenMode mode,
                                                          SqliteOptions const& options = {});

}  // namespace v1
}  // namespace annexa
