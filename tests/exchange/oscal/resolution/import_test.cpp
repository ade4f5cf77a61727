// How imports come to documents: relative references, resources, Base 64, profiles of profiles.
#include <annexa/base/base64.hpp>
#include <annexa/journal/sha256.hpp>

#include "fixtures.hpp"

using namespace annexa::testing::resolving;

namespace {

std::string one_control(std::string_view id) { return catalog(R"("controls":[)" + control(id) + "]"); }

// A profile whose only import is its only resource, which has these members.
std::string by_resource(std::string const& members) {
  return profile(R"("imports":[{"href":"#449CE77C-24d3-4740-b0bd-1b37239437ff","include-all":{}}],)"
                 R"("back-matter":{"resources":[{"uuid":"449ce77c-24d3-4740-b0bd-1b37239437ff",)" +
                 members + "}]}");
}

}  // namespace

TEST_SUITE("exchange/oscal_import") {
  TEST_CASE("a reference is meant from where its own profile is") {
    Documents documents{{{"https://x.example/catalogs/c.json", one_control("a1")},
                         {"https://x.example/profiles/low/p.json", importing("../../catalogs/c.json")}}};
    auto const root = oscal::Document::read(importing("low/p.json"));
    REQUIRE(root.has_value());
    auto const made = oscal::resolve(*root, {.uri = "https://x.example/profiles/top.json", .fetch = documents.fetch()});
    REQUIRE(made.has_value());
    CHECK(outline(*made) == "a1");
    CHECK(documents.asked ==
          std::vector<std::string>{"https://x.example/profiles/low/p.json", "https://x.example/catalogs/c.json"});
  }

  TEST_CASE("a resource is read from the link that says JSON") {
    Documents documents{{{"c.xml", "<catalog/>"}, {"c.json", one_control("a1")}, {"d", one_control("d1")}}};
    CHECK(
        outline(resolved(
            by_resource(
                R"("rlinks":[{"href":"c.xml"},{"href":"d","media-type":"application/oscal.catalog+json"},{"href":"c.json"}])"),
            documents)) == "d1");
    CHECK(documents.asked == std::vector<std::string>{"d"});
    CHECK(outline(resolved(by_resource(R"("rlinks":[{"href":"c.xml"},{"href":"c.json"}])"), documents)) == "a1");
  }

  TEST_CASE("when one link fails the next is tried, and that is told") {
    Documents documents{{{"b", one_control("a1")}}};
    auto const made = resolved(by_resource(R"("rlinks":[{"href":"gone.json"},{"href":"b"}])"), documents);
    CHECK(outline(made) == "a1");
    CHECK(warnings(made) == "test.absent");
    CHECK(refusal(by_resource(R"("rlinks":[{"href":"gone.json"},{"href":"gone"}])"), documents) ==
          "test.absent test.absent");
  }

  TEST_CASE("a resource may bring the document in Base 64") {
    Documents documents;
    auto const content = annexa::to_base64(one_control("a1"));
    CHECK(outline(resolved(by_resource(R"("base64":{"value":")" + content + "\"}"), documents)) == "a1");
    CHECK(outline(resolved(by_resource(R"("base64":{"filename":"c.json","media-type":"application/json","value":")" +
                                       content + "\"}"),
                           documents)) == "a1");
    CHECK(documents.asked.empty());
    CHECK(refusal(by_resource(R"("base64":{"value":"no base 64"})"), documents) == "oscal.base64");
    CHECK(refusal(by_resource(R"("base64":{"value":"PGNhdGFsb2cvPg=="})"), documents) == "json.syntax");
    CHECK(refusal(by_resource(R"("title":"nothing else")"), documents) == "oscal.empty-resource");
  }

  TEST_CASE("a profile in Base 64 imports from where the profile is that holds it") {
    Documents documents{{{"c.json", one_control("a1")}}};
    CHECK(outline(resolved(by_resource(R"("base64":{"value":")" + annexa::to_base64(importing("c.json")) + "\"}"),
                           documents)) == "a1");
    CHECK(refusal(by_resource(R"("base64":{"value":")" + annexa::to_base64(importing("p.json")) + "\"}"), documents) ==
          "test.absent");
  }

  TEST_CASE("bytes with another digest than the link tells are refused") {
    Documents documents{{{"c.json", one_control("a1")}}};
    auto const linked = [&](std::string const& value) {
      return by_resource(
          R"("rlinks":[{"href":"c.json","hashes":[{"algorithm":"SHA-512","value":"00"},{"algorithm":"SHA-256","value":")" +
          value + "\"}]}]");
    };
    CHECK(outline(resolved(linked(to_string(annexa::sha256(documents.by_uri["c.json"]))), documents)) == "a1");
    CHECK(refusal(linked(std::string(64, '0')), documents) == "oscal.other-bytes");
  }

  TEST_CASE("a resource that is not there is named") {
    Documents documents;
    auto const text = profile(R"("imports":[{"href":"#nothing","include-all":{}}])");
    auto const made = try_resolve(text, documents);
    REQUIRE(made.has_error());
    CHECK(made.error().violations()[0].rule == "oscal.no-such-resource");
    CHECK(made.error().violations()[0].where == "p.json: /profile/imports/0");
  }

  TEST_CASE("a profile is resolved before it is imported") {
    Documents documents{
        {{"c.json", nested()},
         {"q.json",
          selecting(R"("include-controls":[{"matching":[{"pattern":"a2*"}]}])",
                    R"("modify":{"alters":[{"control-id":"a2","adds":[{"props":[{"name":"x","value":"y"}]}]}]})")}}};
    auto const made = resolved(
        profile(R"("imports":[{"href":"q.json","include-all":{},"exclude-controls":[{"with-ids":["a2.1"]}]}])"),
        documents);
    CHECK(outline(made) == "a2(a2.1.1 a2.2)");
    CHECK(at(made, "/controls/0/props/0/name") == "\"x\"");
  }

  TEST_CASE("groups stay through profiles of profiles, and join those of the same catalog") {
    Documents documents{
        {{"c.json", nested()},
         {"q.json",
          profile(
              R"("imports":[{"href":"c.json","include-controls":[{"with-ids":["a1","b1"]}]}],"merge":{"as-is":true})")}}};
    auto const made = resolved(
        profile(
            R"("imports":[{"href":"q.json","include-all":{}},{"href":"c.json","include-controls":[{"with-ids":["a2","z1"]}]}],)"
            R"("merge":{"as-is":true})"),
        documents);
    CHECK(outline(made) == "z1 a[?pa a1 a2] No id[b[b1]]");
  }

  TEST_CASE("a circle is refused and named, whatever its length") {
    Documents documents{
        {{"p.json", importing("p.json")}, {"q.json", importing("./x/../r.json")}, {"r.json", importing("q.json")}}};
    CHECK(refusal(importing("p.json"), documents) == "oscal.circular-import");
    auto const made = try_resolve(importing("q.json"), documents);
    REQUIRE(made.has_error());
    CHECK(made.error().violations()[0].message == "The profile comes to import itself: q.json → r.json → q.json.");
    CHECK(made.error().violations()[0].where == "r.json: /profile/imports/0");
  }

  TEST_CASE("a diamond is no circle, and nothing is fetched twice") {
    Documents documents{
        {{"c.json", nested()}, {"left.json", importing("c.json")}, {"right.json", importing("c.json")}}};
    auto const made = resolved(profile(R"("imports":[{"href":"left.json","include-controls":[{"with-ids":["a1"]}]},)"
                                       R"({"href":"right.json","include-controls":[{"with-ids":["b1"]}]}])"),
                               documents);
    CHECK(outline(made) == "?pa a1 b1");
    CHECK(documents.asked.size() == 3);
  }

  TEST_CASE("messages show no control characters of what came from outside") {
    Documents documents{{{"c.json", nested()}}};
    auto const made = try_resolve(importing("a\\u001b[2J\\u0000.json"), documents);
    REQUIRE(made.has_error());
    CHECK(made.error().text().find('\x1b') == std::string::npos);
    CHECK(documents.asked == std::vector<std::string>{"a%1B[2J%00.json"});
    auto const odd = resolved(selecting(R"("include-controls":[{"with-ids":["\u001b[31m"]}])"), documents);
    CHECK(odd.warnings[0].message == "No control here is called \"\\x1b[31m\".");
  }

  TEST_CASE("what cannot be imported is refused, all of it at once") {
    Documents documents{{{"s.json", R"({"system-security-plan":{}})"},
                         {"n.json", R"({"catalog":7})"},
                         {"t.json", R"({"catalog":{"uuid")"}}};
    CHECK(
        refusal(
            profile(
                R"("imports":[{"href":"s.json","include-all":{}},{"href":"n.json","include-all":{}},{"href":"t.json","include-all":{}},)"
                R"({"href":"gone.json","include-all":{}}])"),
            documents) == "oscal.cannot-import oscal.shape json.syntax test.absent");
    CHECK(refusal(one_control("a1"), documents) == "oscal.not-a-profile");
    auto const document = oscal::Document::read(whole());
    REQUIRE(document.has_value());
    auto const made = oscal::resolve(*document, {});
    REQUIRE(made.has_error());
    CHECK(made.error().names("oscal.no-fetch"));
  }
}
