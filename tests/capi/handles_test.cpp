#include "calls.hpp"

#include <doctest/doctest.h>
#include <atomic>
#include <random>
#include <thread>

using namespace annexa::testing::c;

namespace {

template <class T>
T* made_up(std::uint64_t number) {
  return reinterpret_cast<T*>(static_cast<std::uintptr_t>(number));
}

}  // namespace

TEST_SUITE("capi/handles") {
  TEST_CASE("a handle that is NULL is refused by name") {
    auto const outcome = query(nullptr, "units");
    CHECK(outcome.is(ANNEXA_E_USAGE, "c.handle"));
    CHECK(outcome.message.find("\"workspace\"") != std::string::npos);
  }

  TEST_CASE("a closed handle is refused, and closing it again does nothing") {
    annexa_workspace_options options = ANNEXA_WORKSPACE_OPTIONS_INIT;
    annexa_workspace* workspace = nullptr;
    REQUIRE(annexa_workspace_create_in_memory("Acme", 4, &options, &workspace, nullptr) == ANNEXA_OK);
    CHECK(query(workspace, "units").status == ANNEXA_OK);
    annexa_workspace_close(workspace);
    annexa_workspace_close(workspace);
    CHECK(query(workspace, "units").is(ANNEXA_E_USAGE, "c.handle"));
    CHECK(send(workspace, "{}").is(ANNEXA_E_USAGE, "c.handle"));
  }

  TEST_CASE("a closed handle stays refused when its slot is used again") {
    annexa_buf* first = nullptr;
    annexa_buf* second = nullptr;
    REQUIRE(annexa_catalog_list(&first, nullptr) == ANNEXA_OK);
    annexa_buf_free(first);
    REQUIRE(annexa_catalog_list(&second, nullptr) == ANNEXA_OK);
    CHECK(first != second);
    CHECK(annexa_buf_data(first) == nullptr);
    annexa_buf_free(first);
    CHECK(annexa_buf_data(second) != nullptr);
    annexa_buf_free(second);
  }

  TEST_CASE("a handle of one type does not pass for another") {
    annexa_buf* buffer = nullptr;
    REQUIRE(annexa_catalog_list(&buffer, nullptr) == ANNEXA_OK);
    auto const number = reinterpret_cast<std::uintptr_t>(buffer);
    CHECK(query(made_up<annexa_workspace>(number), "units").is(ANNEXA_E_USAGE, "c.handle"));
    CHECK(annexa_error_count(made_up<annexa_error>(number)) == 0);
    annexa_workspace_close(made_up<annexa_workspace>(number));
    annexa_error_free(made_up<annexa_error>(number));
    annexa_cancel_trip(made_up<annexa_cancel>(number));
    CHECK(annexa_buf_size(buffer) > 0);
    annexa_buf_free(buffer);
  }

  TEST_CASE("an address is no handle") {
    int here = 0;
    CHECK(annexa_buf_data(reinterpret_cast<annexa_buf*>(&here)) == nullptr);
    annexa_buf_free(reinterpret_cast<annexa_buf*>(&here));
  }

  TEST_CASE("numbers that nobody was given are refused") {
    annexa_buf* buffer = nullptr;  // so that a slot is in use
    REQUIRE(annexa_catalog_list(&buffer, nullptr) == ANNEXA_OK);
    std::mt19937_64 random(27001);
    int answered = 0;
    for (int i = 0; i < 200'000; ++i) {
      auto const number = i % 2 == 0 ? random() : reinterpret_cast<std::uintptr_t>(buffer) ^ (random() << 25U);
      if (number == reinterpret_cast<std::uintptr_t>(buffer)) continue;
      auto* const garbage = made_up<annexa_buf>(number);
      answered += annexa_buf_data(garbage) != nullptr ? 1 : 0;
      annexa_buf_free(garbage);
      annexa_workspace_close(made_up<annexa_workspace>(number));
      annexa_cancel_trip(made_up<annexa_cancel>(number));
    }
    CHECK(answered == 0);
    CHECK(annexa_buf_size(buffer) > 0);
    annexa_buf_free(buffer);
  }

  TEST_CASE("a workspace may be closed while other threads use it") {
    for (int round = 0; round < 20; ++round) {
      annexa_workspace_options const options = reproducible();
      annexa_workspace* workspace = nullptr;
      REQUIRE(annexa_workspace_create_in_memory("Acme", 4, &options, &workspace, nullptr) == ANNEXA_OK);
      std::atomic<int> unexpected{0};
      std::vector<std::thread> threads;
      for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
          for (int turn = 0; turn < 20; ++turn) {
            auto const outcome = query(workspace, "organization");
            if (outcome.status != ANNEXA_OK && !outcome.is(ANNEXA_E_USAGE, "c.handle")) ++unexpected;
          }
        });
      annexa_workspace_close(workspace);
      for (auto& thread : threads) thread.join();
      CHECK(unexpected == 0);
    }
  }

  TEST_CASE("threads make and end handles side by side") {
    std::atomic<int> lost{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
      threads.emplace_back([&] {
        for (int turn = 0; turn < 2'000; ++turn) {
          annexa_cancel* cancel = nullptr;
          if (annexa_cancel_new(&cancel, nullptr) != ANNEXA_OK || !cancel) ++lost;
          annexa_cancel_trip(cancel);
          annexa_cancel_free(cancel);
        }
      });
    for (auto& thread : threads) thread.join();
    CHECK(lost == 0);
  }
}
