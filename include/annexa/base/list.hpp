#pragma once
/// @file
/// Questions about lists, for headers: plain loops, where the algorithms of std::ranges would cost whoever includes
/// them seconds of compile time (docs/decisions/build.md).

namespace annexa {
inline namespace v1 {
/// @cond INTERNAL
namespace detail {

// True if an element equals @p value.
template <class List, class T>
[[nodiscard]] constexpr bool contains(List const& list, T const& value) {
  for (auto const& each : list)
    if (each == value) return true;
  return false;
}

// True if @p holds is true for an element.
template <class List, class Predicate>
[[nodiscard]] constexpr bool any_of(List const& list, Predicate holds) {
  for (auto const& each : list)
    if (holds(each)) return true;
  return false;
}

// True if @p holds is true for every element.
template <class List, class Predicate>
[[nodiscard]] constexpr bool all_of(List const& list, Predicate holds) {
  for (auto const& each : list)
    if (!holds(each)) return false;
  return true;
}

}  // namespace detail
/// @endcond
}  // namespace v1
}  // namespace annexa
