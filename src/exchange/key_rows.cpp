#include "key_rows.hpp"

#include <algorithm>
#include <limits>

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

constexpr std::size_t most_series = 64;
constexpr std::size_t most_digits = 9;

// Where the number begins that ends the key, without leading zeros; the size of the key if none does.
std::size_t number_at(std::string_view key) noexcept {
  auto begin = key.size();
  while (begin > 0 && key[begin - 1] >= '0' && key[begin - 1] <= '9') --begin;
  while (begin < key.size() && key[begin] == '0') ++begin;
  return begin;
}

std::size_t number_of_digits(std::string_view digits) noexcept {
  std::size_t number = 0;
  for (char const c : digits) number = number * 10 + static_cast<std::size_t>(c - '0');
  return number;
}

}  // namespace

KeyRows::Series* KeyRows::series_of(std::string_view stem) {
  if (last_ < series_.size() && series_[last_].stem == stem) return &series_[last_];
  auto const found = std::ranges::find(series_, stem, &Series::stem);
  if (found == series_.end() && series_.size() == most_series) return nullptr;
  last_ = static_cast<std::size_t>(found - series_.begin());
  if (found == series_.end()) series_.push_back({std::string(stem), {}, 0});
  return &series_[last_];
}

// The place of a number in a series, or null where room for all those before it would cost too much.
std::uint32_t* KeyRows::place_in(Series& series, std::size_t number) {
  if (number >= series.rows.size()) {
    if (number >= 4 * series.count + 65'536) return nullptr;
    series.rows.resize(std::max(number + 1, series.rows.size() * 3 / 2));
  }
  return &series.rows[number];
}

std::size_t KeyRows::add(std::string_view key, std::size_t row) {
  auto const begin = number_at(key);
  auto const digits = key.substr(begin);
  bool const counts =
      !digits.empty() && digits.size() <= most_digits && row <= std::numeric_limits<std::uint32_t>::max();
  auto* const series = counts ? series_of(key.substr(0, begin)) : nullptr;
  if (auto* const place = series ? place_in(*series, number_of_digits(digits)) : nullptr) {
    if (*place != 0) return *place;
    auto const other = others_.empty() ? others_.end() : others_.find(std::string(key));
    if (other != others_.end()) return other->second;
    *place = static_cast<std::uint32_t>(row);
    ++series->count;
    return 0;
  }
  auto const [other, is_new] = others_.emplace(key, row);
  return is_new ? 0 : other->second;
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
