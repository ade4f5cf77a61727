#pragma once
/// @file
/// A sheet: the cells of one table as texts, as whatever reader found them.

#include <annexa/base/error.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

/// How the bytes of a table were text.
enum class TextEncoding : std::uint8_t {
  utf8,          ///< UTF-8.
  utf16_le,      ///< UTF-16, low byte first.
  utf16_be,      ///< UTF-16, high byte first.
  windows_1252,  ///< Windows-1252, what older spreadsheets write in western Europe.
};

/// The name of an encoding: "utf-8", "utf-16le", "utf-16be", "windows-1252".
[[nodiscard]] std::string_view to_string(TextEncoding encoding) noexcept;

/// The form of the file that a table stands in.
enum class SheetForm : std::uint8_t {
  delimited,   ///< Delimited text, such as comma-separated values.
  workbook,    ///< A workbook of a spreadsheet program (XLSX).
  json,        ///< A JSON list, or one object.
  json_lines,  ///< A JSON object for each line.
};

/// The name of a form: "delimited", "xlsx", "json", "json-lines".
[[nodiscard]] std::string_view to_string(SheetForm form) noexcept;

/// How a table was written, as it was found or asked for.
struct SheetFormat {
  TextEncoding encoding = TextEncoding::utf8;  ///< Encoding of the bytes.
  bool byte_order_mark = false;                ///< True if a byte order mark stood in front.
  char delimiter = ',';                        ///< What separates the cells of a row.
  SheetForm form = SheetForm::delimited;       ///< Form of the file; the other members are for delimited text.
};

/// Where the text of one cell lies in the text of its sheet.
struct SheetCell {
  std::uint32_t begin = 0;  ///< First byte.
  std::uint32_t size = 0;   ///< Number of bytes.
};

/// One row: a view that lives as long as its sheet.
class SheetRow {
 public:
  /// A row of @p cells in @p text. @param number  of the row; the header has 1.
  SheetRow(std::string_view text, std::span<SheetCell const> cells, std::size_t number) noexcept
      : text_(text), cells_(cells), number_(number) {}
  /// The number of the row as a spreadsheet shows it, if the header has 1; blank rows count.
  [[nodiscard]] std::size_t number() const noexcept { return number_; }
  /// How many cells the row has.
  [[nodiscard]] std::size_t size() const noexcept { return cells_.size(); }
  /// The text of a cell, UTF-8; empty beyond the last one.
  [[nodiscard]] std::string_view operator[](std::size_t column) const noexcept {
    if (column >= cells_.size()) return {};
    return {text_.data() + cells_[column].begin, cells_[column].size};
  }

 private:
  std::string_view text_;
  std::span<SheetCell const> cells_;
  std::size_t number_;
};

/// Something that is wrong with the form of one row, such as text behind a closing quote.
struct SheetProblem {
  std::size_t row = 0;     ///< Number of the row; the header has 1.
  std::size_t column = 0;  ///< Index of the cell, from 0.
  std::string rule;        ///< Stable name of the rule.
  std::string message;     ///< What was found and what would be accepted.
  bool of_cell = false;    ///< True if it hurts that cell alone, and only where something is taken from its column.
};

namespace exchange {
class SheetBuilder;
}

/// A table: a header and rows without blank ones. It owns one text and, for each cell, eight bytes.
/// @par Threads
/// A constant Sheet may be read from many threads.
class Sheet {
 public:
  std::string file;                    ///< Name of the file, for messages; may be empty.
  std::string name;                    ///< Name of the sheet in its file; empty where a file has only one.
  SheetFormat format;                  ///< How it was written.
  std::vector<SheetProblem> problems;  ///< What is wrong with the form of rows, in their order.
  std::vector<SheetProblem> remarks;   ///< What should be known of the table, and is not wrong.
  std::size_t header_row = 1;          ///< Row of the file in which the header ends.

  /// Number of rows without the header and without blank ones.
  [[nodiscard]] std::size_t size() const noexcept { return rows_.empty() ? 0 : rows_.size() - 1; }
  /// The header. @pre the sheet came from a reader, all of which refuse a table without one.
  [[nodiscard]] SheetRow header() const noexcept { return at(0); }
  /// A row below the header. @pre index < size().
  [[nodiscard]] SheetRow operator[](std::size_t index) const noexcept { return at(index + 1); }

 private:
  friend class exchange::SheetBuilder;
  struct Row {
    std::size_t first_cell;
    std::size_t number;
  };
  [[nodiscard]] SheetRow at(std::size_t index) const noexcept {
    auto const begin = rows_[index].first_cell;
    auto const end = index + 1 < rows_.size() ? rows_[index + 1].first_cell : cells_.size();
    return {text_, std::span(cells_).subspan(begin, end - begin), rows_[index].number};
  }
  std::string text_;
  std::vector<SheetCell> cells_;
  std::vector<Row> rows_;
};

}  // namespace v1
}  // namespace annexa
