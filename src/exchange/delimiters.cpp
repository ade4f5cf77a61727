#include "delimiters.hpp"

#include <algorithm>
#include <array>
#include <compare>

#include "table_scanner.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

constexpr std::array delimiters{',', ';', '\t', '|'};
constexpr std::size_t sniffed_bytes = 64U << 10U;
constexpr std::size_t sniffed_records = 50;

// How well a delimiter explains the first records: how many have as many cells as the first, then how many those are.
struct Fit {
  std::size_t records = 0;
  std::size_t cells = 0;
  friend auto operator<=>(Fit const&, Fit const&) = default;
};

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

}  // namespace

bool is_blank_record(std::string_view text, std::span<SheetCell const> cells) noexcept {
  return std::ranges::all_of(cells, [&](SheetCell const& cell) {
    return text.substr(cell.begin, cell.size).find_first_not_of(" \t\r\n") == std::string_view::npos;
  });
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

std::size_t delimiter_line(std::string_view text) {
  if (!text.starts_with("sep=") && !text.starts_with("SEP=")) return 0;
  auto const end = text.substr(0, 8).find_first_of("\r\n", 4);
  if (end != 5) return 0;
  return end + (text.substr(end).starts_with("\r\n") ? 2U : 1U);
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
