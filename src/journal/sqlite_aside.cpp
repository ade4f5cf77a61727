#include "sqlite_aside.hpp"

#include <algorithm>

#include "sqlite_layout.hpp"
#include "sqlite_sql.hpp"
#include "store_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace sqlite {
namespace {

std::string_view view_of(Hash const& hash) {
  return {reinterpret_cast<char const*>(hash.bytes.data()), hash.bytes.size()};
}

// The rows of an index that must not have a gap: number and hash, from number @p from on.
result<std::vector<Hash>> hashes_in(Run& run, std::uint64_t from) {
  std::vector<Hash> found;
  for (;;) {
    auto const row = run.next();
    if (!row) return row.error();
    if (!*row || static_cast<std::uint64_t>(run.integer(0)) != from + found.size()) return found;
    found.push_back(Hash{run.fixed<32>(1)});
  }
}

}  // namespace

result<void> read_texts(Connection& connection, std::span<Hash const> commitments,
                        std::vector<std::optional<PersonalText>>& found) {
  auto const select = connection.prepare(sqlite_sql::select_personal);
  if (!select) return select.error();
  Transaction transaction(connection);
  if (auto const begun = transaction.begin_reading(); !begun) return begun;
  for (auto const& each : commitments) {
    Run run(connection, *select);
    auto const row = run.bind(view_of(each)).next();
    if (!row) return row.error();
    found.push_back(*row ? std::optional(PersonalText{each, Salt{run.fixed<32>(0)}, std::string(run.bytes(1))})
                         : std::nullopt);
  }
  return {};
}

result<std::optional<std::string>> read_blob(Connection& connection, Hash const& sha256) {
  auto const select = connection.prepare(sqlite_sql::select_blob);
  if (!select) return select.error();
  Run run(connection, *select);
  auto const row = run.bind(view_of(sha256)).next();
  if (!row) return row.error();
  return *row ? std::optional(std::string(run.bytes(0))) : std::nullopt;
}

result<void> insert_blob(Connection& connection, Blob const& blob) {
  auto const insert = connection.prepare(sqlite_sql::insert_blob);
  if (!insert) return insert.error();
  return Run(connection, *insert).bind(view_of(blob.sha256)).bind(blob.bytes).finish();
}

result<std::vector<Hash>> read_subtrees(Connection& connection, int level, std::uint64_t from, std::uint64_t count) {
  constexpr std::uint64_t most = std::uint64_t{1} << 62U;
  if (from >= most || level < 0 || level % tile_height != 0) return std::vector<Hash>{};
  auto const select = connection.prepare(level == 0 ? sqlite_sql::select_leaves : sqlite_sql::select_subtrees);
  if (!select) return select.error();
  Run run(connection, *select);
  if (level != 0) run.bind(std::int64_t{level});
  run.bind(static_cast<std::int64_t>(from)).bind(static_cast<std::int64_t>(std::min(count, most)));
  return hashes_in(run, from);
}

result<void> insert_subtrees(Connection& connection, std::span<Subtree const> subtrees) {
  if (subtrees.empty()) return {};
  auto const insert = connection.prepare(sqlite_sql::insert_subtree);
  if (!insert) return insert.error();
  for (auto const& each : subtrees) {
    Run run(connection, *insert);
    run.bind(std::int64_t{each.level}).bind(static_cast<std::int64_t>(each.index)).bind(view_of(each.hash));
    if (auto const done = run.finish(); !done) return done;
  }
  return {};
}

result<void> fill_subtrees(Connection& connection) {
  auto const select = connection.prepare(sqlite_sql::select_leaves);
  if (!select) return select.error();
  Run leaves(connection, *select);
  leaves.bind(std::int64_t{0}).bind(std::int64_t{-1});  // without a limit
  Frontier tree;
  std::vector<Subtree> completed;
  for (;;) {
    auto const row = leaves.next();
    if (!row) return row.error();
    if (!*row) return {};
    completed.clear();
    tree.append(Hash{leaves.fixed<32>(1)}, completed);
    if (auto const done = insert_subtrees(connection, completed); !done) return done;
  }
}

}  // namespace sqlite
}  // namespace v1
}  // namespace annexa
