#pragma once
// What the list "removes" of an alteration takes out of a control.

#include <array>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "notes.hpp"
#include "profile_form.hpp"
#include "shape.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {

// Removals, found by what they ask for. An object takes as many look-ups as there are different sets of criteria, 31 at
// most, however many removals there are.
class Removals {
 public:
  void add(std::vector<Directive> const& removes, Warnings& warnings);
  [[nodiscard]] bool empty() const noexcept { return masks_.empty(); }
  // True if @p object is to go. @param item  what it is, in the singular: "part".
  [[nodiscard]] bool take(json::object const& object, std::string_view item) const;

 private:
  static constexpr std::size_t criteria = 5;
  struct Wanted {
    unsigned mask;
    std::unordered_set<std::string> keys;
  };
  std::vector<Wanted> masks_;
};

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
