#include "rehearsal.hpp"

#include <annexa/journal/event_bytes.hpp>

#include <algorithm>

namespace annexa {
inline namespace v1 {
namespace exchange {

Context rehearsal_context(Instant now, std::string const& actor) {
  return {now, actor,
          [](Draw const&, std::span<unsigned char> bytes) { std::ranges::fill(bytes, static_cast<unsigned char>(1)); }};
}

Error refused_events(Decision const& decision) {
  // Any tenant: none makes an event longer or shorter.
  static Uuid const tenant = *Uuid::parse("00000000-0000-8000-8000-000000000001");
  Error errors;
  for (auto const& event : decision.events)
    if (auto const encoded = encode(event, tenant); !encoded) errors.add(encoded.error());
  return errors;
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
