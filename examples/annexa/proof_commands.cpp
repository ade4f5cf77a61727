// What can be done with checkpoints and proofs without the workspace: checking them, and witnessing.
#include <CLI/CLI.hpp>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "checkpoint_commands.hpp"
#include "commands.hpp"

namespace {

namespace json = boost::json;
using annexa::Error;
using annexa::result;

constexpr annexa::Rule needs_option{"option.proof", "It is {what}; {need}.", "", annexa::ErrorKind::usage};
constexpr annexa::Rule unlockable{"file.lock", "The folder of the kept checkpoint cannot be locked: {reason}.", "",
                                  annexa::ErrorKind::storage};

// ---- Checking

struct CheckOptions {
  std::string file, event, older;
  TrustArguments trust;
};

std::string number(std::uint64_t value) { return std::to_string(value); }

json::object document_of(annexa::CheckedCheckpoint const& checked) {
  json::array signatures;
  for (auto const& each : checked.signatures)
    signatures.push_back(json::object{{"name", each.name},
                                      {"kind", each.kind == annexa::SignatureKind::witness ? "witness" : "log"},
                                      {"at", each.at ? json::value(to_string(*each.at)) : json::value(nullptr)}});
  auto const& tree = checked.checkpoint;
  return {{"origin", tree.origin},
          {"size", tree.size},
          {"root", to_string(tree.root)},
          {"signatures", std::move(signatures)}};
}

std::string text_of(annexa::CheckedCheckpoint const& checked) {
  auto const& tree = checked.checkpoint;
  auto text = tree.origin + ": " + number(tree.size) + " events, root " + to_string(tree.root) + '\n';
  for (auto const& each : checked.signatures)
    text +=
        each.at ? "Witnessed by " + each.name + " at " + to_string(*each.at) + ".\n" : "Signed by " + each.name + ".\n";
  return text;
}

// What a check came to: a document and a text.
struct Found {
  json::object document;
  std::string text;
};

result<Found> check_event(CheckOptions const& options, std::string const& file, annexa::Trust const& trust) {
  auto const event = read_file(options.event);
  if (!event) return event.error();
  auto const proof = annexa::check_event_proof(file, *event, trust);
  if (!proof) return in_file(options.file, proof.error());
  return Found{
      {{"kind", "event"}, {"position", proof->number}, {"checkpoint", document_of(proof->checkpoint)}},
      text_of(proof->checkpoint) + "The event stands in this journal, at position " + number(proof->number) + ".\n"};
}

result<Found> check_history(CheckOptions const& options, std::string const& file, annexa::Trust const& trust) {
  auto const older = checked_checkpoint(options.older, trust);
  if (!older) return older.error();
  auto const proof = annexa::check_history_proof(file, older->checkpoint, trust);
  if (!proof) return in_file(options.file, proof.error());
  return Found{{{"kind", "history"}, {"old_size", proof->number}, {"checkpoint", document_of(proof->checkpoint)}},
               text_of(proof->checkpoint) + "This journal goes on where the one of " + number(proof->number) +
                   " events ended.\n"};
}

result<Found> check_lone_checkpoint(CheckOptions const& options, std::string const& file, annexa::Trust const& trust) {
  auto const checked = annexa::check_checkpoint(file, trust);
  if (!checked) return in_file(options.file, checked.error());
  return Found{{{"kind", "checkpoint"}, {"checkpoint", document_of(*checked)}}, text_of(*checked)};
}

// What a file may be, told by how it begins; and which of the two options goes with it.
struct ProofKind {
  std::string_view beginning;
  char const* what;
  std::string CheckOptions::*companion;
  char const* need;
  result<Found> (*check)(CheckOptions const&, std::string const&, annexa::Trust const&);
};
constexpr ProofKind proof_kinds[] = {
    {"c2sp.org/tlog-proof@", "the proof of an event", &CheckOptions::event,
     "name the file of the event (--event), and no older checkpoint", check_event},
    {"old ", "the proof that a journal goes on", &CheckOptions::older,
     "name the checkpoint that was kept (--older), and no event", check_history},
    {"", "taken for a checkpoint", nullptr, "it goes without --event and --older", check_lone_checkpoint},
};

result<Found> check(CheckOptions const& options) {
  auto const file = read_file(options.file);
  if (!file) return file.error();
  auto const* kind = std::begin(proof_kinds);
  while (!file->starts_with(kind->beginning)) ++kind;
  for (auto const companion : {&CheckOptions::event, &CheckOptions::older})
    if ((options.*companion).empty() == (companion == kind->companion))
      return Error(needs_option, options.file, {{"what", kind->what}, {"need", kind->need}});
  auto const trust = read_trust(options.trust);
  if (!trust) return trust.error();
  return kind->check(options, *file, *trust);
}

int check_proof(Session& session, CheckOptions const& options) {
  auto const found = check(options);
  return found ? session.answer(found->document, found->text) : session.fail(found.error());
}

// ---- Witnessing

struct WitnessOptions {
  std::string file, kept, name, key, out = "-";
  TrustArguments trust;
};

// Keeps other witnesses away from a folder until it ends: two of them at once could sign two histories.
class FolderLock {
 public:
  explicit FolderLock(std::filesystem::path const& file) {
    auto const folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    descriptor_ = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool const locked = descriptor_ >= 0 && ::flock(descriptor_, LOCK_EX) == 0;
    if (!locked) failure_ = errno;
  }
  ~FolderLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  FolderLock(FolderLock const&) = delete;
  FolderLock& operator=(FolderLock const&) = delete;
  // Why there is no lock, or nothing.
  [[nodiscard]] std::optional<Error> failure(std::string const& file) const {
    if (failure_ == 0) return {};
    return Error(unlockable, file, {{"reason", std::generic_category().message(failure_)}});
  }

 private:
  int descriptor_ = -1;
  int failure_ = 0;
};

// What was signed last, if anything was.
result<std::optional<annexa::Checkpoint>> seen_in(std::string const& path, annexa::Trust trust) {
  std::error_code code;
  if (!std::filesystem::exists(path, code)) return std::optional<annexa::Checkpoint>{};
  trust.witnesses = 0;
  auto const kept = checked_checkpoint(path, trust);
  if (!kept) return kept.error();
  return std::optional(kept->checkpoint);
}

result<annexa::Note> witnessed(Session const& session, WitnessOptions const& options, annexa::PrivateKey const& key) {
  auto const trust = read_trust(options.trust);
  if (!trust) return trust.error();
  auto const file = read_file(options.file);
  if (!file) return file.error();
  auto const seen = seen_in(options.kept, *trust);
  if (!seen) return seen.error();
  auto const now = session.workspace_options().environment.now();
  auto note = annexa::witness_checkpoint(*file, *seen, *trust, {options.name, key, now});
  if (!note) return in_file(options.file, note.error());
  return note;
}

// What is kept is written first: nobody gets a signature that the witness could forget.
int witness(Session& session, WitnessOptions const& options) {
  auto const key = private_key(options.key);
  if (!key) return session.fail(key.error());
  FolderLock const lock(options.kept);
  if (auto const failure = lock.failure(options.kept)) return session.fail(*failure);
  auto const note = witnessed(session, options, *key);
  if (!note) return session.fail(note.error());
  auto const text = note->to_text();
  if (auto const written = write_file(options.kept, text); !written) return session.fail(written.error());
  if (auto const written = write_file(options.out, text); !written) return session.fail(written.error());
  auto const signed_one = annexa::Checkpoint::parse(note->text).value();
  session.say("Witnessed " + number(signed_one.size) + " events of " + signed_one.origin +
              ". Whoever counts on it needs this key, from you and not from the file:");
  session.say(annexa::NoteKey{options.name, annexa::SignatureKind::witness, key->public_key()}.to_text());
  return Exit::done;
}

}  // namespace

void add_proof_commands(CLI::App& app, Chosen& chosen) {
  auto const options = std::make_shared<CheckOptions>();
  auto* check =
      app.add_subcommand("check-proof", "Check a checkpoint or a proof, without the workspace and whoever keeps it");
  check->add_option("FILE", options->file, "What `annexa prove` or `annexa checkpoint` wrote")->required();
  check->add_option("--event", options->event, "The event that is proved, in its exact bytes (prove --save-event)");
  check->add_option("--older", options->older, "The checkpoint that was kept, from which the journal goes on");
  add_trust_options(*check, options->trust)->required();
  check->callback(
      [&chosen, options] { chosen = [options](Session& session) { return check_proof(session, *options); }; });

  auto const signing = std::make_shared<WitnessOptions>();
  auto* sign = app.add_subcommand(
      "witness", "Sign the checkpoint of somebody else's journal, if it goes on from the one that you signed last");
  sign->add_option("FILE", signing->file, "What `annexa prove --since` wrote; the first time the checkpoint alone")
      ->required();
  sign->add_option("--kept", signing->kept, "Where you keep what you signed last: it is read, and then replaced")
      ->required();
  sign->add_option("--name", signing->name, "Your name as a witness, such as witness.example.org")->required();
  sign->add_option("--key", signing->key, "File of your Ed25519 private key in PEM")->required();
  add_trust_options(*sign, signing->trust)->required();
  sign->add_option("-o,--output", signing->out,
                   "Where to write the checkpoint that you signed; standard output when absent");
  sign->callback([&chosen, signing] { chosen = [signing](Session& session) { return witness(session, *signing); }; });
}
