#pragma once
/// Dates as they are written.

#include <annexa/base/date.hpp>

namespace annexa::testing {

inline Date day(char const* text) { return Date::parse(text).value(); }

}  // namespace annexa::testing
