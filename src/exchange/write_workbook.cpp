// XLSX through libxlsxwriter, which is loaded when the first workbook is written.
#include <annexa/exchange/write_workbook.hpp>

#include "export_rules.hpp"

#ifdef ANNEXA_WITH_XLSX
#include <xlsxwriter.h>
#include <annexa/base/date.hpp>
#include <platform/libraries.hpp>
#include <platform/scratch_file.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <memory>
#include <new>
#include <optional>
#include <set>
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

// ---- The functions of the library that are used. Its structures are those of the version that the name stands for.

struct Functions {
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

template <class Function>
bool find(void* library, char const* name, Function& out) {
  out = reinterpret_cast<Function>(platform::find_function(library, name));
  return out != nullptr;
}

// Null where the library is not there.
Functions const* functions() {
  static auto const loaded = []() -> std::optional<Functions> {
    auto* library = platform::load_library("libxlsxwriter.so." LXW_SOVERSION);
    Functions f;
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

// ---- Texts

std::size_t characters_of(std::string_view text) noexcept {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// Characters as spreadsheets count them: those beyond the basic plane are two.
std::size_t units_of(std::string_view text) noexcept {
  return characters_of(text) + static_cast<std::size_t>(std::ranges::count_if(
                                   text, [](char c) { return static_cast<unsigned char>(c) >= 0xF0U; }));
}

bool is_hexadecimal(char c) noexcept {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// True if @p text begins as "_x000D_" does, which spreadsheets read as a character.
bool begins_escape(std::string_view text) noexcept {
  return text.size() >= 7 && text[0] == '_' && text[1] == 'x' && text[6] == '_' &&
         std::ranges::all_of(text.substr(2, 4), is_hexadecimal);
}

// The text with an escape before what would be read as one.
std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (begins_escape(text.substr(i))) out += "_x005F";
    out += text[i];
  }
  return out;
}

constexpr double line_height = 15;      // points
constexpr std::size_t most_lines = 20;  // of a row; a cell with more is cut off where it is shown

// How many lines a text takes in a cell of that width.
std::size_t lines_of(std::string_view text, double width) noexcept {
  std::size_t lines = 0;
  while (lines < most_lines) {
    auto const end = text.find('\n');
    auto const characters = static_cast<double>(characters_of(text.substr(0, end)));
    lines += std::max<std::size_t>(1, static_cast<std::size_t>(std::ceil(characters / width)));
    if (end == text.npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

// Characters of the longest line.
std::size_t width_of(std::string_view text) noexcept {
  std::size_t width = 0;
  while (true) {
    auto const end = text.find('\n');
    width = std::max(width, characters_of(text.substr(0, end)));
    if (end == text.npos) return width;
    text.remove_prefix(end + 1);
  }
}

// A text as a part of a header or footer, in which '&' begins a command and a digit behind a command belongs to it.
std::string margin(std::string_view part, std::string_view text) {
  constexpr std::size_t most = 60;
  if (text.empty()) return {};
  std::string out(part);
  if (text.front() >= '0' && text.front() <= '9') out += ' ';
  std::size_t kept = 0;
  for (char const c : text) {
    bool const begins = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    if (begins && kept++ == most) break;
    out += c == '\n' || c == '\t' ? ' ' : c;
    if (c == '&') out += c;
  }
  return out;
}

// ---- Values

// The number that a cell holds exactly, as it is spelt.
std::optional<double> number_of(std::string_view text) {
  double number = 0;
  auto const read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size()) return {};
  std::array<char, 64> buffer{};
  auto const end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::general, 15).ptr;
  return std::string_view(buffer.data(), static_cast<std::size_t>(end - buffer.data())) == text ? std::optional(number)
                                                                                                : std::nullopt;
}

// Days since 1899-12-30, from 1900-03-01 on: before that spreadsheets disagree.
std::optional<double> day_of(std::string_view text) {
  constexpr std::int32_t to_1900 = 25'569;
  constexpr std::int32_t first = 61;
  auto const date = Date::parse(text);
  if (!date || date->days() + to_1900 < first) return {};
  return date->days() + to_1900;
}

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
  WorkbookWriter(Functions const& library, std::span<WorkbookTable const> tables, WorkbookMargins const& margins)
      : f_(library),
        tables_(tables),
        above_(margin("&L", margins.notice) + margin("&R", margins.label)),
        below_(margins.title.empty() ? std::string() : margin("&L", margins.title) + "&R&P / &N"),
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
    bool const fits = !name.empty() && units_of(name) <= longest_name && name.find_first_of("[]:*?/\\") == name.npos &&
                      name.front() != '\'' && name.back() != '\'' && is_plain(name);
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
      counts.widths.push_back(width_of(column.header) + 3);  // and the arrow of the filter
      if (units_of(column.header) > most_header_characters)
        errors.add(export_rules::header, table.name, {{"limit", std::to_string(most_header_characters)}});
    }
    table.rows([&](std::span<std::string const> cells) {
      ++counts.rows;
      for (std::size_t i = 0; i < columns.size(); ++i) {
        counts.widths[i] = std::max(counts.widths[i], width_of(cells[i]) + 1);
        if (cells[i].size() > most_characters && units_of(cells[i]) > most_characters &&
            errors.violations().size() < most_errors)
          errors.add(export_rules::cell, table.name + ':' + std::to_string(counts.rows + 1) + ':' + columns[i].header,
                     {{"found", std::to_string(units_of(cells[i]))}, {"limit", std::to_string(most_characters)}});
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
    for (auto const& column : table.columns) headers.push_back(escaped(column.header));
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
        lines = std::max(lines, lines_of(cells[i], width_of_column(counts, i) - 1));
    if (lines > 1)
      note(f_.set_row(sheet, row, line_height * static_cast<double>(std::min(lines, most_lines)), nullptr));
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
      if (auto const number = number_of(cell)) return note(f_.write_number(sheet, row, column, *number, format));
    if (kind == CellKind::date)
      if (auto const day = day_of(cell)) return note(f_.write_number(sheet, row, column, *day, format));
    if (kind == CellKind::boolean && (cell == "true" || cell == "false"))
      return note(f_.write_boolean(sheet, row, column, cell == "true" ? 1 : 0, format));
    note(f_.write_text(sheet, row, column, escaped(cell).c_str(), format_of(CellKind::text, colour)));
  }

  void note(lxw_error error) noexcept {
    if (failed_ == LXW_NO_ERROR) failed_ = error;
  }

  Functions const& f_;
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
  auto const* library = functions();
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
