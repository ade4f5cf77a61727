#pragma once
/// The catalog that most tests look at, by a short name.

#include <annexa/catalog/catalog.hpp>

namespace annexa::testing {

inline Catalog const& iso() { return iso27001_2022(); }

}  // namespace annexa::testing
