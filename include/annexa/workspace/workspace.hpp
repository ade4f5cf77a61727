#pragma once
/// @file
/// A workspace: a journal folded into a state. What most programs use.

#include <annexa/base/environment.hpp>
#include <annexa/base/time_zone.hpp>
#include <annexa/command/command.hpp>
#include <annexa/command/state.hpp>
#include <annexa/journal/postgres_store.hpp>
#include <annexa/journal/sqlite_store.hpp>
#include <annexa/journal/store.hpp>
#include <annexa/journal/store_proof.hpp>
#include <annexa/journal/verify.hpp>

#include <boost/json/fwd.hpp>
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

/// Where an event of an answer stands.
struct AppendedEvent {
  std::uint64_t position = 0;  ///< 0 for the journal's first event.
  Uuid id;                     ///< Event::id.
  std::string kind;            ///< Event::kind.
  friend bool operator==(AppendedEvent const&, AppendedEvent const&) = default;
};

/// What a command came to.
struct Answer {
  std::uint64_t size = 0;             ///< Events in the journal behind this command's own.
  std::vector<AppendedEvent> events;  ///< Its events; none if nothing changed, or after a dry run.
  std::vector<Violation> warnings;    ///< Practice that was not followed. A repeated command has none.
};

/// An answer as `{"size":N,"events":[{"position","id","kind"}],"warnings":[…]}`.
[[nodiscard]] boost::json::value write_answer(Answer const& answer);

/// When the state is written into the store, so that the next opening reads it and not all events. It stands for the
/// events, and is thrown away wherever it does not fit them.
struct SnapshotPolicy {
  bool use = true;               ///< Opening takes the snapshot that is kept. Without, it reads every event.
  bool on_close = true;          ///< Write one when the workspace is closed, if it is due.
  bool while_open = false;       ///< Write one after an append, if it is due; whoever appended waits for that.
  std::uint64_t least = 10'000;  ///< One is due when so many events have come since the last one,
  unsigned percent = 2;          ///< and so many in a hundred of all: so that writing stays a small part of the work.
};

/// How a workspace is opened.
struct WorkspaceOptions {
  Environment environment;       ///< Clock, random bytes and log; system_environment() where a function is empty.
  std::string actor = "system";  ///< Who acts, unless a command says another.
  /// Of create_file() and open_file(): how appends to a file become final. A server has its own way.
  SqliteJournal journal = SqliteJournal::rollback;
  /// Called while the journal is read: events done and in all. @return false to stop (cancelled). May be empty.
  std::function<bool(std::uint64_t done, std::uint64_t total)> progress;
  SnapshotPolicy snapshots = {};  ///< When the state is kept in the store.
  ZoneReader zones = {};          ///< Where the names of time zones are looked up; system_zones() when empty.
};

/// A journal and the state that it folds to.
///
/// @par Threads
/// Any thread may call; calls that write take turns. state() gives a snapshot that stays as it is.
/// @par Several programs
/// Others may append to the same journal. apply() then reads what is new and decides again, so nothing is decided on
/// old knowledge; `expected_version` refuses instead.
class Workspace {
 public:
  /// Makes a workspace in @p store, which must be empty, for the organisation of that name.
  [[nodiscard]] static result<Workspace> create(std::unique_ptr<Store> store, std::string const& organization,
                                                WorkspaceOptions options = {});
  /// Opens the workspace in @p store. Reads the state that the store keeps, and the events behind it; all events where
  /// it keeps none, or one that does not fit them (SnapshotPolicy).
  [[nodiscard]] static result<Workspace> open(std::unique_ptr<Store> store, WorkspaceOptions options = {});

  /// Makes a workspace in a new file, or for a new tenant of a server (postgres_store()). What is there is refused.
  /// @param where  a path, or a URL such as `postgres://db.example/audits?tenant=acme`.
  [[nodiscard]] static result<Workspace> create_file(std::string const& where, std::string const& organization,
                                                     WorkspaceOptions options = {});
  /// Opens the workspace in a file, or that of a tenant of a server.
  /// @param where  a path or a URL.
  [[nodiscard]] static result<Workspace> open_file(std::string const& where, OpenMode mode = OpenMode::open,
                                                   WorkspaceOptions options = {});

  /// Takes the other's journal and state; what is left may only be assigned to or destroyed.
  Workspace(Workspace&&) noexcept;
  /// As moving. What was here is closed.
  Workspace& operator=(Workspace&&) noexcept;
  /// Closes it (SnapshotPolicy::on_close). What cannot be written then is made of the events by the next opening.
  ~Workspace();

  /// The state as it is now.
  [[nodiscard]] std::shared_ptr<State const> state() const;
  /// The root of the journal's tree, as far as this workspace has read it.
  [[nodiscard]] Hash root() const;
  /// Reads what others appended since. @return the new size of the journal.
  [[nodiscard]] result<std::uint64_t> refresh();

  /// Decides @p commands one after the other and appends their events in one transaction: all or nothing.
  /// @return an answer for each command; or an error that names the command by its index ("/3/owner"), nothing changed.
  [[nodiscard]] result<std::vector<Answer>> apply(std::span<Command const> commands);
  /// Decides one command.
  [[nodiscard]] result<Answer> apply(Command const& command);

  /// At most @p limit events from position @p from, as the journal's bytes. The durable feed: poll it.
  [[nodiscard]] result<std::vector<StoredEvent>> events(std::uint64_t from, std::uint64_t limit) const;
  /// Every event with its personal texts, as far as they are not erased: all that the workspace knows.
  /// @return the events in order, or what the store refuses. Linear in the journal.
  [[nodiscard]] result<std::vector<Event>> history() const;
  /// Takes over the history of another workspace: every event as it was, who did it and when, under the identity of
  /// this one. Nothing is decided again. Where this workspace has been made and nothing else has been done in it.
  /// @param check  looks at the state that it comes to before anything is recorded; what it refuses ends it. May be
  /// empty.
  /// @param dry_run  true to look and record nothing.
  /// @return how many events were recorded; or workspace.used (conflict), `event.*` with the place of an event that
  /// this
  ///         annexa does not know or that does not follow, `journal.*`, reference.unknown, or the error of @p check.
  ///         Nothing is recorded then.
  [[nodiscard]] result<std::uint64_t> replay(std::vector<Event> events,
                                             std::function<result<void>(State const&)> const& check = {},
                                             bool dry_run = false);
  /// The bytes of a blob that an event names (BlobReference), or nothing. Compared with its hash.
  /// @return them; or journal.changed-blob.
  [[nodiscard]] result<std::optional<std::string>> blob(Hash const& sha256) const;
  /// Events of the state that is kept: of the snapshot that this workspace read or wrote last; 0 if there was none.
  [[nodiscard]] std::uint64_t snapshot_size() const;
  /// Writes the state into the store at once, whether it is due or not. For programs that never close. Others append
  /// meanwhile.
  /// @return true if it is kept: not by a store that keeps none or may only be read.
  [[nodiscard]] result<bool> keep_snapshot();
  /// verify_workspace().
  [[nodiscard]] result<Verification> verify(VerifyOptions const& options = {}) const;

  /// The name of the journal, where nobody gives it another: origin_of() its head.
  [[nodiscard]] std::string origin() const;
  /// Signs the journal as it is now: sign_journal().
  [[nodiscard]] result<Note> sign(PrivateKey const& key, std::string const& origin = {},
                                  std::optional<Checkpoint> const& last = {}) const;
  /// Proves that an event, named as find_event() reads it, stands in the journal of a checkpoint: prove_event().
  [[nodiscard]] result<InclusionFile> prove(std::string_view event, Note const& note) const;
  /// Proves that the journal of a checkpoint goes on where that of an older one ended: annexa::prove_history().
  [[nodiscard]] result<ConsistencyFile> prove_history(Checkpoint const& older, Note const& note) const;
  /// Copies the workspace to a new file while it stays in use, and verifies the copy (Store::back_up).
  /// @return the head of the copy.
  [[nodiscard]] result<Head> back_up(std::string const& path, BackupOptions const& options = {}) const;

  /// The present time as this workspace has it.
  [[nodiscard]] Instant now() const;
  /// Who acts, unless a command says another.
  [[nodiscard]] std::string const& actor() const;

 private:
  struct Core;
  explicit Workspace(std::unique_ptr<Core> core);
  std::unique_ptr<Core> core_;
};

/// The bytes of the blob with the SHA-256 that @p hex says. @return them; or journal.no-blob, journal.changed-blob.
[[nodiscard]] result<std::string> find_blob(Workspace const& workspace, std::string_view hex);

/// What a workspace holds: `{"workspace","size","root","snapshot","records":{"units":12,…}}`. Linear in the number of
/// nouns.
[[nodiscard]] boost::json::value write_stats(Workspace const& workspace);

/// Verifies the journal in @p store (verify()), and if nothing is wrong with it and VerifyOptions::contents is set,
/// also what its events mean: that each personal text that is gone went by an erasure on record (else
/// workspace.taken-text), and that the state that is kept is the one that the events fold to (else workspace.snapshot).
/// @return what was found; or an error if the store could not be read (storage) or the caller stopped it (cancelled).
/// @par Cost
/// Linear; with VerifyOptions::contents it holds the state.
/// @source{7.5.3; control A.5.33; control A.5.34}
[[nodiscard]] result<Verification> verify_workspace(Store& store, VerifyOptions const& options = {});

}  // namespace v1
}  // namespace annexa
