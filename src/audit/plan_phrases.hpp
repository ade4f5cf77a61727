#pragma once
// What is said about the plan of an audit.

#include "phrases.hpp"

namespace annexa {
inline namespace v1 {

[[nodiscard]] std::span<Phrase const> plan_phrases() noexcept;

// "Monday" in three languages, by the day of the week from 1.
[[nodiscard]] std::array<std::string_view, 3> const& weekday_names(int weekday) noexcept;

}  // namespace v1
}  // namespace annexa
