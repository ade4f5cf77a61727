#include "postgres_connection.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <map>
#include <new>

#include "server_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace postgres {
namespace {

// What a SQLSTATE means; whole states stand before the classes that they belong to.
struct Meaning {
  std::string_view state;  // or the beginning of it
  Course course;
  Rule const* rule;
};
constexpr std::array meanings{
    Meaning{"40001", Course::repeat, &server_rules::busy},       // serialization failure
    Meaning{"40P01", Course::repeat, &server_rules::busy},       // deadlock
    Meaning{"40003", Course::reconnect, &server_rules::lost},    // unknown completion
    Meaning{"08", Course::reconnect, &server_rules::lost},       // connection
    Meaning{"57P01", Course::reconnect, &server_rules::lost},    // put out by an administrator
    Meaning{"57P02", Course::reconnect, &server_rules::lost},    // the server crashes
    Meaning{"57P03", Course::reconnect, &server_rules::lost},    // the server starts or stops
    Meaning{"57P05", Course::reconnect, &server_rules::lost},    // idle for too long
    Meaning{"25P03", Course::reconnect, &server_rules::lost},    // idle in a transaction for too long
    Meaning{"53300", Course::reconnect, &server_rules::busy},    // too many connections
    Meaning{"55P03", Course::refuse, &server_rules::busy},       // a lock was not to be had
    Meaning{"57014", Course::refuse, &server_rules::busy},       // cancelled, mostly by a time limit
    Meaning{"25006", Course::refuse, &server_rules::read_only},  // a standby
    Meaning{"42501", Course::refuse, &server_rules::denied},
    Meaning{"28", Course::refuse, &server_rules::denied},
    Meaning{"53", Course::refuse, &server_rules::full},
    Meaning{"58", Course::refuse, &server_rules::full},
    // All SQL is constant and known to fit the layout, so these say that the layout or its content was altered.
    Meaning{"42", Course::refuse, &server_rules::corrupt},
    Meaning{"22", Course::refuse, &server_rules::corrupt},
    Meaning{"23", Course::refuse, &server_rules::corrupt},
    Meaning{"XX001", Course::refuse, &server_rules::corrupt},
    Meaning{"XX002", Course::refuse, &server_rules::corrupt},
};
constexpr Meaning unreachable{"", Course::refuse, &server_rules::unreachable};
constexpr Meaning unforeseen{"", Course::refuse, &server_rules::refused};

Meaning const& meaning_of(Failure const& failure) {
  if (failure.state.empty()) return unreachable;
  for (auto const& each : meanings)
    if (failure.state.starts_with(each.state)) return each;
  return unforeseen;
}

// One line without a full stop, as messages take it.
std::string in_a_line(std::string_view text) {
  std::string out;
  for (char const c : text)
    if (!(c == '\n' || c == '\t') || (!out.empty() && out.back() != ' ')) out += c == '\n' || c == '\t' ? ' ' : c;
  while (out.ends_with(' ') || out.ends_with('.')) out.pop_back();
  return out;
}

std::array<char, 8> big_endian(std::int64_t number) {
  std::array<char, 8> out{};
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i] = static_cast<char>(static_cast<std::uint64_t>(number) >> (56U - 8U * i));
  return out;
}

std::string name_of(Statement const& statement) { return "annexa_" + std::to_string(statement.number); }

// The server answers while more is sent; no more than fits into any system's buffers, or both would wait.
constexpr std::size_t most_together = 256;

}  // namespace

Course course_of(Failure const& failure) { return meaning_of(failure).course; }

Error error_of(Failure const& failure, Url const& url) {
  auto const& rule = *meaning_of(failure).rule;
  std::vector<Argument> args{{"found", without_secrets(in_a_line(failure.message), url)}, {"state", failure.state}};
  return {rule, url.shown, std::move(args)};
}

// ---- Rows

std::uint64_t Rows::affected() const {
  std::string_view const text = library_->affected(rows_.get());
  std::uint64_t count = 0;
  std::from_chars(text.data(), text.data() + text.size(), count);
  return count;
}

std::string_view Rows::bytes(int row, int column) const {
  return {library_->value(rows_.get(), row, column),
          static_cast<std::size_t>(library_->length(rows_.get(), row, column))};
}

std::int64_t Rows::integer(int row, int column) const {
  std::uint64_t number = 0;
  for (auto const byte : fixed<8>(row, column)) number = number << 8U | byte;
  return static_cast<std::int64_t>(number);
}

std::string Rows::line(int row) const {
  std::string out;
  for (int column = 0; column < library_->columns(rows_.get()); ++column)
    (out += column == 0 ? "" : " ") += bytes(row, column);
  return out;
}

// ---- Connection

Answer<std::unique_ptr<Connection>> Connection::open(Library const& library, Url const& url) {
  std::vector<char const*> keywords;
  std::vector<char const*> values;
  for (auto const& [keyword, value] : url.parameters) {
    keywords.push_back(keyword.c_str());
    values.push_back(value.c_str());
  }
  keywords.push_back(nullptr);
  values.push_back(nullptr);
  auto* const opened = library.connect(keywords.data(), values.data(), 0);
  if (!opened) throw std::bad_alloc();
  std::unique_ptr<Connection> connection(new Connection(library, opened));
  if (connection->is_broken() || library.enter_pipeline(opened) != 1) return Failure{"", library.message(opened)};
  library.set_notice_processor(
      opened, [](void*, char const*) {}, nullptr);
  return connection;
}

Failure Connection::failure(pg_result const* answer) const {
  auto const* const state = answer ? library_.result_field(answer, field_sqlstate) : nullptr;
  auto const* const message = answer ? library_.result_field(answer, field_message) : nullptr;
  if (state && message) return {state, message};
  return {std::string(broken_state), library_.message(connection_)};
}

// The answer to one thing that was sent.
Answer<Rows> Connection::next() {
  Rows rows(library_, library_.next(connection_));
  auto* const answer = rows.get();
  int const status = answer ? library_.result_status(answer) : -1;
  if (status != command_ok && status != tuples_ok && status != pipeline_sync) return failure(answer);
  // A mark that the answer is complete; after a sync there is none.
  if (status != pipeline_sync) Rows(library_, library_.next(connection_));
  return rows;
}

// Reads up to the answer to the sync, so that the connection is ready again.
std::optional<Failure> Connection::finish() {
  while (!is_broken()) {
    Rows const rows(library_, library_.next(connection_));
    if (rows.get() && library_.result_status(rows.get()) == pipeline_sync) return {};
  }
  return failure(nullptr);
}

bool Connection::send_prepared(Call const& call) {
  std::array<std::array<char, 8>, std::tuple_size_v<decltype(call.parameters)>> numbers{};
  std::array<char const*, numbers.size()> values{};
  std::array<int, numbers.size()> lengths{};
  std::array<int, numbers.size()> formats{};
  formats.fill(1);
  for (std::size_t i = 0; i < static_cast<std::size_t>(call.count); ++i) {
    if (auto const* number = std::get_if<std::int64_t>(&call.parameters[i])) {
      numbers[i] = big_endian(*number);
      values[i] = numbers[i].data();
      lengths[i] = 8;
    } else {
      auto const bytes = std::get<std::string_view>(call.parameters[i]);
      values[i] = bytes.empty() ? "" : bytes.data();  // a null address would be NULL
      lengths[i] = static_cast<int>(bytes.size());
    }
  }
  return library_.send_prepared(connection_, name_of(call.statement).c_str(), call.count, values.data(), lengths.data(),
                                formats.data(), 1) == 1;
}

// Notes in @p preparing what comes before the answer: the number of a statement that is prepared, or nothing (-1).
bool Connection::send(Call const& call, std::vector<int>& preparing) {
  if (call.count == 0) {
    preparing.push_back(-1);
    return library_.send(connection_, std::string(call.statement.sql).c_str(), 0, nullptr, nullptr, nullptr, nullptr,
                         1) == 1;
  }
  bool const known =
      prepared_[call.statement.number] || std::ranges::find(preparing, int{call.statement.number}) != preparing.end();
  preparing.push_back(known ? -1 : call.statement.number);
  if (!known && library_.send_prepare(connection_, name_of(call.statement).c_str(),
                                      std::string(call.statement.sql).c_str(), 0, nullptr) != 1)
    return false;
  return send_prepared(call);
}

Answer<std::vector<Rows>> Connection::run_some(std::span<Call const> calls) {
  std::vector<int> preparing;
  for (auto const& call : calls)
    if (!send(call, preparing)) return failure(nullptr);
  if (library_.sync(connection_) != 1) return failure(nullptr);
  std::vector<Rows> answers;
  std::optional<Failure> failed;
  for (auto const number : preparing) {
    if (number >= 0) {
      auto const made = next();
      if (!made) failed = made.error();
      if (failed) break;
      prepared_.set(static_cast<std::size_t>(number));
    }
    auto answer = next();
    if (!answer) failed = answer.error();
    if (failed) break;
    answers.push_back(*std::move(answer));
  }
  auto const unfinished = finish();
  if (failed) return *std::move(failed);
  if (unfinished) return *unfinished;
  return answers;
}

Answer<std::vector<Rows>> Connection::run(std::span<Call const> calls) {
  std::vector<Rows> answers;
  while (!calls.empty()) {
    auto const some = calls.first(std::min(calls.size(), most_together));
    auto found = run_some(some);
    if (!found) return found;
    std::ranges::move(*found, std::back_inserter(answers));
    calls = calls.subspan(some.size());
  }
  return answers;
}

Answer<Rows> Connection::run(Call const& call) {
  auto answers = run(std::span(&call, 1));
  if (!answers) return answers.error();
  return std::move(answers->front());
}

Answer<Rows> Connection::run(std::string_view sql) { return run(Call(Statement{0, sql})); }

void Connection::roll_back() {
  if (!is_broken() && library_.transaction_status(connection_) != transaction_idle)
    static_cast<void>(run(Call(postgres_sql::roll_back)));
}

// ---- Server

result<std::shared_ptr<Server>> Server::named(Url const& url, int connections) {
  static std::mutex mutex;
  static std::map<std::string, std::weak_ptr<Server>> servers;
  auto const library = load_library();
  if (!library) return library.error();
  std::lock_guard const lock(mutex);
  std::erase_if(servers, [](auto const& each) { return each.second.expired(); });
  auto& known = servers[url.server];
  auto server = known.lock();
  if (!server) known = server = std::shared_ptr<Server>(new Server(**library, url));
  std::lock_guard const inner(server->mutex_);
  server->most_ = std::max(server->most_, connections);
  return server;
}

Answer<Server::Lease> Server::lease(std::shared_ptr<Server> const& server) {
  {
    std::unique_lock lock(server->mutex_);
    server->freed_.wait(lock, [&] { return server->used_ < server->most_; });
    ++server->used_;
    if (!server->idle_.empty()) {
      Lease lease(server, std::move(server->idle_.back()));
      server->idle_.pop_back();
      return lease;
    }
  }
  auto opened = Connection::open(server->library_, server->url_);
  if (opened) return Lease(server, *std::move(opened));
  server->take_back(nullptr);
  return opened.error();
}

void Server::take_back(std::unique_ptr<Connection> connection) {
  if (connection) connection->roll_back();
  bool const keep = connection && !connection->is_broken();
  {
    std::lock_guard const lock(mutex_);
    --used_;
    if (keep) idle_.push_back(std::move(connection));
  }
  freed_.notify_one();
}

void Server::drop_idle() {
  std::vector<std::unique_ptr<Connection>> dropped;
  std::lock_guard const lock(mutex_);
  dropped.swap(idle_);
}

}  // namespace postgres
}  // namespace v1
}  // namespace annexa
