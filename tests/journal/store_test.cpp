#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <annexa/journal/store.hpp>

#include <annexa/journal/sqlite_store.hpp>
#include <map>

#include "journal_support.hpp"
#include "support/support.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

// What every store must do is tested in conformance/; here stores are compared.
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

}  // namespace

TEST_SUITE("journal/store") {
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
}
