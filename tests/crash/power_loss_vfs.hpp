#pragma once
/// A disk in memory that loses its power: a SQLite VFS whose unsynced writes, truncations, creations and removals are
/// kept, lost or torn by chance when the power goes.
///
/// A file's bytes, and its entry in the folder, are on the disk once it was synced; a removal, and every other entry,
/// once SQLite asked for the folder to be synced.

#include <sqlite3.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "rig.hpp"

namespace annexa::testing {

/// What the disk does not do although it says so. The rig must notice either.
enum class Lie : std::uint8_t {
  none,
  sync,         ///< A sync brings nothing to the disk.
  folder_sync,  ///< The sync of a folder brings nothing to the disk: what synchronous=FULL, SQLite's default, leaves
                ///< out.
};

/// The disk.
class Disk {
 public:
  /// An empty disk whose power goes at operation number @p stop_at, counted from 1.
  void begin(Lie lie, std::uint64_t stop_at) {
    now_.clear();
    durable_.clear();
    lie_ = lie;
    power_until(stop_at);
  }
  /// The power goes at the given operation from now on.
  void power_until(std::uint64_t stop_at) {
    operations_ = 0;
    stop_at_ = stop_at;
  }
  /// Operations since the power came.
  [[nodiscard]] std::uint64_t operations() const noexcept { return operations_; }
  /// True once the power is gone: nothing works any more.
  [[nodiscard]] bool is_dark() const noexcept { return operations_ >= stop_at_; }
  /// What is left on the disk, by chance, when the power comes back.
  void lose_power(Chance& chance);

 private:
  friend struct PowerLossVfs;
  // One write, or a truncation (no bytes) to `at`.
  struct Change {
    bool truncates;
    std::size_t at;
    std::string bytes;
  };
  struct Node {
    std::string now;
    std::string durable;
    std::vector<Change> pending;
  };
  using Folder = std::map<std::string, std::shared_ptr<Node>>;

  // True if the operation may still happen.
  bool happens() { return ++operations_ < stop_at_; }
  static void make(std::string& bytes, Change const& change, std::size_t from, std::size_t until);
  static void settle(Node& node, Chance& chance);

  Folder now_;
  Folder durable_;
  Lie lie_ = Lie::none;
  std::uint64_t operations_ = 0;
  std::uint64_t stop_at_ = 0;
};

inline void Disk::make(std::string& bytes, Change const& change, std::size_t from, std::size_t until) {
  if (change.truncates) return bytes.resize(std::min(bytes.size(), change.at));
  if (until <= from) return;
  if (bytes.size() < change.at + until) bytes.resize(change.at + until);
  bytes.replace(change.at + from, until - from, change.bytes, from, until - from);
}

// Of what was not synced none, all or some has reached the disk, and some of the writes in part.
inline void Disk::settle(Node& node, Chance& chance) {
  constexpr std::size_t sector = 512;
  enum { none, all, some };
  auto const kept = chance.below(3);
  for (auto const& change : node.pending) {
    if (kept == none || (kept == some && chance.once_in(2))) continue;
    auto const size = change.bytes.size();
    auto const cut = std::min(size, sector * chance.below(size / sector + 1));
    bool const torn = kept == some && !change.truncates && chance.once_in(3);
    bool const first_part = chance.once_in(2);
    make(node.durable, change, torn && !first_part ? cut : 0, torn && first_part ? cut : size);
  }
  node.now = node.durable;
  node.pending.clear();
}

// Where the folder in use and the one on the disk differ, either entry may be the one that is left.
inline void Disk::lose_power(Chance& chance) {
  auto const in = [](Folder const& folder, std::string const& name) {
    auto const found = folder.find(name);
    return found == folder.end() ? nullptr : found->second;
  };
  auto names = durable_;
  names.insert(now_.begin(), now_.end());
  Folder left;
  for (auto const& [name, any] : names) {
    auto node = in(durable_, name);
    if (node != in(now_, name) && chance.once_in(2)) node = in(now_, name);
    if (!node) continue;
    settle(*node, chance);
    left[name] = node;
  }
  now_ = left;
  durable_ = left;
  power_until(UINT64_MAX);
}

/// The disk of the VFS "power-loss".
inline Disk disk;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables): a C interface has no other place

/// The functions of the VFS.
struct PowerLossVfs {
  struct File {
    sqlite3_file base;
    Disk::Node* node;
    std::shared_ptr<Disk::Node>* owner;
  };
  static File& of(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }

  static int close(sqlite3_file* file) {
    delete of(file).owner;
    return SQLITE_OK;
  }
  static int read(sqlite3_file* file, void* to, int size, sqlite3_int64 at) {
    if (disk.is_dark()) return SQLITE_IOERR_READ;
    auto const& bytes = of(file).node->now;
    auto const begin = std::min(bytes.size(), static_cast<std::size_t>(at));
    auto const got = std::min(bytes.size() - begin, static_cast<std::size_t>(size));
    std::copy_n(bytes.data() + begin, got, static_cast<char*>(to));
    std::fill_n(static_cast<char*>(to) + got, static_cast<std::size_t>(size) - got, '\0');
    return got == static_cast<std::size_t>(size) ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
  }
  // The change that is under way when the power goes may still reach the disk.
  static int change(sqlite3_file* file, Disk::Change&& made, int failed) {
    if (disk.is_dark()) return failed;
    bool const happens = disk.happens();
    auto& node = *of(file).node;
    Disk::make(node.now, made, 0, made.bytes.size());
    node.pending.push_back(std::move(made));
    return happens ? SQLITE_OK : failed;
  }
  static int write(sqlite3_file* file, void const* from, int size, sqlite3_int64 at) {
    return change(file,
                  {false, static_cast<std::size_t>(at),
                   std::string(static_cast<char const*>(from), static_cast<std::size_t>(size))},
                  SQLITE_IOERR_WRITE);
  }
  static int truncate(sqlite3_file* file, sqlite3_int64 size) {
    return change(file, {true, static_cast<std::size_t>(size), {}}, SQLITE_IOERR_TRUNCATE);
  }
  static int sync(sqlite3_file* file, int) {
    if (disk.is_dark() || !disk.happens()) return SQLITE_IOERR_FSYNC;
    if (disk.lie_ == Lie::sync) return SQLITE_OK;
    auto* const node = of(file).node;
    node->durable = node->now;
    node->pending.clear();
    for (auto const& [name, each] : disk.now_)
      if (each.get() == node) disk.durable_[name] = each;
    return SQLITE_OK;
  }
  static int size(sqlite3_file* file, sqlite3_int64* out) {
    *out = static_cast<sqlite3_int64>(of(file).node->now.size());
    return SQLITE_OK;
  }
  static int lock(sqlite3_file*, int) { return SQLITE_OK; }
  static int reserved(sqlite3_file*, int* out) { return *out = 0; }
  static int control(sqlite3_file*, int question, void* answer) {
    if (question != SQLITE_FCNTL_MMAP_SIZE) return SQLITE_NOTFOUND;
    *static_cast<sqlite3_int64*>(answer) = 0;
    return SQLITE_OK;
  }
  static int sector(sqlite3_file*) { return 512; }
  static int device(sqlite3_file*) { return 0; }

  static int open(sqlite3_vfs*, char const* name, sqlite3_file* file, int flags, int* out) {
    static sqlite3_io_methods const methods{1,       close,   read,     write,   truncate, sync,   size,
                                            lock,    lock,    reserved, control, sector,   device, nullptr,
                                            nullptr, nullptr, nullptr,  nullptr, nullptr};
    of(file).base.pMethods = nullptr;
    if (disk.is_dark()) return SQLITE_CANTOPEN;
    auto node = std::make_shared<Disk::Node>();
    if (name) {
      auto const found = disk.now_.find(name);
      if (found != disk.now_.end())
        node = found->second;
      else if ((flags & SQLITE_OPEN_CREATE) == 0 || !disk.happens())
        return SQLITE_CANTOPEN;
      else
        disk.now_[name] = node;
    }
    of(file).node = node.get();
    of(file).owner = new std::shared_ptr<Disk::Node>(std::move(node));
    of(file).base.pMethods = &methods;
    if (out) *out = flags;
    return SQLITE_OK;
  }
  static int remove(sqlite3_vfs*, char const* name, int sync_folder) {
    if (disk.is_dark() || !disk.happens()) return SQLITE_IOERR_DELETE;
    disk.now_.erase(name);
    if (sync_folder != 0 && disk.lie_ == Lie::none) disk.durable_ = disk.now_;  // every entry, as fsync(2) does
    return SQLITE_OK;
  }
  static int access(sqlite3_vfs*, char const* name, int, int* out) {
    if (disk.is_dark()) return SQLITE_IOERR_ACCESS;
    auto const found = disk.now_.find(name);
    *out = found != disk.now_.end() && !found->second->now.empty() ? 1 : 0;  // as SQLite asks the operating system
    return SQLITE_OK;
  }
  static int full_name(sqlite3_vfs*, char const* name, int size, char* out) {
    sqlite3_snprintf(size, out, "%s", name);
    return SQLITE_OK;
  }
};

/// Registers the VFS once. @return its name.
inline std::string power_loss_vfs() {
  if (sqlite3_vfs_find("power-loss")) return "power-loss";
  static sqlite3_vfs vfs = *sqlite3_vfs_find(nullptr);
  vfs.zName = "power-loss";
  vfs.pNext = nullptr;
  vfs.szOsFile = static_cast<int>(sizeof(PowerLossVfs::File));
  vfs.xOpen = PowerLossVfs::open;
  vfs.xDelete = PowerLossVfs::remove;
  vfs.xAccess = PowerLossVfs::access;
  vfs.xFullPathname = PowerLossVfs::full_name;
  sqlite3_vfs_register(&vfs, 0);
  return "power-loss";
}

}  // namespace annexa::testing
