#pragma once
/// @file
/// What a host adds to a record: members of its own and the numbers that other systems give it.

#include <annexa/base/errc.hpp>
#include <annexa/base/text.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace annexa {
inline namespace v1 {

/// One value of a custom member: text, an integer, or true/false.
using CustomScalar = std::variant<std::string, std::int64_t, bool>;
/// A custom member: one value, or a list of values.
using CustomValue = std::variant<std::string, std::int64_t, bool, std::vector<CustomScalar>>;

/// Members that a host keeps in a record; keys are "prefix:name". They go through tables, exports and reports
/// untouched.
struct Custom {
  /// The members, ordered by key; at most 16 KiB of text together.
  std::map<std::string, CustomValue, std::less<>> members;

  /// True if @p key is "prefix:name", both of letters, digits, '-', '_' or '.', at most 80 bytes.
  [[nodiscard]] static constexpr bool is_key(std::string_view key) noexcept {
    auto const colon = key.find(':');
    if (colon == key.npos || colon == 0 || colon + 1 == key.size() || key.size() > 80) return false;
    for (std::size_t i = 0; i < key.size(); ++i) {
      char const c = key[i];
      bool const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                         c == '_' || c == '.';
      if (!plain && i != colon) return false;
    }
    return true;
  }
  friend bool operator==(Custom const&, Custom const&) = default;
};

/// The most bytes of text that the custom members of one record may hold.
inline constexpr std::size_t custom_limit = std::size_t{16} * 1024;

}  // namespace v1
}  // namespace annexa
