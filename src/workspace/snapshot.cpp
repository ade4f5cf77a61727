#include "snapshot.hpp"

#include <annexa/command/state_bytes.hpp>
#include <annexa/journal/sha256.hpp>
#include <annexa/journal/tree_proof.hpp>

#include "journal/journal_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

constexpr Rule wrong_snapshot{
    "workspace.snapshot",
    "The state that is kept of the first {size} events is not the one that they fold to: it was changed. The events "
    "are "
    "not touched by that. Open the workspace once without snapshots, for writing: that replaces it.",
    "7.5.3", ErrorKind::integrity};

std::string const& present_form() {
  static std::string const form = "annexa-state/1 " + to_string(sha256(state_form()));
  return form;
}

// A part is kept behind a digest that ties it to its snapshot and its place.
std::string_view view_of(Hash const& hash) {
  return {reinterpret_cast<char const*>(hash.bytes.data()), hash.bytes.size()};
}
Hash digest_of(SnapshotHead const& head, std::uint64_t number, std::string_view part) {
  auto const place = head.form + '\n' + std::to_string(head.size) + '\n' + std::to_string(number) + '\n';
  return Sha256().add(place).add(head.root).add(part).finish();
}
std::string sealed(SnapshotHead const& head, std::uint64_t number, std::string_view part) {
  return std::string(view_of(digest_of(head, number, part))).append(part);
}
std::optional<std::string_view> unsealed(SnapshotHead const& head, std::uint64_t number, std::string_view bytes) {
  if (bytes.size() < sizeof(Hash::bytes)) return {};
  auto const part = bytes.substr(sizeof(Hash::bytes));
  if (view_of(digest_of(head, number, part)) != bytes.substr(0, sizeof(Hash::bytes))) return {};
  return part;
}

Hash commitment_of(Personal const& personal) { return commitment_to(personal.salt(), *personal.value()); }

// As decode() and fold() would have it: a text that does not hash to its commitment is none.
result<std::vector<Personal>> texts_in(Store& store, std::span<Hash const> commitments) {
  auto const found = store.personal_texts(commitments);
  if (!found) return found.error();
  std::vector<Personal> texts;
  for (std::size_t i = 0; i < found->size(); ++i) {
    auto const& text = (*found)[i];
    if (text && commitment_to(text->salt, text->value) != commitments[i])
      return Error(journal_rules::commitment, "", {{"found", to_string(commitment_to(text->salt, text->value))}});
    texts.push_back(text ? Personal(text->value, text->salt) : Personal::erased(commitments[i]));
  }
  return texts;
}

// The tree over the events of a snapshot, if its root is that of the journal.
std::optional<Frontier> tree_of(Store& store, SnapshotHead const& kept, Head const& head) {
  StoredSubtrees subtrees(store);
  auto tree = frontier_of(kept.size, subtrees.source());
  if (!tree || tree->root() != kept.root) return {};
  auto const proof = consistency_proof(kept.size, head.size(), subtrees.source());
  if (!proof || check_consistency(kept.size, kept.root, head.size(), head.tree.root(), *proof)) return {};
  return *std::move(tree);
}

}  // namespace

std::optional<Restored> restore_snapshot(Store& store, Head const& head) {
  SnapshotHead kept;
  StateReader reader([&](std::span<Hash const> commitments) { return texts_in(store, commitments); });
  std::uint64_t number = 0;
  auto const wanted = [&](SnapshotHead const& each) {
    kept = each;
    return each.form == present_form() && each.size != 0 && each.size <= head.size();
  };
  auto const take = [&](std::string_view bytes) {
    auto const part = unsealed(kept, number++, bytes);
    return part && reader.add(*part).has_value();
  };
  auto const whole = store.read_snapshot(wanted, take);
  if (!whole || !*whole) return {};
  auto state = std::move(reader).finish();
  if (!state || state->size != kept.size || state->workspace != head.tenant) return {};
  auto tree = tree_of(store, kept, head);
  if (!tree) return {};
  return Restored{*std::move(state), *std::move(tree)};
}

result<bool> write_snapshot(Store& store, std::shared_ptr<State const> const& state, Hash const& root) {
  SnapshotHead const head{present_form(), state->size, root};
  StateWriter writer(state, commitment_of);
  std::uint64_t number = 0;
  return store.keep_snapshot(head, [&]() -> std::optional<std::string> {
    auto const part = writer.next();
    if (!part) return {};
    return sealed(head, number++, *part);
  });
}

result<SnapshotCheck> SnapshotCheck::of(Store& store) {
  SnapshotCheck check;
  auto const wanted = [&](SnapshotHead const& each) {
    check.head_ = each;
    return each.form == present_form();
  };
  auto const read = store.read_snapshot(wanted, [&](std::string_view part) {
    check.parts_.push_back(sha256(part));
    return true;
  });
  if (!read) return read.error();
  if (!*read) check.parts_.clear();
  return check;
}

void SnapshotCheck::compare(State const& state) {
  StateWriter writer(std::make_shared<State const>(state), commitment_of);
  std::size_t number = 0;
  bool same = true;
  while (auto const part = writer.next()) {
    same = same && number < parts_.size() && sha256(sealed(head_, number, *part)) == parts_[number];
    ++number;
  }
  same_ = same && number == parts_.size();
}

std::optional<Violation> SnapshotCheck::problem() const {
  if (parts_.empty() || same_) return {};
  return violation(wrong_snapshot, "/snapshot", {{"size", std::to_string(head_.size)}});
}

}  // namespace v1
}  // namespace annexa
