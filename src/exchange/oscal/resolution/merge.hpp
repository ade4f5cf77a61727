#pragma once
// The merge phase: what several imports selected becomes one tree.

#include <string_view>
#include <unordered_set>
#include <vector>

#include "notes.hpp"
#include "profile_form.hpp"
#include "tree.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {

// What merging makes.
struct Merged {
  Tree tree;
  std::unordered_set<std::string_view> kept_params{};  // ids that stay though nothing refers to them
};

// Merges what the imports selected, in their order.
// @param where  the profile's name, for warnings about no place in particular.
[[nodiscard]] Merged merge(std::vector<Tree> selections, Merge& form, std::string const& where, Made& made,
                           Budget& budget, Warnings& warnings);

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
