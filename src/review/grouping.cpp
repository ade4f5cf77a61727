#include "grouping.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace {

// The number and every number above it, from the top: 6, 6.1, 6.1.2; A.5, A.5.1.
std::vector<Reference> line_of(Reference reference) {
  std::vector<Reference> line{reference};
  while (auto const above = line.back().parent()) line.push_back(*above);
  std::ranges::reverse(line);
  return line;
}

std::optional<GroupPlace> by_pillar(Criterion const& criterion, Catalog const& catalog) {
  auto const reference = Reference::parse(criterion.text());
  if (!reference || reference->is_control()) return {};
  auto const top = line_of(*reference).front();
  auto const* row = catalog.find(top);
  if (!row || !row->pillar) return {};
  return GroupPlace{false, top, std::string(word(*row->pillar)), {}};
}

std::optional<GroupPlace> by_theme(Criterion const& criterion, Catalog const& catalog) {
  auto const reference = Reference::parse(criterion.text());
  auto const* row = reference && reference->is_control() ? catalog.find(*reference) : nullptr;
  if (!row || !row->control) return {};
  return GroupPlace{false, line_of(*reference).front(), std::string(word(row->control->theme)), {}};
}

std::optional<GroupPlace> by_clause(Criterion const& criterion, Catalog const& catalog) {
  auto const reference = Reference::parse(criterion.text());
  if (!reference) return GroupPlace{true, {}, std::string(criterion.catalog()), {}};
  auto const line = line_of(*reference);
  auto const group = line[line.size() > 1 && !reference->is_control() ? 1 : 0];
  if (auto const theme = by_theme(criterion, catalog)) return GroupPlace{false, group, to_string(group), theme->id};
  auto const* row = catalog.find(group);
  return GroupPlace{false, group, to_string(group), row ? std::string(row->title) : std::string{}};
}

constexpr std::array groupings{by_pillar, by_clause, by_theme};

}  // namespace

std::optional<GroupPlace> group_of(Grouping grouping, Criterion const& criterion, Catalog const& catalog) {
  return groupings[static_cast<std::size_t>(grouping)](criterion, catalog);
}

}  // namespace v1
}  // namespace annexa
