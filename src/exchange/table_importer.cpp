#include "table_importer.hpp"

#include <annexa/base/text.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

#include "rehearsal.hpp"
#include "values.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {

ImportPlan TableImporter::run() && {
  begin_report();
  see_keys_of_named();
  if (is_good_header()) take_rows();
  finish_report(is_refused());
  return std::move(plan_);
}

Column const* TableImporter::column_of(std::string_view field) noexcept {
  auto const& mapped = context_.columns.mapped;
  auto const found = std::ranges::find(mapped, field, &Column::field);
  return found == mapped.end() ? nullptr : &*found;
}

std::string_view TableImporter::cell(SheetRow const& row, std::string_view field) noexcept {
  auto const* column = column_of(field);
  return column ? trimmed(without_guard(row[column->index])) : std::string_view{};
}

bool TableImporter::rehearse(Draft& draft, Command command) {
  auto commands = std::move(draft.creations);
  commands.push_back(std::move(command));
  if (!rehearse(std::move(commands), draft.row.number())) return false;
  make_known(draft.created);
  return true;
}

bool TableImporter::rehearse(Command command, std::size_t row) {
  std::vector<Command> commands;
  commands.push_back(std::move(command));
  return rehearse(std::move(commands), row);
}

bool TableImporter::rehearse(std::vector<Command> commands, std::size_t row) {
  auto working = context_.scratch;
  for (auto const& command : commands) {
    auto decision = decide(working, command, rehearsal_context(context_.options.now, context_.options.actor));
    auto const refused = decision ? refused_events(*decision) : decision.error();
    for (auto const& violation : refused.violations())
      context_.reporter.reject({row, 0, {}, {}}, violation.message, violation.rule);
    if (!refused.empty()) return false;
    for (auto const& warning : decision->warnings)
      context_.reporter.warn({row, 0, {}, {}}, warning.message, warning.rule);
    working = std::move(decision->state);
  }
  context_.scratch = std::move(working);
  plan_.commands.insert(plan_.commands.end(), std::make_move_iterator(commands.begin()),
                        std::make_move_iterator(commands.end()));
  return true;
}

void TableImporter::count(ImportRecord record) {
  auto& report = plan_.report;
  ++report.accepted;
  std::size_t* const counts[] = {&report.added, &report.changed, &report.unchanged};
  ++*counts[static_cast<std::size_t>(record.change)];
  if (!leaves_out_record()) report.records.push_back(std::move(record));
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
