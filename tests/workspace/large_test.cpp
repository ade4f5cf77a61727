// Commands whose events are large.
#include <annexa/audit/propose_programme.hpp>
#include <annexa/command/planning.hpp>
#include <annexa/workspace/workspace.hpp>

#include <doctest/doctest.h>
#include <boost/json.hpp>

#include "journal/sqlite_support.hpp"
#include "support/support.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

WorkspaceOptions fixed(char const* actor = "system") {
  WorkspaceOptions options;
  options.environment = reproducible_environment(Instant::parse("2026-03-01T09:00:00Z").value(), "42");
  options.actor = actor;
  return options;
}

Command from_json_text(std::string const& text) { return read_command(parse_json(text).value()).value(); }

// An organisation with so many sites, and somebody who may propose its programme.
std::vector<Command> sites(int count) {
  std::vector<Command> commands{
      from_json_text(R"({"command":"person.add","person":"mia","name":"Mia Manager"})"),
      from_json_text(R"({"command":"role.grant","person":"mia","role":"programme-manager","from":"2026-01-01"})")};
  for (int i = 1; i <= count; ++i)
    commands.push_back(from_json_text(R"({"command":"unit.add","unit":"U-)" + std::to_string(i) +
                                      R"(","name":"Branch )" + std::to_string(i) +
                                      R"(","kind":"site","importance":3})"));
  return commands;
}

Command proposal_for(State const& state) {
  auto request = programme_request(state, Date::parse("2026-04-01").value());
  request.parameters.iterations = 1000;  // how good it is matters to other tests
  return programme_command(propose_programme(request).value());
}

// A store as a host may have it, that keeps no blobs.
class Small final : public Store {
 public:
  result<Head> head() override { return inner_->head(); }
  result<Head> append(std::uint64_t size, std::span<EncodedEvent const> events, std::span<Hash const> erase) override {
    for (auto const& each : events)
      if (each.blob) return Error(Rule{"journal.event-too-large", "It is too large.", "", ErrorKind::usage}, "");
    return inner_->append(size, events, erase);
  }
  result<std::uint64_t> read(std::uint64_t from, std::uint64_t limit, EventVisitor const& visit) override {
    return inner_->read(from, limit, visit);
  }
  result<std::optional<std::uint64_t>> find(Uuid const& id) override { return inner_->find(id); }
  result<std::optional<PersonalText>> personal(Hash const& hash) override { return inner_->personal(hash); }
  result<bool> erase_personal(Hash const& hash) override { return inner_->erase_personal(hash); }
  result<std::vector<Violation>> check(std::function<bool()> const& proceed) override { return inner_->check(proceed); }

 private:
  std::unique_ptr<Store> inner_ = memory_store(tenant());
};

}  // namespace

TEST_SUITE("workspace/large") {
  TEST_CASE("a programme of a thousand units is recorded, and is the same when the workspace is opened again") {
    TemporaryFolder const folder;
    auto const path = (folder / "acme.annexa").string();
    std::string state;
    Hash blob;
    {
      auto made = Workspace::create_file(path, "Acme", fixed("mia"));
      REQUIRE(made.has_value());
      auto first = sites(1000);
      for (auto& each : first) each.envelope.actor = Key<"person">::parse("system").value();
      auto const prepared = made->apply(first);
      REQUIRE_MESSAGE(prepared.has_value(), prepared.error().text());
      auto const proposed = made->apply(proposal_for(*made->state()));
      REQUIRE_MESSAGE(proposed.has_value(), proposed.error().text());
      auto const event = made->events(proposed->events.front().position, 1).value().front();
      auto const reference = blob_reference(parse_json(event.bytes).value().at("data"));
      REQUIRE(reference);
      CHECK(reference->size > event_limit);
      blob = reference->sha256;
      CHECK(made->blob(blob).value()->size() == reference->size);
      CHECK(made->verify().value().ok());
      state = canonical_json(write_state(*made->state())).value();
      auto const copy = (folder / "copy.annexa").string();
      REQUIRE(made->back_up(copy).has_value());
      CHECK(Workspace::open_file(copy, OpenMode::read_only)->blob(blob).value());
    }
    auto const again = Workspace::open_file(path, OpenMode::read_only).value();
    CHECK(canonical_json(write_state(*again.state())).value() == state);
    CHECK(again.state()->all<Programme>().size() == 1);
    RawSqlite(path).tamper("UPDATE blob SET bytes = x'7b7d'");
    CHECK(unless_refused(again.blob(blob), ErrorKind::integrity, "journal.changed-blob") == "");
    CHECK(again.verify().value().problems.front().rule == "journal.changed-blob");
    auto const refused = Workspace::open_file(path, OpenMode::read_only);
    REQUIRE(refused.has_error());
    CHECK(refused.error().names("journal.changed-blob"));
  }

  TEST_CASE("a store that keeps no blobs refuses the command, and nothing is half done") {
    auto made = Workspace::create(std::make_unique<Small>(), "Acme", fixed("mia")).value();
    auto first = sites(1000);
    for (auto& each : first) each.envelope.actor = Key<"person">::parse("system").value();
    REQUIRE(made.apply(first).has_value());
    auto const size = made.state()->size;
    CHECK(made.apply(proposal_for(*made.state())).error().names("journal.event-too-large"));
    CHECK(made.state()->size == size);
    CHECK(made.verify().value().ok());
  }

  TEST_CASE("texts about a person inside of a blob are erased like any other") {
    TemporaryFolder const folder;
    auto const path = (folder / "acme.annexa").string();
    {
      auto made = Workspace::create_file(path, "Acme", fixed()).value();
      std::string const long_text(100'000, 'x');
      REQUIRE(
          made.apply(from_json_text(R"({"command":"person.add","person":"anna","name":"Anna Audit"})")).has_value());
      REQUIRE(made.apply(from_json_text(
                             R"({"command":"role.grant","person":"anna","role":"isms-manager","from":"2026-01-01"})"))
                  .has_value());
      auto const said = made.apply(from_json_text(
          R"({"command":"feedback.record","feedback":"FB-1","title":"Slow","kind":"complaint","received_on":"2026-02-01",)"
          R"("statement":"Bertram Mayer waited for an hour","answer":")" +
          long_text + R"("})"));
      REQUIRE_MESSAGE(said.has_value(), said.error().text());
      REQUIRE(blob_reference(
          parse_json(made.events(said->events.front().position, 1).value().front().bytes).value().at("data")));
      auto order =
          from_json_text(R"({"command":"personal-data.erase","subject":"feedback:FB-1","reason":"Asked for it"})");
      order.envelope.actor = Key<"person">::parse("anna").value();
      auto const erased = made.apply(order);
      REQUIRE_MESSAGE(erased.has_value(), erased.error().text());
      CHECK(made.verify().value().ok());
    }
    CHECK(bytes_of(path).find("Bertram Mayer") == std::string::npos);
    CHECK(Workspace::open_file(path).has_value());
  }
}
