#include <annexa/journal/store_proof.hpp>

#include <annexa/base/digits.hpp>

#include "proof_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

Error other_history(Checkpoint const& signed_one, char const* why) {
  return Error(proof_rules::history, "", {{"size", std::to_string(signed_one.size)}, {"why", why}});
}

// Why the journal whose subtrees these are did not begin as was signed, or nothing. @pre there are so many leaves
std::optional<Error> compared(SubtreeHashes const& subtrees, Checkpoint const& signed_one) {
  auto const root = root_of(signed_one.size, subtrees.source());
  if (!root) return root.error();
  if (*root != signed_one.root) return other_history(signed_one, "its events are others now");
  return {};
}

// The subtrees of the journal that was signed, if it is the beginning of the one that is here.
result<SubtreeHashes> subtrees_of(Store& store, Checkpoint const& signed_one) {
  auto const head = store.head();
  if (!head) return head.error();
  if (head->size() < signed_one.size) return other_history(signed_one, "it has fewer events now");
  auto subtrees = subtree_hashes(store, signed_one.size);
  if (!subtrees) return subtrees.error();
  if (auto refusal = compared(*subtrees, signed_one)) return *std::move(refusal);
  return subtrees;
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
    if (auto const same = subtrees_of(store, *last); !same) return same.error();
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
  auto const subtrees = subtrees_of(store, *checkpoint);
  if (!subtrees) return subtrees.error();
  auto hashes = inclusion_proof(position, checkpoint->size, subtrees->source());
  if (!hashes) return hashes.error();
  return InclusionFile{position, *std::move(hashes), note.to_text()};
}

result<ConsistencyFile> prove_history(Store& store, Checkpoint const& older, Note const& note) {
  auto const checkpoint = Checkpoint::parse(note.text);
  if (!checkpoint) return checkpoint.error();
  if (older.origin != checkpoint->origin)
    return Error(proof_rules::origin, "", {{"found", checkpoint->origin}, {"expected", older.origin}});
  auto const subtrees = subtrees_of(store, *checkpoint);
  if (!subtrees) return subtrees.error();
  auto hashes = consistency_proof(older.size, checkpoint->size, subtrees->source());
  if (!hashes) return hashes.error();
  if (auto refusal = compared(*subtrees, older)) return *std::move(refusal);
  return ConsistencyFile{older.size, *std::move(hashes), note.to_text()};
}

}  // namespace v1
}  // namespace annexa
