#include "conformance.hpp"

#include <annexa/journal/postgres_store.hpp>

#include "case.hpp"

namespace annexa::testing {
namespace {

std::string outcome_of(ConformanceCase const& each, StoreKind const& kind) {
  if (each.opens_again && !kind.open_again) return "-";
  try {
    each.body(kind);
    return {};
  } catch (std::exception const& wrong) {
    std::string const said = wrong.what();
    return said.empty() ? "an error that says nothing" : said;
  }
}

}  // namespace

void need_events(Store& store, std::span<EncodedEvent const> events) {
  auto const head = store.head().value();
  need_equal(head.size(), events.size(), "size of the head");
  need(head.tree == tree_over(events), "the tree of the head is not that over the events");
  auto const stored = all_events(store);
  need_equal(stored.size(), events.size(), "number of events read");
  for (std::size_t i = 0; i < events.size(); ++i) {
    auto const what = "event " + std::to_string(i);
    need_equal(stored[i].position, i, "position of " + what);
    need_equal(stored[i].id, events[i].id, "id of " + what);
    need_equal(stored[i].stream, events[i].stream, "stream of " + what);
    need_equal(stored[i].version, events[i].version, "version of " + what);
    need_equal(stored[i].bytes, events[i].bytes, "what is kept of the bytes of " + what);
    need_equal(stored[i].leaf, leaf_hash(events[i].bytes), "leaf of " + what);
  }
}

Conformance check_conformance(StoreKind const& kind, CaseListener const& listener) {
  Conformance found;
  for (auto const cases : {cases_of_journals(), cases_of_personal_texts(), cases_of_what_is_kept_beside(),
                           cases_of_workspaces(), cases_of_handles()})
    for (auto const& each : cases) {
      auto const wrong = outcome_of(each, kind);
      (wrong.empty() ? found.passed : wrong == "-" ? found.not_applicable : found.failed)++;
      if (listener) listener(each.name, wrong);
    }
  return found;
}

StoreKind memory_kind() {
  return {"memory", [] { return MadeStore(memory_store(tenant())); }, {}, {}};
}

StoreKind sqlite_kind(std::string const& prefix, SqliteJournal journal) {
  auto const number = std::make_shared<int>(0);
  auto const path = [prefix, number] { return prefix + '-' + std::to_string(*number); };
  auto const options = SqliteOptions{.tenant = tenant(), .journal = journal};
  return {journal == SqliteJournal::rollback ? "SQLite" : "SQLite, write-ahead",
          [=] {
            ++*number;
            return sqlite_store(path(), OpenMode::create, options);
          },
          // A write-ahead log is for one handle alone.
          journal == SqliteJournal::rollback
              ? std::function([=](OpenMode mode) { return sqlite_store(path(), mode, options); })
              : nullptr,
          [=] { return sqlite_store(path(), OpenMode::create, options); }};
}

StoreKind postgres_kind(std::string const& url) {
  auto const number = std::make_shared<int>(0);
  auto const open = [=](OpenMode mode) {
    return postgres_store(with_numbered_tenant(url, *number), mode, {.workspace = tenant()});
  };
  return {"PostgreSQL",
          [=] {
            for (;;) {
              ++*number;
              auto made = open(OpenMode::create);
              if (made || !made.error().names("server.exists")) return made;
            }
          },
          open, [=] { return open(OpenMode::create); }};
}

}  // namespace annexa::testing
