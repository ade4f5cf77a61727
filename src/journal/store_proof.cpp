#include <annexa/journal/store_proof.hpp>

#include <annexa/base/digits.hpp>
#include <annexa/journal/tree_proof.hpp>

#include "proof_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

Error other_history(Checkpoint const& signed_one, char const* why) {
  return Error(proof_rules::history, "", {{"size", std::to_string(signed_one.size)}, {"why", why}});
}

// Why the journal whose subtrees these are did not begin as was signed, or nothing. @pre there are so many leaves
std::optional<Error> compared(StoredSubtrees& subtrees, Checkpoint const& signed_one) {
  auto const root = root_of(signed_one.size, subtrees.source());
  if (!root) return root.error();
  if (*root != signed_one.root) return other_history(signed_one, "its events are others now");
  return {};
}

// The subtrees of the journal that was signed, if it is the beginning of the one that is here.
result<StoredSubtrees> subtrees_of(Store& store, Checkpoint const& signed_one) {
  auto const head = store.head();
  if (!head) return head.error();
  if (head->size() < signed_one.size) return other_history(signed_one, "it has fewer events now");
  StoredSubtrees subtrees(store);
  if (auto refusal = compared(subtrees, signed_one)) return *std::move(refusal);
  return subtrees;
}

// Why the journal with this head does not go on from what was signed, or nothing. The hashes that a store keeps may
// contradict each other; those of a proof that was checked do not.
std::optional<Error> unless_going_on(Store& store, Head const& head, Checkpoint const& signed_one) {
  auto subtrees = subtrees_of(store, signed_one);
  if (!subtrees) return subtrees.error();
  if (head.size() < signed_one.size) return other_history(signed_one, "it has fewer events now");
  auto const proof = consistency_proof(signed_one.size, head.size(), subtrees->source());
  if (!proof) return proof.error();
  if (check_consistency(signed_one.size, signed_one.root, head.size(), head.tree.root(), *proof))
    return other_history(signed_one, "its events are others now");
  return {};
}

}  // namespace

std::string origin_of(Head const& head) { return "annexa/" + to_string(head.tenant); }

result<Note> sign_journal(Store& store, std::string const& origin, PrivateKey const& key,
                          std::optional<Checkpoint> const& last) {
  auto const head = store.head();
  if (!head) return head.error();
  Checkpoint const now{origin.empty() ? origin_of(*head) : origin, head->size(), head->tree.root()};
  if (!is_key_name(now.origin))
    return Error(proof_rules::key_form, "/origin",
                 {{"what", "name of a journal"}, {"why", "it is empty, or holds white space or '+'"}});
  if (last && last->origin != now.origin)
    return Error(proof_rules::origin, "", {{"found", last->origin}, {"expected", now.origin}});
  if (last)
    if (auto refusal = unless_going_on(store, *head, *last)) return *std::move(refusal);
  return sign_checkpoint(now, key);
}

result<Note> witness_journal(Note const& note, ConsistencyFile const& file, std::optional<Checkpoint> const& seen,
                             std::string const& name, PrivateKey const& key, Instant at) {
  auto const now = Checkpoint::parse(note.text);
  if (!now) return now.error();
  if (!is_key_name(name))
    return Error(proof_rules::key_form, "/name",
                 {{"what", "name of a witness"}, {"why", "it is empty, or holds white space or '+'"}});
  auto const before = seen.value_or(Checkpoint{now->origin, 0, empty_root()});
  if (before.origin != now->origin)
    return Error(proof_rules::origin, "", {{"found", now->origin}, {"expected", before.origin}});
  if (auto refusal = check_consistency(before.size, before.root, now->size, now->root, file.hashes))
    return *std::move(refusal);
  auto signed_one = note;
  signed_one.signatures.push_back(cosign_note(note.text, name, key, at));
  return signed_one;
}

result<std::uint64_t> find_event(Store& store, std::string_view event) {
  Error const unknown(proof_rules::no_event, "", {{"found", std::string(event.substr(0, 80))}});
  auto const head = store.head();
  if (!head) return head.error();
  if (auto const id = Uuid::parse(event)) {
    auto const found = store.find(*id);
    if (!found) return found.error();
    return *found ? result<std::uint64_t>(**found) : unknown;
  }
  auto const number = event.size() <= 18 ? detail::digits(event) : std::nullopt;
  if (!number || static_cast<std::uint64_t>(*number) >= head->size()) return unknown;
  return static_cast<std::uint64_t>(*number);
}

result<InclusionFile> prove_event(Store& store, std::uint64_t position, Note const& note) {
  auto const checkpoint = Checkpoint::parse(note.text);
  if (!checkpoint) return checkpoint.error();
  auto subtrees = subtrees_of(store, *checkpoint);
  if (!subtrees) return subtrees.error();
  auto hashes = inclusion_proof(position, checkpoint->size, subtrees->source());
  if (!hashes) return hashes.error();
  auto const leaf = subtrees->at(0, position);
  if (!leaf) return leaf.error();
  if (check_inclusion(*leaf, position, checkpoint->size, *hashes, checkpoint->root))
    return other_history(*checkpoint, "its events are others now");
  return InclusionFile{position, *std::move(hashes), note.to_text()};
}

result<ConsistencyFile> prove_history(Store& store, Checkpoint const& older, Note const& note) {
  auto const checkpoint = Checkpoint::parse(note.text);
  if (!checkpoint) return checkpoint.error();
  if (older.origin != checkpoint->origin)
    return Error(proof_rules::origin, "", {{"found", checkpoint->origin}, {"expected", older.origin}});
  auto subtrees = subtrees_of(store, *checkpoint);
  if (!subtrees) return subtrees.error();
  auto hashes = consistency_proof(older.size, checkpoint->size, subtrees->source());
  if (!hashes) return hashes.error();
  if (auto refusal = compared(*subtrees, older)) return *std::move(refusal);
  if (check_consistency(older.size, older.root, checkpoint->size, checkpoint->root, *hashes))
    return other_history(*checkpoint, "its events are others now");
  return ConsistencyFile{older.size, *std::move(hashes), note.to_text()};
}

}  // namespace v1
}  // namespace annexa
