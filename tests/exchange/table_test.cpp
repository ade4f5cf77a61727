#include <annexa/exchange/table.hpp>  // first: the header stands on its own

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

using namespace annexa;
using namespace std::string_literals;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(Sheet const& sheet) {
  Rows rows;
  auto const take = [&](SheetRow const& row) {
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < row.size(); ++i) cells.emplace_back(row[i]);
    rows.push_back(std::move(cells));
  };
  take(sheet.header());
  for (std::size_t i = 0; i < sheet.size(); ++i) take(sheet[i]);
  return rows;
}

Rows rows_of(std::string text, TableOptions const& options = {}) {
  return rows_of(read_table(std::move(text), options).value());
}

std::string utf16(std::u16string_view text, bool big, bool mark) {
  std::string bytes = !mark ? "" : big ? "\xFE\xFF" : "\xFF\xFE";
  for (char16_t const unit : text) {
    auto const high = static_cast<char>(unit >> 8U);
    auto const low = static_cast<char>(unit & 0xFFU);
    bytes += big ? high : low;
    bytes += big ? low : high;
  }
  return bytes;
}

// The rule and place of a refusal.
std::string refusal(std::string text, TableOptions options = {}) {
  options.file = "t.csv";
  auto const read = read_table(std::move(text), options);
  if (read) return "read";
  return read.error().violations().front().rule + ' ' + read.error().violations().front().where;
}

std::string message(std::string text) {
  auto const read = read_table(std::move(text));
  return read ? "read" : read.error().violations().front().message;
}

}  // namespace

TEST_SUITE("exchange/table") {
  TEST_CASE("the delimiter is found out from the first rows") {
    Rows const expected{{"id", "name, given", "note"}, {"1", "a", "x"}, {"2", "b", "y"}};
    CHECK(rows_of("id;name, given;note\n1;a;x\n2;b;y\n") == expected);
    CHECK(rows_of("id\tname, given\tnote\n1\ta\tx\n2\tb\ty\n") == expected);
    CHECK(rows_of("id|name, given|note\n1|a|x\n2|b|y\n") == expected);
    CHECK(rows_of("id,\"name, given\",note\n1,a,x\n2,b,y\n") == expected);
    CHECK(read_table("a;b\n1,5;2\n").value().format.delimiter == ';');
    CHECK(read_table("name\nAnna\nBert\n").value().format.delimiter == ',');
  }

  TEST_CASE("a first line of a spreadsheet can say the delimiter") {
    CHECK(rows_of("sep=;\r\na;b,c\r\n1;2\r\n") == Rows{{"a", "b,c"}, {"1", "2"}});
    CHECK(read_table("sep=;\na;b\n1;2\n").value()[0].number() == 2);
  }

  TEST_CASE("the caller's word on the delimiter beats the look of the table") {
    TableOptions options;
    options.delimiter = ',';
    CHECK(rows_of("a;b,c\n", options) == Rows{{"a;b", "c"}});
  }

  TEST_CASE("quoted cells hold delimiters, line ends and doubled quotes") {
    CHECK(rows_of("a,b\r\n\"x,\"\"y\"\"\",\"two\r\nlines\"\r\n") == Rows{{"a", "b"}, {"x,\"y\"", "two\r\nlines"}});
    CHECK(rows_of("a,b\n\"\",\"\"\"\"\n") == Rows{{"a", "b"}, {"", "\""}});
    CHECK(rows_of("a,b\nx\"y,5\" rack\n") == Rows{{"a", "b"}, {"x\"y", "5\" rack"}});
  }

  TEST_CASE("rows end in CR LF, LF or CR, the last one without") {
    Rows const expected{{"a", "b"}, {"1", "2"}, {"3", ""}};
    for (auto const* text : {"a,b\n1,2\n3,\n", "a,b\r\n1,2\r\n3,", "a,b\r1,2\r3,\r", "a,b\n1,2\n3,"})
      CHECK(rows_of(text) == expected);
  }

  TEST_CASE("blank rows are left out but counted, as a spreadsheet shows them") {
    auto const sheet = read_table("\n\na,b\n\n1,2\n,\n 3,\n").value();
    REQUIRE(sheet.size() == 2);
    CHECK(sheet.header().number() == 1);
    CHECK(sheet[0].number() == 3);
    CHECK(sheet[1].number() == 5);
    CHECK(sheet[1][0] == " 3");
  }

  TEST_CASE("ragged rows keep the cells they have") {
    auto const sheet = read_table("a,b,c\n1\n1,2,3,4\n").value();
    CHECK(sheet[0].size() == 1);
    CHECK(sheet[0][2].empty());
    CHECK(sheet[1].size() == 4);
    CHECK(sheet[1][3] == "4");
  }

  TEST_CASE("text behind a closing quote is a problem of its row alone") {
    auto const sheet = read_table("a,b\n\"x\"y,2\n3,4\n").value();
    CHECK(rows_of(sheet) == Rows{{"a", "b"}, {"xy", "2"}, {"3", "4"}});
    REQUIRE(sheet.problems.size() == 1);
    CHECK(sheet.problems[0].row == 2);
    CHECK(sheet.problems[0].column == 0);
    CHECK(sheet.problems[0].rule == "table.after-quote");
  }

  TEST_CASE("every encoding gives the same text") {
    Rows const expected{{"Müller", "€ 5"}, {"Škoda", "naïve"}};
    auto const utf8 = "Müller,€ 5\nŠkoda,naïve\n"s;
    std::u16string const wide = u"Müller,€ 5\nŠkoda,naïve\n";
    struct Row {
      std::string bytes;
      TextEncoding encoding;
      bool mark;
    };
    for (auto const& row : {Row{utf8, TextEncoding::utf8, false}, Row{"\xEF\xBB\xBF" + utf8, TextEncoding::utf8, true},
                            Row{utf16(wide, false, true), TextEncoding::utf16_le, true},
                            Row{utf16(wide, true, true), TextEncoding::utf16_be, true},
                            Row{utf16(wide, false, false), TextEncoding::utf16_le, false},
                            Row{utf16(wide, true, false), TextEncoding::utf16_be, false},
                            Row{"M\xFCller,\x80 5\n\x8Akoda,na\xEFve\n", TextEncoding::windows_1252, false}}) {
      auto const sheet = read_table(row.bytes).value();
      CAPTURE(to_string(row.encoding));
      CHECK(rows_of(sheet) == expected);
      CHECK(sheet.format.encoding == row.encoding);
      CHECK(sheet.format.byte_order_mark == row.mark);
    }
  }

  TEST_CASE("characters beyond the basic plane survive UTF-16") {
    CHECK(rows_of(utf16(u"a,\U0001F512\n", false, true)) == Rows{{"a", "🔒"}});
  }

  TEST_CASE("bytes below the blank in UTF-16 are letters, not signs of binary data") {
    for (bool const big : {false, true}) CHECK(rows_of(utf16(u"риск,угроза\n", big, true)) == Rows{{"риск", "угроза"}});
    CHECK(recognise_file(utf16(u"\x01\x02\x03", false, true)) == "binary data");
  }

  TEST_CASE("a file that is neither UTF-8 nor anything else throughout is refused where it breaks") {
    CHECK(refusal("Müller,a\nB\xE9rard,b\n") == "table.encoding t.csv");
    CHECK(message("Müller,a\nB\xE9rard,b\n").find("0xe9 at offset 11") != std::string::npos);
    CHECK(refusal("a,M\xC3\xBC,\xC3") == "table.encoding t.csv");                          // cut off inside a letter
    CHECK(refusal("\xFF\xFE"s + "a\0,"s) == "table.encoding t.csv");                       // half a unit
    CHECK(refusal(utf16(u"a,b\n", false, true) + "\x3D\xD8"s) == "table.encoding t.csv");  // half a pair
    CHECK(refusal("a,\x81\n") == "table.encoding t.csv");                                  // nothing in Windows-1252
    TableOptions options;
    options.encoding = TextEncoding::windows_1252;
    CHECK(rows_of("M\xC3\xBC\n", options) == Rows{{"MÃ¼"}});
  }

  TEST_CASE("what is no text is refused by its name") {
    struct Row {
      std::string bytes;
      char const* name;
    };
    for (auto const& row :
         {Row{"%PDF-1.7\n...", "a PDF document"}, Row{"PK\x03\x04....xl/workbook.xml", "an XLSX workbook"},
          Row{"PK\x03\x04....word/document.xml", "a Word document"}, Row{"PK\x03\x04....readme", "a ZIP archive"},
          Row{"SQLite format 3\0...."s, "an SQLite database"}, Row{"\x89PNG\r\n\x1A\n...", "a PNG picture"},
          Row{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1...", "an old Excel or Word file"},
          Row{"  <!DOCTYPE html><p>", "an HTML page"}, Row{"{\"catalog\": {}}", "a JSON document"},
          Row{"\x01\x02\x03\x04\x05 random", "binary data"}}) {
      CAPTURE(row.name);
      CHECK(message(row.bytes).find("This is "s + row.name) == 0);
      CHECK(recognise_file(row.bytes) == row.name);
    }
    CHECK(message("a,b\n1,x\0y\n"s).find("A zero byte stands at offset 7") == 0);
    CHECK(recognise_file("[x],{y}\n").empty());
  }

  TEST_CASE("a table without a row is refused") {
    for (auto const* text : {"", "\n\n", " , \r\n", "\xEF\xBB\xBF"}) CHECK(refusal(text) == "table.empty t.csv");
  }

  TEST_CASE("a quote that is never closed is refused where it opens") {
    CHECK(refusal("a,b\n1,2\n3,\"open\n4,5\n") == "table.quote-open t.csv:3:2");
    CHECK(refusal("a,\"") == "table.quote-open t.csv:1:2");
  }

  TEST_CASE("limits are kept and name their place") {
    TableOptions options;
    options.limits = {100, 3, 4, 10};
    CHECK(refusal(std::string(101, 'x'), options) == "table.too-large t.csv");
    CHECK(refusal("a,b,c,d\n1,2,3,4\n", options) == "read");
    CHECK(refusal("a,b,c\n1,2,3,4,5\n", options) == "table.too-many-columns t.csv:2:5");
    CHECK(refusal("a,b\n1,12345678901\n", options) == "table.cell-too-large t.csv:2:2");
    CHECK(refusal("a\n1\n2\n3\n", options) == "read");
    CHECK(refusal("a\n1\n2\n3\n4\n", options) == "table.too-many-rows t.csv");
  }

  TEST_CASE("what RFC 4180 writes is what is read") {
    auto const cell = rc::gen::container<std::string>(rc::gen::element('a', ' ', ',', '"', '\n', '\r', ';', '\''));
    CHECK(rc::check([&] {
      auto const width = *rc::gen::inRange<std::size_t>(2, 5);
      auto const rows = *rc::gen::container<Rows>(rc::gen::container<std::vector<std::string>>(width, cell));
      std::string text = "h1,h2\r\n";
      Rows expected{{"h1", "h2"}};
      for (auto const& row : rows) {
        bool blank = true;
        for (auto const& each : row) {
          text += '"';
          for (char const c : each) text.append(c == '"' ? 2 : 1, c);
          text += "\",";
          blank = blank && each.find_first_not_of(" \r\n") == each.npos;
        }
        text.replace(text.size() - 1, 1, "\r\n");
        if (!blank) expected.push_back(row);
      }
      TableOptions options;
      options.delimiter = ',';
      RC_ASSERT(rows_of(text, options) == expected);
    }));
  }
}
