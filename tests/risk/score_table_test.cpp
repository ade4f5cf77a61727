#include <annexa/risk/score_table.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "methods.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

template <class Rating>
void compare_with_one_by_one(std::vector<Rating> const& rows, std::vector<Rating> columns) {
  auto const method = grid_method();
  auto const table = ScoreTable::of(method).value();
  columns.resize(rows.size());
  std::vector<std::uint8_t> levels(rows.size(), 77);
  auto const outside =
      table.score_many(std::span<Rating const>(rows), std::span<Rating const>(columns), std::span(levels));
  std::size_t refused = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    auto const inside = [](Rating level) { return level >= 1 && level <= 3; };
    bool const good = inside(rows[i]) && inside(columns[i]);
    if (!good) ++refused;
    int const expected =
        good ? score(method, rating_of_pair(static_cast<int>(rows[i]), static_cast<int>(columns[i])))->level : 0;
    RC_ASSERT(levels[i] == expected);
  }
  RC_ASSERT(outside == refused);
}

}  // namespace

TEST_SUITE("risk/score_table") {
  TEST_CASE("many risks are scored as each of them is alone, whatever their numbers are") {
    CHECK(rc::check("8 bits", compare_with_one_by_one<std::uint8_t>));
    CHECK(rc::check("32 bits", compare_with_one_by_one<std::int32_t>));
    CHECK(rc::check("64 bits", compare_with_one_by_one<std::int64_t>));
    CHECK(rc::check("near the scale", [](std::vector<std::uint8_t> const& drawn) {
      std::vector<std::int64_t> rows;
      for (auto const each : drawn) rows.push_back(each % 6 - 1);
      compare_with_one_by_one(rows, std::vector<std::int64_t>(rows.rbegin(), rows.rend()));
    }));
  }

  TEST_CASE("a level below 0 in 64 bits does not come back as one in scale") {
    auto const table = ScoreTable::of(grid_method()).value();
    std::int64_t const rows[] = {-(std::int64_t{1} << 62), (std::int64_t{1} << 32) + 1};
    std::int64_t const columns[] = {1, 1};
    std::uint8_t levels[2];
    CHECK(table.score_many(std::span<std::int64_t const>(rows), std::span<std::int64_t const>(columns),
                           std::span<std::uint8_t>(levels)) == 2);
  }

  TEST_CASE("a method that asks for more than a pair of levels has no table") {
    CHECK(ScoreTable::of(*built_in_method("owasp")).error().violations()[0].rule == "rating.not-a-pair");
    CHECK(ScoreTable::of(*built_in_method("monarc-information")).error().violations()[0].rule == "rating.not-a-pair");
    CHECK(ScoreTable::of(*built_in_method("monarc-operational")).has_value());
  }
}
