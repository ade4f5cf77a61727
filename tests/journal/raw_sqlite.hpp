#pragma once
/// SQLite without annexa, for what other programs and attackers do to a file.

#include <sqlite3.h>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace annexa::testing {

/// A plain connection to a SQLite file.
class RawSqlite {
 public:
  explicit RawSqlite(std::string const& path) {
    if (sqlite3_open(path.c_str(), &database_) != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(database_));
    run("PRAGMA synchronous = OFF");  // an attacker does not wait for the disk
  }
  ~RawSqlite() { sqlite3_close(database_); }
  RawSqlite(RawSqlite const&) = delete;
  RawSqlite& operator=(RawSqlite const&) = delete;

  /// Runs SQL with blobs as parameters. @return the first columns of all rows. @throws std::runtime_error when it
  /// fails.
  std::vector<std::string> run(std::string_view sql, std::vector<std::string> const& blobs = {}) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database_, sql.data(), static_cast<int>(sql.size()), &statement, nullptr) != SQLITE_OK)
      throw std::runtime_error(sqlite3_errmsg(database_));
    int index = 0;
    for (auto const& blob : blobs)
      sqlite3_bind_blob(statement, ++index, blob.data(), static_cast<int>(blob.size()), SQLITE_TRANSIENT);
    std::vector<std::string> out;
    while (sqlite3_step(statement) == SQLITE_ROW) {
      auto const* const bytes = static_cast<char const*>(sqlite3_column_blob(statement, 0));
      out.emplace_back(bytes ? bytes : "", static_cast<std::size_t>(sqlite3_column_bytes(statement, 0)));
    }
    if (sqlite3_finalize(statement) != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(database_));
    return out;
  }

  /// Changes a journal as an attacker would: takes the triggers away, does @p harm, and puts them back.
  void tamper(std::function<void()> const& harm) {
    auto const triggers = run("SELECT sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name");
    run("BEGIN");
    for (auto const& name : run("SELECT name FROM sqlite_schema WHERE type = 'trigger'")) run("DROP TRIGGER " + name);
    harm();
    for (auto const& trigger : triggers) run(trigger);
    run("COMMIT");
  }
  /// The same with one statement.
  void tamper(std::string_view sql, std::vector<std::string> const& blobs = {}) {
    tamper([&] { run(sql, blobs); });
  }

 private:
  sqlite3* database_ = nullptr;
};

}  // namespace annexa::testing
