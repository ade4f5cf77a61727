#include <annexa/isms/asset_values.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>

using namespace annexa;

namespace {

Asset asset(char const* key, std::optional<int> confidentiality, std::vector<char const*> const& depends_on = {}) {
  Asset out;
  out.key = *Key<"asset">::parse(key);
  out.confidentiality = confidentiality;
  for (auto const* each : depends_on) out.depends_on.push_back(*Key<"asset">::parse(each));
  return out;
}

std::vector<AssetValue> values(std::vector<Asset> const& assets) {
  std::vector<Asset const*> pointers;
  for (auto const& each : assets) pointers.push_back(&each);
  return asset_values(pointers);
}

std::string loop_of(std::vector<Asset> const& assets, std::size_t which) {
  auto const find = [&](Key<"asset"> const& key) -> Asset const* {
    for (auto const& each : assets)
      if (each.key == key) return &each;
    return nullptr;
  };
  std::string text;
  for (auto const& key : dependency_loop(assets[which], find)) text += (text.empty() ? "" : " ") + key.text();
  return text;
}

}  // namespace

TEST_SUITE("isms/asset_values") {
  TEST_CASE("an asset is worth at least what depends on it, along the whole graph") {
    auto const found = values({asset("A", 4, {"B"}), asset("B", 1, {"C"}), asset("C", {}, {}), asset("D", 2, {"C"})});
    REQUIRE(found.size() == 4);
    CHECK(found[1].confidentiality == 4);
    CHECK(found[2].confidentiality == 4);
    CHECK(found[2].inherited_from.size() == 1);
    CHECK(found[2].inherited_from[0] == "B");
    CHECK(found[3].confidentiality == 2);
    CHECK_FALSE(found[2].integrity);
  }

  TEST_CASE("an asset that is gone passes nothing on") {
    auto gone = asset("A", 4, {"B"});
    gone.retired_on = *Date::from(2026, 1, 1);
    CHECK(values({gone, asset("B", 1)})[1].confidentiality == 1);
  }

  TEST_CASE("a chain of a hundred thousand assets is walked without a deep stack") {
    std::vector<Asset> chain;
    for (int i = 0; i < 100'000; ++i)
      chain.push_back(asset(std::to_string(i).c_str(), i == 0 ? 3 : 1, {std::to_string(i + 1).c_str()}));
    CHECK(values(chain).back().confidentiality == 3);
  }

  TEST_CASE("a loop is told with the way around it") {
    CHECK(loop_of({asset("A", 1, {"A"})}, 0) == "A A");
    CHECK(loop_of({asset("A", 1, {"B"}), asset("B", 1, {"C"}), asset("C", 1, {"A"})}, 1) == "B C A B");
    CHECK(loop_of({asset("A", 1, {"B", "C"}), asset("B", 1, {"D"}), asset("C", 1, {"D"}), asset("D", 1)}, 0) == "");
    CHECK(loop_of({asset("A", 1, {"B"}), asset("B", 1, {"C"}), asset("C", 1, {"B"})}, 0) == "");
  }
}
