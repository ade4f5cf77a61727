#include "encoding.hpp"

#include <annexa/base/digits.hpp>
#include <annexa/base/text.hpp>

#include <array>
#include <cstring>
#include <optional>
#include <utility>

#include "table_rules.hpp"

namespace annexa {
inline namespace v1 {

std::string_view to_string(SheetForm form) noexcept {
  constexpr std::array<std::string_view, 4> names{"delimited", "xlsx", "json", "json-lines"};
  return names[static_cast<std::size_t>(form)];
}

std::string_view to_string(TextEncoding encoding) noexcept {
  constexpr std::array<std::string_view, 4> names{"utf-8", "utf-16le", "utf-16be", "windows-1252"};
  return names[static_cast<std::size_t>(encoding)];
}

namespace exchange {
namespace {

using namespace std::string_view_literals;

struct Mark {
  std::string_view bytes;
  TextEncoding encoding;
};
constexpr std::array marks{Mark{"\xEF\xBB\xBF"sv, TextEncoding::utf8}, Mark{"\xFF\xFE"sv, TextEncoding::utf16_le},
                           Mark{"\xFE\xFF"sv, TextEncoding::utf16_be}};

// What the bytes 0x80 to 0x9F are in Windows-1252; 0 where they are nothing.
constexpr std::array<char16_t, 32> windows_1252{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append_utf8(std::string& out, char32_t character) {
  auto const put = [&](char32_t value) { out += static_cast<char>(static_cast<unsigned char>(value)); };
  if (character < 0x80) return put(character);
  if (character < 0x800) {
    put(0xC0 | (character >> 6U));
  } else if (character < 0x10000) {
    put(0xE0 | (character >> 12U));
    put(0x80 | ((character >> 6U) & 0x3FU));
  } else {
    put(0xF0 | (character >> 18U));
    put(0x80 | ((character >> 12U) & 0x3FU));
    put(0x80 | ((character >> 6U) & 0x3FU));
  }
  put(0x80 | (character & 0x3FU));
}

// True if the eight bytes at @p at are ASCII.
bool is_ascii(char const* at) noexcept {
  std::uint64_t word = 0;
  std::memcpy(&word, at, sizeof word);
  return (word & 0x8080808080808080ULL) == 0;
}

Error refusal(std::string_view bytes, std::size_t at, std::string_view encoding, std::string_view accepted,
              TableOptions const& options) {
  auto const* byte = reinterpret_cast<unsigned char const*>(bytes.data()) + at;
  return {table_rules::encoding,
          options.file,
          {{"found", at < bytes.size() ? "0x" + detail::to_hex(byte, 1) : "missing"},
           {"offset", std::to_string(at)},
           {"encoding", std::string(encoding)},
           {"accepted", std::string(accepted)}}};
}

result<std::string> from_utf16(std::string_view bytes, bool big, TableOptions const& options) {
  std::string out;
  out.reserve(bytes.size());
  auto const unit = [&](std::size_t at) {
    auto const first = static_cast<unsigned char>(bytes[at]);
    auto const second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(big ? first * 256U + second : second * 256U + first);
  };
  auto const bad = [&](std::size_t at) { return refusal(bytes, at, "UTF-16", "the file may be cut off", options); };
  std::size_t at = 0;
  for (; at + 1 < bytes.size(); at += 2) {
    auto character = unit(at);
    if (character >= 0xDC00 && character <= 0xDFFF) return bad(at);
    if (character >= 0xD800 && character <= 0xDBFF) {
      auto const low = at + 3 < bytes.size() ? unit(at + 2) : 0;
      if (low < 0xDC00 || low > 0xDFFF) return bad(at);
      character = 0x10000 + ((character - 0xD800) << 10U) + (low - 0xDC00);
      at += 2;
    }
    append_utf8(out, character);
  }
  if (at != bytes.size()) return bad(at);
  return out;
}

result<std::string> from_windows_1252(std::string_view bytes, TableOptions const& options) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    auto const byte = static_cast<unsigned char>(bytes[at]);
    char32_t const character = byte >= 0x80 && byte <= 0x9F ? windows_1252[byte - 0x80U] : byte;
    if (character == 0 && byte != 0) return refusal(bytes, at, "Windows-1252", "UTF-8 is accepted best", options);
    append_utf8(out, character);
  }
  return out;
}

// UTF-16 without a mark gives itself away by its zero bytes: western text has one in nearly every pair.
std::optional<TextEncoding> by_zero_bytes(std::string_view bytes) noexcept {
  auto const head = bytes.substr(0, 4096);
  std::array<std::size_t, 2> zeros{};
  for (std::size_t at = 0; at < head.size(); ++at)
    if (head[at] == '\0') ++zeros[at % 2];
  auto const many = head.size() / 5;  // two pairs in five
  auto const few = head.size() / 40;
  if (zeros[1] > many && zeros[0] <= few) return TextEncoding::utf16_le;
  if (zeros[0] > many && zeros[1] <= few) return TextEncoding::utf16_be;
  return {};
}

result<DecodedText> as(TextEncoding encoding, std::string bytes, bool mark, TableOptions const& options) {
  DecodedText decoded{{}, encoding, mark};
  if (encoding == TextEncoding::utf8) {
    auto const extent = utf8_extent(bytes);
    if (extent.end != bytes.size())
      return refusal(bytes, extent.end, "UTF-8", "say the encoding if it is another", options);
    decoded.text = std::move(bytes);
    return decoded;
  }
  auto text = encoding == TextEncoding::windows_1252 ? from_windows_1252(bytes, options)
                                                     : from_utf16(bytes, encoding == TextEncoding::utf16_be, options);
  if (!text) return text.error();
  decoded.text = *std::move(text);
  return decoded;
}

result<DecodedText> guess(std::string bytes, TableOptions const& options) {
  if (auto const utf16 = by_zero_bytes(bytes)) return as(*utf16, std::move(bytes), false, options);
  auto const extent = utf8_extent(bytes);
  if (extent.end == bytes.size()) return DecodedText{std::move(bytes), TextEncoding::utf8, false};
  // Letters of both encodings in one file: whichever is taken, the other's letters would be read wrong.
  if (extent.beyond_ascii)
    return refusal(bytes, extent.end, "UTF-8, in which the letters before it are written",
                   "the file may be cut off or mixed; say the encoding to read it all the same", options);
  return as(TextEncoding::windows_1252, std::move(bytes), false, options);
}

}  // namespace

Utf8Extent utf8_extent(std::string_view text) noexcept {
  Utf8Extent extent;
  while (extent.end < text.size()) {
    while (text.size() - extent.end >= 8 && is_ascii(text.data() + extent.end)) extent.end += 8;
    if (extent.end == text.size()) break;
    auto const size = utf8_character(text.substr(extent.end, 4));
    if (size == 0) break;
    extent.beyond_ascii = extent.beyond_ascii || size > 1;
    extent.end += size;
  }
  return extent;
}

TextSigns signs_of(std::string_view text) noexcept {
  unsigned char all = 0;
  unsigned char control = 0;
  unsigned char zero = 0;
  for (char const c : text) {  // no way out of the loop, so that many bytes are looked at together
    auto const byte = static_cast<unsigned char>(c);
    bool const line = byte == '\t' || byte == '\n' || byte == '\r';
    all = static_cast<unsigned char>(all | byte);
    control = static_cast<unsigned char>(control | (((byte < 0x20) & !line) | (byte == 0x7F)));
    zero = static_cast<unsigned char>(zero | (byte == 0));
  }
  return {(all & 0x80U) != 0, control != 0, zero != 0};
}

result<DecodedText> decode(std::string bytes, TableOptions const& options) {
  for (auto const& mark : marks) {
    if (!bytes.starts_with(mark.bytes) || (options.encoding && *options.encoding != mark.encoding)) continue;
    bytes.erase(0, mark.bytes.size());
    return as(mark.encoding, std::move(bytes), true, options);
  }
  if (options.encoding) return as(*options.encoding, std::move(bytes), false, options);
  return guess(std::move(bytes), options);
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
