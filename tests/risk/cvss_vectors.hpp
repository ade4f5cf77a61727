#pragma once
/// Vectors of CVSS for the tests: the files beside the project, and vectors made from positions of values.

#include <annexa/risk/cvss.hpp>

#include <rapidcheck.h>

#include <string>
#include <string_view>
#include <vector>

#include "catalog/csv.hpp"
#include "support/support.hpp"

namespace annexa::testing {

/// The rows of a file of vectors, without its heading.
[[nodiscard]] inline std::vector<std::vector<std::string>> cvss_rows(std::string const& name) {
  auto rows = csv_rows(bytes_of(data_folder() / "risk" / "cvss" / (name + ".csv")));
  rows.erase(rows.begin());
  return rows;
}

[[nodiscard]] inline std::string tenths(int score) {
  std::string text;
  append_tenths(text, score);
  return text;
}

/// The vector with the values at these positions, as text; 0 leaves a metric out.
[[nodiscard]] inline std::string vector_text(CvssVersion version, std::vector<std::size_t> const& positions) {
  auto const metrics = cvss_metrics(version);
  auto text = "CVSS:" + std::string(name_of(version));
  for (std::size_t i = 0; i < positions.size(); ++i)
    if (positions[i] != 0)
      text.append("/").append(metrics[i].name).append(":").append(metrics[i].accepted[positions[i] - 1]);
  return text;
}

/// Positions of any vector of a version.
[[nodiscard]] inline std::vector<std::size_t> any_positions(CvssVersion version) {
  std::vector<std::size_t> positions;
  for (auto const& metric : cvss_metrics(version)) {
    auto const first = metric.group == CvssGroup::base ? std::size_t{1} : std::size_t{0};
    positions.push_back(*rc::gen::inRange<std::size_t>(first, metric.accepted.size() + 1));
  }
  return positions;
}

[[nodiscard]] inline CvssVersion any_version() { return *rc::gen::element(CvssVersion::v3_1, CvssVersion::v4_0); }

}  // namespace annexa::testing
