// OSCAL documents: what is read as one, and what is not.
#include <annexa/exchange/oscal/document.hpp>

#include <doctest/doctest.h>
#include <boost/json.hpp>
#include <string>

namespace {

namespace oscal = annexa::oscal;

std::string message_of(std::string_view text) {
  auto const read = oscal::Document::read(text, "some.json");
  REQUIRE(read.has_error());
  return read.error().text();
}

}  // namespace

TEST_SUITE("exchange/oscal_document") {
  TEST_CASE("a document is known by its only member") {
    for (auto const model : oscal::models) {
      auto const name = std::string(name_of(model));
      CAPTURE(name);
      auto const read = oscal::Document::read("{\"$schema\":\"x\",\"" + name +
                                              "\":{\"metadata\":{\"oscal-version\":\"1.1.3\"},\"unknown\":[1]}}");
      REQUIRE(read.has_value());
      CHECK(read->model() == model);
      CHECK(read->oscal_version() == "1.1.3");
      CHECK(read->content().at("unknown").as_array().size() == 1);
      CHECK(oscal::model_named(name) == model);
      CHECK(oscal::model_named(short_name_of(model)) == model);
    }
    CHECK(!oscal::model_named("catalogue"));
  }

  TEST_CASE("what does not say its version has none") {
    for (auto const* text : {R"({"catalog":{}})", R"({"catalog":3})", R"({"catalog":{"metadata":[]}})",
                             R"({"catalog":{"metadata":{"oscal-version":1}}})"}) {
      CAPTURE(text);
      auto const read = oscal::Document::read(text);
      REQUIRE(read.has_value());
      CHECK(read->oscal_version().empty());
    }
  }

  TEST_CASE("what is no document is refused with its place") {
    CHECK(message_of("[]").find("The document is no object") != std::string::npos);
    CHECK(message_of("{}").find("Nothing of OSCAL is in it") != std::string::npos);
    CHECK(message_of(R"({"ssp":{}})").find("Found \"ssp\"") != std::string::npos);
    CHECK(message_of(R"({"catalog":{},"profile":{}})").find("Found \"profile\" beside another") != std::string::npos);
    CHECK(message_of("{\n\"catalog\":{\"a\":1,\"a\":2}}").find("some.json: line 2") != std::string::npos);
    CHECK(message_of(R"({"catalog":{"a")").find("[json.syntax]") != std::string::npos);
    CHECK(message_of("{\"catalog\":" + std::string(200, '[') + std::string(200, ']') + '}').find("[json.too-deep]") !=
          std::string::npos);
    auto const large = oscal::Document::read(R"({"catalog":{}})", "", {.size = 5});
    CHECK(large.error().names("json.too-large"));
  }
}
