#pragma once
// A thin C++ skin over SQLite: owners, statements with typed columns, transactions, and one table that turns its result
// codes into annexa's errors.

#include <annexa/base/error.hpp>

#include <sqlite3.h>
#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "journal_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace sqlite {

class Connection;

// One prepared statement. Each run begins with bind() and ends with reset(), which Run does.
class Statement {
 public:
  Statement() = default;
  explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}
  [[nodiscard]] sqlite3_stmt* get() const noexcept { return statement_.get(); }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
  };
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

// One execution of a statement. Bound bytes must live as long as it does.
class Run {
 public:
  Run(Connection& connection, Statement const& statement) : connection_(connection), statement_(statement.get()) {}
  ~Run();
  Run(Run const&) = delete;
  Run& operator=(Run const&) = delete;

  Run& bind(std::int64_t number);
  Run& bind(std::string_view bytes);      // as a BLOB
  Run& bind_text(std::string_view text);  // SQLite copies it
  template <std::size_t Size>
  Run& bind(std::array<unsigned char, Size> const& bytes) {
    return bind(std::string_view(reinterpret_cast<char const*>(bytes.data()), Size));
  }

  // True if there is a(nother) row.
  [[nodiscard]] result<bool> next();
  // For statements without rows.
  [[nodiscard]] result<void> finish();

  [[nodiscard]] std::int64_t integer(int column) const { return sqlite3_column_int64(statement_, column); }
  [[nodiscard]] bool is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
  // Lives until the next row.
  [[nodiscard]] std::string_view bytes(int column) const;
  // The bytes of a column of fixed size; all zero when the store holds something else there.
  template <std::size_t Size>
  [[nodiscard]] std::array<unsigned char, Size> fixed(int column) const {
    std::array<unsigned char, Size> out{};
    auto const found = bytes(column);
    if (found.size() == Size) std::copy(found.begin(), found.end(), out.begin());
    return out;
  }

 private:
  Connection& connection_;
  sqlite3_stmt* statement_;
  int parameters_ = 0;
};

class Connection {
 public:
  // Opens, with limits and defences set. Reads nothing yet.
  [[nodiscard]] static result<std::unique_ptr<Connection>> open(std::string const& path, int flags,
                                                                std::string const& vfs,
                                                                std::int64_t patience_milliseconds);
  ~Connection() { sqlite3_close_v2(database_); }
  Connection(Connection const&) = delete;
  Connection& operator=(Connection const&) = delete;

  [[nodiscard]] result<Statement> prepare(std::string_view sql);
  [[nodiscard]] result<void> execute(std::string_view sql);
  // First column of the first row, as text.
  [[nodiscard]] result<std::string> text(std::string_view sql);

  [[nodiscard]] bool is_read_only() const { return sqlite3_db_readonly(database_, "main") == 1; }
  [[nodiscard]] sqlite3* get() const noexcept { return database_; }
  // Remembers a failed sync: a second one may succeed although data was lost, so the connection must not be used again.
  void note(int code) noexcept;
  // The error of a result code, which is noted too. Throws std::bad_alloc when memory ran out.
  [[nodiscard]] Error error(int code);
  // The failed sync that ended the use of this connection, if there was one.
  [[nodiscard]] std::optional<Error> failure() const;
  // Where messages point to.
  [[nodiscard]] std::string const& path() const noexcept { return path_; }

 private:
  Connection(sqlite3* database, std::string path) : database_(database), path_(std::move(path)) {}
  sqlite3* database_;
  std::string path_;
  int failed_sync_ = SQLITE_OK;
};

// Asks @p proceed (which may be empty) now and then whether to go on while @p body works on the connection.
template <class Body>
auto interruptible(Connection& connection, std::function<bool()> const& proceed, Body const& body) -> decltype(body()) {
  constexpr int instructions_between_questions = 5000;
  bool stopped = false;
  std::function<bool()> ask = [&] { return stopped = stopped || (proceed && !proceed()); };
  sqlite3_progress_handler(
      connection.get(), instructions_between_questions,
      [](void* asker) { return (*static_cast<std::function<bool()>*>(asker))() ? 1 : 0; }, &ask);
  auto answer = body();
  sqlite3_progress_handler(connection.get(), 0, nullptr, nullptr);
  if (stopped) return Error(journal_rules::cancelled, connection.path());
  return answer;
}

// BEGIN IMMEDIATE: a writer from its first moment, so two writers can never wait for each other. Rolls back unless
// committed.
class Transaction {
 public:
  explicit Transaction(Connection& connection) : connection_(connection) {}
  ~Transaction();
  Transaction(Transaction const&) = delete;
  Transaction& operator=(Transaction const&) = delete;
  [[nodiscard]] result<void> begin() { return connection_.execute("BEGIN IMMEDIATE"); }
  // For several reads of one state of the file. Writers wait meanwhile.
  [[nodiscard]] result<void> begin_reading() { return connection_.execute("BEGIN"); }
  [[nodiscard]] result<void> commit() { return connection_.execute("COMMIT"); }

 private:
  Connection& connection_;
};

}  // namespace sqlite
}  // namespace v1
}  // namespace annexa
