#pragma once
/// @file
/// Between an event and the exact bytes that are stored, hashed and never produced twice.

#include <annexa/base/error.hpp>
#include <annexa/base/event.hpp>
#include <annexa/base/uuid.hpp>
#include <annexa/journal/personal_text.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

/// Most bytes of one event, so that its length fits into 16 bits in entry bundles. @source{C2SP tlog-tiles}
inline constexpr std::size_t event_limit = 65'535;

/// What stands in the member "fmt" of every event.
inline constexpr std::string_view event_format = "annexa-event/1";

/// An event as a store takes it: the bytes, what the store must index, and the personal texts that the bytes only
/// commit to.
struct EncodedEvent {
  Uuid id;                             ///< Event::id.
  Uuid stream;                         ///< Event::stream.
  std::uint64_t version = 0;           ///< Event::version.
  std::string bytes;                   ///< Canonical JSON, at most event_limit bytes.
  std::vector<PersonalText> personal;  ///< Rows for the side table, in the order of the data.
};

/// Writes the bytes of @p event in the workspace @p tenant.
///
/// The members, sorted: actor, at (always with six places of a second), command, correlation (if there), data, fmt, id,
/// kind, stream, tenant, version. Each personal text in the data — an object with exactly the members "salt" (64
/// hexadecimal digits) and "value" (text), as the record walker writes it in PersonalForm::committed — becomes
/// `{"commitment":"…"}`. No other value can have that form: members of records are typed, and custom members hold no
/// objects.
/// @return the event, or every violation (kind usage): journal.bad-member, journal.event-too-large, journal.no-salt,
///         journal.personal-too-long, or what canonical_json() refuses.
/// @source{RFC 8785, without floating point}
[[nodiscard]] result<EncodedEvent> encode(Event const& event, Uuid const& tenant);

/// Finds the text under a commitment: the row, nothing if it was erased, or the error of the store.
using PersonalLookup = std::function<result<std::optional<PersonalText>>(Hash const& commitment)>;

/// Reads the bytes of an event that belongs to @p tenant. Strict: they must be the very bytes that encode() makes.
/// @param lookup may be empty. Each commitment that it knows is replaced by salt and value again; the others stay.
/// @return the event, or every violation (kind integrity): journal.format, journal.foreign-event,
/// journal.not-canonical,
///         journal.commitment (a text that does not hash to its commitment), json.*; or the error of @p lookup.
[[nodiscard]] result<Event> decode(std::string_view bytes, Uuid const& tenant, PersonalLookup const& lookup = {});

}  // namespace v1
}  // namespace annexa
