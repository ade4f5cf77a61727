#pragma once
/// A reader of CSV files (RFC 4180) that shares nothing with the one under test.

#include <filesystem>
#include <string>
#include <vector>

#include "support/support.hpp"

namespace annexa::testing {

/// The cells of @p text, row by row, without quotation marks.
[[nodiscard]] inline std::vector<std::vector<std::string>> csv_rows(std::string const& text) {
  std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const c = text[i];
    if (c == '"' && quoted && i + 1 < text.size() && text[i + 1] == '"')
      rows.back().back() += text[++i];
    else if (c == '"')
      quoted = !quoted;
    else if (c == ',' && !quoted)
      rows.back().emplace_back();
    else if (c == '\r' && !quoted)
      continue;
    else if (c == '\n' && !quoted)
      rows.emplace_back(1);
    else
      rows.back().back() += c;
  }
  rows.pop_back();
  return rows;
}

/// The rows of a file of the tables for ISO/IEC 27001, beside the project.
[[nodiscard]] inline std::vector<std::vector<std::string>> reference_rows(std::string const& name) {
  return csv_rows(bytes_of(data_folder() / "reference" / "iso27001" / (name + ".csv")));
}

/// The rows of a file of the tables for other frameworks, beside the project.
[[nodiscard]] inline std::vector<std::vector<std::string>> framework_rows(std::string const& name) {
  return csv_rows(bytes_of(data_folder() / "reference" / "frameworks" / (name + ".csv")));
}

}  // namespace annexa::testing
