// OSCAL documents checked: verdicts, and problems with their places.
#include <annexa/exchange/oscal/check.hpp>

#include <doctest/doctest.h>
#include <boost/json.hpp>

#include <algorithm>
#include <string>

#include "exchange/oscal/samples.hpp"

namespace {

namespace check_of = annexa::testing::oscal_samples;
using annexa::oscal::CheckReport;
using annexa::oscal::Document;
using annexa::oscal::Schema;

// The problems as "where [rule] schemas".
std::vector<std::string> lines_of(CheckReport const& report) {
  std::vector<std::string> lines;
  for (auto const& each : report.problems) {
    auto line = each.violation.where + " [" + each.violation.rule + "]";
    for (auto const schema : annexa::oscal::schemas)
      if (each.schemas.has(schema)) line += ' ' + std::string(name_of(schema));
    lines.push_back(line + (each.is_warning ? " warning" : ""));
  }
  return lines;
}

CheckReport checked(std::string_view text, std::string_view pointer, std::string_view value) {
  return check(check_of::changed(text, pointer, value));
}

struct Change {
  std::string_view text, pointer, value;  // no value: the member is taken away
  annexa::oscal::Verdict verdict;
  std::vector<std::string> problems;
};

void check_changes(std::vector<Change> const& changes) {
  for (auto const& each : changes) {
    CAPTURE(each.pointer);
    CAPTURE(each.value);
    auto const report = checked(each.text, each.pointer, each.value);
    CHECK(name_of(report.verdict) == name_of(each.verdict));
    CHECK(lines_of(report) == each.problems);
  }
}

constexpr std::string_view first_control = "/catalog/groups/0/controls/0";

}  // namespace

TEST_SUITE("exchange/oscal_check") {
  TEST_CASE("a good document is valid under every schema that knows its model") {
    for (auto const text : {check_of::catalog, check_of::profile, check_of::mapping}) {
      auto const report = check(check_of::read(text));
      CHECK(report.verdict == annexa::oscal::Verdict::valid);
      CHECK(lines_of(report).empty());
      CHECK(report.errors + report.warnings + report.omitted() == 0);
      CHECK(report.satisfied == report.asked);
    }
    CHECK(!check(check_of::read(check_of::mapping)).asked.has(Schema::v1_1_3));
    CHECK(check(check_of::read(check_of::catalog)).asked.has(Schema::v1_1_3));
  }

  TEST_CASE("each defect is told once, where it is and by whom") {
    auto const at = std::string(first_control);
    check_changes({
        {check_of::catalog,
         "/catalog/uuid",
         "",
         annexa::oscal::Verdict::invalid,
         {"/catalog [oscal.missing-member] 1.1.3 1.2.2"}},
        {check_of::catalog,
         "/catalog/uuid",
         "\"x\"",
         annexa::oscal::Verdict::invalid,
         {"/catalog/uuid [oscal.bad-value] 1.1.3 1.2.2"}},
        {check_of::catalog,
         "/catalog/uuid",
         "7",
         annexa::oscal::Verdict::invalid,
         {"/catalog/uuid [oscal.wrong-type] 1.1.3 1.2.2"}},
        {check_of::catalog,
         "/catalog",
         "[]",
         annexa::oscal::Verdict::invalid,
         {"/catalog [oscal.wrong-type] 1.1.3 1.2.2"}},
        {check_of::catalog,
         "/$schema",
         "\"a b\"",
         annexa::oscal::Verdict::invalid,
         {"/$schema [oscal.bad-value] 1.1.3 1.2.2"}},
        {check_of::catalog,
         at + "/severity",
         "\"high\"",
         annexa::oscal::Verdict::invalid,
         {at + "/severity [oscal.unknown-member] 1.1.3 1.2.2"}},
        {check_of::catalog,
         at + "/a~1b",
         "1",
         annexa::oscal::Verdict::invalid,
         {at + "/a~1b [oscal.unknown-member] 1.1.3 1.2.2"}},
        {check_of::catalog,
         at + "/props",
         "[]",
         annexa::oscal::Verdict::invalid,
         {at + "/props [oscal.empty-list] 1.1.3 1.2.2"}},
        {check_of::catalog,
         at + "/props",
         "{}",
         annexa::oscal::Verdict::invalid,
         {at + "/props [oscal.wrong-type] 1.1.3 1.2.2"}},
        {check_of::catalog,
         at + "/props/0",
         "\"x\"",
         annexa::oscal::Verdict::invalid,
         {at + "/props/0 [oscal.wrong-type] 1.1.3 1.2.2"}},
        {check_of::catalog,
         at + "/title",
         "\"\"",
         annexa::oscal::Verdict::mixed,
         {at + "/title [oscal.bad-value] 1.2.2"}},
        {check_of::catalog,
         at + "/title",
         "7",
         annexa::oscal::Verdict::invalid,
         {at + "/title [oscal.wrong-type] 1.1.3 1.2.2"}},
        {check_of::mapping,
         "/mapping-collection/provenance/method",
         "\"magic\"",
         annexa::oscal::Verdict::invalid,
         {"/mapping-collection/provenance/method [oscal.bad-value] 1.2.2"}},
    });
  }

  TEST_CASE("of an object with several forms, the problems are those of the form that fits best") {
    check_changes({
        {check_of::catalog,
         "/catalog/groups/0/groups",
         R"([{"title": "Inner"}])",
         annexa::oscal::Verdict::mixed,
         {"/catalog/groups/0/controls [oscal.not-beside] 1.2.2"}},
        {check_of::profile,
         "/profile/imports/0/include-all",
         "",
         annexa::oscal::Verdict::mixed,
         {"/profile/imports/0 [oscal.missing-member] 1.2.2"}},
        {check_of::profile,
         "/profile/imports/0/include-controls",
         R"([{"with-ids": ["a-6.1"]}])",
         annexa::oscal::Verdict::mixed,
         {"/profile/imports/0/include-controls [oscal.not-beside] 1.2.2"}},
        {check_of::profile,
         "/profile/imports/0/href",
         "",
         annexa::oscal::Verdict::mixed,
         {"/profile/imports/0 [oscal.missing-member] 1.1.3"}},
        {check_of::profile,
         "/profile/merge",
         R"({"combine": {}})",
         annexa::oscal::Verdict::mixed,
         {"/profile/merge [oscal.missing-member] 1.2.2"}},
        {check_of::profile,
         "/profile/merge/combine",
         R"({"method": "keep"})",
         annexa::oscal::Verdict::mixed,
         {"/profile/merge/combine/method [oscal.unknown-member] 1.2.2"}},
        {check_of::profile,
         "/profile/merge/as-is",
         "\"yes\"",
         annexa::oscal::Verdict::invalid,
         {"/profile/merge/as-is [oscal.wrong-type] 1.1.3 1.2.2"}},
    });
    auto const several = checked(check_of::profile, "/profile/merge", R"({"combine": {}})");
    CHECK(several.problems.at(0).violation.message ==
          "\"flat\", \"as-is\" or \"custom\" is missing; it takes one of them.");
    auto const beside = checked(check_of::catalog, "/catalog/groups/0/groups", R"([{"title": "Inner"}])");
    CHECK(beside.problems.at(0).violation.message ==
          "\"controls\" cannot stand beside \"groups\"; take one of them away.");
  }

  TEST_CASE("a mapping stands alone or in a list") {
    auto const whole = check_of::json::parse(check_of::mapping);
    auto const single = check_of::json::serialize(whole.at_pointer("/mapping-collection/mappings/0"));
    CHECK(checked(check_of::mapping, "/mapping-collection/mappings", single).verdict == annexa::oscal::Verdict::valid);
    CHECK(lines_of(checked(check_of::mapping, "/mapping-collection/mappings", "[]")) ==
          std::vector<std::string>{"/mapping-collection/mappings [oscal.empty-list] 1.2.2"});
    CHECK(lines_of(checked(check_of::mapping, "/mapping-collection/mappings", "3")) ==
          std::vector<std::string>{"/mapping-collection/mappings [oscal.wrong-type] 1.2.2"});
  }

  TEST_CASE("messages say what was found and what would be accepted") {
    auto const message = [](std::string_view pointer, std::string_view value) {
      return checked(check_of::catalog, pointer, value).problems.at(0).violation.message;
    };
    CHECK(message(std::string(first_control) + "/id", "\"5.1\"") ==
          "Found \"5.1\"; expected a token: a letter or \"_\", then letters, digits, \".\", \"-\" and \"_\".");
    CHECK(message("/catalog/uuid", "null").starts_with("Found null; expected a text."));
    CHECK(message("/catalog/metadata/parties/0/type", "\"club\"") ==
          "Found \"club\"; expected person or organization.");
    CHECK(message(std::string(first_control) + "/titel", "1").find("Did you mean title?") == std::string::npos);
    CHECK(message(std::string(first_control) + "/clas", "1").find("Did you mean class?") != std::string::npos);
    CHECK(message("/catalog/metadata/title", "").starts_with("\"title\" is missing; it takes a text"));
    CHECK(message("/catalog/metadata/version", "\" " + std::string(1000, 'x') + '"').size() < 250);
  }

  TEST_CASE("all problems are counted, and as many are listed as are asked for") {
    auto whole = check_of::json::parse(check_of::catalog);
    auto& props = whole.at_pointer(std::string(first_control) + "/props").as_array();
    for (int i = 0; i < 5000; ++i) props.push_back(check_of::json::object{{"name", "1"}, {"value", ""}});
    auto const document = Document::from(std::move(whole)).value();
    auto const report = check(document);
    CHECK(report.errors == 10'000);
    CHECK(report.problems.size() == 1000);
    CHECK(report.omitted() == 9000);
    CHECK(check(document, {.most_problems = 0}).omitted() == 10'000);
    CHECK(check(document, {.most_problems = 20'000}).omitted() == 0);
  }

  TEST_CASE("a document that was put together too deep is refused and never followed down") {
    boost::json::value control_inside = boost::json::object{{"id", "a"}, {"title", "A"}};
    for (int i = 0; i < 2000; ++i)
      control_inside =
          boost::json::object{{"id", "a"}, {"title", "A"}, {"controls", boost::json::array{control_inside}}};
    auto whole = check_of::json::parse(check_of::catalog);
    check_of::set_at(whole, "/catalog/controls", boost::json::array{std::move(control_inside)});
    auto const report = check(Document::from(std::move(whole)).value());
    CHECK(report.verdict == annexa::oscal::Verdict::invalid);
    CHECK(
        std::ranges::any_of(report.problems, [](auto const& each) { return each.violation.rule == "oscal.too-deep"; }));
  }

  TEST_CASE("names that stand twice, and references to nothing, are warnings unless they are asked for") {
    auto whole = check_of::json::parse(check_of::catalog);
    auto const first = std::string(first_control);
    check_of::set_at(whole, "/catalog/groups/0/controls/1/id", "a-6.1");
    check_of::set_at(whole, "/catalog/back-matter/resources/0/uuid", "74C8BA1E-5CD4-4AD1-BBFD-D888E2F6C724");
    check_of::set_at(whole, "/catalog/metadata/responsible-parties/0/party-uuids/0",
                     "0f0b8c57-4e0a-4f39-8d6b-6a3b2a1f9c0e");
    auto const document = Document::from(std::move(whole)).value();
    auto const report = check(document);
    CHECK(report.verdict == annexa::oscal::Verdict::valid);
    CHECK(report.warnings == 4);
    CHECK(lines_of(report) ==
          std::vector<std::string>{
              "/catalog/metadata/responsible-parties/0/party-uuids/0 [oscal.dangling-reference] warning",
              first + "/links/0/href [oscal.dangling-reference] warning",
              "/catalog/groups/0/controls/1/id [oscal.duplicate-id] warning",
              "/catalog/back-matter/resources/0/uuid [oscal.duplicate-uuid] warning"});
    CHECK(report.problems.at(2).violation.message ==
          "There is a control \"a-6.1\" at /catalog/groups/0/controls/0 already; each has an id of its own.");
    CHECK(report.problems.at(3).violation.message.find("stands at /catalog already") != std::string::npos);
    auto const needed = check(document, {.need_references = true});
    CHECK(needed.verdict == annexa::oscal::Verdict::invalid);
    CHECK(needed.errors == 4);
    CHECK(needed.warnings == 0);
  }

  TEST_CASE("a name that stands a hundred thousand times takes no longer than as many names") {
    boost::json::array resources;
    for (int i = 0; i < 100'000; ++i)
      resources.push_back(boost::json::object{{"uuid", "b0d2f6b5-31a8-4b0e-9b43-6d1d5a9e0c11"}});
    auto whole = check_of::json::parse(check_of::catalog);
    check_of::set_at(whole, "/catalog/back-matter/resources", std::move(resources));
    auto const report = check(Document::from(std::move(whole)).value());
    CHECK(report.warnings == 99'999);
    CHECK(report.problems.size() == 1000);
  }

  TEST_CASE("places have a limit, however long the names of members are") {
    auto whole = check_of::json::parse(check_of::catalog);
    boost::json::array references;
    for (int i = 0; i < 20'000; ++i) references.push_back(boost::json::object{{"party-uuid", "x"}});
    boost::json::value inside = std::move(references);
    for (int i = 0; i < 40; ++i) inside = boost::json::object{{std::string(100'000, 'n'), std::move(inside)}};
    check_of::set_at(whole, "/catalog/own", std::move(inside));
    auto const report = check(Document::from(std::move(whole)).value());
    CHECK(report.warnings == 20'000);
    CHECK(report.problems.at(1).violation.where.size() < 12'000);
    CHECK(report.problems.at(1).violation.where.ends_with("n.../0/party-uuid"));
  }

  TEST_CASE("a report is a document too") {
    auto const document = Document::read(R"({"catalog": {"uuid": 1}})", "own.json").value();
    auto const report = write_report(document, check(document));
    CHECK(report.at("file") == "own.json");
    CHECK(report.at("model") == "catalog");
    CHECK(report.at("oscal_version") == "");
    CHECK(report.at("verdict") == "invalid");
    CHECK(report.at("asked") == check_of::json::array{"1.1.3", "1.2.2"});
    CHECK(report.at("satisfied").as_array().empty());
    auto const& problem = report.at("problems").at(0);
    CHECK(problem.at("rule") == "oscal.missing-member");
    CHECK(problem.at("where") == "/catalog");
    CHECK(problem.at("args").at("member") == "\"metadata\"");
    CHECK(problem.at("schemas") == check_of::json::array{"1.1.3", "1.2.2"});
    CHECK(problem.at("is_warning") == false);
  }
}
