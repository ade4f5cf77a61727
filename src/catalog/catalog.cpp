#include <annexa/catalog/catalog.hpp>

#include "catalog/parts.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace annexa {
inline namespace v1 {
namespace {

// Where the rows of a kind are counted, in the order of the kinds.
using Counter = std::size_t Catalog::Counts::*;
constexpr Counter clauses = &Catalog::Counts::clauses, controls = &Catalog::Counts::controls,
                  withdrawn = &Catalog::Counts::withdrawn, elsewhere = nullptr;
constexpr Counter counters[] = {
    clauses,    // clause
    clauses,    // subclause
    clauses,    // item
    controls,   // control
    elsewhere,  // group
    elsewhere,  // criterion
    clauses,    // section
    clauses,    // standard
    clauses,    // implementation_specification
    clauses,    // article
    clauses,    // paragraph
    clauses,    // point
    elsewhere,  // function
    elsewhere,  // category
    elsewhere,  // subcategory
    elsewhere,  // family
    controls,   // enhancement
    withdrawn,  // withdrawn_control
    elsewhere,  // requirement
};
static_assert(std::size(counters) == words_of<RequirementKind>.size());

// What a row says under one of the first five columns, whether or not its table has that column.
struct OwnColumn {
  std::string_view name;
  std::string_view (*of)(Requirement const&);
};
constexpr OwnColumn own_columns[] = {
    {"id", [](Requirement const& row) { return row.id; }},
    {"parent", [](Requirement const& row) { return row.parent; }},
    {"kind", [](Requirement const& row) { return word(row.kind); }},
    {"title", [](Requirement const& row) { return row.title; }},
    {"summary", [](Requirement const& row) { return row.summary; }},
};

// By what translations are ordered.
std::pair<Requirement const*, std::string_view> place_of(RequirementTranslation const& each) noexcept {
  return {each.row, each.language};
}

// The rows for which @p wanted holds; they stand together.
template <class Row, class Wanted>
std::span<Row const> together(std::vector<Row> const& rows, Wanted wanted) noexcept {
  auto const first = std::ranges::find_if(rows, wanted);
  return {first, std::find_if_not(first, rows.end(), wanted)};
}

}  // namespace

Catalog::Catalog(detail::CatalogParts&& parts)
    : id_(parts.id),
      title_(parts.title),
      edition_(parts.edition),
      sha256_(parts.sha256),
      revision_(parts.revision),
      sources_(std::move(parts.sources)),
      requirements_(std::move(parts.requirements)),
      controls_(std::move(parts.controls)),
      hints_(std::move(parts.hints)),
      documents_(std::move(parts.documents)),
      ids_(requirements_.size()),
      translations_(std::move(parts.translations)),
      texts_(std::move(parts.texts)) {
  std::ranges::sort(translations_, {}, place_of);
  for (auto const& row : requirements_) ids_.put(row.id);
  link_family();
  link_details();
  name_columns();
}

Requirement const* Catalog::find(std::string_view id) const noexcept {
  auto const found = ids_.find(id);
  return found == detail::IdIndex::none ? nullptr : &requirements_[found];
}

Catalog::Counts Catalog::counts() const noexcept {
  Counts counts{
      .clauses = 0, .controls = 0, .criteria = criteria_.size(), .withdrawn = 0, .requirements = requirements_.size()};
  for (auto const& row : requirements_)
    if (auto const counter = counters[static_cast<std::size_t>(row.kind)]) ++(counts.*counter);
  return counts;
}

std::span<Requirement const> Catalog::requirements(Pillar pillar) const noexcept {
  return together(requirements_, [pillar](Requirement const& row) { return row.pillar == pillar; });
}

std::span<Control const> Catalog::controls(Theme theme) const noexcept {
  return together(controls_, [theme](Control const& row) { return row.theme == theme; });
}

std::optional<std::string_view> Catalog::cell(Requirement const& row, std::string_view column) noexcept {
  if (auto const printed = row.source->cell(row.source_row, column)) return printed;
  for (auto const& own : own_columns)
    if (own.name == column) return own.of(row);
  return {};
}

RequirementTranslation const* Catalog::translation(Requirement const& row, std::string_view language) const noexcept {
  auto const found = std::ranges::lower_bound(translations_, std::pair(&row, language), {}, place_of);
  bool const is_it = found != translations_.end() && found->row == &row && found->language == language;
  return is_it ? &*found : nullptr;
}

SourceTable const* Catalog::source(std::string_view name) const noexcept {
  auto const found = std::ranges::find(sources_, name, &SourceTable::name);
  return found == sources_.end() ? nullptr : &*found;
}

void Catalog::link_family() {
  for (auto& row : requirements_) {
    row.above = find(row.parent);
    if (row.above) families_.push_back(&row);
  }
  std::ranges::stable_sort(families_, {}, &Requirement::above);
  auto const children_of = [this](Requirement const& row) {
    return std::ranges::equal_range(families_, &row, {}, &Requirement::above);
  };
  for (auto& row : requirements_) row.below = children_of(row);
  for (auto const& row : requirements_)
    if (is_criterion(row)) criteria_.push_back(&row);
}

void Catalog::link_details() {
  auto const row_of = [this](Reference reference) { return &requirements_[ids_.find(reference.spelled().view())]; };
  for (auto const& control : controls_) row_of(control.reference)->control = &control;
  for (auto const& hint : hints_) row_of(hint.reference)->hint = &hint;
  for (auto const& document : documents_)
    row_of(document.reference)->documents =
        together(documents_, [&](MandatoryDocument const& each) { return each.reference == document.reference; });
}

void Catalog::name_columns() {
  auto const add = [this](std::string_view name) {
    if (std::ranges::find(columns_, name) == columns_.end()) columns_.push_back(name);
  };
  for (auto const& own : own_columns) add(own.name);
  SourceTable const* last = nullptr;
  for (auto const& row : requirements_) {
    if (row.source == last) continue;
    last = row.source;
    std::ranges::for_each(last->columns(), add);
  }
}

}  // namespace v1
}  // namespace annexa
