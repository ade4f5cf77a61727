#pragma once
// Which controls a profile selects.

#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "notes.hpp"
#include "shape.hpp"
#include "tree.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {

// True if @p text is what @p pattern describes: '*' stands for any characters, '?' for one, all others for themselves.
[[nodiscard]] bool matches_pattern(std::string_view pattern, std::string_view text);

// Controls by id and by pattern: a list "include-controls" or "exclude-controls".
class Selector {
 public:
  // Reads the list that is the member @p key.
  void read(json::object const& from, std::string_view key, Place const& place, Shape& shape, Warnings& warnings);

  struct Answer {
    bool control = false;   // the control itself
    bool children = false;  // all controls below it too
  };
  [[nodiscard]] Answer of(std::string_view id, Budget& budget);

  // Warns of what named no control, and begins anew.
  void warn_of_unused(Warnings& warnings);

 private:
  struct Term {
    std::string_view text;
    std::string where;
    bool children;
    bool used = false;
  };
  std::unordered_map<std::string_view, std::vector<std::size_t>> ids_;
  std::vector<std::size_t> patterns_;
  std::vector<Term> terms_;
};

// What an import or an insertion of controls selects.
struct Selection {
  bool all = false;
  Selector include, exclude;

  // Problems and doubts are told.
  static Selection read(json::object const& from, Place const& place, Shape& shape, Warnings& warnings);

  // The selected controls of @p from, in order; what a control that is not selected holds takes its place.
  [[nodiscard]] std::vector<ControlNode> of(std::vector<ControlNode> const& from, Budget& budget);
  // The same of a whole catalog; all groups and params stay, whether they hold something or not.
  [[nodiscard]] Tree of(Tree const& from, Budget& budget);
};

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
