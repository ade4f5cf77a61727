#include <algorithm>
#include <annexa/exchange/write_workbook.hpp>
#include <annexa/report/render_xlsx.hpp>
#include <deque>
#include <set>

#include "chart_table.hpp"
#include "markup.hpp"
#include "wording.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

// In the units of spreadsheets, which count characters beyond the basic plane twice.
constexpr std::size_t most_in_cell = 32'000;
constexpr std::size_t most_in_header = 250;
constexpr std::size_t most_in_name = 31;

// Characters are kept whole.
std::string cut(std::string text, std::size_t most, std::string_view mark) {
  std::size_t units = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0U) == 0x80U) continue;
    units += byte >= 0xF0U ? 2 : 1;
    if (units > most) return text.substr(0, i) + std::string(mark);
  }
  return text;
}

CellColour colour_of(Cell const& cell) {
  constexpr std::array colours{CellColour::none,    CellColour::good, CellColour::notice,
                               CellColour::warning, CellColour::bad,  CellColour::muted};
  static_assert(colours.size() == type_of<Tone>.names.size());
  return cell.tone ? colours[static_cast<std::size_t>(*cell.tone)] : CellColour::none;
}

// A value as a spreadsheet reads it: numbers with a point, days as 2026-03-01.
std::string sheet_text(Cell const& cell) {
  if (cell.date) return to_string(*cell.date);
  return cell.number ? to_string(*cell.number) : clean(cell.text);
}

// A value as the text around it is written.
std::string told_text(Cell const& cell, std::string const& unit = {}) {
  if (cell.date) return spoken(*cell.date, DateStyle::brief);
  if (cell.number) return number_text(*cell.number) + (unit.empty() ? "" : ' ' + unit);
  return clean(cell.text);
}

std::string lines_of(std::vector<Cell> const& cells, std::string (*text)(Cell const&)) {
  std::string out;
  for (auto const& cell : cells)
    if (auto one = text(cell); !one.empty()) out += (out.empty() ? "" : "\n") + one;
  return out;
}

struct SheetRow {
  std::vector<std::string> cells;
  std::vector<CellColour> colours;
};

struct Sheet {
  std::string name;
  std::vector<Column> columns;  // of the document's tables
  std::vector<SheetRow> rows;
  std::set<std::string> sections;  // that rows are from
};

class Sheets {
 public:
  result<std::string> render(Document const& document) &&;

 private:
  void cover(Document const& document);
  void section(Section const& each);
  void line(std::string what, std::string text, CellColour colour = CellColour::none);
  void show(Paragraph const& each) { line("", clean(each.text)); }
  void show(List const& each);
  void show(Facts const& each);
  void show(KeyFigures const& each);
  void show(Callout const& each);
  void show(Figure const& each) { show(table_of(each)); }
  void show(Gallery const& each) {
    for (auto const& one : each.figures) show(one);
  }
  void show(Table const& each);
  Sheet& sheet_of(Table const& table);
  [[nodiscard]] std::string name_for(std::string const& caption);

  std::string number_;  // of the section that is shown
  std::string title_;
  std::vector<SheetRow> text_;
  std::deque<Sheet> sheets_;
  std::set<std::string> names_;
};

void Sheets::line(std::string what, std::string text, CellColour colour) {
  SheetRow row{{number_, title_, std::move(what), std::move(text)}, {}};
  row.colours = {CellColour::none, CellColour::none, CellColour::none, colour};
  text_.push_back(std::move(row));
}

void Sheets::cover(Document const& document) {
  title_ = clean(document.heading);
  line("", clean(document.title));
  for (auto const* text : {&document.subtitle, &document.confidentiality, &document.draft})
    if (!text->empty()) line("", clean(*text));
  if (document.branding && !document.branding->cover_text.empty()) line("", clean(document.branding->cover_text));
  if (document.headline) show(*document.headline);
  show(Facts{document.facts});
}

void Sheets::section(Section const& each) {
  number_ = each.number;
  title_ = clean(each.title);
  for (auto const& block : each.blocks) std::visit([&](auto const& one) { show(one); }, block);
  for (auto const& below : each.subsections) section(below);
}

void Sheets::show(List const& each) {
  for (auto const& item : each.items) line("", told_text(item), colour_of(item));
}

void Sheets::show(Facts const& each) {
  for (auto const& fact : each.items)
    line(clean(fact.label), lines_of(fact.values, [](Cell const& cell) { return told_text(cell); }),
         fact.values.size() == 1 ? colour_of(fact.values.front()) : CellColour::none);
}

void Sheets::show(KeyFigures const& each) {
  for (auto const& figure : each.items) {
    auto text = told_text(figure.value, clean(figure.unit));
    if (auto const more = lines_of(figure.details, [](Cell const& cell) { return told_text(cell); }); !more.empty())
      text += '\n' + more;
    line(clean(figure.label), std::move(text), colour_of(figure.value));
  }
}

void Sheets::show(Callout const& each) {
  line("", clean(each.title), colour_of(Cell::badge("", each.tone)));
  for (auto const& text : each.paragraphs) line("", clean(text));
}

// A name that a sheet may have and no other has.
std::string Sheets::name_for(std::string const& caption) {
  std::string plain;
  for (char const c : clean(caption))
    plain += std::string_view("[]:*?/\\'\n\t").find(c) == std::string_view::npos ? c : ' ';
  auto const begin = plain.find_first_not_of(' ');
  plain = begin == plain.npos ? "-" : plain.substr(begin);
  for (int number = 1;; ++number) {
    auto const mark = number == 1 ? std::string() : ' ' + std::to_string(number);
    auto name = cut(plain, most_in_name - mark.size(), "");
    while (!name.empty() && name.back() == ' ') name.pop_back();
    name += mark;
    auto folded = name;
    for (auto& c : folded)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (names_.insert(folded).second) return name;
  }
}

Sheet& Sheets::sheet_of(Table const& table) {
  for (auto& sheet : sheets_)
    if (sheet.columns == table.columns) return sheet;
  return sheets_.emplace_back(Sheet{name_for(table.caption), table.columns, {}, {}});
}

void Sheets::show(Table const& each) {
  if (each.columns.empty()) return;
  auto& sheet = sheet_of(each);
  auto const place = (number_.empty() ? "" : number_ + ' ') + title_;
  sheet.sections.insert(place + '\n' + each.caption);
  line(clean(each.caption), sheet.name);
  for (auto const& row : each.rows) {
    SheetRow made;
    made.cells.push_back(place + (each.caption.empty() ? "" : ": " + clean(each.caption)));
    made.colours.push_back(CellColour::none);
    for (std::size_t i = 0; i < each.columns.size(); ++i) {
      auto const empty = std::vector<Cell>{};
      auto const& cells = i < row.cells.size() ? row.cells[i] : empty;
      made.cells.push_back(cut(lines_of(cells, sheet_text), most_in_cell, " […]"));
      made.colours.push_back(cells.size() == 1 ? colour_of(cells.front()) : CellColour::none);
    }
    sheet.rows.push_back(std::move(made));
  }
}

CellKind cell_kind(ColumnKind kind) {
  return kind == ColumnKind::number ? CellKind::number : kind == ColumnKind::date ? CellKind::date : CellKind::text;
}

// The sheet as the writer takes it; without its first column where all rows are from one table.
WorkbookTable written_sheet(Sheet const& sheet) {
  std::size_t const skip = sheet.sections.size() > 1 ? 0 : 1;
  WorkbookTable table;
  table.name = sheet.name;
  if (skip == 0) table.columns.push_back({say("xlsx.section"_word), CellKind::text});
  for (auto const& column : sheet.columns)
    table.columns.push_back(
        {cut(clean(column.title) + (column.unit.empty() ? "" : " (" + clean(column.unit) + ')'), most_in_header, "…"),
         cell_kind(column.kind)});
  table.rows = [&sheet, skip](auto const& row) {
    for (auto const& each : sheet.rows) row(std::span(each.cells).subspan(skip));
  };
  table.colour = [&sheet, skip](std::size_t row, std::size_t column) { return sheet.rows[row].colours[column + skip]; };
  return table;
}

result<std::string> Sheets::render(Document const& document) && {
  auto const first = name_for(say("xlsx.report"_word));
  cover(document);
  for (auto const& each : document.sections) section(each);
  number_.clear();
  title_ = say("xlsx.provenance"_word);
  auto const& from = document.provenance;
  line("", say("html.generated"_word, {{"generator", from.generator}, {"at", to_string(from.generated_at)}}));
  line("", say("html.journal"_word, {{"size", number_text(from.journal_size)}}) + ' ' + to_string(from.journal_root));
  for (auto& row : text_)
    for (auto& cell : row.cells) cell = cut(std::move(cell), most_in_cell, " […]");
  std::vector<WorkbookTable> tables;
  WorkbookTable text;
  text.name = first;
  text.columns = {{say("xlsx.number"_word), CellKind::text},
                  {say("xlsx.section"_word), CellKind::text},
                  {say("xlsx.what"_word), CellKind::text},
                  {say("xlsx.text"_word), CellKind::text}};
  text.rows = [this](auto const& row) {
    for (auto const& each : text_) row(std::span<std::string const>(each.cells));
  };
  text.colour = [this](std::size_t row, std::size_t column) { return text_[row].colours[column]; };
  tables.push_back(std::move(text));
  for (auto const& sheet : sheets_) tables.push_back(written_sheet(sheet));
  return write_workbook(tables, {clean(document.title), clean(document.confidentiality), clean(document.draft)});
}

}  // namespace

result<std::string> render_xlsx(Document const& document) {
  Speaking const speaking(parse_language(document.language).value_or(Language::english));
  return Sheets().render(document);
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
