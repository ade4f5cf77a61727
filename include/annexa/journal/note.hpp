#pragma once
/// @file
/// Signed notes: a text with a line for each signature, the form in which transparency logs sign.
/// @source{C2SP signed-note; C2SP tlog-cosignature}

#include <annexa/base/error.hpp>
#include <annexa/base/instant.hpp>
#include <annexa/journal/ed25519.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

/// A signature line: "— NAME BASE64(key id ‖ bytes)".
struct NoteSignature {
  std::string name;          ///< Name of the key.
  std::uint32_t key_id = 0;  ///< NoteKey::id() of it.
  std::string bytes;         ///< What its kind of signature says.
  friend bool operator==(NoteSignature const&, NoteSignature const&) = default;
};

/// A text and its signatures.
struct Note {
  std::string text;                       ///< The text, with the newline at its end.
  std::vector<NoteSignature> signatures;  ///< At least one.

  /// Most bytes of a note that is read.
  static constexpr std::size_t most_bytes = 64U * 1024;
  /// Most signatures of a note that is read.
  static constexpr std::size_t most_signatures = 64;

  /// Reads a note. @return it, or journal.form, which says what is wrong.
  [[nodiscard]] static result<Note> parse(std::string_view bytes);
  /// The note as parse() reads it.
  [[nodiscard]] std::string to_text() const;
  friend bool operator==(Note const&, Note const&) = default;
};

/// What a signature says.
enum class SignatureKind : std::uint8_t {
  log = 0x01,      ///< Whoever keeps the journal: the text as it stands.
  witness = 0x04,  ///< A witness: at that time it was the largest tree seen, and it went on from those before.
};

/// A public key under a name, for one kind of signature: what somebody who checks has to trust beforehand.
struct NoteKey {
  std::string name;                         ///< Not empty, without blanks and '+'. For a journal its origin.
  SignatureKind kind = SignatureKind::log;  ///< For what it signs.
  PublicKey key;                            ///< The key.

  /// Reads "NAME+8 hexadecimal digits+BASE64". @return the key, or journal.key.
  [[nodiscard]] static result<NoteKey> parse(std::string_view text);
  /// The key as parse() reads it.
  [[nodiscard]] std::string to_text() const;
  /// The first four bytes of SHA-256(name ‖ 0x0A ‖ kind ‖ key).
  [[nodiscard]] std::uint32_t id() const;
  friend bool operator==(NoteKey const&, NoteKey const&) = default;
};

/// True for a name that a key may have.
[[nodiscard]] bool is_key_name(std::string_view name);

/// The signature of whoever keeps the journal under @p text. @pre is_key_name(name)
[[nodiscard]] NoteSignature sign_note(std::string_view text, std::string_view name, PrivateKey const& key);

/// The signature of a witness under @p text, which says when. @pre is_key_name(name), and the time is not before 1970
[[nodiscard]] NoteSignature cosign_note(std::string_view text, std::string_view name, PrivateKey const& key,
                                        Instant at);

/// A signature that was checked.
struct CheckedSignature {
  std::string name;                         ///< Whose it is.
  SignatureKind kind = SignatureKind::log;  ///< What it says.
  std::optional<Instant> at;                ///< When a witness signed, to the second.
  friend bool operator==(CheckedSignature const&, CheckedSignature const&) = default;
};

/// Checks the signatures of a note against keys that are trusted. Lines of unknown keys are passed over.
/// @return the signatures that hold, in the order of the note, each key once; journal.signature if one of a known key
///         does not hold; journal.unsigned if none is of a known key.
[[nodiscard]] result<std::vector<CheckedSignature>> check_note(Note const& note, std::span<NoteKey const> keys);

}  // namespace v1
}  // namespace annexa
