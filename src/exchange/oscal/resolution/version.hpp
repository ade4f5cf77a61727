#pragma once
// Versions of OSCAL.

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {

// A version such as "1.1.3" or "1.0.0-rc2", which comes before "1.0.0".
struct OscalVersion {
  std::int64_t major = 0, minor = 0, patch = 0;
  bool released = true;

  [[nodiscard]] static std::optional<OscalVersion> parse(std::string_view text);
  friend auto operator<=>(OscalVersion const&, OscalVersion const&) = default;
};

// The newest version that annexa writes.
inline constexpr std::string_view own_version = "1.2.2";

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
