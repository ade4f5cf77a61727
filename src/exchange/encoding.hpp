#pragma once
// From the bytes of a file to UTF-8.

#include <annexa/exchange/table.hpp>

#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {
namespace exchange {

// A text in UTF-8 without byte order mark, and how it was written.
struct DecodedText {
  std::string text;
  TextEncoding encoding = TextEncoding::utf8;
  bool byte_order_mark = false;
};

// Where UTF-8 ends in a text, and whether it has a character beyond ASCII before that.
struct Utf8Extent {
  std::size_t end = 0;
  bool beyond_ascii = false;
};
[[nodiscard]] Utf8Extent utf8_extent(std::string_view text) noexcept;

// Which bytes a text has.
struct TextSigns {
  bool beyond_ascii = false;
  bool control = false;  // what has_stray_control() finds
  bool zero = false;
};
[[nodiscard]] TextSigns signs_of(std::string_view text) noexcept;

// Finds out the encoding unless the options say it, and decodes. Text that is UTF-8 already is not copied.
[[nodiscard]] result<DecodedText> decode(std::string bytes, TableOptions const& options);

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
