// OSCAL documents written: members in the order of the models.
#include <annexa/base/json.hpp>
#include <annexa/exchange/oscal/write.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <boost/json.hpp>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "exchange/oscal/samples.hpp"

namespace {

namespace written_of = annexa::testing::oscal_samples;
using annexa::oscal::Document;

// The same value with the members of every object in another order.
boost::json::value shuffled(boost::json::value const& value, std::mt19937& draw) {
  if (auto const* list = value.if_array()) {
    boost::json::array out;
    for (auto const& each : *list) out.push_back(shuffled(each, draw));
    return out;
  }
  auto const* object = value.if_object();
  if (!object) return value;
  std::vector<boost::json::key_value_pair const*> members;
  for (auto const& member : *object) members.push_back(&member);
  std::shuffle(members.begin(), members.end(), draw);
  boost::json::object out;
  for (auto const* member : members) out.emplace(member->key(), shuffled(member->value(), draw));
  return out;
}

std::string keys_of(boost::json::value const& object) {
  std::string keys;
  for (auto const& member : object.as_object()) keys += (keys.empty() ? "" : " ") + std::string(member.key());
  return keys;
}

}  // namespace

TEST_SUITE("exchange/oscal_write") {
  TEST_CASE("members come in the order of their model, whatever order they were read in") {
    CHECK(rc::check("shuffled members come back in order", [] {
      std::mt19937 draw(*rc::gen::arbitrary<std::uint32_t>());
      auto const text = *rc::gen::element(written_of::catalog, written_of::profile, written_of::mapping);
      auto const whole = boost::json::parse(text);
      auto const other = Document::from(shuffled(whole, draw)).value();
      RC_ASSERT(other.json() == whole);
      RC_ASSERT(write(other) == write(Document::from(whole).value()));
    }));
    auto const ordered =
        in_order(Document::read(R"({"catalog": {"back-matter": {}, "groups": [{"controls": [{"title": "A",
        "parts": [], "id": "a", "props": []}], "title": "G", "id": "g"}], "metadata": {"version": "1", "title": "T"}, "uuid": "u"}})")
                     .value());
    CHECK(keys_of(ordered.at("catalog")) == "uuid metadata groups back-matter");
    CHECK(keys_of(ordered.at("catalog").at("metadata")) == "title version");
    CHECK(keys_of(ordered.at("catalog").at("groups").at(0).at("controls").at(0)) == "id title props parts");
  }

  TEST_CASE("what the model does not know stays, behind what it knows") {
    auto const document =
        Document::read(R"({"catalog": {"zeta": {"b": 1, "a": [2]}, "metadata": {"x": null, "title": 3},
        "alpha": 0.5, "uuid": "u", "groups": 7, "params": [{"own": 1, "id": "p"}, "text"]}, "$schema": "s"})")
            .value();
    auto const ordered = in_order(document);
    CHECK(ordered == document.json());
    CHECK(keys_of(ordered) == "$schema catalog");
    CHECK(keys_of(ordered.at("catalog")) == "uuid metadata params groups zeta alpha");
    CHECK(keys_of(ordered.at("catalog").at("zeta")) == "b a");
    CHECK(keys_of(ordered.at("catalog").at("metadata")) == "title x");
    CHECK(keys_of(ordered.at("catalog").at("params").at(0)) == "id own");
  }

  TEST_CASE("a document is written for people and programs to read") {
    auto const text = write(Document::read(R"({"profile": {"imports": [{"href": "ü.json"}], "uuid": "u"}})").value());
    CHECK(text ==
          "{\n  \"profile\": {\n    \"uuid\": \"u\",\n    \"imports\": [\n      {\n        \"href\": \"ü.json\"\n"
          "      }\n    ]\n  }\n}\n");
  }
}
