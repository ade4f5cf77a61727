#include "catalog/read_table.hpp"

#include <algorithm>
#include <deque>
#include <memory>
#include <string>
#include <utility>

namespace annexa {
inline namespace v1 {
namespace detail {
namespace {

// Goes through the bytes of a file, cell by cell.
class CellReader {
 public:
  explicit CellReader(std::string_view bytes) : rest_(bytes) {}
  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  [[nodiscard]] bool at_line_start() const { return line_start_; }
  // Takes the cell at the start of the rest, and the comma or line end behind it.
  std::string_view take() {
    auto const cell = rest_.starts_with('"') ? take_quoted() : take_plain();
    line_start_ = !rest_.starts_with(',');
    rest_.remove_prefix(rest_.starts_with("\r\n") ? 2 : std::min<std::size_t>(1, rest_.size()));
    return cell;
  }
  // The cells that are not as they stand in the file.
  [[nodiscard]] std::shared_ptr<void const> texts() const { return texts_; }

 private:
  std::string_view take_plain() {
    auto const cell = rest_.substr(0, rest_.find_first_of(",\r\n"));
    rest_.remove_prefix(cell.size());
    return cell;
  }
  std::string_view take_quoted() {
    rest_.remove_prefix(1);
    auto const cell = take_to_quote();
    return rest_.starts_with('"') ? take_with_quotes(cell) : cell;
  }
  // Up to the next quotation mark, and over it.
  std::string_view take_to_quote() {
    auto const part = rest_.substr(0, rest_.find('"'));
    rest_.remove_prefix(std::min(rest_.size(), part.size() + 1));
    return part;
  }
  // The rest of a cell of which @p first stands before a doubled quotation mark.
  std::string_view take_with_quotes(std::string_view first) {
    if (!texts_) texts_ = std::make_shared<std::deque<std::string>>();
    auto& text = texts_->emplace_back(first);
    while (rest_.starts_with('"')) {
      rest_.remove_prefix(1);
      text.append(1, '"').append(take_to_quote());
    }
    return text;
  }

  std::string_view rest_;
  bool line_start_ = true;
  std::shared_ptr<std::deque<std::string>> texts_;
};

}  // namespace

SourceTable read_table(EmbeddedTable const& file) {
  CellReader reader(file.bytes);
  std::vector<std::string_view> columns;
  while (!reader.at_end() && (columns.empty() || !reader.at_line_start())) columns.push_back(reader.take());
  std::vector<std::string_view> cells;
  cells.reserve(columns.size() * static_cast<std::size_t>(std::ranges::count(file.bytes, '\n')));
  while (!reader.at_end()) cells.push_back(reader.take());
  return {file.name, file.sha256, std::move(columns), std::move(cells), reader.texts()};
}

}  // namespace detail
}  // namespace v1
}  // namespace annexa
