// From rows to groups, controls and items.
#include "exchange/oscal/catalog_forms.hpp"

#include <algorithm>

namespace annexa {
inline namespace v1 {
namespace oscal {
namespace {

// What a row could be by itself.
NodeForm natural_form(Requirement const& row) noexcept {
  if (row.kind == RequirementKind::item) return NodeForm::item;
  bool const is_control = row.kind == RequirementKind::withdrawn_control || is_criterion(row);
  return is_control ? NodeForm::control : NodeForm::group;
}

// An item that holds something else than items is none in OSCAL, where it would be a part.
std::vector<bool> pure_items(std::vector<NodeForm> const& natural, std::vector<std::size_t> const& above) {
  std::vector<bool> pure;
  for (auto const form : natural) pure.push_back(form == NodeForm::item);
  for (std::size_t i = natural.size(); i-- > 0;)  // children come after their parents
    if (above[i] != CatalogForms::none && !pure[i]) pure[above[i]] = false;
  return pure;
}

}  // namespace

CatalogForms forms_of(Catalog const& catalog) {
  auto const rows = catalog.requirements();
  CatalogForms out;
  std::vector<NodeForm> natural;
  for (auto const& row : rows) {
    natural.push_back(natural_form(row));
    out.above.push_back(row.above ? static_cast<std::size_t>(row.above - rows.data()) : CatalogForms::none);
  }
  auto const pure = pure_items(natural, out.above);
  std::vector<bool> heads_controls(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (out.above[i] != CatalogForms::none && natural[i] != NodeForm::group) heads_controls[out.above[i]] = true;
  out.children.resize(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    auto const parent = out.above[i];
    bool const is_top = parent == CatalogForms::none;
    auto const around = is_top ? NodeForm::group : out.forms[parent];
    auto form = NodeForm::control;
    if (around == NodeForm::group && natural[i] == NodeForm::group && (is_top || !heads_controls[parent]))
      form = NodeForm::group;
    if (around != NodeForm::group && pure[i]) form = NodeForm::item;
    out.forms.push_back(form);
    (is_top ? out.top : out.children[parent]).push_back(i);
  }
  auto const by_form = [&](std::size_t row) { return out.forms[row]; };
  for (auto& list : out.children) std::ranges::stable_sort(list, {}, by_form);
  std::ranges::stable_sort(out.top, {}, by_form);
  return out;
}

std::vector<std::size_t> text_order(CatalogForms const& forms) {
  std::vector<std::size_t> order;
  std::vector<std::size_t> waiting(forms.top.rbegin(), forms.top.rend());
  while (!waiting.empty()) {
    auto const row = waiting.back();
    waiting.pop_back();
    order.push_back(row);
    waiting.insert(waiting.end(), forms.children[row].rbegin(), forms.children[row].rend());
  }
  return order;
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
