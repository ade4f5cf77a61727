// Profiles that mean harm, or are merely huge.
#include <annexa/base/base64.hpp>

#include "fixtures.hpp"

using namespace annexa::testing::resolving;

namespace {

// Joins what @p make makes of 0, 1, ...
template <class Make>
std::string joined(std::size_t count, Make const& make) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += (i ? "," : "") + make(std::to_string(i));
  return out;
}

std::string import_entry(std::string const& uri) { return R"({"href":")" + uri + R"(","include-all":{}})"; }

}  // namespace

TEST_SUITE("exchange/oscal_limits") {
  TEST_CASE("members of another form than they should have are refused, all at once and each in its place") {
    auto const made = [](std::string_view text) {
      Documents documents{{{"c.json", nested()}}};
      auto const refused = try_resolve(text, documents);
      REQUIRE(refused.has_error());
      std::string places;
      for (auto const& each : refused.error().violations())
        places += (places.empty() ? "" : " ") + each.where.substr(each.where.find('/'));
      return places;
    };
    CHECK(made(profile(R"("imports":{},"merge":[],"modify":3,"back-matter":[])")) ==
          "/profile/imports /profile/merge /profile/modify /profile/back-matter");
    CHECK(
        made(profile(
            R"("imports":[{"href":7,"include-controls":{}},4,{"include-controls":[{"with-ids":[1],"matching":[{"pattern":2}]}]}])")) ==
        "/profile/imports/0/href /profile/imports/0/include-controls /profile/imports/1 /profile/imports/2/href "
        "/profile/imports/2/include-controls/0/with-ids/0 /profile/imports/2/include-controls/0/matching/0/pattern");
    CHECK(made(whole(R"("modify":{"alters":[{"adds":{},"removes":[1]}],"set-parameters":[[]]})")) ==
          "/profile/modify/set-parameters/0 /profile/modify/alters/0/control-id /profile/modify/alters/0/removes/0 "
          "/profile/modify/alters/0/adds");
    CHECK(made(R"({"profile":[]})") == "/profile");
    CHECK(refusal(whole(), catalog(R"("controls":[{"title":"no id"}],"groups":[{"controls":1,"params":[{}]}])")) ==
          "oscal.shape oscal.shape oscal.shape");
  }

  TEST_CASE("200 levels are refused wherever they are") {
    std::string deep = control("x");
    for (int i = 0; i < 200; ++i) deep = control("x", R"("controls":[)" + deep + "]");
    CHECK(refusal(whole(), catalog(R"("controls":[)" + deep + "]")) == "json.too-deep");
    std::string parts = R"({"name":"p"})";
    for (int i = 0; i < 200; ++i) parts = R"({"name":"p","parts":[)" + parts + "]}";
    Documents documents{{{"c.json", nested()}}};
    auto const text = whole(R"("modify":{"alters":[{"control-id":"a1","adds":[{"parts":[)" + parts + "]}]}]}");
    auto const read = oscal::Document::read(text, "", {.depth = 5000});
    REQUIRE(read.has_value());
    auto const made = oscal::resolve(*read, {.fetch = documents.fetch()});
    REQUIRE(made.has_error());
    CHECK(made.error().names("oscal.too-deep"));
  }

  TEST_CASE("numbers of documents, bytes and profiles in a row have limits") {
    Documents many;
    for (int i = 0; i < 10; ++i) many.by_uri["c" + std::to_string(i) + ".json"] = catalog(R"("controls":[])");
    auto const all =
        profile(R"("imports":[)" + joined(10, [](auto const& i) { return import_entry("c" + i + ".json"); }) + "]");
    CHECK(refusal(all, many) == "resolved");
    CHECK(refusal(all, many, {.documents = 9}) == "oscal.too-many-documents");
    CHECK(refusal(all, many, {.bytes = 1000}).starts_with("oscal.too-large"));
    CHECK(refusal(all, many, {.document = {.size = 20}}).starts_with("json.too-large"));
    Documents row{{{"20.json", catalog(R"("controls":[])")}}};
    for (int i = 0; i < 20; ++i)
      row.by_uri[std::to_string(i) + ".json"] =
          profile(R"("imports":[)" + import_entry(std::to_string(i + 1) + ".json") + "]");
    CHECK(refusal(profile(R"("imports":[)" + import_entry("5.json") + "]"), row) == "resolved");
    CHECK(refusal(profile(R"("imports":[)" + import_entry("0.json") + "]"), row) == "oscal.imports-too-deep");
    CHECK(refusal(profile(R"("imports":[)" + import_entry("0.json") + "]"), row, {.depth = 20}) == "resolved");
  }

  TEST_CASE("profiles that double what they import, level by level, end in a refusal") {
    Documents doubling{{{"12.json", nested()}}};
    for (int i = 0; i < 12; ++i) {
      auto const next = import_entry(std::to_string(i + 1) + ".json");
      doubling.by_uri[std::to_string(i) + ".json"] =
          profile(R"("imports":[)" + joined(8, [&](auto const&) { return next; }) + "]");
    }
    CHECK(refusal(profile(R"("imports":[)" + import_entry("0.json") + "]"), doubling, {.work = 1'000'000}) ==
          "oscal.too-much-work");
    CHECK(doubling.asked.size() == 13);
  }

  TEST_CASE("a long text that is imported again and again counts by its length") {
    Documents documents{{{"c.json", catalog(R"("controls":[)" +
                                            control("a1", R"("x":")" + std::string(1U << 20U, 'x') + "\"") + "]")}}};
    auto const many = profile(R"("imports":[)" + joined(100, [](auto const&) { return import_entry("c.json"); }) + "]");
    CHECK(refusal(many, documents, {.work = 1'000'000}) == "oscal.too-much-work");
  }

  TEST_CASE("what each import and each setting goes through counts, too") {
    auto const resources = joined(1000, [](auto const& i) { return R"({"uuid":"u)" + i + "\"}"; });
    auto const groups = joined(1000, [](auto const&) { return std::string(R"({"title":"G"})"); });
    Documents documents{{{"c.json", catalog(R"("back-matter":{"resources":[)" + resources + "]}")},
                         {"g.json", catalog(R"("groups":[)" + groups + "]")},
                         {"q.json", catalog(R"("controls":[)" + control("a1", R"("params":[{"id":"p"}])") + "]")}}};
    oscal::ResolveLimits const limits{.work = 500'000};
    auto const imports = joined(1000, [](auto const&) { return import_entry("c.json"); });
    CHECK(refusal(profile(R"("imports":[)" + imports + "]"), documents, limits) == "oscal.too-much-work");
    auto const insertions = joined(1000, [](auto const&) { return std::string(R"({"include-all":{}})"); });
    CHECK(refusal(profile(R"("imports":[)" + import_entry("g.json") + R"(],"merge":{"custom":{"insert-controls":[)" +
                          insertions + "]}}"),
                  documents, limits) == "oscal.too-much-work");
    auto const settings = joined(2000, [](auto const& i) {
      return R"({"param-id":"p","props":[{"name":"n","value":"v","uuid":"u)" + i + R"("}]})";
    });
    CHECK(refusal(profile(R"("imports":[)" + import_entry("q.json") + R"(],"modify":{"set-parameters":[)" + settings +
                          "]}"),
                  documents, limits) == "oscal.too-much-work");
  }

  TEST_CASE("additions that bring targets for additions end in a refusal") {
    auto const adds = joined(60, [](std::string const& i) {
      auto const next = std::to_string(std::stoi(i) + 1);
      auto const part = R"({"id":"x)" + next + R"(","name":"n"})";
      return R"({"by-id":"x)" + i + R"(","parts":[)" + part + "," + part + "]}";
    });
    Documents documents{
        {{"c.json", catalog(R"("controls":[)" + control("a1", R"("parts":[{"id":"x0","name":"n"}])") + "]")}}};
    // Each addition doubles what the one before brought; all of them nest too deep long before.
    CHECK(refusal(whole(R"("modify":{"alters":[{"control-id":"a1","adds":[)" + adds + "]}]}"), documents,
                  {.work = 100'000}) == "oscal.too-much-work");
  }

  TEST_CASE("what an addition or a custom group brings again and again counts by its length") {
    auto const long_text = std::string(100'000, 'x');
    auto const parts = joined(1000, [](auto const&) { return std::string(R"({"id":"p","name":"n"})"); });
    Documents documents{{{"c.json", catalog(R"("controls":[)" + control("a1", "\"parts\":[" + parts + "]") + "]")},
                         {"g.json", catalog(R"("groups":[{"id":"g","title":"G","parts":[{"name":"n","prose":")" +
                                            long_text + R"("}]}])")}}};
    for (auto const& brought :
         {R"("title":")" + long_text + '"', R"("props":[{"name":"n","value":")" + long_text + R"("}])",
          R"("links":[")" + long_text + R"("])"}) {
      CAPTURE(brought.substr(0, 20));
      auto const alters = R"("modify":{"alters":[{"control-id":"a1","adds":[{"by-id":"p",)" + brought + "}]}]}";
      CHECK(refusal(whole(alters), documents, {.work = 500'000}) == "oscal.too-much-work");
    }
    auto const groups = joined(1000, [](auto const&) { return std::string(R"({"id":"g","title":"G"})"); });
    CHECK(refusal(profile(R"("imports":[)" + import_entry("g.json") + R"(],"merge":{"custom":{"groups":[)" + groups +
                          "]}}"),
                  documents, {.work = 500'000}) == "oscal.too-much-work");
  }

  TEST_CASE("braces without end are read once") {
    std::string open;
    for (int i = 0; i < 300'000; ++i) open += "{{";
    auto const prose = [](std::string const& text) {
      return catalog(R"("params":[{"id":"p"},{"id":"q"}],"controls":[)" +
                     control("a1", R"("parts":[{"name":"n","prose":")" + text + R"("}])") + "]");
    };
    CHECK(refusal(whole(), prose(open + "}}")) == "resolved");
  }

  TEST_CASE("10,000 alterations with all that belongs to them take no time to speak of") {
    constexpr std::size_t count = 10'000;
    auto const text =
        catalog(R"("controls":[)" +
                joined(count,
                       [](auto const& i) {
                         return control("c" + i, R"("params":[{"id":"p)" + i + R"("}],"parts":[{"id":"s)" + i +
                                                     R"(","name":"statement"}])");
                       }) +
                "]");
    auto const alters = joined(count, [](auto const& i) {
      return R"({"control-id":"c)" + i + R"(","removes":[{"by-name":"x)" + i + R"("}],"adds":[{"by-id":"s)" + i +
             R"(","props":[{"name":"n","value":"v"}]}]})";
    });
    auto const settings = joined(count, [](auto const& i) { return R"({"param-id":"p)" + i + R"(","values":["v"]})"; });
    auto const made =
        resolved(whole(R"("modify":{"set-parameters":[)" + settings + R"(],"alters":[)" + alters + "]}"), text);
    CHECK(content(made).at("controls").as_array().size() == count);
    CHECK(at(made, "/controls/9999/parts/0/props/0/name") == "\"n\"");
    CHECK(at(made, "/controls/9999/params/0/values/0") == "\"v\"");
    CHECK(made.warnings.empty());
  }

  TEST_CASE("all of them on one control, which is no quadratic work either") {
    constexpr std::size_t count = 10'000;
    auto const text = catalog(
        R"("controls":[)" +
        control("a1",
                R"("parts":[)" +
                    joined(count, [](auto const& i) { return R"({"id":"s)" + i + R"(","name":"n)" + i + "\"}"; }) +
                    "]") +
        "]");
    auto const alters = joined(count, [](auto const& i) {
      return R"({"control-id":"a1","removes":[{"by-name":"n)" + i + R"(","by-class":"k"},{"by-class":"k)" + i +
             R"("}],"adds":[{"by-id":"s)" + i + R"(","position":"after","parts":[{"name":"x"}]}]})";
    });
    auto const made = resolved(whole(R"("modify":{"alters":[)" + alters + "]}"), text);
    CHECK(content(made).at("controls").at(0).at("parts").as_array().size() == 2 * count);
  }

  TEST_CASE("a thousand thousand patterns are refused, not tried") {
    auto const ids = catalog(R"("controls":[)" + joined(10'000, [](auto const& i) { return control("c" + i); }) + "]");
    auto const patterns = joined(10'000, [](auto const& i) { return R"({"pattern":"*a*a*a*)" + i + "\"}"; });
    Documents documents{{{"c.json", ids}}};
    CHECK(refusal(selecting(R"("include-controls":[{"matching":[)" + patterns + "]}]"), documents,
                  {.work = 1'000'000}) == "oscal.too-much-work");
    auto const long_id = catalog(R"("controls":[)" + control(std::string(1U << 20U, 'a')) + "]");
    CHECK(refusal(selecting(R"("include-controls":[{"matching":[{"pattern":"*)" + std::string(1U << 20U, 'a') +
                            R"(b"}]}])"),
                  long_id) == "oscal.too-much-work");
  }

  TEST_CASE("a long circle of params, and resources that lead on and on, cost no more than they are") {
    constexpr std::size_t count = 20'000;
    auto const params = joined(count, [](std::string const& i) {
      return R"({"id":"p)" + i + R"(","label":"{{ insert: param, p)" + std::to_string((std::stoul(i) + 1) % count) +
             " }}\"}";
    });
    auto const uuid = [](std::size_t i) {
      auto const digits = std::to_string(i);
      return "aaaaaaaa-1111-4111-8111-" + std::string(12 - digits.size(), '0') + digits;
    };
    auto const resources = joined(count, [&](std::string const& i) {
      return R"({"uuid":")" + uuid(std::stoul(i)) + R"(","description":"#)" + uuid(std::stoul(i) + 1) + "\"}";
    });
    auto const text =
        catalog(R"("params":[)" + params + R"(],"controls":[)" +
                control("a1", R"("parts":[{"name":"s","prose":"{{ insert: param, p0 }} #)" + uuid(0) + "\"}]") +
                R"(],"back-matter":{"resources":[)" + resources + "]}");
    auto const made = resolved(whole(), text);
    CHECK(content(made).at("params").as_array().size() == count);
    CHECK(content(made).at("back-matter").at("resources").as_array().size() == count);
    CHECK(warnings(made) == "oscal.parameter-circle");
  }

  TEST_CASE("documents cut off anywhere are refused") {
    auto const text = nested();
    for (std::size_t size = 0; size < text.size(); size += 7) {
      CAPTURE(size);
      CHECK(refusal(whole(), text.substr(0, size)).starts_with("json."));
    }
    auto const root = whole(R"("modify":{"set-parameters":[{"param-id":"pa","values":["v"]}]})");
    for (std::size_t size = 0; size < root.size(); size += 7)
      CHECK(oscal::Document::read(std::string_view(root).substr(0, size)).has_error());
  }
}
