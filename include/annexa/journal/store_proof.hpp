#pragma once
/// @file
/// Checkpoints and proofs of the journal in a store.

#include <annexa/journal/checkpoint.hpp>
#include <annexa/journal/store.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// The name of a journal that has no other: "annexa/" and the UUID of its workspace.
[[nodiscard]] std::string origin_of(Head const& head);

/// Signs the journal as it is now.
/// @param store   the journal.
/// @param origin  its name; origin_of() its head when empty.
/// @param key     with which it is signed.
/// @param last    what was signed before, kept outside of the store; nothing the first time.
/// @return the note; journal.key if the name is none; journal.history if the journal does not go on from @p last: then
///         somebody restored an older copy or rewrote it, and nothing is signed.
/// @par Cost
/// Constant without @p last, else logarithmic where the store keeps hashes of subtrees (Store::subtrees), else linear.
[[nodiscard]] result<Note> sign_journal(Store& store, std::string const& origin, PrivateKey const& key,
                                        std::optional<Checkpoint> const& last = {});

/// Adds the signature of a witness to the checkpoint of somebody else's journal.
/// @param note  a checkpoint whose signatures hold (read_checkpoint()).
/// @param file  proves that it goes on from @p seen.
/// @param seen  the largest checkpoint of that journal that the witness signed; nothing the first time.
/// @param name  the witness's own.
/// @param key   the witness's own.
/// @param at    the witness's time.
/// @return the note with one signature more; or journal.form, journal.origin, journal.consistency.
[[nodiscard]] result<Note> witness_journal(Note const& note, ConsistencyFile const& file,
                                           std::optional<Checkpoint> const& seen, std::string const& name,
                                           PrivateKey const& key, Instant at);

/// Finds an event by what people call it.
/// @param event  its position, from 0, or its id.
/// @return the position; or journal.no-event.
[[nodiscard]] result<std::uint64_t> find_event(Store& store, std::string_view event);

/// Proves that an event stands in the journal of a checkpoint.
/// @param store     the journal.
/// @param position  which event.
/// @param note      the checkpoint, which has to be one of this journal and to count the event.
/// @return the file; journal.proof-size or journal.history.
/// @par Cost
/// Logarithmic in the checkpoint's size where the store keeps hashes of subtrees (Store::subtrees), else linear.
[[nodiscard]] result<InclusionFile> prove_event(Store& store, std::uint64_t position, Note const& note);

/// Proves that the journal of a checkpoint goes on where that of an older one ended.
/// @return the file; journal.origin, journal.proof-size or journal.history. Costs what prove_event() does.
[[nodiscard]] result<ConsistencyFile> prove_history(Store& store, Checkpoint const& older, Note const& note);

}  // namespace v1
}  // namespace annexa
