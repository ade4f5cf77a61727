#pragma once
// What importers share whose rows are not each a record of one noun: the report, the form of rows, decisions on a copy.

#include <annexa/exchange/import.hpp>

#include <utility>
#include <vector>

#include "import_base.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {

class TableImporter : private ImportBase {
 public:
  TableImporter(Sheet const& sheet, State const& state, ImportOptions const& options, Columns columns)
      : ImportBase(sheet, state, options, std::move(columns)) {}
  virtual ~TableImporter() = default;

  // The plan; nothing in it to apply if a row was rejected and the import is not partial.
  [[nodiscard]] ImportPlan run() &&;

 protected:
  // Reads all rows. @pre the header is good
  virtual void take_rows() = 0;

  [[nodiscard]] ImportContext& context() noexcept { return context_; }
  [[nodiscard]] State const& before() const noexcept { return before_; }
  [[nodiscard]] static CellPlace place(SheetRow const& row, Column const& column) {
    return {row.number(), column.index, column.header, row[column.index]};
  }
  using ImportBase::is_well_formed;
  // The column that was mapped to a field, or null.
  [[nodiscard]] Column const* column_of(std::string_view field) noexcept;
  // What the row has under the field, as it was meant; empty without such a column.
  [[nodiscard]] std::string_view cell(SheetRow const& row, std::string_view field) noexcept;
  // Decides the command on the copy of the state. @return false after saying why it is refused
  bool rehearse(Command command, std::size_t row);
  // The same behind the records that the row adds because it names them, which are known by name from then on.
  bool rehearse(Draft& draft, Command command);
  // Several commands of a row: all of them or none.
  bool rehearse(std::vector<Command> commands, std::size_t row);
  // Counts a row and names its record, as far as the report has room.
  void count(ImportRecord record);
};

// Plans the import of a checklist, of a table of the organisation and its context, of absences, and of the measures of
// a treatment plan. @pre the columns are of that kind
[[nodiscard]] ImportPlan plan_checklists(Sheet const& sheet, State const& state, ImportOptions const& options,
                                         Columns columns);
[[nodiscard]] ImportPlan plan_isms(Sheet const& sheet, State const& state, ImportOptions const& options,
                                   Columns columns);
[[nodiscard]] ImportPlan plan_absences(Sheet const& sheet, State const& state, ImportOptions const& options,
                                       Columns columns);
[[nodiscard]] ImportPlan plan_measures(Sheet const& sheet, State const& state, ImportOptions const& options,
                                       Columns columns);

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
