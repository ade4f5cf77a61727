#include "header_rows.hpp"

#include <annexa/base/text.hpp>

#include <algorithm>
#include <functional>
#include <set>

#include "columns.hpp"
#include "workbook_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

constexpr std::size_t longest_header = 200;  // bytes; what is longer is a sentence

// What one kind of table, or the caller, makes of headers.
class Judge {
 public:
  Judge(TableKind const& kind, std::span<ColumnRequest const> requests) : kind_(kind), requests_(requests) {}

  // What the header means; empty if nothing.
  [[nodiscard]] std::string meaning(std::string_view header) const {
    header = trimmed(header);
    if (header.empty() || header.size() > longest_header) return {};
    for (auto const& request : requests_)
      if (trimmed(request.column) == header) return request.field;
    auto const meaning = meaning_of_header(kind_, header);
    return meaning ? full_name(*meaning) : std::string();
  }
  // How many headers mean something, and something different.
  [[nodiscard]] std::size_t count(std::vector<std::string> const& headers) const {
    std::set<std::string> meanings;
    for (auto const& header : headers) meanings.insert(meaning(header));
    return meanings.size() - meanings.count("");
  }

 private:
  TableKind const& kind_;
  std::span<ColumnRequest const> requests_;
};

std::string cell_at(HeadRow const& row, std::size_t column) {
  return column < row.cells.size() ? std::string(trimmed(row.cells[column])) : std::string();
}

// The group above each column of @p lower: the cell of @p upper there, or the one to the left of the gap.
std::vector<std::string> groups_above(HeadRow const& upper, HeadRow const& lower, bool& gaps) {
  std::vector<std::string> groups(std::max(upper.cells.size(), lower.cells.size()));
  std::string group;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    auto const own = cell_at(upper, i);
    bool const gap = own.empty() && !cell_at(lower, i).empty();
    gaps = gaps || gap;
    if (!gap) group = own;
    groups[i] = group;
  }
  return groups;
}

// Two rows as one; empty if the upper one has no gaps.
std::vector<std::string> joined_rows(Judge const& judge, HeadRow const& upper, HeadRow const& lower) {
  bool gaps = false;
  auto const groups = groups_above(upper, lower, gaps);
  if (!gaps) return {};
  std::vector<std::string> headers;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    auto const below = cell_at(lower, i);
    auto const both = groups[i].empty() || below.empty() ? groups[i] + below : groups[i] + ' ' + below;
    bool const alone = judge.meaning(both).empty() && !judge.meaning(below).empty();
    headers.push_back(alone ? below : both);
  }
  return headers;
}

void offer(HeaderRows& best, Judge const& judge, std::vector<std::string> headers, std::size_t first,
           std::size_t last) {
  auto const known = judge.count(headers);
  if (known > best.known) best = {first, last, std::move(headers), known};
}

}  // namespace

HeaderRows find_header(std::span<HeadRow const> rows, std::string_view kind, std::span<ColumnRequest const> requests) {
  HeaderRows best{rows.front().number, rows.front().number, rows.front().cells, 0};
  for (auto const& each : table_kinds()) {
    if (!kind.empty() && each.name != kind) continue;
    Judge const judge(each, requests);
    for (auto const& row : rows) offer(best, judge, row.cells, row.number, row.number);
  }
  for (auto const& each : table_kinds()) {
    if (!kind.empty() && each.name != kind) continue;
    Judge const judge(each, requests);
    for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
      if (rows[i + 1].number != rows[i].number + 1) continue;
      auto headers = joined_rows(judge, rows[i], rows[i + 1]);
      if (!headers.empty()) offer(best, judge, std::move(headers), rows[i].number, rows[i + 1].number);
    }
  }
  return best;
}

void tell_header_rows(Sheet& sheet, HeaderRows const& header, std::size_t above) {
  if (header.first == header.last) return;
  auto const& rule = workbook_rules::header_rows;
  sheet.remarks.push_back({1, 0, std::string(rule.id),
                           fill_in(rule.text, {{"first", std::to_string(header.first + above)},
                                               {"last", std::to_string(header.last + above)}})});
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
