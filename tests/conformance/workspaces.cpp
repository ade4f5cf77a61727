// A workspace in the store.
#include <annexa/workspace/workspace.hpp>

#include <array>

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

constexpr std::array workspace_cases{ConformanceCase{"a workspace lives in the journal", carries_workspaces}};

}  // namespace

std::span<ConformanceCase const> cases_of_workspaces() { return workspace_cases; }

}  // namespace annexa::testing
