#pragma once
// What every import of a table has: its report, the form of its header and rows, and its end.

#include <annexa/exchange/import.hpp>

#include <cstddef>
#include <utility>
#include <vector>

#include "import_context.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {

class ImportBase {
 public:
  ImportBase(ImportBase const&) = delete;
  ImportBase& operator=(ImportBase const&) = delete;

 protected:
  ImportBase(Sheet const& sheet, State const& state, ImportOptions const& options, Columns columns)
      : context_(sheet, state, options, std::move(columns), plan_.report), before_(state) {}
  ~ImportBase() = default;

  // What the report says before any row: file, kind, what is wrong with the form of rows, and remarks.
  void begin_report();
  // Rejects what is wrong with the header. @return false if that stands in the way of the rows
  [[nodiscard]] bool is_good_header();
  // Reckons with the keys of all records that rows may add by naming them.
  void see_keys_of_named();
  // Rejects a row whose form is wrong; a cell only where something is taken from its column.
  void report_problem(SheetProblem const& problem);
  // False for a row that was rejected for its form, or is now: delimited text with more cells than the header. A
  // spreadsheet may have notes beside its table, and says nothing by cells that it leaves out.
  [[nodiscard]] bool is_well_formed(SheetRow const& row);
  // True where the report has no room for another record, which is then only counted.
  [[nodiscard]] bool leaves_out_record() noexcept;
  // Makes records known by name that rows have added.
  void make_known(std::vector<ImportCreation>& created);
  // Puts the report in order. @param nothing  true if there is nothing to apply, whatever was planned
  void finish_report(bool nothing);
  // True if rows were rejected, and the caller wants all or none.
  [[nodiscard]] bool is_refused() const noexcept {
    return context_.reporter.rejections() != 0 && !context_.options.partial;
  }

  ImportPlan plan_;
  ImportContext context_;
  State const before_;  // where rows find their records by numbers of other systems

 private:
  [[nodiscard]] bool is_delimited() const noexcept { return context_.sheet.format.form == SheetForm::delimited; }
  [[nodiscard]] bool is_mapped(std::size_t index) const;

  std::vector<std::size_t> malformed_;  // rows whose form is wrong, ascending
};

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
