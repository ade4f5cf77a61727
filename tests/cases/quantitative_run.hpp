#pragma once
/// Runs a file of quantitative reference cases.

#include <cstdint>
#include <string>
#include <vector>

namespace annexa::testing {

/// True for the header of such a file.
[[nodiscard]] bool is_quantitative(std::vector<std::string> const& header);

/// Prints a line per row, the pooled square of the deviations in standard errors, and the counts. @return the status.
[[nodiscard]] int run_quantitative(std::vector<std::vector<std::string>> const& rows, std::int64_t trials, int seeds);

}  // namespace annexa::testing
