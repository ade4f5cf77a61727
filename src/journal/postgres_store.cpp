#include <annexa/journal/postgres_store.hpp>

#include <algorithm>

#include "journal_copy.hpp"
#include "journal_rules.hpp"
#include "paged_read.hpp"
#include "platform/files.hpp"
#include "postgres_append.hpp"
#include "postgres_aside.hpp"
#include "postgres_journal.hpp"
#include "postgres_layout.hpp"
#include "server_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

using postgres::Answer;
using postgres::Call;
using postgres::Journal;
using postgres::Rows;
using postgres::view;

constexpr std::uint64_t server_page_events = 256;

class PostgresStore final : public Store {
 public:
  PostgresStore(Journal journal, bool read_only) : journal_(std::move(journal)), read_only_(read_only) {}

  result<Head> head() override {
    auto const rows = journal_.run(Call(postgres_sql::select_head, tenant()));
    if (!rows) return rows.error();
    if (rows->empty()) return Error(server_rules::not_found, shown(), {{"tenant", journal_.url().key}});
    return postgres::read_head(*rows);
  }

  result<Head> append(std::uint64_t expected_size, std::span<EncodedEvent const> events,
                      std::span<Hash const> erase) override {
    if (auto refusal = refuse_to_write()) return *std::move(refusal);
    postgres::Append append(journal_.url(), expected_size, events, erase);
    auto answer = journal_.run([&](postgres::Connection& connection) { return append.attempt(connection); });
    if (answer) return *std::move(answer);
    if (append.is_open()) return append.unknown_outcome(answer.error());
    return journal_.error(answer.error());
  }

  result<std::uint64_t> read(std::uint64_t from, std::uint64_t limit, EventVisitor const& visit) override {
    auto const page = [this](std::uint64_t begin, std::uint64_t most) { return read_page(begin, most); };
    return read_in_pages(from, limit, server_page_events, page, visit);
  }

  result<std::optional<std::uint64_t>> find(Uuid const& id) override {
    auto const rows = journal_.run(Call(postgres_sql::select_position, tenant(), view(id.bytes)));
    if (!rows) return rows.error();
    if (rows->empty()) return std::optional<std::uint64_t>();
    return std::optional(static_cast<std::uint64_t>(rows->integer(0, 0)));
  }

  result<std::optional<PersonalText>> personal(Hash const& commitment) override {
    auto const rows = journal_.run(Call(postgres_sql::select_personal, tenant(), view(commitment.bytes)));
    if (!rows) return rows.error();
    return postgres::text_in(*rows, commitment);
  }

  bool keeps_blobs() const noexcept override { return true; }

  result<std::optional<std::string>> blob(Hash const& sha256) override {
    auto const rows = journal_.run(Call(postgres_sql::select_blob, tenant(), view(sha256.bytes)));
    if (!rows) return rows.error();
    if (rows->empty()) return std::optional<std::string>();
    return std::optional(std::string(rows->bytes(0, 0)));
  }

  result<std::vector<std::optional<PersonalText>>> personal_texts(std::span<Hash const> commitments) override {
    return postgres::read_texts(journal_, commitments);
  }

  result<std::vector<Hash>> subtrees(int level, std::uint64_t from, std::uint64_t count) override {
    return postgres::read_subtrees(journal_, level, from, count);
  }

  result<bool> read_snapshot(std::function<bool(SnapshotHead const&)> const& wanted,
                             SnapshotVisitor const& visit) override {
    return postgres::read_snapshot(journal_, wanted, visit);
  }

  result<bool> keep_snapshot(SnapshotHead const& head, SnapshotSource const& next) override {
    if (read_only_) return false;
    return postgres::keep_snapshot(journal_, head, next);
  }

  // A repetition after a lost connection may find that the first try has erased the text.
  result<bool> erase_personal(Hash const& commitment) override {
    if (auto refusal = refuse_to_write()) return *std::move(refusal);
    auto const there = personal(commitment);
    if (!there) return there.error();
    if (!*there) return false;
    int attempts = 0;
    auto const erased = journal_.run_to_end([&](postgres::Connection& connection) {
      ++attempts;
      return connection.run(Call(postgres_sql::delete_personal, tenant(), view(commitment.bytes)));
    });
    if (!erased) return erased.error();
    return erased->affected() == 1 || attempts > 1;
  }

  // Others may write meanwhile: all is read in one transaction, which ends when the connection is given back.
  result<Head> back_up(std::string const& path, BackupOptions const& options) override {
    auto copied = journal_.run([&](postgres::Connection& connection) -> Answer<result<Head>> {
      auto const begun = connection.run(Call(postgres_sql::begin_reading));
      if (!begun) return begun.error();
      PostgresStore at_one_moment(journal_.by(connection), true);
      return copy_journal(at_one_moment, path, options);
    });
    if (!copied) return journal_.error(copied.error());
    return *std::move(copied);
  }

  result<std::vector<Violation>> check(std::function<bool()> const& proceed) override {
    if (proceed && !proceed()) return Error(journal_rules::cancelled, shown());
    auto found = journal_.run([&](postgres::Connection& connection) {
      return postgres::compare_layout(connection, journal_.url(), !read_only_);
    });
    if (!found) return journal_.error(found.error());
    return *found ? (*found)->violations() : std::vector<Violation>{};
  }

 private:
  [[nodiscard]] std::string_view tenant() const { return view(journal_.url().tenant.bytes); }
  [[nodiscard]] std::string const& shown() const { return journal_.url().shown; }
  [[nodiscard]] std::optional<Error> refuse_to_write() const {
    if (!read_only_) return {};
    return Error(server_rules::read_only, shown(), {{"found", "it was opened for reading"}});
  }

  result<std::vector<StoredEvent>> read_page(std::uint64_t from, std::uint64_t limit) {
    std::vector<StoredEvent> page;
    if (from >> 63U != 0) return page;
    auto const rows = journal_.run(
        Call(postgres_sql::select_page, tenant(), static_cast<std::int64_t>(from), static_cast<std::int64_t>(limit)));
    if (!rows) return rows.error();
    for (int row = 0; row < rows->size(); ++row) {
      auto const position = static_cast<std::uint64_t>(rows->integer(row, 0));
      if (position < from) return Error(server_rules::corrupt, shown(), {{"found", "events out of order"}});
      from = position + 1;
      page.push_back({position, Uuid{rows->fixed<16>(row, 1)}, Uuid{rows->fixed<16>(row, 2)},
                      static_cast<std::uint64_t>(rows->integer(row, 3)), Hash{rows->fixed<32>(row, 4)},
                      std::string(rows->bytes(row, 5))});
    }
    return page;
  }

  Journal journal_;
  bool read_only_;
};

// Whether the row of the tenant is the one that is wanted.
result<void> compare_head(Journal& journal, Uuid const& workspace) {
  auto const& url = journal.url();
  auto const rows = journal.run(Call(postgres_sql::select_head, view(url.tenant.bytes)));
  if (!rows) return rows.error();
  if (rows->empty()) return Error(server_rules::not_found, url.shown, {{"tenant", url.key}});
  if (rows->bytes(0, 0) != url.key)
    return Error(server_rules::altered, url.shown,
                 {{"table", "annexa_head"}, {"found", std::string(rows->bytes(0, 0))}, {"expected", url.key}});
  Uuid const found{rows->fixed<16>(0, 1)};
  if (workspace.is_nil() || workspace == found) return {};
  return Error(server_rules::other_workspace, url.shown,
               {{"found", to_string(found)}, {"expected", to_string(workspace)}});
}

result<void> compare(Journal& journal, bool keys) {
  auto const found = journal.run([&](postgres::Connection& connection) -> Answer<std::optional<Error>> {
    auto lossy = postgres::compare_settings(connection, journal.url());
    if (!lossy || *lossy) return lossy;
    return postgres::compare_layout(connection, journal.url(), keys);
  });
  if (!found) return journal.error(found.error());
  if (*found) return **found;
  return {};
}

result<void> make(Journal& journal, Uuid const& workspace) {
  auto const& url = journal.url();
  if (workspace.is_nil()) return Error(server_rules::no_workspace, url.shown);
  auto const made = journal.run_to_end([&](postgres::Connection& connection) -> Answer<bool> {
    auto failed = postgres::make_layout(connection);
    if (failed) return *std::move(failed);
    return true;
  });
  if (!made) return made.error();
  if (auto const fits = compare(journal, true); !fits) return fits;
  int attempts = 0;
  auto const inserted = journal.run_to_end([&](postgres::Connection& connection) {
    ++attempts;
    return connection.run(Call(postgres_sql::insert_head, view(url.tenant.bytes), std::string_view(url.key),
                               view(workspace.bytes), std::string_view()));
  });
  if (!inserted) return inserted.error();
  if (inserted->affected() == 1) return {};
  // After a lost connection the row may be of the first try.
  if (attempts > 1 && compare_head(journal, workspace)) return {};
  return Error(server_rules::exists, url.shown, {{"tenant", url.key}});
}

result<Journal> journal_at(std::string const& url, int connections) {
  auto parsed = postgres::read_url(url);
  if (!parsed) return parsed.error();
  auto server = postgres::Server::named(*parsed, connections);
  if (!server) return server.error();
  return Journal(*std::move(parsed), *std::move(server));
}

}  // namespace

result<std::unique_ptr<Store>> postgres_store(std::string const& url, OpenMode mode, PostgresOptions const& options) {
  auto journal = journal_at(url, std::max(options.connections, 1));
  if (!journal) return journal.error();
  bool const read_only = mode == OpenMode::read_only;
  auto const ready = mode == OpenMode::create ? make(*journal, options.workspace) : compare(*journal, !read_only);
  if (!ready) return ready.error();
  if (auto const same = compare_head(*journal, options.workspace); !same) return same.error();
  return std::unique_ptr<Store>(std::make_unique<PostgresStore>(*std::move(journal), read_only));
}

result<std::unique_ptr<Store>> open_store(std::string const& where, OpenMode mode, SqliteOptions const& options) {
  if (is_server(where)) return postgres_store(where, mode, {.workspace = options.tenant});
  return sqlite_store(where, mode, options);
}

void discard_new_store(std::string const& where, Uuid const& workspace) noexcept {
  try {
    if (!is_server(where)) return platform::remove_file(where);
    auto journal = journal_at(where, 1);
    if (!journal) return;
    static_cast<void>(
        journal->run(Call(postgres_sql::delete_new_head, view(journal->url().tenant.bytes), view(workspace.bytes))));
  } catch (...) {  // whoever calls has an error already
  }
}

}  // namespace v1
}  // namespace annexa
