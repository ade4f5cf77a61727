#include "catalog/read_catalog.hpp"

#include <algorithm>
#include <cstddef>

namespace annexa {
inline namespace v1 {
namespace {

using detail::CatalogParts;

constexpr detail::ColumnReader clause_columns[] = {
    {"id", detail::read_id},
    {"parent", detail::read_parent},
    {"kind", detail::read_kind},
    {"title", detail::read_title},
    {"summary", detail::read_summary},
    {"documented_information",
     [](Requirement& row, std::string_view cell) { row.documented_information = cell == "yes"; }},
    {"pillar", [](Requirement& row, std::string_view cell) { row.pillar = from_word<Pillar>(cell).value(); }},
    {"amendment", [](Requirement& row, std::string_view cell) { row.amendment = cell; }},
};
constexpr detail::ColumnReader control_columns[] = {
    {"id", detail::read_id},
    {"id", [](Requirement& row, std::string_view) { row.kind = RequirementKind::control; }},
    {"title", detail::read_title},
    {"purpose", detail::read_summary},
};
constexpr detail::TableReader edition_2022_tables[] = {{"clauses-2022", clause_columns},
                                                       {"controls-2022", control_columns}};
constexpr detail::CatalogDefinition edition_2022{"iso27001-2022",
                                                 "ISO/IEC 27001:2022 Information security management systems",
                                                 "2022 with Amd 1:2024",
                                                 1,
                                                 &detail::embedded_iso27001_2022,
                                                 edition_2022_tables};

// The row of a table under construction, asked by column.
struct Row {
  SourceTable const& table;
  std::size_t number;
  [[nodiscard]] std::string_view text(std::string_view column) const { return table.cell(number, column).value(); }
  [[nodiscard]] Reference reference(std::string_view column) const { return Reference::parse(text(column)).value(); }
  [[nodiscard]] ValueList list(std::string_view column) const { return ValueList(text(column)); }
  template <Worded Enum>
  [[nodiscard]] Enum value(std::string_view column) const {
    return from_word<Enum>(text(column)).value();
  }
};

Control control_of(Row const& row) {
  Control control;
  control.reference = row.reference("id");
  control.title = row.text("title");
  control.theme = row.value<Theme>("theme");
  for (std::size_t i = 0; i < control.attributes.size(); ++i) control.attributes[i] = row.list(words_of<Attribute>[i]);
  control.purpose = row.text("purpose");
  return control;
}

EvidenceHint hint_of(Row const& row) {
  return {row.reference("ref"), row.list("evidence"), row.list("method"), row.text("question"),
          row.value<HintBasis>("basis")};
}

MandatoryDocument document_of(Row const& row) {
  return {row.reference("clause"), row.text("document"), row.value<DocumentBasis>("basis")};
}

// Appends what @p make makes of each row.
template <class Made>
void read_rows(SourceTable const& table, std::vector<Made>& rows, Made (*make)(Row const&)) {
  rows.reserve(table.size());
  for (std::size_t i = 0; i < table.size(); ++i) rows.push_back(make({table, i}));
}

CatalogParts read_edition_2022() {
  auto parts = detail::read_parts(edition_2022);
  auto const table = [&parts](std::string_view name) -> SourceTable const& {
    return *std::ranges::find(parts.sources, name, &SourceTable::name);
  };
  read_rows(table("controls-2022"), parts.controls, control_of);
  read_rows(table("evidence-hints"), parts.hints, hint_of);
  read_rows(table("mandatory-documents"), parts.documents, document_of);
  return parts;
}

}  // namespace

Catalog const& iso27001_2022() {
  // Never destroyed: rows are held by address, and threads of the host may still read while the program ends.
  static Catalog const& catalog = *new Catalog(read_edition_2022());
  return catalog;
}

}  // namespace v1
}  // namespace annexa
