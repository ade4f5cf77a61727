#pragma once
// Checks that the requests of plan, programme and samples share.

#include <annexa/base/error.hpp>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {
namespace request_rules {

inline constexpr auto usage = ErrorKind::usage;
inline constexpr Rule range{"number.range", "{found} is out of range; {low} to {high} are accepted.", "", usage};
inline constexpr Rule twice{"plan.twice", "{key} stands there twice.", "", usage};
inline constexpr Rule too_many{"plan.too-many", "There are {found}; at most {most} are accepted.", "", usage};

}  // namespace request_rules

// A number of a request, with its range: a row of a table.
template <class T>
struct NumberRow {
  char const* name;
  int T::*value;
  int low;
  int high;
};

inline void check_in_range(std::int64_t found, std::int64_t low, std::int64_t high, std::string where, Error& errors) {
  if (found < low || found > high)
    errors.add(request_rules::range, std::move(where),
               {{"found", std::to_string(found)}, {"low", std::to_string(low)}, {"high", std::to_string(high)}});
}

template <class T, class Rows>
void check_numbers(T const& record, Rows const& rows, std::string const& where, Error& errors) {
  for (NumberRow<T> const& row : rows)
    check_in_range(record.*row.value, row.low, row.high, where + '/' + row.name, errors);
}

inline void check_size(std::size_t found, std::size_t most, char const* member, Error& errors) {
  if (found > most)
    errors.add(request_rules::too_many, std::string("/") + member,
               {{"found", std::to_string(found)}, {"most", std::to_string(most)}});
}

// @param text_of  the key of a record, as text.
template <class T, class TextOf>
void check_twice(std::vector<T> const& records, char const* member, Error& errors, TextOf text_of) {
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < records.size(); ++i)
    if (!seen.insert(text_of(records[i])).second)
      errors.add(request_rules::twice, std::string("/") + member + '/' + std::to_string(i),
                 {{"key", std::string(text_of(records[i]))}});
}

}  // namespace v1
}  // namespace annexa
