#pragma once
// The modify phase: parameters are set, controls altered.

#include <unordered_set>

#include "merge.hpp"
#include "notes.hpp"
#include "profile_form.hpp"
#include "tree.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {

// Modifies what was merged. Objects that change are made anew; the others stay shared.
void modify(Merged& merged, ProfileForm const& form, Made& made, Budget& budget, Warnings& warnings);

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
