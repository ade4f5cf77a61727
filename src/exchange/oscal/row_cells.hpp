#pragma once
// The columns of one row while they are being gathered.

#include <annexa/catalog/catalog_document.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace oscal {

class RowCells {
 public:
  // @param most  bytes beyond which nothing is gathered any more, because no row may have so many.
  explicit RowCells(std::size_t most) noexcept : most_(most) {}

  // Adds a value to a column, after what is there and @p between. Empty values say nothing.
  void add(std::string_view column, std::string_view value, std::string_view between) {
    if (value.empty() || column.empty() || size_ > most_) return;
    auto& cell = cell_of(column);
    if (!cell.value.empty()) cell.value += between;
    cell.value += value;
    size_ += value.size();
  }
  // Puts a value in place of what a column holds.
  void set(std::string_view column, std::string_view value) { cell_of(column).value = value; }

  [[nodiscard]] std::vector<CatalogCell> take() && { return std::move(cells_); }

 private:
  CatalogCell& cell_of(std::string_view column) {
    // Columns that every catalog has mean something else.
    constexpr std::array<std::string_view, 5> taken{"id", "parent", "kind", "title", "summary"};
    auto name = (std::ranges::find(taken, column) == taken.end() ? "" : "oscal-") + std::string(column);
    auto const found = places_.try_emplace(name, cells_.size());
    if (found.second) cells_.push_back({std::move(name), {}});
    return cells_[found.first->second];
  }

  std::size_t most_;
  std::size_t size_ = 0;
  std::vector<CatalogCell> cells_;
  std::map<std::string, std::size_t> places_;
};

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
