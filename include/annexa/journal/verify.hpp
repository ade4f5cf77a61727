#pragma once
/// @file
/// Whether a journal is what annexa wrote: everything that can be recomputed is recomputed.

#include <annexa/base/error.hpp>
#include <annexa/journal/checkpoint.hpp>
#include <annexa/journal/store.hpp>

#include <cstdint>
#include <functional>
#include <vector>

namespace annexa {
inline namespace v1 {

/// What to verify, and how to follow it.
struct VerifyOptions {
  /// Also read each event: its exact form, its place in its stream, the personal texts that it commits to, and the blob
  /// that it names. Without it only the tree is recomputed, several times faster.
  bool contents = true;
  /// Also let the store check itself (Store::check).
  bool store = true;
  /// Checkpoints that were kept elsewhere, of this journal: whatever was cut off, restored or written anew since is
  /// found.
  std::vector<Checkpoint> kept = {};
  /// Most problems that are listed; journal.more-problems counts the rest.
  std::size_t most_problems = 1000;
  /// May be empty. Gets events done and events in all, about every thousand events and at the end. @return false to
  /// stop.
  std::function<bool(std::uint64_t done, std::uint64_t total)> progress = {};
};

/// What verify() found.
struct Verification {
  std::uint64_t size = 0;           ///< Events read.
  Hash root;                        ///< Root of the tree over the bytes that were read.
  std::vector<Violation> problems;  ///< In the order of the journal; Violation::where is "/events/17" or "/head".
  /// True if nothing was found.
  [[nodiscard]] bool ok() const noexcept { return problems.empty(); }
};

/// Recomputes the journal in @p store from its bytes: leaves, tree and head, positions, streams without gaps or
/// repetitions, event ids, blobs against their hashes, and personal texts against their commitments.
///
/// It finds whatever does not fit together. It cannot find what fits: an older copy of the whole journal, a journal
/// written anew from its beginning or from some event on, events cut off at the end together with their head, events
/// appended in proper form, or a personal text that was taken away, which reads as erased. Against the first three a
/// checkpoint that was kept elsewhere helps (VerifyOptions::kept).
/// @return what was found; or an error if the store could not be read (storage) or the caller stopped it (cancelled).
/// @par Cost
/// Linear; needs memory for one UUID and a number for each event and each stream.
/// @source{RFC 6962; 7.5.3; control A.5.33}
[[nodiscard]] result<Verification> verify(Store& store, VerifyOptions const& options = {});

}  // namespace v1
}  // namespace annexa
