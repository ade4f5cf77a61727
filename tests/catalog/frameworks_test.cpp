// What has to hold of the catalogs beside ISO/IEC 27001:2022, and that they are what the reference files say.
#include <annexa/catalog/catalog.hpp>

#include "catalog/embedded.hpp"
#include "catalog/read_table.hpp"
#include "csv.hpp"
#include "support/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using namespace annexa;
using annexa::testing::framework_rows;
using annexa::testing::reference_rows;

namespace {

using Kinds = std::map<RequirementKind, std::size_t>;

Kinds kinds_of(Catalog const& catalog) {
  Kinds kinds;
  for (auto const& row : catalog.requirements()) ++kinds[row.kind];
  return kinds;
}

// The rows in which @p column says @p value.
std::size_t count_cells(Catalog const& catalog, std::string_view column, std::string_view value) {
  return static_cast<std::size_t>(std::ranges::count_if(
      catalog.requirements(), [&](Requirement const& row) { return Catalog::cell(row, column) == value; }));
}

// The numbers of rows of @p kind by the part of their id before @p mark, in order of first appearance.
std::vector<std::size_t> series(Catalog const& catalog, RequirementKind kind, char mark, std::string_view start) {
  std::vector<std::pair<std::string_view, std::size_t>> counts;
  for (auto const& row : catalog.requirements()) {
    if (row.kind != kind || !row.id.starts_with(start)) continue;
    auto const head = row.id.substr(0, row.id.find(mark));
    if (counts.empty() || counts.back().first != head) counts.emplace_back(head, 0);
    ++counts.back().second;
  }
  std::vector<std::size_t> numbers;
  for (auto const& [head, count] : counts) numbers.push_back(count);
  return numbers;
}

struct Files {
  Catalog const& (*open)();
  std::vector<std::vector<std::vector<std::string>>> files;  // file, row, cell
};

std::vector<Files> all_frameworks() {
  return {{iso27001_2013, {reference_rows("controls-2013")}},
          {soc2_tsc_2017, {framework_rows("soc2-tsc-2017")}},
          {hipaa_security_rule, {framework_rows("hipaa-security-rule")}},
          {gdpr, {framework_rows("gdpr")}},
          {nist_csf_2_0, {framework_rows("nist-csf-2.0")}},
          {nist_800_53_r5,
           {framework_rows("nist-800-53-r5-families"), framework_rows("nist-800-53-r5-controls"),
            framework_rows("nist-800-53-r5-withdrawn")}}};
}

}  // namespace

TEST_SUITE("catalog/frameworks") {
  TEST_CASE("every cell of the reference files is under its own name, and nothing is missing or too much" *
            doctest::skip(testing::without_data())) {
    for (auto const& framework : all_frameworks()) {
      auto const& catalog = framework.open();
      CAPTURE(catalog.id());
      std::size_t at = 0;
      for (auto const& file : framework.files)
        for (std::size_t i = 1; i < file.size(); ++i, ++at) {
          REQUIRE(at < catalog.requirements().size());
          auto const& row = catalog.requirements()[at];
          CHECK(row.id == file[i][0]);
          for (std::size_t column = 0; column < file[0].size(); ++column)
            CHECK(Catalog::cell(row, file[0][column]) == file[i][column]);
        }
      CHECK(at == catalog.requirements().size());
    }
  }
  TEST_CASE("the files in the tree are those of the reference, byte for byte" *
            doctest::skip(testing::without_data())) {
    std::size_t files = 0;
    for (auto const& entry :
         std::filesystem::directory_iterator(testing::source_folder() / "src/catalog/data/frameworks")) {
      CAPTURE(entry.path().string());
      auto const theirs = testing::data_folder() / "reference/frameworks" / entry.path().filename();
      CHECK(testing::bytes_of(entry.path()) == testing::bytes_of(theirs));
      ++files;
    }
    CHECK(files == 9);
  }
  TEST_CASE("each catalog has the revision and digest that workspaces pin; a changed table needs a new revision") {
    std::map<std::string_view, std::pair<int, std::string_view>> const pinned{
        {"iso27001-2022", {1, "f9a3b8fd2abee0d06d0d8db66e1290242d5ce21fe0f5ac697c9b9916d61eca4d"}},
        {"iso27001-2013", {1, "cf63c0d1d8743573e49aa3d44a53e5f611b797fe624b483a5031f1ab6b02c4b6"}},
        {"soc2-tsc-2017", {1, "50a12a181ffe9933b8e5147b8ed18cc5f39f1e78487e2d6914e0c12ddf400edf"}},
        {"hipaa-security-rule", {1, "75ab3b7011c6ff2d8258b8f0e707e92218847e25a5a1fa242ae78461ecc6e477"}},
        {"gdpr", {1, "1e21b02db659964aa82f09a6c5866972596519005669dfeee8fc36d7bc5c928f"}},
        {"nist-csf-2.0", {1, "5e44c3bc5245f6706671bddf5fafb6e8a9a417b59281aaf2327436acfa450372"}},
        {"nist-800-53-r5", {1, "e126acc2cc8ce1b65d98d05a5e250506e2565b355c9857da34e9ff32ed57a907"}}};
    CHECK(pinned.size() == catalogs().size());
    for (auto const& each : catalogs()) {
      CAPTURE(each.id);
      CHECK(each.open().revision() == pinned.at(each.id).first);
      CHECK(each.open().sha256() == pinned.at(each.id).second);
    }
  }
  TEST_CASE("rows are found by id, hang on their parents, and stand after them") {
    for (auto const& framework : all_frameworks()) {
      auto const& catalog = framework.open();
      for (auto const& row : catalog.requirements()) {
        CAPTURE(row.id);
        CHECK(catalog.find(row.id) == &row);
        CHECK_FALSE(row.title.empty());
        CHECK((row.above == nullptr) == row.parent.empty());
        if (row.above) CHECK(row.above < &row);
        auto const judged_below = std::ranges::any_of(row.below, [](auto const* each) { return is_criterion(*each); });
        CHECK((is_criterion(row) || judged_below || judged_at(row.kind) == JudgedAt::never));
      }
    }
  }
  TEST_CASE("2013: 114 controls in 14 sections") {
    auto const& catalog = iso27001_2013();
    CHECK(catalog.counts().controls == 114);
    CHECK(catalog.counts().clauses == 0);
    std::set<std::string_view> sections;
    for (auto const& row : catalog.requirements()) {
      CHECK(to_string(row.reference) == row.id);
      auto const section = Catalog::cell(row, "section").value();
      sections.insert(section);
      CHECK(row.id.starts_with(std::string(section.substr(0, section.find(' '))) + "."));
    }
    CHECK(sections.size() == 14);
    CHECK(std::ranges::is_sorted(catalog.requirements(), {}, &Requirement::reference));
  }
  TEST_CASE("SOC 2: 61 criteria in their series") {
    auto const& catalog = soc2_tsc_2017();
    CHECK(kinds_of(catalog) == Kinds{{RequirementKind::group, 20}, {RequirementKind::criterion, 61}});
    CHECK(catalog.counts().criteria == 61);
    auto const counts = [&](std::string_view start) { return series(catalog, RequirementKind::criterion, '.', start); };
    CHECK(counts("CC") == std::vector<std::size_t>{5, 3, 4, 2, 3, 8, 5, 1, 2});
    CHECK(counts("A") == std::vector<std::size_t>{3});
    CHECK(counts("C1") == std::vector<std::size_t>{2});
    CHECK(counts("PI") == std::vector<std::size_t>{5});
    CHECK(counts("P") == std::vector<std::size_t>{5, 1, 1, 2, 3, 2, 7, 1, 1});
    for (auto const& row : catalog.requirements()) CHECK_FALSE(row.summary.empty());
  }
  TEST_CASE("HIPAA: standards and specifications of 164.308 to 164.312, required or addressable") {
    auto const& catalog = hipaa_security_rule();
    CHECK(catalog.counts().requirements == 91);
    CHECK(catalog.counts().clauses == 91);
    std::map<std::string_view, std::size_t> specifications;
    std::map<std::string_view, std::size_t> standards;
    for (auto const& row : catalog.requirements()) {
      CAPTURE(row.id);
      auto const required = Catalog::cell(row, "requirement").value();
      auto const safeguard = Catalog::cell(row, "safeguard").value();
      CHECK(required.empty() == (row.kind == RequirementKind::section));
      if (row.kind == RequirementKind::standard) CHECK(required == "required");
      auto const section = row.id.substr(0, 7);
      bool const listed = section == "164.308" || section == "164.310" || section == "164.312";
      if (required == "addressable") CHECK(listed);
      if (!listed) continue;
      CHECK((safeguard == "administrative" || safeguard == "physical" || safeguard == "technical"));
      if (row.kind == RequirementKind::implementation_specification) ++specifications[required];
      if (row.kind == RequirementKind::standard && row.id != "164.308(b)(2)") ++standards[section];
    }
    CHECK(specifications == std::map<std::string_view, std::size_t>{{"required", 14}, {"addressable", 22}});
    CHECK(standards == std::map<std::string_view, std::size_t>{{"164.308", 9}, {"164.310", 4}, {"164.312", 5}});
  }
  TEST_CASE("GDPR: 99 articles in 11 chapters; paragraphs and points hang on what is listed above them") {
    auto const& catalog = gdpr();
    CHECK(kinds_of(catalog) ==
          Kinds{{RequirementKind::article, 99}, {RequirementKind::paragraph, 34}, {RequirementKind::point, 18}});
    std::vector<std::size_t> chapters;
    std::string_view last;
    for (auto const& row : catalog.requirements()) {
      auto const chapter = Catalog::cell(row, "chapter").value();
      if (row.above) CHECK(Catalog::cell(*row.above, "chapter") == chapter);
      if (row.kind != RequirementKind::article) continue;
      if (chapter != last) chapters.push_back(0);
      last = chapter;
      ++chapters.back();
    }
    CHECK(chapters == std::vector<std::size_t>{4, 7, 12, 20, 7, 9, 17, 8, 7, 2, 6});
    CHECK(catalog.find("5(1)(a)")->parent == "5");
    CHECK(catalog.find("28(3)(a)")->parent == "28(3)");
    CHECK(catalog.find("32(1)")->parent == "32");
  }
  TEST_CASE("CSF 2.0: 6 functions, 22 categories, 106 subcategories") {
    auto const& catalog = nist_csf_2_0();
    CHECK(kinds_of(catalog) ==
          Kinds{{RequirementKind::function, 6}, {RequirementKind::category, 22}, {RequirementKind::subcategory, 106}});
    CHECK(series(catalog, RequirementKind::subcategory, '.', "") == std::vector<std::size_t>{31, 21, 22, 11, 13, 8});
    CHECK(catalog.counts().criteria == 106);
    CHECK(catalog.find("GV")->title == "Govern");
    CHECK(catalog.find("GV.OC")->summary.starts_with("The circumstances"));
    for (auto const& row : catalog.requirements()) {
      if (row.kind == RequirementKind::subcategory) CHECK(row.parent == Catalog::cell(row, "category"));
      CHECK(Catalog::cell(row, "function") == row.id.substr(0, 2));
    }
  }
  TEST_CASE("SP 800-53: 20 families, 1,014 controls in three baselines each within the next, 182 withdrawn") {
    auto const& catalog = nist_800_53_r5();
    CHECK(catalog.counts().controls == 1014);
    CHECK(catalog.counts().withdrawn == 182);
    CHECK(catalog.counts().requirements == 20 + 1014 + 182);
    CHECK(count_cells(catalog, "baseline_low", "yes") == 149);
    CHECK(count_cells(catalog, "baseline_moderate", "yes") == 287);
    CHECK(count_cells(catalog, "baseline_high", "yes") == 370);
    for (auto const& row : catalog.requirements()) {
      CAPTURE(row.id);
      if (row.kind == RequirementKind::family) continue;
      auto const enhancement = row.id.find('(');
      CHECK(row.parent == row.id.substr(0, enhancement != row.id.npos ? enhancement : 2));
      if (row.kind == RequirementKind::withdrawn_control) {
        CHECK_FALSE(Catalog::cell(row, "baseline_low"));
        for (auto const successor : row.successors) CHECK(catalog.find(successor));
        CHECK(row.disposition.empty() == row.successors.empty());
        continue;
      }
      for (std::size_t i = 0; i < words_of<Baseline>.size(); ++i) {
        auto const selected = Catalog::cell(row, "baseline_" + std::string(words_of<Baseline>[i])).value();
        CHECK((selected == "yes") == (row.baseline && *row.baseline <= static_cast<Baseline>(i)));
      }
    }
    CHECK(catalog.find("AC-3(6)")->successors.size() == 2);
  }
  TEST_CASE("tables with CRLF, quoted line ends, commas and doubled quotation marks are read as RFC 4180 has them") {
    detail::EmbeddedTable const file{"test", "", "id,text\r\n1,\"a, \"\"b\"\"\r\nc\"\r\n2,\r\n3,\"\"\"\"\n4,last"};
    auto const table = detail::read_table(file);
    REQUIRE(table.size() == 4);
    CHECK(table.columns().size() == 2);
    CHECK(table.cell(0, "text") == "a, \"b\"\r\nc");
    CHECK(table.cell(1, "text") == "");
    CHECK(table.cell(2, "text") == "\"");
    CHECK(table.cell(3, "text") == "last");
  }
}
