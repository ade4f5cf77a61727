#include <annexa/base/environment.hpp>

#include <sys/random.h>
#include <algorithm>
#include <cerrno>
#include <chrono>
#include <stdexcept>
#include <utility>

namespace annexa {
inline namespace v1 {
namespace {

Instant system_time() {
  auto const since_1970 = std::chrono::system_clock::now().time_since_epoch();
  return Instant::from_micros(std::chrono::duration_cast<std::chrono::microseconds>(since_1970).count()).value();
}

void system_random(Draw const&, std::span<unsigned char> bytes) {
  while (!bytes.empty()) {
    auto const got = ::getrandom(bytes.data(), bytes.size(), 0);
    if (got < 0 && errno != EINTR) throw std::runtime_error("the system gives no random bytes (getrandom)");
    if (got > 0) bytes = bytes.subspan(static_cast<std::size_t>(got));
  }
}

// The free bytes of a UUID of version 5: the two that hold version and variant are left out.
std::array<unsigned char, 14> free_bytes(Uuid const& id) {
  std::array<unsigned char, 14> out{};
  auto end = std::copy_n(id.bytes.begin(), 6, out.begin());
  *end++ = id.bytes[7];
  std::copy_n(id.bytes.begin() + 9, 7, end);
  return out;
}

// Namespace of the reproducible bytes; it has no other meaning.
constexpr Uuid reproducible_space{
    {0x0b, 0x5f, 0x2c, 0x1d, 0x6a, 0x4e, 0x4b, 0x3c, 0x9d, 0x21, 0x5e, 0x8f, 0x70, 0xa4, 0xc6, 0xe2}};

void reproducible_random(std::string const& seed, Draw const& draw, std::span<unsigned char> bytes) {
  auto const place = std::to_string(draw.journal_size) + '/' + std::to_string(draw.ordinal) + '/';
  for (std::uint64_t block = 0; !bytes.empty(); ++block) {
    // The seed stands last: it may hold any byte, and the numbers before it end at their slashes.
    auto const fresh = free_bytes(name_based_uuid(reproducible_space, place + std::to_string(block) + '/' + seed));
    auto const size = std::min(bytes.size(), fresh.size());
    std::copy_n(fresh.begin(), size, bytes.begin());
    bytes = bytes.subspan(size);
  }
}

}  // namespace

Environment system_environment() { return {system_time, system_random, {}}; }

Environment reproducible_environment(Instant now, std::string seed) {
  return {[now] { return now; },
          [seed = std::move(seed)](Draw const& draw, std::span<unsigned char> bytes) {
            reproducible_random(seed, draw, bytes);
          },
          {}};
}

}  // namespace v1
}  // namespace annexa
