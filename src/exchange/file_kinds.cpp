// What a file is by its first bytes.
#include <annexa/exchange/table.hpp>

#include <algorithm>
#include <array>

namespace annexa {
inline namespace v1 {
namespace {

using namespace std::string_view_literals;

struct FileKind {
  std::size_t offset;
  std::string_view begins;
  std::string_view contains;  // somewhere in the first few KiB; empty if anything may follow
  std::string_view name;
};

// The first row that fits names the file.
constexpr std::array file_kinds{
    FileKind{0, "%PDF-"sv, ""sv, "a PDF document"sv},
    FileKind{0, "SQLite format 3\0"sv, ""sv, "an SQLite database"sv},
    FileKind{0, "PK\x03\x04"sv, "xl/"sv, "an XLSX workbook"sv},
    FileKind{0, "PK\x03\x04"sv, "word/"sv, "a Word document"sv},
    FileKind{0, "PK\x03\x04"sv, "opendocument.spreadsheet"sv, "an OpenDocument spreadsheet"sv},
    FileKind{0, "PK\x03\x04"sv, ""sv, "a ZIP archive"sv},
    FileKind{0, "PK\x05\x06"sv, ""sv, "an empty ZIP archive"sv},
    FileKind{0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, ""sv, "an old Excel or Word file"sv},
    FileKind{0, "\x1F\x8B"sv, ""sv, "a gzip archive"sv},
    FileKind{0, "7z\xBC\xAF\x27\x1C"sv, ""sv, "a 7-Zip archive"sv},
    FileKind{0,
             "\xFD"
             "7zXZ\0"sv,
             ""sv, "an xz archive"sv},
    FileKind{0, "BZh"sv, "1AY&SY"sv, "a bzip2 archive"sv},
    FileKind{0, "\x28\xB5\x2F\xFD"sv, ""sv, "a Zstandard archive"sv},
    FileKind{0, "Rar!\x1A\x07"sv, ""sv, "a RAR archive"sv},
    FileKind{257, "ustar"sv, ""sv, "a tar archive"sv},
    FileKind{0, "\x89PNG\r\n\x1A\n"sv, ""sv, "a PNG picture"sv},
    FileKind{0, "\xFF\xD8\xFF"sv, ""sv, "a JPEG picture"sv},
    FileKind{0, "GIF8"sv, ""sv, "a GIF picture"sv},
    FileKind{0,
             "\x7F"
             "ELF"sv,
             ""sv, "a program"sv},
    FileKind{0, "PAR1"sv, ""sv, "a Parquet file"sv},
    FileKind{0, "\xFF\xFE\0\0"sv, ""sv, "text in UTF-32"sv},
    FileKind{0, "\0\0\xFE\xFF"sv, ""sv, "text in UTF-32"sv},
    FileKind{0, "{\\rtf"sv, ""sv, "a rich text document"sv},
};

// Formats that are text: recognised by how the first character that is no blank goes on.
constexpr std::array text_kinds{
    FileKind{0, "<?xml"sv, ""sv, "an XML document"sv},  FileKind{0, "<!DOCTYPE"sv, ""sv, "an HTML page"sv},
    FileKind{0, "<!doctype"sv, ""sv, "an HTML page"sv}, FileKind{0, "<html"sv, ""sv, "an HTML page"sv},
    FileKind{0, "{"sv, "\":"sv, "a JSON document"sv},   FileKind{0, "{"sv, "\" :"sv, "a JSON document"sv},
    FileKind{0, "[{"sv, "\":"sv, "a JSON document"sv},  FileKind{0, "[\n"sv, "\":"sv, "a JSON document"sv},
};

bool fits(FileKind const& kind, std::string_view head) noexcept {
  return head.size() >= kind.offset && head.substr(kind.offset).starts_with(kind.begins) &&
         (kind.contains.empty() || head.find(kind.contains) != head.npos);
}

// A character that no text has. Zeros are for the reader of tables to find, who knows the encoding.
bool is_control(unsigned character) noexcept {
  return character != 0 && character < 0x20 && (character < '\t' || character > '\r');
}

// More than one control character in 32. Characters are bytes, or pairs of them where a mark says UTF-16.
bool is_mostly_control(std::string_view head) noexcept {
  bool const big = head.starts_with("\xFE\xFF"sv);
  std::size_t const width = big || head.starts_with("\xFF\xFE"sv) ? 2 : 1;
  auto const byte = [&](std::size_t at) -> unsigned { return static_cast<unsigned char>(head[at]); };
  std::size_t controls = 0;
  for (std::size_t at = 0; at + width <= head.size(); at += width) {
    auto const high = width == 1 ? 0U : byte(big ? at : at + 1);
    auto const low = byte(big ? at + 1 : at);
    controls += is_control((high << 8U) | low) ? 1U : 0U;
  }
  return controls * 32 > head.size() / width;
}

}  // namespace

std::string_view recognise_file(std::string_view bytes) noexcept {
  auto const head = bytes.substr(0, 4096);
  for (auto const& kind : file_kinds)
    if (fits(kind, head)) return kind.name;
  auto text = head.starts_with("\xEF\xBB\xBF") ? head.substr(3) : head;
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  for (auto const& kind : text_kinds)
    if (fits(kind, text)) return kind.name;
  return is_mostly_control(head) ? "binary data"sv : ""sv;
}

}  // namespace v1
}  // namespace annexa
