#pragma once
/// @file
/// Numbers of clauses and controls.

#include <annexa/base/errc.hpp>

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// The number of a clause ("9.2.1"), an item ("6.1.2.a") or an Annex A control ("A.5.1") of ISO/IEC 27001. Five bytes.
/// @par Order
/// Numeric by part, so 9.2 < 9.10; all clauses come before all controls.
/// @source{clauses 4 to 10 and Annex A, numbering}
class Reference {
 public:
  /// Reads a number: 1 to 3 dotted parts, each 1 to 99 without leading zero, then possibly a letter; "A." in front of a control.
  /// @return it, or errc::bad_reference. Does not allocate.
  [[nodiscard]] static constexpr parsed<Reference> parse(std::string_view text) noexcept {
    Reference reference;
    if (text.starts_with("A.")) {
      reference.annex_ = 1;
      text.remove_prefix(2);
    }
    std::size_t count = 0;
    while (true) {
      auto const part = text.substr(0, text.find('.'));
      bool const letter = part.size() == 1 && part[0] >= 'a' && part[0] <= 'z';
      if (letter) {
        if (count == 0 || reference.annex_ != 0 || part.size() != text.size()) return errc::bad_reference;
        reference.item_ = static_cast<std::uint8_t>(part[0]);
        return reference;
      }
      if (part.empty() || part.size() > 2 || count == 3 || part[0] == '0') return errc::bad_reference;
      int value = 0;
      for (char const c : part) {
        if (c < '0' || c > '9') return errc::bad_reference;
        value = value * 10 + (c - '0');
      }
      reference.part_[count++] = static_cast<std::uint8_t>(value);
      if (part.size() == text.size()) return reference;
      text.remove_prefix(part.size() + 1);
    }
  }
  /// True for Annex A controls, false for the requirements of clauses 4 to 10.
  [[nodiscard]] constexpr bool is_control() const noexcept { return annex_ != 0; }
  /// True for a lettered item such as 6.1.2.a.
  [[nodiscard]] constexpr bool is_item() const noexcept { return item_ != 0; }
  friend constexpr bool operator==(Reference const&, Reference const&) = default;
  friend constexpr auto operator<=>(Reference const&, Reference const&) = default;
  /// The number as parse() reads it.
  friend std::string to_string(Reference const& reference) {
    std::string text = reference.annex_ != 0 ? "A" : "";
    for (auto const part : reference.part_)
      if (part != 0) text += (text.empty() ? "" : ".") + std::to_string(part);
    if (reference.item_ != 0) text += std::string(".") + static_cast<char>(reference.item_);
    return text;
  }

 private:
  constexpr Reference() = default;
  std::uint8_t annex_ = 0;
  std::array<std::uint8_t, 3> part_{};
  std::uint8_t item_ = 0;
};

}  // namespace v1
}  // namespace annexa
