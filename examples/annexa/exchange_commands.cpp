#include <CLI/CLI.hpp>

#include <annexa/exchange/export.hpp>
#include <annexa/exchange/import_files.hpp>
#include <annexa/exchange/mapping.hpp>
#include <annexa/exchange/workspace_document.hpp>

#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <span>

#include "choice.hpp"
#include "commands.hpp"

namespace {

struct ImportArguments {
  std::string workspace;
  std::vector<std::string> files;
  std::vector<std::string> map;
  annexa::ImportRequest request;
};

std::string entries(char const* title, std::vector<annexa::ImportEntry> const& list) {
  std::string text;
  for (auto const& entry : list)
    text += "  " + std::string(title) + " row " + std::to_string(entry.row) +
            (entry.column.empty() ? "" : ", " + entry.column) + (entry.value.empty() ? "" : " \"" + entry.value + '"') +
            ": " + entry.message + (entry.suggestion.empty() ? "" : " Perhaps \"" + entry.suggestion + "\"?") + '\n';
  return text;
}

// The keys of what becomes new, changes or stays, a line each.
std::string keys_by_change(std::vector<annexa::ImportRecord> const& records) {
  constexpr std::size_t most = 40;
  std::string text;
  for (auto const& name : annexa::type_of<annexa::ImportChange>.names) {
    std::size_t count = 0;
    std::string keys;
    for (auto const& record : records) {
      if (to_string(record.change) != annexa::wire_name(name) || ++count > most) continue;
      keys += (keys.empty() ? "" : ", ") + record.key;
      std::string members;
      for (auto const& member : record.members) members += (members.empty() ? "" : ", ") + member;
      if (!members.empty()) keys += " (" + members + ')';
    }
    if (count > most) keys += " and " + std::to_string(count - most) + " more";
    if (count != 0) text += "  " + annexa::wire_name(name) + ": " + keys + '\n';
  }
  return text;
}

std::string describe(annexa::ImportReport const& report, std::string const& ending) {
  auto const sheet = report.sheet.empty() ? "" : ", sheet \"" + report.sheet + '"';
  std::string text = report.file + sheet + ": " + report.kind + " (" + report.why + ")\n";
  for (auto const& column : report.mapping)
    text += "  column \"" + column.column + "\" is " + std::string(column.field) + " (" +
            std::string(to_string(column.by)) + ")\n";
  for (auto const& column : report.unmapped) text += "  column \"" + column + "\" is not used\n";
  text += entries("rejected", report.rejected) + entries("adjusted", report.adjusted) +
          entries("not resolved", report.unresolved) + entries("warning", report.warnings) +
          keys_by_change(report.records);
  return text + std::to_string(report.rows) + " rows: " + std::to_string(report.added) + " added, " +
         std::to_string(report.changed) + " changed, " + std::to_string(report.unchanged) + " unchanged, " +
         std::to_string(report.rows - report.accepted) + " rejected" + ending + '\n';
}

constexpr annexa::Rule broken_off{"file.unreadable", "The file cannot be read: {reason}.", "",
                                  annexa::ErrorKind::usage};

// A file whose bytes are read when they are wanted; nothing if it is no plain file.
std::optional<annexa::ImportFile> plain_file(std::string const& path) {
  std::error_code code;
  if (!std::filesystem::is_regular_file(path, code)) return {};
  auto const size = std::filesystem::file_size(path, code);
  auto const stream = std::make_shared<std::ifstream>(path, std::ios::binary);
  if (code || !*stream) return {};
  auto const read = [stream, path](std::uint64_t offset, std::span<char> into) -> annexa::result<std::size_t> {
    stream->clear();
    stream->seekg(static_cast<std::streamoff>(offset));
    stream->read(into.data(), static_cast<std::streamsize>(into.size()));
    if (stream->bad()) return annexa::Error(broken_off, path, {{"reason", "it cannot be read on"}});
    return static_cast<std::size_t>(stream->gcount());
  };
  return annexa::ImportFile{std::filesystem::path(path).filename().string(), {}, read, size};
}

annexa::result<std::vector<annexa::ImportFile>> open_files(std::vector<std::string> const& paths) {
  std::vector<annexa::ImportFile> files;
  annexa::Error errors;
  for (auto const& path : paths) {
    if (auto file = plain_file(path)) {
      files.push_back(*std::move(file));
      continue;
    }
    auto bytes = read_file(path);
    if (bytes)
      files.push_back({std::filesystem::path(path).filename().string(), *std::move(bytes)});
    else
      errors.add(bytes.error());
  }
  if (!errors.empty()) return errors;
  return files;
}

int import(Session& session, ImportArguments const& arguments) {
  auto request = arguments.request;
  for (auto const& text : arguments.map) {
    auto column = annexa::ColumnRequest::parse(text);
    if (!column) return session.fail(column.error());
    request.map.push_back(*std::move(column));
  }
  auto workspace =
      session.open(arguments.workspace, request.dry_run ? annexa::OpenMode::read_only : annexa::OpenMode::open);
  if (!workspace) return session.fail(workspace.error());
  auto files = open_files(arguments.files);
  if (!files) return session.fail(files.error());
  auto const imported = annexa::import_files(*workspace, *std::move(files), request);
  if (!imported) return session.fail(imported.error());
  std::string text;
  auto const ending = request.dry_run ? "; a dry run" : imported->events == 0 ? "; nothing was written" : "";
  for (auto const& report : imported->reports) text += describe(report, ending);
  auto const printed = session.done(annexa::render_json(*imported), text);
  return imported->rejected() ? int{Exit::refused} : printed;
}

constexpr annexa::Rule yaml_noun{"export.yaml",
                                 "Only a catalog of one's own is written as YAML: --as catalog:KEY; found \"{found}\".",
                                 "", annexa::ErrorKind::usage};

// A catalog as a library of CISO Assistant.
annexa::result<std::string> library(annexa::State const& state, std::string const& noun, std::string const& key) {
  if (noun != "catalog" || key.empty()) return annexa::Error(yaml_noun, "", {{"found", noun}});
  return annexa::export_catalog_library(state, key);
}

// What the ending of the file's name asks for.
annexa::result<std::string> table_bytes(annexa::State const& state, std::string const& noun, std::string const& key,
                                        std::string const& file) {
  if (file.ends_with(".json")) return annexa::export_json(state, noun, key);
  if (file.ends_with(".jsonl")) return annexa::export_json_lines(state, noun);
  if (file.ends_with(".xlsx")) return annexa::export_workbook(state, noun, key);
  if (file.ends_with(".yaml") || file.ends_with(".yml")) return library(state, noun, key);
  return annexa::export_csv(state, noun, {.key = key});
}

// "catalog:acme-policy" is one record, "risks" a table, "workspace" everything: as a workbook its records, otherwise
// with its history. Where nothing is said JSON and workbooks are everything, and CSV the risks.
int export_table(Session& session, std::string const& path, std::string const& said, std::string const& file) {
  bool const is_workbook = file.ends_with(".xlsx");
  auto const what = !said.empty() ? said : is_workbook || file.ends_with(".json") ? "workspace" : "risks";
  auto const colon = what.find(':');
  auto const noun = what.substr(0, colon);
  auto const key = colon == what.npos ? std::string() : what.substr(colon + 1);
  auto const workspace = session.open(path, annexa::OpenMode::read_only);
  if (!workspace) return session.fail(workspace.error());
  auto const bytes = what == "workspace" && !is_workbook ? annexa::export_workspace(*workspace)
                                                         : table_bytes(*workspace->state(), noun, key, file);
  if (!bytes) return session.fail(bytes.error());
  if (auto const written = session.write_beside(path, file, *bytes); !written) return session.fail(written.error());
  if (file == "-") return Exit::done;
  auto const size = workspace->state()->size;
  auto const root = to_string(workspace->root());
  session.say("Wrote " + file + ", as of " + std::to_string(size) + " events, root " + root + '.');
  return session.answer({{"file", file}, {"as", what}, {"journal", {{"size", size}, {"root", root}}}}, "");
}

}  // namespace

void add_exchange_commands(CLI::App& app, Chosen& chosen) {
  auto arguments = std::make_shared<ImportArguments>();
  auto& request = arguments->request;
  auto kinds = annexa::import_kinds();
  kinds.emplace_back("catalog");
  kinds.emplace_back("workspace");
  auto* in = app.add_subcommand("import", "Import tables; says what each column is taken for");
  in->add_option("WORKSPACE", arguments->workspace, "The workspace")->required();
  in->add_option("FILE", arguments->files,
                 "CSV, TSV, XLSX, JSON or JSON lines files; catalogs as JSON, CSV or YAML too")
      ->required();
  in->add_option("--as", request.kind, "Kind of table; found out when left out")->check(CLI::IsMember(kinds));
  in->add_flag("--dry-run", request.dry_run, "Report what would happen, and write nothing");
  in->add_option("--map", arguments->map, "COLUMN=FIELD: what a column holds")->allow_extra_args(false);
  add_choice(*in, "--existing", request.existing, "What to do with records that exist");
  in->add_flag("--partial", request.partial, "Take the good rows although others are rejected");
  in->add_flag("--create-missing", request.create_missing, "Add people, units and assets that are only named");
  in->add_option("--method", request.method, "Key of the risk method");
  in->add_option("--audit", request.audit, "Key of the audit that findings and results of checklists belong to");
  in->add_option("--encoding", request.encoding, "Encoding of the files; found out when left out")
      ->check(CLI::IsMember({"utf-8", "utf-16le", "utf-16be", "windows-1252"}));
  in->add_option("--delimiter", request.delimiter, "What separates cells; found out when left out")
      ->check(CLI::IsMember({",", ";", "|", "tab"}));
  in->add_option("--sheet", request.sheet, "Sheet of a workbook: its name, its number, or '*' for all that fit");
  add_choice(*in, "--dates", request.dates, "How to read dates such as 03/04/2026");
  in->callback(
      [&chosen, arguments] { chosen = [arguments](Session& session) { return import(session, *arguments); }; });

  struct Options {
    std::string workspace, noun, file;
  };
  auto options = std::make_shared<Options>();
  auto* out = app.add_subcommand(
      "export",
      "Export a table, or the whole workspace: as CSV, or as FILE.json, FILE.jsonl, FILE.xlsx or FILE.yaml says");
  out->add_option("WORKSPACE", options->workspace, "The workspace")->required();
  out->add_option("-o", options->file, "The file to write, or - for standard output")->required();
  out->add_option(
      "--as", options->noun,
      "Which table: units, people, assets, risks, soa, ...; one record, NOUN:KEY, such as catalog:acme-policy; or "
      "workspace, which is everything. Risks, or for FILE.json and FILE.xlsx the workspace, when left out");
  out->callback([&chosen, options] {
    chosen = [options](Session& session) {
      return export_table(session, options->workspace, options->noun, options->file);
    };
  });
}
