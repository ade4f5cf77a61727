#pragma once
// What a server holds beside the events of a journal: personal texts, hashes of subtrees, a snapshot of what the events
// fold to.

#include <annexa/journal/store.hpp>

#include <optional>
#include <span>
#include <vector>

#include "postgres_journal.hpp"

namespace annexa {
inline namespace v1 {
namespace postgres {

// The text under a commitment in what select_personal found.
[[nodiscard]] std::optional<PersonalText> text_in(Rows const& rows, Hash const& commitment);

// As Store::personal_texts().
[[nodiscard]] result<std::vector<std::optional<PersonalText>>> read_texts(Journal& journal,
                                                                          std::span<Hash const> commitments);

// As Store::subtrees().
[[nodiscard]] result<std::vector<Hash>> read_subtrees(Journal& journal, int level, std::uint64_t from,
                                                      std::uint64_t count);

// As Store::read_snapshot(). A part at a time.
[[nodiscard]] result<bool> read_snapshot(Journal& journal, std::function<bool(SnapshotHead const&)> const& wanted,
                                         SnapshotVisitor const& visit);

// As Store::keep_snapshot(). A few parts at a time; each step may be repeated.
[[nodiscard]] result<bool> keep_snapshot(Journal& journal, SnapshotHead const& head, SnapshotSource const& next);

}  // namespace postgres
}  // namespace v1
}  // namespace annexa
