#include <CLI/CLI.hpp>

#include "checkpoint_commands.hpp"
#include "commands.hpp"
#include "csv.hpp"

namespace {

namespace json = boost::json;

int verify(Session& session, std::string const& path, KeptCheckpoints const& given) {
  auto store = annexa::open_store(path, annexa::OpenMode::read_only);
  if (!store) return session.fail(store.error());
  annexa::VerifyOptions options;
  options.progress = [](std::uint64_t, std::uint64_t) { return !Session::interrupted(); };
  auto kept = kept_checkpoints(**store, given);
  if (!kept) return session.fail(kept.error());
  options.kept = *std::move(kept);
  auto const found = annexa::verify_workspace(**store, options);
  if (!found) return session.fail(found.error());
  std::string text = std::to_string(found->size) + " events, root " + to_string(found->root) + '\n';
  for (auto const& each : found->problems) text += each.where + " [" + each.rule + "]: " + each.message + '\n';
  text += found->ok() ? "The journal is what annexa wrote.\n" : "The journal is NOT what annexa wrote.\n";
  if (found->ok() && !options.kept.empty()) text += "It goes on from each checkpoint that was kept.\n";
  auto const written = session.answer(json::object{{"size", found->size},
                                                   {"root", to_string(found->root)},
                                                   {"ok", found->ok()},
                                                   {"problems", annexa::write_violations(found->problems)}},
                                      text);
  return found->ok() ? written : int{Exit::damaged};
}

int back_up(Session& session, std::string const& path, std::string const& file, bool compact) {
  auto const store = annexa::open_store(path, annexa::OpenMode::read_only);
  if (!store) return session.fail(store.error());
  auto const head = (*store)->back_up(
      file, {.compact = compact, .progress = [](std::uint64_t, std::uint64_t) { return !Session::interrupted(); }});
  if (!head) return session.fail(head.error());
  auto const root = to_string(head->tree.root());
  return session.answer(
      json::object{{"file", file}, {"size", head->size()}, {"root", root}},
      "Copied " + std::to_string(head->size()) + " events to " + file + " and verified them; root " + root + ".\n");
}

int print_stats(Session& session, std::string const& path) {
  auto const workspace = session.open(path, annexa::OpenMode::read_only);
  if (!workspace) return session.fail(workspace.error());
  auto const stats = annexa::write_stats(*workspace);
  std::string text = std::to_string(workspace->state()->size) + " events, root " + to_string(workspace->root()) +
                     "; the state of " + std::to_string(workspace->snapshot_size()) + " is kept\n";
  for (auto const& [noun, count] : stats.at("records").as_object())
    text += json::serialize(count) + ' ' + std::string(noun) + '\n';
  return session.answer(stats, text);
}

// The bytes themselves, so that `sha256sum` agrees.
int print_blob(Session& session, std::string const& path, std::string const& hash) {
  auto const workspace = session.open(path, annexa::OpenMode::read_only);
  if (!workspace) return session.fail(workspace.error());
  auto const blob = annexa::find_blob(*workspace, hash);
  return blob ? session.print(*blob) : session.fail(blob.error());
}

}  // namespace

// One line for each event: what a person or a spreadsheet reads, or with --json the event as it is stored.
int print_journal(Session& session, std::string const& path, bool csv) {
  auto const workspace = session.open(path, annexa::OpenMode::read_only);
  if (!workspace) return session.fail(workspace.error());
  auto const events = workspace->events(0, workspace->state()->size);
  if (!events) return session.fail(events.error());
  json::array all;
  std::vector<std::vector<std::string>> rows{{"POSITION", "AT", "ACTOR", "KIND", "RECORD"}};
  for (auto const& stored : *events) {
    auto event = annexa::parse_json(stored.bytes);
    if (!event) return session.fail(event.error());
    auto const& members = event->get_object();
    auto const text = [&](char const* name) { return std::string(members.at(name).get_string()); };
    auto data = members.at("data");
    if (auto const reference = annexa::blob_reference(data)) {
      auto const blob = annexa::find_blob(*workspace, to_string(reference->sha256));
      auto whole = blob ? annexa::parse_json(*blob) : annexa::result<json::value>(blob.error());
      if (!whole) return session.fail(whole.error());
      data = *std::move(whole);
    }
    rows.push_back({std::to_string(stored.position), text("at"), text("actor"), text("kind"),
                    std::string(data.at("noun").as_string()) + ' ' + std::string(data.at("key").as_string())});
    all.push_back(*std::move(event));
  }
  if (!csv) return session.answer(all, text_table(rows));
  std::string text;
  for (auto const& row : rows) append_csv_row(text, row);
  return session.print(text);
}

void add_journal_commands(CLI::App& app, Chosen& chosen) {
  auto workspace = std::make_shared<std::string>();
  auto* check = app.add_subcommand("verify", "Recompute the journal and say whether it is what annexa wrote");
  check->add_option("WORKSPACE", *workspace, "The workspace")->required();
  auto const kept = std::make_shared<KeptCheckpoints>();
  auto* files =
      check->add_option("--checkpoint", kept->files, "A checkpoint that was kept; may be given several times");
  auto* keys = add_trust_options(*check, kept->trust);
  files->needs(keys);
  keys->needs(files);
  check->callback([&chosen, workspace, kept] {
    chosen = [workspace, kept](Session& session) { return verify(session, *workspace, *kept); };
  });
  auto* copy = app.add_subcommand("backup", "Copy a workspace that is in use to a new file, and verify the copy");
  copy->add_option("WORKSPACE", *workspace, "The workspace")->required();
  auto const file = std::make_shared<std::string>();
  copy->add_option("-o,--output", *file, "The new file")->required();
  auto const compact = std::make_shared<bool>(false);
  copy->add_flag("--compact", *compact, "Leave out what the file does not use any more");
  copy->callback([&chosen, workspace, file, compact] {
    chosen = [=](Session& session) { return back_up(session, *workspace, *file, *compact); };
  });
  auto* stats = app.add_subcommand("stats", "What a workspace holds, in numbers");
  stats->add_option("WORKSPACE", *workspace, "The workspace")->required();
  stats->callback(
      [&chosen, workspace] { chosen = [workspace](Session& session) { return print_stats(session, *workspace); }; });
  auto* blob = app.add_subcommand("blob", "The data of an event that names them by their hash (log --json)");
  blob->add_option("WORKSPACE", *workspace, "The workspace")->required();
  auto const hash = std::make_shared<std::string>();
  blob->add_option("SHA256", *hash, "64 hexadecimal digits")->required();
  blob->callback([&chosen, workspace, hash] {
    chosen = [workspace, hash](Session& session) { return print_blob(session, *workspace, *hash); };
  });
  auto* read = app.add_subcommand("log", "The journal, readable");
  read->add_option("WORKSPACE", *workspace, "The workspace")->required();
  read->callback([&chosen, workspace] {
    chosen = [workspace](Session& session) { return print_journal(session, *workspace, false); };
  });
}
