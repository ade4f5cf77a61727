// What has to hold of the tables for ISO/IEC 27001:2022 as a whole, and that they are what the reference files say.
#include <annexa/catalog/catalog.hpp>

#include "catalog/embedded.hpp"
#include "csv.hpp"
#include "iso.hpp"
#include "support/support.hpp"

#include <doctest/doctest.h>
#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using namespace annexa;
using annexa::testing::iso;

namespace {

using Names = std::set<std::string_view>;

// Subclauses of clauses 4 to 10, and the last letter of those that have items.
struct Subclause {
  std::string_view id;
  char last_item = 0;
};
constexpr auto subclauses = std::to_array<Subclause>(
    {{"4.1"},      {"4.2", 'c'},   {"4.3", 'c'},   {"4.4"},        {"5.1", 'h'},   {"5.2", 'g'},   {"5.3", 'b'},
     {"6.1"},      {"6.1.1", 'e'}, {"6.1.2", 'e'}, {"6.1.3", 'f'}, {"6.2", 'l'},   {"6.3"},        {"7.1"},
     {"7.2", 'd'}, {"7.3", 'c'},   {"7.4", 'd'},   {"7.5"},        {"7.5.1", 'b'}, {"7.5.2", 'c'}, {"7.5.3", 'f'},
     {"8.1"},      {"8.2"},        {"8.3"},        {"9.1", 'f'},   {"9.2"},        {"9.2.1", 'b'}, {"9.2.2", 'c'},
     {"9.3"},      {"9.3.1"},      {"9.3.2", 'g'}, {"9.3.3"},      {"10.1"},       {"10.2", 'g'}});
static_assert(subclauses.size() == 34);

// Subclauses that only hold other subclauses; nothing is audited at that level.
Names const headings{"6.1", "7.5", "9.2", "9.3"};
// Points at what other rows demand, so no document of its own proves it.
Names const without_document{"7.5.1.a"};

constexpr std::array<std::size_t, 4> controls_of_theme{37, 8, 14, 34};

std::vector<std::string> expected_controls() {
  std::vector<std::string> ids;
  for (std::size_t theme = 0; theme < controls_of_theme.size(); ++theme)
    for (std::size_t n = 1; n <= controls_of_theme[theme]; ++n)
      ids.push_back("A." + std::to_string(theme + 5) + '.' + std::to_string(n));
  return ids;
}

std::map<std::string, RequirementKind> expected_clauses() {
  std::map<std::string, RequirementKind> kinds;
  for (int clause = 4; clause <= 10; ++clause) kinds[std::to_string(clause)] = RequirementKind::clause;
  for (auto const& subclause : subclauses) {
    kinds[std::string(subclause.id)] = RequirementKind::subclause;
    for (char letter = 'a'; letter <= subclause.last_item; ++letter)
      kinds[std::string(subclause.id) + '.' + letter] = RequirementKind::item;
  }
  return kinds;
}

std::span<Requirement const> clauses() { return iso().requirements().first(iso().counts().clauses); }

std::string sha256(std::string_view bytes) {
  std::array<unsigned char, 32> digest{};
  SHA256(reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size(), digest.data());
  return detail::to_hex(digest.data(), digest.size());
}

// "shall" as a word, in any case: wording of the standard, which is not ours to print.
bool sounds_normative(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  auto const is_letter = [](char c) { return (c >= 'a' && c <= 'z') || c == '_' || (c >= '0' && c <= '9'); };
  for (auto at = lower.find("shall"); at != lower.npos; at = lower.find("shall", at + 1)) {
    bool const begins = at == 0 || !is_letter(lower[at - 1]);
    bool const ends = at + 5 == lower.size() || !is_letter(lower[at + 5]);
    if (begins && ends) return true;
  }
  return false;
}

template <class Rows, class Of>
bool all_differ(Rows const& rows, Of of) {
  std::set<std::string_view> seen;
  return std::ranges::all_of(rows, [&](auto const& row) { return seen.insert(of(row)).second; });
}

void check_values(ValueList const& list, std::span<std::string_view const> allowed) {
  CHECK_FALSE(list.empty());
  CHECK(all_differ(list, [](std::string_view value) { return value; }));
  for (auto const value : list) CHECK(std::ranges::find(allowed, value) != allowed.end());
}

}  // namespace

TEST_SUITE("catalog/iso27001_2022") {
  TEST_CASE("139 clauses, 93 controls, 232 requirements") {
    CHECK(iso().counts().clauses == 139);
    CHECK(iso().counts().controls == 93);
    CHECK(iso().counts().requirements == 232);
    CHECK(iso().requirements().size() == 232);
    CHECK(iso().controls().size() == 93);
    CHECK(iso().criteria().size() == 123);
    CHECK(iso().evidence_hints().size() == 123);
    CHECK(iso().mandatory_documents().size() == 30);
  }
  TEST_CASE("rows stand in numeric order, each after its parent, no number twice") {
    auto const rows = iso().requirements();
    for (std::size_t i = 1; i < rows.size(); ++i) CHECK(rows[i - 1].reference < rows[i].reference);
    for (auto const& row : rows)
      if (row.above) CHECK(row.above < &row);
  }
  TEST_CASE("the clauses are 7 clauses, 34 subclauses and 98 items with the numbers of the standard") {
    auto const expected = expected_clauses();
    std::map<RequirementKind, int> kinds;
    for (auto const& row : clauses()) {
      CAPTURE(row.id);
      ++kinds[row.kind];
      auto const found = expected.find(std::string(row.id));
      REQUIRE(found != expected.end());
      CHECK(row.kind == found->second);
    }
    CHECK(clauses().size() == expected.size());
    CHECK(kinds == std::map<RequirementKind, int>{
                       {RequirementKind::clause, 7}, {RequirementKind::subclause, 34}, {RequirementKind::item, 98}});
  }
  TEST_CASE("a clause's parent is its number without the last part, and its pillar follows from the first") {
    for (auto const& row : clauses()) {
      CAPTURE(row.id);
      CHECK(row.parent == row.id.substr(0, row.id.find('.') == row.id.npos ? 0 : row.id.rfind('.')));
      CHECK((row.above == nullptr) == (row.kind == RequirementKind::clause));
      auto const clause = std::stoi(std::string(row.id));
      CHECK(row.pillar == static_cast<Pillar>(clause - 4));
    }
  }
  TEST_CASE("the climate amendment touches 4.1 and 4.2 only") {
    for (auto const& row : iso().requirements())
      CHECK(row.amendment == (row.id == "4.1" || row.id == "4.2" ? "Amd 1:2024" : ""));
  }
  TEST_CASE("summaries and purposes are full sentences in our own words") {
    for (auto const& row : iso().requirements()) {
      CAPTURE(row.id);
      CHECK(row.summary.ends_with('.'));
      CHECK_FALSE(sounds_normative(row.summary));
      CHECK_FALSE(row.title.empty());
    }
    CHECK(all_differ(iso().controls(), [](Control const& c) { return c.title; }));
    CHECK(all_differ(iso().controls(), [](Control const& c) { return c.purpose; }));
  }
  TEST_CASE("where an item has to be on record, so has its subclause") {
    for (auto const& row : clauses()) {
      CAPTURE(row.id);
      auto const printed = Catalog::cell(row, "documented_information");
      CHECK((printed == "yes" || printed == "no"));
      if (row.kind == RequirementKind::item && row.documented_information) CHECK(row.above->documented_information);
    }
  }
  TEST_CASE("37 organizational, 8 people, 14 physical and 34 technological controls, in order") {
    auto const expected = expected_controls();
    REQUIRE(iso().controls().size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) CHECK(to_string(iso().controls()[i].reference) == expected[i]);
    for (std::size_t theme = 0; theme < controls_of_theme.size(); ++theme) {
      auto const controls = iso().controls(static_cast<Theme>(theme));
      CHECK(controls.size() == controls_of_theme[theme]);
      for (auto const& control : controls) CHECK(control.reference.parent() == controls[0].reference.parent());
    }
  }
  TEST_CASE("every control has values of all five attributes, and every value is used") {
    for (std::size_t i = 0; i < words_of<Attribute>.size(); ++i) {
      auto const attribute = static_cast<Attribute>(i);
      std::set<std::string_view> used;
      for (auto const& control : iso().controls()) {
        CAPTURE(to_string(control.reference));
        check_values(control.values(attribute), values_of(attribute));
        for (auto const value : control.values(attribute)) used.insert(value);
      }
      CHECK(used.size() == values_of(attribute).size());
    }
  }
  TEST_CASE("17 documents are required, 3 customary, 10 depend on a control") {
    std::map<DocumentBasis, int> basis;
    std::set<std::pair<Reference, std::string_view>> seen;
    for (auto const& document : iso().mandatory_documents()) {
      CAPTURE(document.document);
      ++basis[document.basis];
      CHECK(seen.insert({document.reference, document.document}).second);
      auto const* row = iso().find(document.reference);
      REQUIRE(row);
      CHECK((document.basis == DocumentBasis::annex_a) == (row->kind == RequirementKind::control));
      if (document.basis == DocumentBasis::required) CHECK(row->documented_information);
      CHECK_FALSE(without_document.contains(row->id));
    }
    CHECK(basis == std::map<DocumentBasis, int>{
                       {DocumentBasis::required, 17}, {DocumentBasis::customary, 3}, {DocumentBasis::annex_a, 10}});
  }
  TEST_CASE("whatever has to be on record has a document, its own or one of its items'") {
    for (auto const& row : iso().requirements()) {
      if (!row.documented_information || without_document.contains(row.id)) continue;
      CAPTURE(row.id);
      auto const prefix = std::string(row.id) + '.';
      CHECK(std::ranges::any_of(iso().mandatory_documents(), [&](MandatoryDocument const& document) {
        return document.reference == row.reference || to_string(document.reference).starts_with(prefix);
      }));
    }
  }
  TEST_CASE("the criteria are the subclauses without the pure headings, and all controls") {
    std::vector<std::string> expected;
    for (auto const& subclause : subclauses)
      if (!headings.contains(subclause.id)) expected.emplace_back(subclause.id);
    for (auto& id : expected_controls()) expected.push_back(std::move(id));
    REQUIRE(iso().criteria().size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
      CHECK(iso().criteria()[i]->id == expected[i]);
      CHECK(iso().criteria()[i]->hint == &iso().evidence_hints()[i]);
    }
    Names pure;
    for (auto const& row : iso().requirements())
      if (row.kind == RequirementKind::subclause && !is_criterion(row)) pure.insert(row.id);
    CHECK(pure == headings);
  }
  TEST_CASE("four hints rest on guidance, four tests are witnessed") {
    Names guidance;
    Names witnessed;
    for (auto const& hint : iso().evidence_hints()) {
      auto const id = iso().find(hint.reference)->id;
      if (hint.basis == HintBasis::guidance) guidance.insert(id);
      if (hint.evidence.text().find("witnessed by the auditor as agreed under A.8.34") != std::string_view::npos)
        witnessed.insert(id);
    }
    CHECK(guidance == Names{"A.5.24", "A.7.11", "A.8.14", "A.8.20"});
    CHECK(witnessed == Names{"A.8.3", "A.8.11", "A.8.22", "A.8.23"});
  }
  TEST_CASE("every hint has one or two pieces of evidence, known methods and a question, none twice") {
    for (auto const& hint : iso().evidence_hints()) {
      CAPTURE(to_string(hint.reference));
      check_values(hint.methods, audit_methods);
      CHECK(hint.question.ends_with('?'));
      CHECK(hint.evidence.size() >= 1);
      CHECK(hint.evidence.size() <= 2);
    }
    CHECK(all_differ(iso().evidence_hints(), [](EvidenceHint const& hint) { return hint.question; }));
    CHECK(all_differ(iso().evidence_hints(), [](EvidenceHint const& hint) { return hint.evidence.text(); }));
  }
  TEST_CASE("the tables have the columns that readers of other languages expect") {
    std::map<std::string_view, std::string_view> const expected{
        {"clauses-2022", "id,parent,title,kind,summary,documented_information,pillar,amendment"},
        {"controls-2022",
         "id,title,theme,control_type,security_properties,cybersecurity_concepts,operational_capabilities,security_"
         "domains,"
         "purpose"},
        {"evidence-hints", "ref,evidence,method,question,basis"},
        {"mandatory-documents", "clause,document,basis"}};
    CHECK(iso().sources().size() == expected.size());
    for (auto const& table : iso().sources()) {
      std::string columns;
      for (auto const column : table.columns()) (columns += columns.empty() ? "" : ",") += column;
      CHECK(columns == expected.at(table.name()));
    }
  }
  TEST_CASE("only parent and amendment may be empty, and no cell has stray blanks") {
    for (auto const& table : iso().sources())
      for (std::size_t i = 0; i < table.size(); ++i)
        for (auto const column : table.columns()) {
          CAPTURE(table.name());
          CAPTURE(i);
          CAPTURE(column);
          auto const cell = table.cell(i, column).value();
          CHECK(trimmed(cell) == cell);
          CHECK((!cell.empty() || column == "parent" || column == "amendment"));
        }
  }
  TEST_CASE("the files are plain: UTF-8, line feeds, no byte order mark, no quotation mark inside a cell") {
    for (auto const& file : detail::embedded_iso27001_2022.tables) {
      CAPTURE(file.name);
      CHECK(is_utf8(file.bytes));
      CHECK_FALSE(file.bytes.starts_with("\xef\xbb\xbf"));
      CHECK(file.bytes.find('\r') == file.bytes.npos);
      CHECK(file.bytes.find("\"\"") == file.bytes.npos);
      CHECK(file.bytes.ends_with('\n'));
      auto const rows = testing::csv_rows(std::string(file.bytes));
      for (auto const& row : rows) CHECK(row.size() == rows.front().size());
    }
  }
  TEST_CASE("the digests are those of the files, and the catalog's is that of their list") {
    std::string list;
    for (auto const& file : detail::embedded_iso27001_2022.tables) {
      CHECK(file.sha256 == sha256(file.bytes));
      CHECK(iso().source(file.name)->sha256() == file.sha256);
      list += std::string(file.sha256) + "  " + std::string(file.name) + '\n';
    }
    CHECK(iso().sha256() == sha256(list));
  }
  TEST_CASE("a changed table raises the revision") {
    // Workspaces pin revision and digest. Whoever changes a table raises the revision and puts the new digest here.
    CHECK(iso().revision() == 1);
    CHECK(iso().sha256() == "f9a3b8fd2abee0d06d0d8db66e1290242d5ce21fe0f5ac697c9b9916d61eca4d");
  }
  TEST_CASE("every cell of the compiled tables is that of the reference files" *
            doctest::skip(testing::without_data())) {
    std::size_t compared = 0;
    for (auto const& table : iso().sources()) {
      CAPTURE(table.name());
      auto const rows = testing::reference_rows(std::string(table.name()));
      REQUIRE(table.size() + 1 == rows.size());
      CHECK(std::ranges::equal(table.columns(), rows[0]));
      for (std::size_t i = 0; i < table.size(); ++i) {
        CAPTURE(i);
        CHECK(std::ranges::equal(table.row(i), rows[i + 1]));
        compared += rows[i + 1].size();
      }
    }
    CHECK(compared == 139 * 8 + 93 * 9 + 123 * 5 + 30 * 3);
  }
  TEST_CASE("every field of a clause is that of its row in the reference file" *
            doctest::skip(testing::without_data())) {
    auto const rows = testing::reference_rows("clauses-2022");
    REQUIRE(rows.size() == clauses().size() + 1);
    for (std::size_t i = 0; i < clauses().size(); ++i) {
      auto const& row = clauses()[i];
      std::vector<std::string> const fields{std::string(row.id),
                                            std::string(row.parent),
                                            std::string(row.title),
                                            std::string(word(row.kind)),
                                            std::string(row.summary),
                                            row.documented_information ? "yes" : "no",
                                            std::string(word(*row.pillar)),
                                            std::string(row.amendment)};
      CHECK(fields == rows[i + 1]);
    }
  }
  TEST_CASE("every field of a control is that of its row in the reference file" *
            doctest::skip(testing::without_data())) {
    auto const rows = testing::reference_rows("controls-2022");
    REQUIRE(rows.size() == iso().controls().size() + 1);
    for (std::size_t i = 0; i < iso().controls().size(); ++i) {
      auto const& control = iso().controls()[i];
      std::vector<std::string> fields{to_string(control.reference), std::string(control.title),
                                      std::string(word(control.theme))};
      for (std::size_t a = 0; a < words_of<Attribute>.size(); ++a) {
        CHECK(rows[0][a + 3] == words_of<Attribute>[a]);
        std::string joined;
        for (auto const value : control.values(static_cast<Attribute>(a)))
          (joined += joined.empty() ? "" : ";") += value;
        fields.push_back(std::move(joined));
      }
      fields.emplace_back(control.purpose);
      CHECK(fields == rows[i + 1]);
    }
  }
  TEST_CASE("every field of a hint is that of its row in the reference file" * doctest::skip(testing::without_data())) {
    auto const rows = testing::reference_rows("evidence-hints");
    REQUIRE(rows.size() == iso().evidence_hints().size() + 1);
    for (std::size_t i = 0; i < iso().evidence_hints().size(); ++i) {
      auto const& hint = iso().evidence_hints()[i];
      std::string evidence;
      for (auto const piece : hint.evidence) (evidence += evidence.empty() ? "" : "; ") += piece;
      std::vector<std::string> const fields{to_string(hint.reference), evidence, std::string(hint.methods.text()),
                                            std::string(hint.question), std::string(word(hint.basis))};
      CHECK(fields == rows[i + 1]);
    }
  }
  TEST_CASE("every field of a document is that of its row in the reference file" *
            doctest::skip(testing::without_data())) {
    auto const rows = testing::reference_rows("mandatory-documents");
    REQUIRE(rows.size() == iso().mandatory_documents().size() + 1);
    for (std::size_t i = 0; i < iso().mandatory_documents().size(); ++i) {
      auto const& document = iso().mandatory_documents()[i];
      std::vector<std::string> const fields{to_string(document.reference), std::string(document.document),
                                            std::string(word(document.basis))};
      CHECK(fields == rows[i + 1]);
    }
  }
  TEST_CASE("the files in the tree are those of the reference, byte for byte" *
            doctest::skip(testing::without_data())) {
    auto const ours = testing::source_folder() / "src/catalog/data/iso27001";
    std::size_t files = 0;
    for (auto const& entry : std::filesystem::directory_iterator(ours)) {
      CAPTURE(entry.path());
      auto const theirs = testing::data_folder() / "reference/iso27001" / entry.path().filename();
      CHECK(testing::bytes_of(entry.path()) == testing::bytes_of(theirs));
      ++files;
    }
    CHECK(files == 7);
  }
}
