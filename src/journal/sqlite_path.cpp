#include "sqlite_path.hpp"

#include "platform/files.hpp"
#include "sqlite_layout.hpp"
#include "sqlite_sql.hpp"
#include "store_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace sqlite {
namespace {

bool is_exclusive(int flags, SqliteOptions const& options) {
  return options.journal == SqliteJournal::write_ahead && (flags & SQLITE_OPEN_READONLY) == 0;
}

// ---- Before SQLite sees the file

constexpr std::string_view kind_name(platform::FileKind kind) {
  return kind == platform::FileKind::directory ? "a folder" : "a device or pipe";
}

}  // namespace

result<void> inspect(std::string const& path, OpenMode mode, SqliteOptions const& options) {
  if (path.empty() || path.find('\0') != path.npos)
    return Error(store_rules::bad_path, path.substr(0, path.find('\0')));
  if (mode == OpenMode::create && options.tenant.is_nil()) return Error(store_rules::no_tenant, path);
  constexpr int safe_write_ahead = 3'051'003;
  if (options.journal == SqliteJournal::write_ahead_shared && !options.allow_unsafe_write_ahead &&
      sqlite3_libversion_number() < safe_write_ahead)
    return Error(store_rules::unsafe_write_ahead, path, {{"found", sqlite3_libversion()}, {"expected", "3.51.3"}});
  if (!options.vfs.empty()) return {};
  auto const network = platform::network_file_system(path);
  if (!network.empty() && !options.allow_network_file_system)
    return Error(store_rules::network, path, {{"found", std::string(network)}});
  if (mode == OpenMode::create) return {};
  auto const kind = platform::file_status(path).kind;
  if (kind == platform::FileKind::none) return Error(store_rules::not_found, path);
  if (kind != platform::FileKind::regular)
    return Error(store_rules::not_a_file, path, {{"found", std::string(kind_name(kind))}});
  return {};
}

result<std::unique_ptr<Connection>> connect(std::string const& path, int flags, SqliteOptions const& options) {
  constexpr int oldest = 3'037'000;  // STRICT tables
  if (sqlite3_libversion_number() < oldest)
    return Error(store_rules::old_sqlite, path, {{"found", sqlite3_libversion()}, {"expected", "3.37.0"}});
  auto connection = Connection::open(plain_path(path), flags, options.vfs, options.patience);
  // Before the first look at the file, or SQLite would set up shared memory for others.
  if (connection && is_exclusive(flags, options))
    if (auto const done = (*connection)->execute(sqlite_sql::alone); !done) return done.error();
  return connection;
}

}  // namespace sqlite
}  // namespace v1
}  // namespace annexa
