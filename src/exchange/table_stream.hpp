#pragma once
// Delimited text in UTF-8, row by row, with no more of it in memory than a piece.

#include <annexa/exchange/import_files.hpp>
#include <annexa/exchange/table.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "table_scanner.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {

class TableStream {
 public:
  TableStream(ReadAt read, TableOptions const& options) : read_(std::move(read)), options_(options) {}

  // Reads up to the header. @return false if this text is to be read as a whole, which also says what is wrong with it
  [[nodiscard]] bool open();
  // A sheet of the header alone. @pre open() said true, next() was not called
  [[nodiscard]] Sheet header() const;
  // Goes to the next row that is not blank. @return false at the end, or where the text cannot be read so
  [[nodiscard]] bool next();
  [[nodiscard]] bool failed() const noexcept { return failed_; }
  // The present row; lives until the next.
  [[nodiscard]] SheetRow row() const noexcept { return {buffer_, cells_, number(scanner_->record())}; }
  // What is wrong with its form.
  [[nodiscard]] std::optional<SheetProblem> problem() const;
  // True if control characters stand near it.
  [[nodiscard]] bool controls() const noexcept { return controls_; }
  // Rows so far, the header not among them.
  [[nodiscard]] std::size_t rows() const noexcept { return rows_; }

 private:
  [[nodiscard]] bool fill();
  [[nodiscard]] bool next_record();
  [[nodiscard]] std::size_t number(std::size_t record) const noexcept {
    return header_row_ == 0 ? 1 : record - header_row_ + 1;
  }

  ReadAt read_;
  TableOptions const& options_;
  SheetFormat format_;
  std::string buffer_;
  std::size_t size_ = 0;     // bytes in it
  std::size_t checked_ = 0;  // of them known to be UTF-8
  std::uint64_t offset_ = 0;
  bool ended_ = false;
  bool failed_ = false;
  bool controls_ = false;
  std::optional<TableScanner> scanner_;
  std::vector<SheetCell> cells_;
  std::size_t header_row_ = 0;
  std::size_t rows_ = 0;
};

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
