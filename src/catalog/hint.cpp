#include "catalog/hint.hpp"

#include <annexa/base/text.hpp>

#include <algorithm>
#include <cstddef>

namespace annexa {
inline namespace v1 {
namespace detail {

std::string hint_of(std::string_view found, std::vector<std::string_view> const& names) {
  constexpr std::size_t most_edits = 2;
  constexpr std::size_t most_shown = 20;
  std::string_view nearest;
  auto distance = most_edits + 1;
  std::string some;
  for (std::size_t i = 0; i < names.size(); ++i) {
    auto const edits = edit_distance(found, names[i], most_edits);
    if (edits < distance) {
      distance = edits;
      nearest = names[i];
    }
    if (i < most_shown) some.append(i == 0 ? "" : ", ").append(shortened(names[i], 60));
  }
  if (!nearest.empty()) return "Did you mean " + std::string(nearest) + "?";
  if (names.empty()) return "There is none.";
  return "There are " + some + (names.size() > most_shown ? ", …." : ".");
}

}  // namespace detail
}  // namespace v1
}  // namespace annexa
