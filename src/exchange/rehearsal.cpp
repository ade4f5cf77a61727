#include "rehearsal.hpp"

#include <annexa/base/text.hpp>
#include <annexa/journal/event_bytes.hpp>

#include <algorithm>
#include <boost/json.hpp>

namespace annexa {
inline namespace v1 {
namespace exchange {

Context rehearsal_context(Instant now, std::string const& actor) {
  return {now, actor,
          [](Draw const&, std::span<unsigned char> bytes) { std::ranges::fill(bytes, static_cast<unsigned char>(1)); }};
}

namespace {

// Sizes and depths at which no event comes near a limit, whatever its texts are written as.
constexpr std::size_t few_bytes = 8192;
constexpr int few_levels = 8;

// True if a journal surely takes the value; false where only encoding it can tell. @param bytes  of the texts so far
bool is_taken(boost::json::value const& value, int level, std::size_t& bytes) {
  bytes += 8;
  if (level > few_levels || bytes > few_bytes) return false;
  if (auto const* text = value.if_string()) return (bytes += text->size()) <= few_bytes && is_utf8(*text);
  if (auto const* list = value.if_array())
    return std::ranges::all_of(*list, [&](auto const& each) { return is_taken(each, level + 1, bytes); });
  if (auto const* number = value.if_int64()) return *number <= exact_integer_limit && *number >= -exact_integer_limit;
  auto const* object = value.if_object();
  if (!object) return value.is_bool() || value.is_null();
  if (object->contains("salt")) return false;  // a personal text
  return std::ranges::all_of(*object, [&](auto const& member) {
    bytes += member.key().size();
    return is_utf8(member.key()) && is_taken(member.value(), level + 1, bytes);
  });
}

bool is_taken(Event const& event) {
  std::size_t bytes = event.actor.size();
  return !event.actor.empty() && is_utf8(event.actor) && event.data && event.data->is_object() &&
         !blob_reference(*event.data) && is_taken(*event.data, 1, bytes);
}

}  // namespace

Error refused_events(Decision const& decision) {
  // Any tenant: none makes an event longer or shorter.
  static Uuid const tenant = *Uuid::parse("00000000-0000-8000-8000-000000000001");
  Error errors;
  for (auto const& event : decision.events)
    if (is_taken(event))
      continue;
    else if (auto const encoded = encode(event, tenant); !encoded)
      errors.add(encoded.error());
  return errors;
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
