#include <annexa/journal/trust.hpp>

#include <algorithm>
#include <annexa/base/text.hpp>
#include <annexa/journal/store_proof.hpp>

#include "proof_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

// The name of the keys of journals, if they have one.
std::optional<std::string> common_name(std::span<NoteKey const> keys) {
  std::optional<std::string> name;
  for (auto const& key : keys) {
    if (key.kind != SignatureKind::log) continue;
    if (name && *name != key.name) return {};
    name = key.name;
  }
  return name;
}

// That a proof is one from the older checkpoint to the newer one.
std::optional<Error> check_steps(ConsistencyFile const& file, Checkpoint const& older, Checkpoint const& newer) {
  if (older.origin != newer.origin)
    return Error(proof_rules::origin, "", {{"found", newer.origin}, {"expected", older.origin}});
  if (file.old_size != older.size)
    return Error(proof_rules::old_size, "",
                 {{"found", std::to_string(file.old_size)}, {"expected", std::to_string(older.size)}});
  return check_consistency(older.size, older.root, newer.size, newer.root, file.hashes);
}

// A proof, or a checkpoint that comes alone: then nothing was seen, or nothing is new.
result<ConsistencyFile> brought(std::string_view file, std::optional<Checkpoint> const& seen) {
  if (file.starts_with("old ")) return ConsistencyFile::parse(file);
  return ConsistencyFile{seen ? seen->size : 0, {}, std::string(file)};
}

}  // namespace

result<NoteKey> read_public_key(std::string_view text, std::string_view origin) {
  text = trimmed(text);
  if (!text.starts_with("-----BEGIN")) return NoteKey::parse(text);
  auto const key = PublicKey::from_pem(text);
  if (!key) return key.error();
  if (!is_key_name(origin))
    return Error(proof_rules::key_form, "",
                 {{"what", "key with a name"}, {"why", "PEM has none; give the name of the journal, or NAME+ID+KEY"}});
  return NoteKey{std::string(origin), SignatureKind::log, *key};
}

result<Trust> read_trust(std::span<std::string const> keys, std::string origin, std::size_t witnesses) {
  Trust trust{std::move(origin), {}, witnesses};
  Error errors;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    auto key = read_public_key(keys[i], trust.origin);
    if (key)
      trust.keys.push_back(*std::move(key));
    else
      errors.add(key.error(), "/keys/" + std::to_string(i));
  }
  if (!errors.empty()) return errors;
  auto const name = common_name(trust.keys);
  if (trust.origin.empty() && name) trust.origin = *name;
  bool const known = std::ranges::any_of(trust.keys, [&](NoteKey const& each) {
    return each.kind == SignatureKind::log && (trust.origin.empty() || each.name == trust.origin);
  });
  if (!known) return Error(proof_rules::no_key, "/keys", {{"origin", trust.origin.empty() ? "any" : trust.origin}});
  if (trust.origin.empty()) return Error(proof_rules::no_origin, "/origin");
  return trust;
}

result<CheckedCheckpoint> check_checkpoint(std::string_view note, Trust const& trust) {
  return read_checkpoint(note, trust.origin, trust.keys, trust.witnesses);
}

result<CheckedProof> check_event_proof(std::string_view file, std::string_view event, Trust const& trust) {
  auto const proof = InclusionFile::parse(file);
  if (!proof) return proof.error();
  auto checkpoint = check_checkpoint(proof->checkpoint, trust);
  if (!checkpoint) return checkpoint.error();
  auto const& tree = checkpoint->checkpoint;
  if (auto refusal = check_inclusion(leaf_hash(event), proof->index, tree.size, proof->hashes, tree.root))
    return *std::move(refusal);
  return CheckedProof{proof->index, *std::move(checkpoint)};
}

result<CheckedProof> check_history_proof(std::string_view file, Checkpoint const& older, Trust const& trust) {
  auto const proof = ConsistencyFile::parse(file);
  if (!proof) return proof.error();
  auto checkpoint = check_checkpoint(proof->checkpoint, trust);
  if (!checkpoint) return checkpoint.error();
  if (auto refusal = check_steps(*proof, older, checkpoint->checkpoint)) return *std::move(refusal);
  return CheckedProof{proof->old_size, *std::move(checkpoint)};
}

result<Note> witness_checkpoint(std::string_view file, std::optional<Checkpoint> const& seen, Trust const& trust,
                                Witness const& witness) {
  auto const proof = brought(file, seen);
  if (!proof) return proof.error();
  auto const checkpoint = check_checkpoint(proof->checkpoint, trust);
  if (!checkpoint) return checkpoint.error();
  auto const before = seen.value_or(Checkpoint{checkpoint->checkpoint.origin, 0, empty_root()});
  if (auto refusal = check_steps(*proof, before, checkpoint->checkpoint)) return *std::move(refusal);
  auto note = Note::parse(proof->checkpoint).value();
  NoteKey const own{witness.name, SignatureKind::witness, witness.key.public_key()};
  std::erase_if(note.signatures,
                [&](NoteSignature const& each) { return each.name == own.name && each.key_id == own.id(); });
  return witness_journal(note, *proof, seen, witness.name, witness.key, witness.at);
}

}  // namespace v1
}  // namespace annexa
