#pragma once
// What a SQLite file holds beside its events: blobs, hashes of subtrees, a snapshot of what the events fold to.

#include <annexa/journal/store.hpp>

#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sqlite_connection.hpp"

namespace annexa {
inline namespace v1 {
namespace sqlite {

// At most as many as a page of events has, in one transaction.
[[nodiscard]] result<void> read_texts(Connection& connection, std::span<Hash const> commitments,
                                      std::vector<std::optional<PersonalText>>& found);

[[nodiscard]] result<std::optional<std::string>> read_blob(Connection& connection, Hash const& sha256);

// Between BEGIN and COMMIT. One that is there already stays.
[[nodiscard]] result<void> insert_blob(Connection& connection, Blob const& blob);

// As Store::subtrees().
[[nodiscard]] result<std::vector<Hash>> read_subtrees(Connection& connection, int level, std::uint64_t from,
                                                      std::uint64_t count);

// Between BEGIN and COMMIT.
[[nodiscard]] result<void> insert_subtrees(Connection& connection, std::span<Subtree const> subtrees);

// As Store::read_snapshot(). The lock is held for a part at a time.
[[nodiscard]] result<bool> read_snapshot(Connection& connection, std::mutex& lock,
                                         std::function<bool(SnapshotHead const&)> const& wanted,
                                         SnapshotVisitor const& visit);

// As Store::keep_snapshot(). Transactions of a few parts each, so that appends go on in between.
[[nodiscard]] result<bool> keep_snapshot(Connection& connection, std::mutex& lock, SnapshotHead const& head,
                                         SnapshotSource const& next);

}  // namespace sqlite
}  // namespace v1
}  // namespace annexa
