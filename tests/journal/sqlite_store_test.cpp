#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <annexa/journal/sqlite_store.hpp>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <annexa/journal/verify.hpp>
#include <csignal>

#include "faulty_vfs.hpp"
#include "journal_support.hpp"
#include "raw_sqlite.hpp"
#include "sqlite_support.hpp"
#include "support/support.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

// What statfs(2) shall say of every file system; 0 for the truth.
long pretended_file_system = 0;

Opened create(std::string const& path) { return sqlite_store(path, OpenMode::create, {.tenant = tenant()}); }
Opened open(std::string const& path) { return sqlite_store(path, OpenMode::open, {.patience = 50}); }
Opened open_read_only(std::string const& path) { return sqlite_store(path, OpenMode::read_only, {.patience = 50}); }

}  // namespace

// Stands before the C library's, so that a network file system can be pretended.
extern "C" int statfs(char const* path, struct statfs* out) noexcept {
  int const code = static_cast<int>(::syscall(SYS_statfs, path, out));
  if (code == 0 && pretended_file_system != 0) out->f_type = pretended_file_system;
  return code;
}

TEST_SUITE("journal/sqlite_store") {
  TEST_CASE("a journal is a SQLite file that says whose it is") {
    TemporaryFolder const folder;
    auto const path = journal_in(folder, 5);
    RawSqlite raw(path);
    CHECK(raw.run("PRAGMA application_id") == std::vector<std::string>{std::to_string(sqlite_application_id)});
    CHECK(raw.run("PRAGMA user_version") == std::vector<std::string>{std::to_string(sqlite_schema_version)});
    CHECK(raw.run("PRAGMA journal_mode") == std::vector<std::string>{"delete"});
    CHECK(raw.run("PRAGMA integrity_check") == std::vector<std::string>{"ok"});
    CHECK(raw.run("SELECT count(*) FROM event") == std::vector<std::string>{"5"});
    CHECK_FALSE(std::filesystem::exists(path + "-journal"));
  }

  TEST_CASE("a journal is there again when it is opened again") {
    TemporaryFolder const folder;
    auto const path = journal_in(folder, 30);
    CHECK(unless_whole(open(path), 30, 30) == "");
    CHECK(unless_whole(open_read_only(path), 30, 30) == "");
    CHECK(open(path).value()->head().value().tenant == tenant());
  }

  TEST_CASE("creating refuses whatever is in the way and leaves it untouched") {
    TemporaryFolder const folder;
    auto const path = journal_in(folder, 3);
    CHECK(unless_refused(create(path), ErrorKind::storage, "store.exists") == "");
    CHECK(unless_whole(open(path), 3, 3) == "");
    write_file(folder / "empty", "");
    write_file(folder / "text", "important");
    std::filesystem::create_symlink(folder / "nowhere", folder / "dangling");
    for (std::string const name : {"empty", "text", "dangling", "."}) {
      CAPTURE(name);
      CHECK(unless_refused(create((folder / name).string()), ErrorKind::storage, "store.exists") == "");
    }
    CHECK(bytes_of(folder / "text") == "important");
    CHECK(std::filesystem::file_size(folder / "empty") == 0);
    CHECK_FALSE(std::filesystem::exists(folder / "nowhere"));
  }

  TEST_CASE("creating where nothing can be leaves nothing behind") {
    TemporaryFolder const folder;
    auto const missing = (folder / "no" / "such.annexa").string();
    CHECK(unless_refused(create(missing), ErrorKind::storage, "store.cannot-open") == "");
    CHECK(unless_refused(sqlite_store((folder / "new").string(), OpenMode::create), ErrorKind::usage,
                         "store.no-tenant") == "");
    CHECK(unless_refused(create(""), ErrorKind::usage, "store.bad-path") == "");
    CHECK(unless_refused(create((folder / "a").string() + '\0' + "b"), ErrorKind::usage, "store.bad-path") == "");
    CHECK(std::filesystem::is_empty(folder.path()));
  }

  TEST_CASE("names that mean something else to SQLite are plain names here") {
    TemporaryFolder const folder;
    CHECK(in_child([&]() -> std::string {
            std::filesystem::current_path(folder.path());
            for (std::string const name : {":memory:", "file:x?mode=memory", "-"}) {
              if (auto const made = create(name); !made) return made.error().text();
              if (!std::filesystem::exists(folder / name)) return name + " is no file";
              if (auto const opened = open(name); !opened) return opened.error().text();
            }
            return {};
          }) == "");
  }

  TEST_CASE("what is no journal is refused with the reason") {
    TemporaryFolder const folder;
    RawSqlite((folder / "foreign").string()).run("CREATE TABLE t (a)");
    write_file(folder / "empty", "");
    write_file(folder / "text",
               "This is a text and not a database, although it is longer than any header could be. ......");
    write_file(folder / "short", "SQLite format 3");
    write_file(folder / "header", std::string("SQLite format 3\0", 16) + std::string(4080, 'x'));
    std::filesystem::create_directory(folder / "folder");
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    struct Row {
      std::string name;
      std::string rule;
    };
    for (auto const& row : {Row{"nothing", "store.not-found"},
                            {"no/such", "store.not-found"},
                            {"text/below", "store.not-found"},
                            {"foreign", "store.not-a-workspace"},
                            {"empty", "store.empty-file"},
                            {"text", "store.not-a-workspace"},
                            {"short", "store.not-a-workspace"},
                            {"header", "store.not-a-workspace"},
                            {"folder", "store.not-a-file"},
                            {"pipe", "store.not-a-file"}}) {
      CAPTURE(row.name);
      auto const path = (folder / row.name).string();
      auto const before = std::filesystem::is_regular_file(path) ? bytes_of(path) : "";
      CHECK(unless_refused(open(path), ErrorKind::storage, row.rule) == "");
      CHECK(unless_refused(open_read_only(path), ErrorKind::storage, row.rule) == "");
      CHECK(open(path).error().violations()[0].where.ends_with(path));
      if (std::filesystem::is_regular_file(path)) CHECK(bytes_of(path) == before);
    }
  }

  TEST_CASE("a foreign database in WAL mode is not even converted") {
    TemporaryFolder const folder;
    auto const path = (folder / "foreign").string();
    RawSqlite raw(path);
    raw.run("PRAGMA journal_mode = WAL");
    raw.run("CREATE TABLE t (a)");
    CHECK(unless_refused(open(path), ErrorKind::storage, "store.not-a-workspace") == "");
    CHECK(raw.run("PRAGMA journal_mode") == std::vector<std::string>{"wal"});
  }

  TEST_CASE("a newer layout is refused, and says which version is needed") {
    TemporaryFolder const folder;
    auto const path = journal_in(folder, 3);
    RawSqlite(path).run("PRAGMA user_version = 3");
    auto const refused = open(path);
    CHECK(unless_refused(refused, ErrorKind::storage, "store.newer") == "");
    CHECK(refused.error().text().find("newer annexa") != std::string::npos);
    for (std::string const version : {"0", "-1"}) {
      RawSqlite(path).run("PRAGMA user_version = " + version);
      CHECK(unless_refused(open(path), ErrorKind::integrity, "store.altered") == "");
    }
    RawSqlite(path).run("PRAGMA user_version = 2");
    CHECK(unless_whole(open(path), 3, 3) == "");
  }

  TEST_CASE("tables and triggers that annexa did not make are refused") {
    for (std::string const sql : {
             "DROP TRIGGER event_stays",
             "DROP TRIGGER event_is_final",
             "DROP TABLE personal",
             "CREATE TABLE extra (a)",
             "CREATE VIEW a_view AS SELECT 1",
             "CREATE TRIGGER zz AFTER INSERT ON event BEGIN DELETE FROM personal; END",
             "CREATE INDEX i ON event (leaf)",
             "ALTER TABLE personal RENAME COLUMN salt TO pepper",
             "ALTER TABLE event ADD COLUMN note TEXT",
         }) {
      CAPTURE(sql);
      TemporaryFolder const folder;
      auto const path = journal_in(folder, 3);
      RawSqlite(path).run(sql);
      CHECK(unless_refused(open(path), ErrorKind::integrity, "store.altered") == "");
      CHECK(unless_refused(open_read_only(path), ErrorKind::integrity, "store.altered") == "");
    }
  }

  TEST_CASE("statistics that a database administrator made do no harm") {
    TemporaryFolder const folder;
    auto const path = journal_in(folder, 30);
    RawSqlite(path).run("ANALYZE");
    CHECK(unless_whole(open(path), 30, 30) == "");
  }

  TEST_CASE("another workspace than the expected one is refused") {
    TemporaryFolder const folder;
    auto const path = journal_in(folder, 3);
    CHECK(sqlite_store(path, OpenMode::open, {.tenant = tenant()}).has_value());
    CHECK(unless_refused(sqlite_store(path, OpenMode::open, {.tenant = uuid("another")}), ErrorKind::storage,
                         "store.other-tenant") == "");
  }

  TEST_CASE("a journal that somebody put into WAL mode is put back, but not under another program's hands") {
    TemporaryFolder const folder;
    auto const path = journal_in(folder, 3);
    {
      RawSqlite other(path);
      other.run("PRAGMA journal_mode = WAL");
      other.run("SELECT count(*) FROM event");
      auto const refused = open(path);
      REQUIRE(refused.has_error());
      CHECK((refused.error().names("store.setting") || refused.error().names("store.busy")));
    }
    CHECK(unless_whole(open(path), 3, 3) == "");
    CHECK(RawSqlite(path).run("PRAGMA journal_mode") == std::vector<std::string>{"delete"});
  }

  TEST_CASE("network file systems are refused unless they are allowed") {
    TemporaryFolder const folder;
    auto const path = journal_in(folder, 3);
    auto const fresh = (folder / "fresh.annexa").string();
    struct Row {
      long magic;
      std::string name;
    };
    for (auto const& row :
         {Row{0x6969, "NFS"}, {0x517B, "SMB"}, {static_cast<int>(0xFF534D42), "CIFS"}, {0xFE534D42, "SMB2"}}) {
      CAPTURE(row.name);
      pretended_file_system = row.magic;
      auto const refused = open(path);
      CHECK(unless_refused(refused, ErrorKind::storage, "store.network") == "");
      CHECK(refused.error().text().find(row.name) != std::string::npos);
      CHECK(unless_refused(create(fresh), ErrorKind::storage, "store.network") == "");
      CHECK(sqlite_store(path, OpenMode::open, {.allow_network_file_system = true}).has_value());
    }
    pretended_file_system = 0;
    CHECK_FALSE(std::filesystem::exists(fresh));
    CHECK(open(path).has_value());
  }

  TEST_CASE("events and head cannot be changed by accident") {
    TemporaryFolder const folder;
    auto const path = journal_in(folder, 3);
    RawSqlite raw(path);
    for (std::string const sql :
         {"UPDATE event SET version = 9", "DELETE FROM event", "DELETE FROM head", "UPDATE head SET size = 2",
          "UPDATE head SET tenant = zeroblob(16)", "INSERT INTO head VALUES (2, zeroblob(16), 0, x'')",
          "INSERT INTO event VALUES (9, zeroblob(16), zeroblob(16), 1, zeroblob(31), x'7b7d')",
          "INSERT INTO event VALUES (9, zeroblob(16), 'text', 1, zeroblob(32), x'7b7d')"}) {
      CAPTURE(sql);
      CHECK_THROWS_AS(raw.run(sql), std::runtime_error);
    }
    CHECK(unless_whole(open(path), 3, 3) == "");
  }

  TEST_CASE("a second writer is told to wait, and loses nothing") {
    TemporaryFolder const folder;
    auto const path = journal_in(folder, 8);
    auto const events = journal_of(12);
    auto const next = std::span(events).subspan(8);
    auto const store = open(path).value();
    RawSqlite other(path);
    other.run("BEGIN IMMEDIATE");
    CHECK(unless_refused(store->append(8, next), ErrorKind::conflict, "store.busy") == "");
    CHECK(unless_refused(store->erase_personal(events[0].personal[0].commitment), ErrorKind::conflict, "store.busy") ==
          "");
    CHECK(store->head().value().size() == 8);
    other.run("ROLLBACK");
    other.run("BEGIN EXCLUSIVE");
    CHECK(unless_refused(store->head(), ErrorKind::conflict, "store.busy") == "");
    CHECK(unless_refused(open(path), ErrorKind::conflict, "store.busy") == "");
    other.run("ROLLBACK");
    CHECK(store->append(8, next).has_value());
    CHECK(unless_whole(open(path), 12, 12) == "");
  }

  TEST_CASE("two processes append to one journal, and only one can be first") {
    TemporaryFolder const folder;
    auto const path = journal_in(folder, 8);
    auto const events = journal_of(12);
    auto const next = std::span(events).subspan(8);
    CHECK(in_child([&]() -> std::string {
            auto const other = open(path).value();
            return other->append(8, next.first(2)) ? "" : "the child could not append";
          }) == "");
    auto const store = open(path).value();
    CHECK(unless_refused(store->append(8, next), ErrorKind::conflict, "journal.stale") == "");
    CHECK(store->append(10, next.subspan(2)).has_value());
    CHECK(unless_whole(open(path), 12, 12) == "");
  }

  TEST_CASE("a file that can only be read is read, and says so when an append comes") {
    TemporaryFolder const folder;
    auto const path = journal_in(folder, 8);
    auto const events = journal_of(9);
    auto const next = std::span(events).subspan(8);
    auto const refuses = [&](Opened const& opened) -> std::string {
      if (auto const whole = unless_whole(opened, 8, 8); !whole.empty()) return whole;
      auto const appended = unless_refused((*opened)->append(8, next), ErrorKind::storage, "store.read-only");
      if (!appended.empty()) return appended;
      auto const erased = (*opened)->erase_personal(events[0].personal[0].commitment);
      if (auto const wrong = unless_refused(erased, ErrorKind::storage, "store.read-only"); !wrong.empty())
        return wrong;
      return unless_whole(opened, 8, 8);
    };
    CHECK(refuses(open_read_only(path)) == "");
    REQUIRE(::chmod(path.c_str(), 0444) == 0);
    REQUIRE(::chmod(folder.path().c_str(), 0555) == 0);
    CHECK(in_child([&] {
            auto const problem = drop_privileges();
            return problem.empty() ? refuses(open(path)) + refuses(open_read_only(path)) : problem;
          }) == "");
    REQUIRE(::chmod(path.c_str(), 0666) == 0);  // the file may be written, but no rollback journal beside it
    CHECK(in_child([&] {
            auto const problem = drop_privileges();
            if (!problem.empty()) return problem;
            auto const opened = open(path);
            auto const appended = (*opened)->append(8, next);
            if (!appended.has_error() || appended.error().kind() != ErrorKind::storage)
              return std::string("not refused");
            return unless_whole(opened, 8, 8);
          }) == "");
    REQUIRE(::chmod(path.c_str(), 0000) == 0);
    CHECK(in_child([&] {
            auto const problem = drop_privileges();
            return problem.empty() ? unless_refused(open(path), ErrorKind::storage, "store.cannot-open") : problem;
          }) == "");
    REQUIRE(::chmod(folder.path().c_str(), 0755) == 0);
    REQUIRE(::chmod(path.c_str(), 0644) == 0);
    CHECK(unless_whole(open(path), 8, 8) == "");
  }

  TEST_CASE("when the disk is full the append is refused, the journal readable, and the next append works") {
    TemporaryFolder const folder;
    auto const path = journal_in(folder, 8);
    auto const size = std::filesystem::file_size(path);
    CHECK(in_child([&]() -> std::string {
            std::signal(SIGXFSZ, SIG_IGN);
            auto const store = open(path).value();
            auto const large = encoded(100, "large", 1, R"({"text":")" + std::string(60'000, 'x') + "\"}");
            for (auto const limit : {size, size + 4096, size + 10'000, size + 30'000}) {
              rlimit const full{limit, RLIM_INFINITY};
              ::setrlimit(RLIMIT_FSIZE, &full);
              auto const refused = store->append(8, std::span(&large, 1));
              if (!refused.has_error()) return "not refused at " + std::to_string(limit);
              if (refused.error().kind() != ErrorKind::storage) return refused.error().text();
              if (all_events(*store).size() != 8) return "not readable";
            }
            rlimit const room{RLIM_INFINITY, RLIM_INFINITY};
            ::setrlimit(RLIMIT_FSIZE, &room);
            auto const events = journal_of(9);
            auto const appended = store->append(8, std::span(events).subspan(8));
            return appended ? "" : appended.error().text();
          }) == "");
    CHECK(unless_whole(open(path), 9, 9) == "");
  }

  TEST_CASE("creating on a full disk leaves no file behind") {
    TemporaryFolder const folder;
    CHECK(in_child([&]() -> std::string {
            std::signal(SIGXFSZ, SIG_IGN);
            rlimit const full{4096, RLIM_INFINITY};
            ::setrlimit(RLIMIT_FSIZE, &full);
            auto const made = create((folder / "new.annexa").string());
            return made.has_error() && made.error().kind() == ErrorKind::storage ? "" : "not refused";
          }) == "");
    CHECK(std::filesystem::is_empty(folder.path()));
  }

  TEST_CASE("whichever call to the disk fails, once or for good, nothing acknowledged is lost") {
    auto const events = journal_of(12);
    TemporaryFolder const folder;
    auto const path = journal_in(folder, 8);
    auto const before = bytes_of(path);
    int points = 0;
    for (bool const sticky : {false, true})
      for (int const code : {SQLITE_IOERR_WRITE, SQLITE_FULL})
        for (int at = 1, failed = 1; failed != 0; ++at) {
          CAPTURE(sticky);
          CAPTURE(code);
          CAPTURE(at);
          write_file(path, before);
          std::filesystem::remove(path + "-journal");
          auto const vfs = faulty_vfs();
          {
            auto const store = sqlite_store(path, OpenMode::open, {.vfs = vfs}).value();
            faults = {.fail_at = at, .sticky = sticky, .write_code = code};
            auto const appended = store->append(8, std::span(events).subspan(8));
            failed = faults.failed;
            bool const failed_sync = faults.first_was_sync;
            faults = {};
            CHECK(appended.has_error() == (failed != 0));
            if (appended.has_error()) CHECK(appended.error().kind() == ErrorKind::storage);
            if (appended.has_error() && failed_sync) {
              CHECK(appended.error().names("store.failed-sync"));
              CHECK(unless_refused(store->head(), ErrorKind::storage, "store.failed-sync") == "");
              CHECK(unless_refused(store->append(8, std::span(events).subspan(8)), ErrorKind::storage,
                                   "store.failed-sync") == "");
              CHECK(unless_refused(store->read(0, 1, [](StoredEvent const&) { return true; }), ErrorKind::storage,
                                   "store.failed-sync") == "");
            } else if (appended.has_error()) {
              CHECK(all_events(*store).size() == 8);
              CHECK(store->append(8, std::span(events).subspan(8)).has_value());
            }
          }
          auto const whole = unless_whole(open(path), 8, 12);
          CHECK(whole == "");
          ++points;
        }
    MESSAGE(points << " points of failure");
    CHECK(points >= 20);
  }

  TEST_CASE("a disk that cannot be read is a storage error, and no more") {
    TemporaryFolder const folder;
    auto const path = journal_in(folder, 500);
    auto const store = sqlite_store(path, OpenMode::open, {.vfs = faulty_vfs()}).value();
    faults = {.fail_at = 1, .sticky = true, .which = disk_read};
    CHECK(verify(*store).has_error());
    CHECK(verify(*store).error().kind() == ErrorKind::storage);
    faults = {};
    CHECK(verify(*store).value().ok());
  }

  TEST_CASE("an interrupted write is undone by whoever may write, and named to whoever may only read") {
    TemporaryFolder const folder;
    auto const path = journal_in(folder, 8);
    CHECK(in_child([&]() -> std::string {
            RawSqlite writer(path);
            writer.run("PRAGMA cache_size = 1");
            writer.run("BEGIN IMMEDIATE");
            writer.run("INSERT INTO personal SELECT randomblob(32), zeroblob(32), zeroblob(5000) FROM event");
            ::_exit(0);  // as if killed: the changed pages are in the file, the journal beside it
          }) == "");
    REQUIRE(std::filesystem::exists(path + "-journal"));
    CHECK(unless_refused(open_read_only(path), ErrorKind::storage, "store.interrupted") == "");
    CHECK(unless_whole(open(path), 8, 8) == "");
    CHECK(unless_whole(open_read_only(path), 8, 8) == "");
  }

  TEST_CASE("a file removed while it is open is not written to") {
    TemporaryFolder const folder;
    auto const path = journal_in(folder, 8);
    auto const store = open(path).value();
    std::filesystem::rename(path, path + ".moved");
    auto const events = journal_of(9);
    CHECK(unless_refused(store->append(8, std::span(events).subspan(8)), ErrorKind::storage, "store.moved") == "");
    CHECK(unless_whole(open(path + ".moved"), 8, 8) == "");
  }

  TEST_CASE("an erased text is gone from the file itself") {
    TemporaryFolder const folder;
    auto const path = (folder / "journal.annexa").string();
    auto const event = encoded(0, "person", 1, personal_data("1", "Wilhelmina Vandersloot"));
    auto const store = create(path).value();
    REQUIRE(store->append(0, std::span(&event, 1)).has_value());
    CHECK(bytes_of(path).find("Vandersloot") != std::string::npos);
    CHECK(store->erase_personal(event.personal[0].commitment).value());
    CHECK(bytes_of(path).find("Vandersloot") == std::string::npos);
    CHECK(bytes_of(path).find(std::string(event.personal[0].salt.bytes.begin(), event.personal[0].salt.bytes.end())) ==
          std::string::npos);
  }

  TEST_CASE("a file cut off anywhere is refused or found damaged, unless only unused bytes are missing") {
    TemporaryFolder const folder;
    auto const path = journal_in(folder, 60);
    auto const bytes = bytes_of(path);
    int noticed = 0;
    int cuts = 0;
    for (std::size_t size = 0; size < bytes.size(); size += size < 4096 ? 97 : 1021) {
      CAPTURE(size);
      write_file(folder / "cut", std::string_view(bytes).substr(0, size));
      auto const cut = open((folder / "cut").string());
      auto const report = cut ? verify(**cut) : result<Verification>(cut.error());
      bool const found = !report || !report->ok();
      noticed += found ? 1 : 0;
      ++cuts;
      if (!found) CHECK(unless_whole(cut, 60, 60) == "");
    }
    CHECK(cuts > 60);
    CHECK(noticed > cuts - 10);
  }

  TEST_CASE("whatever byte of a file is changed, it is noticed or changes nothing") {
    TemporaryFolder const folder;
    auto const path = journal_in(folder, 40);
    auto const bytes = bytes_of(path);
    auto const target = folder / "changed";
    CHECK(rc::check("some bytes", [&] {
      auto changed = bytes;
      auto const at = *rc::gen::inRange<std::size_t>(0, bytes.size());
      auto const run = std::min(*rc::gen::inRange<std::size_t>(1, 40), bytes.size() - at);
      auto const mask = *rc::gen::inRange(1, 256);
      for (std::size_t i = 0; i < run; ++i) changed[at + i] = static_cast<char>(changed[at + i] ^ mask);
      write_file(target, changed);
      auto const opened = open(target.string());
      auto const report = opened ? verify(**opened) : result<Verification>(opened.error());
      if (report && report->ok()) RC_ASSERT(unless_whole(opened, 40, 40) == "");
    }));
  }
}
