#include <annexa/exchange/read_sheets.hpp>

#include <doctest/doctest.h>

#include <string>

#include "fixtures.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

Sheet json_sheet(std::string text, SheetWish const& wish = {}) {
  TableOptions options;
  options.file = "table.json";
  auto read = read_json_table(std::move(text), options, wish);
  if (!read) FAIL(read.error().text());
  return *std::move(read);
}

Error json_refusal(std::string text, TableLimits limits = {}) {
  TableOptions options;
  options.file = "table.json";
  options.limits = limits;
  auto const read = read_json_table(std::move(text), options);
  if (read) FAIL("the text was read");
  return read.error();
}

// All cells, a line for each row, the header among them.
std::string cells(Sheet const& sheet) {
  std::string out;
  auto const add = [&](SheetRow const& row) {
    for (std::size_t i = 0; i < sheet.header().size(); ++i) out += (i == 0 ? "" : "|") + std::string(row[i]);
    out += '\n';
  };
  add(sheet.header());
  for (std::size_t i = 0; i < sheet.size(); ++i) add(sheet[i]);
  return out;
}

}  // namespace

TEST_SUITE("exchange/json_table") {
  TEST_CASE("members become columns in the order of their first appearance") {
    auto const sheet =
        json_sheet(R"([{"Ref":"R-1","Score":3},{"Title":"Fire","Ref":"R-2","Old":true,"Cost":1.5,"None":null}])");
    CHECK(cells(sheet) == "Ref|Score|Title|Old|Cost|None\nR-1|3||||\nR-2||Fire|yes|1.5|\n");
    CHECK(sheet[0].number() == 2);
    CHECK(sheet.format.form == SheetForm::json);
  }

  TEST_CASE("JSON lines, one object, and blanks around them are read") {
    CHECK(cells(json_sheet("{\"a\":1}\n\n {\"a\":2}\r\n")) == "a\n1\n2\n");
    CHECK(json_sheet("{\"a\":1}\n{\"a\":2}\n").format.form == SheetForm::json_lines);
    CHECK(cells(json_sheet("\xEF\xBB\xBF {\"a\":\"]}\\\"{\"}")) == "a\n]}\"{\n");
    CHECK(cells(json_sheet(" [ {\"a\":1} , {\"a\":2} ] ")) == "a\n1\n2\n");
    CHECK(read_sheets("[{\"a\":1}]").value().front().format.form == SheetForm::json);
    CHECK(read_sheets("[x],y\n1,2\n").value().front().format.form == SheetForm::delimited);
  }

  TEST_CASE("lists are several values, and objects stand beside the rest") {
    auto const sheet = json_sheet(
        R"([{"x":["a","b"],"y":["a;b",1],"z":[[1]],"inherent":{"likelihood":3,"impact":{"money":4}},)"
        R"("custom":{"acme:n":"12","acme:m":12},"external_ids":[{"system":"jira","id":"1"},{"system":"jira","id":"2"}],"t":"'=1"}])");
    CHECK(cells(sheet) ==
          "x|y|z|inherent_likelihood|inherent_impact_money|custom:acme:n|custom:acme:m|external_id:jira|t\n"
          "a|b|[\"a;b\",\"1\"]|[[1]]|3|4|\"12\"|12|1|2|''=1\n");
  }

  TEST_CASE("a list of objects becomes commands") {
    ImportOptions options;
    options.method = "5x5";
    auto const plan =
        plan_import_file(
            R"([{"Risk ID":"R-1","Title":"Theft","Threat":"Thieves","Inherent":{"Likelihood":3,"Impact":4},"Annex A control":["A.5.1","A.5.2"]}])",
            State{}, {}, options)
            .value();
    CHECK(lines(plan.report.rejected) == "");
    auto const& risk = *plan.after.find<Risk>("R-1");
    CHECK(risk.scores.inherent->impact == 4);
    CHECK(risk.controls.size() == 2);
  }

  TEST_CASE("bad JSON is refused with the row and the place in it") {
    auto const twice = json_refusal(R"([{"a":1},{"a":1,"a":2}])");
    CHECK(twice.names("json.duplicate-key"));
    CHECK(twice.violations()[0].where == "table.json:row 3: line 1, column 10");
    std::string deep = "[{\"a\":";
    for (int i = 0; i < 200; ++i) deep += '[';
    for (int i = 0; i < 200; ++i) deep += ']';
    CHECK(json_refusal(deep + "}]").names("json.too-deep"));
    CHECK(json_refusal("[1]").names("json.row"));
    CHECK(json_refusal("[{\"a\":1} {\"a\":2}]").names("json.syntax"));
    CHECK(json_refusal("[{\"a\":1},]").names("json.row"));
    CHECK(json_refusal("[,{\"a\":1}]").names("json.row"));
    CHECK(json_refusal("[{\"a\":1}").names("json.syntax"));
    CHECK(json_refusal("[{\"a\":1}] {}").names("json.syntax"));
    CHECK(json_refusal("{\"a\":1} x").names("json.row"));
    CHECK(json_refusal("{\"a\":tru}").names("json.syntax"));
    CHECK(json_refusal("[]").names("table.empty"));
    CHECK(json_refusal("").names("table.empty"));
  }

  TEST_CASE("limits hold") {
    CHECK(json_refusal("{\"a\":\"" + std::string(2000, 'x') + "\"}", {.cell = 1000}).names("table.cell-too-large"));
    CHECK(json_refusal("{\"a\":1}{\"a\":2}{\"a\":3}", {.rows = 2}).names("table.too-many-rows"));
    CHECK(json_refusal(R"({"a":1,"b":2,"c":3})", {.columns = 2}).names("table.too-many-columns"));
    CHECK(json_refusal("{\"a\":1}", {.bytes = 3}).names("table.too-large"));
  }

  TEST_CASE("a text cut off anywhere is refused or is shorter") {
    std::string const text = R"([{"Ref":"R-1","Title":"Theft"},{"Ref":"R-2","Title":"Fire"}])";
    for (std::size_t size = 0; size < text.size(); ++size) CHECK(read_json_table(text.substr(0, size)).has_error());
  }
}
