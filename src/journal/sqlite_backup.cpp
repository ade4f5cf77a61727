#include "sqlite_backup.hpp"

#include <annexa/journal/store_proof.hpp>
#include <annexa/journal/verify.hpp>

#include <cerrno>
#include <utility>

#include "platform/files.hpp"
#include "sqlite_layout.hpp"
#include "sqlite_sql.hpp"
#include "store_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace sqlite {
namespace {

constexpr std::uint64_t pages_at_once = 100;
constexpr std::uint64_t most_rounds = 8;  // of beginning anew; then all pages are taken at once

Error refused_path(std::string const& path, int number) {
  if (number == EEXIST) return {store_rules::exists, path};
  return {store_rules::cannot_open, path, {{"found", platform::error_text(number)}}};
}

// A file that is gone again unless it is kept. In a VFS of the host it is the VFS that removes it.
class Draft {
 public:
  Draft(std::string path, std::string const& vfs) : path_(std::move(path)), vfs_(vfs) {}
  ~Draft() {
    if (kept_) return;
    if (vfs_.empty())
      platform::remove_file(path_);
    else if (auto* const vfs = sqlite3_vfs_find(vfs_.c_str()))
      vfs->xDelete(vfs, plain_path(path_).c_str(), 0);
  }
  Draft(Draft const&) = delete;
  Draft& operator=(Draft const&) = delete;
  [[nodiscard]] std::string const& path() const noexcept { return path_; }
  void keep() noexcept { kept_ = true; }

 private:
  std::string path_;
  std::string const& vfs_;
  bool kept_ = false;
};

bool exists(std::string const& path, std::string const& vfs_name) {
  if (vfs_name.empty()) return platform::file_status(path).kind != platform::FileKind::none;
  auto* const vfs = sqlite3_vfs_find(vfs_name.c_str());
  int found = 0;
  return vfs && vfs->xAccess(vfs, plain_path(path).c_str(), SQLITE_ACCESS_EXISTS, &found) == SQLITE_OK && found != 0;
}

// @p name is what the file will be called.
result<Head> verified(std::string const& path, std::string const& name, std::string const& vfs, Head const& least,
                      std::function<bool()> const& proceed) {
  // Only this program knows the file yet, so it matters not where it lies.
  auto const store =
      sqlite_store(path, OpenMode::read_only, {.tenant = least.tenant, .allow_network_file_system = true, .vfs = vfs});
  if (!store) return store.error();
  VerifyOptions options;
  options.kept.push_back({origin_of(least), least.size(), least.tree.root()});
  options.progress = [&](std::uint64_t, std::uint64_t) { return proceed(); };
  auto const found = verify(**store, options);
  if (!found) return found.error();
  if (!found->ok())
    return Error(store_rules::bad_copy, name,
                 {{"found", found->problems.front().where + ": " + found->problems.front().message}});
  return (*store)->head();
}

// SQLite's copy in steps, each under the lock of the source.
class PageCopy {
 public:
  PageCopy(Connection& from, Connection& to, std::mutex& mutex) : from_(from), to_(to), mutex_(mutex) {
    std::lock_guard const lock(mutex_);
    backup_ = sqlite3_backup_init(to_.get(), "main", from_.get(), "main");
  }
  ~PageCopy() {
    std::lock_guard const lock(mutex_);
    sqlite3_backup_finish(backup_);
  }
  PageCopy(PageCopy const&) = delete;
  PageCopy& operator=(PageCopy const&) = delete;

  // @return true when all is there.
  result<bool> step() {
    std::lock_guard const lock(mutex_);
    if (auto failure = from_.failure()) return *std::move(failure);
    if (!backup_) return to_.error(sqlite3_extended_errcode(to_.get()));
    bool const at_once = ++steps_ * pages_at_once > most_rounds * (total_ + pages_at_once);
    int const code = sqlite3_backup_step(backup_, at_once ? -1 : static_cast<int>(pages_at_once));
    total_ = static_cast<std::uint64_t>(sqlite3_backup_pagecount(backup_));
    remaining_ = static_cast<std::uint64_t>(sqlite3_backup_remaining(backup_));
    if (code != SQLITE_OK && code != SQLITE_DONE) return to_.error(code);
    return code == SQLITE_DONE;
  }
  result<void> finish() {
    std::lock_guard const lock(mutex_);
    int const code = sqlite3_backup_finish(std::exchange(backup_, nullptr));
    return code == SQLITE_OK ? result<void>{} : to_.error(code);
  }
  [[nodiscard]] std::uint64_t total() const noexcept { return total_; }
  [[nodiscard]] std::uint64_t done() const noexcept { return total_ - remaining_; }

 private:
  Connection& from_;
  Connection& to_;
  std::mutex& mutex_;
  sqlite3_backup* backup_ = nullptr;
  std::uint64_t steps_ = 0;
  std::uint64_t total_ = 0;
  std::uint64_t remaining_ = 0;
};

}  // namespace

result<void> copy_pages(Connection& from, std::mutex& lock_of_source, std::unique_ptr<Connection> to,
                        std::function<bool(std::uint64_t done, std::uint64_t total)> const& follow) {
  for (auto const sql : {sqlite_sql::alone, sqlite_sql::final_commits.set})
    if (auto const done = to->execute(sql); !done) return done.error();
  PageCopy copy(from, *to, lock_of_source);
  for (;;) {
    auto const all = copy.step();
    if (!all) return all.error();
    if (!follow(copy.done(), copy.total())) return Error(journal_rules::cancelled, from.path());
    if (*all) break;
  }
  if (auto const done = copy.finish(); !done) return done.error();
  return come_to_rest(*to);  // a source in write-ahead mode says so in its first page
}

result<void> copy_compactly(Connection& from, std::string const& path, std::function<bool()> const& proceed) {
  return interruptible(from, proceed, [&] { return vacuum_into(from, path); });
}

result<Head> make_copy(std::string const& path, std::string const& vfs, Head const& least,
                       std::function<result<void>(std::string const& file)> const& fill,
                       std::function<bool()> const& proceed) {
  if (path.empty() || path.find('\0') != path.npos)
    return Error(store_rules::bad_path, path.substr(0, path.find('\0')));
  if (exists(path, vfs)) return Error(store_rules::exists, path);
  auto const temporary = vfs.empty() ? path + ".part" : path;
  if (int const refused = vfs.empty() ? platform::create_file(temporary) : 0; refused != 0)
    return refused_path(refused == EEXIST ? temporary : path, refused);
  Draft draft(temporary, vfs);
  if (auto const done = fill(draft.path()); !done) return done.error();
  auto const head = verified(draft.path(), path, vfs, least, proceed);
  if (!head || !vfs.empty()) {
    if (head) draft.keep();
    return head;
  }
  if (int const failed = platform::sync_file(draft.path()); failed != 0)
    return Error(store_rules::failed_sync, draft.path(), {{"found", platform::error_text(failed)}});
  if (int const failed = platform::move_new(draft.path(), path); failed != 0) return refused_path(path, failed);
  draft.keep();
  return head;
}

}  // namespace sqlite
}  // namespace v1
}  // namespace annexa
