#include <doctest/doctest.h>

#include <sys/resource.h>
#include <annexa/journal/sqlite_store.hpp>
#include <csignal>

#include "journal_support.hpp"
#include "raw_sqlite.hpp"
#include "sqlite_support.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

constexpr std::array ways_of_copying{false, true};

}  // namespace

TEST_SUITE("journal/backup") {
  TEST_CASE("a backup is the journal, verified, in one file that can be used in its place") {
    for (bool const compact : ways_of_copying) {
      CAPTURE(compact);
      TemporaryFolder const folder;
      auto const store = sqlite_store(journal_in(folder, 30), OpenMode::open).value();
      auto const copy = (folder / "copy.annexa").string();
      std::uint64_t most = 0;
      auto const head =
          store->back_up(copy, {.compact = compact, .progress = [&](std::uint64_t done, std::uint64_t total) {
                                  CHECK(done <= total);
                                  most = std::max(most, total);
                                  return true;
                                }});
      REQUIRE_MESSAGE(head.has_value(), head.error().text());
      CHECK(*head == store->head().value());
      CHECK(most > 0);
      CHECK(names_in(folder) == std::vector<std::string>{"copy.annexa", "journal.annexa"});
      CHECK(unless_whole(copy, 30, 30) == "");
      auto const text = journal_of(1)[0].personal[0];
      CHECK(sqlite_store(copy, OpenMode::open).value()->personal(text.commitment).value()->value == text.value);
      auto const events = journal_of(31);
      CHECK(sqlite_store(copy, OpenMode::open).value()->append(30, std::span(events).subspan(30)).has_value());
      CHECK(store->head().value().size() == 30);
    }
  }

  TEST_CASE("a backup never goes over anything, and what cannot be written leaves nothing behind") {
    TemporaryFolder const folder;
    auto const path = journal_in(folder, 3);
    auto const store = sqlite_store(path, OpenMode::open).value();
    write_file(folder / "there", "important");
    write_file(folder / "half.part", "of somebody else");
    struct Row {
      std::string target;
      ErrorKind kind;
      std::string rule;
    };
    for (bool const compact : ways_of_copying)
      for (auto const& row : {Row{(folder / "there").string(), ErrorKind::storage, "store.exists"},
                              {(folder / "half").string(), ErrorKind::storage, "store.exists"},
                              {folder.path().string(), ErrorKind::storage, "store.exists"},
                              {path, ErrorKind::storage, "store.exists"},
                              {(folder / "no" / "such").string(), ErrorKind::storage, "store.cannot-open"},
                              {"", ErrorKind::usage, "store.bad-path"},
                              {(folder / "a").string() + '\0' + "b", ErrorKind::usage, "store.bad-path"}}) {
        CAPTURE(row.target);
        CHECK(unless_refused(store->back_up(row.target, {.compact = compact}), row.kind, row.rule) == "");
      }
    CHECK(bytes_of(folder / "there") == "important");
    CHECK(bytes_of(folder / "half.part") == "of somebody else");
    CHECK(names_in(folder) == std::vector<std::string>{"half.part", "journal.annexa", "there"});
  }

  TEST_CASE("whenever a backup is stopped, nothing is left of it") {
    TemporaryFolder const folder;
    auto const store = sqlite_store(journal_in(folder, 400), OpenMode::open).value();
    for (bool const compact : ways_of_copying)
      for (int stop_at = 1, stopped = 1; stopped != 0; stop_at = stop_at * 2) {
        CAPTURE(stop_at);
        stopped = 0;
        int asked = 0;
        auto const made = store->back_up((folder / "copy").string(), {.compact = compact, .progress = [&](auto, auto) {
                                                                        stopped = ++asked == stop_at ? 1 : stopped;
                                                                        return stopped == 0;
                                                                      }});
        if (stopped != 0) CHECK(unless_refused(made, ErrorKind::cancelled, "journal.cancelled") == "");
        if (stopped == 0) CHECK(made.has_value());
        std::filesystem::remove(folder / "copy");
        CHECK(names_in(folder) == std::vector<std::string>{"journal.annexa"});
      }
    CHECK(store->head().has_value());
  }

  TEST_CASE("the store appends while it is copied, and the copy holds at least what there was when it began") {
    TemporaryFolder const folder;
    auto const path = journal_in(folder, 2000);
    auto const events = journal_of(2040);
    auto const store = sqlite_store(path, OpenMode::open).value();
    auto const other = sqlite_store(path, OpenMode::open).value();  // another program, for all that SQLite knows
    std::size_t size = 2000;
    auto const append = [&](std::uint64_t, std::uint64_t) {
      auto& writer = size % 3 == 0 ? *other : *store;
      if (size < events.size()) CHECK(writer.append(size, std::span(events).subspan(size, 1)).has_value());
      size += size < events.size() ? 1 : 0;
      return true;
    };
    auto const copied = store->back_up((folder / "copy").string(), {.progress = append});
    REQUIRE_MESSAGE(copied.has_value(), copied.error().text());
    CHECK(size > 2010);
    CHECK(copied->size() >= 2000);
    CHECK(unless_whole((folder / "copy").string(), 2000, size) == "");
    CHECK(unless_whole(path, size, size) == "");
  }

  TEST_CASE("a compact copy leaves out what was erased and what is not used") {
    TemporaryFolder const folder;
    auto const path = (folder / "journal.annexa").string();
    auto const store = sqlite_store(path, OpenMode::create, {.tenant = tenant()}).value();
    std::vector<EncodedEvent> events;
    for (int i = 0; i < 100; ++i) {
      auto const name = std::to_string(i);
      events.push_back(encoded(i, name, 1, personal_data(name, std::string(3000, 'x') + name)));
    }
    REQUIRE(store->append(0, events).has_value());
    for (auto const& event : events) REQUIRE(store->erase_personal(event.personal[0].commitment).value());
    REQUIRE(store->back_up((folder / "compact").string(), {.compact = true}).has_value());
    REQUIRE(store->back_up((folder / "plain").string(), {}).has_value());
    CHECK(std::filesystem::file_size(folder / "compact") < std::filesystem::file_size(folder / "plain") / 2);
    CHECK(bytes_of(folder / "plain").find("xxxx") == std::string::npos);
  }

  TEST_CASE("a damaged journal is not handed on as a backup") {
    for (bool const compact : ways_of_copying)
      for (std::string const harm :
           {"UPDATE event SET bytes = x'7b7d' WHERE position = 3", "DELETE FROM event WHERE position = 7",
            "UPDATE head SET size = 7", "UPDATE personal SET value = x'41'"}) {
        CAPTURE(harm);
        TemporaryFolder const folder;
        auto const path = journal_in(folder, 8);
        RawSqlite(path).tamper(harm);
        auto const store = sqlite_store(path, OpenMode::open).value();
        auto const made = store->back_up((folder / "copy").string(), {.compact = compact});
        REQUIRE(made.has_error());
        CHECK(made.error().kind() == ErrorKind::integrity);
        CHECK(names_in(folder) == std::vector<std::string>{"journal.annexa"});
      }
  }

  TEST_CASE("the copy of a journal that is written ahead has a rollback journal like any other") {
    for (bool const compact : ways_of_copying) {
      TemporaryFolder const folder;
      auto const path = journal_in(folder, 8);
      auto const events = journal_of(9);
      auto const copy = (folder / "copy").string();
      auto const store = sqlite_store(path, OpenMode::open, {.journal = SqliteJournal::write_ahead}).value();
      REQUIRE(store->append(8, std::span(events).subspan(8)).has_value());
      auto const made = store->back_up(copy, {.compact = compact});
      REQUIRE_MESSAGE(made.has_value(), made.error().text());
      CHECK(RawSqlite(copy).run("PRAGMA journal_mode") == std::vector<std::string>{"delete"});
      CHECK(unless_whole(copy, 9, 9) == "");
    }
  }

  TEST_CASE("a full disk leaves no half copy, and the journal as it was") {
    TemporaryFolder const folder;
    auto const path = journal_in(folder, 200);
    CHECK(in_child([&]() -> std::string {
            std::signal(SIGXFSZ, SIG_IGN);
            auto const store = sqlite_store(path, OpenMode::open).value();
            auto const size = std::filesystem::file_size(path);
            for (bool const compact : ways_of_copying)
              for (auto const limit : {std::uintmax_t{4096}, size / 2, size - 1}) {
                rlimit const full{limit, RLIM_INFINITY};
                ::setrlimit(RLIMIT_FSIZE, &full);
                auto const refused = store->back_up((folder / "copy").string(), {.compact = compact});
                if (compact && refused) continue;  // it may take less
                if (!refused.has_error() || refused.error().kind() != ErrorKind::storage) return "not refused";
              }
            return store->head() ? "" : "not readable";
          }) == "");
    std::filesystem::remove(folder / "copy");
    CHECK(names_in(folder) == std::vector<std::string>{"journal.annexa"});
    CHECK(unless_whole(path, 200, 200) == "");
  }
}
