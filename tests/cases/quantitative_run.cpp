#include "quantitative_run.hpp"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <charconv>
#include <cmath>
#include <iostream>
#include <map>

#include "annexa/base/json.hpp"
#include "quantitative_cases.hpp"

namespace annexa::testing {
namespace {

constexpr std::array columns{"id", "model_json", "quantity", "expected", "se1", "expected_err"};

std::optional<double> number(std::string const& text) {
  double out = 0;
  auto const read = std::from_chars(text.data(), text.data() + text.size(), out);
  if (text.empty() || read.ec != std::errc{} || read.ptr != text.data() + text.size()) return {};
  return out;
}

std::string text_of(double value) {
  std::array<char, 40> room{};
  auto const end = std::to_chars(room.data(), room.data() + room.size(), value, std::chars_format::general, 10);
  return {room.data(), end.ptr};
}

// How far an estimate may be off. @source{README of the reference cases}
struct Bound {
  double most;
  bool pooled;  // by a standard error, so that it counts for the spread of all
};
Bound bound_of(std::string const& quantity, double expected, std::optional<double> se1, double expected_err,
               double trials, bool simulated) {
  double const own = 1e-6 * std::fabs(expected);
  if (!simulated) return {std::max(1e-9 * std::fabs(expected), own), false};
  if (se1)
    return {4.5 * *se1 / std::sqrt(trials) + expected_err + own, quantity != "kendall" && quantity != "spearman"};
  if (quantity == "pearson") return {0.005, false};
  if (quantity.starts_with("sobol:")) return {0.01, false};
  return {0.015 * std::fabs(expected), false};
}

}  // namespace

bool is_quantitative(std::vector<std::string> const& header) {
  return std::ranges::find(header, "model_json") != header.end();
}

int run_quantitative(std::vector<std::vector<std::string>> const& rows, std::int64_t trials, int seeds) {
  std::array<std::size_t, columns.size()> at{};
  for (std::size_t i = 0; i < columns.size(); ++i) {
    auto const found = std::ranges::find(rows.front(), columns[i]);
    if (found == rows.front().end()) {
      std::cerr << "annexa-cases: there is no column \"" << columns[i] << "\"\n";
      return 2;
    }
    at[i] = static_cast<std::size_t>(found - rows.front().begin());
  }
  // A model is simulated once for each seed, whatever is asked of it.
  std::map<std::string, std::vector<QuantitativeModel>> models;
  std::size_t passed = 0;
  std::size_t failed = 0;
  double squares = 0;
  double count = 0;
  for (std::size_t r = 1; r < rows.size(); ++r) {
    auto row = rows[r];
    row.resize(std::max(row.size(), rows.front().size()));
    auto const& text = row[at[1]];
    auto& seeded = models[text];
    auto const expected = number(row[at[3]]);
    auto const se1 = number(row[at[4]]);
    auto const document = parse_json(text);
    bool const known = document && document->is_object() && expected;
    for (int seed = 1; known && seeded.size() < static_cast<std::size_t>(seeds); ++seed)
      seeded.emplace_back(document->get_object(), trials, seed);
    bool good = known;
    std::string got = known ? "" : "error: the model or the expected value is malformed";
    double bound = 0;
    for (auto const& model : seeded) {
      if (!known) break;
      auto const estimated = model.quantity(row[at[2]]);
      if (!estimated.value) {
        good = false;
        got = "error: " + estimated.why;
        break;
      }
      auto const allowed = bound_of(row[at[2]], *expected, se1, number(row[at[5]]).value_or(0),
                                    static_cast<double>(trials), estimated.simulated);
      double const off = *estimated.value - *expected;
      good = good && std::fabs(off) <= allowed.most;
      bound = allowed.most;
      got += (got.empty() ? "" : " ") + text_of(*estimated.value);
      if (allowed.pooled && *se1 > 0) {
        squares += off * off * static_cast<double>(trials) / (*se1 * *se1);
        ++count;
      }
    }
    ++(good ? passed : failed);
    std::ranges::replace_if(
        got, [](unsigned char c) { return c < 0x20 || c == 0x7f; }, ' ');
    std::cout << (good ? "PASS" : "FAIL") << '\t' << row[at[0]] << '\t' << row[at[2]] << '\t' << row[at[3]] << '\t'
              << got << '\t' << text_of(bound) << '\n';
  }
  if (count > 0) {
    double const pooled = squares / count;
    bool const good = pooled >= 0.6 && pooled <= 1.6;
    std::cout << "pooled z2 " << text_of(pooled) << (good ? "" : " (0.6 to 1.6 is accepted)") << '\n';
    failed += good ? 0 : 1;
  }
  std::cout << passed << " passed, " << failed << " failed\n";
  return failed == 0 ? 0 : 1;
}

}  // namespace annexa::testing
