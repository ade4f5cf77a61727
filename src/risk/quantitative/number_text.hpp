#pragma once
// Numbers of simulations in messages.

#include <annexa/base/real.hpp>

#include <string>

namespace annexa {
inline namespace v1 {
namespace detail {

// The fewest digits that read back as @p number; "nan", "inf" and "-inf" where it is none.
[[nodiscard]] std::string text_of(Real number);

}  // namespace detail
}  // namespace v1
}  // namespace annexa
