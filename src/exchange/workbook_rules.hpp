#pragma once
// The rules that a workbook can break.

#include <annexa/base/error.hpp>

namespace annexa {
inline namespace v1 {
namespace workbook_rules {

// ---- The archive
inline constexpr Rule absent{
    "workbook.absent",
    "This annexa was built without minizip and expat and reads no workbooks; save the sheet as "
    "CSV.",
    "", ErrorKind::usage};
inline constexpr Rule damaged{"workbook.damaged",
                              "The workbook is cut off or damaged: {reason}; save it again, or get it again.", "",
                              ErrorKind::usage};
inline constexpr Rule entries{"workbook.too-many-parts", "The workbook has {found} parts; {limit} are accepted.", "",
                              ErrorKind::usage};
inline constexpr Rule expansion{"workbook.too-large",
                                "The part unpacks to more than {limit} bytes; save the sheet as CSV, or part it.", "",
                                ErrorKind::usage};
inline constexpr Rule ratio{
    "workbook.ratio", "The part unpacks to more than {limit} times its size, as no workbook does; it is not read.", "",
    ErrorKind::usage};
inline constexpr Rule twice{"workbook.twice", "The part stands twice in the workbook, so it can be read two ways.", "",
                            ErrorKind::usage};

// ---- What kind of file it is
inline constexpr Rule encrypted{"workbook.encrypted",
                                "The workbook is encrypted; open it, take its password away, and save it as .xlsx.", "",
                                ErrorKind::usage};
inline constexpr Rule old{"workbook.old", "This is an old Excel file (.xls); open it and save it as .xlsx.", "",
                          ErrorKind::usage};
inline constexpr Rule macros{"workbook.macros",
                             "The workbook brings programs of its own (macros); open it and save it as .xlsx, which "
                             "leaves them out.",
                             "", ErrorKind::usage};
inline constexpr Rule binary{"workbook.binary", "This is a binary workbook (.xlsb); open it and save it as .xlsx.", "",
                             ErrorKind::usage};
inline constexpr Rule content_type{
    "workbook.content-type", "The main part is {found}, which is no workbook; save it as .xlsx.", "", ErrorKind::usage};
inline constexpr Rule missing{"workbook.part", "The workbook has no part \"{found}\"; save it again.", "",
                              ErrorKind::usage};
inline constexpr Rule external{"workbook.external",
                               "The sheet lies outside of the file ({found}); nothing is fetched from there.", "",
                               ErrorKind::usage};

// ---- XML
inline constexpr Rule xml{"xml.syntax", "This is no XML: {reason}.", "", ErrorKind::usage};
inline constexpr Rule doctype{"xml.doctype", "A document type stands here, which could bring entities; none is read.",
                              "", ErrorKind::usage};
inline constexpr Rule depth{"xml.too-deep", "There are more than {limit} levels of elements.", "", ErrorKind::usage};
inline constexpr Rule token{"xml.too-large", "A piece of XML goes on for more than {limit} bytes.", "",
                            ErrorKind::usage};

// ---- Sheets
inline constexpr Rule no_sheet{"workbook.sheet", "There is no sheet \"{found}\"; there {known}.", "", ErrorKind::usage};
inline constexpr Rule no_sheets{"workbook.sheet", "There is no sheet that can be seen in the workbook.", "",
                                ErrorKind::usage};
inline constexpr Rule which_sheet{"workbook.which-sheet",
                                  "Several sheets can be meant ({found}); say which (sheet; --sheet of the tool).", "",
                                  ErrorKind::usage};
inline constexpr Rule unclear_sheet{
    "workbook.which-sheet",
    "The headers of no sheet tell what it holds ({found}); say the sheet (sheet; --sheet "
    "of the tool) and the kind (kind; --as).",
    "", ErrorKind::usage};
inline constexpr Rule order{
    "workbook.order", "Row {found} stands behind row {last}, so the sheet can be read two ways.", "", ErrorKind::usage};
inline constexpr Rule reference{"workbook.cell", "\"{found}\" is no cell of row {row}; a name such as B7 is expected.",
                                "", ErrorKind::usage};
inline constexpr Rule shared_string{"workbook.text", "The cell names text {found} of {count}.", "", ErrorKind::usage};
inline constexpr Rule cells{"workbook.too-many-cells", "The sheet has more than {limit} cells.", "", ErrorKind::usage};
inline constexpr Rule sheet_text{"workbook.too-much-text",
                                 "The cells of the sheet hold more than {limit} bytes of text.", "", ErrorKind::usage};

// ---- What rows and cells say about themselves
inline constexpr Rule error_value{"workbook.error-value",
                                  "The cell shows the error {found}; mend its formula, or clear the cell.", ""};
inline constexpr Rule hidden_rows{"workbook.hidden-rows",
                                  "{count} rows are hidden ({found}); they are taken like the others.", ""};
inline constexpr Rule other_sheets{"workbook.other-sheets", "Nothing is taken from the other sheets: {found}.", ""};
inline constexpr Rule header_rows{"workbook.header-rows", "The header is made of rows {first} and {last}.", ""};

}  // namespace workbook_rules
}  // namespace v1
}  // namespace annexa
