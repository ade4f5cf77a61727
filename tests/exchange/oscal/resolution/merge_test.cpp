// How what several imports selected becomes one catalog.
#include "fixtures.hpp"

using namespace annexa::testing::resolving;

namespace {

// Two selections of the nested catalog, merged.
oscal::Resolution merged(std::string_view first, std::string_view second, std::string_view merge) {
  return resolved(profile(R"("imports":[{"href":"c.json",)" + std::string(first) + R"(},{"href":"c.json",)" +
                          std::string(second) + "}]" + (merge.empty() ? "" : R"(,"merge":)") + std::string(merge)),
                  nested());
}
constexpr std::string_view a1_a2 = R"("include-controls":[{"with-ids":["a2","a1"]}])";
constexpr std::string_view a2_b1 = R"("include-controls":[{"with-ids":["a2","a2.1","b1"]}])";

oscal::Resolution custom(std::string_view content, std::string_view imports = R"("include-all":{})") {
  return resolved(selecting(imports, R"("merge":{"custom":)" + std::string(content) + "}"), nested());
}
constexpr std::string_view everything = R"("insert-controls":[{"include-all":{}}])";

}  // namespace

TEST_SUITE("exchange/oscal_merge") {
  TEST_CASE("controls that come twice are kept twice without a word, and the reader is warned") {
    for (auto const* merge : {"", "{}", R"({"combine":{}})", R"({"combine":{"method":"keep"}})", R"({"flat":{}})",
                              R"({"flat":true,"as-is":false})"}) {
      CAPTURE(merge);
      auto const made = merged(a1_a2, a2_b1, merge);
      CHECK(outline(made) == "?pa a1 a2 a2(a2.1) b1");
      CHECK(warnings(made) == "oscal.duplicate-control");
    }
  }

  TEST_CASE("use-first keeps the first, and what the later one holds goes below it") {
    CHECK(outline(merged(a1_a2, a2_b1, R"({"combine":{"method":"use-first"}})")) == "?pa a1 a2(a2.1) b1");
    CHECK(outline(merged(a2_b1, a1_a2, R"({"combine":{"method":"use-first"}})")) == "?pa a2(a2.1) b1 a1");
    CHECK(outline(merged(a1_a2, a2_b1, R"({"combine":{"method":"use-first"},"as-is":true})")) ==
          "a[?pa a1 a2(a2.1)] No id[b[b1]]");
    CHECK(merged(a1_a2, a2_b1, R"({"combine":{"method":"use-first"}})").warnings.empty());
  }

  TEST_CASE("the first is the first of the imports, depth first") {
    auto const titled = [](char const* title) {
      return catalog(std::string(R"("controls":[{"id":"a1","title":")") + title + "\"}]");
    };
    Documents documents{{{"c.json", titled("C")},
                         {"d.json", titled("D")},
                         {"q.json", profile(R"("imports":[{"href":"d.json","include-all":{}}])")}}};
    auto const made = resolved(
        profile(
            R"("imports":[{"href":"q.json","include-all":{}},{"href":"c.json","include-all":{}}],"merge":{"combine":{"method":"use-first"}})"),
        documents);
    CHECK(outline(made) == "a1");
    CHECK(at(made, "/controls/0/title") == "\"D\"");
  }

  TEST_CASE("the method merge was never specified and is read as keep") {
    auto const made = merged(a1_a2, a2_b1, R"({"combine":{"method":"merge"}})");
    CHECK(outline(made) == "?pa a1 a2 a2(a2.1) b1");
    CHECK(warnings(made) == "oscal.combine-merge oscal.duplicate-control");
  }

  TEST_CASE("as-is keeps the groups that hold a control, with all else they have") {
    CHECK(outline(resolved(whole(), nested())) == "z1 a[?pa a1 a2(a2.1(a2.1.1) a2.2)] No id[b[b1]]");
    auto const text = catalog(
        R"("groups":[{"id":"g","class":"family","title":"G","props":[{"name":"n","value":"v"}],"links":[{"href":"x"}],)"
        R"("parts":[{"name":"overview","prose":"text"}],"controls":[)" +
        control("a1") + R"(]},{"id":"h","title":"H","controls":[)" + control("h1") +
        R"(]},{"id":"k","title":"K","props":[{"name":"keep","value":"always"}]}])");
    auto const made = resolved(
        profile(R"("imports":[{"href":"c.json","include-controls":[{"with-ids":["a1"]}]}],"merge":{"as-is":true})"),
        text);
    CHECK(outline(made) == "g[a1] k[]");
    CHECK(at(made, "/groups/0") ==
          R"({"id":"g","class":"family","title":"G","props":[{"name":"n","value":"v"}],"links":[{"href":"x"}],)"
          R"("parts":[{"name":"overview","prose":"text"}],"controls":[{"id":"a1","title":"Title of a1"}]})");
  }

  TEST_CASE("groups of one catalog are one, in the order in which they first come; those of another are not") {
    CHECK(outline(merged(R"("include-controls":[{"with-ids":["b1"]}])",
                         R"("include-controls":[{"with-ids":["a1","b1"]}])", R"({"as-is":true})")) ==
          "No id[b[b1 b1]] a[?pa a1]");
    Documents documents{{{"c.json", catalog(R"("groups":[{"id":"g","title":"G","controls":[)" + control("a1") + "]}]")},
                         {"d.json", catalog(R"("groups":[{"id":"g","title":"G2","controls":[)" + control("d1") + "]}]",
                                            "11111111-2222-4333-8444-555555555555")}}};
    auto const made = resolved(
        profile(
            R"("imports":[{"href":"c.json","include-all":{}},{"href":"d.json","include-all":{}}],"merge":{"as-is":true})"),
        documents);
    CHECK(outline(made) == "g[a1] g[d1]");
    CHECK(warnings(made) == "oscal.duplicate-group");
  }

  TEST_CASE("several structures in one merge are refused, and so are unknown words") {
    CHECK(refusal(profile(R"("imports":[{"href":"c.json","include-all":{}}],"merge":{"flat":{},"as-is":true})"),
                  nested()) == "oscal.several-structures");
    CHECK(refusal(profile(R"("imports":[{"href":"c.json","include-all":{}}],"merge":{"as-is":true,"custom":{}})"),
                  nested()) == "oscal.several-structures");
    CHECK(refusal(profile(R"("imports":[{"href":"c.json","include-all":{}}],"merge":{"combine":{"method":"first"}})"),
                  nested()) == "oscal.unknown-word");
    CHECK(
        refusal(
            profile(
                R"("imports":[{"href":"c.json","include-all":{}}],"merge":{"custom":{"insert-controls":[{"order":"up","include-all":{}}]}})"),
            nested()) == "oscal.unknown-word");
  }

  TEST_CASE("a custom structure has the groups that it names and no others") {
    CHECK(
        outline(custom(
            R"({"insert-controls":[{"include-controls":[{"with-ids":["z1"]}]}],"groups":[{"id":"n","title":"New","groups":[)"
            R"({"id":"n.1","title":"Newer","insert-controls":[{"include-controls":[{"with-ids":["b1","a1"]}]}]}]},{"title":"Empty"}]})")) ==
        "?pa z1 n[n.1[a1 b1]] Empty[]");
  }

  TEST_CASE("of a custom structure only what it selects appears, children as in imports") {
    CHECK(outline(custom(R"({"insert-controls":[{"include-controls":[{"with-ids":["a2"]}]}]})")) == "a2");
    CHECK(outline(custom(
              R"({"insert-controls":[{"include-controls":[{"with-ids":["a2"],"with-child-controls":"yes"}]}]})")) ==
          "a2(a2.1(a2.1.1) a2.2)");
    CHECK(outline(custom(
              R"({"insert-controls":[{"include-all":{},"exclude-controls":[{"matching":[{"pattern":"a*"}]}]}]})")) ==
          "z1 b1");
    CHECK(outline(custom(R"({"insert-controls":[{"include-all":{}},{"include-controls":[{"with-ids":["z1"]}]}]})",
                         R"("include-controls":[{"with-ids":["z1"]}])")) == "z1 z1");
    CHECK(outline(custom("{}")).empty());
  }

  TEST_CASE("inserted controls are in the order of their ids where that is asked for") {
    std::string const ids = R"("include-controls":[{"with-ids":["z1","b1","a2","a2.2"]}])";
    auto const ordered = [&](char const* order) {
      return outline(custom(std::string(R"({"insert-controls":[{"order":")") + order + "\"," + ids + "}]}"));
    };
    CHECK(ordered("keep") == "z1 a2(a2.2) b1");
    CHECK(ordered("ascending") == "a2(a2.2) b1 z1");
    CHECK(ordered("descending") == "z1 b1 a2(a2.2)");
  }

  TEST_CASE("a custom group with the id of an imported one takes over what that holds") {
    auto const made = custom(R"({"groups":[{"id":"a","title":"Mine","props":[{"name":"n","value":"v"}],)" +
                             std::string(everything) + "}]}");
    CHECK(outline(made) == "a[?pa z1 a1 a2(a2.1(a2.1.1) a2.2) b1]");
    CHECK(at(made, "/groups/0/title") == "\"Mine\"");
    CHECK(at(made, "/groups/0/props/0/name") == "\"n\"");
    CHECK(at(made, "/groups/0/insert-controls") == "absent");
  }

  TEST_CASE("an insertion that finds nothing is told") {
    auto const made = custom(R"({"insert-controls":[{"include-controls":[{"with-ids":["nine"]}]}]})");
    CHECK(warnings(made) == "oscal.selects-nothing");
    CHECK(made.warnings[0].where == "p.json: /profile/merge/custom/insert-controls/0/include-controls/0/with-ids/0");
  }
}
