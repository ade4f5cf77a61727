#pragma once
// Walks through delimited text record by record. Quoted cells are made plain in place, so cells are never copied out.

#include <annexa/exchange/table.hpp>

#include <array>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace exchange {

// What the scanner stumbled over.
enum class ScanIssue : std::uint8_t {
  none,
  after_quote,     // text behind a closing quote: the record goes on, the cell holds both
  quote_open,      // a quote that is never closed: the scan ends
  cell_too_large,  // the scan ends
  too_many_cells,  // the scan ends
};

class TableScanner {
 public:
  // A whole text. It is changed where quoted cells hold doubled quotes. @pre at most 4 GiB
  TableScanner(std::string& text, char delimiter, TableLimits const& limits, std::size_t begin = 0);
  // A piece of a text; where it is not the last one, a record that its end may cut is left for the next piece, as it
  // was. @p records were read before it.
  TableScanner(char* begin, char* end, char delimiter, TableLimits const& limits, bool is_last, std::size_t records);

  // Reads the next record into @p cells. @return false at the end, or where the scan cannot go on.
  [[nodiscard]] bool next(std::vector<SheetCell>& cells);
  // What was wrong with the record just read, or with the one that ended the scan.
  [[nodiscard]] ScanIssue issue() const noexcept { return issue_; }
  // The cell of the issue, from 0.
  [[nodiscard]] std::size_t issue_cell() const noexcept { return issue_cell_; }
  // The record just read, from 1.
  [[nodiscard]] std::size_t record() const noexcept { return record_; }
  // Bytes read so far.
  [[nodiscard]] std::size_t position() const noexcept { return static_cast<std::size_t>(at_ - text_); }

 private:
  // A cell in quotes that is not yet as it is to be read: from its first byte to the closing quote, and what follows.
  struct Quoted {
    std::size_t index;
    char* begin;
    char* closing;
    char* end;
  };

  [[nodiscard]] bool stops(char c) const noexcept { return stop_[static_cast<unsigned char>(c)]; }
  [[nodiscard]] char* stop_after(char* from) const noexcept;
  [[nodiscard]] SheetCell cell(char const* begin, char const* end) const noexcept {
    return {static_cast<std::uint32_t>(begin - text_), static_cast<std::uint32_t>(end - begin)};
  }
  [[nodiscard]] SheetCell plain_cell() noexcept;
  [[nodiscard]] SheetCell quoted_cell(std::size_t index);
  [[nodiscard]] bool read_cells(std::vector<SheetCell>& cells);
  [[nodiscard]] bool make_plain(std::vector<SheetCell>& cells) noexcept;
  void raise(ScanIssue issue, std::size_t index) noexcept;
  void skip_line_end() noexcept;

  char* text_;
  char* at_;
  char* end_;
  char delimiter_;
  bool is_last_;
  TableLimits limits_;
  std::array<bool, 256> stop_{};
  std::size_t record_ = 0;
  ScanIssue issue_ = ScanIssue::none;
  std::size_t issue_cell_ = 0;
  bool cut_ = false;  // true if the piece ends before the record does
  std::vector<Quoted> quoted_;
};

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
