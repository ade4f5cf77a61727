#pragma once
// Resources of several documents.

#include <string>
#include <unordered_map>
#include <vector>

#include "references.hpp"
#include "shape.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {

// Resources in the order in which they were added. Of those with the same UUID the last one counts, unless an earlier
// one asks to be kept and the later one does not. @source{OSCAL profile resolution}
class Resources {
 public:
  void add(json::object const& resource);
  void add(Resources const& others);
  [[nodiscard]] std::size_t size() const noexcept { return list_.size(); }
  // The resources of a document.
  void add_back_matter(json::object const& document, Place const& place, Shape& shape);

  // Those that something refers to, by @p references or by another one that stays, and those that ask to be kept.
  [[nodiscard]] std::vector<json::object const*> needed(References const& references) const;

 private:
  std::vector<json::object const*> list_;  // null where a later one took its place
  std::unordered_map<std::string, std::size_t> places_;
};

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
