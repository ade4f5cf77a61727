#include "catalog/read_table.hpp"

#include <algorithm>
#include <utility>

namespace annexa {
inline namespace v1 {
namespace detail {
namespace {

// Takes the cell at the start of @p text, and the comma or line end behind it.
std::string_view take_cell(std::string_view& text) {
  bool const quoted = text.starts_with('"');
  if (quoted) text.remove_prefix(1);
  auto const cell = text.substr(0, quoted ? text.find('"') : text.find_first_of(",\n"));
  text.remove_prefix(std::min(text.size(), cell.size() + (quoted ? 2 : 1)));
  return cell;
}

}  // namespace

SourceTable read_table(EmbeddedTable const& file) {
  auto header = file.bytes.substr(0, file.bytes.find('\n'));
  auto body = file.bytes.substr(std::min(file.bytes.size(), header.size() + 1));
  std::vector<std::string_view> columns;
  while (!header.empty()) columns.push_back(take_cell(header));
  std::vector<std::string_view> cells;
  cells.reserve(columns.size() * static_cast<std::size_t>(std::ranges::count(body, '\n')));
  while (!body.empty()) cells.push_back(take_cell(body));
  return {file.name, file.sha256, std::move(columns), std::move(cells)};
}

}  // namespace detail
}  // namespace v1
}  // namespace annexa
