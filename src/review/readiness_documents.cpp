// What documents show of an item.
#include <algorithm>
#include <annexa/base/text.hpp>

#include "readiness_parts.hpp"

namespace annexa {
inline namespace v1 {
namespace {

// How kinds of documents count: which have to be approved (7.5.2 c), which age within a cycle.
struct KindRow {
  DocumentKind kind;
  bool needs_approval;
};
constexpr KindRow kind_rows[] = {
    {DocumentKind::policy, true},     {DocumentKind::procedure, true}, {DocumentKind::plan, true},
    {DocumentKind::register_, false}, {DocumentKind::report, false},   {DocumentKind::record, false},
    {DocumentKind::agreement, false}, {DocumentKind::other, false},
};
bool needs_approval(DocumentKind kind) {
  return std::ranges::any_of(kind_rows, [&](KindRow const& row) { return row.kind == kind && row.needs_approval; });
}

// Items that one clause asks for twice are told apart by kind; results of a cycle age with it.
struct Special {
  std::string_view document;
  DocumentKind kinds[2];
  bool yearly;
};
constexpr Special specials[] = {
    {"Internal audit programme", {DocumentKind::plan, DocumentKind::plan}, false},
    {"Internal audit reports", {DocumentKind::report, DocumentKind::record}, true},
    {"Management review results", {DocumentKind::report, DocumentKind::record}, true},
};
Special const* special_of(MandatoryDocument const& asked) {
  auto const found = std::ranges::find(specials, asked.document, &Special::document);
  return found == std::end(specials) ? nullptr : found;
}

bool is_asked_for(Catalog const& catalog, Reference reference) {
  return std::ranges::any_of(catalog.mandatory_documents(),
                             [&](MandatoryDocument const& each) { return each.reference == reference; });
}

// A document serves an item by its very number, or by the subclause above unless that asks for a document of its own.
bool fits(ReadinessMaterial const& material, MandatoryDocument const& asked, DocumentedInformation const& document) {
  auto const serves = [&](Reference reference) {
    return std::ranges::find(document.serves, Criterion(reference)) != document.serves.end();
  };
  if (auto const* special = special_of(asked);
      special && std::ranges::find(special->kinds, document.kind) == std::end(special->kinds))
    return false;
  if (serves(asked.reference)) return true;
  auto const above = asked.reference.parent();
  bool const subclause = above && above->parent() && !above->is_control();
  return subclause && !is_asked_for(material.catalog, *above) && serves(*above);
}

// Why a document cannot be shown as it is, or an empty text.
std::string fault_of(ReadinessMaterial const& material, MandatoryDocument const& asked,
                     DocumentedInformation const& document) {
  if (document.review_due && *document.review_due < material.today)
    return document.key.text() + " had to be reviewed until " + to_string(*document.review_due) + ".";
  if (needs_approval(document.kind) && !document.approved_on) return document.key.text() + " is not approved.";
  if (document.approved_on && material.today < *document.approved_on)
    return document.key.text() + " is in force from " + to_string(*document.approved_on) + " only.";
  auto const* special = special_of(asked);
  if (!special || !special->yearly) return {};
  if (!document.approved_on) return document.key.text() + " does not say of which day it is.";
  if (material.today - *document.approved_on > longest_cycle_days)
    return document.key.text() + " is of " + to_string(*document.approved_on) + ", more than a year ago.";
  return {};
}

// Any document that no other item asks for is one that the organisation itself has found necessary.
bool is_of_own_accord(Catalog const& catalog, DocumentedInformation const& document) {
  return std::ranges::none_of(document.serves, [&](Criterion const& criterion) {
    auto const reference = Reference::parse(criterion.text());
    return reference && is_asked_for(catalog, *reference);
  });
}

}  // namespace

Sighting look_for_documents(ReadinessMaterial const& material, MandatoryDocument const& asked) {
  constexpr auto own_accord = Reference::parse("7.5.1.b");
  Sighting out;
  std::string fault;
  for (auto const* document : material.records.documents) {
    bool const own = asked.reference == *own_accord && is_of_own_accord(material.catalog, *document);
    if (!is_in_force(*document, material.today) || !(own || fits(material, asked, *document))) continue;
    out.found.push_back(name_of(*document));
    auto const why = fault_of(material, asked, *document);
    if (why.empty())
      out.state = ReadinessState::present;
    else
      fault += (fault.empty() ? "" : " ") + why;
  }
  if (out.state == ReadinessState::present) return {out.state, "On record.", std::move(out.found)};
  if (out.found.empty())
    return {ReadinessState::missing, "No document in force serves " + to_string(asked.reference) + ".", {}};
  return {ReadinessState::stale, std::move(fault), std::move(out.found)};
}

}  // namespace v1
}  // namespace annexa
