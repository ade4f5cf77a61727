#include <CLI/CLI.hpp>

#include <annexa/command/decide.hpp>
#include <annexa/exchange/export.hpp>
#include <annexa/exchange/import_file.hpp>

#include <filesystem>
#include <map>

#include "commands.hpp"

namespace {

namespace json = boost::json;

struct ImportRequest {
  std::string workspace;
  std::vector<std::string> files;
  std::vector<std::string> map;
  annexa::ImportOptions options;
  annexa::TableOptions table;
  std::string delimiter;
  bool dry_run = false;
};

std::string entries(char const* title, std::vector<annexa::ImportEntry> const& list) {
  std::string text;
  for (auto const& entry : list)
    text += "  " + std::string(title) + " row " + std::to_string(entry.row) +
            (entry.column.empty() ? "" : ", " + entry.column) + (entry.value.empty() ? "" : " \"" + entry.value + '"') +
            ": " + entry.message + '\n';
  return text;
}

std::string describe(annexa::ImportReport const& report) {
  std::string text = report.file + ": " + report.kind + " (" + report.why + ")\n";
  for (auto const& column : report.mapping)
    text += "  column \"" + column.column + "\" is " + std::string(column.field) + " (" +
            std::string(to_string(column.by)) + ")\n";
  for (auto const& column : report.unmapped) text += "  column \"" + column + "\" is not used\n";
  text += entries("rejected", report.rejected) + entries("adjusted", report.adjusted) +
          entries("not resolved", report.unresolved) + entries("warning", report.warnings);
  return text + std::to_string(report.rows) + " rows: " + std::to_string(report.added) + " added, " +
         std::to_string(report.changed) + " changed, " + std::to_string(report.unchanged) + " unchanged, " +
         std::to_string(report.rows - report.accepted) + " rejected\n";
}

annexa::result<annexa::ImportPlan> plan_file(std::string const& path, annexa::State const& state,
                                             annexa::TableOptions table, annexa::ImportOptions const& options) {
  auto bytes = read_file(path);
  if (!bytes) return bytes.error();
  table.file = std::filesystem::path(path).filename().string();
  return annexa::plan_import_file(*std::move(bytes), state, table, options);
}

// The state in which @p commands are done; what cannot be done is found again, and told, when all are applied.
annexa::State after(annexa::State state, std::vector<annexa::Command> const& commands,
                    annexa::WorkspaceOptions const& options) {
  annexa::Context const context{options.environment.now(), options.actor, options.environment.random};
  for (auto const& command : commands)
    if (auto decided = annexa::decide(state, command, context)) state = std::move(decided->state);
  return state;
}

// Several files go in one transaction; a later one may name what an earlier one brings.
int import(Session& session, ImportRequest const& request) {
  auto options = request.options;
  for (auto const& text : request.map) {
    auto column = annexa::ColumnRequest::parse(text);
    if (!column) return session.fail(column.error());
    options.map.push_back(*std::move(column));
  }
  auto workspace =
      session.open(request.workspace, request.dry_run ? annexa::OpenMode::read_only : annexa::OpenMode::open);
  if (!workspace) return session.fail(workspace.error());
  options.now = workspace->now();
  auto table = request.table;
  if (!request.delimiter.empty()) table.delimiter = request.delimiter == "tab" ? '\t' : request.delimiter.front();
  auto state = *workspace->state();
  json::array reports;
  std::string text;
  std::vector<annexa::Command> commands;
  bool rejected = false;
  for (std::size_t i = 0; i < request.files.size(); ++i) {
    auto const plan = plan_file(request.files[i], state, table, options);
    if (!plan) return session.fail(plan.error());
    reports.push_back(annexa::render_json(plan->report));
    text += describe(plan->report);
    rejected = rejected || !plan->report.rejected.empty();
    commands.insert(commands.end(), plan->commands.begin(), plan->commands.end());
    if (i + 1 < request.files.size()) state = after(std::move(state), plan->commands, session.workspace_options());
  }
  if (!request.dry_run && (!rejected || options.partial) && !commands.empty())
    if (auto const answers = workspace->apply(commands); !answers) return session.fail(answers.error());
  auto const printed = session.answer(reports.size() == 1 ? reports.front() : json::value(reports), text);
  return rejected ? int{Exit::refused} : printed;
}

// "catalog:acme-policy" is one record, "risks" a table.
int export_table(Session& session, std::string const& path, std::string const& what, std::string const& file) {
  auto const colon = what.find(':');
  auto const noun = what.substr(0, colon);
  auto const key = colon == what.npos ? std::string() : what.substr(colon + 1);
  auto const workspace = session.open(path, annexa::OpenMode::read_only);
  if (!workspace) return session.fail(workspace.error());
  bool const is_json = file.ends_with(".json");
  auto const bytes = is_json ? annexa::export_json(*workspace->state(), noun, key)
                             : annexa::export_csv(*workspace->state(), noun, {.key = key});
  if (!bytes) return session.fail(bytes.error());
  if (auto const written = session.write_beside(path, file, *bytes); !written) return session.fail(written.error());
  if (file != "-") session.say("Wrote " + file + '.');
  return Exit::done;
}

// An option that takes one of the names. @pre @p names outlives the parser.
template <class Target, class Value>
void add_choice(CLI::App& app, char const* option, Target& into, std::map<std::string, Value> const& names,
                char const* help) {
  std::vector<std::string> known;
  for (auto const& [name, value] : names) known.push_back(name);
  app.add_option_function<std::string>(
         option, [&into, &names](std::string const& name) { into = names.at(name); }, help)
      ->check(CLI::IsMember(known));
}

}  // namespace

void add_exchange_commands(CLI::App& app, Chosen& chosen) {
  auto request = std::make_shared<ImportRequest>();
  auto* in = app.add_subcommand("import", "Import tables; says what each column is taken for");
  in->add_option("WORKSPACE", request->workspace, "The workspace")->required();
  in->add_option("FILE", request->files, "CSV or TSV files; catalogs as JSON, CSV or YAML too")->required();
  in->add_option("--as", request->options.kind, "Kind of table; found out when left out")
      ->check(CLI::IsMember({"units", "people", "assets", "risks", "soa", "catalog"}));
  in->add_flag("--dry-run", request->dry_run, "Report what would happen, and write nothing");
  in->add_option("--map", request->map, "COLUMN=FIELD: what a column holds")->allow_extra_args(false);
  static std::map<std::string, annexa::ExistingPolicy> const policies{{"update", annexa::ExistingPolicy::update},
                                                                      {"skip", annexa::ExistingPolicy::skip},
                                                                      {"refuse", annexa::ExistingPolicy::refuse}};
  add_choice(*in, "--existing", request->options.existing, policies, "What to do with records that exist");
  in->add_flag("--partial", request->options.partial, "Take the good rows although others are rejected");
  in->add_flag("--create-missing", request->options.create_missing, "Add people, units and assets that are only named");
  in->add_option("--method", request->options.method, "Key of the risk method");
  static std::map<std::string, annexa::TextEncoding> const encodings{
      {"utf-8", annexa::TextEncoding::utf8},
      {"utf-16le", annexa::TextEncoding::utf16_le},
      {"utf-16be", annexa::TextEncoding::utf16_be},
      {"windows-1252", annexa::TextEncoding::windows_1252}};
  add_choice(*in, "--encoding", request->table.encoding, encodings, "Encoding of the files; found out when left out");
  in->add_option("--delimiter", request->delimiter, "What separates cells; found out when left out")
      ->check(CLI::IsMember({",", ";", "|", "tab"}));
  static std::map<std::string, annexa::DateOrder> const orders{{"day-first", annexa::DateOrder::day_first},
                                                               {"month-first", annexa::DateOrder::month_first}};
  add_choice(*in, "--dates", request->options.dates, orders, "How to read dates such as 03/04/2026");
  in->callback([&chosen, request] { chosen = [request](Session& session) { return import(session, *request); }; });

  struct Options {
    std::string workspace, noun = "risks", file;
  };
  auto options = std::make_shared<Options>();
  auto* out = app.add_subcommand("export", "Export a table, as CSV or (FILE.json) JSON");
  out->add_option("WORKSPACE", options->workspace, "The workspace")->required();
  out->add_option("-o", options->file, "The file to write, or - for standard output")->required();
  out->add_option(
         "--as", options->noun,
         "Which table: units, people, assets, risks, soa, ...; or one record, NOUN:KEY, such as catalog:acme-policy")
      ->capture_default_str();
  out->callback([&chosen, options] {
    chosen = [options](Session& session) {
      return export_table(session, options->workspace, options->noun, options->file);
    };
  });
}
