#pragma once
/// What every store must do, as cases that run over any store.

#include <annexa/journal/sqlite_store.hpp>
#include <annexa/journal/store.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace annexa::testing {

/// What making or opening a store came to.
using MadeStore = result<std::unique_ptr<Store>>;

/// A kind of store, by how its journals are made and opened. A case makes at least one journal of its own, and never
/// has more than one at a time.
struct StoreKind {
  std::string name;  ///< For messages.
  /// Makes a new, empty journal of the workspace tenant().
  std::function<MadeStore()> make;
  /// Opens the journal that was made last once more, while other handles on it are open or not. Empty where a journal
  /// has one handle alone and goes with it, as in memory.
  std::function<MadeStore(OpenMode)> open_again;
  /// Tries to make the journal that was made last once more, which has to be refused. Empty where there is no such
  /// thing.
  std::function<MadeStore()> make_again;
  /// How many handles a thread each get at once.
  int handles = 4;
};

/// How the cases over a store came out.
struct Conformance {
  int passed = 0;          ///< Cases.
  int failed = 0;          ///< Cases.
  int not_applicable = 0;  ///< Cases about opening again, for a store that cannot be.
};

/// Gets each case: its name, and what was wrong; empty if it passed. "-" where it does not apply.
using CaseListener = std::function<void(std::string_view name, std::string const& wrong)>;

/// Runs every case over @p kind: appends at an expected size, conflicts, ids that were recorded before, reading by
/// pages, the side table of personal texts and its erasures, the tree and checkpoints over it, limits, opening again,
/// several handles and threads.
Conformance check_conformance(StoreKind const& kind, CaseListener const& listener = {});

/// Journals in memory.
[[nodiscard]] StoreKind memory_kind();

/// Journals in the storage of a host, tests/capi/host_storage.c, through annexa_store_ops.
[[nodiscard]] StoreKind host_kind();

/// Journals in SQLite files PREFIX-1, PREFIX-2, …, which stay.
[[nodiscard]] StoreKind sqlite_kind(std::string const& prefix, SqliteJournal journal = SqliteJournal::rollback);

/// The URL with another tenant: its own key, a hyphen and a number.
[[nodiscard]] inline std::string with_numbered_tenant(std::string const& url, int number) {
  auto const at = url.find("tenant=");
  if (at == url.npos) return url;
  auto const end = url.find('&', at);
  return url.substr(0, end) + '-' + std::to_string(number) + (end == url.npos ? "" : url.substr(end));
}

/// Journals of the tenants KEY-1, KEY-2, … of a server, which stay; those that are there already are left out.
[[nodiscard]] StoreKind postgres_kind(std::string const& url);

}  // namespace annexa::testing
