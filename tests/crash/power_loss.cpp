// The power goes at any moment of a journal's life, and again while it recovers: nothing acknowledged may be lost.
// Disks that lie are the controls, and have to lose something, or the rig sees nothing.
//
//   annexa-power-loss [ROUNDS] [SEED]
#include <optional>

#include "power_loss_vfs.hpp"
#include "rig.hpp"

namespace {

using namespace annexa;
using namespace annexa::testing;

struct Row {
  std::string name;
  SqliteJournal journal;
  Lie lie;
};
Row const rows[] = {
    {"rollback", SqliteJournal::rollback, Lie::none},
    {"write-ahead", SqliteJournal::write_ahead, Lie::none},
    {"control:folders-not-synced", SqliteJournal::rollback, Lie::folder_sync},
    {"control:syncs-lie", SqliteJournal::rollback, Lie::sync},
    {"control:syncs-lie,write-ahead", SqliteJournal::write_ahead, Lie::sync},
};
constexpr std::uint64_t control_rounds = 2000;  // at most

std::vector<EncodedEvent> const& script() {
  static auto const events = journal_of(80);
  return events;
}

// What a journal promised in its life.
struct Promises {
  bool made = false;                        // it exists
  std::size_t size = 0;                     // events acknowledged
  std::size_t under_way = 0;                // events of the append that was not answered
  std::optional<std::size_t> erased;        // the event whose text was erased, and that was acknowledged
  std::optional<std::size_t> being_erased;  // not acknowledged
  bool copied = false;                      // a backup was acknowledged
};

class Life {
 public:
  using Opened = result<std::unique_ptr<Store>>;

  Life(SqliteJournal journal, Chance& chance) : chance_(chance) {
    options_.tenant = tenant();
    options_.vfs = power_loss_vfs();
    options_.journal = journal;
  }

  Promises const& live() {
    auto store = sqlite_store("journal", OpenMode::create, options_);
    promises_.made = store.has_value();
    if (!store && !disk.is_dark()) throw Refused(store.error());
    for (auto appends = 1 + chance_.below(8); store && appends > 0 && !disk.is_dark(); --appends) {
      append(**store);
      if (chance_.once_in(12)) copy(**store);
      if (chance_.once_in(6)) {
        store = std::unique_ptr<Store>();
        store = sqlite_store("journal", OpenMode::open, options_);
      }
    }
    return promises_;
  }

  // Opens the journal that is left, as far as the power allows.
  Opened recover() { return sqlite_store("journal", OpenMode::open, options_); }

 private:
  void append(Store& store) {
    std::vector<Hash> erase;
    if (!promises_.erased && !promises_.being_erased && promises_.size > 3 && chance_.once_in(3)) {
      promises_.being_erased = 3 * chance_.below((promises_.size - 1) / 3 + 1);  // every third event has a text
      erase.push_back(script()[*promises_.being_erased].personal[0].commitment);
    }
    promises_.under_way = 1 + chance_.below(4);
    auto const batch = std::span(script()).subspan(promises_.size, promises_.under_way);
    if (!store.append(promises_.size, batch, erase)) return;
    promises_.size += promises_.under_way;
    promises_.under_way = 0;
    if (!erase.empty()) promises_.erased = promises_.being_erased;
  }

  void copy(Store& store) {
    if (!promises_.copied) promises_.copied = store.back_up("copy", {}).has_value();
  }

  Chance& chance_;
  SqliteOptions options_;
  Promises promises_;
};

// Empty if every text is there, but for those that were erased.
std::string unless_texts_kept(Store& store, Promises const& promises) {
  for (std::size_t i = 0; i < promises.size; i += 3) {
    if (promises.being_erased == i && promises.erased != i) continue;
    auto const text = store.personal(script()[i].personal[0].commitment);
    if (!text) return text.error().text();
    if (text->has_value() == (promises.erased == i)) return "text " + std::to_string(i) + " is not as it was left";
  }
  return {};
}

std::string judge(Life& life, Promises const& promises, Counts& counts) {
  auto const store = life.recover();
  if (!store && !promises.made && store.error().kind() == ErrorKind::storage) {
    counts.add("never-made");
    return {};
  }
  if (!store) return store.error().text();
  auto const head = (*store)->head();
  if (head && head->size() < promises.size) counts.add("lost");
  auto wrong = unless_kept(**store, script(), promises.size, promises.size + promises.under_way);
  if (wrong.empty() && head->size() != promises.size && head->size() != promises.size + promises.under_way)
    wrong = "half of an append";
  if (wrong.empty()) wrong = unless_texts_kept(**store, promises);
  if (!wrong.empty()) return wrong;
  auto const next = std::span(script()).subspan(head->size(), 1);
  if (auto const appended = (*store)->append(head->size(), next); !appended) return appended.error().text();
  if (!promises.copied) return {};
  counts.add("copies");
  auto const copy = sqlite_store("copy", OpenMode::read_only, {.tenant = tenant(), .vfs = power_loss_vfs()});
  return copy ? unless_kept(**copy, script(), 1, script().size()) : "copy: " + copy.error().text();
}

Counts run(Row const& row, std::uint64_t rounds, std::uint64_t seed) {
  Counts counts;
  std::uint64_t longest = 100;
  for (std::uint64_t round = 0; round < rounds; ++round) {
    Chance chance(seed * 1'000'003 + round);
    disk.begin(row.lie, 1 + chance.below(longest + longest / 10));
    Life life(row.journal, chance);
    auto const promises = life.live();
    longest = std::max(longest, disk.operations());
    disk.lose_power(chance);
    counts.add("losses");
    while (chance.once_in(4)) {
      disk.power_until(1 + chance.below(24));
      static_cast<void>(life.recover());
      disk.lose_power(chance);
      counts.add("losses");
    }
    counts.add("acknowledged", promises.size);
    auto const wrong = judge(life, promises, counts);
    if (wrong.empty()) continue;
    counts.add("failed");
    if (row.lie == Lie::none)
      std::printf("%s, round %llu: %s\n", row.name.c_str(), static_cast<unsigned long long>(round), wrong.c_str());
  }
  return counts;
}

}  // namespace

int main(int count, char** values) {
  auto const arguments = rig_arguments(count, values, 1000);
  bool as_it_should = true;
  for (auto const& row : rows) {
    bool const control = row.lie != Lie::none;
    auto const counts =
        run(row, control ? std::min(arguments.rounds, control_rounds) : arguments.rounds, arguments.seed);
    counts.print(row.name);
    bool const failed = counts.of("failed") != 0;
    if (failed != control) as_it_should = false;
  }
  std::printf(as_it_should ? "nothing acknowledged was lost, and every control was seen to fail\n" : "FAILED\n");
  return as_it_should ? 0 : 1;
}
