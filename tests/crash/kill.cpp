// A program that works on a journal is killed (kill -9) at any moment: what it acknowledged is there, all is sound, and
// no half backup bears the name of one.
//
//   annexa-kill [ROUNDS] [SEED]
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>
#include <csignal>
#include <filesystem>
#include <thread>

#include "rig.hpp"
#include "support/support.hpp"

namespace {

using namespace annexa;
using namespace annexa::testing;

constexpr std::size_t longest_journal = 600;  // then a new one is begun

std::vector<EncodedEvent> const& script() {
  static auto const events = journal_of(static_cast<int>(longest_journal) + 200);
  return events;
}

struct Mode {
  std::string name;
  SqliteJournal journal;
};
Mode const modes[] = {{"kill,rollback", SqliteJournal::rollback}, {"kill,write-ahead", SqliteJournal::write_ahead}};

// What the child tells after each thing that was acknowledged.
struct Word {
  std::uint64_t size;    // events
  std::uint64_t copies;  // backups
};

// Makes the journal if it is not there, then appends, copies and opens anew for as long as it lives.
void work(std::string const& folder, SqliteJournal journal, std::uint64_t seed, int to_parent) {
  Chance chance(seed);
  auto const path = folder + "/journal";
  auto const open = [&] {
    bool const there = std::filesystem::exists(path);
    return sqlite_store(path, there ? OpenMode::open : OpenMode::create, {.tenant = tenant(), .journal = journal});
  };
  auto store = open().value();
  Word word{store->head().value().size(), 0};
  while (word.size + 8 < script().size()) {
    auto const batch = 1 + chance.below(8);
    word.size = store->append(word.size, std::span(script()).subspan(word.size, batch)).value().size();
    if (chance.once_in(10)) {
      auto const copied = store->back_up(folder + "/copy-" + std::to_string(word.size), {.compact = chance.once_in(2)});
      word.copies += copied.value().size() == word.size ? 1 : 0;
    }
    if (::write(to_parent, &word, sizeof word) != sizeof word) ::_exit(3);
    if (!chance.once_in(10)) continue;
    store.reset();
    store = open().value();
  }
}

// Runs the child and kills it. @return its last word, and in @p made whether it ever spoke.
Word kill_one(std::string const& folder, SqliteJournal journal, Chance& chance, Counts& counts) {
  int ends[2];
  if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
  pid_t const child = ::fork();
  if (child < 0) throw std::runtime_error("no child process");
  if (child == 0) {
    ::close(ends[0]);
    try {
      work(folder, journal, chance.bits(), ends[1]);
    } catch (std::exception const& error) {
      std::fprintf(stderr, "child: %s\n", error.what());
      ::_exit(4);
    }
    ::_exit(0);
  }
  ::close(ends[1]);
  // Now and then while it opens; mostly at work, which it has begun when it speaks.
  pollfd speaks{ends[0], POLLIN, 0};
  if (!chance.once_in(5)) ::poll(&speaks, 1, 60'000);
  std::this_thread::sleep_for(std::chrono::microseconds(chance.below(30'000)));
  ::kill(child, SIGKILL);
  Word word{0, 0};
  Word last{0, 0};
  while (::read(ends[0], &word, sizeof word) == sizeof word) last = word;
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  counts.add(WIFSIGNALED(status) ? "kills" : WEXITSTATUS(status) == 0 ? "ended-before" : "failed");
  return last;
}

std::string judge_copies(std::string const& folder, Counts& counts) {
  for (auto const& entry : std::filesystem::directory_iterator(folder)) {
    auto const name = entry.path().filename().string();
    if (!name.starts_with("copy-")) continue;
    bool const half = name.ends_with(".part") || name.find("-journal") != name.npos || name.find("-wal") != name.npos;
    if (!half) {
      auto const copy = sqlite_store(entry.path().string(), OpenMode::read_only);
      if (!copy) return name + ": " + copy.error().text();
      auto const size = std::stoul(name.substr(5));
      if (auto wrong = unless_kept(**copy, script(), size, size); !wrong.empty()) return name + ": " + wrong;
    }
    counts.add(half ? "half-copies" : "copies");
    std::filesystem::remove(entry.path());
  }
  return {};
}

// @return what is wrong; puts the journal's size into @p size.
std::string judge(std::string const& folder, std::size_t& size, Word const& last, Counts& counts) {
  auto const path = folder + "/journal";
  auto const least = std::max<std::size_t>(size, last.size);
  auto const copies = counts.of("copies");
  if (auto wrong = judge_copies(folder, counts); !wrong.empty()) return wrong;
  if (counts.of("copies") - copies < last.copies) return "an acknowledged backup is gone";
  auto const store = sqlite_store(path, OpenMode::open);
  if (!store && least == 0 && store.error().kind() == ErrorKind::storage) {
    counts.add("never-made");
    std::filesystem::remove(path);
    return {};
  }
  if (!store) return store.error().text();
  size = (*store)->head().value().size();
  if (size < least) counts.add("lost");
  return unless_kept(**store, script(), least, least + 8);
}

Counts run(Mode const& mode, RigArguments const& arguments) {
  Counts counts;
  Chance chance(arguments.seed);
  auto folder = std::make_unique<TemporaryFolder>();
  std::size_t size = 0;
  std::uint64_t acknowledged = 0;
  for (std::uint64_t round = 0; round < arguments.rounds; ++round) {
    auto const before = size;
    auto const last = kill_one(folder->path().string(), mode.journal, chance, counts);
    acknowledged += last.size > before ? last.size - before : 0;
    auto const wrong = judge(folder->path().string(), size, last, counts);
    if (!wrong.empty()) {
      counts.add("failed");
      std::printf("%s, round %llu: %s\n", mode.name.c_str(), static_cast<unsigned long long>(round), wrong.c_str());
    }
    if (wrong.empty() && size < longest_journal) continue;
    folder = std::make_unique<TemporaryFolder>();
    size = 0;
  }
  counts.add("acknowledged", acknowledged);
  return counts;
}

}  // namespace

int main(int count, char** values) {
  auto const arguments = rig_arguments(count, values, 100);
  bool sound = true;
  for (auto const& mode : modes) {
    auto const counts = run(mode, arguments);
    counts.print(mode.name);
    sound = sound && counts.of("failed") == 0 && counts.of("lost") == 0 && counts.of("kills") != 0;
  }
  std::printf(sound ? "nothing acknowledged was lost\n" : "FAILED\n");
  return sound ? 0 : 1;
}
