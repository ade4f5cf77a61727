#pragma once
/// @file
/// What annexa needs from the outside, handed in by the caller.

#include <annexa/base/instant.hpp>
#include <annexa/base/uuid.hpp>

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// How important a log line is.
enum class LogLevel : std::int32_t {
  debug = 1,    ///< For those who look for a fault.
  info = 2,     ///< What happened, in normal operation.
  warning = 3,  ///< Something that may want attention.
  error = 4,    ///< Something that failed.
};

/// Where a random draw stands: the journal's size before the command, and the how-manieth draw of that command.
/// A reproducible source derives its bytes from these, so that a run can be repeated (`--id-seed`).
struct Draw {
  std::uint64_t journal_size = 0;  ///< Events in the journal before the command.
  std::uint64_t ordinal = 0;       ///< 0 for the command's first draw.
};

/// Clock, random bytes and log. Copies share what the functions refer to. Nothing else of the outside reaches the core.
/// @par Threads
/// The functions may be called from any thread that uses a workspace made with this environment.
struct Environment {
  std::function<Instant()> now;                                       ///< The present time.
  std::function<void(Draw const&, std::span<unsigned char>)> random;  ///< Fills the bytes, unpredictably by default.
  std::function<void(LogLevel, std::string_view json)> log;  ///< Takes a log line; may be empty. No record content.
};

/// The system's clock and random source, and no log. @throws std::runtime_error if the system gives no random bytes.
[[nodiscard]] Environment system_environment();

/// A fixed clock and bytes derived from a seed: the same run gives the same journal. For tests and demonstrations,
/// never for records that matter: whoever knows the seed can guess the salts of personal data.
[[nodiscard]] Environment reproducible_environment(Instant now, std::string seed);

}  // namespace v1
}  // namespace annexa
