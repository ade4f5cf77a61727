#pragma once
// Controls that come more than once.

#include <string>
#include <vector>

#include "notes.hpp"
#include "tree.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {

// Of controls with the same id keeps the first one, in the order of the imports. What a later one holds beside
// duplicates goes below the one that is kept.
void use_first(std::vector<Tree>& selections, Budget& budget);

// Warns of controls that come more than once.
void warn_of_duplicates(std::vector<Tree> const& selections, std::string const& where, Warnings& warnings);

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
