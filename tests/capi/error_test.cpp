#include "calls.hpp"

#include <doctest/doctest.h>

using namespace annexa::testing::c;

namespace {

// An error with two violations.
annexa_error* an_error() {
  auto const workspace = in_memory();
  constexpr std::string_view command = R"({"command":"unit.add","unit":"U-1","colour":"red","size":7})";
  annexa_buf* buffer = nullptr;
  annexa_error* error = nullptr;
  CHECK(annexa_workspace_apply(workspace, command.data(), command.size(), &buffer, &error) == ANNEXA_E_USAGE);
  CHECK(buffer == nullptr);
  return error;
}

}  // namespace

TEST_SUITE("capi/error") {
  TEST_CASE("no error has no violations") {
    annexa_str text{"x", 1};
    CHECK(annexa_error_kind(nullptr) == ANNEXA_OK);
    CHECK(annexa_error_count(nullptr) == 0);
    CHECK(annexa_error_json(nullptr, &text) == ANNEXA_E_USAGE);
    CHECK(text.data == nullptr);
    annexa_error_free(nullptr);
  }

  TEST_CASE("every violation is listed, each with rule, place and message") {
    auto* const error = an_error();
    REQUIRE(annexa_error_count(error) >= 2);
    CHECK(annexa_error_kind(error) == ANNEXA_E_USAGE);
    annexa_str rule{}, where{}, message{}, json{};
    CHECK(annexa_error_rule(error, 0, &rule) == ANNEXA_OK);
    CHECK(annexa_error_where(error, 0, &where) == ANNEXA_OK);
    CHECK(annexa_error_message(error, 0, &message) == ANNEXA_OK);
    CHECK(std::string_view(rule.data, rule.size) == "json.unknown-member");
    CHECK(std::string_view(where.data, where.size) == "/colour");
    CHECK(message.data[message.size] == '\0');
    CHECK(annexa_error_json(error, &json) == ANNEXA_OK);
    CHECK(std::string_view(json.data, json.size).starts_with(R"({"error":{"kind":"usage","violations":[{"rule":)"));
    annexa_error_free(error);
    CHECK(annexa_error_count(error) == 0);
  }

  TEST_CASE("a violation that is not there is refused") {
    auto* const error = an_error();
    annexa_str text{"x", 1};
    CHECK(annexa_error_rule(error, annexa_error_count(error), &text) == ANNEXA_E_USAGE);
    CHECK(text.data == nullptr);
    CHECK(annexa_error_where(error, static_cast<size_t>(-1), &text) == ANNEXA_E_USAGE);
    CHECK(annexa_error_message(error, 0, nullptr) == ANNEXA_E_USAGE);
    annexa_error_free(error);
  }

  TEST_CASE("a caller who wants no error gets the status alone") {
    annexa_buf* buffer = nullptr;
    CHECK(annexa_schema("nonsense", 8, &buffer, nullptr) == ANNEXA_E_USAGE);
    CHECK(buffer == nullptr);
  }

  TEST_CASE("an error of an earlier call does not survive a good one") {
    auto* error = reinterpret_cast<annexa_error*>(std::uintptr_t{7});
    annexa_buf* buffer = nullptr;
    CHECK(annexa_catalog_list(&buffer, &error) == ANNEXA_OK);
    CHECK(error == nullptr);
    annexa_buf_free(buffer);
  }

  TEST_CASE("every status has a name") {
    CHECK(std::string_view(annexa_status_name(ANNEXA_OK)) == "ok");
    CHECK(std::string_view(annexa_status_name(ANNEXA_E_NO_MEMORY)) == "no-memory");
    CHECK(std::string_view(annexa_status_name(ANNEXA_E_INTERNAL)) == "internal");
    CHECK(std::string_view(annexa_status_name(-5)) == "unknown");
    CHECK(std::string_view(annexa_status_name(12345)) == "unknown");
  }
}
