#include <annexa/base/text.hpp>
#include <annexa/command/table.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace annexa {
inline namespace v1 {
namespace {

constexpr std::size_t chunk_limit = 64;

}  // namespace

TableRow const* Table::find(std::string_view key) const {
  auto const at = chunk_of(key);
  if (at == chunks_.size()) return nullptr;
  auto const& rows = *chunks_[at];
  auto const row = std::ranges::lower_bound(rows, key, natural_less, &TableRow::key);
  return row != rows.end() && row->key == key ? &*row : nullptr;
}

TableRow const* Table::last_before(std::string_view key) const {
  auto const at = chunk_of(key);
  if (at < chunks_.size()) {
    auto const& rows = *chunks_[at];
    auto const row = std::ranges::lower_bound(rows, key, natural_less, &TableRow::key);
    if (row != rows.begin()) return &*std::prev(row);
  }
  return at == 0 || size_ == 0 ? nullptr : &chunks_[at - 1]->back();
}

void Table::put(TableRow row) {
  if (chunks_.empty()) chunks_.push_back(std::make_shared<Chunk>());
  auto const at = std::min(chunk_of(row.key), chunks_.size() - 1);
  Chunk& rows = own(at);
  auto const place = std::ranges::lower_bound(rows, std::string_view(row.key), natural_less, &TableRow::key);
  if (place != rows.end() && place->key == row.key) {
    *place = std::move(row);
    return;
  }
  rows.insert(place, std::move(row));
  ++size_;
  if (rows.size() > chunk_limit) split(at);
}

// The first chunk whose last key is not before @p key; the number of chunks if there is none.
std::size_t Table::chunk_of(std::string_view key) const {
  auto const last = [](std::shared_ptr<Chunk> const& chunk) { return std::string_view(chunk->back().key); };
  if (size_ == 0) return chunks_.size();
  return static_cast<std::size_t>(std::ranges::lower_bound(chunks_, key, natural_less, last) - chunks_.begin());
}

Table::Chunk& Table::own(std::size_t at) {
  if (chunks_[at].use_count() > 1) chunks_[at] = std::make_shared<Chunk>(*chunks_[at]);
  return *chunks_[at];
}

void Table::split(std::size_t at) {
  Chunk& rows = *chunks_[at];
  auto const middle = rows.begin() + static_cast<std::ptrdiff_t>(rows.size() / 2);
  auto upper = std::make_shared<Chunk>(std::make_move_iterator(middle), std::make_move_iterator(rows.end()));
  rows.erase(middle, rows.end());
  chunks_.insert(chunks_.begin() + static_cast<std::ptrdiff_t>(at) + 1, std::move(upper));
}

}  // namespace v1
}  // namespace annexa
