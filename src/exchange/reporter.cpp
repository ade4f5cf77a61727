#include "reporter.hpp"

#include <algorithm>

#include "names.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {

void Reporter::add(std::vector<ImportEntry>& list, CellPlace const& place, std::string message, std::string_view rule,
                   std::string suggestion) {
  if (told_)
    told_->entries.push_back({&list, order_, place.index, std::string(place.column), std::string(place.text),
                              std::move(message), std::string(rule), std::move(suggestion)});
  else if (list.size() >= most_)
    ++report_.left_out;
  else
    list.push_back({place.row, std::string(place.column), shortened(place.text), std::move(message), std::string(rule),
                    std::move(suggestion)});
}

void Reporter::repeat(Told::Entry const& entry, std::size_t row, std::string_view text, std::string_view message) {
  if (entry.list == &report_.rejected) ++rejections_;
  add(*entry.list, {row, entry.index, entry.column, text}, std::string(message), entry.rule, entry.suggestion);
}

void Reporter::convert(CellPlace const& place, std::string_view spelling, std::string taken, std::string_view pattern) {
  if (told_)
    told_->conversions.push_back({order_, place.index, std::string(place.column), std::string(spelling),
                                  std::move(taken), std::string(pattern)});
  else
    count(place.row, place.index, place.column, spelling, std::move(taken), pattern);
}

void Reporter::repeat(Told::Conversion& conversion, std::size_t row) {
  if (conversion.rows)
    ++*conversion.rows;
  else
    conversion.rows =
        count(row, conversion.index, conversion.column, conversion.spelling, conversion.taken, conversion.pattern);
}

std::size_t* Reporter::count(std::size_t row, std::size_t index, std::string_view column, std::string_view spelling,
                             std::string taken, std::string_view pattern) {
  auto key = pattern.empty() ? '=' + shortened(spelling, 80) : std::string(pattern);
  auto at = conversions_.find(std::pair<std::size_t, std::string>(index, key));
  if (at == conversions_.end() && conversions_.size() >= most_) {
    ++report_.left_out;
    return nullptr;
  }
  if (at == conversions_.end())
    at = conversions_
             .emplace(std::pair(index, std::move(key)),
                      Conversion{row, {std::string(column), shortened(spelling), std::move(taken), 0}})
             .first;
  auto& rows = at->second.said.rows;
  ++rows;
  return &rows;
}

void Reporter::finish() {
  for (auto* list : {&report_.rejected, &report_.adjusted, &report_.unresolved, &report_.warnings})
    std::ranges::stable_sort(*list, {}, &ImportEntry::row);
  std::vector<std::pair<std::pair<std::size_t, std::size_t>, ImportConversion>> ordered;
  for (auto& [key, conversion] : conversions_)
    ordered.push_back({{key.first, conversion.first_row}, std::move(conversion.said)});
  std::ranges::stable_sort(ordered, {}, [](auto const& each) { return each.first; });
  for (auto& each : ordered) report_.converted.push_back(std::move(each.second));
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
