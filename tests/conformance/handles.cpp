// Cases about threads, several handles and opening again.
#include <annexa/journal/verify.hpp>

#include <array>
#include <atomic>
#include <chrono>
#include <set>
#include <thread>

#include "case.hpp"

namespace annexa::testing {
namespace {

constexpr int appends_of_each = 12;

// Appends pairs of events of a stream of its own until all are in. @return how often something else than a conflict
// came.
int write_pairs(Store& store, int writer) {
  auto const stream = "writer " + std::to_string(writer);
  for (int i = 0; i < appends_of_each;) {
    auto const first = static_cast<std::uint64_t>(2 * i + 1);
    std::vector<EncodedEvent> const pair{encoded(1000 * writer + 2 * i, stream, first),
                                         encoded(1000 * writer + 2 * i + 1, stream, first + 1)};
    auto const head = store.head();
    if (!head && head.error().kind() == ErrorKind::conflict) continue;
    if (!head) return 1;
    auto const done = store.append(head->size(), pair);
    if (done) ++i;
    if (!done && done.error().kind() != ErrorKind::conflict) return 1;
  }
  return 0;
}

// Reads until all is there. @return how often half an append was seen; 1 if nobody writes any more and some is missing.
int watch(Store& store, std::size_t all, std::atomic<int> const& writing) {
  for (std::size_t size = 0; size < all;) {
    bool const over = writing == 0;
    auto const head = store.head();
    if (!head && head.error().kind() == ErrorKind::conflict) continue;
    if (!head) return 1;
    size = head->size();
    if (size % 2 != 0 || visited_positions(store, 0, UINT64_MAX).size() < size) return 1;
    if (over && size < all) return 1;
  }
  return 0;
}

void need_all_pairs(Store& store, int writers) {
  std::set<Uuid> ids;
  for (auto const& event : all_events(store)) ids.insert(event.id);
  need_equal(ids.size(), static_cast<std::size_t>(2 * writers * appends_of_each), "events of all writers");
  auto const report = verify(store).value();
  need(report.ok(), report.ok() ? "" : "after many writers: " + report.problems[0].message);
}

// Writers and a reader, each with the store that @p of gives it.
void run_writers(int writers, std::function<Store&(int)> const& of) {
  std::atomic<int> wrong{0};
  std::atomic<int> writing{writers};
  std::vector<std::thread> threads;
  auto const guarded = [&](auto const& work) {
    try {
      wrong += work();
    } catch (std::exception const&) {
      ++wrong;
    }
  };
  for (int writer = 0; writer < writers; ++writer)
    threads.emplace_back([&, writer] {
      guarded([&] { return write_pairs(of(writer), writer); });
      --writing;
    });
  auto const all = static_cast<std::size_t>(2 * writers * appends_of_each);
  threads.emplace_back([&] { guarded([&] { return watch(of(writers), all, writing); }); });
  for (auto& thread : threads) thread.join();
  need_equal(wrong.load(), 0, "threads that met something else than conflicts");
}

void takes_threads(StoreKind const& kind) {
  auto const store = kind.make().value();
  run_writers(3, [&](int) -> Store& { return *store; });
  need_all_pairs(*store, 3);
}

void takes_handles(StoreKind const& kind) {
  auto const store = kind.make().value();
  std::vector<std::unique_ptr<Store>> handles;
  for (int i = 0; i <= kind.handles; ++i) handles.push_back(kind.open_again(OpenMode::open).value());
  run_writers(kind.handles, [&](int i) -> Store& { return *handles[static_cast<std::size_t>(i)]; });
  need_all_pairs(*store, kind.handles);
}

void opens_again(StoreKind const& kind) {
  auto const events = journal_of(30);
  auto store = kind.make().value();
  must_append(*store, std::span(events).first(20));
  need(store->erase_personal(events[0].personal[0].commitment).value(), "erasing");
  store.reset();
  store = kind.open_again(OpenMode::open).value();
  need_events(*store, std::span(events).first(20));
  need(!store->personal(events[0].personal[0].commitment).value(), "an erased text is there again");
  need(store->personal(events[3].personal[0].commitment).value() == events[3].personal[0], "a text is gone");
  must_append(*store, std::span(events).subspan(20));
  store.reset();
  need_events(*kind.open_again(OpenMode::read_only).value(), events);
}

void opens_empty_again(StoreKind const& kind) {
  kind.make().value().reset();
  need(kind.open_again(OpenMode::open).value()->head().value() == Head{tenant(), {}}, "an empty journal opened again");
}

void is_made_once(StoreKind const& kind) {
  if (!kind.make_again) return;
  auto const store = kind.make().value();
  must_append(*store, journal_of(3));
  need_refused(kind.make_again(), ErrorKind::storage, "", "making a journal that is there");
  need_events(*store, journal_of(3));
}

void reads_only(StoreKind const& kind) {
  auto const events = journal_of(10);
  auto const store = kind.make().value();
  must_append(*store, std::span(events).first(9));
  auto const reader = kind.open_again(OpenMode::read_only).value();
  auto const commitment = events[0].personal[0].commitment;
  need_refused(reader->append(9, std::span(events).subspan(9)), ErrorKind::storage, "", "appending to a reader");
  need_refused(reader->erase_personal(commitment), ErrorKind::storage, "", "erasing with a reader");
  need(reader->personal(commitment).value().has_value(), "a reader erased a text");
  need_events(*reader, std::span(events).first(9));
  must_append(*store, std::span(events).subspan(9));
  need_events(*reader, events);
}

void sees_the_others(StoreKind const& kind) {
  auto const events = journal_of(12);
  auto const one = kind.make().value();
  auto const two = kind.open_again(OpenMode::open).value();
  must_append(*one, std::span(events).first(4));
  need_equal(two->head().value().size(), 4U, "what the second handle sees");
  need_refused(two->append(0, std::span(events).first(4)), ErrorKind::conflict, "journal.stale", "the slower of two");
  need(two->append(4, std::span(events).subspan(4, 4)).has_value(), "the second handle appends");
  need(one->find(events[5].id).value() == 5, "the first handle finds what the second one appended");
  need_refused(one->append(8, std::span(events).subspan(4, 1)), ErrorKind::conflict, "journal.duplicate-event",
               "a retry through another handle");
  need(one->append(8, std::span(events).subspan(8)).has_value(), "the first handle appends again");
  need(two->erase_personal(events[0].personal[0].commitment).value(), "the second handle erases");
  need(!one->personal(events[0].personal[0].commitment).value(), "the first handle finds what was erased");
  need_events(*one, events);
  need_events(*two, events);
}

constexpr std::array handle_cases{
    ConformanceCase{"threads that append and read never lose an event or see half an append", takes_threads},
    ConformanceCase{"so do handles of their own", takes_handles, true},
    ConformanceCase{"a journal that is opened again is as it was left", opens_again, true},
    ConformanceCase{"so is an empty one", opens_empty_again, true},
    ConformanceCase{"a journal that is there is not made again", is_made_once, true},
    ConformanceCase{"a reader reads what others append, and refuses to write", reads_only, true},
    ConformanceCase{"two handles see what the other one did", sees_the_others, true},
};

}  // namespace

std::span<ConformanceCase const> cases_of_handles() { return handle_cases; }

}  // namespace annexa::testing
