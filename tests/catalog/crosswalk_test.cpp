// The mappings between frameworks: what the reference files say, both ways, and what follows through a third one.
#include <annexa/catalog/catalog.hpp>
#include <annexa/catalog/crosswalk.hpp>

#include "catalog/crosswalk_parts.hpp"
#include "csv.hpp"
#include "support/support.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

using namespace annexa;
using annexa::testing::framework_rows;
using annexa::testing::reference_rows;

namespace {

using Row = std::vector<std::string>;  // source, target, relationship, strength, basis

Row printed(Mapping const& mapping) {
  return {std::string(mapping.source), std::string(mapping.target), std::string(word(mapping.relationship)),
          mapping.strength ? std::to_string(*mapping.strength) : "", std::string(mapping.basis)};
}

std::vector<Row> printed(Crosswalk const& crosswalk) {
  std::vector<Row> rows;
  for (auto const& mapping : crosswalk.mappings()) rows.push_back(printed(mapping));
  return rows;
}

// The rows of the reference files by their two frameworks.
std::map<std::pair<std::string, std::string>, std::vector<Row>> stated_pairs() {
  std::map<std::pair<std::string, std::string>, std::vector<Row>> pairs;
  for (auto const* file : {"crosswalk", "crosswalk-supplementary"}) {
    auto const rows = framework_rows(file);
    for (auto row = rows.begin() + 1; row != rows.end(); ++row)
      pairs[{(*row)[0], (*row)[2]}].push_back({(*row)[1], (*row)[3], (*row)[4], (*row)[5], (*row)[6]});
  }
  return pairs;
}

std::string swapped(std::string const& relationship) {
  return relationship == "subset_of" ? "superset_of" : relationship == "superset_of" ? "subset_of" : relationship;
}

Crosswalk crosswalk_of(std::string_view from, std::string_view to, std::vector<Mapping> mappings) {
  detail::CrosswalkParts parts{.from = from, .to = to, .sha256 = {}};
  parts.mappings = std::move(mappings);
  return Crosswalk(std::move(parts));
}

constexpr std::array<std::string_view, 4> some_ids{"1", "2", "3", "4"};

rc::Gen<std::vector<Mapping>> some_mappings() {
  return rc::gen::exec([] {
    std::map<std::pair<std::string_view, std::string_view>, Mapping> pairs;
    auto const count = *rc::gen::inRange(0, 12);
    for (int i = 0; i < count; ++i) {
      Mapping mapping{*rc::gen::elementOf(some_ids),
                      *rc::gen::elementOf(some_ids),
                      static_cast<Relationship>(*rc::gen::inRange(0, 5)),
                      {},
                      "test",
                      {}};
      if (*rc::gen::arbitrary<bool>()) mapping.strength = static_cast<std::uint8_t>(*rc::gen::inRange(1, 11));
      pairs.insert_or_assign({mapping.source, mapping.target}, mapping);
    }
    std::vector<Mapping> mappings;
    for (auto const& [pair, mapping] : pairs) mappings.push_back(mapping);
    return mappings;
  });
}

}  // namespace

TEST_SUITE("catalog/crosswalk") {
  TEST_CASE("every pair of the reference files, in order, with every cell" * doctest::skip(testing::without_data())) {
    auto const pairs = stated_pairs();
    std::size_t total = 0;
    for (auto const& [frameworks, rows] : pairs) {
      CAPTURE(frameworks.first);
      auto const* crosswalk = find_crosswalk(frameworks.first, frameworks.second);
      REQUIRE(crosswalk);
      CHECK(crosswalk->from() == frameworks.first);
      CHECK(crosswalk->to() == frameworks.second);
      CHECK(printed(*crosswalk) == rows);
      total += rows.size();
    }
    CHECK(total == 1861 + 189);
    CHECK(pairs.size() + 1 == crosswalks().size());
  }
  TEST_CASE("seen from the other side, every pair with subset and superset exchanged" *
            doctest::skip(testing::without_data())) {
    for (auto const& [frameworks, rows] : stated_pairs()) {
      auto const* crosswalk = find_crosswalk(frameworks.second, frameworks.first);
      REQUIRE(crosswalk);
      CHECK(crosswalk->from() == frameworks.second);
      std::vector<Row> expected;
      for (auto const& row : rows) expected.push_back({row[1], row[0], swapped(row[2]), row[3], row[4]});
      CHECK(printed(*crosswalk) == expected);
    }
  }
  TEST_CASE("the transition of 2013 has 115 pairs and 11 new controls" * doctest::skip(testing::without_data())) {
    auto const* transition = find_crosswalk("iso27001-2013", "iso27001-2022");
    REQUIRE(transition);
    auto const rows = reference_rows("transition-2013-2022");
    REQUIRE(transition->mappings().size() == 115);
    for (std::size_t i = 0; i < 115; ++i) {
      CHECK(transition->mappings()[i].source == rows[i + 1][0]);
      CHECK(transition->mappings()[i].target == rows[i + 1][1]);
      CHECK(transition->mappings()[i].relationship == Relationship::intersects_with);
    }
    std::set<std::string_view> without;
    for (auto const& control : iso27001_2022().controls()) {
      auto const id = iso27001_2022().find(control.reference)->id;
      if (transition->of_target(id).empty()) without.insert(id);
    }
    auto const stated = transition->unmatched_targets();
    CHECK(std::set<std::string_view>(stated.begin(), stated.end()) == without);
    CHECK(without.size() == 11);
    CHECK(transition->of_source("A.18.2.3").size() == 2);
    for (auto const& row : iso27001_2013().requirements()) CHECK_FALSE(transition->of_source(row.id).empty());
    auto const* back = find_crosswalk("iso27001-2022", "iso27001-2013");
    REQUIRE(back);
    CHECK(back->unmatched_sources().size() == 11);
    CHECK(back->of_source("A.5.1").size() == 2);
  }
  TEST_CASE("both ends of every mapping exist, no pair stands twice, every strength is from 1 to 10") {
    for (auto const& each : crosswalks()) {
      CAPTURE(each.from);
      auto const& crosswalk = each.open();
      CHECK(crosswalk.sha256().size() == 64);
      CHECK(crosswalk.revision() >= 1);
      std::set<std::pair<std::string_view, std::string_view>> seen;
      for (auto const& mapping : crosswalk.mappings()) {
        CAPTURE(mapping.source);
        CHECK(find_catalog(each.from)->find(mapping.source));
        CHECK(find_catalog(each.to)->find(mapping.target));
        CHECK(seen.insert({mapping.source, mapping.target}).second);
        CHECK(mapping.strength.value_or(1) >= 1);
        CHECK(mapping.strength.value_or(1) <= 10);
        CHECK_FALSE(mapping.basis.empty());
        CHECK(mapping.through.empty());
        bool const judged_here = mapping.basis.find("own judgement") != mapping.basis.npos;
        CHECK((mapping.strength.has_value() || !judged_here));
      }
    }
  }
  TEST_CASE("how many pairs there are, and how many of them are more than common ground") {
    std::map<std::string_view, std::pair<std::size_t, std::size_t>> const expected{{"soc2-tsc-2017", {327, 1}},
                                                                                   {"hipaa-security-rule", {239, 14}},
                                                                                   {"gdpr", {265, 1}},
                                                                                   {"nist-csf-2.0", {388, 0}},
                                                                                   {"nist-800-53-r5", {642, 0}}};
    for (auto const& [from, counts] : expected) {
      auto const rows = find_crosswalk(from, "iso27001-2022")->mappings();
      CHECK(rows.size() == counts.first);
      CHECK(static_cast<std::size_t>(std::ranges::count(rows, Relationship::subset_of, &Mapping::relationship)) ==
            counts.second);
    }
    for (auto const& row : soc2_tsc_2017().requirements())
      if (row.kind == RequirementKind::criterion)
        CHECK_FALSE(find_crosswalk("soc2-tsc-2017", "iso27001-2022")->of_source(row.id).empty());
    for (auto const& row : nist_csf_2_0().requirements())
      if (row.kind == RequirementKind::subcategory)
        CHECK_FALSE(find_crosswalk("nist-csf-2.0", "iso27001-2022")->of_source(row.id).empty());
  }
  TEST_CASE("mappings are found by either end as a search through all of them finds them") {
    for (auto const& each : crosswalks()) {
      auto const& crosswalk = each.open();
      for (auto const& mapping : crosswalk.mappings()) {
        CHECK(crosswalk.find(mapping.source, mapping.target) == &mapping);
        auto const count = [&](auto member, std::string_view id) {
          return static_cast<std::size_t>(std::ranges::count(crosswalk.mappings(), id, member));
        };
        auto const of_source = crosswalk.of_source(mapping.source);
        CHECK(of_source.size() == count(&Mapping::source, mapping.source));
        CHECK(std::ranges::is_sorted(of_source));
        CHECK(crosswalk.of_target(mapping.target).size() == count(&Mapping::target, mapping.target));
      }
      CHECK(crosswalk.of_source("").empty());
      CHECK(crosswalk.of_source("no such id").empty());
      CHECK(crosswalk.find("no such id", "A.5.1") == nullptr);
    }
  }
  TEST_CASE("what is not there is no crosswalk") {
    CHECK(find_crosswalk("gdpr", "gdpr") == nullptr);
    CHECK(find_crosswalk("gdpr", "soc2-tsc-2017") == nullptr);
    CHECK(find_crosswalk("", "iso27001-2022") == nullptr);
    CHECK_FALSE(compose_crosswalks("gdpr", "iso27001-2022", "no such catalog"));
  }
  TEST_CASE("through a third framework: all paths, the strongest claim that follows, and candidates where none does") {
    auto const first = crosswalk_of("a", "b",
                                    {{"1", "x", Relationship::subset_of, 8, "said", {}},
                                     {"1", "y", Relationship::intersects_with, 3, "said", {}},
                                     {"2", "y", Relationship::intersects_with, {}, "said", {}}});
    auto const second = crosswalk_of("b", "c",
                                     {{"x", "7", Relationship::equal, 6, "said", {}},
                                      {"y", "7", Relationship::subset_of, 9, "said", {}},
                                      {"y", "8", Relationship::intersects_with, 9, "said", {}}});
    auto const composed = first.compose(second);
    CHECK(composed.from() == "a");
    CHECK(composed.to() == "c");
    auto const* one = composed.find("1", "7");
    REQUIRE(one);
    CHECK(one->relationship == Relationship::subset_of);
    CHECK(one->strength == 6);
    CHECK(one->basis == "composed through b: x (subset_of, equal_to); y (intersects_with, subset_of)");
    REQUIRE(one->through.size() == 2);
    CHECK(one->through[1].implied == Relationship::intersects_with);
    CHECK(one->through[1].strength == 3);
    REQUIRE(composed.find("2", "7"));
    CHECK(composed.find("2", "7")->strength == std::nullopt);
    CHECK(composed.mappings().size() == 2);
    REQUIRE(composed.candidates().size() == 2);
    CHECK(composed.candidates()[0].source == "1");
    CHECK(composed.candidates()[0].target == "8");
    CHECK(composed.candidates()[0].through[0].through == "y");
  }
  TEST_CASE("a composed pair is never stronger than either part, nor better judged, on every path") {
    CHECK(rc::check("compose", [] {
      auto const first = crosswalk_of("a", "b", *some_mappings());
      auto const second = crosswalk_of("b", "c", *some_mappings());
      auto const composed = first.compose(second);
      auto const strongest = [](auto const& parts, auto relationship) {
        return std::ranges::any_of(
            parts, [&](auto const& path) { return path.implied && implies(*path.implied, relationship); });
      };
      for (auto const& mapping : composed.mappings()) {
        RC_ASSERT(strongest(mapping.through, mapping.relationship));
        std::optional<std::uint8_t> best;
        for (auto const& path : mapping.through) {
          auto const* near = first.find(mapping.source, path.through);
          auto const* far = second.find(path.through, mapping.target);
          RC_ASSERT(near && far && near->relationship == path.first && far->relationship == path.second);
          RC_ASSERT((path.implied == annexa::compose(path.first, path.second)));
          if (path.strength) {
            RC_ASSERT(*path.strength <= near->strength.value());
            RC_ASSERT(*path.strength <= far->strength.value());
          }
          best = std::max(best, path.strength);
        }
        RC_ASSERT((mapping.strength <= best));
      }
      // Nothing is lost: each way through is a path of a mapping or of a candidate.
      std::size_t ways = 0;
      for (auto const& near : first.mappings()) ways += second.of_source(near.target).size();
      std::size_t paths = 0;
      for (auto const& mapping : composed.mappings()) paths += mapping.through.size();
      for (auto const& candidate : composed.candidates()) paths += candidate.through.size();
      RC_ASSERT(paths == ways);
      // The other way round it is the same.
      auto const back = second.reversed().compose(first.reversed());
      RC_ASSERT(back.mappings().size() == composed.mappings().size());
      for (auto const& mapping : composed.mappings()) {
        auto const* turned = back.find(mapping.target, mapping.source);
        RC_ASSERT(
            (turned && turned->relationship == reversed(mapping.relationship) && turned->strength == mapping.strength));
      }
    }));
  }
  TEST_CASE("what follows between the built-in frameworks is little, and said so") {
    auto const composed = compose_crosswalks("hipaa-security-rule", "iso27001-2022", "nist-csf-2.0");
    REQUIRE(composed);
    for (auto const& mapping : composed->mappings()) CHECK(mapping.relationship != Relationship::equal);
    CHECK(composed->candidates().size() > composed->mappings().size());
  }
  TEST_CASE("the basis of a composed crosswalk that is reversed tells the way back") {
    auto const& first = *find_crosswalk("soc2-tsc-2017", "iso27001-2022");
    auto const& second = *find_crosswalk("iso27001-2022", "nist-csf-2.0");
    auto const turned = first.compose(second).reversed();
    auto const& mapping = turned.mappings().front();
    auto const& path = mapping.through.front();
    CHECK(mapping.basis.find(std::string(path.through) + " (" + std::string(word(path.first)) + ", " +
                             std::string(word(path.second)) + ')') != mapping.basis.npos);
    for (auto const& each : turned.mappings())
      for (auto const& step : each.through)
        if (each.basis.find(std::string(step.through) + " (" + std::string(word(step.first)) + ", ") == each.basis.npos)
          FAIL(std::string(each.basis));
    auto const again = turned.reversed();
    CHECK(again.mappings().front().basis == first.compose(second).mappings().front().basis);
    auto const stated = second.reversed();
    CHECK(stated.mappings().front().basis == second.mappings().front().basis);
  }
  TEST_CASE("a crosswalk that is moved or reversed keeps its rows and its paths") {
    auto composed = crosswalk_of("a", "b", {{"1", "x", Relationship::subset_of, 8, "said", {}}})
                        .compose(crosswalk_of("b", "c", {{"x", "7", Relationship::subset_of, 6, "said", {}}}));
    auto const back = composed.reversed();
    auto const moved = std::move(composed);
    REQUIRE(moved.of_source("1").size() == 1);
    CHECK(moved.of_source("1")[0] == &moved.mappings()[0]);
    REQUIRE(back.of_source("7").size() == 1);
    auto const& turned = *back.of_source("7")[0];
    CHECK(turned.relationship == Relationship::superset_of);
    CHECK(moved.mappings()[0].basis == "composed through b: x (subset_of, subset_of)");
    CHECK(turned.basis == "composed through b: x (superset_of, superset_of)");
    REQUIRE(turned.through.size() == 1);
    CHECK(turned.through[0].implied == Relationship::superset_of);
    CHECK(turned.through[0].first == Relationship::superset_of);
  }
}
