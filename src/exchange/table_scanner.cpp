#include "table_scanner.hpp"

#include <cstring>

namespace annexa {
inline namespace v1 {
namespace exchange {

TableScanner::TableScanner(std::string& text, char delimiter, TableLimits const& limits, std::size_t begin)
    : text_(text.data()),
      at_(text.data() + begin),
      end_(text.data() + text.size()),
      delimiter_(delimiter),
      limits_(limits) {
  for (char const c : {delimiter, '\n', '\r'}) stop_[static_cast<unsigned char>(c)] = true;
}

void TableScanner::raise(ScanIssue issue, std::size_t index) noexcept {
  if (issue <= issue_) return;  // the gravest counts
  issue_ = issue;
  issue_cell_ = index;
}

SheetCell TableScanner::plain_cell() noexcept {
  char const* const begin = at_;
  while (at_ != end_ && !stops(*at_)) ++at_;
  return cell(begin, at_);
}

// @pre *at_ is the opening quote.
SheetCell TableScanner::quoted_cell(std::size_t index) noexcept {
  char* const begin = ++at_;
  char* out = begin;  // what is read moves here; the same place until the first doubled quote
  auto const keep = [&](char const* from, char const* to) {
    auto const size = static_cast<std::size_t>(to - from);
    if (out != from) std::memmove(out, from, size);
    out += size;
  };
  while (true) {
    auto* const quote = static_cast<char*>(std::memchr(at_, '"', static_cast<std::size_t>(end_ - at_)));
    if (!quote) {
      raise(ScanIssue::quote_open, index);
      at_ = end_;
      return cell(begin, out);
    }
    bool const doubled = quote + 1 != end_ && quote[1] == '"';
    keep(at_, doubled ? quote + 1 : quote);
    at_ = quote + (doubled ? 2 : 1);
    if (!doubled) break;
  }
  if (at_ == end_ || stops(*at_)) return cell(begin, out);
  raise(ScanIssue::after_quote, index);
  char const* const rest = at_;
  while (at_ != end_ && !stops(*at_)) ++at_;
  keep(rest, at_);
  return cell(begin, out);
}

void TableScanner::skip_line_end() noexcept {
  if (at_ == end_) return;
  bool const carriage_return = *at_++ == '\r';
  if (carriage_return && at_ != end_ && *at_ == '\n') ++at_;
}

bool TableScanner::next(std::vector<SheetCell>& cells) {
  cells.clear();
  issue_ = ScanIssue::none;
  if (at_ == end_) return false;
  ++record_;
  while (true) {
    auto const index = cells.size();
    if (index == limits_.columns) raise(ScanIssue::too_many_cells, index);
    auto const read = at_ != end_ && *at_ == '"' ? quoted_cell(index) : plain_cell();
    if (read.size > limits_.cell) raise(ScanIssue::cell_too_large, index);
    if (issue_ > ScanIssue::after_quote) return false;
    cells.push_back(read);
    if (at_ == end_ || *at_ != delimiter_) break;
    ++at_;
  }
  skip_line_end();
  return true;
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
