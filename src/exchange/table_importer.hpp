#pragma once
// What importers share whose rows are not each a record of one noun: the report, the form of rows, decisions on a copy.

#include <annexa/exchange/import.hpp>

#include <utility>

#include "import_context.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {

class TableImporter {
 public:
  TableImporter(Sheet const& sheet, State const& state, ImportOptions const& options, Columns columns)
      : context_(sheet, state, options, std::move(columns), plan_.report), before_(state) {}
  virtual ~TableImporter() = default;
  TableImporter(TableImporter const&) = delete;
  TableImporter& operator=(TableImporter const&) = delete;

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
  // False after rejecting a row with more cells than the header, or of a wrong form; fewer are said.
  [[nodiscard]] bool is_well_formed(SheetRow const& row);
  // Decides the command on the copy of the state. @return false after saying why it is refused
  bool rehearse(Command command, std::size_t row);
  // Counts a row and names its record, as far as the report has room.
  void count(ImportRecord record);

 private:
  void begin_report();
  void finish();

  ImportPlan plan_;
  ImportContext context_;
  State before_;
};

// Plans the import of a checklist, and of a table of the organisation and its context. @pre the columns are of that
// kind
[[nodiscard]] ImportPlan plan_checklists(Sheet const& sheet, State const& state, ImportOptions const& options,
                                         Columns columns);
[[nodiscard]] ImportPlan plan_isms(Sheet const& sheet, State const& state, ImportOptions const& options,
                                   Columns columns);

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
