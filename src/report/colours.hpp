#pragma once
// Colours and how well one can be read on another, in whole numbers only.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {
namespace report {

struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0;
  friend bool operator==(Colour const&, Colour const&) = default;
};

inline constexpr Colour white{255, 255, 255};
inline constexpr Colour black{0, 0, 0};
inline constexpr Colour light_wash{0xF4, 0xF7,
                                   0xF9};             // the darkest ground of the light style sheet that links stand on
inline constexpr Colour dark_wash{0x1A, 0x21, 0x29};  // the lightest one of the dark style sheet

// "#rrggbb", in either case.
[[nodiscard]] std::optional<Colour> parse_colour(std::string_view text) noexcept;
[[nodiscard]] std::string to_string(Colour colour);

// The contrast ratio of WCAG 2.2 in hundredths, rounded down: 450 is 4.5 to 1.
[[nodiscard]] int contrast(Colour a, Colour b) noexcept;
inline constexpr int readable = 450;

// The colour itself, else the nearest on the way to @p end, in steps of a 32nd, that is readable on @p ground.
[[nodiscard]] Colour readable_on(Colour ground, Colour colour, Colour end) noexcept;

}  // namespace report
}  // namespace v1
}  // namespace annexa
