#pragma once
// Structures that the caller fills: read by the size that they say they have.

#include <annexa/base/environment.hpp>
#include <annexa/base/error.hpp>

#include <chrono>
#include <cstring>
#include <functional>
#include <optional>
#include <string>

#include "annexa.h"
#include "handles.hpp"
#include "rules.hpp"

namespace annexa::capi {

// Largest structure of any version: a size beyond it is a mistake, not a newer caller.
inline constexpr std::size_t struct_limit = 4096;

// Copies @p size bytes at most over @p known, which is set to zero first. Bytes that only a newer annexa knows have to
// be 0.
[[nodiscard]] result<void> copy_struct(void const* given, void* known, std::size_t known_size, std::size_t least_size,
                                       char const* argument);

// Reads a structure; all zero where there is none.
// @param least_size  the size that it had in its first version.
template <class T>
[[nodiscard]] result<T> read_struct(T const* given, std::size_t least_size, char const* argument) {
  T known{};
  if (!given) return known;
  auto const copied = copy_struct(given, &known, sizeof known, least_size, argument);
  if (!copied) return copied.error();
  return known;
}

// The environment that the caller describes, its empty functions being the system's.
[[nodiscard]] result<Environment> read_environment(annexa_env const* given);

// A clock that stands still at @p at and bytes derived from @p seed, each where there is one.
void make_reproducible(Environment& environment, std::optional<Instant> at, std::string const& seed);

// Follows a long call for the caller: asks the switch, and passes progress on, not too often.
class Task {
 public:
  // Reads the task. @return it; or c.stopped if its switch was tripped already.
  [[nodiscard]] static result<Task> begin(annexa_task const* given);
  // Progress, as the library reports it. @return false to stop.
  [[nodiscard]] bool proceed(std::uint64_t done, std::uint64_t total);
  // As proceed(), as a result.
  [[nodiscard]] result<void> step(std::uint64_t done, std::uint64_t total);
  // Says that all is done. What the caller answers comes too late.
  void finish(std::uint64_t total) { static_cast<void>(proceed(total, total)); }
  // Whether the switch was tripped, without progress.
  [[nodiscard]] bool is_stopped() const noexcept;
  // As proceed(), for the library. Lives as long as this.
  [[nodiscard]] std::function<bool(std::uint64_t, std::uint64_t)> progress() {
    return [this](std::uint64_t done, std::uint64_t total) { return proceed(done, total); };
  }

 private:
  annexa_task task_{};
  std::optional<std::chrono::steady_clock::time_point> last_;
};

template <>
struct Handled<annexa_cancel> {
  using Object = char;  // the slot of the handle is the switch
  static constexpr HandleType type = HandleType::cancel;
};

}  // namespace annexa::capi
