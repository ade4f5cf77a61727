#include "calls.hpp"
#include "capi/host_storage.h"

#include <doctest/doctest.h>

using namespace annexa::testing::c;

namespace {

constexpr std::string_view one_unit = R"({"command":"unit.add","name":"Sales","kind":"process"})";
constexpr std::string_view one_person = R"({"command":"person.add","person":"anna","name":"Anna Kern"})";

// A storage of a host, and what was opened in it.
struct Host {
  std::unique_ptr<host_storage, void (*)(host_storage*)> storage;
  annexa_store_ops ops;
  Host() : storage(nullptr, host_storage_free), ops() {
    std::uint8_t const workspace[16] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
    storage.reset(host_storage_new(workspace));
    ops = host_storage_ops(storage.get());
  }
};

struct Try {
  annexa_status status = ANNEXA_OK;
  Outcome outcome;
  Opened workspace = Opened(nullptr);
};

Try create(annexa_store_ops const* ops, annexa_workspace_options options = reproducible()) {
  annexa_workspace* made = nullptr;
  annexa_error* error = nullptr;
  Try out;
  out.status = annexa_workspace_create_in_store(ops, "Acme", 4, &options, &made, &error);
  take(out.outcome, error);
  return {out.status, out.outcome, Opened(made)};
}

Try open(annexa_store_ops const* ops, annexa_workspace_options options = reproducible()) {
  annexa_workspace* made = nullptr;
  annexa_error* error = nullptr;
  Try out;
  out.status = annexa_workspace_open_in_store(ops, &options, nullptr, &made, &error);
  take(out.outcome, error);
  return {out.status, out.outcome, Opened(made)};
}

}  // namespace

TEST_SUITE("capi/host_store") {
  TEST_CASE("a workspace lives in the storage of a host, and is closed once") {
    Host host;
    std::string units;
    {
      auto const made = create(&host.ops);
      REQUIRE(made.status == ANNEXA_OK);
      CHECK(send(made.workspace, one_unit).status == ANNEXA_OK);
      CHECK(send(made.workspace, one_person).status == ANNEXA_OK);
      units = query(made.workspace, "units").document;
      CHECK(units.find("Sales") != units.npos);
      CHECK(call(annexa_workspace_verify, static_cast<annexa_workspace*>(made.workspace), nullptr)
                .document.find("\"ok\":true") != std::string::npos);
      CHECK(host_storage_closed(host.storage.get()) == 0);
    }
    CHECK(host_storage_closed(host.storage.get()) == 1);
    auto const again = open(&host.ops);
    REQUIRE(again.status == ANNEXA_OK);
    CHECK(query(again.workspace, "units").document == units);
    CHECK(query(again.workspace, "people").document.find("Anna Kern") != std::string::npos);
    CHECK(create(&host.ops).outcome.rules == std::vector<std::string>{"workspace.not-empty"});
    CHECK(host_storage_closed(host.storage.get()) == 1);  // not for those that were refused
  }

  TEST_CASE("what the host commits stays, what it rolls back never was") {
    Host host;
    auto const made = create(&host.ops);
    REQUIRE(made.status == ANNEXA_OK);
    host_storage_begin(host.storage.get());
    CHECK(send(made.workspace, one_unit).status == ANNEXA_OK);
    host_storage_commit(host.storage.get());
    auto const before = query(made.workspace, "units").document;
    host_storage_begin(host.storage.get());
    CHECK(send(made.workspace, one_unit).status == ANNEXA_OK);
    CHECK(send(made.workspace, one_person).status == ANNEXA_OK);
    CHECK(query(made.workspace, "units").document != before);
    host_storage_roll_back(host.storage.get());
    std::uint64_t size = 0;
    CHECK(annexa_workspace_refresh(made.workspace, &size, nullptr) == ANNEXA_OK);
    CHECK(size == 2);
    CHECK(query(made.workspace, "units").document == before);
    CHECK(query(made.workspace, "people").document == "[]");

    // Rolled back, and as many other events since: the next command is decided on what is there.
    host_storage_begin(host.storage.get());
    CHECK(send(made.workspace, one_person).status == ANNEXA_OK);
    host_storage_roll_back(host.storage.get());
    auto const other = open(&host.ops);
    REQUIRE(other.status == ANNEXA_OK);
    CHECK(send(other.workspace, one_unit).status == ANNEXA_OK);
    CHECK(send(made.workspace, one_person).status == ANNEXA_OK);
    CHECK(query(made.workspace, "units").document == query(other.workspace, "units").document);
  }

  TEST_CASE("a storage that fails at any call is reported, and nothing is half done") {
    Host host;
    auto const made = create(&host.ops);
    REQUIRE(made.status == ANNEXA_OK);
    int refused = 0;
    for (int calls = 0;; ++calls) {
      CAPTURE(calls);
      REQUIRE(calls < 40);
      host_storage_fail_after(host.storage.get(), calls);
      auto const answer = send(made.workspace, one_person);
      host_storage_fail_after(host.storage.get(), -1);
      if (answer.status == ANNEXA_OK) break;
      ++refused;
      CHECK(answer.is(ANNEXA_E_STORAGE, "host.storage"));
      CHECK(answer.message.find("the disk of the host is full") != std::string::npos);
      std::uint64_t size = 0;
      CHECK(annexa_workspace_refresh(made.workspace, &size, nullptr) == ANNEXA_OK);
      CHECK(size == 1);
    }
    CHECK(refused >= 3);
    CHECK(query(made.workspace, "people").document.find("Anna Kern") != std::string::npos);
  }

  TEST_CASE("a structure that is not filled in is refused, each function by its name") {
    CHECK(create(nullptr).outcome.rules == std::vector<std::string>{"c.null"});
    annexa_store_ops const empty = ANNEXA_STORE_OPS_INIT;
    CHECK(create(&empty).outcome.rules.size() == 7);
    CHECK(open(&empty).outcome.rules.size() == 7);
    Host host;
    for (std::uint32_t const size : {0U, 1U, 15U, static_cast<std::uint32_t>(sizeof empty) - 1, 100'000U}) {
      auto ops = host.ops;
      ops.struct_size = size;
      CHECK(create(&ops).outcome.rules == std::vector<std::string>{"c.struct-size"});
    }
    auto ops = host.ops;
    ops.explain = nullptr;
    ops.close = nullptr;
    CHECK(create(&ops).status == ANNEXA_OK);
    host_storage_fail_after(host.storage.get(), 0);
    CHECK(open(&ops).outcome.message.find("status 300") != std::string::npos);
  }

  TEST_CASE("a storage that gives what annexa never stored is refused") {
    Host host;
    REQUIRE(create(&host.ops).status == ANNEXA_OK);
    auto refused = [&](auto const& spoil) {
      auto ops = host.ops;
      spoil(ops);
      auto const opened = open(&ops);
      return opened.status == ANNEXA_E_INTEGRITY ? opened.outcome.rules.front()
                                                 : "status " + std::to_string(opened.status);
    };
    using Ops = annexa_store_ops;
    CHECK(refused([](Ops& ops) {
            ops.head = [](void*, annexa_store_head* head) { return head->size = 1, annexa_status{ANNEXA_OK}; };
          }) == "host.form");
    CHECK(refused([](Ops& ops) {
            ops.head = [](void* user, annexa_store_head* head) {
              auto const status = host_storage_ops(static_cast<host_storage*>(user)).head(user, head);
              head->size += 2;
              return status;
            };
          }) == "journal.frontier");
    CHECK(refused([](Ops& ops) {
            ops.read = [](void*, std::uint64_t, std::uint64_t, annexa_store_take_fn take, void* taker) {
              annexa_store_event const event = ANNEXA_STORE_EVENT_INIT;
              take(taker, &event);
              return annexa_status{ANNEXA_OK};
            };
          }) == "host.form");
    CHECK(refused([](Ops& ops) {
            ops.read = [](void*, std::uint64_t, std::uint64_t, annexa_store_take_fn, void*) {
              return annexa_status{ANNEXA_OK};
            };
          }) == "journal.size");
  }

  TEST_CASE("a workspace that was opened for reading writes nothing") {
    Host host;
    REQUIRE(create(&host.ops).status == ANNEXA_OK);
    auto options = reproducible();
    options.read_only = 1;
    auto const reader = open(&host.ops, options);
    REQUIRE(reader.status == ANNEXA_OK);
    CHECK(send(reader.workspace, one_unit).is(ANNEXA_E_STORAGE, "host.read-only"));
  }
}
