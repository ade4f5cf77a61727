#pragma once
// The last phase: what nothing refers to goes, and the catalog is written down.

#include <boost/json.hpp>
#include <string>
#include <vector>

#include "merge.hpp"
#include "notes.hpp"
#include "source.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {

// What the catalog is made of.
struct Ingredients {
  Merged merged;
  Source rest;  // but for its tree
  json::object metadata;
  std::string uuid;
  std::string where;  // the profile's name, for warnings
};

// The catalog, as a whole document.
[[nodiscard]] json::value finish(Ingredients ingredients, Budget& budget, Warnings& warnings);

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
