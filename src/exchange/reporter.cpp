#include "reporter.hpp"

#include <algorithm>

#include "names.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {

void Reporter::add(std::vector<ImportEntry>& list, CellPlace const& place, std::string message, std::string_view rule,
                   std::string suggestion) {
  if (list.size() >= most_) {
    ++report_.left_out;
    return;
  }
  list.push_back({place.row, std::string(place.column), shortened(place.text), std::move(message), std::string(rule),
                  std::move(suggestion)});
}

void Reporter::convert(CellPlace const& place, std::string_view spelling, std::string taken, std::string_view pattern) {
  auto key = pattern.empty() ? '=' + shortened(spelling, 80) : std::string(pattern);
  auto const at = conversions_.find(std::pair<std::size_t, std::string>(place.index, key));
  if (at != conversions_.end()) {
    ++at->second.said.rows;
  } else if (conversions_.size() < most_) {
    conversions_.emplace(std::pair(place.index, std::move(key)),
                         Conversion{place.row, {std::string(place.column), shortened(spelling), std::move(taken), 1}});
  } else {
    ++report_.left_out;
  }
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
