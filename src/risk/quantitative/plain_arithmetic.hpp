#pragma once
// The arithmetic that the engine was made for.

#include <cfenv>

namespace annexa {
inline namespace v1 {
namespace detail {

// Rounding and the like as they are at the start of a program, whatever the host has set, until the call returns.
class PlainArithmetic {
 public:
  PlainArithmetic() noexcept {
    std::fegetenv(&before_);
    std::fesetenv(FE_DFL_ENV);
  }
  PlainArithmetic(PlainArithmetic const&) = delete;
  PlainArithmetic& operator=(PlainArithmetic const&) = delete;
  ~PlainArithmetic() { std::fesetenv(&before_); }

 private:
  std::fenv_t before_{};
};

}  // namespace detail
}  // namespace v1
}  // namespace annexa
