#pragma once
/// @file
/// The workspaces of many tenants in one process: those that nobody uses are kept as long as there is room.

#include <annexa/workspace/workspace.hpp>

#include <boost/json/fwd.hpp>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace annexa {
inline namespace v1 {

/// How a pool opens workspaces, and how much it keeps.
struct PoolOptions {
  /// Most bytes of memory that states may take together, as memory_of() tells. What is in use is never let go, so that
  /// alone may take more; of what nobody uses, those used longest ago go first. 0 keeps nothing that is not in use.
  std::size_t max_memory = std::size_t{256} << 20U;
  OpenMode mode = OpenMode::open;   ///< How workspaces are opened. A pool makes none.
  WorkspaceOptions workspace = {};  ///< How workspaces are opened.
};

/// What a pool holds at one moment, and what it did so far.
struct PoolFigures {
  std::uint64_t open = 0;    ///< Workspaces.
  std::uint64_t in_use = 0;  ///< Of these: lent, and not given back.
  std::uint64_t memory = 0;  ///< Bytes of their states, those in use as they were when they were lent.
  std::uint64_t opened = 0;  ///< How often one was opened.
  std::uint64_t let_go = 0;  ///< How often one was closed for want of room.
  friend bool operator==(PoolFigures const&, PoolFigures const&) = default;
};

/// The figures as `{"open","in_use","memory","opened","let_go"}`.
[[nodiscard]] boost::json::value write_figures(PoolFigures const& figures);

/// Workspaces by where they are, for a host that serves many tenants.
///
/// Each workspace is open once, whoever asks for it; those who use it at the same time share it. One that is let go is
/// closed, with its state written into the store where that is due (SnapshotPolicy), and opened again when it is
/// wanted. With journals on a server the connections are bounded besides (PostgresOptions::connections).
/// @par Threads
/// Any thread may call. Who wants a workspace that another thread is opening waits for that.
class WorkspacePool {
 public:
  /// Opens a workspace; where none is given, Workspace::open_file().
  using Open = std::function<result<Workspace>(std::string const& where, OpenMode mode, WorkspaceOptions options)>;

  /// An empty pool. @param open  may be empty.
  explicit WorkspacePool(PoolOptions options = {}, Open open = {});

  /// Lends a workspace, up to date with its journal. It is given back when the last copy of the pointer goes, which may
  /// be after the pool went.
  /// @param where  a path, or a URL with its tenant: the text as it is tells workspaces apart.
  /// @return it; or what opening it or reading its journal is refused for.
  [[nodiscard]] result<std::shared_ptr<Workspace>> lend(std::string const& where);

  /// What it holds now.
  [[nodiscard]] PoolFigures figures() const;

 private:
  struct Core;
  std::shared_ptr<Core> core_;
};

}  // namespace v1
}  // namespace annexa
