#pragma once
/// @file
/// UUIDs of events, streams and workspaces.

#include <annexa/base/digits.hpp>
#include <annexa/base/errc.hpp>

#include <array>
#include <compare>
#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// A universally unique identifier, 16 bytes in network order. @source{RFC 9562}
struct Uuid {
  std::array<unsigned char, 16> bytes{};  ///< The bytes; all zero is the nil UUID.

  /// Reads the 36-character form, upper or lower case. @return the UUID, or errc::bad_uuid.
  [[nodiscard]] static parsed<Uuid> parse(std::string_view text) noexcept {
    if (text.size() != 36) return errc::bad_uuid;
    Uuid id;
    std::size_t at = 0;
    for (std::size_t i = 0; i < 16; ++i) {
      if (i == 4 || i == 6 || i == 8 || i == 10) {
        if (text[at] != '-') return errc::bad_uuid;
        ++at;
      }
      if (!detail::from_hex(text.substr(at, 2), &id.bytes[i], 1)) return errc::bad_uuid;
      at += 2;
    }
    return id;
  }
  /// Makes 16 random bytes a UUID of version 4.
  [[nodiscard]] static constexpr Uuid from_random(std::array<unsigned char, 16> random) noexcept {
    return Uuid{random}.with_version(4);
  }
  /// The same bytes with the version and the variant of RFC 9562 set.
  [[nodiscard]] constexpr Uuid with_version(unsigned version) const noexcept {
    Uuid id = *this;
    id.bytes[6] = static_cast<unsigned char>((id.bytes[6] & 0x0FU) | (version << 4U));
    id.bytes[8] = static_cast<unsigned char>((id.bytes[8] & 0x3FU) | 0x80U);
    return id;
  }
  /// True for the nil UUID.
  [[nodiscard]] constexpr bool is_nil() const noexcept { return *this == Uuid{}; }
  friend bool operator==(Uuid const&, Uuid const&) = default;
  friend auto operator<=>(Uuid const&, Uuid const&) = default;
};

/// The UUID of version 5 for a name in a namespace: the same on every machine.
[[nodiscard]] Uuid name_based_uuid(Uuid const& space, std::string_view name);

/// The 36-character form in lower case.
[[nodiscard]] inline std::string to_string(Uuid const& id) {
  auto const hex = detail::to_hex(id.bytes.data(), id.bytes.size());
  return hex.substr(0, 8) + '-' + hex.substr(8, 4) + '-' + hex.substr(12, 4) + '-' + hex.substr(16, 4) + '-' +
         hex.substr(20);
}

}  // namespace v1
}  // namespace annexa
