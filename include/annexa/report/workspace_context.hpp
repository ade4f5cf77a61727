#pragma once
/// @file
/// What reports of a workspace are made of: its state, and the journal that the state is folded from.

#include <annexa/report/report_context.hpp>
#include <annexa/workspace/workspace.hpp>

#include <memory>

namespace annexa {
inline namespace v1 {
namespace report {

/// The state of @p workspace; fills root, size and time of @p context for just this state, though others may write
/// meanwhile.
[[nodiscard]] inline std::shared_ptr<State const> state_for(Workspace const& workspace, ReportContext& context) {
  for (;;) {
    auto state = workspace.state();
    context.journal_root = workspace.root();
    if (workspace.state() != state) continue;
    context.journal_size = state->size;
    context.generated_at = workspace.now();
    return state;
  }
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
