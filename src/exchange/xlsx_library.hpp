#pragma once
// libxlsxwriter, loaded when the first workbook is written. Only where this build knows it (ANNEXA_WITH_XLSX).

#include <xlsxwriter.h>

namespace annexa {
inline namespace v1 {

// The functions of the library that are used. Its structures are those of the version that the name stands for.
struct XlsxLibrary {
  decltype(&::workbook_new_opt) make = nullptr;
  decltype(&::workbook_add_worksheet) add_sheet = nullptr;
  decltype(&::workbook_add_format) add_format = nullptr;
  decltype(&::workbook_set_properties) set_properties = nullptr;
  decltype(&::workbook_close) close = nullptr;
  decltype(&::format_set_num_format) set_number_format = nullptr;
  decltype(&::format_set_text_wrap) set_wrap = nullptr;
  decltype(&::format_set_align) set_align = nullptr;
  decltype(&::format_set_bold) set_bold = nullptr;
  decltype(&::format_set_bg_color) set_background = nullptr;
  decltype(&::format_set_font_color) set_font_colour = nullptr;
  decltype(&::worksheet_write_string) write_text = nullptr;
  decltype(&::worksheet_write_number) write_number = nullptr;
  decltype(&::worksheet_write_boolean) write_boolean = nullptr;
  decltype(&::worksheet_set_column) set_column = nullptr;
  decltype(&::worksheet_freeze_panes) freeze = nullptr;
  decltype(&::worksheet_set_row) set_row = nullptr;
  decltype(&::worksheet_autofilter) set_filter = nullptr;
  decltype(&::worksheet_add_table) add_table = nullptr;
  decltype(&::worksheet_set_landscape) set_landscape = nullptr;
  decltype(&::worksheet_fit_to_pages) fit_to_pages = nullptr;
  decltype(&::worksheet_repeat_rows) repeat_rows = nullptr;
  decltype(&::worksheet_repeat_columns) repeat_columns = nullptr;
  decltype(&::worksheet_set_paper) set_paper = nullptr;
  decltype(&::worksheet_set_header) set_header = nullptr;
  decltype(&::worksheet_set_footer) set_footer = nullptr;
};

// Null where the library is not there.
[[nodiscard]] XlsxLibrary const* xlsx_library();

}  // namespace v1
}  // namespace annexa
