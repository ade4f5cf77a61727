#pragma once
// From the bytes of a file to UTF-8.

#include <annexa/exchange/table.hpp>

#include <string>

namespace annexa {
inline namespace v1 {
namespace exchange {

// A text in UTF-8 without byte order mark, and how it was written.
struct DecodedText {
  std::string text;
  TextEncoding encoding = TextEncoding::utf8;
  bool byte_order_mark = false;
};

// Finds out the encoding unless the options say it, and decodes. Text that is UTF-8 already is not copied.
[[nodiscard]] result<DecodedText> decode(std::string bytes, TableOptions const& options);

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
