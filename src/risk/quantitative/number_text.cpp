#include "number_text.hpp"

#include <array>
#include <charconv>

namespace annexa {
inline namespace v1 {
namespace detail {

std::string text_of(Real number) {
  std::array<char, 40> digits{};
  auto const end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  return {digits.data(), end.ptr};
}

}  // namespace detail
}  // namespace v1
}  // namespace annexa
