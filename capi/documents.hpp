#pragma once
// Documents that several functions read or write.

#include <annexa/base/json.hpp>
#include <annexa/command/state.hpp>

#include <boost/json.hpp>
#include <string>
#include <string_view>

#include "arguments.hpp"

namespace annexa::capi {

// A described value as JSON, or why there is none.
template <class T>
[[nodiscard]] result<boost::json::value> written(result<T> const& value) {
  if (!value) return value.error();
  return to_json(*value);
}

// Reads a state.
[[nodiscard]] result<State> read_state_document(Text const& text);

// Reads a method: the key of a built-in one, or a document.
[[nodiscard]] result<Method> read_method(Text const& text);

// The steps of a nonconformity as `[{"step","command","to","allowed","violations"}]`, or reference.unknown.
[[nodiscard]] result<boost::json::value> write_steps(State const& state, std::string_view key, std::string const& actor,
                                                     Date today);

}  // namespace annexa::capi
