// The state that a store keeps: the same as all events fold to, or thrown away.
#include <annexa/command/state_bytes.hpp>
#include <annexa/workspace/workspace.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <boost/json.hpp>

#include "journal/faulty_vfs.hpp"
#include "journal/sqlite_support.hpp"
#include "support/example.hpp"
#include "support/support.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

// Keeps a snapshot whenever it is closed; or never, and uses none.
WorkspaceOptions keeping(std::vector<std::string>* log = nullptr) {
  WorkspaceOptions options;
  options.environment = reproducible_environment(Instant::parse("2026-03-01T09:00:00Z").value(), "42");
  options.snapshots.least = 1;
  options.snapshots.percent = 0;
  if (log) options.environment.log = [log](LogLevel, std::string_view line) { log->emplace_back(line); };
  return options;
}
WorkspaceOptions folding_all() {
  auto options = keeping();
  options.snapshots.use = options.snapshots.on_close = false;
  return options;
}

std::string bytes_of_state(State const& state) {
  return canonical_json(write_state(state)).value() + ' ' + to_string(state.latest);
}
std::string folded(std::string const& path) {
  return bytes_of_state(*Workspace::open_file(path, OpenMode::read_only, folding_all()).value().state());
}

// What a workspace opens to, and how many events it read for that: none where a snapshot told all.
struct OpenedState {
  std::string state;
  std::uint64_t read = 0;
};

class Counting final : public Store {
 public:
  Counting(std::unique_ptr<Store> inner, std::uint64_t& read) : inner_(std::move(inner)), read_(read) {}
  result<Head> head() override { return inner_->head(); }
  result<Head> append(std::uint64_t size, std::span<EncodedEvent const> events, std::span<Hash const> erase) override {
    return inner_->append(size, events, erase);
  }
  result<std::uint64_t> read(std::uint64_t from, std::uint64_t limit, EventVisitor const& visit) override {
    auto const count = inner_->read(from, limit, visit);
    if (count) read_ += *count;
    return count;
  }
  result<std::optional<std::uint64_t>> find(Uuid const& id) override { return inner_->find(id); }
  result<std::optional<PersonalText>> personal(Hash const& hash) override { return inner_->personal(hash); }
  bool keeps_blobs() const noexcept override { return inner_->keeps_blobs(); }
  result<std::optional<std::string>> blob(Hash const& hash) override { return inner_->blob(hash); }
  result<std::vector<Hash>> subtrees(int level, std::uint64_t from, std::uint64_t count) override {
    return inner_->subtrees(level, from, count);
  }
  result<bool> read_snapshot(std::function<bool(SnapshotHead const&)> const& wanted,
                             SnapshotVisitor const& visit) override {
    return inner_->read_snapshot(wanted, visit);
  }
  result<bool> keep_snapshot(SnapshotHead const& head, SnapshotSource const& next) override {
    return inner_->keep_snapshot(head, next);
  }
  result<bool> erase_personal(Hash const& hash) override { return inner_->erase_personal(hash); }
  result<std::vector<Violation>> check(std::function<bool()> const& proceed) override { return inner_->check(proceed); }

 private:
  std::unique_ptr<Store> inner_;
  std::uint64_t& read_;
};

OpenedState opened(std::string const& path) {
  OpenedState out;
  auto store = std::make_unique<Counting>(sqlite_store(path, OpenMode::read_only).value(), out.read);
  auto const workspace = Workspace::open(std::move(store), keeping());
  out.state = workspace ? bytes_of_state(*workspace->state()) : workspace.error().text();
  return out;
}

Command command_of(std::string const& text) { return read_command(parse_json(text).value()).value(); }

std::vector<Command> some_records(int from, int count) {
  std::vector<Command> commands;
  for (int i = from; i < from + count; ++i) {
    auto const number = std::to_string(i);
    commands.push_back(command_of(R"({"command":"person.add","person":"P-)" + number + R"(","name":"Person )" + number +
                                  R"(","mail":"p)" + number + R"(@acme.example"})"));
    commands.push_back(command_of(R"({"command":"asset.add","asset":"AS-)" + number + R"(","name":"Größe )" + number +
                                  R"(","kind":"hardware","owner":"P-)" + number + R"(","custom":{"x:n":)" + number +
                                  R"(,"x:l":["a",1,true],"x:t":"é"},"external_ids":[{"system":"cmdb","id":")" + number +
                                  R"("}]})"));
  }
  return commands;
}

std::string workspace_with_snapshot(TemporaryFolder const& folder) {
  auto const path = (folder / "acme.annexa").string();
  auto made = Workspace::create_file(path, "Acme", keeping()).value();
  if (auto const done = made.apply(some_records(1, 300)); !done) throw Refused(done.error());
  return path;
}

// The example's year as a store takes it, and what it comes to.
struct Year {
  State state;
  std::vector<EncodedEvent> events;
};
Year whole_year() {
  Year year;
  year.state.workspace = tenant();
  auto const take = [&](std::vector<Command> const& commands) {
    for (auto const& command : commands) {
      auto decided = decide(year.state, command, example_context()).value();
      for (auto const& each : decided.events) year.events.push_back(encode(each, tenant()).value());
      year.state = std::move(decided.state);
    }
  };
  take(example_commands("setup.json"));
  take(example_table_commands());
  take(example_commands("programme.json"));
  take(example_commands("cycle.json"));
  return year;
}

std::string first_of(std::string const& path, char const* sql) { return RawSqlite(path).run(sql).front(); }

}  // namespace

TEST_SUITE("workspace/snapshot") {
  TEST_CASE("a workspace is opened from the state that was kept when it was closed, with the events behind it") {
    TemporaryFolder const folder;
    auto const path = workspace_with_snapshot(folder);
    auto const first = opened(path);
    CHECK(first.read == 0);
    CHECK(first.state == folded(path));
    {
      auto options = keeping();
      options.snapshots.on_close = false;
      auto more = Workspace::open_file(path, OpenMode::open, options).value();
      REQUIRE(more.apply(some_records(400, 5)).has_value());
      CHECK(more.state()->holders(*find_noun("asset"), {"cmdb", "17"}).size() == 1);
    }
    auto const later = opened(path);
    CHECK(later.read == 10);
    CHECK(later.state == folded(path));
    CHECK(Workspace::open_file(path).value().verify().value().ok());
  }

  TEST_CASE("a whole audit year is the same from a snapshot at any size as from all events") {
    auto const [state, year] = whole_year();
    auto const whole = bytes_of_state(state);
    CHECK(rc::check("the same bytes", [&, &year = year] {
      TemporaryFolder const folder;
      auto const path = (folder / "acme.annexa").string();
      auto const at = *rc::gen::inRange<std::size_t>(1, year.size() + 1);
      {
        auto store = sqlite_store(path, OpenMode::create, {.tenant = tenant()}).value();
        RC_ASSERT(store->append(0, std::span(year).first(at)).has_value());
        RC_ASSERT(Workspace::open(std::move(store), keeping()).has_value());
      }
      RC_ASSERT(sqlite_store(path, OpenMode::open).value()->append(at, std::span(year).subspan(at)).has_value());
      auto const found = opened(path);
      RC_ASSERT(found.read == year.size() - at);
      RC_ASSERT(found.state == folded(path));
      RC_ASSERT(found.state == whole);
    }));
  }

  TEST_CASE("no personal text stands in it, so an erasure leaves none behind") {
    TemporaryFolder const folder;
    auto const path = workspace_with_snapshot(folder);
    for (auto const& part : RawSqlite(path).run("SELECT bytes FROM snapshot_part")) {
      CHECK(part.find("Größe 17") != std::string::npos);
      CHECK(part.find("Person 17") == std::string::npos);
    }
    {
      auto const store = sqlite_store(path, OpenMode::open).value();
      auto const event = decode(all_events(*store)[1].bytes, store->head().value().tenant).value();
      auto const commitment = Hash::parse(event.data->at("set").at("name").at("commitment").as_string()).value();
      REQUIRE(store->erase_personal(commitment).value());
    }
    CHECK(bytes_of(path).find("Person 1\"") == std::string::npos);
    auto const after = opened(path);
    CHECK(after.read == 0);
    CHECK(after.state == folded(path));
    CHECK(after.state.find("commitment") != std::string::npos);
  }

  TEST_CASE("a snapshot that is damaged, cut short, of another form or another journal is passed over") {
    for (auto const* harm :
         {"UPDATE snapshot SET form = x'6f6c64'", "UPDATE snapshot SET size = size - 1",
          "UPDATE snapshot SET size = 100000", "UPDATE snapshot SET size = 0",
          "UPDATE snapshot SET root = zeroblob(32)", "UPDATE snapshot SET generation = 77",
          "UPDATE snapshot_part SET bytes = substr(bytes, 1, length(bytes) - 1)",
          "UPDATE snapshot_part SET bytes = x''", "UPDATE snapshot_part SET number = 1",
          "UPDATE snapshot_part SET bytes = CAST(substr(bytes, 1, 40) || x'ff' || substr(bytes, 42) AS BLOB)",
          "DELETE FROM snapshot_part", "DELETE FROM snapshot", "UPDATE subtree SET hash = zeroblob(32)"}) {
      CAPTURE(harm);
      TemporaryFolder const folder;
      auto const path = workspace_with_snapshot(folder);
      auto const before = folded(path);
      RawSqlite(path).tamper(harm);
      auto const found = opened(path);
      CHECK(found.state == before);
      CHECK(found.read == 601);
      { auto const healed = Workspace::open_file(path, OpenMode::open, keeping()).value(); }
      if (std::string_view(harm).find("subtree") == std::string_view::npos &&
          std::string_view(harm).find("100000") == std::string_view::npos)
        CHECK(opened(path).read == 0);
    }
  }

  TEST_CASE("a forged state is found by verification, and replaced by opening without it") {
    TemporaryFolder const folder;
    auto const path = workspace_with_snapshot(folder);
    auto const before = folded(path);
    {  // somebody with rights to the file, who knows how it is made
      auto const store = sqlite_store(path, OpenMode::open).value();
      auto const truth = Workspace::open_file(path, OpenMode::read_only, folding_all()).value();
      auto forged = std::make_shared<State>(*truth.state());
      auto const& noun = *find_noun("asset");
      auto asset = *forged->find<Asset>("AS-1");
      asset.name = "Forged";
      forged->put(noun, {"AS-1", std::make_shared<Asset>(asset), 1});
      std::vector<std::string> parts;
      SnapshotHead head;
      REQUIRE(store
                  ->read_snapshot(
                      [&](SnapshotHead const& each) {
                        head = each;
                        return true;
                      },
                      [](std::string_view) { return true; })
                  .value());
      StateWriter writer(forged, [](Personal const& text) { return commitment_to(text.salt(), *text.value()); });
      std::uint64_t number = 0;
      REQUIRE(store
                  ->keep_snapshot(head,
                                  [&]() -> std::optional<std::string> {
                                    auto const part = writer.next();
                                    if (!part) return {};
                                    auto const place = head.form + '\n' + std::to_string(head.size) + '\n' +
                                                       std::to_string(number++) + '\n';
                                    auto const digest = Sha256().add(place).add(head.root).add(*part).finish();
                                    return std::string(digest.bytes.begin(), digest.bytes.end()) + *part;
                                  })
                  .value());
    }
    auto workspace = Workspace::open_file(path, OpenMode::read_only).value();
    CHECK(workspace.state()->find<Asset>("AS-1")->name == "Forged");
    auto const report = workspace.verify().value();
    REQUIRE(report.problems.size() == 1);
    CHECK(report.problems.front().rule == "workspace.snapshot");
    CHECK(workspace.verify({.contents = false}).value().ok());
    {
      auto options = keeping();
      options.snapshots.use = false;
      auto const healed = Workspace::open_file(path, OpenMode::open, options).value();
    }
    CHECK(opened(path).state == before);
    CHECK(Workspace::open_file(path).value().verify().value().ok());
  }

  TEST_CASE("when it is due is a policy, and whoever may only read writes nothing") {
    TemporaryFolder const folder;
    auto const path = (folder / "acme.annexa").string();
    std::vector<std::string> log;
    auto const written = [&] {
      return std::ranges::count_if(log, [](auto const& line) { return line.find("workspace.snapshot") != line.npos; });
    };
    auto options = keeping(&log);
    options.snapshots.while_open = true;
    options.snapshots.least = 100;
    options.snapshots.percent = 50;
    {
      auto made = Workspace::create_file(path, "Acme", options).value();
      REQUIRE(made.apply(some_records(1, 40)).has_value());
      CHECK(written() == 0);
      REQUIRE(made.apply(some_records(41, 20)).has_value());
      CHECK(written() == 1);  // 121 events
      REQUIRE(made.apply(some_records(61, 51)).has_value());
      CHECK(written() == 1);  // 102 more are less than half of 223
      REQUIRE(made.apply(some_records(112, 20)).has_value());
      CHECK(written() == 2);
      CHECK(made.keep_snapshot().value());
      CHECK(written() == 3);
    }
    CHECK(written() == 3);
    CHECK(first_of(path, "SELECT count(DISTINCT generation) FROM snapshot_part") == "1");
    RawSqlite(path).run("DELETE FROM snapshot");
    auto const before = bytes_of(path);
    {
      auto reading = Workspace::open_file(path, OpenMode::read_only, keeping(&log)).value();
      CHECK_FALSE(reading.keep_snapshot().value());
    }
    CHECK(bytes_of(path) == before);
    CHECK(written() == 3);
  }

  TEST_CASE("whichever call to the disk fails while it is written, the workspace opens to the same state") {
    TemporaryFolder const folder;
    auto const path = workspace_with_snapshot(folder);
    auto const before = bytes_of(path);
    auto const state = folded(path);
    auto const vfs = faulty_vfs();
    int points = 0;
    for (int at = 1, failed = 1; failed != 0; ++at, ++points) {
      CAPTURE(at);
      write_file(path, before);
      std::filesystem::remove(path + "-journal");
      {
        auto workspace = Workspace::open(sqlite_store(path, OpenMode::open, {.vfs = vfs}).value(), keeping()).value();
        faults = {.fail_at = at, .sticky = true};
        auto const kept = workspace.keep_snapshot();
        failed = faults.failed;
        if (failed != 0 && kept) CHECK_FALSE(failed == 0);
      }
      faults = {};
      CHECK(Workspace::open_file(path).has_value());
      CHECK(opened(path).state == state);
    }
    CHECK(points > 10);
  }

  TEST_CASE("hostile bytes are refused wherever they end or whatever they say") {
    StateWriter writer(std::make_shared<State const>(example_year().state),
                       [](Personal const& text) { return commitment_to(text.salt(), *text.value()); });
    std::vector<std::string> parts;
    while (auto part = writer.next()) parts.push_back(*std::move(part));
    REQUIRE(parts.size() == 1);
    auto const nothing = [](std::span<Hash const> hashes) -> result<std::vector<Personal>> {
      std::vector<Personal> out;
      for (auto const& each : hashes) out.push_back(Personal::erased(each));
      return out;
    };
    {
      StateReader reader(nothing);
      CHECK(unless_refused(std::move(reader).finish(), ErrorKind::integrity, "state.bytes") == "");
    }
    CHECK(rc::check("cut or changed", [&] {
      auto bytes = parts.front();
      bytes.resize(*rc::gen::inRange<std::size_t>(0, bytes.size()));
      StateReader cut(nothing);
      if (cut.add(bytes)) RC_ASSERT(std::move(cut).finish().has_value());  // it ended with a whole record
      bytes = parts.front();
      bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] = *rc::gen::arbitrary<char>();
      StateReader changed(nothing);
      if (changed.add(bytes)) static_cast<void>(std::move(changed).finish());
    }));
    StateReader twice(nothing);
    REQUIRE(twice.add(parts.front()).has_value());
    CHECK(unless_refused(twice.add(parts.front()), ErrorKind::integrity, "state.bytes") == "");
  }
}
