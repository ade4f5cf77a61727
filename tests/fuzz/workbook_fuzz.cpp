// Any bytes as a workbook: reading ends in sheets or a refusal. The first byte chooses whether the bytes are the file
// as a whole, or one part of a workbook that is otherwise in order, so that the reader behind the archive is reached.
#include <annexa/exchange/import.hpp>
#include <annexa/exchange/read_sheets.hpp>

#include <string>

#include "support/zip_writer.hpp"

namespace {

using namespace annexa;

// The workbook in which the bytes stand as the rows, the texts, the formats, or the relations.
std::string workbook_around(unsigned char choice, std::string const& bytes) {
  auto const rows =
      annexa::testing::text_rows({{"ID", "Title", "Threat", "Vulnerability"}, {"R-1", "Theft", "Thieves", "x"}});
  annexa::testing::TestWorkbook book{.sheets = {{"Data", rows}}, .texts = "<si><t>Text</t></si>"};
  switch (choice % 6) {
    case 1:
      book.sheets[0].second = bytes;
      break;
    case 2:
      book.texts = bytes;
      break;
    case 3:
      book.formats = "<cellXfs>" + bytes + "</cellXfs>";
      book.sheets[0].second = rows + R"(<row><c s="1"><v>46082.5</v></c><c s="0"><v>7</v></c></row>)";
      break;
    case 4:
      book.formats = R"(<numFmts><numFmt numFmtId="164" formatCode=")" + bytes +
                     R"("/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>)";
      book.sheets[0].second = rows + R"(<row><c s="0"><v>46082.5</v></c><c s="0"><v>0.07</v></c></row>)";
      break;
    case 5:
      book.settings = bytes;
      break;
    default:
      return bytes;
  }
  return book.bytes();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
  if (size == 0) return 0;
  TableOptions options;
  options.limits = {1U << 20U, 1000, 200, 1U << 16U};
  auto const bytes = workbook_around(data[0], std::string(reinterpret_cast<char const*>(data) + 1, size - 1));
  auto const sheets = read_workbook(bytes, options);
  if (!sheets) return 0;
  ImportOptions wanted;
  wanted.method = "5x5";
  for (auto const& sheet : *sheets)
    if (auto const plan = plan_import(sheet, State{}, wanted)) static_cast<void>(plan->commands.size());
  return 0;
}
