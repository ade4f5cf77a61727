#include <annexa/workspace/workspace.hpp>

#include <array>
#include <atomic>
#include <boost/json.hpp>
#include <cstddef>

#include "arguments.hpp"
#include "buf.hpp"
#include "guard.hpp"
#include "host_store.hpp"
#include "open_workspace.hpp"

namespace annexa::capi {

namespace {

thread_local Use const* innermost = nullptr;

constexpr std::size_t options_first = offsetof(annexa_workspace_options, write_ahead);  // size in the first version

// Follows the reading of a journal while a workspace is opened. The workspace keeps the function for good; the task
// lives no longer than the call.
struct Follower {
  std::atomic<Task*> task{nullptr};
};

struct Opening {
  WorkspaceOptions options;
  OpenMode mode = OpenMode::open;
  std::shared_ptr<Follower> follower = std::make_shared<Follower>();
};

result<std::optional<Instant>> read_instant(Text const& text) {
  auto const name = read_name(text);
  if (!name) return name.error();
  if (name->empty()) return std::optional<Instant>{};
  auto const instant = Instant::parse(*name);
  if (instant) return std::optional<Instant>(*instant);
  return Error(rules::value, "",
               {{"argument", text.name},
                {"found", '"' + std::string(*name) + '"'},
                {"wanted", annexa::detail::expectation(instant.error())}});
}

result<Opening> read_options(annexa_workspace_options const* given) {
  auto const said = read_struct(given, options_first, "options");
  if (!said) return said.error();
  auto environment = read_environment(said->env);
  auto const flag = need_flag(said->read_only, "options.read_only");
  auto const ahead = need_flag(said->write_ahead, "options.write_ahead");
  auto const fold_all = need_flag(said->fold_all, "options.fold_all");
  auto const actor = read_name({said->actor.data, said->actor.size, "options.actor"});
  auto const at = read_instant({said->at.data, said->at.size, "options.at"});
  auto const seed = read_name({said->seed.data, said->seed.size, "options.seed"});
  if (auto const refusal = refusal_of(environment, flag, ahead, fold_all, actor, at, seed)) return *refusal;
  Opening opening;
  opening.options.environment = *std::move(environment);
  make_reproducible(opening.options.environment, *at, std::string(*seed));
  if (!actor->empty()) opening.options.actor = *actor;
  if (said->read_only != 0) opening.mode = OpenMode::read_only;
  if (said->write_ahead != 0) opening.options.journal = SqliteJournal::write_ahead;
  opening.options.snapshots.use = said->fold_all == 0;
  opening.options.progress = [follower = opening.follower](std::uint64_t done, std::uint64_t total) {
    auto* const task = follower->task.load();
    return !task || task->proceed(done, total);
  };
  return opening;
}

result<Opening> read_options_to_create(annexa_workspace_options const* given) {
  auto opening = read_options(given);
  if (opening && opening->mode == OpenMode::read_only)
    return Error(rules::value, "",
                 {{"argument", "options.read_only"}, {"found", "1"}, {"wanted", "0 for a new workspace"}});
  return opening;
}

result<annexa_store_ops> read_ops(annexa_store_ops const* given) {
  if (!given) return Error(rules::null, "", {{"argument", "ops"}});
  auto const ops = read_struct(given, sizeof(annexa_store_ops), "ops");
  if (!ops) return ops;
  std::pair<char const*, bool> const needed[] = {
      {"ops.head", ops->head != nullptr},       {"ops.append", ops->append != nullptr},
      {"ops.read", ops->read != nullptr},       {"ops.find", ops->find != nullptr},
      {"ops.version", ops->version != nullptr}, {"ops.personal", ops->personal != nullptr},
      {"ops.erase", ops->erase != nullptr},
  };
  Error errors;
  for (auto const& [name, there] : needed)
    if (!there) errors.add(rules::null, "", {{"argument", name}});
  if (!errors.empty()) return errors;
  return ops;
}

annexa_workspace* make_handle(std::shared_ptr<Workspace> workspace) {
  return issue<annexa_workspace>(std::make_shared<OpenWorkspace>(OpenWorkspace{std::move(workspace)}));
}
annexa_workspace* make_handle(Workspace&& workspace) {
  return make_handle(std::make_shared<Workspace>(std::move(workspace)));
}

result<Workspace> create_in_memory(std::string const& organization, WorkspaceOptions options) {
  std::array<unsigned char, 16> tenant{};
  options.environment.random({}, tenant);
  return Workspace::create(memory_store(Uuid::from_random(tenant)), organization, std::move(options));
}

// Opens by @p open, a result<Workspace>(OpenMode, WorkspaceOptions), while @p task follows.
template <class Open>
result<Workspace> open_followed(Opening&& opening, Task& task, Open const& open) {
  opening.follower->task = &task;
  result<Workspace> opened = open(opening.mode, std::move(opening.options));
  opening.follower->task = nullptr;
  if (!opened) return opened;
  auto const size = opened->state()->size;
  if (auto const done = task.step(size, size); !done) return done.error();
  return opened;
}

}  // namespace

Use::Use(Workspace const& workspace, Access access) noexcept
    : workspace_(&workspace), access_(access), outer_(innermost) {
  innermost = this;
}

Use::~Use() { innermost = outer_; }

bool Use::is_refused() const noexcept {
  for (auto const* use = outer_; use; use = use->outer_)
    if (use->workspace_ == workspace_ && (use->access_ == Access::writing || access_ == Access::writing)) return true;
  return false;
}

}  // namespace annexa::capi

using namespace annexa::capi;

annexa_status annexa_workspace_create(char const* path, size_t path_size, char const* organization,
                                      size_t organization_size, annexa_workspace_options const* options,
                                      annexa_workspace** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const where = read_name({path, path_size, "path"}, "the path of a new file");
    auto const name = read_name({organization, organization_size, "organization"}, "the name of the organisation");
    auto opening = read_options_to_create(options);
    if (auto const refusal = refusal_of(where, name, opening)) return *refusal;
    auto made = annexa::Workspace::create_file(std::string(*where), std::string(*name), std::move(opening->options));
    if (!made) return made.error();
    *out = make_handle(*std::move(made));
    return {};
  });
}

annexa_status annexa_workspace_create_in_memory(char const* organization, size_t organization_size,
                                                annexa_workspace_options const* options, annexa_workspace** out,
                                                annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const name = read_name({organization, organization_size, "organization"}, "the name of the organisation");
    auto opening = read_options_to_create(options);
    if (auto const refusal = refusal_of(name, opening)) return *refusal;
    auto made = create_in_memory(std::string(*name), std::move(opening->options));
    if (!made) return made.error();
    *out = make_handle(*std::move(made));
    return {};
  });
}

annexa_status annexa_workspace_open(char const* path, size_t path_size, annexa_workspace_options const* options,
                                    annexa_task const* task, annexa_workspace** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const where = read_name({path, path_size, "path"}, "the path of a workspace");
    auto opening = read_options(options);
    auto followed = Task::begin(task);
    if (auto const refusal = refusal_of(where, opening, followed)) return *refusal;
    auto opened = open_followed(*std::move(opening), *followed, [&](auto mode, auto&& with) {
      return annexa::Workspace::open_file(std::string(*where), mode, std::move(with));
    });
    if (!opened) return opened.error();
    *out = make_handle(*std::move(opened));
    return {};
  });
}

annexa_status annexa_workspace_create_in_store(annexa_store_ops const* ops, char const* organization,
                                               size_t organization_size, annexa_workspace_options const* options,
                                               annexa_workspace** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const storage = read_ops(ops);
    auto const name = read_name({organization, organization_size, "organization"}, "the name of the organisation");
    auto opening = read_options_to_create(options);
    if (auto const refusal = refusal_of(storage, name, opening)) return *refusal;
    auto const closing = std::make_shared<ClosingHost>();
    auto made = annexa::Workspace::create(host_store(*storage, false, closing), std::string(*name),
                                          std::move(opening->options));
    if (!made) return made.error();
    *out = make_handle(*std::move(made));
    closing->closes = true;
    return {};
  });
}

annexa_status annexa_workspace_open_in_store(annexa_store_ops const* ops, annexa_workspace_options const* options,
                                             annexa_task const* task, annexa_workspace** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const storage = read_ops(ops);
    auto opening = read_options(options);
    auto followed = Task::begin(task);
    if (auto const refusal = refusal_of(storage, opening, followed)) return *refusal;
    auto const closing = std::make_shared<ClosingHost>();
    auto opened = open_followed(*std::move(opening), *followed, [&](auto mode, auto&& with) {
      return annexa::Workspace::open(host_store(*storage, mode == annexa::OpenMode::read_only, closing),
                                     std::move(with));
    });
    if (!opened) return opened.error();
    *out = make_handle(*std::move(opened));
    closing->closes = true;
    return {};
  });
}

void annexa_workspace_close(annexa_workspace* workspace) {
  return otherwise([&] { end(workspace); });
}

annexa_status annexa_pool_create(uint64_t max_memory, annexa_workspace_options const* options, annexa_pool** out,
                                 annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto opening = read_options(options);
    if (!opening) return opening.error();
    *out = issue<annexa_pool>(std::make_shared<annexa::WorkspacePool>(
        annexa::PoolOptions{static_cast<std::size_t>(max_memory), opening->mode, std::move(opening->options)}));
    return {};
  });
}

annexa_status annexa_pool_open(annexa_pool* pool, char const* path, size_t path_size, annexa_workspace** out,
                               annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const found = find(pool);
    auto const where = read_name({path, path_size, "path"}, "the path of a workspace");
    if (!found) return annexa::Error(rules::handle, "", {{"argument", "pool"}, {"wanted", "pool"}});
    if (!where) return where.error();
    auto lent = found->lend(std::string(*where));
    if (!lent) return lent.error();
    *out = make_handle(*std::move(lent));
    return {};
  });
}

annexa_status annexa_pool_figures(annexa_pool* pool, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const found = find(pool);
    if (!found) return annexa::Error(rules::handle, "", {{"argument", "pool"}, {"wanted", "pool"}});
    *out = make_buffer(boost::json::serialize(annexa::write_figures(found->figures())));
    return {};
  });
}

void annexa_pool_close(annexa_pool* pool) {
  return otherwise([&] { end(pool); });
}
