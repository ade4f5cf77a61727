// What holds of resolving whatever the catalog is.
#include <rapidcheck.h>

#include <algorithm>
#include <set>

#include "fixtures.hpp"

using namespace annexa::testing::resolving;

namespace {

// A catalog whose controls and groups have ids of their own, all that has a place in it being referred to.
class RandomCatalog {
 public:
  RandomCatalog() {
    json::object catalog{
        {"uuid", "6498eb6e-8653-4470-8b97-54054d3ba886"},
        {"metadata",
         {{"title", "T"}, {"last-modified", "2026-01-01T00:00:00Z"}, {"version", "1"}, {"oscal-version", "1.1.3"}}}};
    if (auto params = loose(); !params.empty()) catalog["params"] = std::move(params);
    if (auto all = controls(3); !all.empty()) catalog["controls"] = std::move(all);
    if (auto all = groups(3); !all.empty()) catalog["groups"] = std::move(all);
    document = json::object{{"catalog", std::move(catalog)}};
  }

  json::value document;
  std::vector<std::string> ids;  // of controls

 private:
  static std::size_t few(std::size_t most) { return *rc::gen::inRange<std::size_t>(0, most + 1); }
  std::string fresh(char const* kind) { return kind + std::to_string(++last_); }

  json::array loose() {
    json::array out;
    for (auto n = few(2); n > 0; --n) {
      auto const id = fresh("p");
      out.push_back(json::object{{"id", id},
                                 {"label", "{{ insert: param, " + id + " }}"},
                                 {"props", {{{"name", "keep"}, {"value", "always"}}}}});
    }
    return out;
  }

  json::array controls(std::size_t depth) {
    json::array out;
    for (auto n = few(3); n > 0; --n) {
      auto const id = fresh("c");
      ids.push_back(id);
      json::object control{{"id", id}, {"title", *rc::gen::arbitrary<bool>() ? "One" : "Zwei ü"}};
      if (*rc::gen::arbitrary<bool>())
        control["parts"] = json::array{json::object{{"name", "statement"}, {"prose", "text"}}};
      if (depth > 0)
        if (auto inner = controls(depth - 1); !inner.empty()) control["controls"] = std::move(inner);
      out.push_back(std::move(control));
    }
    return out;
  }

  json::array groups(std::size_t depth) {
    json::array out;
    for (auto n = few(2); n > 0; --n) {
      json::object group{{"title", "G"}};
      if (*rc::gen::arbitrary<bool>()) group["id"] = fresh("g");
      if (auto params = loose(); !params.empty()) group["params"] = std::move(params);
      auto all = controls(1);
      auto inner = depth > 0 ? groups(depth - 1) : json::array();
      if (all.empty() && inner.empty()) continue;
      if (!all.empty()) group["controls"] = std::move(all);
      if (!inner.empty()) group["groups"] = std::move(inner);
      out.push_back(std::move(group));
    }
    return out;
  }

  int last_ = 0;
};

std::string list_of_ids(std::vector<std::string> const& ids) {
  std::string out;
  for (auto const& each : ids) out += (out.empty() ? "\"" : ",\"") + each + '"';
  return '[' + out + ']';
}

std::vector<std::string> some_of(std::vector<std::string> const& ids) {
  std::vector<std::string> out;
  for (auto const& each : ids)
    if (*rc::gen::arbitrary<bool>()) out.push_back(each);
  return out;
}

std::set<std::string> ids_in(oscal::Resolution const& made) {
  std::set<std::string> out;
  auto const text = json::serialize(made.catalog.json());
  for (auto at = text.find("\"id\":\"c"); at != text.npos; at = text.find("\"id\":\"c", at + 1))
    out.insert(text.substr(at + 6, text.find('"', at + 6) - at - 6));
  return out;
}

}  // namespace

TEST_SUITE("exchange/oscal_properties") {
  TEST_CASE("a catalog that is imported whole and as it is comes out as it was") {
    CHECK(rc::check([] {
      RandomCatalog random;
      auto const made = resolved(whole(), json::serialize(random.document));
      auto before = random.document.at("catalog").as_object();
      auto after = content(made);
      for (auto const* each : {"uuid", "metadata"}) {
        before.erase(each);
        after.erase(each);
      }
      RC_ASSERT(json::value(before) == json::value(after));
    }));
  }

  TEST_CASE("the order of what is included does not matter, and excluding beats including") {
    CHECK(rc::check([] {
      RandomCatalog random;
      auto const text = json::serialize(random.document);
      auto included = some_of(random.ids);
      auto const excluded = some_of(random.ids);
      auto const select = [&](char const* key, std::vector<std::string> const& ids) {
        return std::string("\"") + key + R"(":[{"with-ids":)" + list_of_ids(ids) + "}]";
      };
      auto const one =
          resolved(selecting(select("include-controls", included) + "," + select("exclude-controls", excluded)), text);
      std::ranges::reverse(included);
      auto const again = included;
      included.insert(included.end(), again.begin(), again.end());
      auto const other =
          resolved(selecting(select("exclude-controls", excluded) + "," + select("include-controls", included)), text);
      RC_ASSERT(outline(one) == outline(other));
      std::set<std::string> wanted(included.begin(), included.end());
      for (auto const& each : excluded) wanted.erase(each);
      RC_ASSERT(ids_in(one) == wanted);
    }));
  }

  TEST_CASE("every structure shows the same controls") {
    CHECK(rc::check([] {
      RandomCatalog random;
      auto const text = json::serialize(random.document);
      auto const chosen = R"("include-controls":[{"with-ids":)" + list_of_ids(some_of(random.ids)) + "}]";
      auto const flat = ids_in(resolved(selecting(chosen), text));
      RC_ASSERT(flat == ids_in(resolved(selecting(chosen, R"("merge":{"as-is":true})"), text)));
      RC_ASSERT(
          flat ==
          ids_in(resolved(
              selecting(chosen,
                        R"("merge":{"custom":{"groups":[{"title":"G","insert-controls":[{"include-all":{}}]}]}})"),
              text)));
    }));
  }

  TEST_CASE("importing twice with use-first is importing once") {
    CHECK(rc::check([] {
      RandomCatalog random;
      auto const text = json::serialize(random.document);
      auto const import =
          R"({"href":"c.json","include-controls":[{"with-ids":)" + list_of_ids(some_of(random.ids)) + "}]}";
      auto const once = resolved(profile("\"imports\":[" + import + R"(],"merge":{"as-is":true})"), text);
      auto const twice = resolved(profile("\"imports\":[" + import + "," + import +
                                          R"(],"merge":{"as-is":true,"combine":{"method":"use-first"}})"),
                                  text);
      RC_ASSERT(outline(once) == outline(twice));
    }));
  }
}
