#include <doctest/doctest.h>
#include <annexa/journal/store.hpp>

#include <annexa/journal/sqlite_store.hpp>
#include <annexa/journal/verify.hpp>

#include "journal_support.hpp"
#include "raw_sqlite.hpp"
#include "sqlite_support.hpp"
#include "support/support.hpp"

using namespace annexa;
using namespace annexa::testing;
namespace json = boost::json;

namespace {

std::string data_of(std::size_t size) { return R"({"noun":"unit","set":{"note":")" + std::string(size, 'x') + "\"}}"; }

// Small, large, small, large: of three records.
std::vector<EncodedEvent> events_with_blobs() {
  return {encoded(1, "a", 1), encoded(2, "a", 2, data_of(70'000)), encoded(3, "b", 1),
          encoded(4, "c", 1, data_of(3'000'000))};
}

std::vector<std::unique_ptr<Store>> both_stores(TemporaryFolder const& folder) {
  std::vector<std::unique_ptr<Store>> out;
  out.push_back(memory_store(tenant()));
  out.push_back(sqlite_store((folder / "journal.annexa").string(), OpenMode::create, {.tenant = tenant()}).value());
  return out;
}

std::string file_with_blobs(TemporaryFolder const& folder) {
  auto const path = (folder / "journal.annexa").string();
  auto const store = sqlite_store(path, OpenMode::create, {.tenant = tenant()}).value();
  if (auto const done = store->append(0, events_with_blobs()); !done) throw Refused(done.error());
  return path;
}

std::string first_problem(std::string const& path) {
  auto const store = sqlite_store(path, OpenMode::read_only).value();
  auto const report = verify(*store).value();
  return report.ok() ? "" : report.problems.front().where + ' ' + report.problems.front().rule;
}

}  // namespace

TEST_SUITE("journal/blob") {
  TEST_CASE("data too large for an event become a blob that the event names by hash and size") {
    auto const data = data_of(70'000);
    auto const made = encoded(1, "a", 1, data);
    REQUIRE(made.blob);
    CHECK(made.blob->bytes == data);
    CHECK(made.blob->sha256 == sha256(data));
    auto const document = parse_json(made.bytes).value();
    auto const reference = blob_reference(document.at("data"));
    CHECK(reference == BlobReference{sha256(data), data.size()});
    CHECK(made.bytes.size() < 1000);
    CHECK_FALSE(encoded(1, "a", 1).blob);
  }

  TEST_CASE("whether data stand in the event depends on its size alone, and 16 MiB are the end") {
    auto const frame = encoded(1, "a", 1, data_of(0)).bytes.size();
    auto const with = [&](std::size_t size) { return encode(event(1, "a", 1, data_of(size)), tenant()); };
    CHECK_FALSE(with(event_limit - frame).value().blob);
    CHECK(with(event_limit - frame + 1).value().blob);
    auto const around = data_of(0).size();
    CHECK(with(blob_limit - around).value().blob->bytes.size() == blob_limit);
    CHECK(unless_refused(with(blob_limit - around + 1), ErrorKind::usage, "journal.event-too-large") == "");
  }

  TEST_CASE("an event with a blob is read again, personal texts in it too, and stays as it is without") {
    auto const made = encoded(1, "a", 1,
                              R"({"noun":"person","set":{"name":{"salt":")" + to_string(sha256("salt")) +
                                  R"(","value":"Anna Berg"},"note":")" + std::string(70'000, 'x') + "\"}}");
    REQUIRE(made.personal.size() == 1);
    CHECK(made.blob->bytes.find("Anna") == std::string::npos);
    auto const memory = memory_store(tenant());
    REQUIRE(memory->append(0, {&made, 1}).has_value());
    auto const whole = decode(made.bytes, tenant(), lookup_in(*memory), blobs_in(*memory)).value();
    CHECK(whole.data->at("set").at("name").at("value") == "Anna Berg");
    CHECK(encode(whole, tenant()).value().bytes == made.bytes);
    auto const bare = decode(made.bytes, tenant()).value();
    CHECK(blob_reference(*bare.data) == BlobReference{made.blob->sha256, made.blob->bytes.size()});
  }

  TEST_CASE("data that only look like a reference are refused, for nobody could tell them from one") {
    auto const claimed = R"({"blob":{"sha256":")" + to_string(sha256("x")) + R"(","size":1}})";
    CHECK(unless_refused(encode(event(1, "a", 1, claimed), tenant()), ErrorKind::usage, "journal.bad-member") == "");
    for (std::string const other : {R"({"blob":{"sha256":"00","size":1}})", R"({"blob":1})", R"({"blob":{},"a":1})"})
      CHECK(encode(event(1, "a", 1, other), tenant()).has_value());
  }

  TEST_CASE("a blob that is missing, another, or that would have stood in the event is refused") {
    auto const made = encoded(1, "a", 1, data_of(70'000));
    auto const read = [&](std::string const& bytes, std::optional<std::string> blob) {
      return decode(bytes, tenant(), {}, [&](Hash const&) { return blob; });
    };
    CHECK(read(made.bytes, made.blob->bytes).has_value());
    CHECK(unless_refused(read(made.bytes, {}), ErrorKind::integrity, "journal.missing-blob") == "");
    CHECK(unless_refused(read(made.bytes, made.blob->bytes + ' '), ErrorKind::integrity, "journal.changed-blob") == "");
    auto const named = [&](std::string const& blob) {
      auto document = parse_json(made.bytes).value();
      document.at("data").at("blob").get_object() = {{"sha256", to_string(sha256(blob))}, {"size", blob.size()}};
      return canonical_json(document).value();
    };
    std::string const small = R"({"noun":"unit"})";
    CHECK(unless_refused(read(named(small), small), ErrorKind::integrity, "journal.not-canonical") == "");
    auto const blank = data_of(70'000) + ' ';
    CHECK(unless_refused(read(named(blank), blank), ErrorKind::integrity, "journal.not-canonical") == "");
    for (std::string const broken : {"{oops", "", "[1]", "\xff\xff"}) {
      auto const refused = read(named(broken), broken);
      CHECK(refused.has_error());
      if (!refused) CHECK(refused.error().kind() == ErrorKind::integrity);
    }
  }

  TEST_CASE("a store keeps blobs with their events, all or nothing, the same once") {
    TemporaryFolder const folder;
    for (auto const& store : both_stores(folder)) {
      CHECK(store->keeps_blobs());
      auto events = events_with_blobs();
      auto bad = events;
      bad[3].version = 7;
      CHECK(store->append(0, bad).has_error());
      CHECK(store->blob(events[1].blob->sha256).value() == std::nullopt);
      REQUIRE(store->append(0, events).has_value());
      for (auto const& each : events)
        if (each.blob) CHECK(store->blob(each.blob->sha256).value() == each.blob->bytes);
      auto const again = encoded(5, "d", 1, data_of(70'000));
      REQUIRE(store->append(4, {&again, 1}).has_value());
      CHECK(store->blob(sha256("nothing")).value() == std::nullopt);
      CHECK(verify(*store).value().ok());
    }
  }

  TEST_CASE("a store takes no blob that is not the one of its event") {
    TemporaryFolder const folder;
    for (auto const& store : both_stores(folder)) {
      auto const refused = [&](void (*spoil)(EncodedEvent&)) {
        auto made = encoded(1, "a", 1, data_of(70'000));
        spoil(made);
        return unless_refused(store->append(0, {&made, 1}), ErrorKind::usage, "journal.bad-member");
      };
      CHECK(refused([](EncodedEvent& e) { e.blob->bytes += ' '; }) == "");
      CHECK(refused([](EncodedEvent& e) { e.blob->bytes.clear(); }) == "");
      CHECK(refused([](EncodedEvent& e) { *e.blob = {sha256("{\"noun\":1}"), "{\"noun\":1}"}; }) == "");
      CHECK(refused([](EncodedEvent& e) { e.bytes = encoded(2, "b", 1).bytes; }) == "");
      CHECK(store->head().value().size() == 0);
    }
  }

  TEST_CASE("verification says which event lost its blob, or has another one") {
    for (auto const& [sql, expected] :
         {std::pair{"DELETE FROM blob WHERE length(bytes) < 100000", "/events/1/data/blob journal.missing-blob"},
          {"UPDATE blob SET bytes = x'7b7d' WHERE length(bytes) > 100000", "/events/3/data/blob journal.changed-blob"},
          {"UPDATE blob SET sha256 = zeroblob(32) WHERE length(bytes) > 100000",
           "/events/3/data/blob journal.missing-blob"}}) {
      TemporaryFolder const folder;
      auto const path = file_with_blobs(folder);
      CHECK(first_problem(path) == "");
      RawSqlite(path).tamper(sql);
      CHECK(first_problem(path) == expected);
    }
  }

  TEST_CASE("a copy has the blobs, and is refused its name without them") {
    for (bool const compact : {false, true}) {
      TemporaryFolder const folder;
      auto const path = file_with_blobs(folder);
      auto const copy = (folder / "copy.annexa").string();
      auto const store = sqlite_store(path, OpenMode::open).value();
      REQUIRE(store->back_up(copy, {.compact = compact}).has_value());
      CHECK(first_problem(copy) == "");
      CHECK(sqlite_store(copy, OpenMode::read_only).value()->blob(events_with_blobs()[1].blob->sha256).value());
      RawSqlite(path).tamper("DELETE FROM blob");
      auto const refused = store->back_up((folder / "other.annexa").string(), {.compact = compact});
      CHECK(unless_refused(refused, ErrorKind::integrity, "store.copy") == "");
    }
  }
}
