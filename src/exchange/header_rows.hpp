#pragma once
// Where the header of a sheet stands: below titles, perhaps in two rows.

#include <annexa/exchange/import_options.hpp>
#include <annexa/exchange/sheet.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace exchange {

// One of the first rows of a sheet that are not blank.
struct HeadRow {
  std::size_t number = 0;  // as the spreadsheet shows it
  std::vector<std::string> cells;
};

struct HeaderRows {
  std::size_t first = 1;  // number of the row in which it begins
  std::size_t last = 1;   // and of the row in which it ends
  std::vector<std::string> cells;
  std::size_t known = 0;  // how many of them mean something
};

// How many rows are looked at.
inline constexpr std::size_t head_rows = 20;

// Says in the remarks of the sheet if its header is two rows. @param above  rows of the file above those that were
// counted
void tell_header_rows(Sheet& sheet, HeaderRows const& header, std::size_t above = 0);

// The row, or the two rows, whose cells mean most to the kinds of tables; the first row where none means anything. Two
// rows are one header where the upper one has gaps: "Inherent" above "Likelihood" and "Impact" makes "Inherent
// Likelihood" and "Inherent Impact".
// @param kind  of the table, empty if it is to be found out. @pre rows is not empty
[[nodiscard]] HeaderRows find_header(std::span<HeadRow const> rows, std::string_view kind,
                                     std::span<ColumnRequest const> requests);

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
