#include "import_base.hpp"

#include <annexa/base/text.hpp>

#include <algorithm>
#include <utility>

#include "import_rules.hpp"
#include "names.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {

void ImportBase::begin_report() {
  auto& report = plan_.report;
  report.file = context_.sheet.file;
  report.sheet = context_.sheet.name;
  report.format = context_.sheet.format;
  report.header_row = context_.sheet.header_row;
  report.kind = context_.columns.kind->name;
  report.why = context_.columns.why;
  report.rows = context_.sheet.size();
  for (auto const& problem : context_.sheet.problems) report_problem(problem);
  for (auto const& remark : context_.sheet.remarks)
    context_.reporter.warn({remark.row, remark.column, {}, {}}, remark.message, remark.rule);
}

bool ImportBase::is_good_header() {
  for (auto const& problem : context_.columns.problems)
    context_.reporter.reject({problem.row, 0, problem.column, problem.value}, problem.message, problem.rule);
  return context_.columns.problems.empty();
}

void ImportBase::see_keys_of_named() {
  for (auto const noun : {Unit::type_name, Person::type_name, Asset::type_name})
    context_.keys.see_all(*find_noun(noun), context_.scratch);
}

bool ImportBase::is_mapped(std::size_t index) const {
  return std::ranges::find(context_.columns.mapped, index, &Column::index) != context_.columns.mapped.end();
}

void ImportBase::report_problem(SheetProblem const& problem) {
  if (problem.of_cell && !is_mapped(problem.column)) return;
  auto const column = std::string(trimmed(context_.sheet.header()[problem.column]));
  context_.reporter.reject({problem.row, problem.column, column, {}}, problem.message, problem.rule);
  malformed_.push_back(problem.row);
}

bool ImportBase::is_well_formed(SheetRow const& row) {
  if (std::ranges::binary_search(malformed_, row.number())) return false;  // reported already
  auto const expected = context_.sheet.header().size();
  std::vector<Argument> args{{"found", std::to_string(row.size())}, {"expected", std::to_string(expected)}};
  for (auto i = expected; i < row.size(); ++i) {
    if (is_blank(row[i])) continue;
    if (!is_delimited())
      context_.reporter.warn({row.number(), i, {}, row[i]}, import_rules::no_header);
    else
      context_.reporter.reject({row.number(), i, {}, row[i]}, import_rules::too_many_cells, args);
    return !is_delimited();
  }
  if (row.size() < expected && is_delimited())
    context_.reporter.warn({row.number(), 0, {}, {}}, import_rules::too_few_cells, args);
  return true;
}

bool ImportBase::leaves_out_record() noexcept {
  bool const full = plan_.report.records.size() >= context_.options.most_entries;
  if (full) ++plan_.report.left_out;
  return full;
}

void ImportBase::make_known(std::vector<ImportCreation>& created) {
  for (auto& each : created) {
    auto const& noun = *find_noun(each.noun);
    context_.resolver.add(each.noun, context_.scratch.table(noun).find(each.key)->record.get());
    if (plan_.report.created.size() < context_.options.most_entries)
      plan_.report.created.push_back(std::move(each));
    else
      ++plan_.report.left_out;
  }
  created.clear();
}

void ImportBase::finish_report(bool nothing) {
  auto& report = plan_.report;
  for (auto const& column : context_.columns.mapped)
    report.mapping.push_back({column.header, column.field, column.meaning.by});
  report.unmapped = context_.columns.unmapped;
  context_.reporter.finish();
  std::ranges::stable_sort(report.records, {}, &ImportRecord::row);
  if (nothing) plan_.commands.clear();
  plan_.after = nothing ? before_ : context_.scratch;
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
