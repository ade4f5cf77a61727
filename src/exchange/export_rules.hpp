#pragma once
// The rules that an export can break.

#include <annexa/base/error.hpp>

namespace annexa {
inline namespace v1 {
namespace export_rules {

inline constexpr Rule unknown_noun{"export.noun", "There is no noun \"{found}\"; there are {known}.", "",
                                   ErrorKind::usage};
inline constexpr Rule unknown_key{"reference.unknown", "There is no {noun} \"{key}\".", "", ErrorKind::usage};

// Workbooks.
inline constexpr Rule no_library{
    "export.no-workbooks",
    "Workbooks are written with libxlsxwriter, which is not here; install it (Debian: libxlsxwriter4), or export CSV.",
    "", ErrorKind::usage};
inline constexpr Rule no_file{"export.no-file", "The workbook cannot be written (error {reason}).", "",
                              ErrorKind::storage};
inline constexpr Rule no_table{"export.no-table", "A workbook has at least one table.", "", ErrorKind::usage};
inline constexpr Rule sheet_name{
    "export.sheet-name", "\"{found}\" is no name of a sheet; 1 to 31 characters are, without []:*?/\\ among them.", "",
    ErrorKind::usage};
inline constexpr Rule sheet_twice{"export.sheet-name", "Two sheets are called \"{found}\".", "", ErrorKind::usage};
inline constexpr Rule columns{"export.too-many-columns", "The table has {found} columns; 1 to {limit} are accepted.",
                              "", ErrorKind::usage};
inline constexpr Rule rows{"export.too-many-rows",
                           "The table has {found} rows; a sheet takes {limit}. Export it as CSV.", "",
                           ErrorKind::usage};
inline constexpr Rule header{"export.header", "A header has more than {limit} characters.", "", ErrorKind::usage};
inline constexpr Rule cell{"export.cell-too-long",
                           "The text has {found} characters; a cell takes {limit}. Export it as CSV or JSON.", "",
                           ErrorKind::usage};

}  // namespace export_rules
}  // namespace v1
}  // namespace annexa
