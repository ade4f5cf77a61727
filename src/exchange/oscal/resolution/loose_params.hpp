#pragma once
// Params that belong to no control: they stay while something refers to them.

#include <string>
#include <unordered_set>
#include <vector>

#include "merge.hpp"
#include "notes.hpp"
#include "references.hpp"
#include "tree.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {

// Takes the loose params away that neither the controls nor params that stay refer to. What those that stay refer to is
// added to @p references.
void prune_loose_params(Merged& merged, References& references);

// Warns of params that come to insert themselves.
void warn_of_circles(Tree const& tree, std::string const& where, Warnings& warnings);

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
