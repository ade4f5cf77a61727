#include <annexa/workspace/pool.hpp>

#include <boost/json.hpp>
#include <condition_variable>
#include <list>
#include <map>
#include <mutex>
#include <utility>

namespace annexa {
inline namespace v1 {

namespace {

// A state is measured anew when it has grown by so many events in a hundred.
constexpr std::uint64_t growth_percent = 2;

}  // namespace

struct WorkspacePool::Core : std::enable_shared_from_this<WorkspacePool::Core> {
  // A workspace, or, as long as it is empty, the promise of whoever is opening it.
  struct Entry {
    std::unique_ptr<Workspace> workspace;
    std::uint64_t users = 0;
    std::uint64_t memory = 0;
    std::uint64_t measured_size = 0;              // events of the state when it was measured
    std::list<std::string>::iterator place = {};  // in the list of those that are used, or of those that are not
  };
  using Entries = std::map<std::string, Entry>;

  Core(PoolOptions with, Open by) : options(std::move(with)), open(std::move(by)) {
    if (!open) open = [](auto const& where, auto mode, auto&& how) { return Workspace::open_file(where, mode, how); };
  }

  result<std::shared_ptr<Workspace>> lend(std::string const& where) {
    std::unique_lock lock(mutex);
    auto found = entries.find(where);
    while (found != entries.end() && !found->second.workspace) {
      changed.wait(lock);
      found = entries.find(where);
    }
    if (found == entries.end()) return lend_new(where, lock);
    take(found->second);
    lock.unlock();
    auto lent = pointer_to(found);
    auto const size = lent->refresh();
    if (!size) return size.error();
    return lent;
  }

  // @pre nobody has it. Others wait meanwhile, but only for this one.
  result<std::shared_ptr<Workspace>> lend_new(std::string const& where, std::unique_lock<std::mutex>& lock) {
    auto const promised = entries.emplace(where, Entry{}).first;
    promised->second.place = used.insert(used.end(), where);
    lock.unlock();
    Promise promise{*this, promised};
    auto opened = open(where, options.mode, options.workspace);
    if (!opened) return opened.error();
    auto made = std::make_unique<Workspace>(*std::move(opened));
    auto const state = made->state();
    auto const memory = memory_of(*state);
    lock.lock();
    auto& entry = promised->second;
    entry.workspace = std::move(made);
    entry.users = 1;
    entry.measured_size = state->size;
    entry.memory = memory;
    figures.memory += memory;
    ++figures.opened;
    ++figures.in_use;
    promise.kept = true;
    changed.notify_all();
    auto const closing = make_room();
    lock.unlock();  // before what has no room is closed, which takes its time
    return pointer_to(promised);
  }

  // Takes the promise back where opening was refused or threw.
  struct Promise {
    Core& core;
    Entries::iterator entry;
    bool kept = false;
    ~Promise() {
      if (kept) return;
      std::lock_guard const lock(core.mutex);
      core.used.erase(entry->second.place);
      core.entries.erase(entry);
      core.changed.notify_all();
    }
  };

  // Of an entry that was taken: it is given back where there is no memory for the pointer. @pre the mutex is not held.
  std::shared_ptr<Workspace> pointer_to(Entries::iterator entry) {
    return {entry->second.workspace.get(),
            [core = shared_from_this(), entry](Workspace*) noexcept { core->give_back(entry); }};
  }

  // @pre the mutex is held.
  void take(Entry& entry) {
    if (entry.users++ != 0) return;
    used.splice(used.end(), idle, entry.place);
    ++figures.in_use;
  }

  void give_back(Entries::iterator entry) noexcept {
    auto& known = entry->second;
    auto const memory = measured(known);
    Entries closing;  // goes after the lock
    std::lock_guard const lock(mutex);
    figures.memory += memory - known.memory;
    known.memory = memory;
    if (--known.users == 0) {
      idle.splice(idle.begin(), used, known.place);
      --figures.in_use;
    }
    closing = make_room();
  }

  // What the state takes. A large one is not looked through for each event that comes.
  std::uint64_t measured(Entry& entry) noexcept {
    auto const state = entry.workspace->state();
    {
      std::lock_guard const lock(mutex);
      auto const grown = state->size - std::min(state->size, entry.measured_size);
      if (grown * 100 <= state->size * growth_percent) return entry.memory;
      entry.measured_size = state->size;
    }
    return memory_of(*state);
  }

  // Takes out what nobody uses until the rest fits. @pre the mutex is held.
  Entries make_room() {
    Entries closing;
    while (figures.memory > options.max_memory && !idle.empty()) {
      auto const last = entries.find(idle.back());
      idle.pop_back();
      figures.memory -= last->second.memory;
      ++figures.let_go;
      closing.insert(entries.extract(last));
    }
    return closing;
  }

  PoolOptions const options;
  Open open;
  std::mutex mutex;
  std::condition_variable changed;
  Entries entries;
  std::list<std::string> used;  // keys of entries that somebody uses
  std::list<std::string> idle;  // of those that nobody does, the one that was given back last first
  PoolFigures figures;
};

WorkspacePool::WorkspacePool(PoolOptions options, Open open)
    : core_(std::make_shared<Core>(std::move(options), std::move(open))) {}

result<std::shared_ptr<Workspace>> WorkspacePool::lend(std::string const& where) { return core_->lend(where); }

PoolFigures WorkspacePool::figures() const {
  std::lock_guard const lock(core_->mutex);
  auto out = core_->figures;
  out.open = core_->entries.size();
  return out;
}

boost::json::value write_figures(PoolFigures const& figures) {
  return boost::json::object{{"open", figures.open},
                             {"in_use", figures.in_use},
                             {"memory", figures.memory},
                             {"opened", figures.opened},
                             {"let_go", figures.let_go}};
}

}  // namespace v1
}  // namespace annexa
