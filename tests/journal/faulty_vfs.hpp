#pragma once
/// A SQLite VFS that fails where a test wants it, and otherwise does what the default one does.

#include <sqlite3.h>
#include <string>

namespace annexa::testing {

/// Calls to the disk, as bits of a set.
enum DiskCall : unsigned {
  disk_write = 1,
  disk_truncate = 2,
  disk_sync = 4,
  disk_remove = 8,
  disk_read = 16,
  disk_open = 32,
  disk_lock = 64,
  disk_size = 128,
  disk_access = 256,
};
/// The calls that change the disk.
inline constexpr unsigned disk_changes = disk_write | disk_truncate | disk_sync | disk_remove;
/// All calls that can fail.
inline constexpr unsigned disk_calls = 511;

/// Where the faulty VFS stands.
struct Faults {
  int calls = 0;                        ///< Calls so far, of the kinds that are counted.
  int fail_at = 0;                      ///< The call that fails, counted from 1; 0 for none.
  bool sticky = false;                  ///< True: all later calls of these kinds fail too.
  unsigned which = disk_changes;        ///< The kinds of calls that are counted and fail.
  bool short_writes = true;             ///< A failed write leaves half of its bytes behind.
  int write_code = SQLITE_IOERR_WRITE;  ///< What a failed write answers.
  int failed = 0;                       ///< Calls that failed.
  bool first_was_sync = false;          ///< The first of these was the sync of a file or folder.
};

/// The faults of the VFS "faulty".
inline Faults faults;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables): a C interface has no other place

namespace detail {

struct FaultyFile {
  sqlite3_file base;
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};
inline sqlite3_file* real(sqlite3_file* file) { return reinterpret_cast<FaultyFile*>(file)->real(); }
inline sqlite3_vfs* real(sqlite3_vfs* vfs) { return static_cast<sqlite3_vfs*>(vfs->pAppData); }

inline bool fails(DiskCall call) {
  if ((faults.which & call) == 0) return false;
  ++faults.calls;
  bool const now =
      faults.fail_at != 0 && (faults.sticky ? faults.calls >= faults.fail_at : faults.calls == faults.fail_at);
  if (now && ++faults.failed == 1) faults.first_was_sync = call == disk_sync || call == disk_remove;
  return now;
}

inline int close(sqlite3_file* f) { return real(f)->pMethods->xClose(real(f)); }
inline int read(sqlite3_file* f, void* to, int size, sqlite3_int64 at) {
  return fails(disk_read) ? SQLITE_IOERR_READ : real(f)->pMethods->xRead(real(f), to, size, at);
}
inline int write(sqlite3_file* f, void const* from, int size, sqlite3_int64 at) {
  if (!fails(disk_write)) return real(f)->pMethods->xWrite(real(f), from, size, at);
  if (faults.short_writes) real(f)->pMethods->xWrite(real(f), from, size / 2, at);
  return faults.write_code;
}
inline int truncate(sqlite3_file* f, sqlite3_int64 size) {
  return fails(disk_truncate) ? SQLITE_IOERR_TRUNCATE : real(f)->pMethods->xTruncate(real(f), size);
}
inline int sync(sqlite3_file* f, int flags) {
  return fails(disk_sync) ? SQLITE_IOERR_FSYNC : real(f)->pMethods->xSync(real(f), flags);
}
inline int size(sqlite3_file* f, sqlite3_int64* out) {
  return fails(disk_size) ? SQLITE_IOERR_FSTAT : real(f)->pMethods->xFileSize(real(f), out);
}
inline int lock(sqlite3_file* f, int level) {
  return fails(disk_lock) ? SQLITE_IOERR_LOCK : real(f)->pMethods->xLock(real(f), level);
}
inline int unlock(sqlite3_file* f, int level) { return real(f)->pMethods->xUnlock(real(f), level); }
inline int reserved(sqlite3_file* f, int* out) { return real(f)->pMethods->xCheckReservedLock(real(f), out); }
inline int control(sqlite3_file* f, int op, void* arg) { return real(f)->pMethods->xFileControl(real(f), op, arg); }
inline int sector(sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); }
inline int device(sqlite3_file* f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); }

inline int open(sqlite3_vfs* vfs, char const* name, sqlite3_file* file, int flags, int* out) {
  static sqlite3_io_methods const methods{1,       close,   read,     write,   truncate, sync,   size,
                                          lock,    unlock,  reserved, control, sector,   device, nullptr,
                                          nullptr, nullptr, nullptr,  nullptr, nullptr};
  auto* const own = reinterpret_cast<FaultyFile*>(file);
  own->real()->pMethods = nullptr;
  own->base.pMethods = nullptr;
  if (fails(disk_open)) return SQLITE_CANTOPEN;
  int const code = real(vfs)->xOpen(real(vfs), name, own->real(), flags, out);
  own->base.pMethods = own->real()->pMethods ? &methods : nullptr;
  return code;
}
// The entry is gone, but its folder could not be synced.
inline int remove(sqlite3_vfs* vfs, char const* name, int sync_folder) {
  bool const failed = fails(disk_remove);
  int const code = real(vfs)->xDelete(real(vfs), name, failed ? 0 : sync_folder);
  return failed ? SQLITE_IOERR_DIR_FSYNC : code;
}
inline int access(sqlite3_vfs* vfs, char const* name, int question, int* out) {
  return fails(disk_access) ? SQLITE_IOERR_ACCESS : real(vfs)->xAccess(real(vfs), name, question, out);
}

}  // namespace detail

/// Registers the VFS once, without faults, and gives its name.
inline std::string faulty_vfs() {
  faults = {};
  if (sqlite3_vfs_find("faulty")) return "faulty";
  static sqlite3_vfs vfs = *sqlite3_vfs_find(nullptr);
  vfs.pAppData = sqlite3_vfs_find(nullptr);
  vfs.zName = "faulty";
  vfs.pNext = nullptr;
  vfs.szOsFile += static_cast<int>(sizeof(detail::FaultyFile));
  vfs.xOpen = detail::open;
  vfs.xDelete = detail::remove;
  vfs.xAccess = detail::access;
  sqlite3_vfs_register(&vfs, 0);
  return "faulty";
}

}  // namespace annexa::testing
