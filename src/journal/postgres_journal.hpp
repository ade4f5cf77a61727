#pragma once
// A journal on a server: its name, the way to it, and the repetition of what the server or the way to it broke off.

#include <algorithm>
#include <chrono>
#include <memory>
#include <thread>

#include "postgres_connection.hpp"

namespace annexa {
inline namespace v1 {
namespace postgres {

inline constexpr int most_server_attempts = 16;

// 1, 2, 4 … 1000 ms: eight seconds in all.
inline std::chrono::milliseconds pause_after(int attempt) {
  return std::chrono::milliseconds(std::min(1 << std::min(attempt, 10), 1000));
}

// The connections to a server by which one journal is reached, and how work on it is repeated.
class Journal {
 public:
  Journal(Url url, std::shared_ptr<Server> server) : url_(std::move(url)), server_(std::move(server)) {}
  [[nodiscard]] Url const& url() const noexcept { return url_; }
  // The same journal by one connection alone, which is in a transaction and outlives it. Nothing is repeated then.
  [[nodiscard]] Journal by(Connection& connection) const {
    auto out = *this;
    out.alone_ = &connection;
    return out;
  }

  // Runs @p work, an Answer<T>(Connection&) in at most one transaction, until the server neither asks for another try
  // nor is gone. A server that cannot be reached at all is not waited for, unless it was there a moment ago.
  template <class Work>
  auto run(Work const& work) -> decltype(work(std::declval<Connection&>())) {
    if (alone_) return work(*alone_);
    bool was_there = false;
    for (int attempt = 0;; ++attempt) {
      auto lease = Server::lease(server_);
      auto answer = lease ? work(**lease) : Answer<Rows>(lease.error()).error();
      if (answer) return answer;
      auto const course = lease ? course_of(answer.error()) : Course::reconnect;
      was_there = was_there || lease.has_value();
      if (course == Course::refuse || !was_there || attempt == most_server_attempts) return answer;
      if (lease && course == Course::reconnect) server_->drop_idle();
      std::this_thread::sleep_for(pause_after(attempt));
    }
  }

  // The same, its failure as an error.
  template <class Work>
  auto run_to_end(Work const& work) -> result<typename decltype(work(std::declval<Connection&>()))::value_type> {
    auto answer = run(work);
    if (!answer) return error(answer.error());
    return *std::move(answer);
  }
  result<Rows> run(Call const& call) {
    return run_to_end([&](Connection& connection) { return connection.run(call); });
  }
  [[nodiscard]] Error error(Failure const& failure) const { return error_of(failure, url_); }

 private:
  Url url_;
  std::shared_ptr<Server> server_;
  Connection* alone_ = nullptr;
};

}  // namespace postgres
}  // namespace v1
}  // namespace annexa
