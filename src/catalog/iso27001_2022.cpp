#include "catalog/parts.hpp"
#include "catalog/read_table.hpp"

#include <algorithm>
#include <cstddef>
#include <type_traits>

namespace annexa {
inline namespace v1 {
namespace {

using detail::CatalogParts;

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

Requirement clause_of(Row const& row) {
  Requirement clause;
  clause.id = row.text("id");
  clause.reference = row.reference("id");
  clause.parent = row.text("parent");
  clause.kind = row.value<RequirementKind>("kind");
  clause.title = row.text("title");
  clause.summary = row.text("summary");
  clause.documented_information = row.text("documented_information") == "yes";
  clause.pillar = row.value<Pillar>("pillar");
  clause.amendment = row.text("amendment");
  return clause;
}

Requirement requirement_of(Row const& row) {
  Requirement control;
  control.id = row.text("id");
  control.reference = row.reference("id");
  control.kind = RequirementKind::control;
  control.title = row.text("title");
  control.summary = row.text("purpose");
  return control;
}

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
  rows.reserve(rows.size() + table.size());
  for (std::size_t i = 0; i < table.size(); ++i) {
    rows.push_back(make({table, i}));
    if constexpr (std::is_same_v<Made, Requirement>) {
      rows.back().source = &table;
      rows.back().source_row = i;
    }
  }
}

CatalogParts read_parts() {
  auto const& embedded = detail::embedded_iso27001_2022;
  CatalogParts parts;
  parts.id = "iso27001-2022";
  parts.title = "ISO/IEC 27001:2022 Information security management systems";
  parts.edition = "2022 with Amd 1:2024";
  parts.revision = 1;
  parts.sha256 = embedded.sha256;
  for (auto const& file : embedded.tables) parts.sources.push_back(detail::read_table(file));
  auto const table = [&parts](std::string_view name) -> SourceTable const& {
    return *std::ranges::find(parts.sources, name, &SourceTable::name);
  };
  read_rows(table("clauses-2022"), parts.requirements, clause_of);
  read_rows(table("controls-2022"), parts.requirements, requirement_of);
  read_rows(table("controls-2022"), parts.controls, control_of);
  read_rows(table("evidence-hints"), parts.hints, hint_of);
  read_rows(table("mandatory-documents"), parts.documents, document_of);
  return parts;
}

}  // namespace

Catalog const& iso27001_2022() {
  // Never destroyed: rows are held by address, and threads of the host may still read while the program ends.
  static Catalog const& catalog = *new Catalog(read_parts());
  return catalog;
}

}  // namespace v1
}  // namespace annexa
