#include <annexa/exchange/import.hpp>
#include <annexa/exchange/read_records.hpp>

#include <annexa/exchange/mapping.hpp>

#include <algorithm>
#include <boost/json.hpp>
#include <set>

#include "cells.hpp"
#include "fields.hpp"
#include "import_request.hpp"
#include "names.hpp"
#include "record_columns.hpp"

namespace annexa {
inline namespace v1 {

ANNEXA_DEFINE_TYPE_TABLE(WorkbookColumn)
ANNEXA_DEFINE_TYPE_TABLE(WorkbookTableDocument)
ANNEXA_DEFINE_TYPE_TABLE(WorkbookDocument)

namespace exchange {
namespace {

constexpr Rule catalog_records{"import.kind", "A catalog is read by a function of its own (read_catalog).", "",
                               ErrorKind::usage};

constexpr Rule no_audit_key{"import.audit", "\"{found}\" is no key of an audit; expected {expected}.", "",
                            ErrorKind::usage};

constexpr Rule row_width{"export.row", "A row of \"{table}\" has {found} cells; its columns are {expected}.", "",
                         ErrorKind::usage};

// There is no clock here: nothing in a table is later than this day.
Instant last_day() { return Instant::at(*Date::from(9999, 12, 31), 0); }

ReadRecords records_of(ImportPlan plan) {
  ReadRecords read;
  auto const& noun = *find_noun(find_table_kind(plan.report.kind)->noun);
  read.noun = noun.name;
  auto const columns = record_columns(noun, plan.after);
  for (auto const& column : columns) read.columns.push_back({column.header, column.kind});
  plan.after.table(noun).for_each([&](TableRow const& row) {
    std::vector<std::string> cells;
    for (auto const& column : columns) cells.push_back(column.cell(row.record.get()));
    read.rows.push_back(std::move(cells));
  });
  read.report = std::move(plan.report);
  return read;
}

// ---- Findings, which are of an audit

// Who raises findings and where, when there is no workspace to say so.
constexpr std::string_view stand_in_auditor = "auditor";
constexpr std::string_view stand_in_audit = "audit";

// The texts in the column that names audits, each once; empty if there is none.
std::set<std::string> audits_named_by(Sheet const& sheet, ColumnPlan const& plan) {
  std::set<std::string> names;
  for (auto const& mapped : plan.mapping) {
    if (mapped.field != "audit") continue;
    for (std::size_t i = 0; i < sheet.header().size(); ++i)
      if (trimmed(sheet.header()[i]) == mapped.column)
        for (std::size_t row = 0; row < sheet.size(); ++row)
          if (auto const text = trimmed(sheet[row][i]); !text.empty()) names.emplace(text);
  }
  return names;
}

void open_audit(State& state, std::string_view key, std::string title) {
  Audit audit;
  audit.key = *Key<"audit">::parse(key);
  audit.title = std::move(title);
  audit.state = AuditState::open;
  audit.team.push_back({*Key<"person">::parse(stand_in_auditor), TeamRole::lead});
  audit.from = audit.until = last_day().date();
  state.put(*find_noun(Audit::type_name), {audit.key.text(), std::make_shared<Audit>(audit), 1});
}

// A state in which every audit is open that the table names, and one for all rows that name none.
State state_of_audits(std::set<std::string> const& names, std::string const& asked) {
  State state;
  Person auditor;
  auditor.key = *Key<"person">::parse(stand_in_auditor);
  state.put(*find_noun(Person::type_name), {auditor.key.text(), std::make_shared<Person>(auditor), 1});
  std::size_t number = 0;
  for (auto const& name : names) {
    auto const key = Key<"audit">::parse(name);
    open_audit(state, key ? name : std::string(stand_in_audit) + '-' + std::to_string(++number), name);
  }
  if (!state.find<Audit>(asked)) open_audit(state, asked, asked);
  return state;
}

// What only a workspace can say of findings is left out, and evidence is what the table said of it.
void leave_to_workspace(ReadRecords& read, State const& after, bool has_audits) {
  for (auto const name : {"nonconformity", "raised_by", "audit"}) {
    auto const column = std::ranges::find(read.columns, name, &WorkbookColumn::header);
    if (column == read.columns.end() || (has_audits && column->header == "audit")) continue;
    auto const at = column - read.columns.begin();
    read.columns.erase(column);
    for (auto& row : read.rows) row.erase(row.begin() + at);
  }
  auto const column = std::ranges::find(read.columns, "evidence", &WorkbookColumn::header);
  if (column == read.columns.end()) return;
  for (auto& row : read.rows) {
    auto& cell = row[static_cast<std::size_t>(column - read.columns.begin())];
    std::vector<std::string> said;
    for_each_part(cell, [&](std::string_view key) {
      auto const* evidence = after.find<Evidence>(key);
      said.push_back(evidence ? evidence->statement.value().value_or("") : std::string(key));
    });
    cell = said.size() == 1 ? said.front() : texts_cell(said);
  }
}

// True for a request that findings may answer to.
bool may_be_findings(ImportRequest const& request) { return request.kind.empty() || request.kind == "findings"; }

// The findings of the one table of a file; nothing if it is no such table, whatever else it is.
result<std::optional<ReadRecords>> findings_of(std::string const& bytes, TableOptions const& table,
                                               ImportOptions options) {
  auto const sheets = read_results_or_sheets(bytes, table, options);
  if (!sheets || sheets->size() != 1) return std::optional<ReadRecords>();
  auto const columns = plan_columns(sheets->front(), options.kind, options.map);
  if (!columns || columns->kind != "findings") return std::optional<ReadRecords>();
  auto const names = audits_named_by(sheets->front(), *columns);
  auto const asked = options.audit.empty() ? std::string(stand_in_audit) : options.audit;
  if (auto const key = Key<"audit">::parse(asked); !key)
    return Error(no_audit_key, "/audit", {{"found", shortened(asked)}, {"expected", detail::expectation(key.error())}});
  options.audit = asked;
  options.actor = stand_in_auditor;
  auto const named = !names.empty() || asked != stand_in_audit;
  auto plan = plan_import(sheets->front(), state_of_audits(names, asked), options);
  if (!plan) return plan.error();
  auto const after = plan->after;
  auto read = records_of(*std::move(plan));
  leave_to_workspace(read, after, named);
  return std::optional<ReadRecords>(std::move(read));
}

}  // namespace
}  // namespace exchange

result<ReadRecords> read_records(std::string bytes, std::string file, ImportRequest const& request) {
  auto table = exchange::table_options(request);
  if (!table) return table.error();
  table->file = std::move(file);
  auto options = exchange::import_options(request);
  options.partial = true;
  options.now = exchange::last_day();
  if (exchange::may_be_findings(request)) {
    auto found = exchange::findings_of(bytes, *table, options);
    if (!found) return found.error();
    if (*found) return **std::move(found);
  }
  auto plan = plan_import_file(std::move(bytes), State{}, *table, options);
  if (!plan) return plan.error();
  if (!exchange::find_table_kind(plan->report.kind)) return Error(exchange::catalog_records, table->file);
  return exchange::records_of(*std::move(plan));
}

boost::json::value render_json(ReadRecords const& records) {
  boost::json::array columns;
  for (auto const& column : records.columns)
    columns.push_back(boost::json::object{{"header", column.header}, {"kind", to_string(column.kind)}});
  return boost::json::object{{"report", render_json(records.report)},
                             {"noun", records.noun},
                             {"columns", std::move(columns)},
                             {"rows", boost::json::value_from(records.rows)}};
}

result<std::string> write_workbook(WorkbookDocument const& document) {
  std::vector<WorkbookTable> tables;
  Error errors;
  for (auto const& table : document.tables) {
    for (auto const& row : table.rows)
      if (row.size() != table.columns.size() && errors.empty())
        errors.add(exchange::row_width, "/tables",
                   {{"table", table.name},
                    {"found", std::to_string(row.size())},
                    {"expected", std::to_string(table.columns.size())}});
    tables.push_back({table.name, table.columns, [&table](auto const& take) {
                        for (auto const& row : table.rows) take(row);
                      }});
  }
  if (!errors.empty()) return errors;
  return write_workbook(tables);
}

}  // namespace v1
}  // namespace annexa
