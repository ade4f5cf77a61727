#pragma once
/// @file
/// The value of a SHA-256 digest. (Computing one needs a library and is the journal's business.)

#include <annexa/base/digits.hpp>
#include <annexa/base/errc.hpp>

#include <array>
#include <compare>
#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// A SHA-256 digest: 32 bytes. @source{FIPS 180-4}
struct Hash {
  std::array<unsigned char, 32> bytes{};  ///< The digest.

  /// Reads 64 hexadecimal digits. @return the digest, or errc::bad_hash.
  [[nodiscard]] static parsed<Hash> parse(std::string_view text) noexcept {
    Hash hash;
    if (!detail::from_hex(text, hash.bytes.data(), hash.bytes.size())) return errc::bad_hash;
    return hash;
  }
  friend bool operator==(Hash const&, Hash const&) = default;
  friend auto operator<=>(Hash const&, Hash const&) = default;
};

/// The digest as 64 lower-case hexadecimal digits, as sha256sum prints it.
[[nodiscard]] inline std::string to_string(Hash const& hash) {
  return detail::to_hex(hash.bytes.data(), hash.bytes.size());
}

}  // namespace v1
}  // namespace annexa
