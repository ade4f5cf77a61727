#pragma once
// The refusals of an append, so that every store says the same.

#include <annexa/journal/event_bytes.hpp>

namespace annexa {
inline namespace v1 {

// Nothing, or why the store does not take the event. encode() makes none such, but for blobs where the store keeps
// none.
std::optional<Error> refused(EncodedEvent const& event, bool keeps_blobs = false);
Error stale_journal(std::uint64_t expected, std::uint64_t found);
Error duplicate_event(EncodedEvent const& event, std::uint64_t position);
Error wrong_version(EncodedEvent const& event, std::uint64_t found);

}  // namespace v1
}  // namespace annexa
