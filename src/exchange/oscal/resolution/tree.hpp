#pragma once
// Groups and controls while they are selected, merged and modified: which stand where, without their contents.

#include <annexa/base/error.hpp>

#include <boost/json.hpp>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "notes.hpp"
#include "shape.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {

// Objects of JSON that no document holds, because resolving made them. They stay where they are.
using Made = std::deque<json::object>;

// A control. Its object may be shared with other results; what it holds as "controls" counts for nothing.
struct ControlNode {
  json::object const* object;
  std::string_view id;
  std::vector<ControlNode> controls{};
};

// A group; its object is read but for params, groups and controls.
struct GroupNode {
  json::object const* object;
  std::string_view id;
  std::string origin{};  // the same for what is the same group of the same catalog
  bool is_kept = false;  // stays though it has no control
  std::vector<json::object const*> params{};
  std::vector<GroupNode> groups{};
  std::vector<ControlNode> controls{};
};

// What stands under "catalog".
struct Tree {
  std::vector<json::object const*> params{};
  std::vector<GroupNode> groups{};
  std::vector<ControlNode> controls{};
};

// Reads a catalog. Problems go to @p shape. @param name  what tells this catalog from others.
[[nodiscard]] Tree read_tree(json::object const& catalog, std::string const& name, Place const& place, Shape& shape);

// Calls @p visit with each control, parents before children, those of a group before those of its groups.
template <class Visit>
void for_each_control(std::vector<ControlNode> const& controls, Visit const& visit) {
  for (auto const& each : controls) {
    visit(each);
    for_each_control(each.controls, visit);
  }
}
template <class Visit>
void for_each_control(std::vector<GroupNode> const& groups, Visit const& visit) {
  for (auto const& each : groups) {
    for_each_control(each.controls, visit);
    for_each_control(each.groups, visit);
  }
}
template <class Visit>
void for_each_control(Tree const& tree, Visit const& visit) {
  for_each_control(tree.controls, visit);
  for_each_control(tree.groups, visit);
}

// The same of groups.
template <class Groups, class Visit>
void for_each_group(Groups& groups, Visit const& visit) {
  for (auto& each : groups) {
    visit(each);
    for_each_group(each.groups, visit);
  }
}

// Appends, moving.
template <class T>
void append(std::vector<T>& to, std::vector<T>&& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
