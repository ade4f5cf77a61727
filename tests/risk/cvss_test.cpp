#include <annexa/risk/cvss.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

#include "cvss_vectors.hpp"
#include "support/allocations.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

// What is said of a text that is no vector.
Violation refusal(std::string const& text) {
  auto const vector = Cvss::parse(text);
  REQUIRE_FALSE(vector.has_value());
  return cvss_error(vector.error(), "here").violations().front();
}

std::string argument(Violation const& violation, std::string_view name) {
  for (auto const& each : violation.args)
    if (each.name == name) return each.value;
  return "(none)";
}

void check_scores(std::string const& file, std::size_t rows) {
  auto const all = cvss_rows(file);
  CHECK(all.size() == rows);
  for (auto const& row : all) {
    CAPTURE(row[0]);
    auto const vector = Cvss::parse(row[0]);
    REQUIRE(vector.has_value());
    CHECK(tenths(vector->scores().score) == row[1]);
    CHECK(Cvss::parse(to_string(*vector)).value() == *vector);
  }
}

constexpr std::string_view base_v3 = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";
constexpr std::string_view base_v4 = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H";

}  // namespace

TEST_SUITE("risk/cvss") {
  TEST_CASE("base vectors of 3.1 score as in the reference" * doctest::skip(without_data())) {
    check_scores("cvss31-base", 1312);
  }
  TEST_CASE("vectors of 4.0 score as in the references" * doctest::skip(without_data())) {
    check_scores("cvss40-reference", 5063);
    check_scores("cvss40-redhat", 856);
    check_scores("cvss40-macrovectors", 270);
  }
  TEST_CASE("base, temporal and environmental scores of 3.1 are as in the references" * doctest::skip(without_data())) {
    std::size_t scores = 0;
    for (auto const* file : {"cvss31-full", "cvss31-first-examples"})
      for (auto const& row : cvss_rows(file)) {
        CAPTURE(row[0]);
        auto const found = Cvss::parse(row[0]).value().scores();
        int const all[] = {found.base, found.threat, found.environmental};
        for (std::size_t i = 0; i < 3; ++i) {
          if (row[i + 1].empty()) continue;
          CHECK(tenths(all[i]) == row[i + 1]);
          ++scores;
        }
      }
    CHECK(scores == 3 * 1500 + 2 * 3 + 6);
  }
  TEST_CASE("every invalid vector of the reference is refused, and a metric is named" * doctest::skip(without_data())) {
    auto const rows = cvss_rows("cvss40-invalid");
    CHECK(rows.size() == 600);
    std::set<std::string> rules;
    for (auto const& row : rows) {
      CAPTURE(row[0]);
      auto const said = refusal(row[0]);
      auto const metric = argument(said, "metric");
      CHECK(metric != "(none)");
      CHECK((metric.empty() || row[0].find(metric) != std::string::npos || said.rule == "cvss.missing" ||
             said.rule == "cvss.prefix" || metric.find("\\x") != std::string::npos));
      CHECK(said.where == "here");
      rules.insert(said.rule);
    }
    CHECK(rules == std::set<std::string>{"cvss.metric", "cvss.missing", "cvss.prefix", "cvss.value"});
  }

  TEST_CASE("a refusal names the metric, what was found and what is accepted") {
    struct Case {
      std::string text, rule, metric;
    };
    auto const v3 = std::string(base_v3);
    auto const v4 = std::string(base_v4);
    for (auto const& each : std::vector<Case>{
             {"", "cvss.empty", "CVSS"},
             {std::string(512, 'A'), "cvss.too-long", "CVSS"},
             {"AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "cvss.prefix", "CVSS"},
             {"CVSS:3.10/AV:N", "cvss.prefix", "CVSS"},
             {"cvss:3.1/AV:N", "cvss.prefix", "CVSS"},
             {"CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "cvss.version", "CVSS"},
             {"AV:N/AC:L/Au:N/C:P/I:P/A:P", "cvss.version", "CVSS"},
             {"CVSS:3.1", "cvss.missing", "AV"},
             {"CVSS:3.1/", "cvss.trailing", "CVSS"},
             {v3 + "/", "cvss.trailing", "A"},
             {"CVSS:3.1//AV:N", "cvss.trailing", "CVSS"},
             {v3 + "/AV:N", "cvss.duplicate", "AV"},
             {v3 + "/E:X/E:X", "cvss.duplicate", "E"},
             {v3 + "/VC:H", "cvss.metric", "VC"},
             {v3 + "/E:A", "cvss.value", "E"},
             {v3 + "/E", "cvss.value", "E"},
             {v3 + "/E:", "cvss.value", "E"},
             {v3 + "/E:H ", "cvss.value", "E"},
             {v3 + "/E:h", "cvss.value", "E"},
             {v3 + "/:H", "cvss.metric", ""},
             {"CVSS:3.1/AV:X/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "cvss.value", "AV"},
             {"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/C:H/I:H/A:H", "cvss.missing", "S"},
             {v4 + "/U:red", "cvss.value", "U"},
             {v4 + "/CR:H/E:A", "cvss.order", "E"},
             {"CVSS:4.0/AC:L/AV:N/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H", "cvss.order", "AV"},
             {v4 + "/MSC:S", "cvss.value", "MSC"},
             {v4 + "/AV:N", "cvss.duplicate", "AV"},
         }) {
      CAPTURE(each.text);
      auto const said = refusal(each.text);
      CHECK(said.rule == each.rule);
      CHECK(argument(said, "metric") == each.metric);
    }
    CHECK(refusal(v3 + "/RL:Q").message == "RL is \"Q\", at byte 45; it takes U W T O X.");
    CHECK(refusal("CVSS:3.0/AV:N").message.find("3.1 and 4.0 are accepted") != std::string::npos);
  }
  TEST_CASE("what is quoted cannot reach a terminal as a command") {
    auto const said = refusal("CVSS:3.1/\x1b[31m\xff:N");
    CHECK(said.message.find("\"\\x1b[31m\\xff\" is no metric") == 0);
    CHECK_THROWS_AS(static_cast<void>(Cvss::parse("CVSS:3.1/\x07").value()), Refused);
  }

  TEST_CASE("severities begin where the specifications say") {
    for (auto const& [score, name] : std::vector<std::pair<int, std::string_view>>{{0, "None"},
                                                                                   {1, "Low"},
                                                                                   {39, "Low"},
                                                                                   {40, "Medium"},
                                                                                   {69, "Medium"},
                                                                                   {70, "High"},
                                                                                   {89, "High"},
                                                                                   {90, "Critical"},
                                                                                   {100, "Critical"}})
      CHECK(name_of(cvss_severity(score)) == name);
  }
  TEST_CASE("a half is rounded up in 4.0, where binary floating point and the first published scores had it down") {
    for (auto const* text : {"CVSS:4.0/AV:L/AC:L/AT:P/PR:H/UI:N/VC:L/VI:N/VA:H/SC:L/SI:N/SA:N/E:A",
                             "CVSS:4.0/AV:N/AC:H/AT:P/PR:H/UI:A/VC:H/VI:N/VA:L/SC:L/SI:N/SA:N",
                             "CVSS:4.0/AV:L/AC:H/AT:N/PR:N/UI:A/VC:L/VI:H/VA:N/SC:N/SI:L/SA:L/E:X"})
      CHECK(tenths(Cvss::parse(text).value().scores().score) == "5.7");
    CHECK(Cvss::parse(base_v4).value().scores().score == 100);
    CHECK(Cvss::parse("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:N/SI:N/SA:N").value().scores().score == 0);
    CHECK(tenths(5) == "0.5");
    CHECK(tenths(100) == "10.0");
  }
  TEST_CASE("the score that counts, and what it rests on") {
    auto const of = [](std::string const& text) { return Cvss::parse(text).value(); };
    auto const v3 = std::string(base_v3);
    CHECK(of(v3).scores() == CvssScores{98, 98, 98, 98});
    CHECK(of(v3 + "/E:U").scores() == CvssScores{98, 90, 90, 90});
    CHECK(of(v3 + "/E:U/MC:N/MI:N/MA:N").scores() == CvssScores{98, 90, 0, 0});
    CHECK(of(v3 + "/E:X/MC:X").nomenclature() == "base");
    CHECK(of(v3 + "/RC:C").nomenclature() == "temporal");
    CHECK(of(v3 + "/RC:C/CR:M").nomenclature() == "environmental");
    auto const v4 = std::string(base_v4);
    CHECK(of(v4 + "/S:P/U:Red").nomenclature() == "CVSS-B");
    CHECK(of(v4 + "/E:P").nomenclature() == "CVSS-BT");
    CHECK(of(v4 + "/CR:L").nomenclature() == "CVSS-BE");
    CHECK(of(v4 + "/E:A/MAV:P").nomenclature() == "CVSS-BTE");
    CHECK(of(v4 + "/U:Amber").value("U") == "Amber");
    CHECK(of(v4).value("U") == "X");
    CHECK(of(v4).value("C") == "");
  }
  TEST_CASE("a document has every score as a number with one decimal") {
    std::string out;
    append_json(out, "CVSS:3.1/AC:L/AV:N/PR:N/UI:N/S:U/C:H/I:H/A:H",
                Cvss::parse("CVSS:3.1/AC:L/AV:N/PR:N/UI:N/S:U/C:H/I:H/A:H").value());
    CHECK(out == R"({"vector":"CVSS:3.1/AC:L/AV:N/PR:N/UI:N/S:U/C:H/I:H/A:H",)"
                 R"("canonical":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H","version":"3.1","nomenclature":"base",)"
                 R"("base":9.8,"temporal":9.8,"environmental":9.8,"score":9.8,"severity":"Critical"})");
  }

  TEST_CASE("reading, scoring and rating apart allocate nothing, nor does a refusal") {
    REQUIRE(counts_allocations());
    std::string_view const texts[] = {base_v3, base_v4, "CVSS:4.0/AV:N/AC",
                                      "nonsense/that/is/longer/than/a/small/text"};
    CHECK(Cvss::parse(base_v3).has_value());  // tables are made once
    int sum = 0;
    auto const before = allocations();
    for (auto const text : texts)
      if (auto const vector = Cvss::parse(text)) sum += vector->scores().score + vector->parts().impact;
    CHECK(allocations() - before == 0);
    CHECK(sum == 98 + 98 + 100 + 100);
  }

  TEST_CASE("any vector is read back from its canonical text, and its scores are scores") {
    CHECK(rc::check([] {
      auto const version = any_version();
      auto const text = vector_text(version, any_positions(version));
      auto const vector = Cvss::parse(text).value();
      RC_ASSERT(to_string(vector) == text);
      RC_ASSERT(Cvss::parse(to_string(vector)).value() == vector);
      auto const scores = vector.scores();
      for (int const each : {scores.base, scores.threat, scores.environmental, scores.score, vector.parts().impact,
                             vector.parts().exploitability})
        RC_ASSERT(each >= 0 && each <= 100);
      if (version == CvssVersion::v4_0) RC_ASSERT(scores.threat <= scores.base);
    }));
  }
  TEST_CASE("the order of the metrics of 3.1, and an X that is spelt out, change nothing") {
    CHECK(rc::check([] {
      auto const text = vector_text(CvssVersion::v3_1, any_positions(CvssVersion::v3_1));
      std::vector<std::string> items;
      for (std::size_t at = text.find('/'); at != text.npos;) {
        auto const end = text.find('/', at + 1);
        items.push_back(text.substr(at, end == text.npos ? end : end - at));
        at = end;
      }
      auto const vector = Cvss::parse(text).value();
      for (auto const& metric : cvss_metrics(CvssVersion::v3_1))
        if (metric.group != CvssGroup::base && vector.value(metric.name) == "X" && *rc::gen::arbitrary<bool>())
          items.push_back('/' + std::string(metric.name) + ":X");
      for (std::size_t i = items.size(); i > 1; --i)
        std::swap(items[i - 1], items[*rc::gen::inRange<std::size_t>(0, i)]);
      std::string shuffled = "CVSS:3.1";
      for (auto const& each : items) shuffled += each;
      RC_ASSERT(Cvss::parse(shuffled).value() == vector);
    }));
  }
  TEST_CASE("a metric that gets worse never lowers the base score of 3.1: every vector") {
    constexpr std::size_t count = 8, scope = 4;
    auto const metrics = cvss_metrics(CvssVersion::v3_1);
    std::vector<std::size_t> positions(count, 1);
    std::size_t compared = 0;
    for (bool more = true; more;) {
      int const score = Cvss::parse(vector_text(CvssVersion::v3_1, positions)).value().scores().base;
      for (std::size_t i = 0; i < count; ++i) {
        if (positions[i] == metrics[i].accepted.size()) continue;
        auto next = positions;
        ++next[i];  // one step down, but for the scope, where it is one up
        int const other = Cvss::parse(vector_text(CvssVersion::v3_1, next)).value().scores().base;
        REQUIRE((i == scope ? other >= score : other <= score));
        ++compared;
      }
      std::size_t i = 0;
      for (; i < count && positions[i] == metrics[i].accepted.size(); ++i) positions[i] = 1;
      more = i < count;
      if (more) ++positions[i];
    }
    CHECK(compared == 1728 * 4 + 1296 * 3 + 1944);
  }
  TEST_CASE("a metric that gets worse never lowers a score of 4.0 without environmental metrics") {
    CHECK(rc::check([] {
      constexpr std::size_t base_and_threat = 12;
      auto positions = any_positions(CvssVersion::v4_0);
      positions.resize(base_and_threat);
      auto const metrics = cvss_metrics(CvssVersion::v4_0);
      int const score = Cvss::parse(vector_text(CvssVersion::v4_0, positions)).value().scores().score;
      for (std::size_t i = 0; i < base_and_threat; ++i) {
        if (positions[i] == metrics[i].accepted.size()) continue;
        auto milder = positions;
        ++milder[i];
        RC_ASSERT(Cvss::parse(vector_text(CvssVersion::v4_0, milder)).value().scores().score <= score);
      }
    }));
  }
}
