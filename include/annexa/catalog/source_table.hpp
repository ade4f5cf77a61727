#pragma once
/// @file
/// The tables that a catalog was made from, cell by cell.

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace annexa {
inline namespace v1 {

/// A reference table as it stands in its file: columns under their own names, cells without quotation marks.
///
/// What has no member of its own in the records of this room is read here, so that exports lose nothing.
class SourceTable {
 public:
  /// A table of @p columns and its cells, row by row; @p texts keeps those texts that would not live on by themselves.
  /// @pre the number of cells is a multiple of the number of columns.
  SourceTable(std::string_view name, std::string_view sha256, std::vector<std::string_view> columns,
              std::vector<std::string_view> cells, std::shared_ptr<void const> texts = {})
      : name_(name),
        sha256_(sha256),
        columns_(std::move(columns)),
        cells_(std::move(cells)),
        texts_(std::move(texts)) {}

  /// Name of the file without folder and extension: "clauses-2022".
  [[nodiscard]] std::string_view name() const noexcept { return name_; }
  /// SHA-256 of the file, as sha256sum prints it.
  [[nodiscard]] std::string_view sha256() const noexcept { return sha256_; }
  /// Names of the columns, from left to right.
  [[nodiscard]] std::span<std::string_view const> columns() const noexcept { return columns_; }
  /// Number of rows below the header.
  [[nodiscard]] std::size_t size() const noexcept { return columns_.empty() ? 0 : cells_.size() / columns_.size(); }
  /// The cells of a row, from left to right. @pre @p row < size().
  [[nodiscard]] std::span<std::string_view const> row(std::size_t row) const noexcept {
    return std::span(cells_).subspan(row * columns_.size(), columns_.size());
  }
  /// The cell of a row under @p column, or nothing if the table has no such column. Linear in the number of columns.
  [[nodiscard]] std::optional<std::string_view> cell(std::size_t row, std::string_view column) const noexcept {
    auto const at = std::ranges::find(columns_, column);
    if (at == columns_.end()) return {};
    return this->row(row)[static_cast<std::size_t>(at - columns_.begin())];
  }
  /// What keeps the texts of the cells; null if they live as long as the program.
  [[nodiscard]] std::shared_ptr<void const> const& texts() const noexcept { return texts_; }

 private:
  std::string_view name_;
  std::string_view sha256_;
  std::vector<std::string_view> columns_;
  std::vector<std::string_view> cells_;
  std::shared_ptr<void const> texts_;
};

}  // namespace v1
}  // namespace annexa
