#pragma once
// A workspace as a caller of the C interface holds it.

#include <annexa/workspace/pool.hpp>
#include <annexa/workspace/workspace.hpp>

#include <memory>
#include <utility>

#include "handles.hpp"
#include "rules.hpp"
#include "structs.hpp"

namespace annexa::capi {

// A workspace under a handle: its own, or one that a pool lends to it and maybe to others.
struct OpenWorkspace {
  std::shared_ptr<Workspace> workspace;
};

template <>
struct Handled<annexa_workspace> {
  using Object = OpenWorkspace;
  static constexpr HandleType type = HandleType::workspace;
};

template <>
struct Handled<annexa_pool> {
  using Object = WorkspacePool;
  static constexpr HandleType type = HandleType::pool;
};

// What a call does with its workspace.
enum class Access : bool { reading, writing };

// Marks a workspace as in use by this thread, so that a callback that comes back to it is refused and does not wait for
// itself: any call inside one that writes, and a call that writes inside any other.
class Use {
 public:
  Use(Workspace const& workspace, Access access) noexcept;
  ~Use();
  Use(Use const&) = delete;
  Use& operator=(Use const&) = delete;
  [[nodiscard]] bool is_refused() const noexcept;

 private:
  Workspace const* workspace_;
  Access access_;
  Use const* outer_;
};

// Runs @p body, a result<void>(Workspace&), on the workspace under @p handle.
template <class Body>
[[nodiscard]] result<void> with_workspace(annexa_workspace* handle, Access access, Body&& body) {
  auto const open = find(handle);
  if (!open) return Error(rules::handle, "", {{"argument", "workspace"}, {"wanted", "workspace"}});
  Use const use(*open->workspace, access);
  if (use.is_refused()) return Error(rules::busy, "");
  return std::forward<Body>(body)(*open->workspace);
}

}  // namespace annexa::capi
