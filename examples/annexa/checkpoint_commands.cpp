// Checkpoints of a journal, and proofs against them.
#include "checkpoint_commands.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>

#include "commands.hpp"

namespace {

namespace json = boost::json;
using annexa::Error;
using annexa::result;

constexpr annexa::Rule no_such_event{"journal.no-event",
                                     "There is no event \"{found}\": its position, from 0, or its id is expected.", "",
                                     annexa::ErrorKind::usage};
constexpr annexa::Rule one_of_two{"option.checkpoint",
                                  "Name the signed checkpoint (--checkpoint) or a key to sign one (--key).", "",
                                  annexa::ErrorKind::usage};

// What is wrong with a file, with its name.
Error in_file(std::string const& path, Error const& error) {
  Error placed(error.kind());
  placed.add(error, path);
  return placed;
}

result<annexa::PrivateKey> private_key(std::string const& path) {
  auto const pem = read_file(path);
  if (!pem) return pem.error();
  auto key = annexa::PrivateKey::from_pem(*pem);
  if (!key) return in_file(path, key.error());
  return key;
}

std::string const& origin_or(std::string const& given, std::string const& usual) {
  return given.empty() ? usual : given;
}

result<std::string> origin_in(annexa::Store& store, std::string const& given) {
  auto const head = store.head();
  if (!head) return head.error();
  return origin_or(given, annexa::origin_of(*head));
}

result<annexa::Note> note_in(std::string const& path) {
  auto const bytes = read_file(path);
  if (!bytes) return bytes.error();
  auto note = annexa::Note::parse(*bytes);
  if (!note) return in_file(path, note.error());
  return note;
}

// What was signed before: the file that is named, or the one that is about to be replaced.
result<std::optional<annexa::Checkpoint>> signed_before(std::string const& named, std::string const& file) {
  auto const& path = origin_or(named, file);
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
  std::string workspace, key, origin, after, file = "-", event, since, checkpoint;
};

int checkpoint(Session& session, Options const& options) {
  auto const store = annexa::sqlite_store(options.workspace, annexa::OpenMode::read_only);
  if (!store) return session.fail(store.error());
  auto const key = private_key(options.key);
  if (!key) return session.fail(key.error());
  auto const last = signed_before(options.after, options.file);
  if (!last) return session.fail(last.error());
  auto const note = annexa::sign_journal(**store, options.origin, *key, *last);
  if (!note) return session.fail(note.error());
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

// The position that a number or the id of an event means.
result<std::uint64_t> position_of(annexa::Store& store, std::string const& event) {
  Error const unknown(no_such_event, event, {{"found", event}});
  auto const head = store.head();
  if (!head) return head.error();
  if (auto const id = annexa::Uuid::parse(event)) {
    auto const found = store.find(*id);
    if (!found) return found.error();
    return *found ? result<std::uint64_t>(**found) : unknown;
  }
  auto const number = event.size() <= 18 ? annexa::detail::digits(event) : std::nullopt;
  if (!number || static_cast<std::uint64_t>(*number) >= head->size()) return unknown;
  return static_cast<std::uint64_t>(*number);
}

result<annexa::Note> checkpoint_for(annexa::Store& store, Options const& options) {
  if (!options.checkpoint.empty()) return note_in(options.checkpoint);
  if (options.key.empty()) return Error(one_of_two, "--checkpoint");
  auto const key = private_key(options.key);
  if (!key) return key.error();
  return annexa::sign_journal(store, options.origin, *key);
}

result<std::string> proof(annexa::Store& store, Options const& options) {
  auto const note = checkpoint_for(store, options);
  if (!note) return note.error();
  if (!options.since.empty()) {
    auto const older = signed_before(options.since, "");
    if (!older) return older.error();
    auto const file = annexa::prove_history(store, **older, *note);
    return file ? result<std::string>(file->to_text()) : in_file(options.since, file.error());
  }
  auto const position = position_of(store, options.event);
  if (!position) return position.error();
  auto const file = annexa::prove_event(store, *position, *note);
  return file ? result<std::string>(file->to_text())
              : in_file(origin_or(options.checkpoint, options.workspace), file.error());
}

int prove(Session& session, Options const& options) {
  auto const store = annexa::sqlite_store(options.workspace, annexa::OpenMode::read_only);
  if (!store) return session.fail(store.error());
  auto const text = proof(**store, options);
  if (!text) return session.fail(text.error());
  auto const written = session.write_beside(options.workspace, options.file, *text);
  return written ? int{Exit::done} : session.fail(written.error());
}

// A key as somebody hands it over: NAME+ID+KEY or PEM, as such or in a file.
result<annexa::NoteKey> public_key(std::string const& given, std::string const& origin) {
  auto text = given;
  std::error_code code;
  bool const is_file = given == "-" || std::filesystem::is_regular_file(given, code);
  if (is_file) {
    auto bytes = read_file(given);
    if (!bytes) return bytes.error();
    text = *std::move(bytes);
  }
  auto const where = is_file ? given : std::string("--public-key");
  if (text.starts_with("-----BEGIN")) {
    auto const key = annexa::PublicKey::from_pem(text);
    if (!key) return in_file(where, key.error());
    return annexa::NoteKey{origin, annexa::SignatureKind::log, *key};
  }
  auto key = annexa::NoteKey::parse(annexa::trimmed(text));
  if (!key) return in_file(where, key.error());
  return key;
}

}  // namespace

result<std::vector<annexa::Checkpoint>> kept_checkpoints(annexa::Store& store, KeptCheckpoints const& kept) {
  auto const origin = origin_in(store, kept.origin);
  if (!origin) return origin.error();
  std::vector<annexa::NoteKey> keys;
  Error errors;
  for (auto const& each : kept.public_keys) {
    auto key = public_key(each, *origin);
    if (key)
      keys.push_back(*std::move(key));
    else
      errors.add(key.error());
  }
  if (!errors.empty()) return errors;
  std::vector<annexa::Checkpoint> found;
  for (auto const& path : kept.files) {
    auto const bytes = read_file(path);
    auto const read = bytes ? annexa::read_checkpoint(*bytes, *origin, keys) : bytes.error();
    if (read)
      found.push_back(read->checkpoint);
    else
      errors.add(bytes ? in_file(path, read.error()) : bytes.error());
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
  show->add_option("-o,--output", options->file, "Where to write it; standard output when absent");
  show->callback([&chosen, options] { chosen = [options](Session& session) { return prove(session, *options); }; });
}
