// Cases about what a store may keep beside the events, because it can be made of them again: hashes of subtrees, and a
// snapshot. A store that keeps none says so.
#include <annexa/journal/tree_proof.hpp>

#include <array>

#include "case.hpp"

namespace annexa::testing {
namespace {

constexpr std::uint64_t more_than_two_tiles = 600;

void keeps_subtrees(StoreKind const& kind) {
  auto const store = kind.make().value();
  auto const events = journal_of(static_cast<int>(more_than_two_tiles));
  must_append(*store, std::span(events).first(300));
  must_append(*store, std::span(events).subspan(300));
  auto const all = subtree_hashes(*store, more_than_two_tiles).value();
  for (auto const& [level, count] : {std::pair{0, more_than_two_tiles}, {8, more_than_two_tiles / 256}}) {
    auto const found = store->subtrees(level, 1, more_than_two_tiles).value();
    need(level != 0 || found.size() == count - 1, "the leaves are not all there");
    need(found.empty() || found.size() == count - 1, "hashes of complete subtrees are missing");
    for (std::size_t i = 0; i < found.size(); ++i)
      need(found[i] == all.at(level, i + 1), "the hash of a subtree is not that over its leaves");
  }
  for (int const level : {-8, 3, 16, 64})
    need(store->subtrees(level, 0, 5).value().empty(), "hashes at level " + std::to_string(level));
  need(store->subtrees(8, UINT64_MAX, 5).value().empty(), "hashes behind the end");
}

void finds_many_texts(StoreKind const& kind) {
  auto const store = kind.make().value();
  auto const events = journal_of(static_cast<int>(more_than_two_tiles));
  must_append(*store, events);
  std::vector<Hash> asked{Hash{}};
  for (auto const& event : events)
    for (auto const& text : event.personal) asked.push_back(text.commitment);
  need(store->erase_personal(asked[2]).value(), "a text to erase");
  auto const found = store->personal_texts(asked).value();
  need_equal(found.size(), asked.size(), "texts answered");
  for (std::size_t i = 0; i < asked.size(); ++i)
    need(found[i] == store->personal(asked[i]).value(), "text " + std::to_string(i) + " differs when many are asked");
  need(!found[0] && found[1] && !found[2], "texts that are gone are found, or those that are there are not");
}

// ---- Snapshots

std::vector<std::string> parts_of(std::size_t count, char first) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < count; ++i)
    out.emplace_back((1U << 20U) - i, static_cast<char>(first + static_cast<char>(i)));
  return out;
}

bool keeps(Store& store, SnapshotHead const& head, std::vector<std::string> const& parts) {
  std::size_t next = 0;
  auto const source = [&] { return next < parts.size() ? std::optional(parts[next++]) : std::nullopt; };
  return store.keep_snapshot(head, source).value();
}

// Ends the case unless exactly this is kept.
void need_snapshot(Store& store, SnapshotHead const& head, std::vector<std::string> const& parts) {
  std::vector<std::string> found;
  auto const read = store.read_snapshot([&](SnapshotHead const& each) { return each == head; },
                                        [&](std::string_view part) {
                                          found.emplace_back(part);
                                          return true;
                                        });
  need(read.value(), "the snapshot is not the one that was kept");
  need(found == parts, "the parts of the snapshot differ");
}

void keeps_the_last_snapshot(StoreKind const& kind) {
  auto const store = kind.make().value();
  must_append(*store, journal_of(5));
  auto const any = [](SnapshotHead const&) { return true; };
  auto const pass = [](std::string_view) { return true; };
  need(!store->read_snapshot(any, pass).value(), "a snapshot that nobody kept");
  SnapshotHead const head{"a form/1 \xC3\xA9", 3, sha256("root")};
  auto const parts = parts_of(9, 'a');
  if (!keeps(*store, head, parts)) return need(!store->read_snapshot(any, pass).value(), "a snapshot that is not kept");
  need_snapshot(*store, head, parts);
  need(!store->read_snapshot([](SnapshotHead const&) { return false; }, pass).value(), "it was not wanted");
  int seen = 0;
  need(!store->read_snapshot(any, [&](std::string_view) { return ++seen < 2; }).value(), "the visitor stopped");
  need_equal(seen, 2, "parts visited");
  auto older = head;
  older.size = 2;
  need(!keeps(*store, older, parts_of(1, 'x')), "one of fewer events took the place of one of more");
  need_snapshot(*store, head, parts);
  need(keeps(*store, head, parts_of(2, 'm')), "the same one is not kept again");
  need_snapshot(*store, head, parts_of(2, 'm'));
  auto newer = head;
  newer.size = 5;
  need(keeps(*store, newer, parts), "one of more events is not kept");
  need_snapshot(*store, newer, parts);
  if (!kind.open_again) return;
  auto const again = kind.open_again(OpenMode::read_only).value();
  need_snapshot(*again, newer, parts);
  need(!keeps(*again, newer, parts), "a store that may only be read keeps a snapshot");
}

constexpr std::array cases_beside{
    ConformanceCase{"hashes of subtrees are those over the leaves, or there are none", keeps_subtrees},
    ConformanceCase{"many personal texts are found at once", finds_many_texts},
    ConformanceCase{"the last snapshot is kept as it was given, or none is", keeps_the_last_snapshot},
};

}  // namespace

std::span<ConformanceCase const> cases_of_what_is_kept_beside() { return cases_beside; }

}  // namespace annexa::testing
