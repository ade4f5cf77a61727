#include "sqlite_connection.hpp"

#include <algorithm>
#include <array>
#include <new>

#include "store_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace sqlite {
namespace {

// Extended codes stand before the primary codes that they refine.
struct Meaning {
  int code;
  Rule const* rule;
};
constexpr std::array meanings{
    Meaning{SQLITE_IOERR_FSYNC, &store_rules::failed_sync},
    Meaning{SQLITE_IOERR_DIR_FSYNC, &store_rules::failed_sync},
    Meaning{SQLITE_READONLY_ROLLBACK, &store_rules::interrupted},
    Meaning{SQLITE_READONLY_RECOVERY, &store_rules::interrupted},
    Meaning{SQLITE_READONLY_DBMOVED, &store_rules::moved},
    Meaning{SQLITE_BUSY, &store_rules::busy},
    Meaning{SQLITE_LOCKED, &store_rules::busy},
    Meaning{SQLITE_READONLY, &store_rules::read_only},
    Meaning{SQLITE_FULL, &store_rules::full},
    Meaning{SQLITE_IOERR, &store_rules::input_output},
    Meaning{SQLITE_CANTOPEN, &store_rules::cannot_open},
    Meaning{SQLITE_PERM, &store_rules::cannot_open},
    Meaning{SQLITE_AUTH, &store_rules::cannot_open},
    Meaning{SQLITE_NOTADB, &store_rules::not_a_workspace},
    Meaning{SQLITE_CORRUPT, &store_rules::corrupt},
    // All SQL is constant and known to fit the layout, so these say that the layout or its content was altered.
    Meaning{SQLITE_ERROR, &store_rules::corrupt},
    Meaning{SQLITE_CONSTRAINT, &store_rules::corrupt},
    Meaning{SQLITE_TOOBIG, &store_rules::corrupt},
    Meaning{SQLITE_MISMATCH, &store_rules::corrupt},
    Meaning{SQLITE_SCHEMA, &store_rules::corrupt},
};

Rule const& rule_of(int code) noexcept {
  for (auto const& row : meanings)
    if (row.code == code) return *row.rule;
  for (auto const& row : meanings)
    if (row.code == (code & 0xFF)) return *row.rule;
  return store_rules::unexpected;
}

struct Limit {
  int id;
  int most;
};
constexpr std::array limits{
    Limit{SQLITE_LIMIT_LENGTH, 17 << 20},  // a blob and its row
    Limit{SQLITE_LIMIT_SQL_LENGTH, 16 << 10}, Limit{SQLITE_LIMIT_COLUMN, 32},
    Limit{SQLITE_LIMIT_EXPR_DEPTH, 32},       Limit{SQLITE_LIMIT_COMPOUND_SELECT, 4},
    Limit{SQLITE_LIMIT_VDBE_OP, 25'000},      Limit{SQLITE_LIMIT_FUNCTION_ARG, 8},
    Limit{SQLITE_LIMIT_ATTACHED, 0},          Limit{SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 64},
    Limit{SQLITE_LIMIT_VARIABLE_NUMBER, 16},  Limit{SQLITE_LIMIT_TRIGGER_DEPTH, 4},
    Limit{SQLITE_LIMIT_WORKER_THREADS, 0},
};

struct Defence {
  int option;
  int value;
};
constexpr std::array defences{
    Defence{SQLITE_DBCONFIG_DEFENSIVE, 1},
    Defence{SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
    Defence{SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
    Defence{SQLITE_DBCONFIG_ENABLE_VIEW, 0},
    Defence{SQLITE_DBCONFIG_DQS_DML, 0},
    Defence{SQLITE_DBCONFIG_DQS_DDL, 0},
    Defence{SQLITE_DBCONFIG_ENABLE_TRIGGER, 1},
    Defence{SQLITE_DBCONFIG_ENABLE_FKEY, 1},
};

constexpr int pages_between_checkpoints = 1000;

// SQLite's own checkpoint after a commit keeps its failures for itself, a failed sync among them.
int checkpoint(void* connection, sqlite3* database, char const* name, int pages) {
  if (pages < pages_between_checkpoints) return SQLITE_OK;
  static_cast<Connection*>(connection)
      ->note(sqlite3_wal_checkpoint_v2(database, name, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr));
  return SQLITE_OK;  // the commit itself is final
}

}  // namespace

// ---- Run

Run::~Run() {
  if (!statement_) return;
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

Run& Run::bind(std::int64_t number) {
  sqlite3_bind_int64(statement_, ++parameters_, number);
  return *this;
}

Run& Run::bind(std::string_view bytes) {
  // A null address would bind NULL where an empty value is meant.
  char const* const address = bytes.empty() ? "" : bytes.data();
  sqlite3_bind_blob64(statement_, ++parameters_, address, bytes.size(), SQLITE_STATIC);
  return *this;
}

Run& Run::bind_text(std::string_view text) {
  sqlite3_bind_text64(statement_, ++parameters_, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  return *this;
}

result<bool> Run::next() {
  int const code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return connection_.error(code);
}

result<void> Run::finish() {
  for (;;) {
    auto const row = next();
    if (!row) return row.error();
    if (!*row) return {};
  }
}

std::string_view Run::bytes(int column) const {
  auto const* const address = static_cast<char const*>(sqlite3_column_blob(statement_, column));
  if (!address) return {};
  return {address, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

// ---- Connection

result<std::unique_ptr<Connection>> Connection::open(std::string const& path, int flags, std::string const& vfs,
                                                     std::int64_t patience_milliseconds) {
  sqlite3* database = nullptr;
  // No mutex: the store has its own.
  flags |= SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_PRIVATECACHE;
  int const code = sqlite3_open_v2(path.c_str(), &database, flags, vfs.empty() ? nullptr : vfs.c_str());
  if (!database) throw std::bad_alloc();
  std::unique_ptr<Connection> connection(new Connection(database, path));
  if (code != SQLITE_OK) return connection->error(code);
  for (auto const& [id, most] : limits) sqlite3_limit(database, id, most);
  for (auto const& [option, value] : defences) {
    int now = -1;
    int const configured = sqlite3_db_config(database, option, value, &now);
    if (configured != SQLITE_OK || now != value) return connection->error(SQLITE_MISUSE);
  }
  sqlite3_wal_hook(database, checkpoint, connection.get());
  sqlite3_busy_timeout(database, static_cast<int>(std::clamp<std::int64_t>(patience_milliseconds, 0, 3'600'000)));
  return connection;
}

result<Statement> Connection::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  int const code = sqlite3_prepare_v3(database_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                      &statement, nullptr);
  if (code != SQLITE_OK) return error(code);
  return Statement(statement);
}

result<void> Connection::execute(std::string_view sql) {
  auto const statement = prepare(sql);
  if (!statement) return statement.error();
  return Run(*this, *statement).finish();
}

result<std::string> Connection::text(std::string_view sql) {
  auto const statement = prepare(sql);
  if (!statement) return statement.error();
  Run run(*this, *statement);
  auto const row = run.next();
  if (!row) return row.error();
  return *row ? std::string(run.bytes(0)) : std::string();
}

Error Connection::error(int code) {
  if ((code & 0xFF) == SQLITE_NOMEM) throw std::bad_alloc();
  note(code);
  auto detail = std::string(sqlite3_errmsg(database_)) + ", SQLite code " + std::to_string(code);
  return {rule_of(code), path_, {{"found", std::move(detail)}}};
}

void Connection::note(int code) noexcept {
  if (&rule_of(code) == &store_rules::failed_sync) failed_sync_ = code;
}

std::optional<Error> Connection::failure() const {
  if (failed_sync_ == SQLITE_OK) return {};
  return Error(store_rules::failed_sync, path_, {{"found", "SQLite code " + std::to_string(failed_sync_)}});
}

// ---- Transaction

Transaction::~Transaction() {
  if (sqlite3_get_autocommit(connection_.get()) != 0) return;
  // If even this fails the journal stays beside the file, and whoever reads next rolls back by it.
  connection_.note(sqlite3_exec(connection_.get(), "ROLLBACK", nullptr, nullptr, nullptr));
}

}  // namespace sqlite
}  // namespace v1
}  // namespace annexa
