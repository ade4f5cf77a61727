#pragma once
/// @file
/// A report as templates see it: the document with every value as a reader is shown it, and its usual parts ready made.
///
/// A template needs no arithmetic and no formatting, so here numbers and days are texts in the report's language, and
/// what stands side by side in the document stands in one list. The JSON of a ReportView serves template engines of a
/// host as well; its schema is published as `docs/schemas/report-view-1.json`.

#include <annexa/base/describe.hpp>
#include <annexa/report/document.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace report {

/// A value.
struct CellView {
  static constexpr std::string_view type_name = "cell-view";  ///< Name in the schema.
  std::string shown;                                          ///< As a reader is shown it, with its unit.
  std::string value;     ///< As a program reads it: "1234.5", "2026-03-01"; of a text the text.
  std::string tone;      ///< What to make of it, a Tone such as "bad"; or empty.
  std::string to;        ///< Anchor that it leads to, or empty.
  std::string language;  ///< Tag of its language where it is another than the report's; or empty.
  friend bool operator==(CellView const&, CellView const&) = default;
};
BOOST_DESCRIBE_STRUCT(CellView, (), (shown, value, tone, to, language))

/// A list.
struct ListView {
  static constexpr std::string_view type_name = "list-view";  ///< Name in the schema.
  bool ordered = false;                                       ///< True if the items are numbered.
  std::vector<CellView> items;                                ///< The items.
  friend bool operator==(ListView const&, ListView const&) = default;
};
BOOST_DESCRIBE_STRUCT(ListView, (), (ordered, items))

/// The values of a row in one column.
struct ColumnValues {
  static constexpr std::string_view type_name = "column-values";  ///< Name in the schema.
  std::string column;                                             ///< Head of the column.
  std::string kind;                                               ///< Kind of the column, a ColumnKind: "number".
  std::vector<CellView> values;                                   ///< Its values, mostly one.
  friend bool operator==(ColumnValues const&, ColumnValues const&) = default;
};
BOOST_DESCRIBE_STRUCT(ColumnValues, (), (column, kind, values))

/// One row of a table.
struct RowView {
  static constexpr std::string_view type_name = "row-view";  ///< Name in the schema.
  std::string anchor;                                        ///< Its anchor, or empty.
  std::vector<ColumnValues> cells;                           ///< Its values, a list for each column.
  friend bool operator==(RowView const&, RowView const&) = default;
};
BOOST_DESCRIBE_STRUCT(RowView, (), (anchor, cells))

/// A table.
struct TableView {
  static constexpr std::string_view type_name = "table-view";  ///< Name in the schema.
  std::string anchor;                                          ///< Its anchor.
  std::string caption;                                         ///< What it shows.
  std::vector<Column> columns;                                 ///< Its columns.
  std::vector<RowView> rows;                                   ///< Its rows.
  friend bool operator==(TableView const&, TableView const&) = default;
};
BOOST_DESCRIBE_STRUCT(TableView, (), (anchor, caption, columns, rows))

/// A label and what stands behind it.
struct FactView {
  static constexpr std::string_view type_name = "fact-view";  ///< Name in the schema.
  std::string label;                                          ///< What it is.
  std::vector<CellView> values;                               ///< What it says; a line each.
  friend bool operator==(FactView const&, FactView const&) = default;
};
BOOST_DESCRIBE_STRUCT(FactView, (), (label, values))

/// Several facts.
struct FactsView {
  static constexpr std::string_view type_name = "facts-view";  ///< Name in the schema.
  std::vector<FactView> items;                                 ///< The facts.
  friend bool operator==(FactsView const&, FactsView const&) = default;
};
BOOST_DESCRIBE_STRUCT(FactsView, (), (items))

/// A figure that is to be seen at a glance.
struct KeyFigureView {
  static constexpr std::string_view type_name = "key-figure-view";  ///< Name in the schema.
  std::string label;                                                ///< What it counts.
  CellView value;                                                   ///< The figure.
  std::vector<CellView> details;                                    ///< What it is made of.
  friend bool operator==(KeyFigureView const&, KeyFigureView const&) = default;
};
BOOST_DESCRIBE_STRUCT(KeyFigureView, (), (label, value, details))

/// Figures that stand side by side.
struct KeyFiguresView {
  static constexpr std::string_view type_name = "key-figures-view";  ///< Name in the schema.
  std::vector<KeyFigureView> items;                                  ///< The figures.
  friend bool operator==(KeyFiguresView const&, KeyFiguresView const&) = default;
};
BOOST_DESCRIBE_STRUCT(KeyFiguresView, (), (items))

/// A chart with its title.
struct FigureView {
  static constexpr std::string_view type_name = "figure-view";  ///< Name in the schema.
  std::string anchor;                                           ///< Its anchor.
  std::string title;                                            ///< What it shows.
  std::string description;                                      ///< What can be read off it.
  std::string drawing;  ///< Markup: the chart as an `<svg>` element; empty in Markdown.
  TableView table;      ///< Its values.
  friend bool operator==(FigureView const&, FigureView const&) = default;
};
BOOST_DESCRIBE_STRUCT(FigureView, (), (anchor, title, description, drawing, table))

/// A block: one of its members is there, the others are not. Figures that stand side by side are a block each.
struct BlockView {
  static constexpr std::string_view type_name = "block-view";  ///< Name in the schema.
  std::optional<Paragraph> paragraph;                          ///< Running text.
  std::optional<ListView> list;                                ///< A list.
  std::optional<TableView> table;                              ///< A table.
  std::optional<FactsView> facts;                              ///< Labels and what stands behind them.
  std::optional<KeyFiguresView> key_figures;                   ///< Figures to be seen at a glance.
  std::optional<FigureView> figure;                            ///< A chart.
  std::optional<Callout> callout;                              ///< Something set apart.
  friend bool operator==(BlockView const&, BlockView const&) = default;
};
BOOST_DESCRIBE_STRUCT(BlockView, (), (paragraph, list, table, facts, key_figures, figure, callout))

/// A section, without those below it.
struct SectionView {
  static constexpr std::string_view type_name = "section-view";  ///< Name in the schema.
  std::string anchor;                                            ///< Its anchor: "findings".
  std::string number;                                            ///< "4.2".
  std::string title;                                             ///< Its heading.
  int level = 1;                  ///< 1 for a section of the report, 2 for one in it, ...
  bool summary = false;           ///< True if it answers at a glance.
  std::vector<BlockView> blocks;  ///< What it says.
  std::string body;               ///< Markup: its blocks as the format writes them, without its heading.
  friend bool operator==(SectionView const&, SectionView const&) = default;
};
BOOST_DESCRIBE_STRUCT(SectionView, (), (anchor, number, title, level, summary, blocks, body))

/// A report.
struct ReportView {
  static constexpr std::string_view type_name = "report-view";  ///< Name in the schema.
  std::string kind;                                             ///< Which report: "audit".
  std::string key;                                              ///< Of which record; or empty.
  std::string heading;                ///< What sort of document it is: "Internal audit report".
  std::string title;                  ///< Title.
  std::string subtitle;               ///< Whose, and of what time.
  std::string language;               ///< Language of its labels, a BCP 47 tag.
  std::string confidentiality;        ///< Label of confidentiality, or empty.
  std::string draft;                  ///< What stands on every page of a draft; or empty.
  std::string logo;                   ///< Data URI of the host's logo, or empty.
  std::string logo_text;              ///< What the logo shows.
  std::string cover_text;             ///< The host's paragraph for the cover, or empty.
  std::optional<Callout> headline;    ///< What it comes to.
  std::vector<FactView> facts;        ///< What its cover says.
  std::vector<SectionView> sections;  ///< Every section in reading order, those of a section behind it.
  Provenance provenance;              ///< On what it rests.
  std::string head;      ///< Markup for `<head>`: policy, title and style sheet of the usual report. Empty in Markdown.
  std::string style;     ///< Markup: the `<style>` element alone, without a policy. Empty in Markdown.
  std::string cover;     ///< Markup: the cover.
  std::string contents;  ///< Markup: the table of contents. Empty in Markdown.
  std::string body;      ///< Markup: every section.
  std::string footer;    ///< Markup: what it rests on.
  std::string script;    ///< Markup: the `<script>` that the policy of `head` allows. Empty in Markdown.
  friend bool operator==(ReportView const&, ReportView const&) = default;
};
BOOST_DESCRIBE_STRUCT(ReportView, (),
                      (kind, key, heading, title, subtitle, language, confidentiality, draft, logo, logo_text,
                       cover_text, headline, facts, sections, provenance, head, style, cover, contents, body, footer,
                       script))
ANNEXA_TYPE_TABLE(ReportView)

/// What the ready-made parts of a view are written in.
enum class ViewMarkup : std::uint8_t {
  html,      ///< HTML, for pages and PDF.
  markdown,  ///< Markdown.
};

/// The document as templates see it. The same document gives the same view.
/// @par Cost
/// Linear in the document; the ready-made parts hold it as a whole once more, and each section once more.
[[nodiscard]] ReportView view_of(Document const& document, ViewMarkup markup = ViewMarkup::html);

}  // namespace report
}  // namespace v1
}  // namespace annexa
