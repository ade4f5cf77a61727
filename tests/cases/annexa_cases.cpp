// annexa-cases FILE.csv [--trials N] [--seeds K]: runs a file of reference cases against the library, a line per row:
//   PASS|FAIL <TAB> ID <TAB> QUANTITY <TAB> EXPECTED <TAB> GOT <TAB> BOUND
// and last "N passed, N failed". The status is 1 if any failed, 2 if the file cannot be read.
// Columns: id, rule, input_json, quantity, expected.
#include <annexa/base/decimal.hpp>

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <charconv>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>

#include "catalog/csv.hpp"
#include "qualitative_rules.hpp"
#include "quantitative_run.hpp"

namespace {

using annexa::testing::Got;

constexpr std::array columns{"id", "rule", "input_json", "quantity", "expected"};

std::string in_one_line(std::string text) {
  std::ranges::replace_if(
      text, [](unsigned char c) { return c < 0x20 || c == 0x7f; }, ' ');
  return text;
}

// A number without zeros at its end, or the text as it is.
std::string normal(std::string const& text) {
  auto const number = annexa::Decimal::parse(text);
  if (!number || text.find('.') == text.npos) return text;
  auto const end = text.find_last_not_of('0');
  return text.substr(0, text[end] == '.' ? end : end + 1);
}

Got got(std::string const& rule, std::string const& input, std::string const& quantity) {
  boost::system::error_code bad;
  auto const document = boost::json::parse(input, bad);
  if (bad || !document.is_object()) return {{}, "the input is no JSON object"};
  return annexa::testing::qualitative(rule, document.get_object(), quantity);
}

int run(std::vector<std::vector<std::string>> const& rows) {
  std::array<std::size_t, columns.size()> at{};
  for (std::size_t i = 0; i < columns.size(); ++i) {
    auto const found = std::ranges::find(rows.front(), columns[i]);
    if (found == rows.front().end()) {
      std::cerr << "annexa-cases: there is no column \"" << columns[i] << "\"\n";
      return 2;
    }
    at[i] = static_cast<std::size_t>(found - rows.front().begin());
  }
  std::size_t passed = 0;
  std::size_t failed = 0;
  for (std::size_t r = 1; r < rows.size(); ++r) {
    auto row = rows[r];
    row.resize(std::max(row.size(), rows.front().size()));
    auto const& expected = row[at[4]];
    auto const outcome = got(row[at[1]], row[at[2]], row[at[3]]);
    bool const good = outcome.value && normal(*outcome.value) == normal(expected);
    ++(good ? passed : failed);
    std::cout << (good ? "PASS" : "FAIL") << '\t' << in_one_line(row[at[0]]) << '\t' << in_one_line(row[at[3]]) << '\t'
              << in_one_line(expected) << '\t' << in_one_line(outcome.value.value_or("error: " + outcome.problem))
              << "\texact to 12 places\n";
  }
  std::cout << passed << " passed, " << failed << " failed\n";
  return failed == 0 ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
  std::int64_t trials = 1'000'000;
  std::int64_t seeds = 3;
  bool good = count >= 2 && count % 2 == 0;
  for (int i = 2; good && i + 1 < count; i += 2) {
    std::string_view const name = arguments[i];
    std::string_view const value = arguments[i + 1];
    auto* const target = name == "--trials" ? &trials : name == "--seeds" ? &seeds : nullptr;
    good =
        target && std::from_chars(value.data(), value.data() + value.size(), *target).ec == std::errc{} && *target > 0;
  }
  if (!good || trials > 100'000'000 || seeds > 1'000) {
    std::cerr << "usage: annexa-cases FILE.csv [--trials N] [--seeds K]\n";
    return 2;
  }
  std::ifstream file(arguments[1], std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file || text.empty()) {
    std::cerr << "annexa-cases: cannot read " << arguments[1] << '\n';
    return 2;
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  if (!text.ends_with('\n')) text += '\n';
  auto const rows = annexa::testing::csv_rows(text);
  if (annexa::testing::is_quantitative(rows.front()))
    return annexa::testing::run_quantitative(rows, trials, static_cast<int>(seeds));
  return run(rows);
}
