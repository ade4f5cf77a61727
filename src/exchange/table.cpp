// From bytes to a sheet: encoding, delimiter, rows.
#include <annexa/exchange/table.hpp>

#include <algorithm>
#include <array>
#include <utility>

#include "encoding.hpp"
#include "sheet_builder.hpp"
#include "table_rules.hpp"
#include "table_scanner.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

constexpr std::array delimiters{',', ';', '\t', '|'};
constexpr std::size_t sniffed_bytes = 64U << 10U;
constexpr std::size_t sniffed_records = 50;
constexpr std::size_t most_bytes = 1U << 30U;
constexpr std::size_t most_problems = 1000;

// How well a delimiter explains the first records: how many have as many cells as the first, then how many those are.
struct Fit {
  std::size_t records = 0;
  std::size_t cells = 0;
  friend auto operator<=>(Fit const&, Fit const&) = default;
};

bool is_blank_record(std::string const& text, std::vector<SheetCell> const& cells) {
  return std::ranges::all_of(cells, [&](SheetCell const& cell) {
    return std::string_view(text).substr(cell.begin, cell.size).find_first_not_of(" \t\r\n") == std::string_view::npos;
  });
}

Fit fit_of(std::string head, char delimiter, TableLimits const& limits, bool cut) {
  TableScanner scanner(head, delimiter, limits);
  std::vector<SheetCell> cells;
  std::vector<std::size_t> counts;
  while (counts.size() < sniffed_records && scanner.next(cells))
    if (!is_blank_record(head, cells)) counts.push_back(cells.size());
  if (cut && counts.size() > 1 && scanner.position() == head.size())
    counts.pop_back();  // the last record is not all here
  if (counts.empty() || counts.front() == 1) return {};
  return {static_cast<std::size_t>(std::ranges::count(counts, counts.front())), counts.front()};
}

char sniff_delimiter(std::string_view text, TableLimits const& limits) {
  auto const head = text.substr(0, sniffed_bytes);
  char best = delimiters.front();
  Fit best_fit;
  for (char const delimiter : delimiters) {
    auto const fit = fit_of(std::string(head), delimiter, limits, head.size() < text.size());
    if (fit > best_fit) {
      best = delimiter;
      best_fit = fit;
    }
  }
  return best;
}

// Length of a first line "sep=;" with its line end, or 0.
std::size_t delimiter_line(std::string_view text) {
  if (!text.starts_with("sep=") && !text.starts_with("SEP=")) return 0;
  auto const end = text.substr(0, 8).find_first_of("\r\n", 4);
  if (end != 5) return 0;
  return end + (text.substr(end).starts_with("\r\n") ? 2U : 1U);
}

std::string place(TableOptions const& options, std::size_t row, std::size_t column) {
  return options.file + ':' + std::to_string(row) + ':' + std::to_string(column + 1);
}

std::string name_of(char delimiter) { return delimiter == '\t' ? "tab" : '"' + std::string(1, delimiter) + '"'; }

class TableReader {
 public:
  TableReader(DecodedText decoded, TableOptions const& options) : options_(options), builder_(std::move(decoded.text)) {
    builder_.sheet().file = options.file;
    builder_.sheet().format = {decoded.encoding, decoded.byte_order_mark, ','};
  }

  [[nodiscard]] result<Sheet> read() {
    auto& text = builder_.text();
    auto const skip = delimiter_line(text);
    auto const rest = std::string_view(text).substr(skip);
    char const delimiter = options_.delimiter ? *options_.delimiter
                           : skip != 0        ? text[4]
                                              : sniff_delimiter(rest, options_.limits);
    builder_.sheet().format.delimiter = delimiter;
    TableScanner scanner(text, delimiter, options_.limits, skip);
    std::vector<SheetCell> cells;
    while (scanner.next(cells)) {
      if (is_blank_record(text, cells)) continue;
      if (builder_.rows() > options_.limits.rows)
        return Error(table_rules::rows, options_.file, {{"limit", std::to_string(options_.limits.rows)}});
      builder_.add(cells, scanner.record());
      if (scanner.issue() == ScanIssue::after_quote) note(scanner);
    }
    if (scanner.issue() != ScanIssue::none) return refusal(scanner);
    if (builder_.rows() == 0) return Error(table_rules::empty, options_.file);
    return std::move(builder_.sheet());
  }

 private:
  void note(TableScanner const& scanner) {
    auto& problems = builder_.sheet().problems;
    auto const& rule = table_rules::after_quote;
    if (problems.size() < most_problems)
      problems.push_back(
          {builder_.number(scanner.record()), scanner.issue_cell(), std::string(rule.id), std::string(rule.text)});
  }
  [[nodiscard]] Error refusal(TableScanner const& scanner) const {
    auto const& limits = options_.limits;
    auto const where = place(options_, builder_.number(scanner.record()), scanner.issue_cell());
    switch (scanner.issue()) {
      case ScanIssue::cell_too_large:
        return {table_rules::cell, where, {{"limit", std::to_string(limits.cell)}}};
      case ScanIssue::too_many_cells:
        return {table_rules::columns, where, {{"limit", std::to_string(limits.columns)}}};
      default:
        return {table_rules::quote_open, where, {{"delimiter", name_of(builder_.sheet().format.delimiter)}}};
    }
  }

  TableOptions const& options_;
  SheetBuilder builder_;
};

}  // namespace
}  // namespace exchange

result<Sheet> read_table(std::string bytes, TableOptions const& options) {
  auto const limit = std::min(options.limits.bytes, exchange::most_bytes);
  if (bytes.size() > limit)
    return Error(table_rules::too_large, options.file,
                 {{"found", std::to_string(bytes.size())}, {"limit", std::to_string(limit)}});
  if (auto const kind = recognise_file(bytes); !kind.empty())
    return Error(table_rules::binary, options.file, {{"found", std::string(kind)}});
  auto decoded = exchange::decode(std::move(bytes), options);
  if (!decoded) return decoded.error();
  if (auto const nul = decoded->text.find('\0'); nul != std::string::npos)
    return Error(table_rules::nul, options.file, {{"offset", std::to_string(nul)}});
  return exchange::TableReader(*std::move(decoded), options).read();
}

}  // namespace v1
}  // namespace annexa
