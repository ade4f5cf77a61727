#include <utility>

#include "sqlite_aside.hpp"
#include "sqlite_sql.hpp"
#include "store_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace sqlite {
namespace {

constexpr std::size_t bytes_at_once = 4U << 20U;

struct KeptSnapshot {
  SnapshotHead head;
  std::int64_t generation = 0;
};

result<std::optional<KeptSnapshot>> kept_snapshot(Connection& connection) {
  auto const select = connection.prepare(sqlite_sql::select_snapshot);
  if (!select) return select.error();
  Run run(connection, *select);
  auto const row = run.next();
  if (!row) return row.error();
  if (!*row) return std::optional<KeptSnapshot>{};
  return std::optional(KeptSnapshot{
      {std::string(run.bytes(0)), static_cast<std::uint64_t>(run.integer(1)), Hash{run.fixed<32>(2)}}, run.integer(3)});
}

// The first column of the first row, if there is one.
result<std::optional<std::int64_t>> number_in(Connection& connection, std::string_view sql,
                                              std::optional<std::int64_t> parameter = {}) {
  auto const select = connection.prepare(sql);
  if (!select) return select.error();
  Run run(connection, *select);
  if (parameter) run.bind(*parameter);
  auto const row = run.next();
  if (!row) return row.error();
  return *row && !run.is_null(0) ? std::optional(run.integer(0)) : std::nullopt;
}

// One snapshot on its way into the file.
class SnapshotDraft {
 public:
  SnapshotDraft(Connection& connection, std::mutex& mutex) : connection_(connection), mutex_(mutex) {}

  // @return false if there is none further.
  result<bool> add_some(SnapshotSource const& next) {
    std::vector<std::string> parts;
    for (std::size_t bytes = 0; bytes < bytes_at_once; bytes += parts.back().size()) {
      auto part = next();  // without the lock: this is where the time goes
      if (!part) break;
      parts.push_back(*std::move(part));
    }
    if (parts.empty()) return false;
    auto const done = in_transaction([&] { return insert(parts); });
    return done ? result<bool>(true) : done.error();
  }

  // Makes it the one that counts, unless there is a newer one or others took its parts away.
  result<bool> finish(SnapshotHead const& head) {
    bool counts = false;
    auto const done = in_transaction([&]() -> result<void> {
      auto const kept = kept_snapshot(connection_);
      if (!kept) return kept.error();
      auto const parts = number_in(connection_, sqlite_sql::count_parts, generation_);
      if (!parts) return parts.error();
      counts = (!*kept || (*kept)->head.size <= head.size) && *parts == number_;
      return counts ? replace(head) : result<void>{};
    });
    if (!done) return done.error();
    return counts;
  }

  // Removes a part of a generation that does not count. @return false if there is none.
  result<bool> tidy_up() {
    bool found = false;
    auto const done = in_transaction([&]() -> result<void> {
      auto const kept = kept_snapshot(connection_);
      if (!kept) return kept.error();
      auto const row = number_in(connection_, sqlite_sql::first_other_part, *kept ? (*kept)->generation : -1);
      if (!row) return row.error();
      found = row->has_value();
      if (!found) return {};
      auto const remove = connection_.prepare(sqlite_sql::delete_part);
      if (!remove) return remove.error();
      return Run(connection_, *remove).bind(**row).finish();
    });
    if (!done) return done.error();
    return found;
  }

 private:
  template <class Body>
  result<void> in_transaction(Body const& body) {
    std::lock_guard const lock(mutex_);
    if (auto failure = connection_.failure()) return *std::move(failure);
    Transaction transaction(connection_);
    if (auto const begun = transaction.begin(); !begun) return begun;
    if (auto const done = body(); !done) return done;
    return transaction.commit();
  }

  result<void> insert(std::vector<std::string> const& parts) {
    if (generation_ == 0) {
      auto const last = number_in(connection_, sqlite_sql::last_generation);
      auto const kept = kept_snapshot(connection_);
      if (!last || !kept) return last ? kept.error() : last.error();
      generation_ = std::max(last->value_or(0), *kept ? (*kept)->generation : 0) + 1;
    }
    auto const insert = connection_.prepare(sqlite_sql::insert_part);
    if (!insert) return insert.error();
    for (auto const& part : parts) {
      Run run(connection_, *insert);
      if (auto const done = run.bind(generation_).bind(number_++).bind(part).finish(); !done) return done;
    }
    return {};
  }

  result<void> replace(SnapshotHead const& head) {
    auto const replace = connection_.prepare(sqlite_sql::replace_snapshot);
    if (!replace) return replace.error();
    Run run(connection_, *replace);
    return run.bind(head.form)
        .bind(static_cast<std::int64_t>(head.size))
        .bind(head.root.bytes)
        .bind(generation_)
        .finish();
  }

  Connection& connection_;
  std::mutex& mutex_;
  std::int64_t generation_ = 0;
  std::int64_t number_ = 0;  // of parts so far
};

}  // namespace

result<bool> read_snapshot(Connection& connection, std::mutex& lock,
                           std::function<bool(SnapshotHead const&)> const& wanted, SnapshotVisitor const& visit) {
  std::unique_lock held(lock);
  if (auto failure = connection.failure()) return *std::move(failure);
  auto const kept = kept_snapshot(connection);
  if (!kept) return kept.error();
  auto const select = connection.prepare(sqlite_sql::select_part);
  if (!select) return select.error();
  held.unlock();
  if (!*kept || !wanted((*kept)->head)) return false;
  for (std::int64_t number = 0;; ++number) {
    held.lock();
    std::string part;
    {
      Run run(connection, *select);
      auto const row = run.bind((*kept)->generation).bind(number).next();
      if (!row) return row.error();
      if (!*row) return number != 0;
      part = run.bytes(0);
    }
    held.unlock();
    if (!visit(part)) return false;
  }
}

result<bool> keep_snapshot(Connection& connection, std::mutex& lock, SnapshotHead const& head,
                           SnapshotSource const& next) {
  SnapshotDraft draft(connection, lock);
  for (;;) {
    auto const more = draft.add_some(next);
    if (!more) return more.error();
    if (!*more) break;
  }
  auto const kept = draft.finish(head);
  if (!kept) return kept.error();
  for (;;) {
    auto const more = draft.tidy_up();
    if (!more) return more.error();
    if (!*more) return kept;
  }
}

}  // namespace sqlite
}  // namespace v1
}  // namespace annexa
