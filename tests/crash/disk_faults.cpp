// Every call to the disk in every scenario fails once, and then for good: in each way in which disks fail. What was
// acknowledged stays, the refusal is one of storage, a failed sync ends the use of the store, and the file opens again.
//
//   annexa-disk-faults [ROUNDS] [SEED]   tries that many calls of each row, all if there are fewer
#include <unistd.h>
#include <filesystem>
#include <functional>

#include "journal/faulty_vfs.hpp"
#include "journal/raw_sqlite.hpp"
#include "journal/sqlite_support.hpp"
#include "rig.hpp"

namespace {

using namespace annexa;
using namespace annexa::testing;

constexpr int events_before = 20;
constexpr int small_events = 40;
constexpr int large_events = 50;

// The first are small; then come some that together are more than SQLite keeps in memory.
std::vector<EncodedEvent> const& script() {
  static auto const events = [] {
    auto out = journal_of(small_events);
    for (int i = 0; i < large_events; ++i)
      out.push_back(
          encoded(1000 + i, "large " + std::to_string(i), 1, R"({"text":")" + std::string(60'000, 'x') + "\"}"));
    return out;
  }();
  return events;
}
std::span<EncodedEvent const> part(std::size_t from, std::size_t count) {
  return std::span(script()).subspan(from, count);
}

// What a scenario was told.
struct Told {
  std::size_t least = 0;     // events acknowledged
  std::size_t most = 0;      // events that may be there
  bool erased = false;       // the first event's text
  bool copied = false;       // a backup
  bool may_be_none = false;  // the journal need not exist
  std::optional<Error> error = {};
};

struct Stage {
  std::string path;
  SqliteOptions options;
  [[nodiscard]] result<std::unique_ptr<Store>> open() const { return sqlite_store(path, OpenMode::open, options); }
};

// Whoever goes on after a failed sync must be refused; after another failure that is over, the store can be read.
void go_on(Store& store, Told& told, Error const& error) {
  told.error = error;
  // The failed sync of a copy ends only the copy.
  bool const failed_sync =
      error.names("store.failed-sync") && error.violations().front().where.ends_with("journal.annexa");
  if (!failed_sync && faults.sticky) return;
  auto const head = store.head();
  if (failed_sync ? head || !head.error().names("store.failed-sync") : !head) told.error = Error(ErrorKind::internal);
}

void append(Store& store, Told& told, std::size_t count, std::span<Hash const> erase = {}) {
  if (told.error) return;
  told.most = told.least + count;
  auto const head = store.append(told.least, part(told.least, count), erase);
  if (!head) return go_on(store, told, head.error());
  told.least = told.most;
  if (!erase.empty()) told.erased = true;
}

template <class Act>
Told opened(Stage const& stage, Act const& act) {
  Told told{events_before, events_before};
  auto const store = stage.open();
  if (store)
    act(**store, told);
  else
    told.error = store.error();
  return told;
}

Told create(Stage const& stage) {
  Told told{0, 0};
  std::filesystem::remove(stage.path);
  auto const store = sqlite_store(stage.path, OpenMode::create, stage.options);
  told.may_be_none = !store;
  if (!store) told.error = store.error();
  if (store) append(**store, told, 2);
  return told;
}

Told append_one(Stage const& stage) {
  return opened(stage, [](Store& store, Told& told) { append(store, told, 1); });
}

Told append_much(Stage const& stage) {
  return opened(stage, [](Store& store, Told& told) {
    append(store, told, small_events - events_before);
    append(store, told, large_events);
  });
}

Told erase(Stage const& stage) {
  return opened(stage, [](Store& store, Told& told) {
    auto const commitment = script()[0].personal[0].commitment;
    append(store, told, 1, std::span(&commitment, 1));
    auto const removed = store.erase_personal(script()[3].personal[0].commitment);
    if (!removed && !told.error) go_on(store, told, removed.error());
  });
}

// Opens what a program left that died while it wrote.
Told recover(Stage const& stage) { return append_one(stage); }

Told back_up(Stage const& stage) {
  return opened(stage, [&](Store& store, Told& told) {
    auto const copied = store.back_up(stage.path + ".copy", {});
    told.copied = copied.has_value();
    if (!copied) go_on(store, told, copied.error());
  });
}

Told back_up_compactly(Stage const& stage) {
  return opened(stage, [&](Store& store, Told& told) {
    auto const copied = store.back_up(stage.path + ".copy", {.compact = true});
    told.copied = copied.has_value();
    if (!copied) go_on(store, told, copied.error());
  });
}

Told check_all(Stage const& stage) {
  return opened(stage, [](Store& store, Told& told) {
    auto const found = verify(store);
    if (!found) return go_on(store, told, found.error());
    if (!found->ok()) told.error = Error(ErrorKind::internal);
  });
}

struct Scenario {
  std::string name;
  Told (*act)(Stage const&);
};
Scenario const scenarios[] = {
    {"create", create},
    {"append-one", append_one},
    {"append-much", append_much},
    {"erase", erase},
    {"recover", recover},
    {"back-up", back_up},
    {"back-up-compactly", back_up_compactly},
    {"verify", check_all},
};

struct Kind {
  std::string name;
  unsigned which;
  int write_code;
  bool short_writes;
};
Kind const kinds[] = {
    {"EIO", disk_calls, SQLITE_IOERR_WRITE, false},
    {"ENOSPC", disk_write, SQLITE_FULL, false},
    {"short-write", disk_write, SQLITE_IOERR_WRITE, true},
    {"failed-fsync", disk_sync | disk_remove, SQLITE_IOERR_WRITE, false},
};

// The files of a journal before a scenario: name and bytes.
using Files = std::vector<std::pair<std::string, std::string>>;

Files files_in(TemporaryFolder const& folder) {
  Files files;
  for (auto const& name : names_in(folder)) files.emplace_back(name, bytes_of(folder / name));
  return files;
}

void put_back(TemporaryFolder const& folder, Files const& files) {
  for (auto const& name : names_in(folder)) std::filesystem::remove(folder / name);
  for (auto const& [name, bytes] : files) write_file(folder / name, bytes);
}

// A journal whose last writer died: with pages that it changed and had not committed, or with a log of what it had.
void leave_half_written(std::string const& path, SqliteJournal journal) {
  auto const left = in_child([&]() -> std::string {
    if (journal == SqliteJournal::write_ahead) {
      auto const store = sqlite_store(path, OpenMode::open, {.journal = journal}).value();
      auto const size = store->head().value().size();
      if (!store->append(size, part(size, events_before - size))) return "not appended";
      ::_exit(0);
    }
    RawSqlite writer(path);
    writer.run("PRAGMA cache_size = 1");
    writer.run("BEGIN IMMEDIATE");
    writer.run("INSERT INTO personal SELECT randomblob(32), zeroblob(32), zeroblob(5000) FROM event");
    ::_exit(0);
  });
  if (!left.empty()) throw std::runtime_error(left);
}

Files files_before(TemporaryFolder const& folder, Scenario const& scenario, SqliteJournal journal) {
  bool const half_written = scenario.act == recover;
  bool const in_log = half_written && journal == SqliteJournal::write_ahead;
  auto const path = journal_in(folder, in_log ? events_before - 4 : events_before);
  if (half_written) leave_half_written(path, journal);
  return files_in(folder);
}

class Rehearsal {
 public:
  Rehearsal(Scenario const& scenario, SqliteJournal journal)
      : scenario_(scenario), before_(files_before(folder_, scenario, journal)) {
    stage_ = {(folder_ / "journal.annexa").string(), {.tenant = tenant(), .patience = 0, .journal = journal}};
  }

  // Counts the calls of a kind.
  int calls_of(Kind const& kind) {
    act(kind, 0, false);
    return calls_;
  }

  // Lets one call fail, or all from it on. @return what is wrong.
  std::string fail(Kind const& kind, int at, bool sticky) {
    auto const told = act(kind, at, sticky);
    if (told.error && told.error->kind() != ErrorKind::storage)
      return told.error->empty() ? "not refused as it should be" : "told: " + told.error->text();
    refused_ = told.error.has_value();
    return judge(told);
  }
  [[nodiscard]] bool was_refused() const noexcept { return refused_; }

 private:
  Told act(Kind const& kind, int at, bool sticky) {
    put_back(folder_, before_);
    auto* const faulty = sqlite3_vfs_find(faulty_vfs().c_str());
    auto* const real = sqlite3_vfs_find(nullptr);
    sqlite3_vfs_register(faulty, 1);
    faults = {.fail_at = at,
              .sticky = sticky,
              .which = kind.which,
              .short_writes = kind.short_writes,
              .write_code = kind.write_code};
    auto told = scenario_.act(stage_);
    calls_ = faults.calls;
    faults = {};
    sqlite3_vfs_register(real, 1);
    return told;
  }

  std::string judge(Told const& told) const {
    auto const copy = stage_.path + ".copy";
    for (auto const& left : {copy + ".part", told.copied ? copy + "-journal" : copy})
      if (std::filesystem::exists(left)) return "left behind: " + left;
    if (told.copied)
      if (auto wrong = unless_kept(**sqlite_store(copy, OpenMode::read_only), script(), told.least, told.most);
          !wrong.empty())
        return "copy: " + wrong;
    auto const store = sqlite_store(stage_.path, OpenMode::open);
    if (!store) return told.may_be_none && store.error().kind() == ErrorKind::storage ? "" : store.error().text();
    if (auto wrong = unless_kept(**store, script(), told.least, told.most); !wrong.empty()) return wrong;
    auto const size = (*store)->head().value().size();
    if (size != told.least && size != told.most) return "half of an append";
    if (told.erased && (*store)->personal(script()[0].personal[0].commitment).value()) return "not erased";
    if (size == script().size()) return {};
    auto const appended = (*store)->append(size, part(size, 1));
    return appended ? "" : appended.error().text();
  }

  TemporaryFolder folder_;
  Scenario const& scenario_;
  Files before_;
  Stage stage_;
  int calls_ = 0;
  bool refused_ = false;
};

// Tries at most @p most calls of each row, evenly spread.
void run(Scenario const& scenario, SqliteJournal journal, RigArguments const& arguments, Counts& counts) {
  Rehearsal rehearsal(scenario, journal);
  for (auto const& kind : kinds)
    for (bool const sticky : {false, true}) {
      auto const calls = static_cast<std::uint64_t>(rehearsal.calls_of(kind));
      auto const tried = std::min(calls, arguments.rounds);
      for (std::uint64_t i = 0; i < tried; ++i) {
        auto const at = static_cast<int>(1 + (i * calls / tried + arguments.seed - 1) % calls);
        auto const wrong = rehearsal.fail(kind, at, sticky);
        counts.add("points");
        if (rehearsal.was_refused()) counts.add("refused");
        if (wrong.empty()) continue;
        counts.add("failed");
        std::printf("%s, %s, call %d%s: %s\n", scenario.name.c_str(), kind.name.c_str(), at,
                    sticky ? " and all later" : "", wrong.c_str());
      }
    }
}

}  // namespace

int main(int count, char** values) {
  auto const arguments = rig_arguments(count, values, 20);
  bool sound = true;
  for (auto const journal : {SqliteJournal::rollback, SqliteJournal::write_ahead})
    for (auto const& scenario : scenarios) {
      Counts counts;
      run(scenario, journal, arguments, counts);
      counts.print("faults," + scenario.name + (journal == SqliteJournal::rollback ? ",rollback" : ",write-ahead"));
      sound = sound && counts.of("failed") == 0 && counts.of("points") != 0;
    }
  std::printf(sound ? "nothing acknowledged was lost\n" : "FAILED\n");
  return sound ? 0 : 1;
}
