#include "calls.hpp"

#include <doctest/doctest.h>
#include <boost/json.hpp>

using namespace annexa::testing::c;

namespace {

constexpr std::string_view small_profile =
    R"({"profile":{"imports":[{"href":"a.json","include-all":{}}],"metadata":{"title":"T",
  "last-modified":"2026-03-01T09:00:00Z","version":"1","oscal-version":"1.1.3"},"uuid":"74c8ba1e-5cd4-4ad1-bbfd-d888e2f6c724"}})";

uint8_t const* bytes_at(std::string_view text) { return reinterpret_cast<uint8_t const*>(text.data()); }

Outcome check_document(std::string_view text, std::string_view options = {}, std::string_view file = "own.json") {
  return call(annexa_oscal_check, file.data(), file.size(), bytes_at(text), text.size(), options.data(),
              options.size());
}

Outcome format_document(std::string_view text) {
  return call(annexa_oscal_format, "own.json", std::size_t{8}, bytes_at(text), text.size());
}

}  // namespace

TEST_SUITE("capi/oscal") {
  TEST_CASE("a document is checked, and what is wrong is the answer") {
    auto const good = boost::json::parse(check_document(small_profile).document);
    CHECK(good.at("verdict") == "valid");
    CHECK(good.at("file") == "own.json");
    CHECK(good.at("model") == "profile");
    CHECK(good.at("problems").as_array().empty());
    auto const bad = boost::json::parse(check_document(R"({"profile":{"uuid":7}})").document);
    CHECK(bad.at("verdict") == "invalid");
    CHECK(bad.at("errors") == 3);
    CHECK(bad.at("problems").at(0).at("where") == "/profile");
  }
  TEST_CASE("options say how much is listed and what counts") {
    auto const few = boost::json::parse(check_document(R"({"profile":{"uuid":7}})", R"({"most_problems":1})").document);
    CHECK(few.at("problems").as_array().size() == 1);
    CHECK(few.at("omitted") == 2);
    auto const twice =
        std::string(small_profile)
            .replace(small_profile.find("\"metadata\""), 0,
                     R"("back-matter":{"resources":[{"uuid":"74c8ba1e-5cd4-4ad1-bbfd-d888e2f6c724"}]},)");
    CHECK(boost::json::parse(check_document(twice).document).at("verdict") == "valid");
    auto const needed = boost::json::parse(check_document(twice, R"({"need_references":true})").document);
    CHECK(needed.at("verdict") == "invalid");
    CHECK(needed.at("problems").at(0).at("rule") == "oscal.duplicate-uuid");
    CHECK(check_document(small_profile, R"({"most":1})").is(ANNEXA_E_USAGE, "json.unknown-member"));
    CHECK(check_document(small_profile, R"({"most_problems":-1})").status == ANNEXA_E_USAGE);
  }
  TEST_CASE("what is no document has no answer") {
    CHECK(check_document("").is(ANNEXA_E_USAGE, "json.empty"));
    CHECK(check_document("{").is(ANNEXA_E_USAGE, "json.syntax"));
    CHECK(check_document("{\"profile\":{},\"profile\":{}}").is(ANNEXA_E_USAGE, "json.duplicate-key"));
    CHECK(check_document("{\"a\":1}").is(ANNEXA_E_USAGE, "oscal.no-model"));
    CHECK(check_document(small_profile, "", std::string_view("a\0b", 3)).is(ANNEXA_E_USAGE, "c.nul"));
    CHECK(format_document("[").is(ANNEXA_E_USAGE, "json.syntax"));
    CHECK(call(annexa_oscal_format, "", std::size_t{0}, static_cast<uint8_t const*>(nullptr), std::size_t{3})
              .is(ANNEXA_E_USAGE, "c.null"));
  }
  TEST_CASE("a document is written in the order of its model") {
    auto const written = format_document(small_profile);
    CHECK(boost::json::parse(written.document) == boost::json::parse(small_profile));
    CHECK(written.document.find("\"uuid\"") < written.document.find("\"metadata\""));
    CHECK(format_document(written.document).document == written.document);
  }
}
