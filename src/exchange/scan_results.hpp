#pragma once
// Results of scanners as tables of findings: SARIF 2.1.0, and DefectDojo's generic findings.

#include <annexa/base/error.hpp>
#include <annexa/exchange/sheet.hpp>

#include <boost/json/fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {
namespace exchange {

// True if @p bytes begin like a document of one of the two.
[[nodiscard]] bool is_scan_result(std::string_view bytes) noexcept;

// Reads such a document into a table with a row per result. The same result, by its fingerprint, stands there once.
// What passed, was suppressed or is no longer there is left out.
// @return the table; or scan.form, json.* with the place.
[[nodiscard]] result<Sheet> read_scan_results(std::string_view bytes, std::string const& file);

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
