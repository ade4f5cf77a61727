#include "sheet_builder.hpp"

#include <algorithm>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace exchange {

void SheetBuilder::begin_at(Sheet& sheet, std::size_t rows, std::span<std::string const> header) {
  auto const shift = sheet.rows_[rows].number - 1;
  bool const is_last = rows + 1 == sheet.rows_.size();
  auto const below = is_last ? sheet.cells_.size() : sheet.rows_[rows + 1].first_cell;
  std::vector<SheetCell> cells;
  for (auto const& each : header) {
    cells.push_back({static_cast<std::uint32_t>(sheet.text_.size()), static_cast<std::uint32_t>(each.size())});
    sheet.text_ += each;
  }
  sheet.cells_.erase(sheet.cells_.begin(), sheet.cells_.begin() + static_cast<std::ptrdiff_t>(below));
  sheet.cells_.insert(sheet.cells_.begin(), cells.begin(), cells.end());
  sheet.rows_.erase(sheet.rows_.begin(), sheet.rows_.begin() + static_cast<std::ptrdiff_t>(rows));
  sheet.rows_.front().first_cell = 0;
  for (std::size_t i = 1; i < sheet.rows_.size(); ++i)
    sheet.rows_[i].first_cell = sheet.rows_[i].first_cell - below + cells.size();
  for (auto& row : sheet.rows_) row.number -= shift;
  std::erase_if(sheet.problems, [&](SheetProblem const& problem) { return problem.row <= shift; });
  for (auto& problem : sheet.problems) problem.row -= shift;
  sheet.header_row += shift;
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
