// Handing the key that signs a journal over to the next one.
#include <CLI/CLI.hpp>

#include <annexa/command/signing_key.hpp>
#include <annexa/journal/rotation.hpp>

#include "checkpoint_commands.hpp"
#include "commands.hpp"

namespace {

struct RotateOptions {
  std::string workspace, key, new_key, origin, reason, file = "-";
};

int rotate(Session& session, RotateOptions const& options) {
  auto const old_key = private_key(options.key);
  if (!old_key) return session.fail(old_key.error());
  auto const new_key = private_key(options.new_key);
  if (!new_key) return session.fail(new_key.error());
  auto workspace = session.open(options.workspace);
  if (!workspace) return session.fail(workspace.error());
  auto const origin = options.origin.empty() ? workspace->origin() : options.origin;
  auto const note = annexa::rotate_key(origin, *old_key, *new_key);
  if (!note) return session.fail(note.error());
  auto const text = note->to_text();
  auto const rotation = annexa::read_rotation(text).value();
  auto const known = rotation.new_key.to_text();
  auto const answer =
      workspace->apply(annexa::command::RotateKey{rotation.old_key.to_text(), known, text, options.reason});
  if (!answer) return session.fail(answer.error());
  if (auto written = session.write_beside(options.workspace, options.file, text); !written)
    return session.fail(written.error());
  session.say("Handed over. Whoever trusts the old key and gets this note trusts the new one:");
  session.say(known);
  return Exit::done;
}

}  // namespace

void add_rotate_command(CLI::App& app, Chosen& chosen) {
  auto const options = std::make_shared<RotateOptions>();
  auto* command =
      app.add_subcommand("rotate-key", "Hand the key that signs the journal over to the next one, on record");
  command->add_option("WORKSPACE", options->workspace, "The workspace")->required();
  command->add_option("--key", options->key, "File of the private key until now, in PEM")->required();
  command->add_option("--new-key", options->new_key, "File of the private key from now on, in PEM")->required();
  command->add_option("--origin", options->origin, "Name of the journal; annexa/ and its UUID when absent");
  command->add_option("--reason", options->reason, "Why; it stays on record")->required();
  command->add_option("-o,--output", options->file,
                      "Where to write the note that both keys signed; standard output when absent");
  command->callback([&chosen, options] { chosen = [options](Session& session) { return rotate(session, *options); }; });
}
