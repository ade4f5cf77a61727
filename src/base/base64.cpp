#include <annexa/base/base64.hpp>

#include <array>
#include <cstdint>

namespace annexa {
inline namespace v1 {
namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

constexpr auto digit_values = [] {
  std::array<signed char, 256> all{};
  all.fill(-1);
  for (std::size_t i = 0; i < alphabet.size(); ++i)
    all[static_cast<unsigned char>(alphabet[i])] = static_cast<signed char>(i);
  return all;
}();

}  // namespace

std::string to_base64(std::string_view bytes) {
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  auto const byte = [&](std::size_t at) {
    return at < bytes.size() ? std::uint32_t{static_cast<unsigned char>(bytes[at])} : 0U;
  };
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    auto const group = (byte(i) << 16U) | (byte(i + 1) << 8U) | byte(i + 2);
    for (unsigned part = 0; part < 4; ++part)
      out += i + part > bytes.size() ? '=' : alphabet[(group >> (18U - 6U * part)) & 63U];
  }
  return out;
}

std::optional<std::string> from_base64(std::string_view text) {
  if (text.size() % 4 != 0) return {};
  auto body = text;
  while (!body.empty() && body.back() == '=' && text.size() - body.size() < 2) body.remove_suffix(1);
  std::string out;
  out.reserve(body.size() * 3 / 4);
  std::uint32_t group = 0;
  unsigned bits = 0;
  for (char const c : body) {
    auto const value = digit_values[static_cast<unsigned char>(c)];
    if (value < 0) return {};
    group = (group << 6U) | static_cast<std::uint32_t>(value);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out += static_cast<char>((group >> bits) & 0xFFU);
  }
  if (to_base64(out) != text) return {};
  return out;
}

}  // namespace v1
}  // namespace annexa
