// XLSX through libxlsxwriter, which is loaded when the first workbook is written.
#include <annexa/exchange/write_workbook.hpp>

#include "export_rules.hpp"

#ifdef ANNEXA_WITH_XLSX
#include <platform/libraries.hpp>
#include <platform/scratch_file.hpp>

#include <algorithm>
#include <array>
#include <new>
#include <set>

#include "spreadsheet_text.hpp"
#include "xlsx_library.hpp"
#endif

namespace annexa {
inline namespace v1 {

#ifdef ANNEXA_WITH_XLSX
namespace {

constexpr std::size_t most_rows = 1'048'575;  // below the header
constexpr std::size_t most_columns = 16'384;
constexpr std::size_t most_characters = 32'767;
constexpr std::size_t most_header_characters = 255;
constexpr std::size_t table_cells = 1'000'000;  // beyond them memory counts more than a table
constexpr std::size_t longest_name = 31;
constexpr double narrowest = 8;
constexpr double widest = 60;
constexpr double page_width = 260;  // widths that one page can take and still be read

// ---- Colours: a dark text on a light ground, with a contrast of at least 7 to 1.

struct Paint {
  lxw_color_t ground;
  lxw_color_t text;
};
constexpr std::array paints{Paint{0xFFFFFF, 0x000000}, Paint{0xDDF3E4, 0x0B4A22}, Paint{0xDCEBFA, 0x0B3A66},
                            Paint{0xFFF0C9, 0x553A00}, Paint{0xFBDDDA, 0x6F1410}, Paint{0xEDEDED, 0x3F3F3F}};

// ---- The workbook

class WorkbookWriter {
 public:
  WorkbookWriter(XlsxLibrary const& library, std::span<WorkbookTable const> tables, WorkbookMargins const& margins)
      : f_(library),
        tables_(tables),
        above_(spreadsheet::margin("&L", margins.notice) + spreadsheet::margin("&R", margins.label)),
        below_(margins.title.empty() ? std::string() : spreadsheet::margin("&L", margins.title) + "&R&P / &N"),
        counts_(tables.size()) {}

  [[nodiscard]] result<std::string> write() {
    if (auto const counted = count(); !counted) return counted.error();
    platform::ScratchFile file;
    if (file.error() != 0) return Error(export_rules::no_file, "", {{"reason", std::to_string(file.error())}});
    platform::PlainNumbers const plain;
    lxw_workbook_options options{};
    options.constant_memory = large_ ? 1 : 0;
    options.use_zip64 = 0;
    workbook_ = f_.make(file.path().c_str(), &options);
    if (!workbook_) throw std::bad_alloc();
    make_formats();
    for (std::size_t i = 0; i < tables_.size(); ++i) write_table(tables_[i], counts_[i]);
    auto const closed = f_.close(workbook_);
    if (closed == LXW_ERROR_MEMORY_MALLOC_FAILED || failed_ == LXW_ERROR_MEMORY_MALLOC_FAILED) throw std::bad_alloc();
    std::string bytes;
    auto const error = closed == LXW_NO_ERROR && failed_ == LXW_NO_ERROR ? file.read(bytes) : -1;
    if (error != 0)
      return Error(export_rules::no_file, "",
                   {{"reason", std::to_string(failed_  ? failed_
                                              : closed ? closed
                                                       : error)}});
    return bytes;
  }

 private:
  // What there is to write, and what no workbook can hold.
  struct Counts {
    std::size_t rows = 0;
    std::vector<std::size_t> widths;
  };

  [[nodiscard]] result<void> count() {
    std::size_t cells = 0;
    Error errors;
    std::set<std::string> names;
    for (std::size_t i = 0; i < tables_.size(); ++i) {
      auto const& table = tables_[i];
      check_name(table.name, names, errors);
      count(table, counts_[i], errors);
      cells += counts_[i].rows * table.columns.size();
    }
    if (tables_.empty()) errors.add(export_rules::no_table, "");
    if (!errors.empty()) return errors;
    large_ = cells > table_cells;
    return {};
  }

  static void check_name(std::string const& name, std::set<std::string>& names, Error& errors) {
    bool const fits = !name.empty() && spreadsheet::units_of(name) <= longest_name &&
                      name.find_first_of("[]:*?/\\") == name.npos && name.front() != '\'' && name.back() != '\'' &&
                      is_plain(name);
    if (!fits) errors.add(export_rules::sheet_name, "", {{"found", name.substr(0, 80)}});
    if (!names.insert(folded_name(name)).second) errors.add(export_rules::sheet_twice, "", {{"found", name}});
  }

  static bool is_plain(std::string_view text) noexcept {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x20; });
  }

  // Spreadsheets compare names without case.
  static std::string folded_name(std::string_view name) {
    std::string out(name);
    for (auto& c : out)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
  }

  static void count(WorkbookTable const& table, Counts& counts, Error& errors) {
    constexpr std::size_t most_errors = 100;
    auto const& columns = table.columns;
    if (columns.empty() || columns.size() > most_columns)
      return errors.add(export_rules::columns, table.name,
                        {{"found", std::to_string(columns.size())}, {"limit", std::to_string(most_columns)}});
    for (auto const& column : columns) {
      counts.widths.push_back(spreadsheet::width_of(column.header) + 3);  // and the arrow of the filter
      if (spreadsheet::units_of(column.header) > most_header_characters)
        errors.add(export_rules::header, table.name, {{"limit", std::to_string(most_header_characters)}});
    }
    table.rows([&](std::span<std::string const> cells) {
      ++counts.rows;
      for (std::size_t i = 0; i < columns.size(); ++i) {
        counts.widths[i] = std::max(counts.widths[i], spreadsheet::width_of(cells[i]) + 1);
        if (cells[i].size() > most_characters && spreadsheet::units_of(cells[i]) > most_characters &&
            errors.violations().size() < most_errors)
          errors.add(
              export_rules::cell, table.name + ':' + std::to_string(counts.rows + 1) + ':' + columns[i].header,
              {{"found", std::to_string(spreadsheet::units_of(cells[i]))}, {"limit", std::to_string(most_characters)}});
      }
    });
    if (counts.rows > most_rows)
      errors.add(export_rules::rows, table.name,
                 {{"found", std::to_string(counts.rows)}, {"limit", std::to_string(most_rows)}});
  }

  void make_formats() {
    lxw_doc_properties properties{};
    std::string title = "annexa";
    properties.author = title.data();
    properties.created = 946'684'800;  // 2000-01-01: one for all files, so that bytes do not differ
    note(f_.set_properties(workbook_, &properties));
    text_ = format();
    f_.set_wrap(text_);
    number_ = format();
    date_ = format();
    f_.set_number_format(date_, "yyyy\\-mm\\-dd");
    f_.set_align(date_, LXW_ALIGN_LEFT);
    header_ = format();
    f_.set_bold(header_);
    for (std::size_t colour = 1; colour < paints.size(); ++colour)
      for (auto const kind : {CellKind::text, CellKind::number, CellKind::date})
        painted_[colour][static_cast<std::size_t>(kind)] = painted(paints[colour], kind);
  }

  [[nodiscard]] lxw_format* painted(Paint const& paint, CellKind kind) {
    auto* made = format();
    if (kind == CellKind::text) f_.set_wrap(made);
    if (kind == CellKind::date) f_.set_number_format(made, "yyyy\\-mm\\-dd");
    if (kind == CellKind::date) f_.set_align(made, LXW_ALIGN_LEFT);
    f_.set_background(made, paint.ground);
    f_.set_font_colour(made, paint.text);
    return made;
  }

  [[nodiscard]] lxw_format* format() {
    auto* made = f_.add_format(workbook_);
    if (!made) throw std::bad_alloc();
    f_.set_align(made, LXW_ALIGN_VERTICAL_TOP);
    return made;
  }

  [[nodiscard]] lxw_format* format_of(CellKind kind, CellColour colour = CellColour::none) const noexcept {
    if (colour != CellColour::none && kind != CellKind::boolean)
      return painted_[static_cast<std::size_t>(colour)][static_cast<std::size_t>(kind)];
    if (kind == CellKind::date) return date_;
    return kind == CellKind::number ? number_ : text_;
  }

  void write_table(WorkbookTable const& table, Counts const& counts) {
    auto* sheet = f_.add_sheet(workbook_, table.name.c_str());
    if (!sheet) return note(LXW_ERROR_SHEETNAME_ALREADY_USED);
    lay_out(sheet, table, counts);
    std::vector<std::string> headers;
    for (auto const& column : table.columns) headers.push_back(spreadsheet::escaped(column.header));
    bool const is_table = add_table(sheet, table, headers, counts);
    for (std::size_t i = 0; i < headers.size() && !is_table; ++i)
      note(f_.write_text(sheet, 0, column_number(i), headers[i].c_str(), header_));
    lxw_row_t row = 1;
    table.rows([&](std::span<std::string const> cells) {
      make_room(sheet, row, cells, table, counts);
      for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (!cells[i].empty())
          write_cell(sheet, row, column_number(i), cells[i], table.columns[i].kind,
                     table.colour ? table.colour(row - 1, i) : CellColour::none);
      ++row;
    });
  }

  [[nodiscard]] static double width_of_column(Counts const& counts, std::size_t index) noexcept {
    return std::clamp(static_cast<double>(counts.widths[index]), narrowest, widest);
  }

  // Not every spreadsheet program makes room for wrapped texts when it opens a file.
  void make_room(lxw_worksheet* sheet, lxw_row_t row, std::span<std::string const> cells, WorkbookTable const& table,
                 Counts const& counts) {
    std::size_t lines = 1;
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (table.columns[i].kind == CellKind::text)
        lines = std::max(lines, spreadsheet::lines_of(cells[i], width_of_column(counts, i) - 1));
    if (lines > 1)
      note(f_.set_row(sheet, row,
                      spreadsheet::line_height * static_cast<double>(std::min(lines, spreadsheet::most_lines)),
                      nullptr));
  }

  static lxw_col_t column_number(std::size_t index) noexcept { return static_cast<lxw_col_t>(index); }

  void lay_out(lxw_worksheet* sheet, WorkbookTable const& table, Counts const& counts) {
    constexpr std::uint8_t a4 = 9;
    double all = 0;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      auto const width = width_of_column(counts, i);
      all += width;
      note(f_.set_column(sheet, column_number(i), column_number(i), width, format_of(table.columns[i].kind)));
    }
    f_.freeze(sheet, 1, table.columns.size() > 1 ? 1 : 0);
    f_.set_landscape(sheet);
    f_.set_paper(sheet, a4);
    if (!above_.empty()) note(f_.set_header(sheet, above_.c_str()));
    if (!below_.empty()) note(f_.set_footer(sheet, below_.c_str()));
    note(f_.repeat_rows(sheet, 0, 0));
    if (all <= page_width)
      f_.fit_to_pages(sheet, 1, 0);
    else
      note(f_.repeat_columns(sheet, 0, 0));
  }

  // A table where the sheet can have one: its headers have to differ, and it has to have a row.
  bool add_table(lxw_worksheet* sheet, WorkbookTable const& table, std::vector<std::string>& headers,
                 Counts const& counts) {
    std::set<std::string> names;
    for (auto const& column : table.columns) names.insert(folded_name(column.header));
    auto const last_row = static_cast<lxw_row_t>(counts.rows);
    auto const last_column = column_number(headers.size() - 1);
    bool const plain = names.size() == headers.size() && !names.contains("") &&
                       std::ranges::all_of(names, [](auto const& name) { return is_plain(name); });
    if (large_ || counts.rows == 0 || !plain) {
      note(f_.set_filter(sheet, 0, 0, last_row, last_column));
      return false;
    }
    std::vector<lxw_table_column> columns(headers.size());
    std::vector<lxw_table_column*> pointers;
    for (std::size_t i = 0; i < headers.size(); ++i) {
      columns[i].header = headers[i].data();
      columns[i].header_format = header_;
      pointers.push_back(&columns[i]);
    }
    pointers.push_back(nullptr);
    lxw_table_options options{};
    options.columns = pointers.data();
    options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
    options.style_type_number = 9;
    note(f_.add_table(sheet, 0, 0, last_row, last_column, &options));
    return true;
  }

  void write_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, std::string const& cell, CellKind kind,
                  CellColour colour) {
    auto* const format = format_of(kind, colour);
    if (kind == CellKind::number)
      if (auto const number = spreadsheet::number_of(cell))
        return note(f_.write_number(sheet, row, column, *number, format));
    if (kind == CellKind::date)
      if (auto const day = spreadsheet::day_of(cell)) return note(f_.write_number(sheet, row, column, *day, format));
    if (kind == CellKind::boolean && (cell == "true" || cell == "false"))
      return note(f_.write_boolean(sheet, row, column, cell == "true" ? 1 : 0, format));
    note(f_.write_text(sheet, row, column, spreadsheet::escaped(cell).c_str(), format_of(CellKind::text, colour)));
  }

  void note(lxw_error error) noexcept {
    if (failed_ == LXW_NO_ERROR) failed_ = error;
  }

  XlsxLibrary const& f_;
  std::span<WorkbookTable const> tables_;
  std::string above_;  // on every printed page
  std::string below_;
  std::vector<Counts> counts_;
  bool large_ = false;
  lxw_workbook* workbook_ = nullptr;
  lxw_format* text_ = nullptr;
  lxw_format* number_ = nullptr;
  lxw_format* date_ = nullptr;
  lxw_format* header_ = nullptr;
  std::array<std::array<lxw_format*, 3>, paints.size()> painted_{};  // by colour and kind
  lxw_error failed_ = LXW_NO_ERROR;
};

}  // namespace

result<std::string> write_workbook(std::span<WorkbookTable const> tables, WorkbookMargins const& margins) {
  auto const* library = xlsx_library();
  if (!library) return Error(export_rules::no_library, "");
  return WorkbookWriter(*library, tables, margins).write();
}

#else

result<std::string> write_workbook(std::span<WorkbookTable const>, WorkbookMargins const&) {
  return Error(export_rules::no_library, "");
}

#endif

}  // namespace v1
}  // namespace annexa
