#pragma once
/// @file
/// The document model: what a report says, apart from how it looks. Every kind of report is a Document, every format a
/// renderer of one; a host can build its own, or render one its own way.
///
/// Values only: texts are plain UTF-8 as they were entered, never HTML. What a renderer shows as a figure stands in the
/// document as a figure.

#include <annexa/base/describe.hpp>
#include <annexa/report/branding.hpp>
#include <annexa/report/cell.hpp>
#include <annexa/report/chart.hpp>
#include <annexa/report/choice.hpp>

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace report {

/// A paragraph of running text. Line feeds in it separate lines.
struct Paragraph {
  static constexpr std::string_view type_name = "paragraph";  ///< Name in the schema.
  static constexpr std::string_view choice_of = "block";      ///< What it is one of.
  static constexpr std::string_view choice_name = type_name;  ///< Its member in a block.
  std::string text;                                           ///< The text.
  std::string language{};  ///< Tag of its language where it is known to be another than the document's; or empty.
  friend bool operator==(Paragraph const&, Paragraph const&) = default;
};
BOOST_DESCRIBE_STRUCT(Paragraph, (), (text, language))

/// A list.
struct List {
  static constexpr std::string_view type_name = "list";       ///< Name in the schema.
  static constexpr std::string_view choice_of = "block";      ///< What it is one of.
  static constexpr std::string_view choice_name = type_name;  ///< Its member in a block.
  bool ordered = false;                                       ///< True if the items are numbered.
  std::vector<Cell> items;                                    ///< The items.
  friend bool operator==(List const&, List const&) = default;
};
BOOST_DESCRIBE_STRUCT(List, (), (ordered, items))

/// What the cells of a column hold, so that a renderer can align, format and sort them.
enum class ColumnKind : std::uint8_t {
  text,       ///< Running text.
  number,     ///< Numbers.
  date,       ///< Days.
  badge,      ///< Words with a tone.
  reference,  ///< Keys that lead somewhere.
  code,       ///< Digests and the like, character by character.
};
ANNEXA_DESCRIBE_ENUM(ColumnKind, "column-kind", text, number, date, badge, reference, code)

/// One column of a table.
struct Column {
  static constexpr std::string_view type_name = "column";  ///< Name in the schema.
  std::string title;                                       ///< Its head.
  ColumnKind kind = ColumnKind::text;                      ///< What its cells hold.
  std::string unit;                                        ///< Unit of its numbers, such as "%"; or empty.
  friend bool operator==(Column const&, Column const&) = default;
};
BOOST_DESCRIBE_STRUCT(Column, (), (title, kind, unit))

/// One row of a table.
struct Row {
  static constexpr std::string_view type_name = "row";  ///< Name in the schema.
  std::string anchor;                                   ///< Its anchor, or empty.
  std::vector<std::vector<Cell>> cells;                 ///< Per column any number of values, mostly one.
  friend bool operator==(Row const&, Row const&) = default;
};
BOOST_DESCRIBE_STRUCT(Row, (), (anchor, cells))

/// A table. The first column names the row.
struct Table {
  static constexpr std::string_view type_name = "table";      ///< Name in the schema.
  static constexpr std::string_view choice_of = "block";      ///< What it is one of.
  static constexpr std::string_view choice_name = type_name;  ///< Its member in a block.
  std::string anchor;                                         ///< Its anchor.
  std::string caption;                                        ///< What it shows.
  std::vector<Column> columns;                                ///< Its columns.
  std::vector<Row> rows;                                      ///< Its rows; each has a list of values per column.
  friend bool operator==(Table const&, Table const&) = default;
};
BOOST_DESCRIBE_STRUCT(Table, (), (anchor, caption, columns, rows))

/// A label and what stands behind it.
struct Fact {
  static constexpr std::string_view type_name = "fact";  ///< Name in the schema.
  std::string label;                                     ///< What it is.
  std::vector<Cell> values;                              ///< What it says; a line each.
  friend bool operator==(Fact const&, Fact const&) = default;
};
BOOST_DESCRIBE_STRUCT(Fact, (), (label, values))

/// Several facts.
struct Facts {
  static constexpr std::string_view type_name = "facts";      ///< Name in the schema.
  static constexpr std::string_view choice_of = "block";      ///< What it is one of.
  static constexpr std::string_view choice_name = type_name;  ///< Its member in a block.
  std::vector<Fact> items;                                    ///< The facts.
  friend bool operator==(Facts const&, Facts const&) = default;
};
BOOST_DESCRIBE_STRUCT(Facts, (), (items))

/// A figure that is to be seen at a glance.
struct KeyFigure {
  static constexpr std::string_view type_name = "key-figure";  ///< Name in the schema.
  std::string label;                                           ///< What it counts.
  Cell value;                                                  ///< The figure, with its tone and where it leads.
  std::string unit;                                            ///< Its unit, such as "%"; or empty.
  std::vector<Cell> details;                                   ///< What it is made of, a short text each.
  friend bool operator==(KeyFigure const&, KeyFigure const&) = default;
};
BOOST_DESCRIBE_STRUCT(KeyFigure, (), (label, value, unit, details))

/// Figures that stand side by side.
struct KeyFigures {
  static constexpr std::string_view type_name = "key-figures";    ///< Name in the schema.
  static constexpr std::string_view choice_of = "block";          ///< What it is one of.
  static constexpr std::string_view choice_name = "key_figures";  ///< Its member in a block.
  std::vector<KeyFigure> items;                                   ///< The figures.
  friend bool operator==(KeyFigures const&, KeyFigures const&) = default;
};
BOOST_DESCRIBE_STRUCT(KeyFigures, (), (items))

/// A chart with its title.
struct Figure {
  static constexpr std::string_view type_name = "figure";     ///< Name in the schema.
  static constexpr std::string_view choice_of = "block";      ///< What it is one of.
  static constexpr std::string_view choice_name = type_name;  ///< Its member in a block.
  std::string anchor;                                         ///< Its anchor.
  std::string title;                                          ///< What it shows.
  std::string description;                                    ///< What can be read off it, for those who do not see it.
  Chart chart;                                                ///< The data.
  friend bool operator==(Figure const&, Figure const&) = default;
};
BOOST_DESCRIBE_STRUCT(Figure, (), (anchor, title, description, chart))

/// Figures that belong together: side by side where there is room.
struct Gallery {
  static constexpr std::string_view type_name = "gallery";    ///< Name in the schema.
  static constexpr std::string_view choice_of = "block";      ///< What it is one of.
  static constexpr std::string_view choice_name = type_name;  ///< Its member in a block.
  std::vector<Figure> figures;                                ///< The figures, in order.
  friend bool operator==(Gallery const&, Gallery const&) = default;
};
BOOST_DESCRIBE_STRUCT(Gallery, (), (figures))

/// Something set apart from the text.
struct Callout {
  static constexpr std::string_view type_name = "callout";    ///< Name in the schema.
  static constexpr std::string_view choice_of = "block";      ///< What it is one of.
  static constexpr std::string_view choice_name = type_name;  ///< Its member in a block.
  Tone tone = Tone::neutral;                                  ///< What to make of it.
  std::string title;                                          ///< The message in one sentence.
  std::vector<std::string> paragraphs;                        ///< More about it.
  friend bool operator==(Callout const&, Callout const&) = default;
};
BOOST_DESCRIBE_STRUCT(Callout, (), (tone, title, paragraphs))

/// Any block. A new kind is a new alternative here, and every renderer then fails to compile until it shows it.
using Block = std::variant<Paragraph, List, Table, Facts, KeyFigures, Figure, Gallery, Callout>;

/// What a section is for.
enum class SectionKind : std::uint8_t {
  body,     ///< A part of the report.
  summary,  ///< The page that answers at a glance; its subsections stand side by side where there is room.
};
ANNEXA_DESCRIBE_ENUM(SectionKind, "section-kind", body, summary)

/// A section with its subsections.
struct Section {
  static constexpr std::string_view type_name = "section";  ///< Name in the schema.
  std::string anchor;                                       ///< Its anchor, unique in the document.
  std::string number;                                       ///< "4.2"; set by number_sections().
  std::string title;                                        ///< Its heading.
  SectionKind kind = SectionKind::body;                     ///< What it is for.
  std::vector<Block> blocks;                                ///< What it says, before its subsections.
  std::vector<Section> subsections;                         ///< What stands below it.
  friend bool operator==(Section const&, Section const&) = default;
};
BOOST_DESCRIBE_STRUCT(Section, (), (anchor, number, title, kind, blocks, subsections))
ANNEXA_TYPE_TABLE(Section)

/// On what a document rests, so that somebody else can check it.
struct Provenance {
  static constexpr std::string_view type_name = "provenance";  ///< Name in the schema.
  Uuid workspace;                                              ///< The workspace.
  std::uint64_t journal_size = 0;                              ///< Events in its journal when the document was made.
  Hash journal_root;                                           ///< Root of the hash tree over these events.
  std::string generator;                                       ///< Program and version that made it.
  Instant generated_at;                                        ///< When, as the caller says.
  friend bool operator==(Provenance const&, Provenance const&) = default;
};
BOOST_DESCRIBE_STRUCT(Provenance, (), (workspace, journal_size, journal_root, generator, generated_at))

/// A report.
struct Document {
  static constexpr std::string_view type_name = "report-document";  ///< Name in the schema.
  std::string kind;                                                 ///< Which report: "audit".
  std::string key;                   ///< Of which record; empty if it is about the whole workspace.
  std::string heading;               ///< What sort of document it is, in its language: "Internal audit report".
  std::string title;                 ///< Title.
  std::string subtitle;              ///< Whose, and of what time.
  std::string language;              ///< Language of its labels, a BCP 47 tag; contents are as they were entered.
  std::string confidentiality;       ///< Label of confidentiality, or empty.
  std::string draft;                 ///< What stands on every page of a draft; empty if it is none.
  std::optional<Callout> headline;   ///< What it comes to.
  std::vector<Fact> facts;           ///< What its cover says.
  std::vector<Section> sections;     ///< Its sections.
  Provenance provenance;             ///< On what it rests.
  std::optional<Branding> branding;  ///< How a host's reports look; set by brand().
  friend bool operator==(Document const&, Document const&) = default;
};
BOOST_DESCRIBE_STRUCT(Document, (),
                      (kind, key, heading, title, subtitle, language, confidentiality, draft, headline, facts, sections,
                       provenance, branding))
ANNEXA_TYPE_TABLE(Document)

/// Numbers all sections: 1, 1.1, 1.1.1, 2, ...
void number_sections(Document& document);

}  // namespace report
}  // namespace v1
}  // namespace annexa
