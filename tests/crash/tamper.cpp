// Somebody changes a journal's file: bytes and rows at random, or with everything recomputed so that it fits together.
// With one checkpoint that was kept elsewhere all of it is found, but for what does no harm to the events; without one,
// exactly what docs/decisions/journal-stores.md names stays unnoticed.
//
//   annexa-tamper [ROUNDS] [SEED]
#include <filesystem>

#include "journal/raw_sqlite.hpp"
#include "journal/sqlite_support.hpp"
#include "rig.hpp"

namespace {

using namespace annexa;
using namespace annexa::testing;

// What a journal says, of which a change matters.
struct Content {
  Head head;
  std::vector<std::string> events;
  std::vector<std::string> texts;  // empty where a text reads as erased
};

// A journal as it was before somebody came.
struct Original {
  std::vector<EncodedEvent> events;
  std::string bytes;
  std::string older;  // a copy of the file when it was shorter
  std::vector<Checkpoint> kept;
  Content content;
};

// Where the harm is done.
struct Scene {
  Original const& original;
  std::string path;
  Chance& chance;
  [[nodiscard]] std::uint64_t size() const { return original.events.size(); }
  [[nodiscard]] std::uint64_t any_position() const { return chance.below(size()); }
  // Bits of a byte to turn round, at least one.
  [[nodiscard]] int flips() const { return 1 + static_cast<int>(chance.below(255)); }
};

std::string blob(Hash const& hash) { return {hash.bytes.begin(), hash.bytes.end()}; }
std::string blob(Uuid const& id) { return {id.bytes.begin(), id.bytes.end()}; }
std::string at(std::uint64_t position) { return " WHERE position = " + std::to_string(position); }

std::string random_bytes(Chance& chance, std::size_t size) {
  std::string out(size, '\0');
  for (char& each : out) each = static_cast<char>(chance.bits());
  return out;
}

// An event in proper form, with the id, the stream and the version of another, that says something else.
std::string forged(EncodedEvent const& event) {
  auto other = decode(event.bytes, tenant()).value();
  other.actor = "mallory";
  return encode(other, tenant()).value().bytes;
}

// ---- Without care

void bytes_changed(Scene const& scene) {
  auto bytes = scene.original.bytes;
  auto const from = scene.chance.below(bytes.size());
  auto const run = std::min<std::uint64_t>(1 + scene.chance.below(40), bytes.size() - from);
  for (auto i = from; i < from + run; ++i) bytes[i] = static_cast<char>(bytes[i] ^ scene.flips());
  write_file(scene.path, bytes);
}

void file_cut(Scene const& scene) {
  write_file(scene.path,
             std::string_view(scene.original.bytes).substr(0, scene.chance.below(scene.original.bytes.size())));
}

void pages_swapped(Scene const& scene) {
  constexpr std::size_t page = 4096;
  auto bytes = scene.original.bytes;
  auto const pages = bytes.size() / page;
  auto const one = scene.chance.below(pages) * page;
  auto const other = scene.chance.below(pages) * page;
  auto const kept = bytes.substr(one, page);
  bytes.replace(one, page, bytes.substr(other, page));
  bytes.replace(other, page, kept);
  write_file(scene.path, bytes);
}

void event_changed(Scene const& scene) {
  auto const position = scene.any_position();
  RawSqlite(scene.path).tamper("UPDATE event SET bytes = ?" + at(position), {forged(scene.original.events[position])});
}

void event_and_leaf_changed(Scene const& scene) {
  auto const position = scene.any_position();
  auto const bytes = forged(scene.original.events[position]);
  RawSqlite(scene.path).tamper("UPDATE event SET bytes = ?, leaf = ?" + at(position), {bytes, blob(leaf_hash(bytes))});
}

void column_changed(Scene const& scene) {
  struct Column {
    char const* name;
    std::size_t size;
  };
  static constexpr Column columns[] = {{"id", 16}, {"stream", 16}, {"leaf", 32}};
  auto const& column = columns[scene.chance.below(std::size(columns))];
  RawSqlite(scene.path)
      .tamper(std::string("UPDATE event SET ") + column.name + " = ?" + at(scene.any_position()),
              {random_bytes(scene.chance, column.size)});
}

void version_changed(Scene const& scene) {
  RawSqlite(scene.path).tamper("UPDATE event SET version = version + 1000" + at(scene.any_position()));
}

void event_deleted(Scene const& scene) { RawSqlite(scene.path).tamper("DELETE FROM event" + at(scene.any_position())); }

void events_swapped(Scene const& scene) {
  auto const one = scene.any_position();
  auto const other = (one + 1 + scene.chance.below(scene.size() - 1)) % scene.size();
  RawSqlite raw(scene.path);
  raw.tamper([&] {
    raw.run("UPDATE event SET position = 1000000" + at(one));
    raw.run("UPDATE event SET position = " + std::to_string(one) + at(other));
    raw.run("UPDATE event SET position = " + std::to_string(other) + at(1000000));
  });
}

void close_gap(RawSqlite& raw, std::uint64_t from, std::uint64_t size) {
  for (auto position = from; position + 1 < size; ++position)
    raw.run("UPDATE event SET position = " + std::to_string(position) + at(position + 1));
}

void event_taken_out(Scene const& scene) {
  auto const position = scene.any_position();
  RawSqlite raw(scene.path);
  raw.tamper([&] {
    raw.run("DELETE FROM event" + at(position));
    close_gap(raw, position, scene.size());
  });
}

void insert(RawSqlite& raw, std::uint64_t position, EncodedEvent const& event) {
  raw.run(
      "INSERT INTO event VALUES (" + std::to_string(position) + ", ?, ?, " + std::to_string(event.version) + ", ?, ?)",
      {blob(event.id), blob(event.stream), blob(leaf_hash(event.bytes)), event.bytes});
}

void event_put_behind(Scene const& scene) {
  RawSqlite raw(scene.path);
  raw.tamper([&] { insert(raw, scene.size(), encoded(100'000, "mallory", 1)); });
}

void head_changed(Scene const& scene) {
  RawSqlite raw(scene.path);
  if (scene.chance.once_in(3)) return raw.tamper("UPDATE head SET tenant = ?", {random_bytes(scene.chance, 16)});
  auto frontier = scene.original.content.head.tree.to_bytes();
  if (scene.chance.once_in(2))
    return raw.tamper("UPDATE head SET size = size + " + std::to_string(1 + scene.chance.below(9)));
  auto const place = scene.chance.below(frontier.size());
  frontier[place] = static_cast<char>(frontier[place] ^ scene.flips());
  raw.tamper("UPDATE head SET frontier = ?", {std::string(frontier.begin(), frontier.end())});
}

void text_changed(Scene const& scene) {
  RawSqlite(scene.path)
      .tamper("UPDATE personal SET value = ? WHERE commitment = (SELECT min(commitment) FROM personal)",
              {random_bytes(scene.chance, 20)});
}

// ---- With everything recomputed

void set_head(RawSqlite& raw, std::span<EncodedEvent const> events) {
  Frontier tree;
  for (auto const& event : events) tree.append(leaf_hash(event.bytes));
  auto const frontier = tree.to_bytes();
  raw.run("UPDATE head SET size = " + std::to_string(events.size()) + ", frontier = ?",
          {std::string(frontier.begin(), frontier.end())});
}

void end_cut_off(Scene const& scene) {
  auto const left = scene.any_position();
  RawSqlite raw(scene.path);
  raw.tamper([&] {
    raw.run("DELETE FROM event WHERE position >= " + std::to_string(left));
    set_head(raw, std::span(scene.original.events).first(left));
  });
}

void rolled_back(Scene const& scene) { write_file(scene.path, scene.original.older); }

void rewritten(Scene const& scene) {
  auto events = scene.original.events;
  auto const position = scene.any_position();
  events[position].bytes = forged(events[position]);
  RawSqlite raw(scene.path);
  raw.tamper([&] {
    auto const& bytes = events[position].bytes;
    raw.run("UPDATE event SET bytes = ?, leaf = ?" + at(position), {bytes, blob(leaf_hash(bytes))});
    set_head(raw, events);
  });
}

void appended(Scene const& scene) {
  auto events = scene.original.events;
  events.push_back(encoded(100'000, "mallory", 1));
  RawSqlite raw(scene.path);
  raw.tamper([&] {
    insert(raw, scene.size(), events.back());
    set_head(raw, events);
  });
}

void text_taken(Scene const& scene) {
  RawSqlite(scene.path).tamper("DELETE FROM personal WHERE commitment = (SELECT max(commitment) FROM personal)");
}

// Who finds it.
enum class Found { by_anyone, unless_harmless, with_checkpoint, never };
struct Harm {
  std::string name;
  void (*done)(Scene const&);
  Found found;
};
Harm const harms[] = {
    {"bytes-changed", bytes_changed, Found::unless_harmless},
    {"file-cut", file_cut, Found::unless_harmless},
    {"pages-swapped", pages_swapped, Found::unless_harmless},
    {"event-changed", event_changed, Found::by_anyone},
    {"event-and-leaf-changed", event_and_leaf_changed, Found::by_anyone},
    {"column-changed", column_changed, Found::by_anyone},
    {"version-changed", version_changed, Found::by_anyone},
    {"event-deleted", event_deleted, Found::by_anyone},
    {"events-swapped", events_swapped, Found::by_anyone},
    {"event-taken-out", event_taken_out, Found::by_anyone},
    {"event-put-behind", event_put_behind, Found::by_anyone},
    {"head-changed", head_changed, Found::by_anyone},
    {"text-changed", text_changed, Found::by_anyone},
    {"end-cut-off", end_cut_off, Found::with_checkpoint},
    {"rolled-back", rolled_back, Found::with_checkpoint},
    {"rewritten", rewritten, Found::with_checkpoint},
    {"appended", appended, Found::never},
    {"text-taken", text_taken, Found::never},
};

// ---- What is found

bool is_found(std::string const& path, std::vector<Checkpoint> const& kept) {
  auto const store = sqlite_store(path, OpenMode::read_only, {.patience = 0});
  if (!store) return true;
  auto const report = verify(**store, {.kept = kept});
  return !report || !report->ok();
}

Content content_of(std::string const& path, std::vector<EncodedEvent> const& events) {
  auto const store = sqlite_store(path, OpenMode::read_only).value();
  Content out{store->head().value(), {}, {}};
  for (auto const& event : all_events(*store)) out.events.push_back(event.bytes);
  for (auto const& event : events)
    for (auto const& text : event.personal) {
      auto const found = store->personal(text.commitment).value();
      out.texts.push_back(found ? found->value : "");
    }
  return out;
}

// Nothing changed, or texts are gone, which reads as erased.
bool is_harmless(std::string const& path, Original const& original) {
  auto const now = content_of(path, original.events);
  if (now.head != original.content.head || now.events != original.content.events) return false;
  for (std::size_t i = 0; i < now.texts.size(); ++i)
    if (!now.texts[i].empty() && now.texts[i] != original.content.texts[i]) return false;
  return true;
}

std::vector<Original> originals(TemporaryFolder const& folder) {
  std::vector<Original> out;
  for (int const size : {2, 3, 5, 8, 13, 20, 33, 47}) {
    Original each{journal_of(size), {}, {}, {}, {}};
    auto const path = (folder / ("original-" + std::to_string(size))).string();
    auto const store = sqlite_store(path, OpenMode::create, {.tenant = tenant()}).value();
    auto const older = static_cast<std::size_t>(size / 2);
    store->append(0, std::span(each.events).first(older)).value();
    each.older = bytes_of(path);
    auto const head = store->append(older, std::span(each.events).subspan(older)).value();
    each.bytes = bytes_of(path);
    each.kept = {{"annexa/tamper", head.size(), head.tree.root()}};
    each.content = content_of(path, each.events);
    out.push_back(std::move(each));
  }
  return out;
}

struct Tally {
  std::uint64_t done = 0, found_alone = 0, found_with_checkpoint = 0, harmless = 0, failed = 0;
};

void judge(Harm const& harm, std::string const& path, Original const& original, Tally& tally) {
  ++tally.done;
  bool const alone = is_found(path, {});
  bool const with = alone || is_found(path, original.kept);
  tally.found_alone += alone ? 1 : 0;
  tally.found_with_checkpoint += with ? 1 : 0;
  bool const harmless = !with && harm.found == Found::unless_harmless && is_harmless(path, original);
  tally.harmless += harmless ? 1 : 0;
  bool const expected_alone = harm.found == Found::by_anyone || (harm.found == Found::unless_harmless && !harmless);
  bool const expected_with = expected_alone || harm.found == Found::with_checkpoint;
  tally.failed += alone == expected_alone && with == expected_with ? 0 : 1;
}

}  // namespace

int main(int count, char** values) {
  auto const arguments = rig_arguments(count, values, 1000);
  TemporaryFolder const folder;
  auto const all = originals(folder);
  auto const path = (folder / "journal.annexa").string();
  std::vector<Tally> tallies(std::size(harms));
  for (std::uint64_t round = 0; round < arguments.rounds; ++round) {
    Chance chance(arguments.seed * 1'000'003 + round);
    auto const which = round % std::size(harms);
    auto const& original = all[chance.below(all.size())];
    for (std::string const rest : {"-journal", "-wal", "-shm"}) std::filesystem::remove(path + rest);
    write_file(path, original.bytes);
    harms[which].done({original, path, chance});
    judge(harms[which], path, original, tallies[which]);
  }
  bool sound = true;
  for (std::size_t i = 0; i < std::size(harms); ++i) {
    Counts counts;
    counts.add("done", tallies[i].done);
    counts.add("found-alone", tallies[i].found_alone);
    counts.add("found-with-checkpoint", tallies[i].found_with_checkpoint);
    counts.add("harmless", tallies[i].harmless);
    counts.add("failed", tallies[i].failed);
    counts.print("tamper," + harms[i].name);
    sound = sound && tallies[i].failed == 0;
  }
  std::printf(sound ? "found what can be found, and only what is named stayed unnoticed\n" : "FAILED\n");
  return sound ? 0 : 1;
}
