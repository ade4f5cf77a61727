#include <annexa/exchange/read_sheets.hpp>  // first: the header stands on its own

#include <annexa/exchange/import.hpp>

#include <doctest/doctest.h>

#include <string>

#include "fixtures.hpp"
#include "support/zip_writer.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

Sheet one_sheet(TestWorkbook const& workbook, std::string sheet = {}, SheetWish const& wish = {}) {
  TableOptions options;
  options.file = "book.xlsx";
  options.sheet = std::move(sheet);
  auto read = read_workbook(workbook.bytes(), options, wish);
  if (!read) FAIL(read.error().text());
  REQUIRE(read->size() == 1);
  return std::move(read->front());
}

Error book_refusal(std::string const& bytes, std::string sheet = {}, TableLimits limits = {}) {
  TableOptions options;
  options.file = "book.xlsx";
  options.sheet = std::move(sheet);
  options.limits = limits;
  auto const read = read_workbook(bytes, options);
  if (read) FAIL("the workbook was read");
  return read.error();
}
Error refusal_of_rows(std::string const& rows, TableLimits limits = {}) {
  return book_refusal(TestWorkbook{.sheets = {{"Data", rows}}}.bytes(), {}, limits);
}

std::string row_text(SheetRow const& row) {
  std::string out;
  for (std::size_t i = 0; i < row.size(); ++i) out += (i == 0 ? "" : "|") + std::string(row[i]);
  return out;
}

std::string const risk_rows =
    text_rows({{"ID", "Title", "Threat", "Vulnerability", "Owner"}, {"R-1", "Theft", "Thieves", "No lock", "Anna"}});
std::string const people_rows = text_rows({{"ID", "Name", "Mail", "Function"}, {"P-1", "Anna", "a@x.example", "CISO"}});

}  // namespace

TEST_SUITE("exchange/workbook") {
  TEST_CASE("cells of every type become texts") {
    auto const rows =
        R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Threat</t></is></c></row>)"
        R"(<row r="2"><c r="A2"><v>3</v></c><c r="B2" s="0"><v>0.30000000000000004</v></c>)"
        R"(<c r="C2" t="b"><v>1</v></c><c r="D2" t="str"><f>A1</f><v>formula</v></c><c r="E2" t="b"><v>0</v></c></row>)"
        R"(<row r="4"><c t="s"><v>1</v></c><c t="inlineStr"><is><r><t>two </t></r><r><t>runs</t></r></is></c>)"
        R"(<c r="D4"><v>1E-3</v></c><c t="d"><v>2026-03-01T00:00:00</v></c></row>)";
    auto const sheet = one_sheet({.sheets = {{"Data", rows}},
                                  .texts = "<si><t>Title</t></si><si><r><t>a&amp;b</t></r><rPh><t>read</t></rPh>"
                                           "<r><t xml:space=\"preserve\"> c</t></r></si>"});
    CHECK(row_text(sheet.header()) == "Title|Threat");
    REQUIRE(sheet.size() == 2);
    CHECK(row_text(sheet[0]) == "3|0.3|true|formula|false");
    CHECK(row_text(sheet[1]) == "a&b c|two runs||0.001|2026-03-01");
    CHECK(sheet[1].number() == 4);
    CHECK(sheet.name == "Data");
    CHECK(sheet.format.form == SheetForm::workbook);
  }

  TEST_CASE("numbers are dates where their format shows one") {
    auto const formats =
        R"(<numFmts><numFmt numFmtId="164" formatCode="[$-407]dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="0.00"/>)"
        R"(<numFmt numFmtId="166" formatCode="000"/><numFmt numFmtId="167" formatCode="&quot;day &quot;0"/>)"
        R"(<numFmt numFmtId="168" formatCode="[Red]#,##0.00"/><numFmt numFmtId="169" formatCode="[h]:mm"/></numFmts>)"
        R"(<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>)"
        R"(<xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/>)"
        R"(<xf numFmtId="168"/><xf numFmtId="9"/><xf numFmtId="169"/></cellXfs>)";
    std::string cells = text_rows({{"Title"}});
    struct Shown {
      char const* value;
      int style;
      char const* in_1900;
      char const* in_1904;
    };
    constexpr Shown shown[] = {
        {"46082", 1, "2026-03-01", "2030-03-02"},
        {"46082.5", 2, "2026-03-01T12:00:00", "2030-03-02T12:00:00"},
        {"46082", 2, "2026-03-01", "2030-03-02"},
        {"46082.25", 3, "2026-03-01", "2030-03-02"},
        {"46082", 0, "46082", "46082"},
        {"5.1", 4, "5.10", "5.10"},
        {"7", 5, "007", "007"},
        {"7", 6, "7", "7"},
        {"1234.5", 7, "1234.50", "1234.50"},
        {"0.25", 8, "25%", "25%"},
        {"60", 1, "1900-02-29", "1904-03-01"},
        {"59", 1, "1900-02-28", "1904-02-29"},
        {"1", 1, "1900-01-01", "1904-01-02"},
        {"0.5", 9, "12:00:00", "12:00:00"},
        {"-1", 1, "-1", "-1"},
        {"1e9", 1, "1000000000", "1000000000"},
        {"5.123", 4, "5.123", "5.123"},
    };
    int number = 2;
    for (auto const& each : shown) {
      auto const row = std::to_string(number++);
      cells += "<row r=\"" + row + "\"><c r=\"A" + row + "\" s=\"" + std::to_string(each.style) + "\"><v>" +
               each.value + "</v></c></row>";
    }
    auto const in_1900 = one_sheet({.sheets = {{"Data", cells}}, .formats = formats});
    auto const in_1904 = one_sheet({.sheets = {{"Data", cells}}, .formats = formats, .settings = "date1904=\"1\""});
    REQUIRE(in_1900.size() == std::size(shown));
    for (std::size_t i = 0; i < std::size(shown); ++i) {
      CAPTURE(shown[i].value);
      CHECK(in_1900[i][0] == shown[i].in_1900);
      CHECK(in_1904[i][0] == shown[i].in_1904);
    }
  }

  TEST_CASE("characters that are spelt out are read, and an apostrophe before a formula stays") {
    auto const sheet = one_sheet(
        {.sheets = {
             {"Data", text_rows({{"Title"}, {"a_x000D_b"}, {"_x005F_x0041_"}, {"_xD800_"}, {"'=1+1"}, {"=1+1"}})}}});
    CHECK(sheet[0][0] == "a\rb");
    CHECK(sheet[1][0] == "_x0041_");
    CHECK(sheet[2][0] == "_xD800_");
    CHECK(sheet[3][0] == "''=1+1");
    CHECK(sheet[4][0] == "=1+1");
  }

  TEST_CASE("a header below titles is found, and one of two rows is put together") {
    auto const rows = text_rows({{"Risk register of the group"},
                                 {"as of", "1 March 2026"},
                                 {},
                                 {"ID", "Title", "Inherent", "", "Residual", "", "Owner"},
                                 {"", "", "Likelihood", "Impact", "Likelihood", "Impact"},
                                 {"R-1", "Theft", "3", "4", "2", "2", "Anna"}});
    auto const sheet = one_sheet({.sheets = {{"Data", rows}}});
    CHECK(row_text(sheet.header()) ==
          "ID|Title|Inherent Likelihood|Inherent Impact|Residual Likelihood|Residual Impact|Owner");
    CHECK(sheet.header_row == 5);
    REQUIRE(sheet.size() == 1);
    CHECK(sheet[0].number() == 2);
    REQUIRE(sheet.remarks.size() == 1);
    CHECK(sheet.remarks[0].rule == "workbook.header-rows");
    ImportOptions options;
    options.method = "5x5";
    auto const plan = plan_import(sheet, State{}, options).value();
    CHECK(plan.report.accepted == 1);
    auto const& risk = *plan.after.find<Risk>("R-1");
    CHECK(risk.scores.inherent->likelihood == 3);
    CHECK(risk.scores.residual->impact == 2);
    CHECK(boost::json::value_to<int>(render_json(plan.report).at("header_row")) == 5);
  }

  TEST_CASE("rows of words below a header are not taken for part of it") {
    auto const sheet = one_sheet(
        {.sheets = {{"Data", text_rows({{"ID", "Title", "Threat", "Remarks"}, {"R-1", "Owner", "Status", "Asset"}})}}});
    CHECK(row_text(sheet.header()) == "ID|Title|Threat|Remarks");
  }

  TEST_CASE("hidden rows are taken and told") {
    auto rows = risk_rows;
    rows +=
        R"(<row r="3" hidden="1"><c r="A3" t="inlineStr"><is><t>R-2</t></is></c><c r="B3" t="inlineStr"><is><t>Fire</t></is></c></row>)";
    auto const plan = plan_import(one_sheet({.sheets = {{"Data", rows}}}), State{}).value();
    CHECK(plan.report.added == 2);
    CHECK(lines(plan.report.warnings) == "1:: 1 rows are hidden (3); they are taken like the others.\n");
  }

  TEST_CASE("the sheet is the one that was asked for, or the one that fits") {
    TestWorkbook const book{.sheets = {{"Notes", text_rows({{"Whatever", "this", "is"}})}, {"Register", risk_rows}}};
    CHECK(one_sheet(book).name == "Register");
    REQUIRE(one_sheet(book).remarks.size() == 1);
    CHECK(one_sheet(book).remarks[0].message == "Nothing is taken from the other sheets: \"Notes\".");
    CHECK(one_sheet(book, "Notes").name == "Notes");
    CHECK(one_sheet(book, "2").name == "Register");
    auto const missing = book_refusal(book.bytes(), "Risks");
    CHECK(missing.names("workbook.sheet"));
    CHECK(missing.violations()[0].message.find("\"Notes\", \"Register\"") != std::string::npos);
    CHECK(book_refusal(book.bytes(), "3").names("workbook.sheet"));
    CHECK(book_refusal(TestWorkbook{.sheets = {{"A", risk_rows}, {"B", risk_rows}}}.bytes())
              .names("workbook.which-sheet"));
    CHECK(book_refusal(TestWorkbook{.sheets = {{"A", text_rows({{"x"}})}, {"B", text_rows({{"y"}})}}}.bytes())
              .names("workbook.which-sheet"));
    CHECK(one_sheet({.sheets = {{"A", risk_rows}, {"B", people_rows}}}, {}, {.kind = "people"}).name == "B");
    CHECK(one_sheet({.sheets = {{"A", risk_rows}, {"B", risk_rows}}, .states = "state=\"hidden\""}).name == "A");
    CHECK(book_refusal(TestWorkbook{.sheets = {{"A", risk_rows}}, .states = "state=\"hidden\""}.bytes())
              .names("workbook.sheet"));
    CHECK(book_refusal(TestWorkbook{.sheets = {{"A", ""}}}.bytes()).names("table.empty"));
  }

  TEST_CASE("sheets that are named after what they hold are all taken, in the order of the kinds") {
    TestWorkbook const book{.sheets = {{"Risks", risk_rows}, {"People", people_rows}}};
    auto const plans = plan_import_tables(book.bytes(), State{}, {}).value();
    REQUIRE(plans.size() == 2);
    CHECK(plans[0].report.kind == "people");
    CHECK(plans[1].report.kind == "risks");
    CHECK(plans[1].after.find<Risk>("R-1")->owner->text() == "P-1");
    CHECK(plan_import_file(book.bytes(), State{}, {}).error().names("import.several-tables"));
    TestWorkbook const others{.sheets = {{"A", risk_rows}, {"B", people_rows}}};
    TableOptions all;
    all.sheet = "*";
    CHECK(plan_import_tables(others.bytes(), State{}, all).value().size() == 2);
  }

  TEST_CASE("a sheet whose header tells nothing is what it is called") {
    auto const sheet =
        one_sheet({.sheets = {{"Units", text_rows({{"key", "name", "kind"}, {"U-1", "Sales", "process"}})},
                              {"Notes", text_rows({{"Whatever"}})}}});
    CHECK(sheet.name == "Units");
    auto const plan = plan_import(sheet, State{}).value();
    CHECK(plan.report.kind == "units");
    CHECK(plan.report.why == "the sheet is called so");
    CHECK(plan.report.added == 1);
  }

  TEST_CASE("an error value rejects its row where something is taken from its column") {
    auto const rows =
        text_rows({{"ID", "Title", "Colour"}}) +
        R"(<row r="2"><c r="A2" t="inlineStr"><is><t>R-1</t></is></c><c r="B2" t="e"><v>#REF!</v></c></row>)"
        R"(<row r="3"><c r="A3" t="inlineStr"><is><t>R-2</t></is></c><c r="B3" t="inlineStr"><is><t>Fire</t></is></c><c r="C3" t="e"><v>#N/A</v></c></row>)";
    ImportOptions options;
    options.kind = "risks";
    auto const plan = plan_import(one_sheet({.sheets = {{"Data", rows}}}), State{}, options).value();
    CHECK(lines(plan.report.rejected) ==
          "2:Title: The cell shows the error #REF!; mend its formula, or clear the cell.\n");
    CHECK(plan.report.accepted == 1);
  }

  TEST_CASE("cells without a header are told and left out") {
    auto const rows = text_rows({{"ID", "Title"}, {"R-1", "Theft", "", "see mail"}});
    ImportOptions options;
    options.kind = "risks";
    auto const plan = plan_import(one_sheet({.sheets = {{"Data", rows}}}), State{}, options).value();
    CHECK(plan.report.added == 1);
    REQUIRE(plan.report.warnings.size() == 1);
    CHECK(plan.report.warnings[0].rule == "import.no-header");
  }

  TEST_CASE("what is no workbook of this kind is refused by name") {
    TestWorkbook book{.sheets = {{"Data", risk_rows}}};
    book.type = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
    CHECK(book_refusal(book.bytes()).names("workbook.macros"));
    book.type = "application/vnd.ms-excel.sheet.binary.macroEnabled.main";
    CHECK(book_refusal(book.bytes()).names("workbook.binary"));
    book.type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    CHECK(book_refusal(book.bytes()).names("workbook.content-type"));
    std::string const old = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    CHECK(book_refusal(old + std::string(512, '\0')).names("workbook.old"));
    std::string encrypted = old + std::string(512, '\0');
    for (char const c : std::string("EncryptedPackage")) encrypted.append({c, '\0'});
    CHECK(book_refusal(encrypted).names("workbook.encrypted"));
    ZipWriter locked;
    locked.add("[Content_Types].xml", "x", false, 1);
    CHECK(book_refusal(locked.bytes()).names("workbook.encrypted"));
    ZipWriter other;
    other.add("[Content_Types].xml", "<Types/>");
    CHECK(book_refusal(other.bytes()).names("workbook.part"));
    CHECK(read_sheets("%PDF-1.7\n", {}).error().names("table.binary"));
    TableOptions chosen;
    chosen.sheet = "Data";
    CHECK(read_sheets("a,b\n1,2\n", chosen).error().names("table.one-sheet"));
  }

  TEST_CASE("a workbook cut off anywhere is refused, and says where") {
    for (bool const packed : {false, true}) {
      TestWorkbook const book{.sheets = {{"Data", risk_rows}}, .packed = packed};
      auto const bytes = book.bytes();
      for (std::size_t size = 1; size < bytes.size() - 22; size += 61) {  // 22: the end of the directory
        CAPTURE(size);
        auto const cut = book_refusal(bytes.substr(0, size));
        CHECK(cut.violations().front().where.starts_with("book.xlsx"));
      }
      auto flipped = bytes;
      flipped[bytes.size() / 2] = static_cast<char>(flipped[bytes.size() / 2] ^ 0x55);
      static_cast<void>(read_workbook(flipped));  // whatever it is, it ends
    }
  }

  TEST_CASE("a bomb is not unpacked") {
    std::string const blanks(64U << 20U, ' ');
    TestWorkbook const book{.sheets = {{"Data", risk_rows + blanks}}, .packed = true};
    CHECK(book.bytes().size() < (1U << 20U));
    auto const bomb = book_refusal(book.bytes());
    CHECK(bomb.names("workbook.ratio"));
    CHECK(bomb.violations()[0].where == "book.xlsx:xl/worksheets/sheet1.xml");
  }

  TEST_CASE("too many parts, and a part that stands twice, are refused") {
    ZipWriter many;
    for (int i = 0; i < 10'001; ++i) many.add("part" + std::to_string(i), "");
    CHECK(book_refusal(many.bytes()).names("workbook.too-many-parts"));
    CHECK(book_refusal(TestWorkbook{.sheets = {{"Data", risk_rows}}, .more = {{"XL/workbook.xml", "<other/>"}}}.bytes())
              .names("workbook.twice"));
  }

  TEST_CASE("document types, depth and endless pieces of XML are refused") {
    auto const shared = [](std::string const& text) {
      ZipWriter zip;
      auto const whole = TestWorkbook{.sheets = {{"Data", risk_rows}}, .texts = text};
      return whole.bytes();
    };
    ZipWriter zip;
    zip.add("[Content_Types].xml", "<Types/>");
    zip.add("_rels/.rels", "<!DOCTYPE a [<!ENTITY b \"c\">]><Relationships/>");
    CHECK(book_refusal(zip.bytes()).names("xml.doctype"));
    std::string deep;
    for (int i = 0; i < 200; ++i) deep += "<a>";
    auto const too_deep = book_refusal(shared(deep));
    CHECK(too_deep.names("xml.too-deep"));
    CHECK(too_deep.violations()[0].where.starts_with("book.xlsx:xl/sharedStrings.xml:2:"));
    CHECK(book_refusal(shared("<a b=\"" + std::string(3U << 20U, 'x') + "\"/>")).names("xml.too-large"));
    CHECK(book_refusal(shared("<a>&unknown;</a>")).names("xml.syntax"));
    CHECK(refusal_of_rows("<row><c></row>").names("xml.syntax"));
  }

  TEST_CASE("nothing outside of the file is looked for") {
    ZipWriter zip;
    zip.add("[Content_Types].xml",
            R"(<Types><Override PartName="/etc/passwd" ContentType="spreadsheetml.sheet.main+xml"/></Types>)");
    zip.add(
        "_rels/.rels",
        R"(<Relationships><Relationship Id="1" Type="x/officeDocument" Target="../../../etc/passwd"/></Relationships>)");
    auto const outside = book_refusal(zip.bytes());
    CHECK(outside.names("workbook.part"));
    CHECK(outside.violations()[0].message.find("etc/passwd") != std::string::npos);
    ZipWriter external;
    external.add("[Content_Types].xml",
                 R"(<Types><Override PartName="/w.xml" ContentType="spreadsheetml.sheet.main+xml"/></Types>)");
    external.add("_rels/.rels", R"(<R><Relationship Id="1" Type="x/officeDocument" Target="w.xml"/></R>)");
    external.add("w.xml", R"(<workbook><sheets><sheet name="A" id="1"/></sheets></workbook>)");
    external.add(
        "_rels/w.xml.rels",
        R"(<R><Relationship Id="1" Type="x/worksheet" Target="https://example.org/s.xml" TargetMode="External"/></R>)");
    CHECK(book_refusal(external.bytes()).names("workbook.external"));
  }

  TEST_CASE("cells and rows that contradict themselves are refused with their place") {
    CHECK(refusal_of_rows(R"(<row r="2"><c r="A2"><v>1</v></c></row><row r="1"/>)").names("workbook.order"));
    CHECK(refusal_of_rows(R"(<row r="2"><c r="A3"><v>1</v></c></row>)").names("workbook.cell"));
    CHECK(refusal_of_rows(R"(<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>1</v></c></row>)").names("workbook.cell"));
    CHECK(refusal_of_rows(R"(<row r="2"><c r="XFE2"><v>1</v></c></row>)").names("workbook.cell"));
    auto const text = refusal_of_rows(R"(<row r="2"><c r="C2" t="s"><v>5</v></c></row>)");
    CHECK(text.names("workbook.text"));
    CHECK(text.violations()[0].where == "book.xlsx[Data]:C2");
    CHECK(refusal_of_rows(R"(<row r="1"><c r="XFD1"><v>1</v></c></row>)").names("table.too-many-columns"));
    CHECK(refusal_of_rows("<row><c t=\"inlineStr\"><is><t>" + std::string(200, 'x') + "</t></is></c></row>",
                          {.cell = 100})
              .names("table.cell-too-large"));
    CHECK(refusal_of_rows(risk_rows + "<row/><row/><row/>", {.rows = 2}).names("table.too-many-rows"));
    CHECK(
        book_refusal(TestWorkbook{.sheets = {{"D", risk_rows}}}.bytes(), {}, {.bytes = 100}).names("table.too-large"));
  }

  TEST_CASE("what cells show together is limited, however little of it the file holds") {
    std::string rows = text_rows({{"Title"}});
    for (int i = 2; i < 20'000; ++i)
      rows += "<row r=\"" + std::to_string(i) + "\"><c r=\"A" + std::to_string(i) + "\" t=\"s\"><v>0</v></c></row>";
    auto const limit = book_refusal(
        TestWorkbook{.sheets = {{"D", rows}}, .texts = "<si><t>" + std::string(100'000, 'x') + "</t></si>"}.bytes());
    CHECK(limit.names("workbook.too-much-text"));  // 2 GB, if they were looked at one by one
  }
}
