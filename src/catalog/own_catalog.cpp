#include <annexa/catalog/own_catalog.hpp>

#include "catalog/check_document.hpp"
#include "catalog/crosswalk_parts.hpp"
#include "catalog/parts.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

namespace annexa {
inline namespace v1 {
namespace {

using detail::CatalogParts;

constexpr Rule dead_mapping{
    "catalog.dead-mapping",
    "This annexa has no {to} {found} that \"{id}\" could be {relationship}; the mapping is left "
    "out.",
    ""};

// The rows in the order in which a catalog lists them: each after its parent, children in the order of the document.
std::vector<std::size_t> listing_order(CatalogDocument const& document) {
  auto const& rows = document.requirements;
  detail::IdIndex ids(rows.size());
  for (auto const& row : rows) ids.put(row.id);
  std::vector<std::vector<std::size_t>> below(rows.size() + 1);  // the last one holds the rows at the top
  for (std::size_t i = 0; i < rows.size(); ++i) {
    auto const& parent = rows[i].parent;
    below[parent.empty() ? rows.size() : ids.find(parent)].push_back(i);
  }
  std::vector<std::size_t> order;
  std::vector<std::size_t> waiting(below.back().rbegin(), below.back().rend());
  while (!waiting.empty()) {
    auto const row = waiting.back();
    waiting.pop_back();
    order.push_back(row);
    waiting.insert(waiting.end(), below[row].rbegin(), below[row].rend());
  }
  return order;
}

// The table of a document: five columns that every row has, then those that some have.
SourceTable table_of(CatalogDocument const& document, std::vector<std::size_t> const& order, std::string_view sha256) {
  std::vector<std::string_view> columns{"id", "parent", "kind", "title", "summary"};
  std::map<std::string_view, std::size_t> known;
  for (auto const& row : document.requirements)
    for (auto const& cell : row.cells)
      if (known.try_emplace(cell.column, columns.size()).second) columns.push_back(cell.column);
  std::vector<std::string_view> cells(columns.size() * order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    auto const& row = document.requirements[order[i]];
    auto* const line = &cells[i * columns.size()];
    line[0] = row.id;
    line[1] = row.parent;
    line[2] = row.kind.empty() ? word(RequirementKind::requirement) : std::string_view(row.kind);
    line[3] = row.title;
    line[4] = row.summary;
    for (auto const& cell : row.cells) line[known.at(cell.column)] = cell.value;
  }
  return {document.id, sha256, std::move(columns), std::move(cells)};
}

Requirement requirement_of(SourceTable const& table, std::size_t row) {
  auto const cells = table.row(row);
  Requirement out;
  out.id = cells[0];
  out.parent = cells[1];
  out.kind = from_word<RequirementKind>(cells[2]).value_or(RequirementKind::requirement);
  out.title = cells[3];
  out.summary = cells[4];
  out.documented_information = table.cell(row, "documented_information") == "yes";
  if (out.kind == RequirementKind::withdrawn_control) {
    out.disposition = table.cell(row, "disposition").value_or("");
    out.successors = ValueList(table.cell(row, "successor_ids").value_or(""));
  }
  out.source = &table;
  out.source_row = row;
  return out;
}

// A document and the digest of what it was read from: what the views of its catalog look at.
struct OwnTexts {
  CatalogDocument document;
  std::string sha256;
};

std::vector<std::shared_ptr<Crosswalk const>> crosswalks_of(std::shared_ptr<OwnTexts const> const& texts,
                                                            std::vector<std::size_t> const& order) {
  std::map<std::string_view, detail::CrosswalkParts> parts;
  auto const& document = texts->document;
  for (auto const i : order)
    for (auto const& each : document.requirements[i].mappings) {
      if (!detail::is_followed(each)) continue;  // only of a catalog that was recorded by another annexa
      auto& to = parts[each.to];
      to.mappings.push_back({document.requirements[i].id,
                             each.target,
                             from_word<Relationship>(each.relationship).value(),
                             each.strength ? std::optional(static_cast<std::uint8_t>(*each.strength)) : std::nullopt,
                             each.basis,
                             {}});
    }
  std::vector<std::shared_ptr<Crosswalk const>> crosswalks;
  for (auto& [to, part] : parts) {
    part.from = document.id;
    part.to = to;
    part.sha256 = texts->sha256;
    part.revision = document.revision.value_or(1);
    part.texts = texts;
    crosswalks.push_back(std::make_shared<Crosswalk>(std::move(part)));
  }
  return crosswalks;
}

std::string pointer(std::size_t row, std::string_view member) {
  return "/requirements/" + std::to_string(row) + '/' + std::string(member);
}

// The mappings that no crosswalk follows.
std::vector<Violation> dead_mappings(CatalogDocument const& document) {
  Error notes;
  for (std::size_t row = 0; row < document.requirements.size(); ++row) {
    auto const& requirement = document.requirements[row];
    for (std::size_t i = 0; i < requirement.mappings.size(); ++i) {
      auto const& mapping = requirement.mappings[i];
      if (detail::is_followed(mapping)) continue;
      notes.add(dead_mapping, pointer(row, "mappings/" + std::to_string(i)),
                {{"to", mapping.to},
                 {"found", mapping.target},
                 {"id", requirement.id},
                 {"relationship", mapping.relationship}});
    }
  }
  return notes.violations();
}

// A catalog of a document that was checked.
OwnCatalog open_document(CatalogDocument document, std::string_view sha256) {
  auto const texts = std::make_shared<OwnTexts const>(OwnTexts{std::move(document), std::string(sha256)});
  auto const order = listing_order(texts->document);
  CatalogParts parts;
  parts.id = texts->document.id;
  parts.title = texts->document.title;
  parts.edition = texts->document.edition;
  parts.revision = texts->document.revision.value_or(1);
  parts.sha256 = texts->sha256;
  parts.sources.push_back(table_of(texts->document, order, texts->sha256));
  for (std::size_t row = 0; row < order.size(); ++row)
    parts.requirements.push_back(requirement_of(parts.sources.front(), row));
  for (std::size_t row = 0; row < order.size(); ++row)
    for (auto const& each : texts->document.requirements[order[row]].translations)
      parts.translations.push_back({&parts.requirements[row], each.language, each.title, each.summary});
  parts.texts = texts;
  return OwnCatalog{std::shared_ptr<CatalogDocument const>(texts, &texts->document),
                    std::make_shared<Catalog>(std::move(parts)),
                    crosswalks_of(texts, order),
                    {}};
}

}  // namespace

result<OwnCatalog> make_catalog(CatalogDocument document, std::string_view sha256, CatalogPlace const& place,
                                CatalogLimits const& limits) {
  auto errors = detail::check_document(document, place ? place : pointer, limits);
  if (!errors.empty()) return errors;
  return open_document(std::move(document), sha256);
}

result<OwnCatalog> reopen_catalog(CatalogDocument document, std::string_view sha256) {
  constexpr auto any = std::numeric_limits<std::size_t>::max();
  CatalogLimits const limits{.rows = any, .levels = any - 4};
  auto errors = detail::check_document(document, pointer, limits, detail::DocumentUse::reopening);
  if (!errors.empty()) return errors;
  auto own = open_document(std::move(document), sha256);
  own.notes = dead_mappings(*own.document);
  return own;
}

}  // namespace v1
}  // namespace annexa
