// Ids of controls.
#include "exchange/oscal/control_ids.hpp"

#include <annexa/base/text.hpp>
#include <annexa/isms/adopted_catalog.hpp>

#include <algorithm>
#include <array>
#include <vector>

#include "exchange/oscal/texts.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {
namespace {

// What parts of a control have behind its id.
constexpr std::array<std::string_view, 5> part_backs{"_smt", "_stmt", "_obj", "_gdn", "_statement"};

// The id of the control that a part with @p id stands in; another id as it is.
std::string_view control_of_part(std::string_view id) noexcept {
  for (auto const back : part_backs) {
    auto const at = id.rfind(back);
    if (at == id.npos || at == 0) continue;
    auto const rest = id.substr(at + back.size());
    if (rest.empty() || rest.front() == '.' || rest.front() == '-') return id.substr(0, at);
  }
  return id;
}

}  // namespace

bool is_id(std::string_view text) noexcept {
  auto const is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
  return !text.empty() && is_letter(text.front()) &&
         std::ranges::all_of(text, [&](char c) { return is_letter(c) || detail::is_digit(c) || c == '.' || c == '-'; });
}

std::string row_control_id(std::string_view catalog, std::string_view row, std::string_view given) {
  if (is_id(given)) return std::string(given);
  auto const criterion = Criterion::parse(std::string(catalog) + ':' + std::string(row));
  return criterion ? control_id(*criterion) : token_of(std::string(catalog) + ':' + std::string(row));
}

Catalog const* ControlIds::catalog(std::string_view id) {
  auto found = own_.find(id);
  if (found == own_.end()) {
    auto own = adopted_catalog(state_, id);
    found = own_.emplace(id, own ? std::optional(*std::move(own)) : std::nullopt).first;
  }
  return found->second ? found->second->catalog.get() : find_catalog(id);
}

Requirement const* ControlIds::row(Criterion const& criterion) {
  auto const* found = catalog(catalog_of(criterion));
  return found ? found->find(criterion.id()) : nullptr;
}

std::string ControlIds::of(Criterion const& criterion) {
  auto const* found = row(criterion);
  auto const given = found ? Catalog::cell(*found, id_column) : std::nullopt;
  return row_control_id(catalog_of(criterion), criterion.id(), given.value_or(std::string_view()));
}

std::string ControlIds::title(Criterion const& criterion) {
  auto const* found = row(criterion);
  return found ? std::string(found->title) : std::string();
}

std::string ControlIds::catalog_title(std::string_view id) {
  auto const* found = catalog(id);
  return found ? std::string(found->title()) : std::string();
}

void ControlIds::index() {
  is_indexed_ = true;
  std::vector<std::string> ids;
  state_.for_each<AdoptedCatalog>([&](AdoptedCatalog const& each) {
    if (!each.built_in) ids.push_back(each.key.text());
  });
  for (auto const& each : catalogs()) ids.emplace_back(each.id);
  for (auto const& id : ids) {
    auto const* found = catalog(id);
    if (!found) continue;
    for (auto const& row : found->requirements()) {
      auto const criterion = Criterion::parse(id + ':' + std::string(row.id));
      if (!criterion) continue;
      auto const given = Catalog::cell(row, id_column).value_or(std::string_view());
      ids_.try_emplace(row_control_id(id, row.id, given), *criterion);
      if (!given.empty()) ids_.try_emplace(std::string(given), *criterion);
      ids_.try_emplace(std::string(row.id), *criterion);
    }
  }
}

std::optional<Criterion> ControlIds::find(std::string_view id) {
  if (auto const known = criterion_of(id); known && criterion_exists(state_, *known).value_or(false)) return known;
  if (!is_indexed_) index();
  auto const control = control_of_part(id);
  for (auto const& spelling : {std::string(id), std::string(control), lowered(control)})
    if (auto const found = ids_.find(spelling); found != ids_.end()) return found->second;
  return {};
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
