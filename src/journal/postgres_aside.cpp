#include "postgres_aside.hpp"

#include <annexa/journal/sha256.hpp>

namespace annexa {
inline namespace v1 {
namespace postgres {
namespace {

// Answers wait in the buffers of both ends while more is asked; a text takes 64 KiB at most.
constexpr std::size_t texts_asked_together = 256;
constexpr std::size_t snapshot_bytes_together = 4U << 20U;

std::string_view tenant_of(Journal const& journal) { return view(journal.url().tenant.bytes); }

// Which snapshot a part belongs to. Whoever writes the same one again writes the same parts, so two programs that do it
// at once, or one that does it again after a lost connection, do no harm to each other.
Hash name_of(SnapshotHead const& head) {
  return Sha256().add(head.form + '\n' + std::to_string(head.size) + '\n').add(head.root).finish();
}

result<std::optional<SnapshotHead>> kept_snapshot(Journal& journal) {
  auto const rows = journal.run(Call(postgres_sql::select_snapshot, tenant_of(journal)));
  if (!rows) return rows.error();
  if (rows->empty()) return std::optional<SnapshotHead>();
  return std::optional(SnapshotHead{std::string(rows->bytes(0, 0)), static_cast<std::uint64_t>(rows->integer(0, 1)),
                                    Hash{rows->fixed<32>(0, 2)}});
}

// A snapshot on its way to the server.
class SnapshotDraft {
 public:
  SnapshotDraft(Journal& journal, SnapshotHead const& head) : journal_(journal), head_(head), name_(name_of(head)) {}

  // @return false if there is none further.
  result<bool> add_some(SnapshotSource const& next) {
    std::vector<std::string> parts;
    for (std::size_t bytes = 0; bytes < snapshot_bytes_together; bytes += parts.back().size()) {
      auto part = next();
      if (!part) break;
      parts.push_back(*std::move(part));
    }
    if (parts.empty()) return false;
    std::vector<Call> calls;
    for (auto const& part : parts)
      calls.emplace_back(postgres_sql::keep_part, tenant_of(journal_), view(name_.bytes), parts_++,
                         std::string_view(part));
    auto const kept = run(calls);
    return kept ? result<bool>(true) : kept.error();
  }

  // Makes it the one that counts, unless one counts that has more events, or others took its parts away.
  result<bool> finish() {
    auto const whole = run(std::vector{
        Call(postgres_sql::delete_parts_behind, tenant_of(journal_), view(name_.bytes), parts_),
        Call(postgres_sql::count_parts, tenant_of(journal_), view(name_.bytes)),
    });
    if (!whole) return whole.error();
    if (whole->back().integer(0, 0) != parts_) return false;
    auto const replaced =
        journal_.run(Call(postgres_sql::replace_snapshot, tenant_of(journal_), std::string_view(head_.form),
                          static_cast<std::int64_t>(head_.size), view(head_.root.bytes)));
    if (!replaced) return replaced.error();
    return replaced->affected() == 1;
  }

  // Removes the parts of all snapshots but the one that counts.
  result<void> tidy_up() {
    auto const kept = kept_snapshot(journal_);
    if (!kept) return kept.error();
    auto const name = *kept ? name_of(**kept) : Hash{};
    auto const done = journal_.run(Call(postgres_sql::delete_other_parts, tenant_of(journal_), view(name.bytes)));
    return done ? result<void>() : done.error();
  }

 private:
  result<std::vector<Rows>> run(std::vector<Call> const& calls) {
    return journal_.run_to_end([&](Connection& connection) { return connection.run(calls); });
  }

  Journal& journal_;
  SnapshotHead const& head_;
  Hash name_;
  std::int64_t parts_ = 0;
};

}  // namespace

std::optional<PersonalText> text_in(Rows const& rows, Hash const& commitment) {
  if (rows.empty()) return {};
  return PersonalText{commitment, Salt{rows.fixed<32>(0, 0)}, std::string(rows.bytes(0, 1))};
}

result<std::vector<std::optional<PersonalText>>> read_texts(Journal& journal, std::span<Hash const> commitments) {
  std::vector<std::optional<PersonalText>> found;
  found.reserve(commitments.size());
  while (found.size() < commitments.size()) {
    auto const rest = commitments.subspan(found.size());
    std::vector<Call> calls;
    for (auto const& each : rest.first(std::min(texts_asked_together, rest.size())))
      calls.emplace_back(postgres_sql::select_personal, tenant_of(journal), view(each.bytes));
    auto const answers = journal.run_to_end([&](Connection& connection) { return connection.run(calls); });
    if (!answers) return answers.error();
    for (auto const& rows : *answers) found.push_back(text_in(rows, commitments[found.size()]));
  }
  return found;
}

result<std::vector<Hash>> read_subtrees(Journal& journal, int level, std::uint64_t from, std::uint64_t count) {
  constexpr std::uint64_t most = std::uint64_t{1} << 62U;
  std::vector<Hash> found;
  if (from >= most || level < 0 || level % tile_height != 0) return found;
  auto const begin = static_cast<std::int64_t>(from);
  auto const limit = static_cast<std::int64_t>(std::min(count, most));
  auto const rows = journal.run(
      level == 0 ? Call(postgres_sql::select_leaves, tenant_of(journal), begin, limit)
                 : Call(postgres_sql::select_subtrees, tenant_of(journal), std::int64_t{level}, begin, limit));
  if (!rows) return rows.error();
  for (int row = 0; row < rows->size() && rows->integer(row, 0) == begin + row; ++row)
    found.push_back(Hash{rows->fixed<32>(row, 1)});
  return found;
}

result<bool> read_snapshot(Journal& journal, std::function<bool(SnapshotHead const&)> const& wanted,
                           SnapshotVisitor const& visit) {
  auto const kept = kept_snapshot(journal);
  if (!kept) return kept.error();
  if (!*kept || !wanted(**kept)) return false;
  auto const name = name_of(**kept);
  for (std::int64_t number = 0;; ++number) {
    auto const rows = journal.run(Call(postgres_sql::select_part, tenant_of(journal), view(name.bytes), number));
    if (!rows) return rows.error();
    if (rows->empty()) return number != 0;
    if (!visit(rows->bytes(0, 0))) return false;
  }
}

result<bool> keep_snapshot(Journal& journal, SnapshotHead const& head, SnapshotSource const& next) {
  SnapshotDraft draft(journal, head);
  for (;;) {
    auto const more = draft.add_some(next);
    if (!more) return more.error();
    if (!*more) break;
  }
  auto const kept = draft.finish();
  if (!kept) return kept.error();
  if (auto const done = draft.tidy_up(); !done) return done.error();
  return *kept;
}

}  // namespace postgres
}  // namespace v1
}  // namespace annexa
