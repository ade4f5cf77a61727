// The texts and number formats that the sheets of a workbook share.
#include <annexa/base/digits.hpp>

#include <map>

#include "table_rules.hpp"
#include "values.hpp"
#include "workbook_rules.hpp"
#include "workbook_text.hpp"
#include "worksheet.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

int hexadecimal_digit(char c) noexcept {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// The character that "_x000D_" at the beginning of @p text stands for, or -1.
int escaped_character(std::string_view text) noexcept {
  if (text.size() < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_') return -1;
  int code = 0;
  for (std::size_t i = 2; i < 6; ++i) {
    auto const digit = hexadecimal_digit(text[i]);
    if (digit < 0) return -1;
    code = code * 16 + digit;
  }
  return code;
}

void append_utf8(std::string& out, int code) {
  auto const byte = [&](int value) { out += static_cast<char>(static_cast<unsigned char>(value)); };
  if (code < 0x80) {
    byte(code);
  } else if (code < 0x800) {
    byte(0xC0 | (code >> 6));
    byte(0x80 | (code & 0x3F));
  } else {
    byte(0xE0 | (code >> 12));
    byte(0x80 | ((code >> 6) & 0x3F));
    byte(0x80 | (code & 0x3F));
  }
}

bool is_surrogate(int code) noexcept { return code >= 0xD800 && code < 0xE000; }

// The texts of <si>: those of its runs, without the pronunciation that Japanese texts bring along.
class SharedStringsHandler final : public XmlHandler {
 public:
  SharedStringsHandler(std::string where, TableLimits const& limits, WorkbookTexts& texts)
      : where_(std::move(where)), limits_(limits), texts_(texts) {}

  void open(std::string_view name, XmlAttributes const&, std::size_t depth) override {
    if (depth == 1 && name == "si") begin_ = texts_.text.size();
    if (name == "rPh") skipped_ = depth;
    if (name == "t" && skipped_ == 0 && depth >= 2) hear_text(true);
  }
  void close(std::string_view name, std::size_t depth) override {
    if (name == "t") hear_text(false);
    if (name == "rPh" && skipped_ == depth) skipped_ = 0;
    if (depth != 1 || name != "si") return;
    finish_text(texts_.text, begin_);
    texts_.cells.push_back(
        {static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(texts_.text.size() - begin_)});
  }
  void text(std::string_view piece) override {
    texts_.text += piece;
    if (texts_.text.size() - begin_ > limits_.cell)
      refuse(Error(table_rules::cell, where_ + ':' + std::to_string(texts_.cells.size() + 1),
                   {{"limit", std::to_string(limits_.cell)}}));
  }

 private:
  std::string where_;
  TableLimits const& limits_;
  WorkbookTexts& texts_;
  std::size_t begin_ = 0;
  std::size_t skipped_ = 0;  // depth of the <rPh> around, which is never 0
};

// <numFmt numFmtId formatCode> and, within <cellXfs>, <xf numFmtId>.
class StylesHandler final : public XmlHandler {
 public:
  explicit StylesHandler(WorkbookTexts& texts) : texts_(texts) {}
  void open(std::string_view name, XmlAttributes const& attributes, std::size_t depth) override {
    if (depth == 1) cells_ = name == "cellXfs";
    if (depth != 2) return;
    auto const id = static_cast<std::uint32_t>(detail::digits(attributes.get("numFmtId").substr(0, 9)).value_or(0));
    if (name == "numFmt") own_[id] = read_number_format(attributes.get("formatCode"));
    if (name != "xf" || !cells_) return;
    auto const found = own_.find(id);
    texts_.formats.push_back(found == own_.end() ? built_in_format(id) : found->second);
  }
  void close(std::string_view, std::size_t) override {}
  void text(std::string_view) override {}

 private:
  WorkbookTexts& texts_;
  std::map<std::uint32_t, NumberFormat> own_;
  bool cells_ = false;
};

}  // namespace

void finish_text(std::string& text, std::size_t begin) {
  auto const escape = text.find("_x", begin);
  if (escape != text.npos) {
    std::string plain;
    std::string_view const rest = std::string_view(text).substr(escape);
    for (std::size_t i = 0; i < rest.size(); ++i) {
      auto const code = escaped_character(rest.substr(i));
      if (code < 0 || is_surrogate(code)) {
        plain += rest[i];
        continue;
      }
      append_utf8(plain, code);
      i += 6;
    }
    text.replace(escape, text.npos, plain);
  }
  if (without_guard(std::string_view(text).substr(begin)).size() != text.size() - begin) text.insert(begin, 1, '\'');
}

result<void> read_shared_strings(Archive& archive, std::string const& part, TableLimits const& limits,
                                 WorkbookTexts& texts) {
  SharedStringsHandler handler(archive.file() + ':' + part, limits, texts);
  return read_xml(archive, part, handler);
}

result<void> read_styles(Archive& archive, std::string const& part, WorkbookTexts& texts) {
  StylesHandler handler(texts);
  return read_xml(archive, part, handler);
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
