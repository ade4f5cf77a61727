#pragma once
// A thin C++ skin over libpq: answers with typed columns, statements sent together, and connections that are shared.

#include <annexa/base/error.hpp>
#include <annexa/base/uuid.hpp>

#include <array>
#include <bitset>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "postgres_library.hpp"
#include "postgres_sql.hpp"
#include "postgres_url.hpp"

namespace annexa {
inline namespace v1 {
namespace postgres {

using postgres_sql::Statement;

// What the server, or the way to it, said. The state is a SQLSTATE; empty where there was no connection to be had.
struct Failure {
  std::string state;
  std::string message;
};

// What became of a connection that broke: SQLSTATE "connection failure".
inline constexpr std::string_view broken_state = "08006";

// What a failure means for whoever wants to go on.
enum class Course : std::uint8_t {
  repeat,     // the server asks for another try
  reconnect,  // the connection is gone; what it was doing may have happened
  refuse,
};
[[nodiscard]] Course course_of(Failure const& failure);

// The error of a failure.
[[nodiscard]] Error error_of(Failure const& failure, Url const& url);

template <class T>
using Answer = boost::system::result<T, Failure>;

[[noreturn]] inline void throw_exception_from_error(Failure const& failure, boost::source_location const&) {
  throw std::runtime_error(failure.message);
}

// Rows that the server gave.
class Rows {
 public:
  Rows(Library const& library, pg_result* rows) : library_(&library), rows_(rows, library.clear) {}
  [[nodiscard]] pg_result* get() const noexcept { return rows_.get(); }
  [[nodiscard]] int size() const { return library_->rows(rows_.get()); }
  [[nodiscard]] bool empty() const { return size() == 0; }
  // Rows that a statement without an answer changed.
  [[nodiscard]] std::uint64_t affected() const;
  [[nodiscard]] bool is_null(int row, int column) const { return library_->is_null(rows_.get(), row, column) != 0; }
  // Lives as long as this.
  [[nodiscard]] std::string_view bytes(int row, int column) const;
  // A bigint; 0 for anything else.
  [[nodiscard]] std::int64_t integer(int row, int column) const;
  // The bytes of a column of fixed size; all zero when something else is there.
  template <std::size_t Size>
  [[nodiscard]] std::array<unsigned char, Size> fixed(int row, int column) const {
    std::array<unsigned char, Size> out{};
    auto const found = bytes(row, column);
    if (found.size() == Size) std::copy(found.begin(), found.end(), out.begin());
    return out;
  }
  // The columns of a row with a space between.
  [[nodiscard]] std::string line(int row) const;

 private:
  Library const* library_;
  std::unique_ptr<pg_result, void (*)(pg_result*)> rows_;
};

// A value that goes with a statement: a bigint, or bytes that live until the statement was sent.
using Parameter = std::variant<std::int64_t, std::string_view>;

template <std::size_t Size>
[[nodiscard]] std::string_view view(std::array<unsigned char, Size> const& bytes) {
  return {reinterpret_cast<char const*>(bytes.data()), Size};
}

// A statement with its values.
struct Call {
  Statement statement;
  std::array<Parameter, 7> parameters = {};
  int count = 0;

  template <class... T>
  explicit Call(Statement const& which, T const&... values)
      : statement(which), parameters{Parameter(values)...}, count(sizeof...(values)) {}
};

class Connection {
 public:
  // Connects, and looks whether the server keeps what it acknowledges.
  [[nodiscard]] static Answer<std::unique_ptr<Connection>> open(Library const& library, Url const& url);
  ~Connection() { library_.finish(connection_); }
  Connection(Connection const&) = delete;
  Connection& operator=(Connection const&) = delete;

  // Sends @p calls together, so that the way to the server is gone once for many of them. Outside of a transaction of
  // the caller's, a few hundred of them at most are all or nothing.
  // @return an answer to each, or why the first that failed did; those behind it were not run then.
  [[nodiscard]] Answer<std::vector<Rows>> run(std::span<Call const> calls);
  [[nodiscard]] Answer<Rows> run(Call const& call);
  // Runs one text that has no parameters.
  [[nodiscard]] Answer<Rows> run(std::string_view sql);

  [[nodiscard]] bool is_broken() const { return library_.status(connection_) != connection_ok; }
  // Ends what was begun and not committed.
  void roll_back();

 private:
  Connection(Library const& library, pg_conn* connection) : library_(library), connection_(connection) {}
  [[nodiscard]] Answer<std::vector<Rows>> run_some(std::span<Call const> calls);
  bool send(Call const& call, std::vector<int>& preparing);
  bool send_prepared(Call const& call);
  [[nodiscard]] Answer<Rows> next();
  [[nodiscard]] Failure failure(pg_result const* answer) const;
  [[nodiscard]] std::optional<Failure> finish();

  Library const& library_;
  pg_conn* connection_;
  std::bitset<postgres_sql::statements.size()> prepared_;
};

// The connections of this process to one server, database and user.
class Server {
 public:
  // The one that is shared by all who name the same; made where there is none.
  [[nodiscard]] static result<std::shared_ptr<Server>> named(Url const& url, int connections);

  // A connection that nobody else uses, given back when this goes.
  class Lease {
   public:
    Lease(std::shared_ptr<Server> server, std::unique_ptr<Connection> connection)
        : server_(std::move(server)), connection_(std::move(connection)) {}
    ~Lease() {
      if (connection_) server_->take_back(std::move(connection_));
    }
    Lease(Lease&&) = default;
    Lease& operator=(Lease&&) = delete;
    Connection& operator*() const noexcept { return *connection_; }

   private:
    std::shared_ptr<Server> server_;
    std::unique_ptr<Connection> connection_;
  };

  // Waits until one is free.
  [[nodiscard]] static Answer<Lease> lease(std::shared_ptr<Server> const& server);
  // Closes those that nobody uses: after one broke, the others are likely to have broken too.
  void drop_idle();

 private:
  Server(Library const& library, Url url) : library_(library), url_(std::move(url)) {}
  void take_back(std::unique_ptr<Connection> connection);

  Library const& library_;
  Url url_;
  std::mutex mutex_;
  std::condition_variable freed_;
  std::vector<std::unique_ptr<Connection>> idle_;
  int most_ = 1;
  int used_ = 0;  // leased
};

}  // namespace postgres
}  // namespace v1
}  // namespace annexa
