#pragma once
// ZIP archives for tests, whatever is wrong with them.

#include <zlib.h>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace annexa::testing {

/// Writes parts one after the other; packed ones by zlib.
class ZipWriter {
 public:
  /// Adds a part. @param flags  general purpose bits, such as 1 for "encrypted".
  void add(std::string_view name, std::string_view content, bool packed = false, std::uint16_t flags = 0) {
    auto const body = packed ? deflated(content) : std::string(content);
    auto const sum = static_cast<std::uint32_t>(
        crc32(0, reinterpret_cast<unsigned char const*>(content.data()), static_cast<unsigned>(content.size())));
    std::string common;
    put(common, 20, 2);  // version
    put(common, flags, 2);
    put(common, packed ? 8 : 0, 2);
    put(common, 0x0021'0000, 4);  // 1980-01-01
    put(common, sum, 4);
    put(common, body.size(), 4);
    put(common, content.size(), 4);
    put(common, name.size(), 2);
    put(common, 0, 2);  // extra field
    directory_ += std::string("PK\x01\x02", 4);
    put(directory_, 20, 2);
    directory_ += common;
    put(directory_, 0, 2 + 2 + 2 + 4);  // comment, disk, attributes
    put(directory_, bytes_.size(), 4);
    directory_ += name;
    bytes_ += std::string("PK\x03\x04", 4) + common + std::string(name) + body;
    ++count_;
  }

  /// The archive.
  [[nodiscard]] std::string bytes() const {
    auto out = bytes_ + directory_ + std::string("PK\x05\x06", 4);
    put(out, 0, 4);
    put(out, count_, 2);
    put(out, count_, 2);
    put(out, directory_.size(), 4);
    put(out, bytes_.size(), 4);
    put(out, 0, 2);
    return out;
  }

 private:
  static void put(std::string& out, std::size_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(i < 8 ? value >> (8 * i) & 0xFFU : 0U);
  }
  static std::string deflated(std::string_view content) {
    auto size = compressBound(content.size());
    std::string out(size, '\0');
    if (compress2(reinterpret_cast<unsigned char*>(out.data()), &size,
                  reinterpret_cast<unsigned char const*>(content.data()), content.size(), 9) != Z_OK)
      throw std::runtime_error("zlib");
    return out.substr(2, size - 6);  // without zlib's own header and sum
  }

  std::string bytes_;
  std::string directory_;
  std::size_t count_ = 0;
};

/// A workbook of which each part can be replaced.
struct TestWorkbook {
  std::vector<std::pair<std::string, std::string>> sheets{};  ///< Name, and the rows: what stands in <sheetData>.
  std::string texts{};                                        ///< What stands in <sst>.
  std::string formats{};                                      ///< What stands in <styleSheet>.
  std::string settings{};                                     ///< Attributes of <workbookPr>.
  std::string type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";  ///< Main part.
  std::string states{};                                     ///< More attributes of the last <sheet>.
  std::vector<std::pair<std::string, std::string>> more{};  ///< Parts that are added.
  bool packed = false;                                      ///< Parts are compressed.

  /// The bytes of the file.
  [[nodiscard]] std::string bytes() const {
    constexpr auto head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    constexpr auto rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    auto const main =
        std::string(" xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"") + rel + "\"";
    auto const relation = [&](int id, std::string const& kind, std::string const& target) {
      return "<Relationship Id=\"rId" + std::to_string(id) + "\" Type=\"" + rel + "/" + kind + "\" Target=\"" + target +
             "\"/>";
    };
    auto const relations = [&](std::string const& inside) {
      return head +
             ("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + inside) +
             "</Relationships>";
    };
    ZipWriter zip;
    zip.add("[Content_Types].xml",
            head + ("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" +
                    type + "\"/></Types>"),
            packed);
    zip.add("_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")), packed);
    std::string list;
    std::string links = relation(1, "sharedStrings", "sharedStrings.xml") + relation(2, "styles", "styles.xml");
    for (std::size_t i = 0; i < sheets.size(); ++i) {
      auto const id = static_cast<int>(i) + 3;
      list += "<sheet name=\"" + sheets[i].first + "\" sheetId=\"" + std::to_string(i + 1) + "\" r:id=\"rId" +
              std::to_string(id) + "\" " + (i + 1 == sheets.size() ? states : "") + "/>";
      links += relation(id, "worksheet", "worksheets/sheet" + std::to_string(i + 1) + ".xml");
    }
    zip.add("xl/workbook.xml",
            head + ("<workbook" + main + "><workbookPr " + settings + "/><sheets>" + list + "</sheets></workbook>"),
            packed);
    zip.add("xl/_rels/workbook.xml.rels", relations(links), packed);
    zip.add("xl/sharedStrings.xml", head + ("<sst" + main + ">" + texts + "</sst>"), packed);
    zip.add("xl/styles.xml", head + ("<styleSheet" + main + ">" + formats + "</styleSheet>"), packed);
    for (std::size_t i = 0; i < sheets.size(); ++i)
      zip.add("xl/worksheets/sheet" + std::to_string(i + 1) + ".xml",
              head + ("<worksheet" + main + "><sheetData>" + sheets[i].second + "</sheetData></worksheet>"), packed);
    for (auto const& [name, content] : more) zip.add(name, content, packed);
    return zip.bytes();
  }
};

/// Rows of texts as a workbook holds them, from row @p first on; an empty text is no cell.
inline std::string text_rows(std::vector<std::vector<std::string>> const& rows, int first = 1) {
  std::string out;
  for (auto const& row : rows) {
    out += "<row r=\"" + std::to_string(first) + "\">";
    for (std::size_t i = 0; i < row.size(); ++i)
      if (!row[i].empty())
        out += "<c r=\"" + std::string(1, static_cast<char>('A' + static_cast<int>(i))) + std::to_string(first) +
               "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + row[i] + "</t></is></c>";
    out += "</row>";
    ++first;
  }
  return out;
}

}  // namespace annexa::testing
