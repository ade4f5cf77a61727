#include <annexa/journal/sqlite_store.hpp>

#include <algorithm>
#include <cerrno>
#include <mutex>

#include "append_rules.hpp"
#include "journal_rules.hpp"
#include "platform/files.hpp"
#include "sqlite_aside.hpp"
#include "sqlite_backup.hpp"
#include "sqlite_connection.hpp"
#include "sqlite_layout.hpp"
#include "sqlite_path.hpp"
#include "sqlite_sql.hpp"
#include "store_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

using sqlite::Connection;
using sqlite::Run;
using sqlite::Statement;
using sqlite::Transaction;

constexpr std::uint64_t page_events = 256;
constexpr std::size_t page_bytes = 4U << 20U;
constexpr std::size_t texts_at_once = 1024;

// ---- The store

struct Statements {
  Statement head, update_head, end, page, position, version, insert, personal, insert_personal, delete_personal;
};

struct StatementText {
  Statement Statements::*statement;
  std::string_view sql;
};
constexpr std::array statement_texts{
    StatementText{&Statements::head, sqlite_sql::select_head},
    StatementText{&Statements::update_head, sqlite_sql::update_head},
    StatementText{&Statements::end, sqlite_sql::select_end},
    StatementText{&Statements::page, sqlite_sql::select_page},
    StatementText{&Statements::position, sqlite_sql::select_position},
    StatementText{&Statements::version, sqlite_sql::select_version},
    StatementText{&Statements::insert, sqlite_sql::insert_event},
    StatementText{&Statements::personal, sqlite_sql::select_personal},
    StatementText{&Statements::insert_personal, sqlite_sql::insert_personal},
    StatementText{&Statements::delete_personal, sqlite_sql::delete_personal},
};

class SqliteStore final : public Store {
 public:
  SqliteStore(std::unique_ptr<Connection> connection, std::string path, SqliteOptions options)
      : path_(std::move(path)), options_(std::move(options)), connection_(std::move(connection)) {}
  ~SqliteStore() override {
    bool const writes_ahead = options_.journal != SqliteJournal::rollback && !connection_->is_read_only();
    // Where that fails the log stays, and whoever writes next folds it in.
    if (writes_ahead && !connection_->failure()) static_cast<void>(come_to_rest(*connection_));
  }
  SqliteStore(SqliteStore const&) = delete;
  SqliteStore& operator=(SqliteStore const&) = delete;

  result<void> prepare() {
    for (auto const& [statement, sql] : statement_texts) {
      auto made = connection_->prepare(sql);
      if (!made) return made.error();
      statements_.*statement = *std::move(made);
    }
    return {};
  }

  result<Head> head() override {
    return locked([&] { return read_head(); });
  }

  result<Head> append(std::uint64_t expected_size, std::span<EncodedEvent const> events,
                      std::span<Hash const> erase) override {
    return locked([&]() -> result<Head> {
      Transaction transaction(*connection_);
      auto head = begin_append(transaction, expected_size);
      if (!head) return head;
      for (auto const& event : events)
        if (auto const done = insert(event, head->tree); !done) return done.error();
      for (auto const& commitment : erase)
        if (auto const done = remove(commitment); !done) return done.error();
      if (auto const done = write_head(*head); !done) return done.error();
      if (auto const done = transaction.commit(); !done) return done.error();
      return head;
    });
  }

  result<std::uint64_t> read(std::uint64_t from, std::uint64_t limit, EventVisitor const& visit) override {
    std::uint64_t visited = 0;
    while (visited < limit) {
      auto const page = locked([&] { return read_page(from, std::min(limit - visited, page_events)); });
      if (!page) return page.error();
      if (page->empty()) break;
      for (auto const& event : *page) {
        ++visited;
        if (!visit(event)) return visited;
      }
      from = page->back().position + 1;
    }
    return visited;
  }

  result<std::optional<std::uint64_t>> find(Uuid const& id) override {
    return locked([&] { return position_of(id); });
  }

  result<std::optional<PersonalText>> personal(Hash const& commitment) override {
    return locked([&]() -> result<std::optional<PersonalText>> {
      Run run(*connection_, statements_.personal);
      auto const row = run.bind(commitment.bytes).next();
      if (!row) return row.error();
      if (!*row) return std::optional<PersonalText>{};
      return PersonalText{commitment, Salt{run.fixed<32>(0)}, std::string(run.bytes(1))};
    });
  }

  result<std::vector<std::optional<PersonalText>>> personal_texts(std::span<Hash const> commitments) override {
    std::vector<std::optional<PersonalText>> found;
    found.reserve(commitments.size());
    while (found.size() < commitments.size()) {
      auto const some = commitments.subspan(found.size(), std::min(texts_at_once, commitments.size() - found.size()));
      auto const done = locked([&] { return sqlite::read_texts(*connection_, some, found); });
      if (!done) return done.error();
    }
    return found;
  }

  bool keeps_blobs() const noexcept override { return true; }

  result<std::optional<std::string>> blob(Hash const& sha256) override {
    return locked([&] { return sqlite::read_blob(*connection_, sha256); });
  }

  result<std::vector<Hash>> subtrees(int level, std::uint64_t from, std::uint64_t count) override {
    return locked([&] { return sqlite::read_subtrees(*connection_, level, from, count); });
  }

  result<bool> read_snapshot(std::function<bool(SnapshotHead const&)> const& wanted,
                             SnapshotVisitor const& visit) override {
    return sqlite::read_snapshot(*connection_, mutex_, wanted, visit);
  }

  result<bool> keep_snapshot(SnapshotHead const& head, SnapshotSource const& next) override {
    if (connection_->is_read_only()) return false;
    return sqlite::keep_snapshot(*connection_, mutex_, head, next);
  }

  result<bool> erase_personal(Hash const& commitment) override {
    return locked([&]() -> result<bool> {
      Transaction transaction(*connection_);
      if (auto const begun = begin(transaction); !begun) return begun.error();
      auto const removed = remove(commitment);
      if (!removed) return removed;
      if (auto const done = transaction.commit(); !done) return done.error();
      return removed;
    });
  }

  // On a connection of its own, so that the store stays usable meanwhile; unless there can be no other.
  result<std::vector<Violation>> check(std::function<bool()> const& proceed) override {
    if (options_.journal == SqliteJournal::write_ahead && !connection_->is_read_only())
      return locked([&] { return sqlite::check_integrity(*connection_, proceed); });
    auto const other = sqlite::connect(path_, SQLITE_OPEN_READONLY, options_);
    if (!other) return other.error();
    return sqlite::check_integrity(**other, proceed);
  }

  result<Head> back_up(std::string const& path, BackupOptions const& options) override {
    auto const least = head();
    if (!least) return least;
    std::uint64_t total = 1;
    auto const follow = [&](std::uint64_t done, std::uint64_t all) {
      total = all;
      return !options.progress || options.progress(done, all);
    };
    auto const proceed = [&] { return follow(total, total); };
    auto const fill = [&](std::string const& file) -> result<void> {
      if (options.compact) return locked([&] { return sqlite::copy_compactly(*connection_, file, proceed); });
      auto to = Connection::open(sqlite::plain_path(file), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, options_.vfs,
                                 options_.patience);
      if (!to) return to.error();
      return sqlite::copy_pages(*connection_, mutex_, *std::move(to), follow);
    };
    return sqlite::make_copy(path, options_.vfs, *least, fill, proceed);
  }

 private:
  template <class Body>
  auto locked(Body const& body) -> decltype(body()) {
    std::lock_guard const lock(mutex_);
    if (auto failure = connection_->failure()) return *std::move(failure);
    return body();
  }

  result<void> begin(Transaction& transaction) {
    if (connection_->is_read_only()) return Error(store_rules::read_only, path_);
    return transaction.begin();
  }

  result<Head> begin_append(Transaction& transaction, std::uint64_t expected_size) {
    if (auto const begun = begin(transaction); !begun) return begun.error();
    auto head = read_head();
    if (!head) return head;
    if (head->size() != expected_size) return stale_journal(expected_size, head->size());
    auto const end = read_end();
    if (!end) return end.error();
    if (*end != head->size())
      return Error(journal_rules::size, path_,
                   {{"expected", std::to_string(head->size())}, {"found", std::to_string(*end)}});
    return head;
  }

  result<Head> read_head() {
    Run run(*connection_, statements_.head);
    auto const row = run.next();
    if (!row) return row.error();
    if (!*row) return Error(store_rules::altered, path_, {{"object", "head"}});
    auto tree = Frontier::parse(static_cast<std::uint64_t>(run.integer(1)), run.bytes(2));
    if (!tree) return tree.error();
    return Head{Uuid{run.fixed<16>(0)}, *std::move(tree)};
  }

  result<void> write_head(Head const& head) {
    auto const frontier = head.tree.to_bytes();
    Run run(*connection_, statements_.update_head);
    return run.bind(static_cast<std::int64_t>(head.size())).bind(frontier).finish();
  }

  // The position after the last event.
  result<std::uint64_t> read_end() {
    Run run(*connection_, statements_.end);
    auto const row = run.next();
    if (!row) return row.error();
    return run.is_null(0) ? std::uint64_t{0} : static_cast<std::uint64_t>(run.integer(0)) + 1;
  }

  // Of the last event of @p stream before @p position.
  result<std::uint64_t> version_of(Uuid const& stream, std::uint64_t position) {
    Run run(*connection_, statements_.version);
    auto const row = run.bind(stream.bytes).bind(static_cast<std::int64_t>(position)).next();
    if (!row) return row.error();
    return static_cast<std::uint64_t>(run.integer(0));  // NULL, where the stream is new, reads as 0
  }

  result<std::optional<std::uint64_t>> position_of(Uuid const& id) {
    Run run(*connection_, statements_.position);
    auto const row = run.bind(id.bytes).next();
    if (!row) return row.error();
    return *row ? std::optional(static_cast<std::uint64_t>(run.integer(0))) : std::nullopt;
  }

  result<void> insert(EncodedEvent const& event, Frontier& tree) {
    if (auto unfit = refused(event, true)) return *std::move(unfit);
    auto const leaf = leaf_hash(event.bytes);
    auto const inserted = insert_row(event, tree.size(), leaf);
    // The id is looked up only when something stood in the way: the usual append needs no search.
    auto const before = inserted ? result<std::optional<std::uint64_t>>(std::nullopt) : position_of(event.id);
    if (before && *before) return duplicate_event(event, **before);
    // The first version of a stream that was inserted has none before it: the two are unique together.
    if (!inserted || event.version != 1) {
      auto const version = version_of(event.stream, tree.size());
      if (!version) return version.error();
      if (event.version != *version + 1) return wrong_version(event, *version);
    }
    if (!inserted) return inserted.error();
    std::vector<Subtree> completed;
    tree.append(leaf, completed);
    if (auto const done = sqlite::insert_subtrees(*connection_, completed); !done) return done;
    if (auto const done = event.blob ? sqlite::insert_blob(*connection_, *event.blob) : result<void>{}; !done)
      return done;
    return insert_texts(event);
  }

  result<void> insert_row(EncodedEvent const& event, std::uint64_t position, Hash const& leaf) {
    Run run(*connection_, statements_.insert);
    return run.bind(static_cast<std::int64_t>(position))
        .bind(event.id.bytes)
        .bind(event.stream.bytes)
        .bind(static_cast<std::int64_t>(event.version))
        .bind(leaf.bytes)
        .bind(event.bytes)
        .finish();
  }

  result<void> insert_texts(EncodedEvent const& event) {
    for (auto const& text : event.personal) {
      Run run(*connection_, statements_.insert_personal);
      auto const done = run.bind(text.commitment.bytes).bind(text.salt.bytes).bind(text.value).finish();
      if (!done) return done;
    }
    return {};
  }

  result<bool> remove(Hash const& commitment) {
    Run run(*connection_, statements_.delete_personal);
    if (auto const done = run.bind(commitment.bytes).finish(); !done) return done.error();
    return sqlite3_changes(connection_->get()) == 1;
  }

  result<std::vector<StoredEvent>> read_page(std::uint64_t from, std::uint64_t limit) {
    std::vector<StoredEvent> page;
    if (from >> 63U != 0) return page;
    Run run(*connection_, statements_.page);
    run.bind(static_cast<std::int64_t>(from)).bind(static_cast<std::int64_t>(limit));
    for (std::size_t bytes = 0; bytes < page_bytes;) {
      auto const row = run.next();
      if (!row) return row.error();
      if (!*row) break;
      auto const position = static_cast<std::uint64_t>(run.integer(0));
      // A damaged index may lead in circles; without this the reader would never come to an end.
      if (position < from) return Error(store_rules::corrupt, path_, {{"found", "events out of order"}});
      from = position + 1;
      page.push_back({position, Uuid{run.fixed<16>(1)}, Uuid{run.fixed<16>(2)},
                      static_cast<std::uint64_t>(run.integer(3)), Hash{run.fixed<32>(4)}, std::string(run.bytes(5))});
      bytes += page.back().bytes.size();
    }
    return page;
  }

  std::mutex mutex_;
  std::string path_;
  SqliteOptions options_;
  std::unique_ptr<Connection> connection_;
  Statements statements_;  // after the connection: they must go first
};

result<std::unique_ptr<Store>> store_on(std::unique_ptr<Connection> connection, std::string const& path,
                                        SqliteOptions const& options) {
  auto store = std::make_unique<SqliteStore>(std::move(connection), path, options);
  if (auto const done = store->prepare(); !done) return done.error();
  if (options.tenant.is_nil()) return std::unique_ptr<Store>(std::move(store));
  auto const head = store->head();
  if (!head) return head.error();
  if (head->tenant != options.tenant)
    return Error(store_rules::other_tenant, path,
                 {{"found", to_string(head->tenant)}, {"expected", to_string(options.tenant)}});
  return std::unique_ptr<Store>(std::move(store));
}

result<void> make_ready(Connection& connection, SqliteOptions const& options) {
  auto const layout = sqlite::identify(connection, sqlite_sql::history);
  if (!layout) return layout.error();
  if (auto const done = sqlite::set_up(connection, options.journal); !done) return done.error();
  if (*layout != sqlite_sql::history.size())
    if (auto const done = sqlite::migrate(connection, sqlite_sql::history, *layout, !options.vfs.empty()); !done)
      return done.error();
  return sqlite::compare_layout(connection, sqlite_sql::history.back());
}

result<std::unique_ptr<Store>> open_existing(std::string const& path, int flags, SqliteOptions const& options) {
  auto connection = sqlite::connect(path, flags, options);
  if (!connection) return connection.error();
  if (auto const done = make_ready(**connection, options); !done) return done.error();
  return store_on(*std::move(connection), path, options);
}

}  // namespace

result<std::unique_ptr<Store>> sqlite::create_in(std::string const& path, SqliteOptions const& options) {
  auto connection = sqlite::connect(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, options);
  if (!connection) return connection.error();
  if (auto const done = sqlite::set_up(**connection, options.journal); !done) return done.error();
  if (auto const done = sqlite::make_layout(**connection, sqlite_sql::history, options.tenant); !done)
    return done.error();
  return store_on(*std::move(connection), path, options);
}

namespace {

result<std::unique_ptr<Store>> create_new(std::string const& path, SqliteOptions const& options) {
  if (!options.vfs.empty()) return sqlite::create_in(path, options);
  // SQLite itself would take over a file that came into being a moment ago.
  int const refused = platform::create_file(path);
  if (refused == EEXIST) return Error(store_rules::exists, path);
  if (refused != 0) return Error(store_rules::cannot_open, path, {{"found", platform::error_text(refused)}});
  auto store = sqlite::create_in(path, options);
  if (!store) platform::remove_file(path);
  return store;
}

}  // namespace

result<std::unique_ptr<Store>> sqlite_store(std::string const& path, OpenMode mode, SqliteOptions const& options) {
  if (auto const fit = sqlite::inspect(path, mode, options); !fit) return fit.error();
  switch (mode) {
    case OpenMode::create:
      return create_new(path, options);
    case OpenMode::open:
      return open_existing(path, SQLITE_OPEN_READWRITE, options);
    case OpenMode::read_only:
      return open_existing(path, SQLITE_OPEN_READONLY, options);
  }
  return Error(store_rules::bad_path, path);
}

}  // namespace v1
}  // namespace annexa
