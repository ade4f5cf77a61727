#include "table_scanner.hpp"

#include <bit>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace annexa {
inline namespace v1 {
namespace exchange {

TableScanner::TableScanner(std::string& text, char delimiter, TableLimits const& limits, std::size_t begin)
    : TableScanner(text.data(), text.data() + text.size(), delimiter, limits, true, 0) {
  at_ += begin;
}

TableScanner::TableScanner(char* begin, char* end, char delimiter, TableLimits const& limits, bool is_last,
                           std::size_t records)
    : text_(begin), at_(begin), end_(end), delimiter_(delimiter), is_last_(is_last), limits_(limits), record_(records) {
  for (char const c : {delimiter, '\n', '\r'}) stop_[static_cast<unsigned char>(c)] = true;
}

void TableScanner::raise(ScanIssue issue, std::size_t index) noexcept {
  if (issue <= issue_) return;  // the gravest counts
  issue_ = issue;
  issue_cell_ = index;
}

// The next delimiter or line end, or the end of the text. Sixteen bytes at a time where the machine can.
char* TableScanner::stop_after(char* from) const noexcept {
#if defined(__SSE2__)
  auto const delimiters = _mm_set1_epi8(delimiter_);
  auto const line_feeds = _mm_set1_epi8('\n');
  auto const returns = _mm_set1_epi8('\r');
  for (; end_ - from >= 16; from += 16) {
    __m128i bytes;
    std::memcpy(&bytes, from, sizeof bytes);
    auto const ends = _mm_or_si128(_mm_cmpeq_epi8(bytes, line_feeds), _mm_cmpeq_epi8(bytes, returns));
    auto const found = static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(ends, _mm_cmpeq_epi8(bytes, delimiters))));
    if (found != 0) return from + std::countr_zero(found);
  }
#endif
  while (from != end_ && !stops(*from)) ++from;
  return from;
}

SheetCell TableScanner::plain_cell() noexcept {
  char const* const begin = at_;
  at_ = stop_after(at_);
  cut_ = at_ == end_ && !is_last_;
  return cell(begin, at_);
}

// @pre *at_ is the opening quote.
SheetCell TableScanner::quoted_cell(std::size_t index) {
  char* const begin = ++at_;
  bool doubled = false;
  char* closing = nullptr;
  while (true) {
    closing = static_cast<char*>(std::memchr(at_, '"', static_cast<std::size_t>(end_ - at_)));
    if (!closing || (closing + 1 == end_ && !is_last_)) {
      at_ = end_;
      cut_ = !is_last_;
      if (is_last_)
        raise(cell(begin, at_).size > limits_.cell ? ScanIssue::cell_too_large : ScanIssue::quote_open, index);
      return cell(begin, at_);
    }
    if (closing + 1 == end_ || closing[1] != '"') break;
    doubled = true;
    at_ = closing + 2;
  }
  at_ = closing + 1;
  bool const more = at_ != end_ && !stops(*at_);
  if (more) {
    raise(ScanIssue::after_quote, index);
    at_ = stop_after(at_);
    cut_ = at_ == end_ && !is_last_;
  }
  if (doubled || more) quoted_.push_back({index, begin, closing, at_});
  return cell(begin, closing);
}

// Moves the bytes of quoted cells to where they are to be read. @return false if one is too large
bool TableScanner::make_plain(std::vector<SheetCell>& cells) noexcept {
  for (auto const& quoted : quoted_) {
    char* out = quoted.begin;
    auto const keep = [&](char const* from, char const* to) {
      auto const size = static_cast<std::size_t>(to - from);
      if (out != from) std::memmove(out, from, size);
      out += size;
    };
    for (char* at = quoted.begin; at != quoted.closing;) {
      auto const size = static_cast<std::size_t>(quoted.closing - at);
      auto* const quote = static_cast<char*>(std::memchr(at, '"', size));
      keep(at, quote ? quote + 1 : quoted.closing);
      at = quote ? quote + 2 : quoted.closing;
    }
    keep(quoted.closing + 1, quoted.end);
    cells[quoted.index] = cell(quoted.begin, out);
  }
  if (static_cast<std::size_t>(at_ - text_) - cells.front().begin <= limits_.cell) return true;
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (cells[i].size > limits_.cell) raise(ScanIssue::cell_too_large, i);
  return issue_ <= ScanIssue::after_quote;
}

void TableScanner::skip_line_end() noexcept {
  if (at_ == end_) return;
  bool const carriage_return = *at_++ == '\r';
  if (!carriage_return) return;
  if (at_ == end_)
    cut_ = !is_last_;  // a line feed may follow
  else if (*at_ == '\n')
    ++at_;
}

bool TableScanner::read_cells(std::vector<SheetCell>& cells) {
  while (true) {
    auto const index = cells.size();
    if (index == limits_.columns) raise(ScanIssue::too_many_cells, index);
    if (issue_ > ScanIssue::after_quote) return false;
    if (at_ == end_ && !is_last_) return !(cut_ = true);
    cells.push_back(at_ != end_ && *at_ == '"' ? quoted_cell(index) : plain_cell());
    if (cut_ || issue_ > ScanIssue::after_quote) return false;
    if (at_ == end_ || *at_ != delimiter_) return true;
    ++at_;
  }
}

bool TableScanner::next(std::vector<SheetCell>& cells) {
  cells.clear();
  quoted_.clear();
  issue_ = ScanIssue::none;
  cut_ = false;
  if (at_ == end_) return false;
  ++record_;
  char* const begin = at_;
  bool whole = read_cells(cells);
  if (whole) skip_line_end();
  if (cut_) {
    at_ = begin;
    --record_;
    return false;
  }
  return whole && make_plain(cells);
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
