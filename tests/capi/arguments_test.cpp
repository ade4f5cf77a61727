#include "calls.hpp"

#include <doctest/doctest.h>
#include <cstddef>

#include <cstring>

using namespace annexa::testing::c;

TEST_SUITE("capi/arguments") {
  TEST_CASE("an output that is NULL is refused") {
    annexa_error* error = nullptr;
    CHECK(annexa_catalog_list(nullptr, &error) == ANNEXA_E_USAGE);
    Outcome outcome{ANNEXA_E_USAGE, {}, {}, {}, {}, false};
    take(outcome, error);
    CHECK(outcome.is(ANNEXA_E_USAGE, "c.null"));
    CHECK(annexa_cancel_new(nullptr, nullptr) == ANNEXA_E_USAGE);
    CHECK(annexa_workspace_refresh(in_memory(), nullptr, nullptr) == ANNEXA_E_USAGE);
  }

  TEST_CASE("a text that is NULL may only be empty") {
    CHECK(call(annexa_schema, static_cast<char const*>(nullptr), size_t{3}).is(ANNEXA_E_USAGE, "c.null"));
    CHECK(call(annexa_schema, static_cast<char const*>(nullptr), size_t{0}).is(ANNEXA_E_USAGE, "c.empty"));
    auto const workspace = in_memory();
    CHECK(call(annexa_workspace_query, +workspace, "units", size_t{5}, static_cast<char const*>(nullptr), size_t{0})
              .status == ANNEXA_OK);
  }

  TEST_CASE("sizes beyond the limit are refused before a byte is read") {
    for (auto const size : {static_cast<size_t>(-1), size_t{1} << 40U, size_t{4097}}) {
      CAPTURE(size);
      CHECK(call(annexa_schema, "unit", size).is(ANNEXA_E_USAGE, "c.too-long"));
    }
    CHECK(call(annexa_workspace_apply, +in_memory(), "{}", static_cast<size_t>(-1)).is(ANNEXA_E_USAGE, "c.too-long"));
  }

  TEST_CASE("what is not UTF-8 is refused, with the byte where it stops being so") {
    for (std::string_view text : {"un\xFFit", "un\xC0\xAF", "un\xED\xA0\x80", "un\xF5\x80\x80\x80", "un\xE2\x82"}) {
      auto const outcome = call(annexa_schema, text.data(), text.size());
      CHECK(outcome.is(ANNEXA_E_USAGE, "c.utf8"));
      CHECK(outcome.message.find("byte 2") != std::string::npos);
    }
    CHECK(send(in_memory(), "{\"command\":\"\xFF\"}").is(ANNEXA_E_USAGE, "c.utf8"));
  }

  TEST_CASE("a NUL inside a name is refused") {
    CHECK(call(annexa_schema, "unit\0", size_t{5}).is(ANNEXA_E_USAGE, "c.nul"));
    CHECK(call(annexa_catalog_find, "iso27001-2022", size_t{13}, "9.2\0x", size_t{5}).is(ANNEXA_E_USAGE, "c.nul"));
  }

  TEST_CASE("a document that is no JSON is refused with its line") {
    auto const outcome = send(in_memory(), "{\"command\":\n oops}");
    CHECK(outcome.is(ANNEXA_E_USAGE, "json.syntax"));
    CHECK(outcome.places.front() == "line 2, column 2");
    CHECK(send(in_memory(), "").is(ANNEXA_E_USAGE, "json.empty"));
    CHECK(send(in_memory(), R"({"command":"a.b","command":"c.d"})").is(ANNEXA_E_USAGE, "json.duplicate-key"));
    CHECK(send(in_memory(), std::string(100, '[')).is(ANNEXA_E_USAGE, "json.too-deep"));
  }

  TEST_CASE("a structure that was not set up is refused") {
    annexa_workspace_options options{};
    annexa_workspace* workspace = nullptr;
    CHECK(annexa_workspace_create_in_memory("A", 1, &options, &workspace, nullptr) == ANNEXA_E_USAGE);
    options.struct_size = offsetof(annexa_workspace_options, write_ahead) - 1;  // less than the first version had
    CHECK(annexa_workspace_create_in_memory("A", 1, &options, &workspace, nullptr) == ANNEXA_E_USAGE);
    options.struct_size = 5000;  // beyond any version's size: reading it is no use
    CHECK(annexa_workspace_create_in_memory("A", 1, &options, &workspace, nullptr) == ANNEXA_E_USAGE);
    CHECK(workspace == nullptr);
  }

  TEST_CASE("a newer caller is served as long as it uses nothing new") {
    struct Newer {
      annexa_workspace_options known = ANNEXA_WORKSPACE_OPTIONS_INIT;
      std::uint64_t tomorrow = 0;
    } newer;
    newer.known.struct_size = sizeof newer;
    annexa_workspace* workspace = nullptr;
    CHECK(annexa_workspace_create_in_memory("A", 1, &newer.known, &workspace, nullptr) == ANNEXA_OK);
    annexa_workspace_close(workspace);
    newer.tomorrow = 1;
    annexa_error* error = nullptr;
    CHECK(annexa_workspace_create_in_memory("A", 1, &newer.known, &workspace, &error) == ANNEXA_E_USAGE);
    Outcome outcome{ANNEXA_E_USAGE, {}, {}, {}, {}, false};
    take(outcome, error);
    CHECK(outcome.rules == std::vector<std::string>{"c.newer"});
  }

  TEST_CASE("all wrong members of the options are named at once") {
    auto options = reproducible();
    options.read_only = 7;
    options.at = str("yesterday");
    options.actor = str("an\xFFna");
    annexa_workspace* workspace = nullptr;
    annexa_error* error = nullptr;
    CHECK(annexa_workspace_create_in_memory("A", 1, &options, &workspace, &error) == ANNEXA_E_USAGE);
    Outcome outcome{ANNEXA_E_USAGE, {}, {}, {}, {}, false};
    take(outcome, error);
    CHECK(outcome.rules == std::vector<std::string>{"c.value", "c.utf8", "c.value"});
  }

  TEST_CASE("days beyond the calendar are refused") {
    auto const day = [](int32_t today) {
      constexpr std::string_view state =
          R"({"workspace":"00000000-0000-0000-0000-000000000000","size":0,"records":{}})";
      return call(annexa_nonconformity_steps, state.data(), state.size(), "NC-1", size_t{4}, "anna", size_t{4}, today);
    };
    CHECK(day(INT32_MAX).is(ANNEXA_E_USAGE, "c.value"));
    CHECK(day(INT32_MIN).is(ANNEXA_E_USAGE, "c.value"));
    CHECK(day(20'000).is(ANNEXA_E_USAGE, "reference.unknown"));
  }
}
