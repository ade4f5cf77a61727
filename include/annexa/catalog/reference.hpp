#pragma once
/// @file
/// Numbers of clauses and controls.

#include <annexa/base/describe.hpp>
#include <annexa/base/errc.hpp>

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// The number of a clause ("9.2.1"), an item ("6.1.2.a") or an Annex A control ("A.5.1") of ISO/IEC 27001. Five bytes.
///
/// Any Reference that is not empty() is well formed; whether an edition *has* such a clause is a question for
/// Catalog::find(). "5.1" is a clause, only "A.5.1" is a control.
/// @par Order
/// Numeric by part, so 9.2 < 9.10; a clause comes before its items, all clauses come before all controls.
/// @source{clauses 4 to 10 and Annex A, numbering}
class Reference {
 public:
  /// No reference; empty() is true. A member of a record is so before it is read.
  constexpr Reference() = default;
  /// Reads a number: 1 to 3 dotted parts, each 1 to 99 without leading zero, then possibly a letter; "A." in front of a
  /// control.
  /// @return it, or errc::bad_reference. Does not allocate.
  [[nodiscard]] static constexpr parsed<Reference> parse(std::string_view text) noexcept {
    Reference reference;
    if (text.starts_with("A.")) {
      reference.annex_ = 1;
      text.remove_prefix(2);
    }
    for (std::size_t count = 0;; ++count) {
      auto const part = text.substr(0, text.find('.'));
      bool const last = part.size() == text.size();
      if (last && count > 0 && is_letter(part) && reference.annex_ == 0) {
        reference.item_ = static_cast<std::uint8_t>(part[0]);
        return reference;
      }
      auto const value = number(part);
      if (value == 0 || count == reference.part_.size()) return errc::bad_reference;
      reference.part_[count] = value;
      if (last) return reference;
      text.remove_prefix(part.size() + 1);
    }
  }

  /// True if there is none.
  [[nodiscard]] constexpr bool empty() const noexcept { return part_[0] == 0; }
  /// True for Annex A controls, false for the requirements of clauses 4 to 10.
  [[nodiscard]] constexpr bool is_control() const noexcept { return annex_ != 0; }
  /// True for a lettered item such as 6.1.2.a.
  [[nodiscard]] constexpr bool is_item() const noexcept { return item_ != 0; }
  /// The number without its last part: 6.1.2 for 6.1.2.a, 9 for 9.2, A.5 for A.5.1; nothing above a single part.
  [[nodiscard]] constexpr std::optional<Reference> parent() const noexcept {
    if (part_[1] == 0 && item_ == 0) return {};
    Reference above = *this;
    if (item_ != 0)
      above.item_ = 0;
    else
      above.part_[part_[2] != 0 ? 2 : 1] = 0;
    return above;
  }

  /// The text of a reference, held in place so that printing one does not allocate.
  struct Spelling {
    std::array<char, 10> text{};  ///< The characters; the longest is "A.99.99.99".
    std::uint8_t size = 0;        ///< How many of them.
    /// The characters. Lives as long as the spelling.
    [[nodiscard]] constexpr std::string_view view() const noexcept { return {text.data(), size}; }
  };
  /// The number as parse() reads it.
  [[nodiscard]] constexpr Spelling spelled() const noexcept {
    Spelling out;
    auto* end = out.text.data();
    if (annex_ != 0) *end++ = 'A';
    for (auto const part : part_) {
      if (part == 0) break;
      if (end != out.text.data()) *end++ = '.';
      if (part >= 10) *end++ = static_cast<char>('0' + part / 10);
      *end++ = static_cast<char>('0' + part % 10);
    }
    if (item_ != 0) {
      *end++ = '.';
      *end++ = static_cast<char>(item_);
    }
    out.size = static_cast<std::uint8_t>(end - out.text.data());
    return out;
  }

  friend constexpr bool operator==(Reference const&, Reference const&) = default;
  friend constexpr auto operator<=>(Reference const&, Reference const&) = default;

 private:
  [[nodiscard]] static constexpr bool is_letter(std::string_view part) noexcept {
    return part.size() == 1 && part[0] >= 'a' && part[0] <= 'z';
  }
  // The value of one or two digits without leading zero, or 0.
  [[nodiscard]] static constexpr std::uint8_t number(std::string_view part) noexcept {
    if (part.empty() || part.size() > 2 || part[0] == '0') return 0;
    return static_cast<std::uint8_t>(detail::digits(part).value_or(0));
  }

  std::uint8_t annex_ = 0;
  std::array<std::uint8_t, 3> part_{};  // 0 where the number is shorter
  std::uint8_t item_ = 0;
};

/// The number as Reference::parse() reads it; empty if there is none.
[[nodiscard]] inline std::string to_string(Reference const& reference) {
  return std::string(reference.spelled().view());
}

inline namespace literals {
/// A reference that is checked while compiling: "A.5.1"_ref.
[[nodiscard]] consteval Reference operator""_ref(char const* text, std::size_t size) {
  return Reference::parse({text, size}).value();  // a malformed literal throws, which no constant expression may
}
}  // namespace literals

/// @cond INTERNAL
template <>
struct ScalarTraits<Reference> {
  static constexpr std::string_view name = "reference",
                                    pattern = "^([1-9][0-9]?(\\.[1-9][0-9]?){0,2}(\\.[a-z])?|A(\\.[1-9][0-9]?){1,3})$",
                                    refers_to = {};
  static constexpr errc refusal = errc::bad_reference;
};
/// @endcond

}  // namespace v1
}  // namespace annexa
