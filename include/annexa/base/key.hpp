#pragma once
/// @file
/// Keys: how a record is named by people, and how one record refers to another.

#include <annexa/base/errc.hpp>
#include <annexa/base/text.hpp>

#include <compare>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace annexa {
inline namespace v1 {

/// A text as a template argument.
template <std::size_t Size>
struct FixedString {
  char text[Size]{};  ///< The characters and the closing NUL.
  /// From a literal.
  constexpr FixedString(char const (&literal)[Size]) {  // NOLINT(google-explicit-constructor): a literal is meant
    for (std::size_t i = 0; i < Size; ++i) text[i] = literal[i];
  }
  /// The characters without the NUL.
  [[nodiscard]] constexpr std::string_view view() const noexcept { return {text, Size - 1}; }
};

/// The key of a record, such as "NC-7" or "R-001".
///
/// Keys are the caller's own or allocated by annexa, unique within their noun, and never reused. They are kept for good
/// in the journal, so they should name functions or numbers, not people.
/// @tparam Noun  what is named; a `Key<"unit">` cannot be passed for a `Key<"person">`.
/// @par Order
/// Bytewise.
template <FixedString Noun>
class Key {
 public:
  /// The noun whose records such keys name.
  static constexpr std::string_view noun = Noun.view();

  /// No key yet; empty() is true. A command leaves it so to have one allocated.
  Key() = default;
  /// Reads a key. @return the key, or errc::bad_key.
  [[nodiscard]] static parsed<Key> parse(std::string_view text) {
    if (text.empty() || text.size() > 80 || trimmed(text).size() != text.size() || has_control(text) || !is_utf8(text))
      return errc::bad_key;
    return Key(std::string(text));
  }
  /// The key as text. Lives as long as the key.
  [[nodiscard]] std::string const& text() const noexcept { return text_; }
  /// True if there is no key.
  [[nodiscard]] bool empty() const noexcept { return text_.empty(); }
  friend bool operator==(Key const&, Key const&) = default;
  friend auto operator<=>(Key const&, Key const&) = default;
  /// Compares with text, so that tables can be searched without making a key.
  friend bool operator==(Key const& key, std::string_view text) noexcept { return key.text_ == text; }

 private:
  explicit Key(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

/// The text of a key.
template <FixedString Noun>
[[nodiscard]] std::string to_string(Key<Noun> const& key) {
  return key.text();
}

}  // namespace v1
}  // namespace annexa
