#include "back_matter.hpp"

#include <annexa/base/text.hpp>

#include <utility>

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {

void Resources::add(json::object const& resource) {
  auto const uuid = text_of(resource, "uuid");
  auto const [place, first] = places_.try_emplace(lowered(uuid), list_.size());
  if (!first && !uuid.empty()) {
    if (is_kept_always(*list_[place->second]) && !is_kept_always(resource)) return;
    list_[place->second] = nullptr;
    place->second = list_.size();
  }
  list_.push_back(&resource);
}

void Resources::add(Resources const& others) {
  for (auto const* each : others.list_)
    if (each) add(*each);
}

void Resources::add_back_matter(json::object const& document, Place const& place, Shape& shape) {
  if (auto const* matter = shape.member(document, "back-matter", place))
    shape.each(*matter, "resources", Place(place, "back-matter"),
               [&](json::object const& each, Place const&) { add(each); });
}

std::vector<json::object const*> Resources::needed(References const& references) const {
  std::vector<bool> taken(list_.size());
  std::vector<std::size_t> open;
  auto const take = [&](std::size_t i) {
    if (list_[i] && !taken[i]) open.push_back(i);
    taken[i] = true;
  };
  for (std::size_t i = 0; i < list_.size(); ++i)
    if (list_[i] && (references.names(text_of(*list_[i], "uuid")) || is_kept_always(*list_[i]))) take(i);
  while (!open.empty()) {  // what stays may refer to others
    References further;
    further.scan(*list_[open.back()]);
    open.pop_back();
    for (auto const& name : further.names())
      if (auto const found = places_.find(name); found != places_.end()) take(found->second);
  }
  std::vector<json::object const*> out;
  for (std::size_t i = 0; i < list_.size(); ++i)
    if (taken[i] && list_[i]) out.push_back(list_[i]);
  return out;
}

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
