#include "erasure.hpp"

#include <annexa/base/json.hpp>
#include <annexa/journal/event_bytes.hpp>
#include <boost/json.hpp>

#include "journal/event_place.hpp"

namespace annexa {
inline namespace v1 {
namespace {

namespace json = boost::json;

// The commitments inside a value, at any depth: objects with that member alone.
void collect(json::value const& value, std::vector<Hash>& found) {
  if (auto const* list = value.if_array())
    for (auto const& each : *list) collect(each, found);
  auto const* object = value.if_object();
  if (!object) return;
  auto const* commitment = object->size() == 1 ? object->if_contains("commitment") : nullptr;
  auto const hash =
      commitment && commitment->is_string() ? Hash::parse(commitment->get_string()) : parsed<Hash>(errc::bad_hash);
  if (hash) found.push_back(*hash);
  for (auto const& member : *object) collect(member.value(), found);
}

// Those of the members that an order names, in the data of one event.
void collect_members(json::value const& data, std::vector<std::string> const& members, std::vector<Hash>& found) {
  for (auto const* part : {"set", "append"}) {
    auto const* values = data.is_object() ? data.get_object().if_contains(part) : nullptr;
    if (!values || !values->is_object()) continue;
    for (auto const& name : members)
      if (auto const* value = values->get_object().if_contains(name)) collect(*value, found);
  }
}

}  // namespace

result<std::vector<Hash>> commitments_of(ErasureOrder const& order, Store& store, Uuid const& tenant,
                                         std::uint64_t size, std::span<EncodedEvent const> more) {
  std::vector<Hash> found;
  std::optional<Error> failed;
  auto const kept = blobs_in(store);
  auto const take = [&](std::string const& bytes, std::uint64_t position, BlobLookup const& blobs) {
    auto const event = decode(bytes, tenant, {}, blobs);
    if (event)
      collect_members(*event->data, order.members, found);
    else
      failed = in_event(event.error(), position);
  };
  auto const read = store.read(0, size, [&](StoredEvent const& stored) {
    if (stored.stream == order.stream) take(stored.bytes, stored.position, kept);
    return !failed;
  });
  for (auto const& event : more)
    if (event.stream == order.stream && !failed)
      take(event.bytes, size,
           [&](Hash const&) { return event.blob ? std::optional(event.blob->bytes) : std::optional<std::string>{}; });
  if (failed) return *std::move(failed);
  if (!read) return read.error();
  return found;
}

std::vector<std::string> members_without_text(json::value const& data) {
  std::vector<std::string> found;
  for (auto const* part : {"set", "append"}) {
    auto const* values = data.is_object() ? data.get_object().if_contains(part) : nullptr;
    if (!values || !values->is_object()) continue;
    for (auto const& member : values->get_object()) {
      std::vector<Hash> commitments;
      collect(member.value(), commitments);
      if (!commitments.empty()) found.emplace_back(member.key());
    }
  }
  return found;
}

}  // namespace v1
}  // namespace annexa
