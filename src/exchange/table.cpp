// From bytes to a sheet: encoding, delimiter, rows.
#include <annexa/exchange/table.hpp>

#include <algorithm>
#include <utility>

#include "delimiters.hpp"
#include "encoding.hpp"
#include "sheet_builder.hpp"
#include "table_rules.hpp"
#include "table_scanner.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

constexpr std::size_t most_bytes = 1U << 30U;
constexpr std::size_t most_problems = 1000;

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
