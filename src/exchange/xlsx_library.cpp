#ifdef ANNEXA_WITH_XLSX
#include "xlsx_library.hpp"

#include <platform/libraries.hpp>

#include <optional>

namespace annexa {
inline namespace v1 {
namespace {

template <class Function>
bool find(void* library, char const* name, Function& out) {
  out = reinterpret_cast<Function>(platform::find_function(library, name));
  return out != nullptr;
}

}  // namespace

XlsxLibrary const* xlsx_library() {
  static auto const loaded = []() -> std::optional<XlsxLibrary> {
    auto* library = platform::load_library("libxlsxwriter.so." LXW_SOVERSION);
    XlsxLibrary f;
    bool const all =
        library && find(library, "workbook_new_opt", f.make) && find(library, "workbook_add_worksheet", f.add_sheet) &&
        find(library, "workbook_add_format", f.add_format) &&
        find(library, "workbook_set_properties", f.set_properties) && find(library, "workbook_close", f.close) &&
        find(library, "format_set_num_format", f.set_number_format) &&
        find(library, "format_set_text_wrap", f.set_wrap) && find(library, "format_set_align", f.set_align) &&
        find(library, "format_set_bold", f.set_bold) && find(library, "format_set_bg_color", f.set_background) &&
        find(library, "format_set_font_color", f.set_font_colour) &&
        find(library, "worksheet_write_string", f.write_text) &&
        find(library, "worksheet_write_number", f.write_number) &&
        find(library, "worksheet_write_boolean", f.write_boolean) &&
        find(library, "worksheet_set_column", f.set_column) && find(library, "worksheet_freeze_panes", f.freeze) &&
        find(library, "worksheet_set_row", f.set_row) && find(library, "worksheet_autofilter", f.set_filter) &&
        find(library, "worksheet_add_table", f.add_table) &&
        find(library, "worksheet_set_landscape", f.set_landscape) &&
        find(library, "worksheet_fit_to_pages", f.fit_to_pages) &&
        find(library, "worksheet_repeat_rows", f.repeat_rows) &&
        find(library, "worksheet_repeat_columns", f.repeat_columns) &&
        find(library, "worksheet_set_paper", f.set_paper) && find(library, "worksheet_set_header", f.set_header) &&
        find(library, "worksheet_set_footer", f.set_footer);
    return all ? std::optional(f) : std::nullopt;
  }();
  return loaded ? &*loaded : nullptr;
}

}  // namespace v1
}  // namespace annexa
#endif
