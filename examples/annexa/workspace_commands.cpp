#include <CLI/CLI.hpp>

#include <annexa/command/lookup.hpp>

#include <annexa/base/text.hpp>
#include <annexa/exchange/export.hpp>

#include "commands.hpp"

namespace {

namespace json = boost::json;

constexpr annexa::Rule unknown_noun{"show.noun", "There is no noun \"{found}\". There are: {known}.", "",
                                    annexa::ErrorKind::usage};

int init(Session& session, std::string const& path, std::string const& organization) {
  auto const made = annexa::Workspace::create_file(path, organization, session.workspace_options());
  if (!made) return session.fail(made.error());
  auto const state = made->state();
  auto const where = annexa::without_password(path);
  return session.done(json::object{{"workspace", to_string(state->workspace)}, {"size", state->size}, {"file", where}},
                      "Made " + where + " for " + organization + ".\n");
}

int apply(Session& session, std::string const& path, std::string const& file) {
  auto const document = read_document(file);
  if (!document) return session.fail(document.error());
  auto const commands = annexa::read_commands(*document);
  if (!commands) return session.fail(commands.error());
  auto workspace = session.open(path);
  if (!workspace) return session.fail(workspace.error());
  auto const answers = workspace->apply(*commands);
  if (!answers) return session.fail(answers.error());
  json::array written;
  std::size_t events = 0;
  std::size_t warnings = 0;
  for (auto const& each : *answers) {
    written.push_back(annexa::write_answer(each));
    events += each.events.size();
    warnings += each.warnings.size();
    for (auto const& warning : each.warnings) session.say("warning: " + warning.where + ": " + warning.message);
  }
  auto const summary = std::to_string(commands->size()) + " commands, " + std::to_string(events) + " events, " +
                       std::to_string(warnings) + " warnings; the journal has " +
                       std::to_string(workspace->state()->size) + " events.\n";
  return session.done(document->is_array() ? json::value(written) : written.front(), summary);
}

annexa::Noun const& need_noun(std::string const& name) {
  if (auto const* noun = annexa::find_listed_noun(name)) return *noun;
  std::string known;
  for (auto const& each : annexa::nouns()) known += (known.empty() ? "" : ", ") + std::string(each.plural);
  throw annexa::Refused(annexa::Error(unknown_noun, name, {{"found", name}, {"known", known + ", journal"}}));
}

// What a person wants to see of a record in a list: its key, where it stands, what it is called.
constexpr char const* columns[] = {"state", "status", "kind", "verdict", "grade",        "applicable",
                                   "role",  "person", "name", "title",   "justification"};

std::vector<std::string> summary_of(annexa::Noun const& noun, annexa::TableRow const& row) {
  std::vector<std::string> cells{row.key};
  for (auto const* name : columns) {
    auto const* member = annexa::find_member(*noun.type, name);
    if (!member) continue;
    auto const value = annexa::write_json(*member->type, annexa::member_of(*member, row.record.get()));
    cells.push_back(value.is_string() ? std::string(value.get_string())
                    : value.is_null() ? ""
                                      : json::serialize(value));
  }
  return cells;
}

std::vector<std::string> heading_of(annexa::Noun const& noun) {
  std::vector<std::string> cells{"KEY"};
  for (auto const* name : columns) {
    if (!annexa::find_member(*noun.type, name)) continue;
    std::string upper = name;
    for (char& c : upper) c = static_cast<char>(c - 'a' + 'A');
    cells.push_back(std::move(upper));
  }
  return cells;
}

int show_csv(Session& session, annexa::State const& state, annexa::Noun const& noun, std::string const& key) {
  annexa::CsvOptions options;
  options.key = key;
  auto const csv = annexa::export_csv(state, noun.plural, options);
  return csv ? session.print(*csv) : session.fail(csv.error());
}

int show(Session& session, std::string const& path, std::string const& name, std::string const& key, bool csv) {
  if (name == "journal") return print_journal(session, path, csv);
  auto const& noun = need_noun(name);
  auto const workspace = session.open(path, annexa::OpenMode::read_only);
  if (!workspace) return session.fail(workspace.error());
  auto const state = workspace->state();
  auto const& table = state->table(noun);
  auto const* row = table.find(key);
  if (!key.empty() && !row) return session.fail(annexa::no_record(*state, noun, key));
  if (csv) return show_csv(session, *state, noun, key);
  if (row) {
    auto const record = annexa::write_json(*noun.type, row->record.get());
    return session.answer(record, annexa::pretty_json(record));
  }
  json::array records;
  std::vector<std::vector<std::string>> rows{heading_of(noun)};
  table.for_each([&](annexa::TableRow const& each) {
    records.push_back(annexa::write_json(*noun.type, each.record.get()));
    rows.push_back(summary_of(noun, each));
  });
  return session.answer(records, text_table(rows));
}

}  // namespace

void add_workspace_commands(CLI::App& app, Chosen& chosen) {
  struct Options {
    std::string workspace, organization, file, noun, key;
    bool csv = false;
  };
  auto options = std::make_shared<Options>();
  auto* make = app.add_subcommand("init", "Make a workspace");
  make->add_option("WORKSPACE", options->workspace, "The file to make")->required();
  make->add_option("--organization", options->organization, "Name of the organisation")->required();
  make->callback([&chosen, options] {
    chosen = [options](Session& session) { return init(session, options->workspace, options->organization); };
  });

  auto* commands = app.add_subcommand("apply", "Apply one command or an array of commands, all or nothing");
  commands->add_option("WORKSPACE", options->workspace, "The workspace")->required();
  commands->add_option("COMMANDS", options->file, "A JSON file, or - for standard input")->required();
  commands->callback([&chosen, options] {
    chosen = [options](Session& session) { return apply(session, options->workspace, options->file); };
  });

  auto* look = app.add_subcommand("show", "Show the records of a noun, or one of them");
  look->add_option("WORKSPACE", options->workspace, "The workspace")->required();
  look->add_option("NOUN", options->noun, "units, people, assets, risks, soa, audits, findings, nonconformities, ...")
      ->required();
  look->add_option("KEY", options->key, "Key of one record");
  look->add_flag("--csv", options->csv, "As CSV, as export writes it");
  look->callback([&chosen, options] {
    chosen = [options](Session& session) {
      return show(session, options->workspace, options->noun, options->key, options->csv);
    };
  });
}
