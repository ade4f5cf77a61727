#pragma once
/// Counting what is allocated, for tests of what must not allocate.

#include <cstddef>

namespace annexa::testing {

/// How many allocations there were in the program so far.
[[nodiscard]] std::size_t allocations() noexcept;

/// True if they are counted.
[[nodiscard]] bool counts_allocations() noexcept;

}  // namespace annexa::testing
