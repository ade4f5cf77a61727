#pragma once
/// @file
/// Between an event and the exact bytes that are stored, hashed and never produced twice.

#include <annexa/base/error.hpp>
#include <annexa/base/event.hpp>
#include <annexa/base/hash.hpp>
#include <annexa/base/uuid.hpp>
#include <annexa/journal/personal_text.hpp>

#include <boost/json/fwd.hpp>
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

/// Most bytes of the data of one event that are kept beside it, as a blob.
inline constexpr std::size_t blob_limit = 16U << 20U;

/// What stands in the member "fmt" of every event.
inline constexpr std::string_view event_format = "annexa-event/1";

/// The data of an event that is too large to hold them. The event names them by hash and size, so the tree covers them.
struct Blob {
  Hash sha256;        ///< Plain SHA-256 of the bytes, as sha256sum computes it.
  std::string bytes;  ///< Canonical JSON: what the member "data" of the event would hold; at most blob_limit bytes.
  friend bool operator==(Blob const&, Blob const&) = default;
};

/// What an event holds as its data instead of a blob: `{"blob":{"sha256":"…","size":…}}`.
struct BlobReference {
  Hash sha256;             ///< Blob::sha256.
  std::uint64_t size = 0;  ///< Number of its bytes.
  friend bool operator==(BlobReference const&, BlobReference const&) = default;
};

/// Reads the data of an event as a reference to a blob. @return it, or nothing if the data stand there themselves.
[[nodiscard]] std::optional<BlobReference> blob_reference(boost::json::value const& data);

/// An event as a store takes it: the bytes, what the store must index, the personal texts that the bytes only commit
/// to, and the blob that they name.
struct EncodedEvent {
  Uuid id;                             ///< Event::id.
  Uuid stream;                         ///< Event::stream.
  std::uint64_t version = 0;           ///< Event::version.
  std::string bytes;                   ///< Canonical JSON, at most event_limit bytes.
  std::vector<PersonalText> personal;  ///< Rows for the side table, in the order of the data.
  std::optional<Blob> blob = {};       ///< What the event names as its data; nothing if the data stand in the bytes.
};

/// Writes the bytes of @p event in the workspace @p tenant.
///
/// The members, sorted: actor, at (always with six places of a second), command, correlation (if there), data, fmt, id,
/// kind, stream, tenant, version. Each personal text in the data — an object with exactly the members "salt" (64
/// hexadecimal digits) and "value" (text), as the record walker writes it in PersonalForm::committed — becomes
/// `{"commitment":"…"}`. No other value can have that form: members of records are typed, and custom members hold no
/// objects. Data with which the event would take more than event_limit bytes become a blob, and a reference to it
/// stands in their place.
/// @return the event, or every violation (kind usage): journal.bad-member (data of the form of a BlobReference among
///         them), journal.event-too-large (over blob_limit), journal.no-salt, journal.personal-too-long, or what
///         canonical_json() refuses.
/// @source{RFC 8785, without floating point}
[[nodiscard]] result<EncodedEvent> encode(Event const& event, Uuid const& tenant);

/// Finds the text under a commitment: the row, nothing if it was erased, or the error of the store.
using PersonalLookup = std::function<result<std::optional<PersonalText>>(Hash const& commitment)>;

/// Finds the bytes of a blob: them, nothing if there is none, or the error of the store.
using BlobLookup = std::function<result<std::optional<std::string>>(Hash const& sha256)>;

/// Reads the bytes of an event that belongs to @p tenant. Strict: they must be the very bytes that encode() makes.
/// @param lookup may be empty. Each commitment that it knows is replaced by salt and value again; the others stay.
/// @param blobs  may be empty: then a BlobReference stays as the event's data. Else the data are those of the blob.
/// @return the event, or every violation (kind integrity): journal.format, journal.foreign-event,
///         journal.not-canonical, journal.commitment (a text that does not hash to its commitment),
///         journal.missing-blob, journal.changed-blob, json.*; or the error of @p lookup or @p blobs.
[[nodiscard]] result<Event> decode(std::string_view bytes, Uuid const& tenant, PersonalLookup const& lookup = {},
                                   BlobLookup const& blobs = {});

}  // namespace v1
}  // namespace annexa
