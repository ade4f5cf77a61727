#pragma once
// The way of rows to commands: header, cells, decisions on a copy of the state.

#include <annexa/exchange/import.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cell_reader.hpp"
#include "import_base.hpp"
#include "key_rows.hpp"
#include "row_importer.hpp"
#include "row_memo.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {

// Whether rows that are looked at one after the other are made commands of.
enum class RowCommands : std::uint8_t { none, made };

class Importer final : private ImportBase {
 public:
  Importer(Sheet const& sheet, State const& state, ImportOptions const& options, Columns columns);

  // Plans all rows of the sheet.
  [[nodiscard]] ImportPlan run() &&;

  // ---- Rows that are looked at one after the other; no state is made of them

  // True if rows of this table can be looked at so: what becomes of one does not depend on the others but for its key.
  [[nodiscard]] bool can_check();
  // Begins with the header. @param see_keys  called before the first key is given, to call see_key() for every row
  // @return false if its problems stand in the way of the rows
  [[nodiscard]] bool begin_check(std::function<void()> see_keys, RowCommands commands);
  void see_key(SheetRow const& row);
  // Looks at a row. @param controls  true if its texts may hold control characters.
  void check(SheetRow const& row, bool controls);
  // Rejects a row whose form is wrong.
  void refuse(SheetProblem const& problem) { report_problem(problem); }
  // True if what was rejected may be taken once all rows of the table are known.
  [[nodiscard]] bool needs_all_rows() const noexcept { return context_.ambiguous_dates; }
  [[nodiscard]] ImportPlan finish_check(std::size_t rows) &&;

 private:
  // What becomes of a row.
  enum class Outcome : std::uint8_t { added, changed, unchanged, skipped, rejected };

  [[nodiscard]] bool begin_header();
  void order_columns();
  void see_keys_of_state();
  void see_keys();
  void take_rows();
  [[nodiscard]] Column const* column_named(std::string_view name) const;
  [[nodiscard]] bool is_known_unit(SheetRow const& row, Column const& site);
  [[nodiscard]] bool is_heading(SheetRow const& row);
  void take_row(SheetRow const& row);
  void count(SheetRow const& row, Outcome outcome, std::string_view key, Draft const* draft);
  void note_record(std::size_t row, Outcome outcome, std::string key);
  [[nodiscard]] Outcome take(Draft& draft, std::size_t rejections);
  [[nodiscard]] CellPlace key_place(Draft const& draft) const;
  [[nodiscard]] std::string find_record(Draft& draft);
  [[nodiscard]] bool is_first(Draft const& draft, std::string const& key);
  [[nodiscard]] bool set_key(Draft& draft, std::string key);
  void read_cells(Draft& draft);
  void check_custom(Draft const& draft);
  [[nodiscard]] bool rehearse(std::vector<Command>& commands, std::optional<SheetRow> row);
  [[nodiscard]] bool is_told(Command const& command, Violation const& warning);
  [[nodiscard]] bool fits(Decision const& decision, std::optional<SheetRow> const& row);
  void reject(Violation const& violation, std::optional<SheetRow> const& row);
  [[nodiscard]] CellPlace place_of(Violation const& violation, std::optional<SheetRow> const& row) const;
  void make_known(Draft& draft);
  void finish();

  [[nodiscard]] bool check_by_memo(SheetRow const& row, bool controls);
  void make_commands(SheetRow const& row, std::string const& key);
  void keep(std::vector<Command> commands);
  [[nodiscard]] std::optional<bool> decide_like(SheetRow const& row, std::string const& key);

  Noun const& noun_;
  Context decision_context_;
  CellReader reader_;
  std::unique_ptr<RowImporter> rows_;
  std::vector<Column const*> ordered_;  // the mapped columns in the order of reading
  KeyRows rows_of_keys_;
  bool told_backwards_ = false;
  std::size_t headings_ = 0;  // rows that only title those below them

  bool checks_ = false;  // true if rows are looked at one after the other
  RowCommands row_commands_ = RowCommands::none;
  std::optional<State> seen_;  // what the row that was looked at last would come to
  Column const* key_column_ = nullptr;
  std::function<void()> see_all_keys_;
  std::unique_ptr<RowMemo> memo_;
};

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
