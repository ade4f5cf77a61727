// Erasing personal data: what is left in the journal says nothing, and every proof stays valid.
#include <CLI/CLI.hpp>

#include <annexa/command/erasure.hpp>

#include "commands.hpp"

namespace {

struct EraseOptions {
  std::string workspace;
  annexa::command::ErasePersonalData order;
  bool dry_run = false;
};

int erase(Session& session, EraseOptions const& options) {
  auto workspace = session.open(options.workspace);
  if (!workspace) return session.fail(workspace.error());
  annexa::Envelope envelope;
  envelope.dry_run = options.dry_run;
  auto const answer = workspace->apply(annexa::Command(options.order, envelope));
  if (!answer) return session.fail(answer.error());
  for (auto const& warning : answer->warnings) session.say("warning: " + warning.where + ": " + warning.message);
  auto const text = options.dry_run
                        ? "Nothing stands against it; nothing was erased.\n"
                        : "Erased the personal texts of " + options.order.subject +
                              ". Backups and exports that were made before still hold them, and so may free "
                              "texts of other records.\n";
  return session.done(annexa::write_answer(*answer), text);
}

}  // namespace

void add_erase_command(CLI::App& app, Chosen& chosen) {
  auto const options = std::make_shared<EraseOptions>();
  auto* erasing = app.add_subcommand(
      "erase", "Erase the personal texts of a record for good, with all that they were before; proofs stay valid");
  erasing->add_option("WORKSPACE", options->workspace, "The workspace")->required();
  erasing->add_option("SUBJECT", options->order.subject, "The record, NOUN:KEY, such as person:P-3")->required();
  erasing->add_option("--member", options->order.members,
                      "Which text, such as mail; may be given several times. All when absent");
  erasing->add_option("--reason", options->order.reason, "On what ground. It stays on record and must name nobody")
      ->required();
  erasing->add_flag("--dry-run", options->dry_run, "Say whether something stands against it, and erase nothing");
  erasing->callback([&chosen, options] { chosen = [options](Session& session) { return erase(session, *options); }; });
}
