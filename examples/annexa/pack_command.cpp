// Packs an audit into one archive that whoever was not there can check.
#include <CLI/CLI.hpp>

#include <annexa/report/evidence_pack.hpp>

#include "checkpoint_commands.hpp"
#include "commands.hpp"

namespace {

struct PackAsked {
  std::string workspace, audit, file, key, checkpoint, origin;
};

// The checkpoint that was named, or one that is signed now; nothing without either.
annexa::result<std::optional<annexa::Note>> pack_checkpoint(annexa::Workspace const& workspace,
                                                            PackAsked const& asked) {
  std::optional<annexa::Note> found;
  if (!asked.checkpoint.empty()) {
    auto note = note_in(asked.checkpoint);
    if (!note) return note.error();
    found = *std::move(note);
  } else if (!asked.key.empty()) {
    auto const key = private_key(asked.key);
    if (!key) return key.error();
    auto note = workspace.sign(*key, asked.origin);
    if (!note) return note.error();
    found = *std::move(note);
  }
  return found;
}

int pack(Session& session, PackAsked const& asked) {
  auto const workspace = session.open(asked.workspace, annexa::OpenMode::read_only);
  if (!workspace) return session.fail(workspace.error());
  auto checkpoint = pack_checkpoint(*workspace, asked);
  if (!checkpoint) return session.fail(checkpoint.error());
  annexa::report::PackOptions options;
  options.checkpoint = *std::move(checkpoint);
  options.generator = "annexa " ANNEXA_TOOL_VERSION;
  if (session.globals().language_asked) options.language = session.globals().language;
  options.progress = [](std::uint64_t, std::uint64_t) { return !Session::interrupted(); };
  auto const packed = annexa::report::evidence_pack(*workspace, asked.audit, options);
  if (!packed) return session.fail(packed.error());
  if (auto const written = session.write_beside(asked.workspace, asked.file, *packed); !written)
    return session.fail(written.error());
  if (!options.checkpoint)
    session.say("Nothing in it is signed: with --key or --checkpoint each event comes with its proof.");
  if (asked.file == "-") return Exit::done;
  return session.done(boost::json::object{{"file", asked.file}, {"bytes", packed->size()}},
                      "Wrote " + asked.file + " (" + std::to_string(packed->size() / 1024) + " KiB).\n");
}

}  // namespace

void add_pack_command(CLI::App& app, Chosen& chosen) {
  auto asked = std::make_shared<PackAsked>();
  auto* command = app.add_subcommand("pack", "Pack an audit into one archive: report, evidence list, events, proofs");
  command->add_option("WORKSPACE", asked->workspace, "The workspace")->required();
  command->add_option("AUDIT", asked->audit, "The audit")->required();
  command->add_option("-o", asked->file, "The ZIP file to write, or - for standard output")->required();
  auto* key = command->add_option("--key", asked->key, "The private key (PEM) that signs a checkpoint for it");
  command->add_option("--checkpoint", asked->checkpoint, "A checkpoint that was signed, to prove the events against")
      ->excludes(key);
  command->add_option("--origin", asked->origin, "The name of the journal, if it has one of its own")->needs(key);
  command->callback([&chosen, asked] { chosen = [asked](Session& session) { return pack(session, *asked); }; });
}
