#include <annexa/exchange/import.hpp>
#include <annexa/exchange/import_files.hpp>
#include <annexa/exchange/workspace_document.hpp>

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <utility>

#include "check_table.hpp"
#include "import_request.hpp"
#include "import_rules.hpp"
#include "table_rules.hpp"

namespace annexa {
inline namespace v1 {

ANNEXA_DEFINE_TYPE_TABLE(ColumnRequest)
ANNEXA_DEFINE_TYPE_TABLE(ImportRequest)

namespace exchange {
namespace {

constexpr std::array encodings{TextEncoding::utf8, TextEncoding::utf16_le, TextEncoding::utf16_be,
                               TextEncoding::windows_1252};
constexpr std::array<std::pair<std::string_view, char>, 4> delimiter_names{
    {{",", ','}, {";", ';'}, {"|", '|'}, {"tab", '\t'}}};

}  // namespace

result<TableOptions> table_options(ImportRequest const& request) {
  TableOptions table;
  table.sheet = request.sheet;
  Error errors(ErrorKind::usage);
  auto const encoding =
      std::ranges::find_if(encodings, [&](TextEncoding each) { return to_string(each) == request.encoding; });
  if (encoding != encodings.end())
    table.encoding = *encoding;
  else if (!request.encoding.empty())
    errors.add(import_rules::encoding, "/encoding", {{"found", request.encoding}});
  auto const* delimiter =
      std::ranges::find(delimiter_names, request.delimiter, &std::pair<std::string_view, char>::first);
  if (delimiter != delimiter_names.end())
    table.delimiter = delimiter->second;
  else if (!request.delimiter.empty())
    errors.add(import_rules::delimiter, "/delimiter", {{"found", request.delimiter}});
  if (!errors.empty()) return errors;
  return table;
}

ImportOptions import_options(ImportRequest const& request) {
  ImportOptions options;
  options.kind = request.kind;
  options.map = request.map;
  options.existing = request.existing.value_or(ExistingPolicy::update);
  options.partial = request.partial;
  options.create_missing = request.create_missing;
  options.method = request.method;
  options.audit = request.audit;
  options.dates = request.dates.value_or(DateOrder::unknown);
  return options;
}

namespace {

// The error with the file before the places inside it.
Error in_file(std::string const& file, Error const& error) {
  auto violations = error.violations();
  for (auto& each : violations)
    if (each.where.empty() || each.where.starts_with('/'))
      each.where = file + (each.where.empty() ? "" : ":") + each.where;
  return {error.kind(), std::move(violations)};
}

// The content of a file that is read. Nothing is read of one that is too large to be taken.
result<void> load(ImportFile& file, TableLimits const& limits) {
  if (!file.read) return {};
  if (file.size > limits.bytes)
    return Error(table_rules::too_large, file.name,
                 {{"found", std::to_string(file.size)}, {"limit", std::to_string(limits.bytes)}});
  file.bytes.resize(file.size);
  std::size_t size = 0;
  while (size < file.bytes.size()) {
    auto const got = file.read(size, std::span(file.bytes).subspan(size));
    if (!got) return got.error();
    if (*got == 0) break;
    size += *got;
  }
  file.bytes.resize(size);
  file.read = {};
  return {};
}

// What the plans of all files come to.
struct Plans {
  ImportResult result;
  std::vector<Command> commands;
};

result<Plans> plan_files(std::vector<ImportFile> files, State state, TableOptions table, ImportOptions const& options) {
  Plans plans;
  for (auto& file : files) {
    table.file = file.name;
    auto tables = plan_import_tables(std::move(file.bytes), state, table, options);
    if (!tables) return in_file(file.name, tables.error());
    for (auto& plan : *tables) {
      plans.result.reports.push_back(std::move(plan.report));
      plans.commands.insert(plans.commands.end(), std::make_move_iterator(plan.commands.begin()),
                            std::make_move_iterator(plan.commands.end()));
    }
    state = std::move(tables->back().after);
  }
  return plans;
}

constexpr std::string_view workspace_kind = "workspace";

// The plan of one table whose rows can be looked at one after the other; nothing where they cannot.
std::optional<Plans> plan_by_rows(std::vector<ImportFile> const& files, State const& state, TableOptions table,
                                  ImportOptions const& options, bool dry_run) {
  if (files.size() != 1) return {};
  table.file = files.front().name;
  auto plan = check_table(files.front(), state, table, options, dry_run ? RowCommands::none : RowCommands::made);
  if (!plan) return {};
  Plans plans;
  plans.result.reports.push_back(std::move(plan->report));
  plans.commands = std::move(plan->commands);
  return plans;
}

// Whether the files are to be taken for the document of a whole workspace.
bool is_workspace(std::vector<ImportFile> const& files, ImportRequest const& request) {
  if (!request.kind.empty()) return request.kind == workspace_kind;
  return std::ranges::any_of(files, [](ImportFile const& file) { return is_workspace_document(file.bytes); });
}

// A workspace document comes alone, into a workspace that was made and not used yet.
result<ImportResult> import_document(Workspace& workspace, std::vector<ImportFile> const& files,
                                     ImportRequest const& request) {
  if (files.size() != 1) return Error(import_rules::workspace_alone, "", {{"found", std::to_string(files.size())}});
  auto const& file = files.front();
  auto document = read_workspace_document(file.bytes, file.name);
  if (!document) return document.error();
  auto const taken = import_workspace(workspace, *std::move(document), request.dry_run);
  if (!taken) return in_file(file.name, taken.error());
  ImportReport report;
  report.file = file.name;
  report.kind = workspace_kind;
  report.why = request.kind.empty() ? "it is the document of a workspace" : "as asked";
  report.rows = report.accepted = report.added = *taken;
  ImportResult imported;
  imported.reports.push_back(std::move(report));
  if (!request.dry_run) imported.events = *taken;
  return imported;
}

}  // namespace
}  // namespace exchange

bool ImportResult::rejected() const noexcept {
  return std::ranges::any_of(reports, [](ImportReport const& report) { return !report.rejected.empty(); });
}

result<ImportResult> import_files(Workspace& workspace, std::vector<ImportFile> files, ImportRequest const& request,
                                  ImportProgress const& progress) {
  auto const table = exchange::table_options(request);
  if (!table) return table.error();
  auto options = exchange::import_options(request);
  options.now = workspace.now();
  options.actor = workspace.actor();
  auto const state = workspace.state();
  auto by_rows = exchange::plan_by_rows(files, *state, *table, options, request.dry_run);
  if (!by_rows)
    for (auto& file : files)
      if (auto const loaded = exchange::load(file, table->limits); !loaded) return loaded.error();
  if (!by_rows && exchange::is_workspace(files, request)) return exchange::import_document(workspace, files, request);
  auto plans = by_rows ? result<exchange::Plans>(*std::move(by_rows))
                       : exchange::plan_files(std::move(files), *state, *table, options);
  if (!plans) return plans.error();
  auto& imported = plans->result;
  std::uint64_t rows = 0;
  for (auto const& report : imported.reports) rows += report.rows;
  if (progress && !progress(0, rows)) return Error(import_rules::stopped, "");
  bool const refused = imported.rejected() && !request.partial;
  if (!request.dry_run && !refused && !plans->commands.empty()) {
    auto const answers = workspace.apply(plans->commands);
    if (!answers) return answers.error();
    for (auto const& answer : *answers) imported.events += answer.events.size();
  }
  if (progress) progress(rows, rows);
  return std::move(imported);
}

boost::json::value render_json(ImportResult const& imported) {
  boost::json::array reports;
  for (auto const& report : imported.reports) {
    auto document = render_json(report);
    document.as_object().emplace("events", imported.events);
    reports.push_back(std::move(document));
  }
  if (reports.size() == 1) return std::move(reports.front());
  return reports;
}

}  // namespace v1
}  // namespace annexa
