// Checkpoints of a journal, and proofs against them.
#include "checkpoint_commands.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>

#include "commands.hpp"

namespace {

namespace json = boost::json;
using annexa::Error;
using annexa::result;

constexpr annexa::Rule one_of_two{"option.checkpoint",
                                  "Name the signed checkpoint (--checkpoint) or a key to sign one (--key).", "",
                                  annexa::ErrorKind::usage};

constexpr annexa::Rule event_or_since{"option.event",
                                      "Name an event, or an older checkpoint (--since): one of the two is proved.", "",
                                      annexa::ErrorKind::usage};

std::string const& given_or(std::string const& given, std::string const& usual) {
  return given.empty() ? usual : given;
}

// What was signed before: the file that is named, or the one that is about to be replaced.
result<std::optional<annexa::Checkpoint>> signed_before(std::string const& named, std::string const& file) {
  auto const& path = given_or(named, file);
  std::error_code code;
  if (path.empty() || path == "-" || (named.empty() && !std::filesystem::is_regular_file(path, code)))
    return std::optional<annexa::Checkpoint>{};
  auto const note = note_in(path);
  if (!note) return note.error();
  auto const checkpoint = annexa::Checkpoint::parse(note->text);
  if (!checkpoint) return in_file(path, checkpoint.error());
  return std::optional(*checkpoint);
}

struct Options {
  std::string workspace, key, next_key, origin, after, file = "-", event, since, checkpoint, event_file;
};

// While a key is handed over both sign, so that whoever knows one of them can check.
result<void> add_next_signature(annexa::Note& note, std::string const& path) {
  if (path.empty()) return {};
  auto const key = private_key(path);
  if (!key) return key.error();
  note.signatures.push_back(annexa::sign_note(note.text, note.signatures.front().name, *key));
  return {};
}

int checkpoint(Session& session, Options const& options) {
  auto const store = annexa::open_store(options.workspace, annexa::OpenMode::read_only);
  if (!store) return session.fail(store.error());
  auto const key = private_key(options.key);
  if (!key) return session.fail(key.error());
  auto const last = signed_before(options.after, options.file);
  if (!last) return session.fail(last.error());
  auto note = annexa::sign_journal(**store, options.origin, *key, *last);
  if (!note) return session.fail(note.error());
  if (auto const added = add_next_signature(*note, options.next_key); !added) return session.fail(added.error());
  auto const text = note->to_text();
  if (auto written = session.write_beside(options.workspace, options.file, text); !written)
    return session.fail(written.error());
  auto const signed_one = annexa::Checkpoint::parse(note->text).value();
  annexa::NoteKey const known{signed_one.origin, annexa::SignatureKind::log, key->public_key()};
  session.say("Signed " + std::to_string(signed_one.size) +
              " events. Whoever checks it needs this key, from you and not from the file:");
  session.say(known.to_text());
  return Exit::done;
}

result<annexa::Note> checkpoint_for(annexa::Store& store, Options const& options) {
  if (!options.checkpoint.empty()) return note_in(options.checkpoint);
  if (options.key.empty()) return Error(one_of_two, "--checkpoint");
  auto const key = private_key(options.key);
  if (!key) return key.error();
  return annexa::sign_journal(store, options.origin, *key);
}

result<std::string> proof_of_history(annexa::Store& store, Options const& options, annexa::Note const& note) {
  auto const older = signed_before(options.since, "");
  if (!older) return older.error();
  auto const file = annexa::prove_history(store, **older, note);
  return file ? result<std::string>(file->to_text()) : in_file(options.since, file.error());
}

// The proof of an event; its exact bytes go to a file where somebody wants them.
result<std::string> proof_of_event(Session const& session, annexa::Store& store, Options const& options,
                                   annexa::Note const& note) {
  auto const position = annexa::find_event(store, options.event);
  if (!position) return position.error();
  auto const file = annexa::prove_event(store, *position, note);
  if (!file) return in_file(annexa::without_password(given_or(options.checkpoint, options.workspace)), file.error());
  result<void> written;
  auto const take = [&](annexa::StoredEvent const& event) {
    written = session.write_beside(options.workspace, options.event_file, event.bytes);
    return true;
  };
  if (!options.event_file.empty())
    if (auto const read = store.read(*position, 1, take); !read) return read.error();
  if (!written) return written.error();
  return file->to_text();
}

result<std::string> proof(Session const& session, annexa::Store& store, Options const& options) {
  if (options.event.empty() == options.since.empty()) return Error(event_or_since, "EVENT");
  auto const note = checkpoint_for(store, options);
  if (!note) return note.error();
  return options.since.empty() ? proof_of_event(session, store, options, *note)
                               : proof_of_history(store, options, *note);
}

int prove(Session& session, Options const& options) {
  auto const store = annexa::open_store(options.workspace, annexa::OpenMode::read_only);
  if (!store) return session.fail(store.error());
  auto const text = proof(session, **store, options);
  if (!text) return session.fail(text.error());
  auto const written = session.write_beside(options.workspace, options.file, *text);
  return written ? int{Exit::done} : session.fail(written.error());
}

// What is wrong with a file, whatever the place inside of it.
Error without_place(std::string const& path, Error const& error) {
  auto violations = error.violations();
  for (auto& each : violations) each.where = path;
  return {error.kind(), std::move(violations)};
}

// A key as somebody hands it over, as such or in a file.
result<annexa::NoteKey> public_key(std::string const& given, std::string const& origin) {
  std::error_code code;
  bool const is_file = given == "-" || std::filesystem::is_regular_file(given, code);
  auto const text = is_file ? read_file(given) : result<std::string>(given);
  if (!text) return text.error();
  auto key = annexa::read_public_key(*text, origin);
  if (!key) return in_file(is_file ? given : std::string("--public-key"), key.error());
  return key;
}

}  // namespace

Error in_file(std::string const& path, Error const& error) {
  Error placed(error.kind());
  placed.add(error, path);
  return placed;
}

result<annexa::Note> note_in(std::string const& path) {
  auto const bytes = read_file(path);
  if (!bytes) return bytes.error();
  auto note = annexa::Note::parse(*bytes);
  if (!note) return in_file(path, note.error());
  return note;
}

result<annexa::PrivateKey> private_key(std::string const& path) {
  auto const pem = read_file(path);
  if (!pem) return pem.error();
  auto key = annexa::PrivateKey::from_pem(*pem);
  if (!key) return in_file(path, key.error());
  return key;
}

CLI::Option* add_trust_options(CLI::App& command, TrustArguments& trust) {
  auto* keys = command.add_option("--public-key", trust.public_keys,
                                  "The key that signed it, or a witness's: PEM or NAME+ID+KEY, or a file of it");
  command.add_option("--origin", trust.origin, "Name of the journal; the one that its key says when absent");
  command.add_option("--witnesses", trust.witnesses, "How many witnesses have to have signed")
      ->check(CLI::Range(std::size_t{0}, annexa::Note::most_signatures));
  command.add_option(
      "--rotated", trust.rotations,
      "File by which a key that you trust was handed over to the next (rotate-key); in the order of time");
  return keys;
}

result<annexa::Trust> read_trust(TrustArguments const& arguments, std::string const& usual) {
  std::vector<std::string> keys;
  Error errors;
  for (auto const& each : arguments.public_keys) {
    auto const key = public_key(each, given_or(arguments.origin, usual));
    if (key)
      keys.push_back(key->to_text());
    else
      errors.add(key.error());
  }
  if (!errors.empty()) return errors;
  auto trust = annexa::read_trust(keys, arguments.origin, arguments.witnesses);
  if (!trust) return in_file("--public-key", trust.error());
  for (auto const& path : arguments.rotations) {
    auto const note = read_file(path);
    if (!note) return note.error();
    trust = annexa::follow_rotations(*std::move(trust), {&*note, 1});
    if (!trust) return without_place(path, trust.error());
  }
  return trust;
}

result<annexa::CheckedCheckpoint> checked_checkpoint(std::string const& path, annexa::Trust const& trust) {
  auto const bytes = read_file(path);
  if (!bytes) return bytes.error();
  auto checked = annexa::check_checkpoint(*bytes, trust);
  if (!checked) return in_file(path, checked.error());
  return checked;
}

result<std::vector<annexa::Checkpoint>> kept_checkpoints(annexa::Store& store, KeptCheckpoints const& kept) {
  if (kept.files.empty()) return std::vector<annexa::Checkpoint>{};
  auto const head = store.head();
  if (!head) return head.error();
  auto const trust = read_trust(kept.trust, annexa::origin_of(*head));
  if (!trust) return trust.error();
  std::vector<annexa::Checkpoint> found;
  Error errors;
  for (auto const& path : kept.files) {
    auto checked = checked_checkpoint(path, *trust);
    if (checked)
      found.push_back(std::move(checked->checkpoint));
    else
      errors.add(checked.error());
  }
  if (!errors.empty()) return errors;
  return found;
}

void add_checkpoint_commands(CLI::App& app, Chosen& chosen) {
  auto const options = std::make_shared<Options>();
  auto* sign =
      app.add_subcommand("checkpoint", "Sign the journal as it is: whoever keeps the checkpoint notices any change");
  sign->add_option("WORKSPACE", options->workspace, "The workspace")->required();
  sign->add_option("--key", options->key, "File of an Ed25519 private key in PEM (openssl genpkey -algorithm ed25519)")
      ->required();
  sign->add_option("--next-key", options->next_key, "The key to which it is handed over: both sign");
  sign->add_option("--origin", options->origin,
                   "Name of the journal, the same for ever; annexa/ and its UUID when absent");
  sign->add_option("--after", options->after, "The checkpoint signed before; the file that is replaced when absent");
  sign->add_option("-o,--output", options->file, "Where to write it; standard output when absent");
  sign->callback(
      [&chosen, options] { chosen = [options](Session& session) { return checkpoint(session, *options); }; });

  auto* show = app.add_subcommand(
      "prove", "Prove that an event stands in the journal, or that the journal goes on from an older checkpoint");
  show->add_option("WORKSPACE", options->workspace, "The workspace")->required();
  auto* event = show->add_option("EVENT", options->event, "Its position, from 0, or its id");
  auto* since =
      show->add_option("--since", options->since, "An older checkpoint: prove that the journal goes on from there");
  event->excludes(since);
  show->add_option("--checkpoint", options->checkpoint, "The signed checkpoint against which it is proved");
  show->add_option("--key", options->key, "Sign the journal as it is now instead, with this private key");
  show->add_option("--origin", options->origin, "Name of the journal that is signed");
  show->add_option("--save-event", options->event_file,
                   "Also write the event there, in the exact bytes that are proved");
  show->add_option("-o,--output", options->file, "Where to write it; standard output when absent");
  show->callback([&chosen, options] { chosen = [options](Session& session) { return prove(session, *options); }; });
}
