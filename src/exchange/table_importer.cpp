#include "table_importer.hpp"

#include <annexa/base/text.hpp>

#include <algorithm>

#include "import_rules.hpp"
#include "names.hpp"
#include "rehearsal.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {

ImportPlan TableImporter::run() && {
  begin_report();
  for (auto const& problem : context_.columns.problems)
    context_.reporter.reject({problem.row, 0, problem.column, problem.value}, problem.message, problem.rule);
  if (context_.columns.problems.empty()) take_rows();
  finish();
  return std::move(plan_);
}

void TableImporter::begin_report() {
  auto& report = plan_.report;
  report.file = context_.sheet.file;
  report.sheet = context_.sheet.name;
  report.format = context_.sheet.format;
  report.kind = context_.columns.kind->name;
  report.why = context_.columns.why;
  report.rows = context_.sheet.size();
  auto const header = context_.sheet.header();
  for (auto const& problem : context_.sheet.problems)
    context_.reporter.reject({problem.row, problem.column, std::string(trimmed(header[problem.column])), {}},
                             problem.message, problem.rule);
}

bool TableImporter::is_well_formed(SheetRow const& row) {
  auto const expected = context_.sheet.header().size();
  std::vector<Argument> args{{"found", std::to_string(row.size())}, {"expected", std::to_string(expected)}};
  for (auto i = expected; i < row.size(); ++i) {
    if (is_blank(row[i])) continue;
    context_.reporter.reject({row.number(), i, {}, row[i]}, import_rules::too_many_cells, args);
    return false;
  }
  if (row.size() < expected) context_.reporter.warn({row.number(), 0, {}, {}}, import_rules::too_few_cells, args);
  return std::ranges::none_of(context_.sheet.problems,
                              [&](SheetProblem const& problem) { return problem.row == row.number(); });
}

bool TableImporter::rehearse(Command command, std::size_t row) {
  auto decision = decide(context_.scratch, command, rehearsal_context(context_.options.now, context_.options.actor));
  auto const refused = decision ? refused_events(*decision) : decision.error();
  for (auto const& violation : refused.violations())
    context_.reporter.reject({row, 0, {}, {}}, violation.message, violation.rule);
  if (!refused.empty()) return false;
  for (auto const& warning : decision->warnings)
    context_.reporter.warn({row, 0, {}, {}}, warning.message, warning.rule);
  context_.scratch = std::move(decision->state);
  plan_.commands.push_back(std::move(command));
  return true;
}

void TableImporter::count(ImportRecord record) {
  auto& report = plan_.report;
  ++report.accepted;
  std::size_t* const counts[] = {&report.added, &report.changed, &report.unchanged};
  ++*counts[static_cast<std::size_t>(record.change)];
  if (report.records.size() >= context_.options.most_entries) return void(++report.left_out);
  report.records.push_back(std::move(record));
}

void TableImporter::finish() {
  auto& report = plan_.report;
  for (auto const& column : context_.columns.mapped)
    report.mapping.push_back({column.header, column.field, column.meaning.by});
  report.unmapped = context_.columns.unmapped;
  context_.reporter.finish();
  std::ranges::stable_sort(report.records, {}, &ImportRecord::row);
  bool const nothing = context_.reporter.rejections() != 0 && !context_.options.partial;
  if (nothing) plan_.commands.clear();
  plan_.after = nothing ? before_ : context_.scratch;
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
