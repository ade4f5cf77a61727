#pragma once
/// @file
/// Where a journal is kept: the port that every store answers to, and the stores that come with annexa.

#include <annexa/base/error.hpp>
#include <annexa/journal/event_bytes.hpp>
#include <annexa/journal/merkle_tree.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

/// What a journal holds, in a few bytes.
struct Head {
  Uuid tenant;    ///< The workspace whose journal this is.
  Frontier tree;  ///< The tree over all events.
  /// Number of events; the position of the next one.
  [[nodiscard]] std::uint64_t size() const noexcept { return tree.size(); }
  friend bool operator==(Head const&, Head const&) = default;
};

/// An event as the store keeps it. The bytes are the record; the other members are the store's index and are as
/// trustworthy as the store (verify() compares them).
struct StoredEvent {
  std::uint64_t position = 0;  ///< 0 for the first event of the journal: the index of its leaf in the tree.
  Uuid id;                     ///< Event::id as indexed; nil if the store's entry is damaged.
  Uuid stream;                 ///< Event::stream as indexed; nil if the store's entry is damaged.
  std::uint64_t version = 0;   ///< Event::version as indexed.
  Hash leaf;                   ///< leaf_hash() of the bytes when they were appended.
  std::string bytes;           ///< What decode() reads.
};

/// Called for one event. @return false to stop.
using EventVisitor = std::function<bool(StoredEvent const&)>;

/// How a journal is copied.
struct BackupOptions {
  bool compact = false;  ///< Leaves out what the file does not use any more; the store waits meanwhile. A copy of what
                         ///< is no file is always compact.
  /// May be empty. Gets parts done and parts in all. @return false to stop.
  std::function<bool(std::uint64_t done, std::uint64_t total)> progress = {};
};

/// A state that the first events of a journal fold to, kept beside them so that opening need not read them all. What is
/// in its parts, only whoever wrote it knows; no personal text may be, or an erasure would leave it there.
struct SnapshotHead {
  std::string form;        ///< What the parts are written in, with its version: whoever does not know it ignores them.
  std::uint64_t size = 0;  ///< Events that were folded.
  Hash root;               ///< Root of the tree over them.
  friend bool operator==(SnapshotHead const&, SnapshotHead const&) = default;
};

/// Gives the next part of a snapshot, of at most blob_limit bytes; nothing after the last.
using SnapshotSource = std::function<std::optional<std::string>()>;

/// Called for one part of a snapshot, in their order. @return false to stop.
using SnapshotVisitor = std::function<bool(std::string_view part)>;

/// One journal, append-only, and beside it the erasable personal texts, and whatever else can be made of the events
/// again.
///
/// @par Threads
/// Any thread may call; each call locks the store for as long as it touches it. Callbacks run without the lock, so they
/// may call the store again.
/// @par Errors
/// conflict: somebody else was first or is writing; deciding again and repeating may help. storage: the world refused
/// (disk, rights); what was there before is still there and readable. integrity: what is there was not written by
/// annexa.
class Store {
 public:
  virtual ~Store() = default;

  /// The journal's head at this moment.
  [[nodiscard]] virtual result<Head> head() = 0;

  /// Appends @p events and erases the texts under @p erase, all or nothing. When it returns, what was appended survives
  /// a loss of power.
  /// @param expected_size  events that the caller knows of.
  /// @param events         each with the next version of its stream and an id that is new to the journal.
  /// @return the new head; or journal.stale (another size), journal.duplicate-event, journal.stream-version, store.*.
  [[nodiscard]] virtual result<Head> append(std::uint64_t expected_size, std::span<EncodedEvent const> events,
                                            std::span<Hash const> erase) = 0;
  /// Appends @p events, all or nothing.
  [[nodiscard]] result<Head> append(std::uint64_t expected_size, std::span<EncodedEvent const> events) {
    return append(expected_size, events, {});
  }

  /// Calls @p visit for at most @p limit events from position @p from, in the order of positions. Reads in pages, so a
  /// writer never waits for longer than a page takes.
  /// @return how many events were visited.
  [[nodiscard]] virtual result<std::uint64_t> read(std::uint64_t from, std::uint64_t limit,
                                                   EventVisitor const& visit) = 0;

  /// The position of the event with that id, so that a retry can tell whether it was recorded.
  [[nodiscard]] virtual result<std::optional<std::uint64_t>> find(Uuid const& id) = 0;

  /// The text under a commitment, or nothing if there is none (any more).
  [[nodiscard]] virtual result<std::optional<PersonalText>> personal(Hash const& commitment) = 0;

  /// The same for many, in their order. One call is quicker than many.
  [[nodiscard]] virtual result<std::vector<std::optional<PersonalText>>> personal_texts(
      std::span<Hash const> commitments);

  /// Hashes of complete subtrees, @p count at most from index @p from on, without a gap: at level 0 the leaves, at
  /// levels 8, 16, … those that the store keeps beside the events, so that a proof reads some hundred hashes and not
  /// all leaves. A store that keeps none at that level answers none, and whoever asks computes them.
  [[nodiscard]] virtual result<std::vector<Hash>> subtrees(int level, std::uint64_t from, std::uint64_t count);

  /// True if append() keeps blobs (EncodedEvent::blob), in the transaction that holds the event. A store that does not
  /// refuses such an event (journal.event-too-large).
  [[nodiscard]] virtual bool keeps_blobs() const noexcept { return false; }

  /// The bytes of the blob with that hash, as they are kept, or nothing. decode() compares them with the hash.
  [[nodiscard]] virtual result<std::optional<std::string>> blob(Hash const& sha256);

  /// Reads the snapshot that is kept, part by part.
  /// @param wanted  decides by its head whether the parts are read.
  /// @return true if every part was visited; false if none is kept (as by a store that keeps none), it was not wanted,
  ///         the visitor stopped, or it was replaced meanwhile.
  [[nodiscard]] virtual result<bool> read_snapshot(std::function<bool(SnapshotHead const&)> const& wanted,
                                                   SnapshotVisitor const& visit);

  /// Keeps a snapshot in the place of the one before, unless that one counts more events. Others append meanwhile.
  /// @return true if it is kept; false by a store that keeps none, or that may only be read.
  [[nodiscard]] virtual result<bool> keep_snapshot(SnapshotHead const& head, SnapshotSource const& next);

  /// Erases the text under a commitment; the journal itself and its proofs stay as they are.
  /// @return true if there was one. Copies of the store made before keep it.
  [[nodiscard]] virtual result<bool> erase_personal(Hash const& commitment) = 0;

  /// What is wrong with the store below the journal: for SQLite its own integrity check. Linear in the size of the
  /// store.
  /// @param proceed  asked now and then; false stops the check.
  /// @return all that was found, or the error why it could not be checked (cancelled when stopped).
  [[nodiscard]] virtual result<std::vector<Violation>> check(std::function<bool()> const& proceed) = 0;

  /// Copies the journal and its personal texts to a new file while the store stays in use, then verifies the copy as
  /// verify() does, down to every event. The file has its name only once it was verified and reached the disk. What is
  /// no file is copied event by event into one: a journal on a server as it was at one moment, any other as long as
  /// nobody writes to it meanwhile.
  /// @param path  an existing file is refused.
  /// @return the head of the copy, which counts at least what the store held when it began; or store.exists,
  ///         store.copy (it did not verify, and is gone), journal.cancelled, store.grew (conflict), …
  [[nodiscard]] virtual result<Head> back_up(std::string const& path, BackupOptions const& options);

  /// True if what was appended may be taken back again, because it belongs to a transaction of the host's. Whoever
  /// folded it has to begin anew then. False for all stores that come with annexa: there it would be tampering.
  [[nodiscard]] virtual bool may_go_back() const noexcept { return false; }

 protected:
  Store() = default;
  /// Only a store of the same kind copies one.
  Store(Store const&) = default;
  /// As copying.
  Store& operator=(Store const&) = default;
};

/// For decode(): finds personal texts in @p store, which must live as long as the function.
[[nodiscard]] inline PersonalLookup lookup_in(Store& store) {
  return [&store](Hash const& commitment) { return store.personal(commitment); };
}

/// For decode(): finds blobs in @p store, which must live as long as the function.
[[nodiscard]] inline BlobLookup blobs_in(Store& store) {
  return [&store](Hash const& sha256) { return store.blob(sha256); };
}

/// A journal in memory, for tests, simulations and hosts that persist elsewhere.
[[nodiscard]] std::unique_ptr<Store> memory_store(Uuid const& tenant);

}  // namespace v1
}  // namespace annexa
