// Which reader a file is for.
#include <annexa/base/text.hpp>
#include <annexa/exchange/read_sheets.hpp>

#include <algorithm>

#include "columns.hpp"
#include "header_rows.hpp"
#include "sheet_builder.hpp"
#include "table_rules.hpp"
#include "workbook_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

result<std::vector<Sheet>> one(result<Sheet> sheet) {
  if (!sheet) return sheet.error();
  std::vector<Sheet> sheets;
  sheets.push_back(*std::move(sheet));
  return sheets;
}

// True if the bytes are an archive with the parts of an office program, or an old or encrypted file of one.
bool is_workbook(std::string_view bytes) {
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) return true;
  if (!bytes.starts_with("PK\x03\x04")) return false;
  return bytes.find("[Content_Types].xml") != bytes.npos;
}

// True if the text begins as JSON does and a table does not.
bool is_json(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  auto const begin = std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size());
  auto const text = bytes.substr(begin, 64);
  if (text.starts_with('{')) return true;
  auto const inside = std::min(text.find_first_not_of(" \t\r\n", 1), text.size());
  return text.starts_with('[') && inside < text.size() && (text[inside] == '{' || text[inside] == ']');
}

// ---- Delimited text whose header stands below titles

bool fits(Sheet const& sheet, SheetWish const& wish) {
  auto const columns = find_columns(sheet, wish.kind, wish.requests);
  return columns && columns->problems.empty();
}

std::vector<HeadRow> head_of(Sheet const& sheet) {
  std::vector<HeadRow> head;
  for (std::size_t i = 0; i <= std::min(sheet.size(), head_rows - 1); ++i) {
    auto const row = i == 0 ? sheet.header() : sheet[i - 1];
    HeadRow each{row.number(), {}};
    for (std::size_t cell = 0; cell < row.size(); ++cell) each.cells.emplace_back(row[cell]);
    head.push_back(std::move(each));
  }
  return head;
}

// The sheet from its header on, where the first row is none and a row below it tells what the table holds.
Sheet below_titles(Sheet sheet, SheetWish const& wish) {
  if (sheet.size() == 0 || fits(sheet, wish)) return sheet;
  auto const head = head_of(sheet);
  auto const header = find_header(head, wish.kind, wish.requests);
  auto const last = std::ranges::find(head, header.last, &HeadRow::number);
  if (last == head.begin() || last == head.end()) return sheet;
  auto found = sheet;
  SheetBuilder::begin_at(found, static_cast<std::size_t>(last - head.begin()), header.cells);
  if (!fits(found, wish)) return sheet;
  tell_header_rows(found, header, sheet.header_row - 1);
  return found;
}

}  // namespace
}  // namespace exchange

result<std::vector<Sheet>> read_sheets(std::string bytes, TableOptions const& options, SheetWish const& wish) {
  if (exchange::is_workbook(bytes)) return read_workbook(bytes, options, wish);
  if (!options.sheet.empty())
    return Error(table_rules::one_sheet, options.file, {{"found", options.sheet.substr(0, 80)}});
  if (exchange::is_json(bytes)) return exchange::one(read_json_table(std::move(bytes), options, wish));
  auto table = read_table(std::move(bytes), options);
  if (!table) return table.error();
  return exchange::one(exchange::below_titles(*std::move(table), wish));
}

}  // namespace v1
}  // namespace annexa
