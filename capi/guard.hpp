#pragma once
// The way in: every exported function is one call of guard() or otherwise(). Nothing is thrown past them.

#include <annexa/base/error.hpp>

#include <utility>

#include "annexa.h"
#include "rules.hpp"

namespace annexa::capi {

// Puts @p error under a handle at @p err, where the caller wants it. @return the status.
annexa_status report(annexa_error** err, Error const& error) noexcept;

// The output parameter of a function.
template <class T>
struct Out {
  T* at;
  // Empties it, so that a failure leaves nothing behind.
  void clear() const noexcept {
    if (at) *at = {};
  }
  [[nodiscard]] bool is_missing() const noexcept { return !at; }
};
template <class T>
Out(T*) -> Out<T>;  // clang 16 cannot tell by itself

// Where a function has none.
struct NoOutput {
  void clear() const noexcept {}
  [[nodiscard]] bool is_missing() const noexcept { return false; }
};

// Reports what is in flight. @pre inside a catch block.
annexa_status report_in_flight(annexa_error** err) noexcept;

// Runs the body of a function that can fail: a result<void>(), which fills the output on success.
template <class Output, class Body>
annexa_status guard(annexa_error** err, Output output, Body&& body) noexcept {
  if (err) *err = nullptr;
  output.clear();
  try {
    if (output.is_missing()) return report(err, Error(rules::null, "", {{"argument", "out"}}));
    result<void> const done = std::forward<Body>(body)();
    return done ? ANNEXA_OK : report(err, done.error());
  } catch (...) {
    return report_in_flight(err);
  }
}

// Runs the body of a function that has no status to give: its value, or @p fallback.
template <class T, class Body>
T otherwise(T fallback, Body&& body) noexcept {
  try {
    return std::forward<Body>(body)();
  } catch (...) {
    return fallback;
  }
}
template <class Body>
void otherwise(Body&& body) noexcept {
  try {
    std::forward<Body>(body)();
  } catch (...) {  // these functions end something; there is nobody to tell
  }
}

}  // namespace annexa::capi
