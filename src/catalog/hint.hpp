#pragma once
/// @file
/// What to take instead of a name that is not there.

#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace detail {

/// "Did you mean X?" for the nearest of @p names, else the first of them: "There are A, B, …."
[[nodiscard]] std::string hint_of(std::string_view found, std::vector<std::string_view> const& names);

}  // namespace detail
}  // namespace v1
}  // namespace annexa
