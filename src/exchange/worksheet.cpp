#include "worksheet.hpp"

#include <annexa/base/digits.hpp>
#include <annexa/base/text.hpp>

#include <algorithm>
#include <charconv>

#include "table_rules.hpp"
#include "workbook_rules.hpp"
#include "workbook_text.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

constexpr std::size_t most_cells = 64U << 20U;      // gaps among them
constexpr std::size_t most_sheet_text = 1U << 30U;  // counted once for each cell that shows it
constexpr std::size_t most_rows = 1'048'576;        // of a spreadsheet
constexpr std::size_t most_columns = 16'384;

// What a cell holds, by its attribute `t`.
enum class CellForm : std::uint8_t { number, shared, inline_text, formula_text, boolean, error, date };
struct CellFormName {
  std::string_view name;
  CellForm form;
};
constexpr CellFormName form_names[] = {
    {"", CellForm::number},          {"n", CellForm::number},
    {"s", CellForm::shared},         {"inlineStr", CellForm::inline_text},
    {"str", CellForm::formula_text}, {"b", CellForm::boolean},
    {"e", CellForm::error},          {"d", CellForm::date},
};

CellForm form_named(std::string_view name) {
  auto const* found = std::ranges::find(form_names, name, &CellFormName::name);
  return found == std::end(form_names) ? CellForm::formula_text : found->form;
}

// The index of the column in a name such as "AB12" of a cell in row @p row, or nothing.
std::optional<std::size_t> column_of(std::string_view name, std::size_t row) {
  std::size_t column = 0;
  std::size_t at = 0;
  for (; at < name.size() && at < 4 && name[at] >= 'A' && name[at] <= 'Z'; ++at)
    column = column * 26 + static_cast<std::size_t>(name[at] - 'A') + 1;
  auto const number = at == 0 ? std::nullopt : detail::digits(name.substr(at));
  if (!number || static_cast<std::size_t>(*number) != row || column > most_columns) return {};
  return column - 1;
}

class WorksheetHandler final : public XmlHandler {
 public:
  WorksheetHandler(std::string where, WorkbookTexts const& texts, TableLimits const& limits, std::string& text,
                   std::function<bool(WorksheetRow&)> const& take)
      : where_(std::move(where)), texts_(texts), limits_(limits), text_(text), take_(take) {
    shared_.resize(texts.cells.size());
  }

  void open(std::string_view name, XmlAttributes const& attributes, std::size_t depth) override {
    if (depth == 1) rows_ = name == "sheetData";
    if (!rows_) return;
    if (depth == 2 && name == "row") open_row(attributes);
    if (depth == 3 && name == "c") open_cell(attributes);
    if (depth >= 4) open_inside(name, depth);
  }

  void close(std::string_view name, std::size_t depth) override {
    if (!rows_) return;
    if (depth == 1) return stop();  // whatever follows the rows does not matter
    if (depth >= 4) {
      if (name == "rPh" && skipped_ == depth) skipped_ = 0;
      hear_text(false);
    }
    if (depth == 3 && name == "c") close_cell();
    if (depth == 2 && name == "row") close_row();
  }

  void text(std::string_view piece) override {
    auto& into = is_text() ? text_ : value_;
    into += piece;
    if (into.size() - (is_text() ? begin_ : 0) > limits_.cell)
      refuse(Error(table_rules::cell, place(), {{"limit", std::to_string(limits_.cell)}}));
  }

 private:
  [[nodiscard]] bool is_text() const noexcept {
    return form_ == CellForm::inline_text || form_ == CellForm::formula_text;
  }
  [[nodiscard]] std::string place() const {
    return where_ + ':' + column_letters(column_) + std::to_string(row_.number);
  }

  void open_row(XmlAttributes const& attributes) {
    auto const last = row_.number;
    row_.number = last + 1;
    if (auto const said = attributes.find("r")) {
      auto const number = detail::digits(said->substr(0, 9)).value_or(0);
      if (static_cast<std::size_t>(number) <= last)
        return refuse(Error(workbook_rules::order, where_,
                            {{"found", std::string(said->substr(0, 20))}, {"last", std::to_string(last)}}));
      row_.number = static_cast<std::size_t>(number);
    }
    if (row_.number > most_rows || ++count_ > limits_.rows + 1)
      return refuse(Error(table_rules::rows, where_, {{"limit", std::to_string(std::min(limits_.rows, most_rows))}}));
    auto const hidden = attributes.get("hidden");
    row_.hidden = hidden == "1" || hidden == "true";
    row_.cells.clear();
    row_.errors.clear();
    column_ = 0;
    next_column_ = 0;
  }

  void open_cell(XmlAttributes const& attributes) {
    column_ = next_column_;
    if (auto const name = attributes.find("r")) {
      auto const column = column_of(*name, row_.number);
      if (!column || *column < next_column_)
        return refuse(Error(workbook_rules::reference, where_,
                            {{"found", std::string(name->substr(0, 20))}, {"row", std::to_string(row_.number)}}));
      column_ = *column;
    }
    next_column_ = column_ + 1;
    form_ = form_named(attributes.get("t"));
    style_ = static_cast<std::size_t>(detail::digits(attributes.get("s").substr(0, 9)).value_or(0));
    begin_ = text_.size();
    value_.clear();
    skipped_ = 0;
  }

  // <v>, and <is> with <t> or <r><t> in it.
  void open_inside(std::string_view name, std::size_t depth) {
    if (name == "rPh") skipped_ = depth;
    bool const value = depth == 4 && name == "v" && form_ != CellForm::inline_text;
    bool const inside = depth > 4 && name == "t" && form_ == CellForm::inline_text && skipped_ == 0;
    hear_text(value || inside);
  }

  void close_cell() {
    auto const cell = cell_text();
    if (stopped() || cell.size == 0) return;
    if (column_ >= limits_.columns)
      return refuse(Error(table_rules::columns, place(), {{"limit", std::to_string(limits_.columns)}}));
    cells_ += column_ + 1 - row_.cells.size();
    shown_ += cell.size;
    if (cells_ > most_cells)
      return refuse(Error(workbook_rules::cells, place(), {{"limit", std::to_string(most_cells)}}));
    if (shown_ > most_sheet_text)
      return refuse(Error(workbook_rules::sheet_text, place(), {{"limit", std::to_string(most_sheet_text)}}));
    row_.cells.resize(column_);
    row_.cells.push_back(cell);
  }

  SheetCell cell_text() {
    switch (form_) {
      case CellForm::shared:
        return shared_cell();
      case CellForm::inline_text:
      case CellForm::formula_text:
        finish_text(text_, begin_);
        return cell_from(begin_);
      case CellForm::boolean:
        return value_.empty() ? SheetCell{} : cell_of(trimmed(value_) == "1" || value_ == "true" ? "true" : "false");
      case CellForm::error:
        row_.errors.push_back({column_, value_.substr(0, 40)});
        return cell_of(value_);
      case CellForm::date:
        return cell_of(value_.ends_with("T00:00:00") ? value_.substr(0, value_.size() - 9) : value_);
      default:
        return number_cell();
    }
  }

  SheetCell cell_from(std::size_t begin) const {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(text_.size() - begin)};
  }
  SheetCell cell_of(std::string_view value) {
    auto const begin = text_.size();
    text_ += value;
    return cell_from(begin);
  }

  // The text of a shared string is copied once, however many cells show it.
  SheetCell shared_cell() {
    auto const number = detail::digits(trimmed(value_).substr(0, 10));
    if (!number || static_cast<std::size_t>(*number) >= texts_.cells.size()) {
      refuse(Error(workbook_rules::shared_string, place(),
                   {{"found", value_.substr(0, 20)}, {"count", std::to_string(texts_.cells.size())}}));
      return {};
    }
    auto const index = static_cast<std::size_t>(*number);
    auto const& source = texts_.cells[index];
    if (shared_[index].size != source.size)
      shared_[index] = cell_of(std::string_view(texts_.text).substr(source.begin, source.size));
    return shared_[index];
  }

  SheetCell number_cell() {
    auto const text = trimmed(value_);
    double number = 0;
    auto const read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size()) return cell_of(text);
    static constexpr NumberFormat plain;
    auto const& format = style_ < texts_.formats.size() ? texts_.formats[style_] : plain;
    if (format.date || format.time)
      if (auto const date = date_text(number, format, texts_.from_1904)) return cell_of(*date);
    return cell_of(number_text(number, format));
  }

  void close_row() {
    while (!row_.cells.empty() && is_blank_cell(row_.cells.back())) row_.cells.pop_back();
    if (!row_.cells.empty() && !take_(row_)) stop();
  }
  [[nodiscard]] bool is_blank_cell(SheetCell const& cell) const {
    return std::string_view(text_).substr(cell.begin, cell.size).find_first_not_of(" \t\r\n") == std::string_view::npos;
  }

  std::string where_;
  WorkbookTexts const& texts_;
  TableLimits const& limits_;
  std::string& text_;
  std::function<bool(WorksheetRow&)> const& take_;
  std::vector<SheetCell> shared_;  // where shared strings lie in text_, as far as they were used
  WorksheetRow row_;
  bool rows_ = false;
  std::size_t count_ = 0;
  std::size_t cells_ = 0;
  std::size_t shown_ = 0;
  std::size_t column_ = 0;
  std::size_t next_column_ = 0;
  CellForm form_ = CellForm::number;
  std::size_t style_ = 0;
  std::size_t begin_ = 0;  // of the cell's text
  std::string value_;
  std::size_t skipped_ = 0;
};

}  // namespace

std::string column_letters(std::size_t index) {
  std::string letters;
  for (++index; index != 0; index = (index - 1) / 26) letters.insert(0, 1, static_cast<char>('A' + (index - 1) % 26));
  return letters;
}

result<void> read_worksheet(Archive& archive, std::string const& part, std::string const& where,
                            WorkbookTexts const& texts, TableLimits const& limits, std::string& text,
                            std::function<bool(WorksheetRow&)> const& take) {
  WorksheetHandler handler(where, texts, limits, text, take);
  return read_xml(archive, part, handler);
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
