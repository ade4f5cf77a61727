#pragma once
// The rules that the form of a table can break.

#include <annexa/base/error.hpp>

namespace annexa {
inline namespace v1 {
namespace table_rules {

inline constexpr Rule binary{"table.binary",
                             "This is {found}, not a table of text; comma-separated values in UTF-8 are accepted.", "",
                             ErrorKind::usage};
inline constexpr Rule nul{
    "table.binary",
    "A zero byte stands at offset {offset}, so this is no table of text; comma-separated values in "
    "UTF-8 are accepted.",
    "", ErrorKind::usage};
inline constexpr Rule empty{"table.empty", "There is no row here; a header and the rows below it are expected.", "",
                            ErrorKind::usage};
inline constexpr Rule too_large{"table.too-large", "The file has {found} bytes; {limit} are accepted.", "",
                                ErrorKind::usage};
inline constexpr Rule encoding{"table.encoding", "The byte {found} at offset {offset} is not {encoding}; {accepted}.",
                               "", ErrorKind::usage};
inline constexpr Rule quote_open{"table.quote-open",
                                 "The quote that opens here is never closed; a cell in quotes ends in a quote before a "
                                 "{delimiter} or the end of the row.",
                                 "RFC 4180", ErrorKind::usage};
inline constexpr Rule columns{"table.too-many-columns", "The row has more than {limit} cells.", "", ErrorKind::usage};
inline constexpr Rule rows{"table.too-many-rows", "There are more than {limit} rows.", "", ErrorKind::usage};
inline constexpr Rule cell{"table.cell-too-large",
                           "The cell has more than {limit} bytes; perhaps a quote that opens here is not closed.", "",
                           ErrorKind::usage};
inline constexpr Rule one_sheet{"table.one-sheet",
                                "This is text and holds one table; the sheet \"{found}\" cannot be chosen.", "",
                                ErrorKind::usage};
inline constexpr Rule no_object{"json.row", "An object is expected here, such as {\"key\": \"R-1\"}; this is {found}.",
                                "", ErrorKind::usage};
inline constexpr Rule json_end{"json.syntax", "{found} stands where {accepted} is expected.", "RFC 8259",
                               ErrorKind::usage};
inline constexpr Rule after_quote{
    "table.after-quote", "Text stands behind the closing quote; a quote inside a quoted cell is doubled.", "RFC 4180"};

}  // namespace table_rules
}  // namespace v1
}  // namespace annexa
