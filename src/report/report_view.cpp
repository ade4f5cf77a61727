#include <algorithm>
#include <annexa/report/report_view.hpp>

#include "branding_style.hpp"
#include "chart_table.hpp"
#include "html_parts.hpp"
#include "markdown_parts.hpp"
#include "markup.hpp"
#include "wording.hpp"

namespace annexa {
inline namespace v1 {
namespace report {

ANNEXA_DEFINE_TYPE_TABLE(ReportView)

namespace {

CellView cell_view(Cell const& cell, std::string const& unit = {}) {
  CellView view;
  if (cell.date) {
    view.shown = spoken(*cell.date, DateStyle::brief);
    view.value = annexa::to_string(*cell.date);
  } else if (cell.number) {
    view.shown = number_text(*cell.number) + (unit.empty() ? "" : "\u00A0" + clean(unit));
    view.value = annexa::to_string(*cell.number);
  } else {
    view.shown = view.value = clean(cell.text);
  }
  if (cell.tone) view.tone = to_string(*cell.tone);
  view.to = cell.to;
  view.language = cell.language;
  return view;
}

std::vector<CellView> cell_views(std::vector<Cell> const& cells, std::string const& unit = {}) {
  std::vector<CellView> views;
  views.reserve(cells.size());
  for (auto const& cell : cells) views.push_back(cell_view(cell, unit));
  return views;
}

FactView fact_view(Fact const& fact) { return {fact.label, cell_views(fact.values)}; }

RowView row_view(Table const& table, Row const& row) {
  RowView view{row.anchor, {}};
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    auto const& column = table.columns[i];
    view.cells.push_back({column.title, to_string(column.kind),
                          i < row.cells.size() ? cell_views(row.cells[i], column.unit) : std::vector<CellView>{}});
  }
  return view;
}

TableView table_view(Table const& table) {
  TableView view{table.anchor, table.caption, table.columns, {}};
  view.rows.reserve(table.rows.size());
  for (auto const& row : table.rows) view.rows.push_back(row_view(table, row));
  return view;
}

// Makes the blocks of a section.
class Blocks {
 public:
  explicit Blocks(ViewMarkup markup) : markup_(markup) {}
  [[nodiscard]] std::vector<BlockView> of(Section const& section) && {
    for (auto const& block : section.blocks) std::visit([&](auto const& one) { add(one); }, block);
    return std::move(blocks_);
  }

 private:
  void add(Paragraph const& each) { next().paragraph = each; }
  void add(List const& each) { next().list = ListView{each.ordered, cell_views(each.items)}; }
  void add(Table const& each) { next().table = table_view(each); }
  void add(Facts const& each) {
    auto& view = next().facts.emplace();
    for (auto const& item : each.items) view.items.push_back(fact_view(item));
  }
  void add(KeyFigures const& each) {
    auto& view = next().key_figures.emplace();
    for (auto const& item : each.items)
      view.items.push_back({item.label, cell_view(item.value, item.unit), cell_views(item.details)});
  }
  void add(Figure const& each) {
    bool const draws = markup_ == ViewMarkup::html;
    next().figure = FigureView{each.anchor, each.title, each.description,
                               draws ? svg(each.chart, {each.anchor, each.title, each.description, 0}) : std::string(),
                               table_view(table_of(each))};
  }
  void add(Gallery const& each) {
    for (auto const& figure : each.figures) add(figure);
  }
  void add(Callout const& each) { next().callout = each; }
  BlockView& next() { return blocks_.emplace_back(); }

  ViewMarkup markup_;
  std::vector<BlockView> blocks_;
};

void add_sections(ReportView& view, Document const& document, std::vector<Section> const& sections, int level,
                  ViewMarkup markup) {
  for (auto const& each : sections) {
    view.sections.push_back({each.anchor, each.number, each.title, level, each.kind == SectionKind::summary,
                             Blocks(markup).of(each),
                             markup == ViewMarkup::html ? html_of_blocks(document, each) : markdown_of_blocks(each)});
    add_sections(view, document, each.subsections, level + 1, markup);
  }
}

void add_parts(ReportView& view, Document const& document, ViewMarkup markup) {
  if (markup == ViewMarkup::markdown) {
    auto ready = markdown_parts(document);
    view.cover = std::move(ready.cover);
    view.body = std::move(ready.body);
    view.footer = std::move(ready.footer);
    return;
  }
  auto ready = html_parts(document);
  view.head = std::move(ready.head);
  view.style = std::move(ready.style);
  view.cover = std::move(ready.cover);
  view.contents = std::move(ready.contents);
  view.body = std::move(ready.body);
  view.footer = std::move(ready.footer);
  view.script = std::move(ready.script);
}

}  // namespace

ReportView view_of(Document const& document, ViewMarkup markup) {
  Speaking const speaking(parse_language(document.language).value_or(Language::english));
  ReportView view;
  view.kind = document.kind;
  view.key = document.key;
  view.heading = document.heading;
  view.title = document.title;
  view.subtitle = document.subtitle;
  view.language = document.language;
  view.confidentiality = document.confidentiality;
  view.draft = document.draft;
  view.logo = safe_logo(document);
  if (document.branding) {
    auto const& shown = document.branding->logo_text;
    view.logo_text = view.logo.empty() ? "" : shown.empty() ? say("html.logo"_word) : shown;
    view.cover_text = document.branding->cover_text;
  }
  view.headline = document.headline;
  for (auto const& fact : document.facts) view.facts.push_back(fact_view(fact));
  add_sections(view, document, document.sections, 1, markup);
  view.provenance = document.provenance;
  add_parts(view, document, markup);
  return view;
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
