#pragma once
// The risk method that an import can adopt where a workspace has none.

#include <annexa/risk/method.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace exchange {

inline constexpr std::string_view default_method_key = "5x5";

// Five levels each of likelihood and impact, four bands, with the given dimensions of impact.
[[nodiscard]] Method default_method(std::vector<std::string> dimensions);

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
