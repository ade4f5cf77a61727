#include "journal/sqlite_layout.hpp"

#include <doctest/doctest.h>

#include <annexa/journal/sqlite_store.hpp>

#include "faulty_vfs.hpp"
#include "journal/sqlite_sql.hpp"
#include "journal_support.hpp"
#include "raw_sqlite.hpp"
#include "sqlite_support.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

SqliteOptions const writing_ahead{.patience = 50, .journal = SqliteJournal::write_ahead};
SqliteOptions const writing_ahead_together{
    .patience = 50, .journal = SqliteJournal::write_ahead_shared, .allow_unsafe_write_ahead = true};

std::vector<std::string> only_journal() { return {"journal.annexa"}; }

// A future: the next layout has one table more, and steps that lead there or elsewhere.
constexpr std::string_view note_table = "CREATE TABLE note (text BLOB NOT NULL) STRICT";
constexpr auto objects_of_next = [] {
  std::array<sqlite::Object, sqlite_sql::layout.size() + 1> out{};
  std::size_t at = 0;
  for (auto const& object : sqlite_sql::layout) {
    if (object.name == "personal") out[at++] = {"note", note_table};
    out[at++] = object;
  }
  return out;
}();
constexpr std::array<std::string_view, 1> honest_steps{note_table};
constexpr std::array<std::string_view, 1> steps_elsewhere{"CREATE TABLE not_a_note (text BLOB) STRICT"};
constexpr std::array<std::string_view, 4> steps_over_events{"DROP TRIGGER event_is_final",
                                                            "UPDATE event SET bytes = x'7b7d' WHERE position = 3",
                                                            sqlite_sql::event_is_final.sql, note_table};
constexpr std::array<std::string_view, 7> steps_over_everything{"DROP TRIGGER event_stays",
                                                                "DROP TRIGGER head_grows",
                                                                "DELETE FROM event",
                                                                "UPDATE head SET size = 0, frontier = x''",
                                                                sqlite_sql::event_stays.sql,
                                                                sqlite_sql::head_grows.sql,
                                                                note_table};
constexpr std::array<std::string_view, 2> steps_that_fail{note_table, "CREATE TABLE event (a)"};

std::array<sqlite::Layout, 3> future(std::span<std::string_view const> steps) {
  return {sqlite_sql::history[0], sqlite_sql::history[1],
          sqlite::Layout{objects_of_next, sqlite_sql::creation_order, steps}};
}

result<void> bring_up(std::string const& path, std::span<std::string_view const> steps,
                      int flags = SQLITE_OPEN_READWRITE, std::string const& vfs = {}) {
  auto const connection = sqlite::Connection::open(path, flags, vfs, 50);
  if (!connection) return connection.error();
  auto const history = future(steps);
  auto const from = sqlite::identify(**connection, history);
  if (!from) return from.error();
  if (auto const done = sqlite::set_up(**connection, SqliteJournal::rollback); !done) return done.error();
  if (*from == history.size()) return sqlite::compare_layout(**connection, history.back());
  return sqlite::migrate(**connection, history, *from, false);
}

std::string layout_of(std::string const& path) { return RawSqlite(path).run("PRAGMA user_version").front(); }

}  // namespace

TEST_SUITE("journal/sqlite_layout") {
  TEST_CASE("a write-ahead log is for one program, and is folded into the file when that ends") {
    TemporaryFolder const folder;
    auto const path = journal_in(folder, 4);
    auto const events = journal_of(12);
    {
      auto const store = sqlite_store(path, OpenMode::open, writing_ahead).value();
      CHECK(store->append(4, std::span(events).subspan(4)).has_value());
      CHECK(std::filesystem::exists(path + "-wal"));
      CHECK_FALSE(std::filesystem::exists(path + "-shm"));
      for (auto const mode : {OpenMode::open, OpenMode::read_only})
        CHECK(unless_refused(sqlite_store(path, mode, {.patience = 50}), ErrorKind::conflict, "store.busy") == "");
      CHECK(unless_whole(Opened(sqlite_store(path, OpenMode::open, writing_ahead)), 12, 12) != "");
      CHECK(verify(*store).value().ok());  // its own check of the file included
    }
    CHECK(names_in(folder) == only_journal());
    CHECK(RawSqlite(path).run("PRAGMA journal_mode") == std::vector<std::string>{"delete"});
    CHECK(unless_whole(path, 12, 12) == "");
  }

  TEST_CASE("a journal can be made with a write-ahead log") {
    TemporaryFolder const folder;
    auto const path = (folder / "journal.annexa").string();
    auto options = writing_ahead;
    options.tenant = tenant();
    {
      auto const store = sqlite_store(path, OpenMode::create, options).value();
      CHECK(store->append(0, journal_of(5)).has_value());
    }
    CHECK(names_in(folder) == only_journal());
    CHECK(unless_whole(path, 5, 5) == "");
  }

  TEST_CASE("what was acknowledged is in the write-ahead log of a program that died") {
    TemporaryFolder const folder;
    auto const path = journal_in(folder, 4);
    CHECK(in_child([&]() -> std::string {
            auto const store = sqlite_store(path, OpenMode::open, writing_ahead).value();
            auto const events = journal_of(12);
            if (!store->append(4, std::span(events).subspan(4))) return "not appended";
            ::_exit(0);
          }) == "");
    REQUIRE(std::filesystem::exists(path + "-wal"));
    auto const refused = sqlite_store(path, OpenMode::read_only);
    CHECK(unless_refused(refused, ErrorKind::storage, "store.write-ahead") == "");
    CHECK(unless_whole(path, 12, 12) == "");
    CHECK(names_in(folder) == only_journal());
  }

  TEST_CASE("a shared write-ahead log is refused where SQLite can damage it, and says what else there is") {
    TemporaryFolder const folder;
    auto const path = journal_in(folder, 4);
    auto const opened = sqlite_store(path, OpenMode::open, {.journal = SqliteJournal::write_ahead_shared});
    if (sqlite3_libversion_number() >= 3'051'003) {
      CHECK(opened.has_value());
      return;
    }
    CHECK(unless_refused(opened, ErrorKind::usage, "store.unsafe-write-ahead") == "");
    auto const text = opened.error().text();
    for (std::string const part : {sqlite3_libversion(), "3.51.3", "write_ahead"})
      CHECK(text.find(part) != std::string::npos);
    CHECK(unless_refused(sqlite_store((folder / "new").string(), OpenMode::create,
                                      {.tenant = tenant(), .journal = SqliteJournal::write_ahead_shared}),
                         ErrorKind::usage, "store.unsafe-write-ahead") == "");
    CHECK(names_in(folder) == only_journal());
  }

  TEST_CASE("two who share a write-ahead log expressly append in turn, a third reads, and one file is left") {
    TemporaryFolder const folder;
    auto const path = journal_in(folder, 4);
    auto const events = journal_of(8);
    auto const next = [&](std::size_t at) { return std::span(events).subspan(at, 1); };
    {
      auto const one = sqlite_store(path, OpenMode::open, writing_ahead_together).value();
      auto const other = sqlite_store(path, OpenMode::open, writing_ahead_together).value();
      CHECK(one->append(4, next(4)).has_value());
      CHECK(other->append(5, next(5)).has_value());
      CHECK(unless_refused(one->append(5, next(5)), ErrorKind::conflict, "journal.stale") == "");
      CHECK(one->append(6, next(6)).has_value());
      CHECK(unless_refused(sqlite_store(path, OpenMode::read_only), ErrorKind::storage, "store.write-ahead") == "");
      CHECK(unless_whole(Opened(sqlite_store(path, OpenMode::read_only, writing_ahead_together)), 7, 7) == "");
    }
    CHECK(names_in(folder) == only_journal());
    CHECK(unless_whole(path, 7, 7) == "");
  }

  TEST_CASE("a failed sync of the log's checkpoint ends the use of the store, although the append was final") {
    auto const large = [](int ordinal) {
      return encoded(ordinal, "large " + std::to_string(ordinal), 1, R"({"text":")" + std::string(60'000, 'x') + "\"}");
    };
    std::vector<EncodedEvent> events;
    for (int i = 0; i < 90; ++i) events.push_back(large(1000 + i));  // more than a thousand pages
    TemporaryFolder const folder;
    auto const path = journal_in(folder, 4);
    auto const before = bytes_of(path);
    int poisoned = 0;
    for (int at = 1, failed = 1; failed != 0; ++at) {
      CAPTURE(at);
      write_file(path, before);
      std::filesystem::remove(path + "-wal");
      bool acknowledged = false;
      {
        auto options = writing_ahead;
        options.vfs = faulty_vfs();
        auto const store = sqlite_store(path, OpenMode::open, options).value();
        faults = {.fail_at = at, .which = disk_sync};
        acknowledged = store->append(4, events).has_value();
        failed = faults.failed;
        bool const failed_sync = faults.first_was_sync;
        faults = {};
        auto const head = store->head();
        if (failed_sync) CHECK(unless_refused(head, ErrorKind::storage, "store.failed-sync") == "");
        if (failed_sync && acknowledged) ++poisoned;
      }
      auto const size = sqlite_store(path, OpenMode::open).value()->head().value().size();
      CHECK(size == (acknowledged ? 94 : 4));
      CHECK(verify(*sqlite_store(path, OpenMode::open).value()).value().ok());
    }
    CHECK(poisoned > 0);
  }

  TEST_CASE("an older layout is brought up to date, with a copy of what it was, and every event to the byte") {
    TemporaryFolder const folder;
    auto const path = journal_in(folder, 30);
    auto const root = sqlite_store(path, OpenMode::read_only).value()->head().value().tree.root();
    REQUIRE(bring_up(path, honest_steps).has_value());
    CHECK(layout_of(path) == "3");
    CHECK(bring_up(path, honest_steps).has_value());  // nothing left to do
    CHECK(names_in(folder) == std::vector<std::string>{"journal.annexa", "journal.annexa.layout-2"});
    CHECK(unless_whole(path + ".layout-2", 30, 30) == "");
    CHECK(unless_refused(sqlite_store(path, OpenMode::open), ErrorKind::storage, "store.newer") == "");
    RawSqlite raw(path);
    raw.run("DROP TABLE note");
    raw.run("PRAGMA user_version = 2");
    CHECK(unless_whole(path, 30, 30) == "");
    CHECK(sqlite_store(path, OpenMode::read_only).value()->head().value().tree.root() == root);
  }

  TEST_CASE("a copy of an earlier attempt is never overwritten") {
    TemporaryFolder const folder;
    auto const path = journal_in(folder, 3);
    write_file(path + ".layout-2", "kept");
    CHECK(bring_up(path, honest_steps).has_value());
    CHECK(bytes_of(path + ".layout-2") == "kept");
    CHECK(unless_whole(path + ".layout-2.2", 3, 3) == "");
  }

  TEST_CASE("whoever may only read is told to open an older layout for writing") {
    TemporaryFolder const folder;
    auto const path = journal_in(folder, 3);
    CHECK(unless_refused(bring_up(path, honest_steps, SQLITE_OPEN_READONLY), ErrorKind::storage, "store.older") == "");
    CHECK(names_in(folder) == only_journal());
  }

  TEST_CASE("a migration that would change an event, end elsewhere or fail changes nothing") {
    struct Row {
      std::span<std::string_view const> steps;
      ErrorKind kind;
      std::string rule;
    };
    for (auto const& row : {Row{steps_over_events, ErrorKind::integrity, "journal.root"},
                            Row{steps_over_everything, ErrorKind::internal, "store.migration"},
                            Row{steps_elsewhere, ErrorKind::integrity, "store.altered"},
                            Row{steps_that_fail, ErrorKind::integrity, "store.corrupt"}}) {
      CAPTURE(row.rule);
      TemporaryFolder const folder;
      auto const path = journal_in(folder, 8);
      CHECK(unless_refused(bring_up(path, row.steps), row.kind, row.rule) == "");
      CHECK(layout_of(path) == "2");
      CHECK(unless_whole(path, 8, 8) == "");
    }
  }

  TEST_CASE("a damaged file is not brought up to date") {
    TemporaryFolder const folder;
    auto const path = journal_in(folder, 8);
    RawSqlite(path).tamper("UPDATE event SET bytes = x'7b7d' WHERE position = 3");
    CHECK(unless_refused(bring_up(path, honest_steps), ErrorKind::integrity, "journal.root") == "");
    CHECK(layout_of(path) == "2");
  }

  TEST_CASE("whichever call to the disk fails during a migration, the file is whole in one layout or the other") {
    TemporaryFolder const folder;
    auto const path = journal_in(folder, 8);
    auto const before = bytes_of(path);
    int points = 0;
    int done = 0;
    for (bool const sticky : {false, true})
      for (int at = 1, failed = 1; failed != 0; ++at, ++points) {
        CAPTURE(sticky);
        CAPTURE(at);
        write_file(path, before);
        for (std::string const rest : {"-journal", ".layout-2", ".layout-2-journal"})
          std::filesystem::remove(path + rest);
        auto const vfs = faulty_vfs();
        faults = {.fail_at = at, .sticky = sticky};
        auto const migrated = bring_up(path, honest_steps, SQLITE_OPEN_READWRITE, vfs);
        failed = faults.failed;
        faults = {};
        done += migrated ? 1 : 0;
        if (migrated) CHECK(layout_of(path) == "3");
        if (layout_of(path) == "3") CHECK(unless_whole(path + ".layout-2", 8, 8) == "");
        CHECK(bring_up(path, honest_steps).has_value());
        CHECK(RawSqlite(path).run("PRAGMA integrity_check") == std::vector<std::string>{"ok"});
      }
    MESSAGE(points << " points of failure, " << done << " migrations done");
    CHECK(points >= 20);
  }
}
