// Cases about appending and reading with one handle.
#include <annexa/journal/store_proof.hpp>
#include <annexa/journal/verify.hpp>

#include <array>

#include "case.hpp"

namespace annexa::testing {
namespace {

void begins_empty(StoreKind const& kind) {
  auto const store = kind.make().value();
  need(store->head().value() == Head{tenant(), {}}, "a new journal is not empty, or of another workspace");
  need(all_events(*store).empty(), "a new journal has events");
  need(!store->find(uuid("unknown")).value(), "an id is found that nobody recorded");
  need(store->check({}).value().empty(), "a new journal has something wrong with it");
}

void reads_what_was_appended(StoreKind const& kind) {
  auto const store = kind.make().value();
  auto const events = journal_of(40);
  must_append(*store, std::span(events).first(1));
  auto const head = must_append(*store, std::span(events).subspan(1));
  need(head == store->head().value(), "append() and head() differ");
  need_events(*store, events);
  for (std::size_t i = 0; i < events.size(); ++i)
    need(store->find(events[i].id).value() == i, "find() of event " + std::to_string(i));
}

void appends_nothing(StoreKind const& kind) {
  auto const store = kind.make().value();
  need_equal(store->append(0, {}).value().size(), 0U, "size after an append of nothing");
  need_refused(store->append(1, {}), ErrorKind::conflict, "journal.stale", "an append of nothing at another size");
}

void reads_by_pages(StoreKind const& kind) {
  using Positions = std::vector<std::uint64_t>;
  auto const store = kind.make().value();
  must_append(*store, journal_of(600));
  need(visited_positions(*store, 0, 0).empty(), "reading nothing");
  need(visited_positions(*store, 598, 10) == Positions{598, 599}, "reading the end");
  need(visited_positions(*store, 254, 4) == Positions{254, 255, 256, 257}, "reading across pages");
  need_equal(visited_positions(*store, 0, 513).size(), 513U, "reading the beginning");
  need_equal(visited_positions(*store, 1, UINT64_MAX).size(), 599U, "reading all but one");
  for (auto const from : {std::uint64_t{600}, std::uint64_t{1} << 62U, std::uint64_t{1} << 63U, UINT64_MAX})
    need(visited_positions(*store, from, UINT64_MAX).empty(), "reading from " + std::to_string(from));
}

void lets_visitors_stop_and_call(StoreKind const& kind) {
  auto const store = kind.make().value();
  auto const events = journal_of(10);
  must_append(*store, std::span(events).first(9));
  auto const count = store->read(2, 100, [&](StoredEvent const& event) {
    need(store->find(event.id).value() == event.position, "find() inside a visit");
    if (event.position == 4) must_append(*store, std::span(events).subspan(9));
    return event.position < 5;
  });
  need_equal(count.value(), 4U, "events visited until the visitor stopped");
  need_events(*store, events);
}

void refuses_whole_appends(StoreKind const& kind) {
  auto const events = journal_of(8);
  struct Row {
    std::string why;
    std::uint64_t size;
    std::vector<EncodedEvent> events;
    std::string rule;
  };
  auto const fresh = encoded(100, "new record", 1, personal_data("fresh", "Fresh"));
  std::vector<Row> const rows{
      {"too small a size", 7, {fresh}, "journal.stale"},
      {"too large a size", 9, {fresh}, "journal.stale"},
      {"the largest size", UINT64_MAX, {fresh}, "journal.stale"},
      {"an id that is there", 8, {fresh, encoded(3, "other", 1)}, "journal.duplicate-event"},
      {"an event that is there", 8, {events[7]}, "journal.duplicate-event"},
      {"an id twice", 8, {fresh, encoded(101, "a", 1), encoded(101, "b", 1)}, "journal.duplicate-event"},
      {"a version that is there", 8, {fresh, encoded(101, "record 0", 2)}, "journal.stream-version"},
      {"a version too far", 8, {fresh, encoded(101, "record 0", 4)}, "journal.stream-version"},
      {"a new record from 2", 8, {fresh, encoded(101, "another", 2)}, "journal.stream-version"},
      {"a version twice", 8, {fresh, encoded(101, "a", 1), encoded(102, "a", 1)}, "journal.stream-version"},
      {"a bad version before a known id", 8, {encoded(101, "record 0", 4), events[0]}, "journal.stream-version"},
  };
  auto const store = kind.make().value();
  must_append(*store, events);
  for (auto const& row : rows) {
    need_refused(store->append(row.size, row.events), ErrorKind::conflict, row.rule, row.why);
    need_events(*store, events);
    need(!store->find(fresh.id).value(), "an event of a refused append is found: " + row.why);
    need(!store->personal(fresh.personal[0].commitment).value(), "a text of a refused append is kept: " + row.why);
  }
  need(store->append(8, std::span(&fresh, 1)).has_value(), "a good append after refused ones");
  need(store->find(fresh.id).value() == 8, "the event after refused ones");
}

void says_where_a_known_id_stands(StoreKind const& kind) {
  auto const store = kind.make().value();
  auto const events = journal_of(5);
  must_append(*store, events);
  auto const answer = store->append(5, std::span(&events[3], 1));
  need_refused(answer, ErrorKind::conflict, "journal.duplicate-event", "a retry of what was recorded");
  auto const error = answer.error();
  auto const& args = error.violations()[0].args;
  need(std::ranges::find(args, Argument{"position", "3"}) != args.end(), "the position of the event is not named");
}

void refuses_unfit_events(StoreKind const& kind) {
  auto const store = kind.make().value();
  struct Row {
    std::string why;
    void (*spoil)(EncodedEvent&);
    std::string rule;
  };
  std::vector<Row> const rows{
      {"too long", [](EncodedEvent& e) { e.bytes.resize(event_limit + 1, ' '); }, "journal.event-too-large"},
      {"empty", [](EncodedEvent& e) { e.bytes.clear(); }, "journal.bad-member"},
      {"no id", [](EncodedEvent& e) { e.id = {}; }, "journal.bad-member"},
      {"no stream", [](EncodedEvent& e) { e.stream = {}; }, "journal.bad-member"},
  };
  for (auto const& row : rows) {
    auto bad = encoded(1, "record", 1);
    row.spoil(bad);
    need_refused(store->append(0, std::span(&bad, 1)), ErrorKind::usage, row.rule, row.why);
  }
  need_equal(store->head().value().size(), 0U, "size after refusals");
}

// A note that makes the event just as long as an event may be.
EncodedEvent longest_event(int ordinal, std::string_view stream, std::uint64_t version) {
  auto const with = [&](std::size_t length) {
    return encoded(ordinal, stream, version, R"({"noun":"unit","set":{"note":")" + std::string(length, 'x') + "\"}}");
  };
  auto event = with(1);
  return with(event_limit - event.bytes.size() + 1);
}

void keeps_the_largest(StoreKind const& kind) {
  auto const store = kind.make().value();
  std::vector<EncodedEvent> events;
  for (int i = 0; i < 70; ++i) events.push_back(longest_event(i, "record", static_cast<std::uint64_t>(i + 1)));
  need_equal(events[0].bytes.size(), event_limit, "size of the longest event");
  must_append(*store, events);
  need_events(*store, events);
}

void keeps_large_appends(StoreKind const& kind) {
  auto const store = kind.make().value();
  auto const events = journal_of(2'500);
  must_append(*store, std::span(events).first(2'000));
  must_append(*store, std::span(events).subspan(2'000));
  need_events(*store, events);
}

void grows_the_tree(StoreKind const& kind) {
  auto const store = kind.make().value();
  auto const events = journal_of(70);
  for (std::size_t i = 0; i < events.size(); ++i) {
    auto const head = must_append(*store, std::span(events).subspan(i, 1));
    need(head.tree == tree_over(std::span(events).first(i + 1)), "tree of " + std::to_string(i + 1) + " events");
  }
  auto const report = verify(*store).value();
  need(report.ok(), report.ok() ? "" : "verify(): " + report.problems[0].message);
  need_equal(report.root, store->head().value().tree.root(), "the root that verify() gives");
}

void carries_checkpoints(StoreKind const& kind) {
  auto const store = kind.make().value();
  auto const events = journal_of(23);
  must_append(*store, std::span(events).first(9));
  auto const older = Checkpoint::parse(sign_journal(*store, "", signing_key(1)).value().text).value();
  must_append(*store, std::span(events).subspan(9));
  auto const note = sign_journal(*store, "", signing_key(1), older).value();
  auto const newer = Checkpoint::parse(note.text).value();
  auto const history = prove_history(*store, older, note).value();
  need(!check_consistency(older.size, older.root, newer.size, newer.root, history.hashes), "proof of the history");
  for (std::uint64_t i = 0; i < events.size(); ++i) {
    auto const proof = prove_event(*store, i, note).value();
    need(!check_inclusion(leaf_hash(events[i].bytes), i, newer.size, proof.hashes, newer.root),
         "proof of event " + std::to_string(i));
  }
  VerifyOptions options;
  options.kept = {older, newer};
  need(verify(*store, options).value().ok(), "verify() with kept checkpoints");
}

void checks_and_stops(StoreKind const& kind) {
  auto const store = kind.make().value();
  must_append(*store, journal_of(30));
  need(store->check({}).value().empty(), "something is wrong with a sound store");
  auto const stopped = store->check([] { return false; });
  need(stopped.has_value() || stopped.error().kind() == ErrorKind::cancelled, "a check that was stopped");
  need_equal(store->head().value().size(), 30U, "size after a check");
}

constexpr std::array journal_cases{
    ConformanceCase{"a new journal is empty and belongs to its workspace", begins_empty},
    ConformanceCase{"what was appended is read back, in order, byte by byte", reads_what_was_appended},
    ConformanceCase{"an append of nothing changes nothing but checks the size", appends_nothing},
    ConformanceCase{"reading takes any part of the journal, across pages", reads_by_pages},
    ConformanceCase{"a visitor stops the reading, and may use the store", lets_visitors_stop_and_call},
    ConformanceCase{"a refused append leaves everything as it was", refuses_whole_appends},
    ConformanceCase{"who repeats an event is told where it stands", says_where_a_known_id_stands},
    ConformanceCase{"an event that encode() did not make is refused", refuses_unfit_events},
    ConformanceCase{"events of the largest size are kept", keeps_the_largest},
    ConformanceCase{"one append takes two thousand events", keeps_large_appends},
    ConformanceCase{"the tree grows with each event, and verify() agrees", grows_the_tree},
    ConformanceCase{"checkpoints and proofs hold over the journal", carries_checkpoints},
    ConformanceCase{"the store checks itself, and can be stopped", checks_and_stops},
};

}  // namespace

std::span<ConformanceCase const> cases_of_journals() { return journal_cases; }

}  // namespace annexa::testing
