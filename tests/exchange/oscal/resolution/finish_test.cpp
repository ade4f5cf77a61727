// What is left out at the end, back matter, and metadata.
#include <annexa/base/uuid.hpp>

#include "fixtures.hpp"

using namespace annexa::testing::resolving;

namespace {

constexpr std::string_view uuid_a = "aaaaaaaa-1111-4111-8111-111111111111";
constexpr std::string_view uuid_b = "bbbbbbbb-2222-4222-8222-222222222222";

std::string resource(std::string_view uuid, std::string_view more = "") {
  return R"({"uuid":")" + std::string(uuid) + "\"" + std::string(more) + "}";
}
constexpr std::string_view kept = R"(,"props":[{"name":"keep","value":"always"}])";

std::string back_matter(std::string const& resources) { return R"("back-matter":{"resources":[)" + resources + "]}"; }

// A catalog with one control, whose statement is @p prose, and resources.
std::string telling(std::string_view prose, std::string const& resources) {
  return catalog(R"("controls":[)" +
                 control("a1", R"("parts":[{"name":"statement","prose":")" + std::string(prose) + "\"}]") + "]," +
                 back_matter(resources));
}

// First letters of the UUIDs of the resources in the result.
std::string resources_of(oscal::Resolution const& made) {
  std::string out;
  if (auto const* matter = content(made).if_contains("back-matter"))
    for (auto const& each : matter->at("resources").as_array())
      out += std::string_view(each.at("uuid").as_string()).substr(0, 1);
  return out;
}

std::string with_version(std::string_view model, std::string_view version, std::string_view time,
                         std::string_view more) {
  return "{\"" + std::string(model) + "\":{" + metadata(version, time) + (more.empty() ? "" : ",") + std::string(more) +
         "}}";
}

}  // namespace

TEST_SUITE("exchange/oscal_finish") {
  TEST_CASE("loose params stay while a control refers to them, whatever blanks the insert has") {
    for (auto const* insert : {"{{ insert: param, gp }}", "{{insert:param,gp}}", "{{  insert:  param ,  gp  }}",
                               "{{ gp }}", "x{{ insert: param, gp }}y", "#gp", "{{ x {{ insert: param, gp }} }}"}) {
      CAPTURE(insert);
      auto const text =
          catalog(R"("params":[{"id":"gp"},{"id":"no"}],"controls":[)" +
                  control("a1", R"("parts":[{"name":"s","prose":")" + std::string(insert) + "\"}]") + "]");
      CHECK(outline(resolved(whole(), text)) == "?gp a1");
    }
    for (auto const* insert :
         {"{{ insert: control, gp }}", "{{ insert: param }}", "{ gp }", "{{ gp", "gp", "{{ gp {{ x }} }}"}) {
      CAPTURE(insert);
      auto const text =
          catalog(R"("params":[{"id":"gp"}],"controls":[)" +
                  control("a1", R"("parts":[{"name":"s","prose":")" + std::string(insert) + "\"}]") + "]");
      CHECK(outline(resolved(whole(), text)) == "a1");
    }
  }

  TEST_CASE("a parameter that a parameter inserts stays with it; those that only insert each other go") {
    auto const text = catalog(
        R"("params":[{"id":"p","select":{"choice":["{{ insert: param, q }}"]}},{"id":"q","label":"{{ insert: param, r }}"},{"id":"r"},)"
        R"({"id":"x","label":"{{ insert: param, y }}"},{"id":"y","label":"{{ insert: param, x }}"},)"
        R"({"id":"k","props":[{"name":"keep","value":"always"}]}],"controls":[)" +
        control("a1", R"("parts":[{"name":"s","prose":"{{ insert: param, p }}"}])") + "]");
    CHECK(outline(resolved(whole(), text)) == "?p ?q ?r ?k a1");
  }

  TEST_CASE("a referenced parameter of a group without controls is kept under the catalog") {
    auto const text = catalog(R"("groups":[{"id":"g","title":"G","params":[{"id":"gp"},{"id":"no"}],"controls":[)" +
                              control("g1") + R"(]},{"id":"h","title":"H","controls":[)" +
                              control("h1", R"("title":"{{ insert: param, gp }}")") + "]}]");
    auto const replaced = [&] {
      auto copy = text;
      copy.replace(copy.find(R"("title":"Title of h1",)"), 22, "");
      return copy;
    }();
    CHECK(
        outline(resolved(
            profile(R"("imports":[{"href":"c.json","include-controls":[{"with-ids":["h1"]}]}],"merge":{"as-is":true})"),
            replaced)) == "?gp h[h1]");
  }

  TEST_CASE("params that come to insert themselves are told, and harm nothing") {
    auto const text = catalog(
        R"("controls":[{"id":"a1","title":"{{ insert: param, p }}","params":[{"id":"p","label":"{{ insert: param, q }}"},)"
        R"({"id":"q","label":"{{ insert: param, p }}"},{"id":"s","label":"{{ insert: param, s }}"}]}])");
    auto const made = resolved(whole(), text);
    REQUIRE(made.warnings.size() == 2);
    CHECK(made.warnings[0].message == "The parameter comes to insert itself: p → q → p.");
    CHECK(made.warnings[1].message == "The parameter comes to insert itself: s → s.");
  }

  TEST_CASE("resources stay that a link, a text or another such resource refers to") {
    auto const two = resource(uuid_a) + "," + resource(uuid_b);
    CHECK(resources_of(resolved(whole(), telling("nothing", two))).empty());
    CHECK(content(resolved(whole(), telling("nothing", two))).contains("back-matter") == false);
    for (auto const* prose :
         {"see [it](#aaaaaaaa-1111-4111-8111-111111111111).", "#AAAAAAAA-1111-4111-8111-111111111111",
          "<#aaaaaaaa-1111-4111-8111-111111111111>", "at #aaaaaaaa-1111-4111-8111-111111111111."}) {
      CAPTURE(prose);
      CHECK(resources_of(resolved(whole(), telling(prose, two))) == "a");
    }
    CHECK(resources_of(resolved(whole(), telling("aaaaaaaa-1111-4111-8111-111111111111", two))).empty());
    auto const chained =
        resource(uuid_a, R"(,"description":"see #bbbbbbbb-2222-4222-8222-222222222222")") + "," + resource(uuid_b);
    CHECK(resources_of(resolved(whole(), telling("#aaaaaaaa-1111-4111-8111-111111111111", chained))) == "ab");
    CHECK(resources_of(resolved(whole(), telling("nothing", chained))).empty());
    CHECK(resources_of(
              resolved(whole(), telling("nothing",
                                        resource(uuid_a, R"(,"description":"#aaaaaaaa-1111-4111-8111-111111111111")"))))
              .empty());
    CHECK(resources_of(resolved(whole(), telling("nothing", resource(uuid_a) + "," + resource(uuid_b, kept)))) == "b");
  }

  TEST_CASE(
      "resources of imports come first; of those with one UUID the last stays, unless the first asks to be kept") {
    std::string const title = R"(,"title":")";
    auto const made = [&](std::string const& in_catalog, std::string const& in_profile) {
      return resolved(
          whole(back_matter(in_profile)),
          telling("#aaaaaaaa-1111-4111-8111-111111111111 #bbbbbbbb-2222-4222-8222-222222222222", in_catalog));
    };
    CHECK(resources_of(made(resource(uuid_b), resource(uuid_a))) == "ba");
    CHECK(at(made(resource(uuid_a, title + "c\""), resource(uuid_a, title + "p\"")), "/back-matter/resources") ==
          "[" + resource(uuid_a, title + "p\"") + "]");
    auto const keeping = resource(uuid_a, title + "c\"" + std::string(kept));
    CHECK(at(made(keeping, resource(uuid_a, title + "p\"")), "/back-matter/resources") == "[" + keeping + "]");
    auto const keeping_too = resource(uuid_a, title + "p\"" + std::string(kept));
    CHECK(at(made(keeping, keeping_too), "/back-matter/resources") == "[" + keeping_too + "]");
  }

  TEST_CASE("links to what was not selected are told once") {
    auto const text = catalog(
        R"("controls":[)" +
        control("a1", R"("links":[{"href":"#a2","rel":"related"},{"href":"#a3"},{"href":"#a1"},{"href":"x#y"}])") +
        "," + control("a2") + "]");
    auto const made =
        resolved(profile(R"("imports":[{"href":"c.json","include-controls":[{"with-ids":["a1"]}]}])"), text);
    REQUIRE(made.warnings.size() == 1);
    CHECK(made.warnings[0].message == "2 links lead to what was not selected: #a2, #a3.");
  }

  TEST_CASE("the metadata are those of the profile, and say what was resolved") {
    auto const text =
        R"({"profile":{"uuid":"0a281290-eb91-423f-9430-576e8099cae4","metadata":{"roles":[{"id":"r","title":"R"}],"title":"Mine","version":"7",)"
        R"("last-modified":"2026-02-01T00:00:00Z","oscal-version":"1.1.2","props":[{"name":"resolution-tool","value":"old"},{"name":"n","value":"v"}],)"
        R"("links":[{"rel":"source-profile","href":"old"},{"href":"l"}],"odd":1},"imports":[{"href":"c.json","include-all":{}}]}})";
    auto const made = resolved(
        text,
        R"({"catalog":{"metadata":{"title":"C","last-modified":"2026-03-01T00:00:00+01:00","version":"1","oscal-version":"1.0.4",)"
        R"("roles":[{"id":"r"},{"id":"k","title":"K","props":[{"name":"keep","value":"always"}]}],)"
        R"("parties":[{"uuid":"x","type":"person","props":[{"name":"keep","value":"always"}]}]}}})");
    CHECK(
        at(made, "/metadata") ==
        R"({"title":"Mine","last-modified":"2026-03-01T00:00:00+01:00","version":"7","oscal-version":"1.1.2",)"
        R"("props":[{"name":"n","value":"v"},{"name":"resolution-tool","value":"annexa"}],"links":[{"href":"l"},{"href":"p.json","rel":"source-profile"}],)"
        R"("roles":[{"id":"r","title":"R"},{"id":"k","title":"K","props":[{"name":"keep","value":"always"}]}],)"
        R"("parties":[{"uuid":"x","type":"person","props":[{"name":"keep","value":"always"}]}],"odd":1})");
  }

  TEST_CASE("the newest version of OSCAL counts, but none newer than ours; another major version is refused") {
    struct Row {
      char const *of_profile, *of_catalog, *wanted;
    };
    for (auto const& row :
         {Row{"1.0.0", "1.1.3", "1.1.3"}, Row{"1.1.3", "1.0.0", "1.1.3"}, Row{"1.0.0", "1.0.0-rc2", "1.0.0"},
          Row{"1.1.10", "1.1.9", "1.1.10"}, Row{"1.0", "1.0.0-rc1", "1.0"}, Row{"1.9.0", "1.0.0", "1.2.2"},
          Row{"1.0.0", "1.2.3", "1.2.2"}, Row{"odd", "1.0.0", "1.0.0"}, Row{"1.0.0.1", "", "1.2.2"}}) {
      CAPTURE(row.of_profile);
      CAPTURE(row.of_catalog);
      auto const made = resolved(with_version("profile", row.of_profile, "2026-01-01T00:00:00Z",
                                              R"("imports":[{"href":"c.json","include-all":{}}])"),
                                 with_version("catalog", row.of_catalog, "2026-01-01T00:00:00Z", ""));
      CHECK(at(made, "/metadata/oscal-version") == '"' + std::string(row.wanted) + '"');
    }
    CHECK(refusal(whole(), with_version("catalog", "2.0.0", "2026-01-01T00:00:00Z", "")) ==
          "oscal.other-major-version");
  }

  TEST_CASE("the catalog bears the newest time, or the one that is asked for") {
    struct Row {
      char const *of_profile, *of_catalog, *wanted;
    };
    for (auto const& row :
         {Row{"2026-01-01T00:00:00Z", "2026-01-01T00:00:00+02:00", "2026-01-01T00:00:00Z"},
          Row{"2026-01-01T00:00:00Z", "2026-01-01T00:00:00-02:00", "2026-01-01T00:00:00-02:00"},
          Row{"2026-01-01T00:00:00.1234567Z", "2026-01-01T00:00:00.12Z", "2026-01-01T00:00:00.1234567Z"},
          Row{"odd", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z"}, Row{"odd", "", "1970-01-01T00:00:00Z"}}) {
      CAPTURE(row.of_catalog);
      auto const made = resolved(
          with_version("profile", "1.0.0", row.of_profile, R"("imports":[{"href":"c.json","include-all":{}}])"),
          with_version("catalog", "1.0.0", row.of_catalog, ""));
      CHECK(at(made, "/metadata/last-modified") == '"' + std::string(row.wanted) + '"');
    }
    Documents documents{{{"c.json", nested()}}};
    auto const document = oscal::Document::read(whole());
    REQUIRE(document.has_value());
    auto const made =
        oscal::resolve(*document, {.fetch = [&](auto const&) { return annexa::result<std::string>(nested()); },
                                   .last_modified = "2026-11-30T09:00:00Z"});
    REQUIRE(made.has_value());
    CHECK(at(*made, "/metadata/last-modified") == "\"2026-11-30T09:00:00Z\"");
    CHECK(at(*made, "/metadata/links/0/href") == "\"urn:uuid:0a281290-eb91-423f-9430-576e8099cae4\"");
    auto const refused = oscal::resolve(*document, {.fetch = documents.fetch(), .last_modified = "yesterday"});
    REQUIRE(refused.has_error());
    CHECK(refused.error().names("oscal.last-modified"));
  }

  TEST_CASE("the same documents give the same bytes, and other documents another UUID") {
    auto const one = resolved(whole(), nested());
    auto const again = resolved(whole(), nested());
    CHECK(json::serialize(one.catalog.json()) == json::serialize(again.catalog.json()));
    auto const uuid = [](oscal::Resolution const& made) { return std::string(content(made).at("uuid").as_string()); };
    auto const parsed = annexa::Uuid::parse(uuid(one));
    REQUIRE(parsed.has_value());
    CHECK(*parsed == parsed->with_version(5));
    CHECK(uuid(one) != uuid(resolved(whole(), telling("x", resource(uuid_a)))));
    CHECK(uuid(one) != uuid(resolved(whole(R"("x":1)"), nested())));
  }
}
