#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <annexa/journal/verify.hpp>

#include <algorithm>
#include <annexa/journal/sqlite_store.hpp>
#include <fstream>

#include "journal_support.hpp"
#include "raw_sqlite.hpp"
#include "support/support.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

constexpr int count = 20;

// A journal in a file, which tests change behind annexa's back.
class Journal {
 public:
  Journal() : path_((folder_ / "journal.annexa").string()) {
    static auto const untouched = made();
    kept_root = untouched.root;
    std::ofstream(path_, std::ios::binary) << untouched.file;
  }
  [[nodiscard]] std::unique_ptr<Store> open() const { return sqlite_store(path_, OpenMode::open).value(); }
  [[nodiscard]] RawSqlite raw() const { return RawSqlite(path_); }
  void tamper(std::string_view sql, std::vector<std::string> const& blobs = {}) const { raw().tamper(sql, blobs); }
  [[nodiscard]] Verification verified(VerifyOptions const& options = {}) const {
    return verify(*open(), options).value();
  }
  [[nodiscard]] std::string bytes_at(int position) const {
    return raw().run("SELECT bytes FROM event WHERE position = " + std::to_string(position)).at(0);
  }

  Hash kept_root;  // what an auditor wrote down

 private:
  struct Made {
    std::string file;
    Hash root;
  };
  // Made once: a file that is brought to the disk takes longer than all else here.
  static Made made() {
    TemporaryFolder const folder;
    auto const path = folder / "journal.annexa";
    auto const store = sqlite_store(path.string(), OpenMode::create, {.tenant = tenant()}).value();
    auto const root = store->append(0, journal_of(count)).value().tree.root();
    return {bytes_of(path), root};
  }

  TemporaryFolder folder_;
  std::string path_;
};

std::string blob(Hash const& hash) { return {hash.bytes.begin(), hash.bytes.end()}; }
std::string blob(Uuid const& id) { return {id.bytes.begin(), id.bytes.end()}; }

bool found(Verification const& report, std::string_view rule, std::string_view where) {
  return std::ranges::any_of(report.problems,
                             [&](Violation const& each) { return each.rule == rule && each.where == where; });
}

// A store that answers as another does, until it fails.
class Failing final : public Store {
 public:
  explicit Failing(Store& inner) : inner_(inner) {}
  result<Head> head() override { return inner_.head(); }
  result<Head> append(std::uint64_t size, std::span<EncodedEvent const> events, std::span<Hash const> erase) override {
    return inner_.append(size, events, erase);
  }
  result<std::uint64_t> read(std::uint64_t from, std::uint64_t limit, EventVisitor const& visit) override {
    return inner_.read(from, limit, visit);
  }
  result<std::optional<std::uint64_t>> find(Uuid const& id) override { return inner_.find(id); }
  result<std::optional<PersonalText>> personal(Hash const&) override { return failure(); }
  result<bool> erase_personal(Hash const& commitment) override { return inner_.erase_personal(commitment); }
  result<std::vector<Violation>> check(std::function<bool()> const&) override { return failure(); }

 private:
  static Error failure() { return {Rule{"store.io", "The disk refused.", "", ErrorKind::storage}, "disk"}; }
  Store& inner_;
};

}  // namespace

TEST_SUITE("journal/verify") {
  TEST_CASE("a journal that nobody touched is in order, and its root is the head's") {
    Journal const journal;
    auto const report = journal.verified();
    CHECK(report.ok());
    CHECK(report.size == count);
    CHECK(report.root == journal.kept_root);
    auto const memory = memory_store(tenant());
    CHECK(verify(*memory).value().root == empty_root());
    REQUIRE(memory->append(0, journal_of(count)).has_value());
    CHECK(verify(*memory).value().ok());
    CHECK(verify(*memory).value().root == journal.kept_root);
  }

  TEST_CASE("a changed event is found, at its position") {
    Journal const journal;
    auto bytes = journal.bytes_at(7);
    bytes.replace(bytes.find("unit"), 4, "unix");
    journal.tamper("UPDATE event SET bytes = ? WHERE position = 7", {bytes});
    auto const report = journal.verified();
    CHECK(report.problems.size() == 2);
    CHECK(found(report, "journal.leaf", "/events/7"));
    CHECK(found(report, "journal.root", "/head"));
    CHECK(report.root != journal.kept_root);
  }

  TEST_CASE("a changed event whose leaf was adapted is found by the root") {
    Journal const journal;
    auto bytes = journal.bytes_at(7);
    bytes.replace(bytes.find("unit"), 4, "unix");
    journal.tamper("UPDATE event SET bytes = ?, leaf = ? WHERE position = 7", {bytes, blob(leaf_hash(bytes))});
    auto const report = journal.verified();
    CHECK(report.problems.size() == 1);
    CHECK(found(report, "journal.root", "/head"));
  }

  TEST_CASE("bytes that are no event are found even if leaf and head were adapted") {
    Journal const journal;
    Frontier tree;
    auto const spoiled = journal.bytes_at(7) + " ";
    for (int i = 0; i < count; ++i) tree.append(leaf_hash(i == 7 ? spoiled : journal.bytes_at(i)));
    journal.tamper("UPDATE event SET bytes = ?, leaf = ? WHERE position = 7", {spoiled, blob(leaf_hash(spoiled))});
    journal.tamper("UPDATE head SET frontier = ?", {tree.to_bytes()});
    auto const report = journal.verified();
    CHECK(found(report, "journal.not-canonical", "/events/7"));
    CHECK(journal.verified({.contents = false}).ok());  // the tree alone cannot know
  }

  TEST_CASE("the place of what is no JSON is told apart from the event that it is in") {
    Journal const journal;
    std::string const spoiled = "{oops";
    journal.tamper("UPDATE event SET bytes = ?, leaf = ? WHERE position = 7", {spoiled, blob(leaf_hash(spoiled))});
    auto const report = journal.verified();
    CHECK(std::ranges::any_of(report.problems,
                              [](Violation const& each) { return each.where.starts_with("/events/7, line 1"); }));
  }

  TEST_CASE("a deleted event is found, with the gap that it leaves") {
    Journal const journal;
    journal.tamper("DELETE FROM event WHERE position = 5");
    auto const report = journal.verified();
    CHECK(report.size == count - 1);
    CHECK(found(report, "journal.missing-events", "/events/5"));
    CHECK(found(report, "journal.version-gap", "/events/9"));  // the record's next event
    CHECK(found(report, "journal.size", "/head"));
    CHECK(found(report, "journal.root", "/head"));
  }

  TEST_CASE("events cut off at the end are found by the head") {
    Journal const journal;
    journal.tamper("DELETE FROM event WHERE position >= 15");
    auto const report = journal.verified();
    CHECK(report.size == 15);
    CHECK(found(report, "journal.size", "/head"));
    CHECK(found(report, "journal.root", "/head"));
  }

  TEST_CASE("an older copy fits together, and only a root kept elsewhere tells") {
    Journal const journal;
    Frontier older;
    for (int i = 0; i < 15; ++i) older.append(leaf_hash(journal.bytes_at(i)));
    journal.tamper("DELETE FROM event WHERE position >= 15");
    journal.tamper("UPDATE head SET size = 15, frontier = ?", {older.to_bytes()});
    auto const report = journal.verified();
    CHECK(report.ok());
    CHECK(report.root == older.root());
    CHECK(report.root != journal.kept_root);
  }

  TEST_CASE("two events that changed places are found") {
    Journal const journal;
    journal.tamper("UPDATE event SET position = 1000 WHERE position = 2");
    journal.tamper("UPDATE event SET position = 2 WHERE position = 6");
    journal.tamper("UPDATE event SET position = 6 WHERE position = 1000");
    auto const report = journal.verified();
    CHECK(found(report, "journal.root", "/head"));
    CHECK(found(report, "journal.version-gap", "/events/2"));
    CHECK(found(report, "journal.version-gap", "/events/6"));
  }

  TEST_CASE("events of two records that changed places are found by the root alone") {
    Journal const journal;
    journal.tamper("UPDATE event SET position = 1000 WHERE position = 2");
    journal.tamper("UPDATE event SET position = 2 WHERE position = 3");
    journal.tamper("UPDATE event SET position = 3 WHERE position = 1000");
    auto const report = journal.verified();
    CHECK(report.problems.size() == 1);
    CHECK(found(report, "journal.root", "/head"));
  }

  TEST_CASE("an event put in behind the head is found") {
    Journal const journal;
    auto const forged = encoded(99, "forged", 1);
    journal.tamper("INSERT INTO event VALUES (20, ?, ?, 1, ?, ?)",
                   {blob(forged.id), blob(forged.stream), blob(leaf_hash(forged.bytes)), forged.bytes});
    auto const report = journal.verified();
    CHECK(report.size == count);
    CHECK(report.problems.size() == 1);
    CHECK(found(report, "journal.behind-head", "/events/20"));
    CHECK(unless_refused(journal.open()->append(20, std::span(&forged, 1)), ErrorKind::integrity, "journal.size") ==
          "");
  }

  TEST_CASE("a changed head is found, and stops further appends where it cannot be read") {
    Journal const journal;
    auto frontier = journal.raw().run("SELECT frontier FROM head").at(0);
    frontier[40] = static_cast<char>(frontier[40] ^ 1);
    journal.tamper("UPDATE head SET frontier = ?", {frontier});
    CHECK(found(journal.verified(), "journal.root", "/head"));
    CHECK(journal.verified().root == journal.kept_root);
    journal.tamper("UPDATE head SET frontier = zeroblob(32)");
    auto const report = journal.verified();
    CHECK(found(report, "journal.frontier", "/head/frontier"));
    CHECK(report.size == count);
    CHECK(report.root == journal.kept_root);
    auto const event = encoded(99, "new", 1);
    CHECK(unless_refused(journal.open()->append(20, std::span(&event, 1)), ErrorKind::integrity, "journal.frontier") ==
          "");
    journal.tamper("DELETE FROM head");
    CHECK_FALSE(journal.verified().ok());
  }

  TEST_CASE("a smaller size in the head is found") {
    Journal const journal;
    Frontier older;
    for (int i = 0; i < 15; ++i) older.append(leaf_hash(journal.bytes_at(i)));
    journal.tamper("UPDATE head SET size = 15, frontier = ?", {older.to_bytes()});
    auto const report = journal.verified();
    for (int i = 15; i < count; ++i) CHECK(found(report, "journal.behind-head", "/events/" + std::to_string(i)));
    CHECK(report.problems.size() == 5);
  }

  TEST_CASE("a journal given to another workspace is found in each event") {
    Journal const journal;
    journal.tamper("UPDATE head SET tenant = ?", {blob(uuid("another"))});
    auto const report = journal.verified();
    CHECK(report.problems.size() == count);
    CHECK(found(report, "journal.foreign-event", "/events/0/tenant"));
  }

  TEST_CASE("an index that says otherwise than the bytes is found") {
    Journal const journal;
    journal.tamper("UPDATE event SET id = ? WHERE position = 4", {blob(uuid("another id"))});
    journal.tamper("UPDATE event SET stream = ? WHERE position = 5", {blob(uuid("another stream"))});
    journal.tamper("UPDATE event SET version = 99 WHERE position = 6");
    auto const report = journal.verified();
    CHECK(report.problems.size() == 3);
    for (std::string const where : {"/events/4", "/events/5", "/events/6"})
      CHECK(found(report, "journal.wrong-index", where));
  }

  TEST_CASE("an event recorded twice is found") {
    Journal const journal;
    auto const bytes = journal.bytes_at(3);
    journal.tamper("UPDATE event SET bytes = ?, leaf = ? WHERE position = 11", {bytes, blob(leaf_hash(bytes))});
    auto const report = journal.verified();
    CHECK(found(report, "journal.repeated-event", "/events/11"));
    CHECK(found(report, "journal.version-gap", "/events/11"));
    CHECK(found(report, "journal.wrong-index", "/events/11"));
    CHECK(found(report, "journal.root", "/head"));
  }

  TEST_CASE("a changed personal text is found; an erased one is in order") {
    Journal const journal;
    auto const events = journal_of(count);
    auto const commitment = blob(events[6].personal[0].commitment);
    journal.tamper("UPDATE personal SET value = ? WHERE commitment = ?", {"Somebody else", commitment});
    auto const report = journal.verified();
    CHECK(report.problems.size() == 1);
    CHECK(found(report, "journal.commitment", "/events/6/data/set/name"));
    journal.tamper("DELETE FROM personal WHERE commitment = ?", {commitment});
    CHECK(journal.verified().ok());
  }

  TEST_CASE("an index that SQLite finds broken is found") {
    Journal const journal;
    {
      auto raw = journal.raw();
      raw.run("PRAGMA writable_schema = ON");
      // The indexes on ids and on streams change places: reading by position does not notice.
      std::string const both = "('sqlite_autoindex_event_1', 'sqlite_autoindex_event_2')";
      raw.run("UPDATE sqlite_schema SET rootpage = (SELECT sum(rootpage) FROM sqlite_schema WHERE name IN " + both +
              ") - rootpage WHERE name IN " + both);
    }
    auto const report = journal.verified();
    CHECK_FALSE(report.ok());
    CHECK(journal.verified({.store = false}).ok());
  }

  TEST_CASE("any random change of a row is found") {
    CHECK(rc::check("one column of one row", [] {
      Journal const journal;
      struct Change {
        std::string_view column;
        std::size_t size;
      };
      auto const change =
          *rc::gen::element(Change{"id", 16}, Change{"stream", 16}, Change{"leaf", 32}, Change{"bytes", 2});
      auto const position = *rc::gen::inRange(0, count);
      auto const where = " FROM event WHERE position = " + std::to_string(position);
      auto value = journal.raw().run("SELECT " + std::string(change.column) + where).at(0);
      auto const at = *rc::gen::inRange<std::size_t>(0, value.size());
      value[at] = static_cast<char>(value[at] ^ *rc::gen::inRange(1, 256));
      journal.tamper(
          "UPDATE event SET " + std::string(change.column) + " = ? WHERE position = " + std::to_string(position),
          {value});
      auto const report = journal.verified();
      RC_ASSERT(!report.ok());
      for (auto const& each : report.problems)
        RC_ASSERT(each.where.starts_with("/events/" + std::to_string(position)) || each.where == "/head" ||
                  each.rule == "journal.version-gap");
    }));
  }

  TEST_CASE("problems are listed up to a number, and counted beyond it") {
    Journal const journal;
    journal.tamper("UPDATE head SET tenant = ?", {blob(uuid("another"))});
    auto const report = journal.verified({.most_problems = 5});
    REQUIRE(report.problems.size() == 6);
    CHECK(report.problems[5].rule == "journal.more-problems");
    CHECK(report.problems[5].message.find("15") != std::string::npos);
  }

  TEST_CASE("progress rises to the end, and may stop the work") {
    auto const store = memory_store(tenant());
    REQUIRE(store->append(0, journal_of(2100)).has_value());
    std::uint64_t last = 0;
    int calls = 0;
    auto const follow = [&](std::uint64_t done, std::uint64_t total) {
      CHECK(done >= last);
      CHECK(total == 2100);
      last = done;
      ++calls;
      return true;
    };
    CHECK(verify(*store, {.progress = follow}).value().ok());
    CHECK(last == 2100);
    CHECK(calls >= 3);
    for (int stop_at = 1; stop_at <= calls; ++stop_at) {
      CAPTURE(stop_at);
      int so_far = 0;
      auto const stop = [&](std::uint64_t, std::uint64_t) { return ++so_far < stop_at; };
      CHECK(unless_refused(verify(*store, {.progress = stop}), ErrorKind::cancelled, "journal.cancelled") == "");
    }
  }

  TEST_CASE("a stop reaches SQLite's own check") {
    TemporaryFolder const folder;
    auto const path = (folder / "journal.annexa").string();
    auto const store = sqlite_store(path, OpenMode::create, {.tenant = tenant()}).value();
    REQUIRE(store->append(0, journal_of(1500)).has_value());
    CHECK(unless_refused(store->check([] { return false; }), ErrorKind::cancelled, "journal.cancelled") == "");
    CHECK(store->check([] { return true; }).value().empty());
  }

  TEST_CASE("events that others append meanwhile are no problem") {
    Journal const journal;
    auto const events = journal_of(count + 3);
    bool appended = false;
    auto const store = journal.open();
    auto const append = [&](std::uint64_t, std::uint64_t) {
      if (!appended) CHECK(journal.open()->append(count, std::span(events).subspan(count)).has_value());
      return appended = true;
    };
    auto const report = verify(*store, {.progress = append}).value();
    CHECK(report.ok());
    CHECK(report.size == count);
    CHECK(verify(*store).value().size == count + 3);
  }

  TEST_CASE("a store that fails is an error and not a verdict") {
    auto const store = memory_store(tenant());
    REQUIRE(store->append(0, journal_of(count)).has_value());
    Failing failing(*store);
    CHECK(unless_refused(verify(failing), ErrorKind::storage, "store.io") == "");
    CHECK(unless_refused(verify(failing, {.contents = false}), ErrorKind::storage, "store.io") == "");
    CHECK(verify(failing, {.contents = false, .store = false}).value().ok());
  }
}
