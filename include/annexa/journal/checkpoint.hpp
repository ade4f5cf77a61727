#pragma once
/// @file
/// Checkpoints: a journal's size and root, signed. Whoever keeps one notices whatever becomes of the journal later.
/// @source{C2SP tlog-checkpoint; C2SP tlog-proof; C2SP tlog-witness}

#include <annexa/journal/note.hpp>
#include <annexa/journal/tree_proof.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

/// Which journal, how long, and its root.
struct Checkpoint {
  std::string origin;      ///< Name of the journal, the same for ever: "annexa.example.org/7f…"; a name of a key.
  std::uint64_t size = 0;  ///< Number of events.
  Hash root;               ///< Root of the tree over them.

  /// Reads the text of a checkpoint: origin, size, root in Base 64, a line each. Further lines are passed over.
  /// @return it, or journal.form.
  [[nodiscard]] static result<Checkpoint> parse(std::string_view text);
  /// The three lines.
  [[nodiscard]] std::string to_text() const;
  friend bool operator==(Checkpoint const&, Checkpoint const&) = default;
};

/// A checkpoint whose signatures hold.
struct CheckedCheckpoint {
  Checkpoint checkpoint;                     ///< What was signed.
  std::vector<CheckedSignature> signatures;  ///< By whom.
};

/// A signed checkpoint of a journal, as a note.
[[nodiscard]] Note sign_checkpoint(Checkpoint const& checkpoint, PrivateKey const& key);

/// Reads a note and checks it. Origin and keys are those of whoever checks, never those of the file.
/// @param bytes      the note.
/// @param origin     of which journal it has to be.
/// @param keys       trusted keys: at least one of the journal itself (its name is the origin), and those of witnesses.
/// @param witnesses  how many witnesses have to have signed.
/// @return the checkpoint, or every violation: journal.form, journal.signature, journal.unsigned, journal.origin,
///         journal.witnesses.
[[nodiscard]] result<CheckedCheckpoint> read_checkpoint(std::string_view bytes, std::string_view origin,
                                                        std::span<NoteKey const> keys, std::size_t witnesses = 0);

/// A file that proves an event: that it stands in the journal of a checkpoint. Extension ".tlog-proof".
struct InclusionFile {
  std::uint64_t index = 0;   ///< Position of the event.
  std::vector<Hash> hashes;  ///< inclusion_proof().
  std::string checkpoint;    ///< The note of the checkpoint.

  /// Reads a file of "c2sp.org/tlog-proof@v1". Its extra data, which nobody signed, is passed over.
  /// @return it, or journal.form.
  [[nodiscard]] static result<InclusionFile> parse(std::string_view bytes);
  /// The file.
  [[nodiscard]] std::string to_text() const;
};

/// A file that proves that a journal goes on where a checkpoint that was kept ended.
struct ConsistencyFile {
  std::uint64_t old_size = 0;  ///< Size of the older one.
  std::vector<Hash> hashes;    ///< consistency_proof().
  std::string checkpoint;      ///< The note of the newer checkpoint.

  /// Reads "old SIZE", the hashes, an empty line and the checkpoint. @return it, or journal.form.
  [[nodiscard]] static result<ConsistencyFile> parse(std::string_view bytes);
  /// The file.
  [[nodiscard]] std::string to_text() const;
};

}  // namespace v1
}  // namespace annexa
