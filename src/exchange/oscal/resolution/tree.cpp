#include "tree.hpp"

#include <utility>

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {
namespace {

struct TreeReader {
  std::string const& name;
  Shape& shape;

  std::vector<json::object const*> params(json::object const& from, Place const& place) const {
    std::vector<json::object const*> out;
    shape.each(from, "params", place, [&](json::object const& each, Place const& here) {
      static_cast<void>(shape.need_text(each, "id", here));
      out.push_back(&each);
    });
    return out;
  }

  std::vector<ControlNode> controls(json::object const& from, Place const& place) const {
    std::vector<ControlNode> out;
    shape.each(from, "controls", place, [&](json::object const& each, Place const& here) {
      out.push_back({&each, shape.need_text(each, "id", here), controls(each, here)});
    });
    return out;
  }

  std::vector<GroupNode> groups(json::object const& from, Place const& place) const {
    std::vector<GroupNode> out;
    shape.each(from, "groups", place, [&](json::object const& each, Place const& here) {
      auto const id = shape.text(each, "id", here);
      out.push_back({&each, id, name + (id.empty() ? here.pointer() : "#" + std::string(id)), is_kept_always(each),
                     params(each, here), groups(each, here), controls(each, here)});
    });
    return out;
  }
};

}  // namespace

Tree read_tree(json::object const& catalog, std::string const& name, Place const& place, Shape& shape) {
  TreeReader const reader{name, shape};
  return {reader.params(catalog, place), reader.groups(catalog, place), reader.controls(catalog, place)};
}

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
