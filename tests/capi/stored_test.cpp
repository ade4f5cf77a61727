#include "calls.hpp"

#include <doctest/doctest.h>
#include <boost/json.hpp>

#include "support/support.hpp"

using namespace annexa::testing::c;
using annexa::testing::TemporaryFolder;

namespace json = boost::json;

namespace {

struct Tried {
  annexa_status status;
  Outcome outcome;
  Opened workspace;
};

Tried create(std::string const& path) {
  annexa_workspace* made = nullptr;
  Tried out{ANNEXA_OK, {}, Opened()};
  annexa_error* error = nullptr;
  auto const options = reproducible();
  auto const status = annexa_workspace_create(path.data(), path.size(), "Acme", 4, &options, &made, &error);
  take(out.outcome, error);
  return {status, out.outcome, Opened(made)};
}

Tried open(std::string const& path, annexa_workspace_options const& options) {
  annexa_workspace* opened = nullptr;
  Outcome outcome;
  annexa_error* error = nullptr;
  auto const status = annexa_workspace_open(path.data(), path.size(), &options, nullptr, &opened, &error);
  take(outcome, error);
  return {status, outcome, Opened(opened)};
}

// A workspace with a unit whose description does not fit into an event.
Opened with_blob(std::string const& path) {
  auto made = create(path);
  REQUIRE(made.status == ANNEXA_OK);
  auto const command = R"({"command":"unit.add","unit":"U-1","name":"Sales","kind":"process","description":")" +
                       std::string(70'000, 'x') + "\"}";
  REQUIRE(send(made.workspace, command).status == ANNEXA_OK);
  return std::move(made.workspace);
}

json::value stats_of(annexa_workspace* workspace) {
  return json::parse(call(annexa_workspace_stats, workspace).document);
}

Outcome blob(annexa_workspace* workspace, std::string_view sha256) {
  return call(annexa_workspace_blob, workspace, sha256.data(), sha256.size());
}

Outcome events(annexa_workspace* workspace) {
  return call(annexa_workspace_events, workspace, std::uint64_t{0}, std::uint64_t{100});
}

struct Pool {
  explicit Pool(std::uint64_t max_memory) {
    auto const options = reproducible();
    REQUIRE(annexa_pool_create(max_memory, &options, &handle, nullptr) == ANNEXA_OK);
  }
  ~Pool() { annexa_pool_close(handle); }
  Pool(Pool const&) = delete;
  Pool& operator=(Pool const&) = delete;
  [[nodiscard]] Tried open(std::string const& path) const {
    annexa_workspace* opened = nullptr;
    Outcome outcome;
    annexa_error* error = nullptr;
    auto const status = annexa_pool_open(handle, path.data(), path.size(), &opened, &error);
    take(outcome, error);
    return {status, outcome, Opened(opened)};
  }
  [[nodiscard]] std::int64_t figure(char const* name) const {
    return json::parse(call(annexa_pool_figures, handle).document).at(name).to_number<std::int64_t>();
  }
  annexa_pool* handle = nullptr;
};

}  // namespace

TEST_SUITE("capi/stored") {
  TEST_CASE("data beside an event are given by their hash, and nothing else is") {
    TemporaryFolder const folder;
    auto const workspace = with_blob((folder / "acme.annexa").string());
    auto const list = json::parse(events(workspace).document).as_array();
    auto const reference = list.at(1).at("event").at("data").at("blob");
    std::string const hash(reference.at("sha256").as_string());
    auto const found = blob(workspace, hash);
    REQUIRE(found.status == ANNEXA_OK);
    CHECK(found.document.size() == reference.at("size").to_number<std::size_t>());
    CHECK(json::parse(found.document).at("set").at("description").as_string() == std::string(70'000, 'x'));

    CHECK(blob(workspace, std::string(64, '0')).is(ANNEXA_E_USAGE, "journal.no-blob"));
    CHECK(blob(workspace, hash.substr(1)).status == ANNEXA_E_USAGE);
    CHECK(blob(workspace, std::string(64, 'x')).status == ANNEXA_E_USAGE);
    CHECK(blob(workspace, "").is(ANNEXA_E_USAGE, "c.empty"));
    CHECK(blob(nullptr, hash).is(ANNEXA_E_USAGE, "c.handle"));
  }

  TEST_CASE("stats say what a workspace holds") {
    TemporaryFolder const folder;
    auto const workspace = with_blob((folder / "acme.annexa").string());
    auto const stats = stats_of(workspace);
    CHECK(stats.at("size") == 2);
    CHECK(stats.at("snapshot") == 0);
    CHECK(stats.at("root").as_string() == call(annexa_workspace_root, +workspace).document);
    CHECK(stats.at("records").at("units") == 1);
    CHECK(call(annexa_workspace_stats, static_cast<annexa_workspace*>(nullptr)).is(ANNEXA_E_USAGE, "c.handle"));
  }

  TEST_CASE("folding all events comes to what the kept state says, and takes no state that is kept") {
    TemporaryFolder const folder;
    auto const path = (folder / "acme.annexa").string();
    {
      auto const made = create(path);
      std::string commands = "[";
      for (int i = 0; i < 10'000; ++i)
        commands += std::string(i == 0 ? "" : ",") + R"({"command":"unit.add","name":"Unit","kind":"process"})";
      REQUIRE(send(made.workspace, commands + "]").status == ANNEXA_OK);
    }
    auto options = reproducible();
    options.read_only = 1;
    auto const quick = open(path, options);
    options.fold_all = 1;
    auto const whole = open(path, options);
    REQUIRE(quick.status == ANNEXA_OK);
    REQUIRE(whole.status == ANNEXA_OK);
    CHECK(stats_of(quick.workspace).at("snapshot") == 10'001);
    CHECK(stats_of(whole.workspace).at("snapshot") == 0);
    CHECK(query(quick.workspace, "units").document == query(whole.workspace, "units").document);
    options.fold_all = 2;
    CHECK(open(path, options).outcome.rules == std::vector<std::string>{"c.value"});
  }

  TEST_CASE("a pool gives a workspace to all who ask, and lets it go when there is no room") {
    TemporaryFolder const folder;
    auto const path = (folder / "acme.annexa").string();
    REQUIRE(create(path).status == ANNEXA_OK);
    for (bool const room : {true, false}) {
      CAPTURE(room);
      Pool const pool(room ? std::uint64_t{1} << 30U : 0);
      {
        auto const one = pool.open(path);
        auto const other = pool.open(path);
        REQUIRE(one.status == ANNEXA_OK);
        REQUIRE(other.status == ANNEXA_OK);
        CHECK(static_cast<annexa_workspace*>(one.workspace) != static_cast<annexa_workspace*>(other.workspace));
        CHECK(send(one.workspace, R"({"command":"unit.add","name":"Sales","kind":"process"})").status == ANNEXA_OK);
        CHECK(query(one.workspace, "units").document == query(other.workspace, "units").document);
        CHECK(pool.figure("in_use") == 1);
        CHECK(pool.figure("memory") > 0);
      }
      CHECK(pool.figure("in_use") == 0);
      CHECK(pool.figure("open") == (room ? 1 : 0));
      CHECK(pool.figure("let_go") == (room ? 0 : 1));
    }
  }

  TEST_CASE("a pool refuses what opening a workspace refuses") {
    TemporaryFolder const folder;
    Pool const pool(0);
    auto const missing = pool.open((folder / "none").string());
    CHECK(missing.status == ANNEXA_E_STORAGE);
    CHECK(missing.outcome.rules == std::vector<std::string>{"store.not-found"});
    CHECK(pool.open("").outcome.rules == std::vector<std::string>{"c.empty"});
    CHECK(pool.figure("open") == 0);
    CHECK(call(annexa_pool_figures, static_cast<annexa_pool*>(nullptr)).is(ANNEXA_E_USAGE, "c.handle"));
    annexa_workspace* opened = nullptr;
    CHECK(annexa_pool_open(nullptr, "a", 1, &opened, nullptr) == ANNEXA_E_USAGE);
    annexa_workspace_options options = ANNEXA_WORKSPACE_OPTIONS_INIT;
    options.read_only = 7;
    annexa_pool* made = nullptr;
    CHECK(annexa_pool_create(0, &options, &made, nullptr) == ANNEXA_E_USAGE);
    CHECK(made == nullptr);
    annexa_pool_close(nullptr);
  }
}
