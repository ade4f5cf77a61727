// Which reader a file is for.
#include <annexa/base/text.hpp>
#include <annexa/exchange/read_sheets.hpp>

#include <algorithm>

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

}  // namespace
}  // namespace exchange

result<std::vector<Sheet>> read_sheets(std::string bytes, TableOptions const& options, SheetWish const& wish) {
  if (exchange::is_workbook(bytes)) return read_workbook(bytes, options, wish);
  if (!options.sheet.empty())
    return Error(table_rules::one_sheet, options.file, {{"found", options.sheet.substr(0, 80)}});
  if (exchange::is_json(bytes)) return exchange::one(read_json_table(std::move(bytes), options, wish));
  return exchange::one(read_table(std::move(bytes), options));
}

}  // namespace v1
}  // namespace annexa
