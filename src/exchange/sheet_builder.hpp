#pragma once
// How a reader fills a Sheet: the text first, then row by row where its cells lie.

#include <annexa/exchange/sheet.hpp>

#include <span>
#include <string>
#include <utility>

namespace annexa {
inline namespace v1 {
namespace exchange {

class SheetBuilder {
 public:
  // @pre cells refer to @p text, which may still grow, and change where no cell was added yet.
  explicit SheetBuilder(std::string text) { sheet_.text_ = std::move(text); }

  [[nodiscard]] std::string& text() noexcept { return sheet_.text_; }
  [[nodiscard]] Sheet& sheet() noexcept { return sheet_; }
  [[nodiscard]] Sheet const& sheet() const noexcept { return sheet_; }
  // Rows so far, the header among them.
  [[nodiscard]] std::size_t rows() const noexcept { return sheet_.rows_.size(); }
  void reserve(std::size_t cells) { sheet_.cells_.reserve(cells); }

  // @p record counts the rows of the file from 1, blank ones too; the first row added is the header.
  void add(std::span<SheetCell const> cells, std::size_t record) {
    if (sheet_.rows_.empty()) sheet_.header_row = record;
    sheet_.rows_.push_back({sheet_.cells_.size(), number(record)});
    sheet_.cells_.insert(sheet_.cells_.end(), cells.begin(), cells.end());
  }
  // Makes the row before which @p rows rows stand the header, with @p header for its cells; what stands above it is
  // left out. @pre rows < the number of rows
  static void begin_at(Sheet& sheet, std::size_t rows, std::span<std::string const> header);

  // The number that a record has where the header has 1.
  [[nodiscard]] std::size_t number(std::size_t record) const noexcept {
    return sheet_.rows_.empty() ? 1 : record - sheet_.header_row + 1;
  }

 private:
  Sheet sheet_;
};

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
