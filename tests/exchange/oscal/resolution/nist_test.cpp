// NIST's own examples and baselines, as they are kept beside the project.
#include <iterator>
#include <set>
#include <sstream>
#include <tuple>

#include "fixtures.hpp"
#include "support/support.hpp"

using namespace annexa::testing::resolving;
using annexa::testing::bytes_of;
using annexa::testing::data_folder;
using annexa::testing::without_data;

namespace {

std::filesystem::path examples() { return data_folder() / "oscal/profile-resolution"; }

// Members in one order, without UUID and metadata.
json::value comparable(json::value const& value, bool top = true) {
  if (auto const* list = value.if_array()) {
    json::array out;
    for (auto const& each : *list) out.push_back(comparable(each, false));
    return out;
  }
  auto const* object = value.if_object();
  if (!object) return value;
  std::map<std::string, json::value> sorted;
  for (auto const& [key, inner] : *object)
    if (!top || (key != "uuid" && key != "metadata")) sorted.emplace(key, comparable(inner, false));
  json::object out;
  for (auto& [key, inner] : sorted) out.emplace(key, std::move(inner));
  return out;
}

std::string comparable_file(std::filesystem::path const& path) {
  auto const document = oscal::Document::read(bytes_of(path), path.string());
  REQUIRE(document.has_value());
  return json::serialize(comparable(document->content()));
}

std::string resolved_example(std::string const& name) {
  auto const made = oscal::resolve_file((examples() / (name + ".json")).string());
  return made ? json::serialize(comparable(made->catalog.content())) : made.error().violations().front().rule;
}

std::string expected_example(std::string const& name) {
  return comparable_file(examples() / "output-expected" / (name + "_RESOLVED.json"));
}

std::set<std::string> agreed() {
  std::istringstream in(bytes_of(examples() / "AGREED.txt"));
  return {std::istream_iterator<std::string>(in), {}};
}

}  // namespace

TEST_SUITE("exchange/oscal_nist") {
  TEST_CASE("all examples on which NIST's own resolver and its expectations agree come out as expected" *
            doctest::skip(without_data())) {
    auto const names = agreed();
    CHECK(names.size() == 11);
    for (auto const& name : names) {
      CAPTURE(name);
      bool const circle = name == "circular_profile" || name == "home_profile";
      CHECK(resolved_example(name) == (circle ? "oscal.circular-import" : expected_example(name)));
    }
  }

  TEST_CASE("the others come out as docs/decisions/oscal-resolution.md says" * doctest::skip(without_data())) {
    CHECK(resolved_example("broken_profile") == "oscal.unreadable");
    CHECK(resolved_example("modify-adds_profile") == expected_example("modify-adds_profile"));
    auto const outlined = [](char const* name) {
      auto const made = oscal::resolve_file((examples() / (std::string(name) + ".json")).string());
      REQUIRE(made.has_value());
      return outline(*made);
    };
    CHECK(outlined("base-test_profile") == "a1(?a1_prm1) b1 c1 c3(c3.a(c3.a-1))");
    CHECK(outlined("include-call-with-children-test_profile") == "a1(?a1_prm1) b1 c1 c3(c3.a(c3.a-1))");
    CHECK(outlined("exclude-call-test_profile") == "a2 a3(?a3_prm1) b1 b2 b3 c1 c2 c3(c3.a(c3.a-1))");
    CHECK(outlined("include-all-no-children-test_profile") ==
          "?param-A.a ?param-A.b a1(?param-a1.a) a2 a3 b1 b2 b3 c1 c2 c3(c3.a(c3.a-1))");
    CHECK(outlined("without-parent_profile") == "a1.a a1.c");
  }

  TEST_CASE("the baselines of SP 800-53 equal NIST's resolved catalogs in everything but UUID and metadata" *
            doctest::skip(without_data())) {
    auto const folder = data_folder() / "oscal/content/rev5.0.1";
    auto const catalog = (folder / "NIST_SP-800-53_rev5_catalog-min.json").string();
    for (auto const& [name, controls, resources] :
         {std::tuple("LOW", 149U, 135U), std::tuple("MODERATE", 287U, 147U)}) {
      CAPTURE(name);
      auto const front = "NIST_SP-800-53_rev5_" + std::string(name) + "-baseline_";
      auto const made = oscal::resolve_file((folder / (front + "profile-min.json")).string(),
                                            {.map = {{"NIST_SP-800-53_rev5_catalog.xml", catalog}}});
      REQUIRE(made.has_value());
      CHECK(json::serialize(comparable(made->catalog.content())) ==
            comparable_file(folder / (front + "resolved-profile_catalog-min.json")));
      CHECK(content(*made).at("back-matter").at("resources").as_array().size() == resources);
      auto const outlined = outline(*made);
      std::size_t params = 0, all = 1;
      for (char const c : outlined) params += c == '?', all += c == ' ' || c == '(' || c == '[';
      CHECK(all - params - content(*made).at("groups").as_array().size() == controls);
      CHECK(warnings(*made) == "oscal.absent-links");
    }
  }

  TEST_CASE("a resolved baseline, imported whole and as it is, is the same again" * doctest::skip(without_data())) {
    for (auto const* file : {"rev5.0.1/NIST_SP-800-53_rev5_MODERATE-baseline_resolved-profile_catalog-min.json",
                             "rev5.1.1/NIST_SP-800-53_rev5_MODERATE-baseline_resolved-profile_catalog-min.json",
                             "NIST_CSF_v2.0_catalog-converted.json"}) {
      CAPTURE(file);
      auto const path = data_folder() / "oscal/content" / file;
      auto const made = resolved(whole(), bytes_of(path));
      auto const before = json::serialize(comparable(oscal::Document::read(bytes_of(path))->content()));
      auto const after = json::serialize(comparable(made.catalog.content()));
      CHECK(after.size() <= before.size());  // resources that nothing refers to are gone
      CHECK(outline(content(made)).size() > 1000);
      CHECK(outline(made) == outline(oscal::Document::read(bytes_of(path))->content().get_object()));
    }
  }
}
