#include <annexa/command/table.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>

using namespace annexa;

namespace {

TableRow row(std::string key, std::uint64_t version) { return {std::move(key), std::make_shared<int>(1), version}; }

struct Natural {
  bool operator()(std::string const& a, std::string const& b) const { return natural_less(a, b); }
};

std::vector<std::string> keys_of(Table const& table) {
  std::vector<std::string> keys;
  table.for_each([&](TableRow const& each) { keys.push_back(each.key); });
  return keys;
}

}  // namespace

TEST_SUITE("command/table") {
  TEST_CASE("records stand in natural order of their keys") {
    Table table;
    for (auto const* key : {"R-10", "R-2", "R-1", "A-1", "R-02"}) table.put(row(key, 1));
    CHECK(keys_of(table) == std::vector<std::string>{"A-1", "R-1", "R-02", "R-2", "R-10"});
    CHECK(table.size() == 5);
  }
  TEST_CASE("a copy keeps what it had when the original changes") {
    Table table;
    for (int i = 0; i < 200; ++i) table.put(row("R-" + std::to_string(i), 1));
    Table const copy = table;
    table.put(row("R-7", 2));
    table.put(row("R-999", 1));
    CHECK(copy.find("R-7")->version == 1);
    CHECK(copy.find("R-999") == nullptr);
    CHECK(copy.size() == 200);
    CHECK(table.find("R-7")->version == 2);
    CHECK(table.size() == 201);
  }
  TEST_CASE("a copy of a large table shares all but the way to what changed") {
    Table table;
    for (int i = 0; i < 10'000; ++i) table.put(row("R-" + std::to_string(i * 7919 % 10'000), 1));
    CHECK(table.size() == 10'000);
    Table copy = table;
    for (int i = 0; i < 10'000; i += 3) copy.put(row("R-" + std::to_string(i), 2));
    copy.put(row("R-10000", 2));
    std::size_t shared = 0;
    for (int i = 0; i < 10'000; ++i) {
      auto const key = "R-" + std::to_string(i);
      REQUIRE(table.find(key));
      CHECK(table.find(key)->version == 1);
      CHECK(copy.find(key)->version == (i % 3 == 0 ? 2 : 1));
      if (table.find(key)->record == copy.find(key)->record) ++shared;
    }
    CHECK(shared == 6'666);
    CHECK_FALSE(table.find("R-10000"));
    auto const keys = keys_of(copy);
    CHECK(keys.size() == 10'001);
    CHECK(std::ranges::is_sorted(keys, natural_less));
    Table one = table;
    one.put(row("R-5000", 3));
    CHECK(one.find("R-9999") == table.find("R-9999"));  // the same row in the same node
  }
  TEST_CASE("the last record before a key is found, whether the key is there or not") {
    Table table;
    CHECK(table.last_before("R-1") == nullptr);
    for (int i = 2; i <= 400; i += 2) table.put(row("R-" + std::to_string(i), 1));
    CHECK(table.last_before("R-2") == nullptr);
    CHECK(table.last_before("A-1") == nullptr);
    for (int i = 3; i <= 401; ++i) {
      auto const* found = table.last_before("R-" + std::to_string(i));
      REQUIRE(found != nullptr);
      CHECK(found->key == "R-" + std::to_string((i - 1) / 2 * 2));
    }
    CHECK(table.last_before("Z")->key == "R-400");
  }
  TEST_CASE("it holds what a map holds, whatever is put in whatever order") {
    CHECK(rc::check("table equals map", [] {
      auto const puts = *rc::gen::container<std::vector<std::pair<int, int>>>(
          rc::gen::pair(rc::gen::inRange(0, 400), rc::gen::inRange(1, 9)));
      Table table;
      std::map<std::string, std::uint64_t, Natural> map;
      for (auto const& [number, version] : puts) {
        auto const key = "K-" + std::to_string(number);
        table.put(row(key, static_cast<std::uint64_t>(version)));
        map[key] = static_cast<std::uint64_t>(version);
      }
      RC_ASSERT(table.size() == map.size());
      auto at = map.begin();
      table.for_each([&](TableRow const& each) {
        RC_ASSERT(each.key == at->first);
        RC_ASSERT(each.version == at->second);
        ++at;
      });
      for (int number = 0; number < 400; ++number) {
        auto const key = "K-" + std::to_string(number);
        auto const* found = table.find(key);
        RC_ASSERT((found != nullptr) == (map.count(key) == 1));
      }
    }));
  }
}
