#include "table_stream.hpp"

#include <algorithm>
#include <cstring>

#include "delimiters.hpp"
#include "encoding.hpp"
#include "sheet_builder.hpp"
#include "table_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

constexpr std::size_t piece_size = 256U << 10U;
constexpr std::size_t most_in_memory = 16U << 20U;  // a record that is longer is read with the whole text
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// True if the text begins as a table may, and not as JSON.
bool may_be_table(std::string_view text) noexcept {
  auto const begin = text.find_first_not_of(" \t\r\n");
  return begin != text.npos && text[begin] != '{' && text[begin] != '[' && recognise_file(text).empty();
}

}  // namespace

// Moves what is left to the front, reads on, and looks at the new bytes.
bool TableStream::fill() {
  auto const done = scanner_ ? scanner_->position() : 0;
  std::memmove(buffer_.data(), buffer_.data() + done, size_ - done);
  size_ -= done;
  checked_ -= done;
  if (buffer_.size() - size_ < piece_size / 2) buffer_.resize(std::max(piece_size, buffer_.size() * 2));
  if (buffer_.size() > most_in_memory) return !(failed_ = true);
  while (size_ < buffer_.size() && !ended_) {
    auto const got = read_(offset_, {buffer_.data() + size_, buffer_.size() - size_});
    if (!got) return !(failed_ = true);
    size_ += *got;
    offset_ += *got;
    ended_ = *got == 0;
  }
  auto const fresh = std::string_view(buffer_).substr(checked_, size_ - checked_);
  auto const signs = signs_of(fresh);
  controls_ = signs.control || (controls_ && checked_ != 0);
  auto const end = signs.beyond_ascii ? utf8_extent(fresh).end : fresh.size();
  constexpr std::size_t longest_character = 4;
  bool const cut = !ended_ && fresh.size() - end < longest_character;
  failed_ = signs.zero || (end != fresh.size() && !cut);
  checked_ += end;
  return !failed_;
}

bool TableStream::open() {
  if (options_.encoding && *options_.encoding != TextEncoding::utf8) return false;
  if (!fill()) return false;
  auto text = std::string_view(buffer_).substr(0, checked_);
  format_.byte_order_mark = text.starts_with(byte_order_mark);
  std::size_t skip = format_.byte_order_mark ? byte_order_mark.size() : 0;
  if (!may_be_table(text.substr(skip))) return false;
  auto const line = delimiter_line(text.substr(skip));
  format_.delimiter = options_.delimiter ? *options_.delimiter
                      : line != 0        ? text[skip + 4]
                                         : sniff_delimiter(text.substr(skip), options_.limits);
  skip += line;
  buffer_.erase(0, skip);
  size_ -= skip;
  checked_ -= skip;
  scanner_.emplace(buffer_.data(), buffer_.data() + checked_, format_.delimiter, options_.limits,
                   ended_ && checked_ == size_, 0);
  if (!next_record() || scanner_->issue() != ScanIssue::none) return false;
  header_row_ = scanner_->record();
  return true;
}

Sheet TableStream::header() const {
  SheetBuilder builder(buffer_.substr(0, checked_));
  builder.sheet().file = options_.file;
  builder.sheet().format = format_;
  builder.add(cells_, header_row_);
  return std::move(builder.sheet());
}

// The next record that is not blank.
bool TableStream::next_record() {
  while (true) {
    if (scanner_->next(cells_)) {
      if (cells_.front().size == 0 && is_blank_record(buffer_, cells_)) continue;
      if (buffer_[cells_.front().begin] <= ' ' && is_blank_record(buffer_, cells_)) continue;
      return true;
    }
    if (scanner_->issue() > ScanIssue::after_quote) return !(failed_ = true);
    if (ended_ && checked_ == size_) return false;
    auto const record = scanner_->record();
    if (!fill()) return false;
    scanner_.emplace(buffer_.data(), buffer_.data() + checked_, format_.delimiter, options_.limits,
                     ended_ && checked_ == size_, record);
  }
}

bool TableStream::next() {
  if (!next_record()) return false;
  failed_ = ++rows_ > options_.limits.rows;
  return !failed_;
}

std::optional<SheetProblem> TableStream::problem() const {
  if (scanner_->issue() != ScanIssue::after_quote) return {};
  auto const& rule = table_rules::after_quote;
  return SheetProblem{number(scanner_->record()), scanner_->issue_cell(), std::string(rule.id), std::string(rule.text)};
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
