#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <annexa/journal/store.hpp>

#include <annexa/journal/sqlite_store.hpp>
#include <atomic>
#include <map>
#include <set>
#include <thread>

#include "journal_support.hpp"
#include "support/support.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

// What every store must do is tested with every store.
struct Made {
  std::string name;
  std::unique_ptr<Store> store;
};
std::vector<Made> stores(TemporaryFolder const& folder) {
  std::vector<Made> out;
  out.push_back({"memory", memory_store(tenant())});
  auto const path = (folder / "journal.annexa").string();
  out.push_back({"SQLite", sqlite_store(path, OpenMode::create, {.tenant = tenant()}).value()});
  return out;
}

Head must_append(Store& store, std::span<EncodedEvent const> events) {
  return store.append(store.head().value().size(), events).value();
}

std::vector<std::uint64_t> positions(Store& store, std::uint64_t from, std::uint64_t limit) {
  std::vector<std::uint64_t> out;
  auto const count = store.read(from, limit, [&](StoredEvent const& event) {
    out.push_back(event.position);
    return true;
  });
  CHECK(count.value() == out.size());
  return out;
}

Frontier tree_of(std::span<EncodedEvent const> events) {
  Frontier tree;
  for (auto const& event : events) tree.append(leaf_hash(event.bytes));
  return tree;
}

}  // namespace

TEST_SUITE("journal/store") {
  TEST_CASE("a new journal is empty and belongs to its workspace") {
    TemporaryFolder const folder;
    for (auto& [name, store] : stores(folder)) {
      CAPTURE(name);
      CHECK(store->head().value() == Head{tenant(), {}});
      CHECK(all_events(*store).empty());
      CHECK(store->check({}).value().empty());
    }
  }

  TEST_CASE("what was appended is read back, in order, byte by byte") {
    TemporaryFolder const folder;
    auto const events = journal_of(40);
    for (auto& [name, store] : stores(folder)) {
      CAPTURE(name);
      must_append(*store, std::span(events).first(1));
      auto const head = must_append(*store, std::span(events).subspan(1));
      CHECK(head == store->head().value());
      CHECK(head.tree == tree_of(events));
      auto const stored = all_events(*store);
      REQUIRE(stored.size() == events.size());
      for (std::size_t i = 0; i < events.size(); ++i) {
        CAPTURE(i);
        CHECK(stored[i].position == i);
        CHECK(stored[i].id == events[i].id);
        CHECK(stored[i].stream == events[i].stream);
        CHECK(stored[i].version == events[i].version);
        CHECK(stored[i].bytes == events[i].bytes);
        CHECK(stored[i].leaf == leaf_hash(events[i].bytes));
        CHECK(store->find(events[i].id).value() == i);
      }
      CHECK(store->find(uuid("unknown")).value() == std::nullopt);
    }
  }

  TEST_CASE("an append of nothing changes nothing but checks the size") {
    TemporaryFolder const folder;
    for (auto& [name, store] : stores(folder)) {
      CAPTURE(name);
      CHECK(store->append(0, {}).value().size() == 0);
      CHECK(unless_refused(store->append(1, {}), ErrorKind::conflict, "journal.stale") == "");
    }
  }

  TEST_CASE("reading takes any part of the journal, across pages") {
    TemporaryFolder const folder;
    auto const events = journal_of(600);
    for (auto& [name, store] : stores(folder)) {
      CAPTURE(name);
      must_append(*store, events);
      CHECK(positions(*store, 0, 0).empty());
      CHECK(positions(*store, 598, 10) == std::vector<std::uint64_t>{598, 599});
      CHECK(positions(*store, 254, 4) == std::vector<std::uint64_t>{254, 255, 256, 257});
      CHECK(positions(*store, 0, 513).size() == 513);
      CHECK(positions(*store, 1, UINT64_MAX).size() == 599);
      for (std::uint64_t const from :
           {std::uint64_t{600}, std::uint64_t{1} << 62U, std::uint64_t{1} << 63U, UINT64_MAX})
        CHECK(positions(*store, from, UINT64_MAX).empty());
    }
  }

  TEST_CASE("a visitor stops the reading, and may use the store") {
    TemporaryFolder const folder;
    auto const events = journal_of(10);
    for (auto& [name, store] : stores(folder)) {
      CAPTURE(name);
      must_append(*store, std::span(events).first(9));
      auto const count = store->read(2, 100, [&, &journal = store](StoredEvent const& event) {
        CHECK(journal->find(event.id).value() == event.position);
        if (event.position == 4) must_append(*journal, std::span(events).subspan(9));
        return event.position < 5;
      });
      CHECK(count.value() == 4);
      CHECK(store->head().value().size() == 10);
    }
  }

  TEST_CASE("a refused append leaves everything as it was") {
    TemporaryFolder const folder;
    auto const events = journal_of(8);
    struct Row {
      std::string why;
      std::uint64_t size;
      std::vector<EncodedEvent> events;
      std::string rule;
    };
    auto const fresh = encoded(100, "new record", 1, personal_data("fresh", "Fresh"));
    std::vector<Row> const rows{
        {"too small a size", 7, {fresh}, "journal.stale"},
        {"too large a size", 9, {fresh}, "journal.stale"},
        {"an id that is there", 8, {fresh, encoded(3, "other", 1)}, "journal.duplicate-event"},
        {"an id twice", 8, {fresh, encoded(101, "a", 1), encoded(101, "b", 1)}, "journal.duplicate-event"},
        {"a version that is there", 8, {fresh, encoded(101, "record 0", 2)}, "journal.stream-version"},
        {"a version too far", 8, {fresh, encoded(101, "record 0", 4)}, "journal.stream-version"},
        {"a new record from 2", 8, {fresh, encoded(101, "another", 2)}, "journal.stream-version"},
        {"a version twice", 8, {fresh, encoded(101, "a", 1), encoded(102, "a", 1)}, "journal.stream-version"},
    };
    for (auto& [name, store] : stores(folder)) {
      must_append(*store, events);
      auto const before = store->head().value();
      for (auto const& row : rows) {
        CAPTURE(name);
        CAPTURE(row.why);
        CHECK(unless_refused(store->append(row.size, row.events), ErrorKind::conflict, row.rule) == "");
        CHECK(store->head().value() == before);
        CHECK(all_events(*store).size() == events.size());
        CHECK(store->find(fresh.id).value() == std::nullopt);
        CHECK(store->personal(fresh.personal[0].commitment).value() == std::nullopt);
      }
      CHECK(store->append(8, std::span(&fresh, 1)).has_value());
      CHECK(store->find(fresh.id).value() == 8);
    }
  }

  TEST_CASE("an event that encode() did not make is refused") {
    TemporaryFolder const folder;
    for (auto& [name, store] : stores(folder)) {
      CAPTURE(name);
      auto refused = [&](void (*spoil)(EncodedEvent&), std::string const& rule) {
        auto bad = encoded(1, "record", 1);
        spoil(bad);
        return unless_refused(store->append(0, std::span(&bad, 1)), ErrorKind::usage, rule);
      };
      CHECK(refused([](EncodedEvent& e) { e.bytes.resize(event_limit + 1, ' '); }, "journal.event-too-large") == "");
      CHECK(refused([](EncodedEvent& e) { e.bytes.clear(); }, "journal.bad-member") == "");
      CHECK(refused([](EncodedEvent& e) { e.id = {}; }, "journal.bad-member") == "");
      CHECK(refused([](EncodedEvent& e) { e.stream = {}; }, "journal.bad-member") == "");
      CHECK(store->head().value().size() == 0);
    }
  }

  TEST_CASE("personal texts are found until they are erased, and no longer") {
    TemporaryFolder const folder;
    std::string const awkward{"a\0b\xF0\x9F\x98\x80", 7};
    std::vector<EncodedEvent> const events{encoded(0, "a", 1, personal_data("1", awkward)),
                                           encoded(1, "a", 2, personal_data("2", "")),
                                           encoded(2, "b", 1, personal_data("3", "Anna"))};
    for (auto& [name, store] : stores(folder)) {
      CAPTURE(name);
      auto const before = must_append(*store, events);
      for (auto const& event : events)
        CHECK(store->personal(event.personal[0].commitment).value() == event.personal[0]);
      CHECK(store->personal(Hash{}).value() == std::nullopt);
      auto const anna = events[2].personal[0].commitment;
      CHECK(store->erase_personal(anna).value());
      CHECK_FALSE(store->erase_personal(anna).value());
      CHECK(store->personal(anna).value() == std::nullopt);
      CHECK(store->personal(events[0].personal[0].commitment).value() == events[0].personal[0]);
      CHECK(store->head().value() == before);
      auto const left = decode(all_events(*store)[2].bytes, tenant(), lookup_in(*store)).value();
      CHECK(left.data->at("set").at("name").as_object().contains("commitment"));
    }
  }

  TEST_CASE("an erasure goes with the event that orders it, or not at all") {
    TemporaryFolder const folder;
    auto const person = encoded(0, "person", 1, personal_data("1", "Anna"));
    auto const order = encoded(1, "order", 1);
    auto const commitment = person.personal[0].commitment;
    for (auto& [name, store] : stores(folder)) {
      CAPTURE(name);
      must_append(*store, std::span(&person, 1));
      auto const stale = store->append(0, std::span(&order, 1), std::span(&commitment, 1));
      CHECK(unless_refused(stale, ErrorKind::conflict, "journal.stale") == "");
      CHECK(store->personal(commitment).value().has_value());
      CHECK(store->append(1, std::span(&order, 1), std::span(&commitment, 1)).has_value());
      CHECK(store->personal(commitment).value() == std::nullopt);
    }
  }

  TEST_CASE("memory and SQLite agree on every sequence of appends, refusals and erasures") {
    CHECK(rc::check("the same answers and the same root", [] {
      TemporaryFolder const folder;
      auto made = stores(folder);
      std::map<int, std::uint64_t> versions;
      std::vector<Hash> commitments{Hash{}};
      auto const steps = *rc::gen::inRange(1, 12);
      for (int step = 0; step < steps; ++step) {
        std::vector<EncodedEvent> batch;
        auto next = versions;
        for (int i = *rc::gen::inRange(0, 5); i > 0; --i) {
          auto const record = *rc::gen::inRange(0, 3);
          auto const jump = *rc::gen::weightedElement<std::uint64_t>({{12, 1}, {1, 0}, {1, 2}});
          auto const version = std::max<std::uint64_t>(next[record] + jump, 1);
          next[record] = version;
          auto const id = *rc::gen::inRange(0, 200);
          auto const name = "P" + std::to_string(id);
          batch.push_back(encoded(id, "record " + std::to_string(record), version, personal_data(name, name)));
          commitments.push_back(batch.back().personal[0].commitment);
        }
        auto const size =
            made[0].store->head().value().size() + *rc::gen::weightedElement<std::uint64_t>({{9, 0}, {1, 1}});
        std::vector<Hash> erase;
        if (*rc::gen::weightedElement<bool>({{1, true}, {3, false}})) erase.push_back(*rc::gen::elementOf(commitments));
        auto const a = made[0].store->append(size, batch, erase);
        auto const b = made[1].store->append(size, batch, erase);
        RC_ASSERT(a.has_value() == b.has_value());
        if (a) {
          RC_ASSERT(*a == *b);
          versions = next;
        } else {
          RC_ASSERT(a.error().violations() == b.error().violations());
        }
      }
      auto const events = all_events(*made[0].store);
      auto const others = all_events(*made[1].store);
      RC_ASSERT(events.size() == others.size());
      for (std::size_t i = 0; i < events.size(); ++i) RC_ASSERT(events[i].bytes == others[i].bytes);
      for (auto const& each : commitments)
        RC_ASSERT(made[0].store->personal(each).value() == made[1].store->personal(each).value());
      RC_ASSERT(made[0].store->head().value().tree.root() == made[1].store->head().value().tree.root());
    }));
  }

  TEST_CASE("threads that append and read never lose an event or see half an append") {
    TemporaryFolder const folder;
    for (auto& made : stores(folder)) {
      CAPTURE(made.name);
      auto& store = *made.store;
      constexpr int writers = 3;
      constexpr int each = 20;
      std::atomic<int> wrong{0};
      std::vector<std::thread> threads;
      for (int writer = 0; writer < writers; ++writer)
        threads.emplace_back([&, writer] {
          for (int i = 0; i < each;) {
            auto const stream = "writer " + std::to_string(writer);
            auto const first = static_cast<std::uint64_t>(2 * i + 1);
            std::vector<EncodedEvent> const pair{encoded(1000 * writer + 2 * i, stream, first),
                                                 encoded(1000 * writer + 2 * i + 1, stream, first + 1)};
            auto const head = store.head();
            auto const done = store.append(head.value().size(), pair);
            if (done) ++i;
            if (!done && !done.error().names("journal.stale")) ++wrong;
          }
        });
      threads.emplace_back([&] {
        for (std::size_t size = 0; size < 2 * writers * each;) {
          size = store.head().value().size();
          if (size % 2 != 0 || all_events(store).size() < size) ++wrong;
        }
      });
      for (auto& thread : threads) thread.join();
      CHECK(wrong == 0);
      std::set<Uuid> ids;
      for (auto const& event : all_events(store)) ids.insert(event.id);
      CHECK(ids.size() == 2 * writers * each);
    }
  }
}
