#pragma once
// By what criteria are grouped: where each belongs.

#include <annexa/catalog/catalog.hpp>
#include <annexa/review/fulfilment.hpp>

#include <compare>
#include <optional>
#include <string>

namespace annexa {
inline namespace v1 {

// The group of a criterion. Groups are ordered as references are, those of other catalogs after them.
struct GroupPlace {
  bool other = false;
  Reference order;
  std::string id;
  std::string title;

  // Titles follow from ids.
  friend bool operator<(GroupPlace const& a, GroupPlace const& b) noexcept {
    if (a.other != b.other) return b.other;
    if (a.order != b.order) return a.order < b.order;
    return a.id < b.id;
  }
};

// Where @p criterion belongs, or nothing if this grouping leaves it out.
[[nodiscard]] std::optional<GroupPlace> group_of(Grouping grouping, Criterion const& criterion, Catalog const& catalog);

}  // namespace v1
}  // namespace annexa
