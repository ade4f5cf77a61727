#include <algorithm>
#include <annexa/catalog/catalog.hpp>
#include <annexa/review/readiness.hpp>
#include <array>

#include "readiness_parts.hpp"

namespace annexa {
inline namespace v1 {
namespace {

// "Internal audit programme" as "internal-audit-programme".
std::string slug_of(std::string_view title) {
  std::string out;
  for (char const c : title) {
    bool const letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter)
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    else if (!out.empty() && out.back() != '-')
      out += '-';
  }
  while (out.ends_with('-')) out.pop_back();
  return out;
}

// Records of annexa are the better proof; documents count where these show nothing. A control asks for its documents
// unless the statement of applicability excludes it.
Sighting look(ReadinessMaterial const& material, MandatoryDocument const& asked, std::string const& id) {
  if (asked.basis == DocumentBasis::annex_a && material.excluded.contains(Criterion(asked.reference)))
    return {ReadinessState::not_applicable, "The statement of applicability excludes the control.", {}};
  auto const row = std::ranges::find(readiness_rows(), id, &ReadinessRow::id);
  if (row == readiness_rows().end()) return look_for_documents(material, asked);
  auto by_records = row->look(material);
  if (by_records.state != ReadinessState::missing || !row->documents_do) return by_records;
  auto by_documents = look_for_documents(material, asked);
  return by_documents.state == ReadinessState::missing ? by_records : by_documents;
}

ReadinessItem item_of(ReadinessMaterial const& material, MandatoryDocument const& asked) {
  auto id = slug_of(asked.document);
  auto seen = look(material, asked, id);
  return {std::move(id),        Criterion(asked.reference),  std::string(word(asked.basis)),
          seen.state,           std::string(asked.document), std::move(seen.why),
          std::move(seen.found)};
}

ReadinessItem item_of(ReadinessMaterial const& material, ReadinessDeed const& deed) {
  auto seen = deed.look(material);
  return {std::string(deed.id),   Criterion(deed.clause), std::string(deed.basis), seen.state,
          std::string(deed.what), std::move(seen.why),    std::move(seen.found)};
}

// What a deed says already is asked for once.
bool stands_in_a_deed(MandatoryDocument const& asked) {
  return std::ranges::any_of(readiness_deeds(),
                             [id = slug_of(asked.document)](ReadinessDeed const& deed) { return deed.document == id; });
}

int& count_of(ReadinessTotals& totals, ReadinessState state) {
  static constexpr std::array counts{&ReadinessTotals::present, &ReadinessTotals::missing, &ReadinessTotals::stale,
                                     &ReadinessTotals::not_applicable};
  return totals.*counts[static_cast<std::size_t>(state)];
}

}  // namespace

Readiness readiness(ReviewRecords const& records, Catalog const& catalog, Date today) {
  ReadinessMaterial const material{records, catalog, today, excluded_controls(records.applicability)};
  Readiness out;
  out.on = today;
  for (auto const& asked : catalog.mandatory_documents())
    if (!stands_in_a_deed(asked)) out.items.push_back(item_of(material, asked));
  for (auto const& deed : readiness_deeds()) out.items.push_back(item_of(material, deed));
  std::ranges::stable_sort(out.items, {}, &ReadinessItem::clause);
  for (auto const& item : out.items) {
    ++count_of(out.totals, item.state);
    bool const open = item.state == ReadinessState::missing || item.state == ReadinessState::stale;
    if (open && item.basis == word(DocumentBasis::required)) ++out.totals.required_open;
    if (open && item.basis == word(DocumentBasis::annex_a)) ++out.totals.annex_a_open;
  }
  out.ready = out.totals.required_open + out.totals.annex_a_open == 0;
  return out;
}

}  // namespace v1
}  // namespace annexa
