#pragma once
/// @file
/// A document as a workbook of a spreadsheet program.

#include <annexa/base/error.hpp>
#include <annexa/report/document.hpp>

#include <string>

namespace annexa {
inline namespace v1 {
namespace report {

/// The document as an XLSX workbook, for people who calculate on: the first sheet has its text in reading order, each
/// table and the values of each chart stand in a sheet of their own. Tables with the same columns share one, whose
/// first column says which section each row is from. Headers stay in sight, every sheet can be filtered and sorted,
/// numbers and days are such, and a cell with a tone has its colour beside its word. No text becomes a formula.
///
/// Texts beyond what a cell can hold (32,767 characters) are cut off with "[…]"; the JSON form has them whole. The same
/// document gives the same bytes.
/// @return the bytes; or what write_workbook() refuses, such as export.no-library without libxlsxwriter.
/// @par Cost
/// Linear in the document, and its tables once more in memory.
/// @source{ISO/IEC 29500-1}
[[nodiscard]] result<std::string> render_xlsx(Document const& document);

}  // namespace report
}  // namespace v1
}  // namespace annexa
