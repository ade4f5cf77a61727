#include "removals.hpp"

#include <algorithm>
#include <utility>

#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {
namespace {

// What stands for the namespace of NIST where an object does not name one.
constexpr std::string_view default_space = "http://csrc.nist.gov/ns/oscal";

constexpr std::array<std::string_view, 5> criterion_names{"by-id", "by-name", "by-class", "by-ns", "by-item-name"};

// Values of some criteria as one text. Their sizes stand in front, so that no others make the same.
template <std::size_t N>
std::string key_of(std::array<std::string_view, N> const& values, unsigned mask) {
  std::string key;
  for (std::size_t i = 0; i < N; ++i)
    if (mask >> i & 1U) key.append(std::to_string(values[i].size())).append(":").append(values[i]);
  return key;
}

// The namespace of an object: only props and parts have one.
std::string_view space_of(json::object const& object, std::string_view item) {
  if (item != "prop" && item != "part") return {};
  auto const space = text_of(object, "ns");
  return space.empty() ? default_space : space;
}

}  // namespace

void Removals::add(std::vector<Directive> const& removes, Warnings& warnings) {
  for (auto const& each : removes) {
    std::array<std::string_view, criteria> values;
    unsigned mask = 0;
    for (std::size_t i = 0; i < criteria; ++i) {
      values[i] = text_of(*each.object, criterion_names[i]);
      if (!values[i].empty()) mask |= 1U << i;
    }
    if (!mask) {
      warnings.add(rules::empty_remove, each.where);
      continue;
    }
    auto wanted = std::ranges::find(masks_, mask, &Wanted::mask);
    if (wanted == masks_.end()) wanted = masks_.insert(masks_.end(), {mask, {}});
    wanted->keys.insert(key_of(values, mask));
  }
}

bool Removals::take(json::object const& object, std::string_view item) const {
  if (empty()) return false;
  std::array<std::string_view, criteria> const values{text_of(object, "id"), text_of(object, "name"),
                                                      text_of(object, "class"), space_of(object, item), item};
  return std::ranges::any_of(masks_,
                             [&](Wanted const& wanted) { return wanted.keys.contains(key_of(values, wanted.mask)); });
}

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
