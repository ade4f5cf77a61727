// A workspace in the store.
#include <annexa/workspace/workspace.hpp>

#include <array>
#include <boost/json.hpp>

#include "case.hpp"

namespace annexa::testing {
namespace {

void carries_workspaces(StoreKind const& kind) {
  WorkspaceOptions options;
  options.environment = reproducible_environment(Instant::parse("2026-03-01T09:00:00Z").value(), "27");
  auto workspace = Workspace::create(kind.make().value(), "Acme", options).value();
  need_equal(workspace.state()->workspace, tenant(), "the workspace of the state");
  auto const events = workspace.events(0, 100).value();
  need_equal(events.size(), workspace.state()->size, "events of a workspace");
  need(workspace.verify().value().ok(), "a workspace in the store does not verify");
  if (!kind.open_again) return;
  auto const again = Workspace::open(kind.open_again(OpenMode::read_only).value()).value();
  need_equal(again.root(), workspace.root(), "the root of the workspace opened again");
}

std::string told(Workspace const& workspace) { return canonical_json(write_state(*workspace.state())).value(); }

void opens_from_what_it_keeps(StoreKind const& kind) {
  WorkspaceOptions options;
  options.environment = reproducible_environment(Instant::parse("2026-03-01T09:00:00Z").value(), "27");
  options.snapshots.least = 1;
  options.snapshots.percent = 0;
  std::string state;
  std::uint64_t size = 0;
  {
    auto workspace = Workspace::create(kind.make().value(), "Acme", options).value();
    std::vector<Command> commands;
    for (int i = 0; i < 300; ++i) {
      Person person;
      person.name = "Person " + std::to_string(i);
      commands.push_back(Command::of("person.add", std::move(person)));
    }
    need(workspace.apply(commands).has_value(), "commands are refused");
    state = told(workspace);
    size = workspace.state()->size;
  }
  for (bool const use : {true, false}) {
    options.snapshots.use = use;
    auto const again = Workspace::open(kind.open_again(OpenMode::read_only).value(), options).value();
    need(told(again) == state, use ? "the state that was kept is another" : "the events fold to another state");
    if (auto const kept = again.snapshot_size(); kept != 0) need_equal(kept, size, "events of the snapshot");
    need(again.verify().value().ok(), "a workspace with a snapshot does not verify");
  }
}

constexpr std::array workspace_cases{
    ConformanceCase{"a workspace lives in the journal", carries_workspaces},
    ConformanceCase{"a workspace opens to the same state from a snapshot and from all events", opens_from_what_it_keeps,
                    true},
};

}  // namespace

std::span<ConformanceCase const> cases_of_workspaces() { return workspace_cases; }

}  // namespace annexa::testing
