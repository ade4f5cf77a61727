#include <annexa/workspace/workspace.hpp>

#include <algorithm>
#include <annexa/command/decide.hpp>
#include <annexa/journal/event_bytes.hpp>
#include <annexa/journal/sha256.hpp>
#include <boost/json.hpp>
#include <mutex>
#include <set>

#include "erasure.hpp"
#include "journal/event_place.hpp"
#include "journal/journal_rules.hpp"
#include "signatures.hpp"
#include "snapshot.hpp"

namespace annexa {
inline namespace v1 {
namespace json = boost::json;

namespace {

constexpr Rule not_empty{"workspace.not-empty", "The store holds {size} events already; open it instead.", "",
                         ErrorKind::conflict};
constexpr Rule crowded{"workspace.crowded", "Others keep writing to this workspace; try again.", "",
                       ErrorKind::conflict};
constexpr Rule stopped{"workspace.cancelled", "Stopped while the journal was read.", "", ErrorKind::cancelled};
constexpr Rule other_command{"command.id",
                             "The id {id} belongs to a command that was recorded as {kind}; give this one another.", "",
                             ErrorKind::conflict};
constexpr Rule used{"workspace.used",
                    "The workspace holds {size} events; a history is taken over by one that was made and not used yet.",
                    "", ErrorKind::conflict};
constexpr Rule twice{"event.twice", "Event {found} has the id of an event before it.", "", ErrorKind::integrity};
constexpr Rule dangling{"reference.unknown", "There is no {noun} \"{key}\".", "", ErrorKind::integrity};
constexpr int most_attempts = 8;

// What a batch of commands came to, before it is appended.
struct Batch {
  State state;
  std::vector<EncodedEvent> events;
  std::vector<Answer> answers;
  std::uint64_t expected_size = 0;
  std::vector<Hash> erase;  // commitments whose texts go with these events
};

}  // namespace

struct Workspace::Core {
  std::unique_ptr<Store> store;
  WorkspaceOptions options;
  mutable std::mutex mutex;
  std::shared_ptr<State const> state = std::make_shared<State>();
  Frontier tree;
  std::uint64_t kept_size = 0;  // events of the snapshot that this workspace read or wrote last

  Core(std::unique_ptr<Store> from, WorkspaceOptions with) : store(std::move(from)), options(std::move(with)) {
    auto const system = system_environment();
    auto& environment = options.environment;
    if (!environment.now) environment.now = system.now;
    if (!environment.random) environment.random = system.random;
    if (!options.zones) options.zones = system_zones();
  }

  // Tells the host what happened, never what a record holds. What the log does must not undo what was done.
  void note(LogLevel level, json::object const& line) const noexcept {
    try {
      if (options.environment.log) options.environment.log(level, json::serialize(line));
    } catch (...) {  // a log that fails is the host's affair
    }
  }

  void note_refusal(Error const& error) const {
    json::array rules;
    for (auto const& each : error.violations()) rules.emplace_back(each.rule);
    note(LogLevel::info,
         {{"event", "workspace.refused"}, {"kind", name_of(error.kind())}, {"rules", std::move(rules)}});
  }

  // Reads the journal for the first time.
  result<std::uint64_t> open() {
    auto const head = store->head();
    if (!head) return head.error();
    auto kept = options.snapshots.use ? restore_snapshot(*store, *head) : std::nullopt;
    if (!kept) return catch_up();
    kept_size = kept->state.size;
    state = std::make_shared<State const>(std::move(kept->state));
    tree = std::move(kept->tree);
    auto const size = catch_up();
    if (size || size.error().kind() != ErrorKind::integrity) return size;
    // Only the events themselves can tell whether it is they that do not fit, or the snapshot.
    state = std::make_shared<State>();
    tree = Frontier();
    kept_size = 0;
    return catch_up();
  }

  // Writes a snapshot if one is due. @pre the mutex is not held: others go on meanwhile.
  void keep_if_due() {
    auto const& policy = options.snapshots;
    {
      std::scoped_lock const lock(mutex);
      auto const fresh = state->size - std::min(kept_size, state->size);
      if (fresh < policy.least || fresh * 100 < state->size * policy.percent) return;
    }
    auto const kept = keep();
    if (!kept)
      note(LogLevel::warning, {{"event", "workspace.no-snapshot"}, {"rule", kept.error().violations().front().rule}});
  }

  result<bool> keep() {
    std::shared_ptr<State const> from;
    Hash root;
    {
      std::scoped_lock const lock(mutex);
      from = state;
      root = tree.root();
      kept_size = from->size;  // before it is written, so that nobody else begins
    }
    auto const kept = write_snapshot(*store, from, root);
    if (kept && *kept) note(LogLevel::info, {{"event", "workspace.snapshot"}, {"size", from->size}});
    return kept;
  }

  void close() noexcept {
    try {
      if (options.snapshots.on_close) keep_if_due();
    } catch (...) {  // what the next opening makes of the events
    }
  }

  // Folds what the journal holds behind the state. @pre the mutex is held.
  result<std::uint64_t> catch_up() {
    auto const head = store->head();
    if (!head) return head.error();
    bool const fits = head->size() >= state->size && (head->size() > state->size || head->tree == tree);
    if (!fits && store->may_go_back()) start_anew();
    if (head->size() == state->size && state->workspace == head->tenant) return state->size;
    bool const from_the_beginning = state->size == 0;
    auto read = read_up_to(*head);
    if (read || from_the_beginning || !store->may_go_back()) return read;
    start_anew();  // it went back, and grew another way
    return read_up_to(*head);
  }

  void start_anew() {
    state = std::make_shared<State const>();
    tree = {};
  }

  result<std::uint64_t> read_up_to(Head const& head) {
    State next = *state;
    next.workspace = head.tenant;
    Frontier grown = tree;
    std::optional<Error> failed;
    auto const lookup = lookup_in(*store);
    auto const blobs = blobs_in(*store);
    auto const take = [&](StoredEvent const& stored) {
      auto const event = decode(stored.bytes, head.tenant, lookup, blobs);
      auto const folded = event ? fold(next, *event) : result<void>(event.error());
      if (!folded) failed = in_event(folded.error(), stored.position);
      grown.append(leaf_hash(stored.bytes));
      if (!failed && options.progress && (stored.position + 1) % 1000 == 0 &&
          !options.progress(stored.position + 1, head.size()))
        failed = Error(stopped, "");
      return !failed;
    };
    auto const read = store->read(state->size, head.size() - state->size, take);
    if (failed) return *std::move(failed);
    if (!read) return read.error();
    if (grown.size() != head.size())
      return Error(journal_rules::size, "/events",
                   {{"expected", std::to_string(head.size())}, {"found", std::to_string(grown.size())}});
    if (grown != head.tree)
      return Error(journal_rules::root, "/events",
                   {{"expected", to_string(head.tree.root())}, {"found", to_string(grown.root())}});
    state = std::make_shared<State const>(std::move(next));
    tree = std::move(grown);
    return state->size;
  }

  [[nodiscard]] Context context() const {
    return {options.environment.now(), options.actor, options.environment.random, options.zones};
  }

  // The answer of a command that was recorded before, or nothing.
  result<std::optional<Answer>> repeated(Command const& command) {
    if (!command.envelope.id) return std::optional<Answer>{};
    auto const position = store->find(first_event_id(*command.envelope.id));
    if (!position) return position.error();
    if (!*position) return std::optional<Answer>{};
    Answer answer;
    std::optional<Error> failed;
    auto const take = [&](StoredEvent const& stored) {
      auto const event = decode(stored.bytes, state->workspace);
      if (!event) failed = event.error();
      if (failed || event->command != *command.envelope.id) return false;
      answer.events.push_back({stored.position, event->id, event->kind});
      answer.size = stored.position + 1;
      return true;
    };
    auto const read = store->read(**position, event_limit, take);
    if (failed) return *std::move(failed);
    if (!read) return read.error();
    bool const same = std::ranges::any_of(answer.events, [&](AppendedEvent const& event) {
      return event.kind.starts_with(std::string(command.kind().name) + '/');
    });
    if (!same)
      return Error(other_command, "/id",
                   {{"id", to_string(*command.envelope.id)}, {"kind", answer.events.front().kind}});
    return std::optional<Answer>(std::move(answer));
  }

  // Adds what is to be erased: of the journal, and of what the commands before in this batch bring.
  result<void> order_erasure(std::span<ErasureOrder const> orders, Batch& batch) {
    for (auto const& order : orders) {
      auto const found = commitments_of(order, *store, state->workspace, batch.expected_size, batch.events);
      if (!found) return found.error();
      batch.erase.insert(batch.erase.end(), found->begin(), found->end());
    }
    return {};
  }

  result<void> decide_one(Command const& command, Batch& batch) {
    auto const before = repeated(command);
    if (!before) return before.error();
    if (*before) {
      batch.answers.push_back(**before);
      return {};
    }
    auto decided = decide(batch.state, command, context());
    if (!decided) return decided.error();
    if (auto const held = check_signatures(command); !held) return held.error();
    Answer answer;
    answer.warnings = std::move(decided->warnings);
    answer.size = batch.state.size;
    if (!command.envelope.dry_run) {
      if (auto const ordered = order_erasure(decided->erase, batch); !ordered) return ordered.error();
      for (auto const& event : decided->events) {
        auto encoded = encode(event, batch.state.workspace);
        if (!encoded) return encoded.error();
        answer.events.push_back({batch.expected_size + batch.events.size(), event.id, event.kind});
        batch.events.push_back(*std::move(encoded));
      }
      batch.state = std::move(decided->state);
      answer.size = batch.state.size;
    }
    batch.answers.push_back(std::move(answer));
    return {};
  }

  result<Batch> decide_all(std::span<Command const> commands) {
    Batch batch{*state, {}, {}, state->size, {}};
    for (std::size_t i = 0; i < commands.size(); ++i) {
      auto const done = decide_one(commands[i], batch);
      if (done) continue;
      if (commands.size() == 1) return done.error();
      Error placed(done.error().kind());
      placed.add(done.error(), '/' + std::to_string(i));
      return placed;
    }
    return batch;
  }

  // ---- Taking over a history

  // An event of another workspace as the next one of this: of the same record, under this identity.
  static void make_own(Event& event, State const& state) {
    auto const* data = event.data ? event.data->if_object() : nullptr;
    auto const* name = data ? data->if_contains("noun") : nullptr;
    auto const* key = data ? data->if_contains("key") : nullptr;
    auto const* noun = name && name->is_string() ? find_noun(name->get_string()) : nullptr;
    if (!noun || !key || !key->is_string()) return;  // folding says what is wrong
    auto const* row = state.table(*noun).find(key->get_string());
    event.stream = record_uuid(state.workspace, noun->name, key->get_string());
    event.version = (row ? row->version : 0) + 1;
  }

  static result<void> take_event(Event& event, Batch& batch, std::set<std::string>& seen) {
    if (!seen.insert(to_string(event.id)).second) return Error(twice, "", {{"found", to_string(event.id)}});
    make_own(event, batch.state);
    if (auto const folded = fold(batch.state, event); !folded) return folded.error();
    auto encoded = encode(event, batch.state.workspace);
    if (!encoded) return encoded.error();
    batch.events.push_back(*std::move(encoded));
    return {};
  }

  // Every record that another one names is there; annexa itself is nobody's record.
  static Error dangling_references(State const& state) {
    Error errors(ErrorKind::integrity);
    for (auto const& noun : nouns())
      state.table(noun).for_each([&](TableRow const& row) {
        for_each_reference(*noun.type, row.record.get(), "",
                           [&](std::string_view target, std::string const& key, std::string const& where) {
                             auto const* type = find_noun(target);
                             bool const own = key == tool_actor && target == Person::type_name;
                             if (!type || where == "/key" || own || state.table(*type).find(key)) return;
                             errors.add(dangling, std::string(noun.name) + ' ' + row.key + where,
                                        {{"noun", std::string(target)}, {"key", key}});
                           });
      });
    return errors;
  }

  result<std::uint64_t> replay(std::vector<Event> events, std::function<result<void>(State const&)> const& check,
                               bool dry_run) {
    std::scoped_lock const lock(mutex);
    if (auto const size = catch_up(); !size) return size.error();
    if (state->size > 1) return Error(used, "", {{"size", std::to_string(state->size)}});
    Batch batch{*state, {}, {}, state->size, {}};
    std::set<std::string> seen;
    for (std::size_t i = 0; i < events.size(); ++i) {
      // Workspaces made from one seed have the same first id; the event that comes in gets another.
      auto const held = store->find(events[i].id);
      if (!held) return held.error();
      if (*held) events[i].id = name_based_uuid(state->workspace, to_string(events[i].id));
      auto const taken = take_event(events[i], batch, seen);
      if (!taken) return in_history(taken.error(), i);
    }
    if (auto const refused = dangling_references(batch.state); !refused.empty()) return refused;
    if (auto const checked = check ? check(batch.state) : result<void>(); !checked) return checked.error();
    auto const count = batch.events.size();
    if (dry_run || count == 0) return count;
    auto const head = store->append(batch.expected_size, batch.events, {});
    if (!head) return head.error();
    note(LogLevel::info, {{"event", "workspace.replayed"}, {"events", count}, {"size", batch.state.size}});
    adopt(std::move(batch));
    return count;
  }

  static Error in_history(Error const& error, std::size_t index) {
    auto violations = error.violations();
    for (auto& each : violations)
      each.where = "/events/" + std::to_string(index) + (each.where.starts_with('/') ? each.where : "");
    return {error.kind(), std::move(violations)};
  }

  result<std::vector<Event>> history() const {
    auto const head = store->head();
    if (!head) return head.error();
    std::vector<Event> events;
    std::optional<Error> failed;
    auto const lookup = lookup_in(*store);
    auto const blobs = blobs_in(*store);
    auto const read = store->read(0, head->size(), [&](StoredEvent const& stored) {
      auto event = decode(stored.bytes, head->tenant, lookup, blobs);
      if (event)
        events.push_back(*std::move(event));
      else
        failed = in_event(event.error(), stored.position);
      return !failed;
    });
    if (failed) return *std::move(failed);
    if (!read) return read.error();
    return events;
  }

  void adopt(Batch&& batch) {
    state = std::make_shared<State const>(std::move(batch.state));
    for (auto const& event : batch.events) tree.append(leaf_hash(event.bytes));
  }

  result<std::vector<Answer>> apply(std::span<Command const> commands) {
    auto answers = apply_locked(commands);
    if (answers && options.snapshots.while_open) keep_if_due();
    return answers;
  }

  result<std::vector<Answer>> apply_locked(std::span<Command const> commands) {
    std::scoped_lock const lock(mutex);
    for (int attempt = 0; attempt < most_attempts; ++attempt) {
      if (auto const size = catch_up(); !size) return size.error();
      auto batch = decide_all(commands);
      if (!batch) {
        note_refusal(batch.error());
        return batch.error();
      }
      if (batch->events.empty()) return std::move(batch->answers);
      auto const head = store->append(batch->expected_size, batch->events, batch->erase);
      if (head) {
        auto answers = std::move(batch->answers);
        note(LogLevel::info, {{"event", "workspace.appended"},
                              {"commands", commands.size()},
                              {"events", batch->events.size()},
                              {"size", batch->state.size}});
        adopt(*std::move(batch));
        return answers;
      }
      // Somebody else was first: what he wrote may change the decision.
      if (!head.error().names("journal.stale")) return head.error();
      note(LogLevel::warning, {{"event", "workspace.retried"}, {"attempt", attempt + 1}});
    }
    return Error(crowded, "");
  }
};

Workspace::Workspace(std::unique_ptr<Core> core) : core_(std::move(core)) {}
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&& other) noexcept {
  if (this != &other) {
    if (core_) core_->close();
    core_ = std::move(other.core_);
  }
  return *this;
}
Workspace::~Workspace() {
  if (core_) core_->close();
}

result<Workspace> Workspace::open(std::unique_ptr<Store> store, WorkspaceOptions options) {
  auto core = std::make_unique<Core>(std::move(store), std::move(options));
  auto const size = core->open();
  if (!size) return size.error();
  core->note(LogLevel::info, {{"event", "workspace.opened"}, {"size", *size}});
  return Workspace(std::move(core));
}

result<Workspace> Workspace::create(std::unique_ptr<Store> store, std::string const& organization,
                                    WorkspaceOptions options) {
  auto opened = open(std::move(store), std::move(options));
  if (!opened) return opened;
  if (auto const size = opened->state()->size; size != 0) return Error(not_empty, "", {{"size", std::to_string(size)}});
  Organization first;
  first.key = *Key<"organization">::parse("organization");
  first.name = organization;
  auto const answer = opened->apply(Command::of("organization.describe", std::move(first)));
  if (!answer) return answer.error();
  return opened;
}

std::shared_ptr<State const> Workspace::state() const {
  std::scoped_lock const lock(core_->mutex);
  return core_->state;
}

Hash Workspace::root() const {
  std::scoped_lock const lock(core_->mutex);
  return core_->tree.root();
}

result<std::uint64_t> Workspace::refresh() {
  std::scoped_lock const lock(core_->mutex);
  return core_->catch_up();
}

result<std::vector<Answer>> Workspace::apply(std::span<Command const> commands) { return core_->apply(commands); }

result<Answer> Workspace::apply(Command const& command) {
  auto answers = core_->apply({&command, 1});
  if (!answers) return answers.error();
  return std::move(answers->front());
}

result<std::vector<StoredEvent>> Workspace::events(std::uint64_t from, std::uint64_t limit) const {
  std::vector<StoredEvent> found;
  auto const read = core_->store->read(from, limit, [&](StoredEvent const& event) {
    found.push_back(event);
    return true;
  });
  if (!read) return read.error();
  return found;
}

result<std::vector<Event>> Workspace::history() const {
  std::scoped_lock const lock(core_->mutex);
  return core_->history();
}

result<std::uint64_t> Workspace::replay(std::vector<Event> events,
                                        std::function<result<void>(State const&)> const& check, bool dry_run) {
  return core_->replay(std::move(events), check, dry_run);
}

result<std::optional<std::string>> Workspace::blob(Hash const& sha256) const {
  auto found = core_->store->blob(sha256);
  if (!found || !*found) return found;
  auto const hash = annexa::sha256(**found);
  if (hash == sha256) return found;
  return Error(journal_rules::changed_blob, "",
               {{"sha256", to_string(sha256)},
                {"size", std::to_string((*found)->size())},
                {"found", to_string(hash)},
                {"bytes", std::to_string((*found)->size())}});
}

std::uint64_t Workspace::snapshot_size() const {
  std::scoped_lock const lock(core_->mutex);
  return core_->kept_size;
}

result<bool> Workspace::keep_snapshot() { return core_->keep(); }

result<Verification> Workspace::verify(VerifyOptions const& options) const {
  return verify_workspace(*core_->store, options);
}

std::string Workspace::origin() const { return origin_of(Head{state()->workspace, {}}); }

result<Note> Workspace::sign(PrivateKey const& key, std::string const& origin,
                             std::optional<Checkpoint> const& last) const {
  return sign_journal(*core_->store, origin, key, last);
}

result<InclusionFile> Workspace::prove(std::string_view event, Note const& note) const {
  auto const position = find_event(*core_->store, event);
  if (!position) return position.error();
  return prove_event(*core_->store, *position, note);
}

result<ConsistencyFile> Workspace::prove_history(Checkpoint const& older, Note const& note) const {
  return annexa::prove_history(*core_->store, older, note);
}

result<Head> Workspace::back_up(std::string const& path, BackupOptions const& options) const {
  auto head = core_->store->back_up(path, options);
  if (head) core_->note(LogLevel::info, {{"event", "workspace.copied"}, {"size", head->size()}});
  return head;
}

Instant Workspace::now() const { return core_->options.environment.now(); }
std::string const& Workspace::actor() const { return core_->options.actor; }

}  // namespace v1
}  // namespace annexa
