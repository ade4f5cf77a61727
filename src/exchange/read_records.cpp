#include <annexa/exchange/import.hpp>
#include <annexa/exchange/read_records.hpp>

#include <boost/json.hpp>

#include "fields.hpp"
#include "import_request.hpp"
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

}  // namespace
}  // namespace exchange

result<ReadRecords> read_records(std::string bytes, std::string file, ImportRequest const& request) {
  auto table = exchange::table_options(request);
  if (!table) return table.error();
  table->file = std::move(file);
  auto options = exchange::import_options(request);
  options.partial = true;
  options.now = exchange::last_day();
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
