#pragma once
/// @file
/// Handing the key of a journal over to the next one, so that whoever trusts the old one can trust the new one.

#include <annexa/journal/trust.hpp>

#include <span>
#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// Which key of a journal is handed over to which.
struct Rotation {
  NoteKey old_key;  ///< Until now.
  NoteKey new_key;  ///< From now on, under the same name.
  friend bool operator==(Rotation const&, Rotation const&) = default;
};

/// Hands a key over: a note with the name of the journal and both public keys, which both keys signed.
/// @return the note; or journal.key if the name is none or the keys are the same.
/// @source{C2SP signed-note}
[[nodiscard]] result<Note> rotate_key(std::string const& origin, PrivateKey const& old_key, PrivateKey const& new_key);

/// Reads a note of rotate_key() and checks both signatures. That says nothing about whether the old key is trusted.
/// @return the keys; or journal.form, journal.signature, journal.unsigned.
[[nodiscard]] result<Rotation> read_rotation(std::string_view note);

/// What somebody trusts who follows rotations: the new key where the old one is trusted.
/// @param trust  what one trusts beforehand.
/// @param notes  of rotate_key(), in the order of time.
/// @return more trust; or what refuses, with the place "/rotations/1": those of read_rotation(), journal.rotation.
[[nodiscard]] result<Trust> follow_rotations(Trust trust, std::span<std::string const> notes);

}  // namespace v1
}  // namespace annexa
