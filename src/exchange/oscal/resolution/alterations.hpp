#pragma once
// The alterations of a profile, found by the control they name and by the id they are bound to.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "notes.hpp"
#include "profile_form.hpp"
#include "removals.hpp"
#include "shape.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {

enum class Position : std::uint8_t { before, after, starting, ending };

// One addition.
struct Addition {
  json::object const* content;
  Position position;
  std::size_t order;  // from 1, in the order of the profile
  std::string where;
  mutable bool used = false;
};

// What happens to one control.
struct Alteration {
  std::vector<Addition> whole;                                        // bound to the control itself
  std::unordered_map<std::string_view, std::vector<Addition>> bound;  // to something in it, by its id
  Removals removals;
  std::string where;
  mutable bool used = false;
};

class Alterations {
 public:
  Alterations(std::vector<Alter> const& alters, Warnings& warnings);
  [[nodiscard]] bool empty() const noexcept { return by_control_.empty(); }
  // What happens to a control; null where nothing does.
  [[nodiscard]] Alteration const* find(std::string_view control) const;
  // Warns of what found no control or no target, in the order of the profile.
  void warn_of_unused(std::vector<Alter> const& alters, Warnings& warnings) const;

 private:
  std::unordered_map<std::string_view, Alteration> by_control_;
};

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
