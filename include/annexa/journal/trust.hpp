#pragma once
/// @file
/// What can be checked without the journal: checkpoints and proofs, against keys that one trusts beforehand.
/// @source{C2SP tlog-checkpoint; C2SP tlog-proof; C2SP tlog-witness}

#include <annexa/journal/checkpoint.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

/// What somebody trusts who checks. It comes from them, never from what is checked.
struct Trust {
  std::string origin;         ///< Of which journal a checkpoint has to be.
  std::vector<NoteKey> keys;  ///< Keys of that journal, and of witnesses.
  std::size_t witnesses = 0;  ///< How many witnesses have to have signed.
};

/// Reads a public key as people hand it over: NAME+ID+KEY, or PEM, which has no name of its own.
/// @param text    the key; white space around it is passed over.
/// @param origin  the name that a key in PEM gets, for it is one of the journal then.
/// @return the key, or journal.key.
[[nodiscard]] result<NoteKey> read_public_key(std::string_view text, std::string_view origin);

/// What somebody trusts, from texts of read_public_key().
/// @param keys       at least one of the journal.
/// @param origin     of which journal; where it is empty, the name that all keys of journals have.
/// @param witnesses  how many have to have signed.
/// @return it; or every violation: journal.key with the place "/keys/2", journal.no-origin, journal.no-key.
[[nodiscard]] result<Trust> read_trust(std::span<std::string const> keys, std::string origin,
                                       std::size_t witnesses = 0);

/// Checks a checkpoint: read_checkpoint() with what one trusts.
[[nodiscard]] result<CheckedCheckpoint> check_checkpoint(std::string_view note, Trust const& trust);

/// A proof that holds.
struct CheckedProof {
  std::uint64_t number = 0;      ///< Position of the event, or size of the older journal.
  CheckedCheckpoint checkpoint;  ///< The checkpoint against which it was made.
};

/// Checks that an event stands in a journal.
/// @param file   an InclusionFile.
/// @param event  the event in its exact bytes, as the journal keeps them.
/// @param trust  what one trusts.
/// @return the position and the checkpoint; or what refuses: journal.form, those of check_checkpoint(),
///         journal.inclusion.
[[nodiscard]] result<CheckedProof> check_event_proof(std::string_view file, std::string_view event, Trust const& trust);

/// Checks that a journal goes on where a checkpoint that was kept ended.
/// @param file   a ConsistencyFile.
/// @param older  the one that was kept; its signatures are the caller's to check (check_checkpoint()).
/// @param trust  what one trusts.
/// @return the older size and the newer checkpoint; or what refuses: journal.form, those of check_checkpoint(),
///         journal.origin, journal.old-size, journal.consistency.
[[nodiscard]] result<CheckedProof> check_history_proof(std::string_view file, Checkpoint const& older,
                                                       Trust const& trust);

/// Who witnesses, and when.
struct Witness {
  std::string name;       ///< Name of the witness's key.
  PrivateKey const& key;  ///< The witness's key.
  Instant at;             ///< The witness's time.
};

/// What a witness does with a checkpoint that is brought: checks its signatures, and that the journal goes on from what
/// the witness saw last, and signs it too.
/// @param file     a ConsistencyFile from what was seen last; or a checkpoint alone, where nothing was seen or nothing
///                 was added since.
/// @param seen     what the witness signed last for that journal; nothing the first time. Whoever calls has to keep
///                 what comes back in its place before handing it out, and to let nobody come between.
/// @param trust    the keys of the journal.
/// @param witness  who signs.
/// @return the note with one signature more, in place of an older one of the same witness; or what refuses:
///         journal.form, those of check_checkpoint(), journal.origin, journal.old-size, journal.consistency,
///         journal.key.
[[nodiscard]] result<Note> witness_checkpoint(std::string_view file, std::optional<Checkpoint> const& seen,
                                              Trust const& trust, Witness const& witness);

}  // namespace v1
}  // namespace annexa
