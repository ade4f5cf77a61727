#pragma once
// One sheet of a workbook, cell by cell.

#include <annexa/exchange/table.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "number_formats.hpp"
#include "xml_reader.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {

// What all sheets of a workbook share.
struct WorkbookTexts {
  std::string text;                   // all shared strings, one behind the other
  std::vector<SheetCell> cells;       // where each of them lies
  std::vector<NumberFormat> formats;  // by the style that a cell names
  bool from_1904 = false;             // which day is day 0
};

// Reads the shared strings of a workbook.
[[nodiscard]] result<void> read_shared_strings(Archive& archive, std::string const& part, TableLimits const& limits,
                                               WorkbookTexts& texts);
// Reads what the styles of a workbook say about numbers.
[[nodiscard]] result<void> read_styles(Archive& archive, std::string const& part, WorkbookTexts& texts);

// A cell that shows an error instead of a value.
struct ErrorCell {
  std::size_t index = 0;
  std::string value;
};

// A row as it was read: cells lie in the text that collects them.
struct WorksheetRow {
  std::size_t number = 0;  // as the spreadsheet shows it
  bool hidden = false;
  std::vector<SheetCell> cells;  // up to the last one that is not blank
  std::vector<ErrorCell> errors;
};

// Reads the rows of a sheet that are not blank, in their order, their texts to the end of @p text.
// @param where  file and sheet, for messages. @param take  gets each row; false ends the reading.
[[nodiscard]] result<void> read_worksheet(Archive& archive, std::string const& part, std::string const& where,
                                          WorkbookTexts const& texts, TableLimits const& limits, std::string& text,
                                          std::function<bool(WorksheetRow&)> const& take);

// "B" of 1, "AA" of 26.
[[nodiscard]] std::string column_letters(std::size_t index);

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
