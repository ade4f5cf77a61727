#include "append_rules.hpp"

#include "journal_rules.hpp"

namespace annexa {
inline namespace v1 {

std::optional<Error> refused(EncodedEvent const& event) {
  if (event.bytes.size() > event_limit)
    return Error(journal_rules::event_too_large, to_string(event.id),
                 {{"size", std::to_string(event.bytes.size())}, {"limit", std::to_string(event_limit)}});
  if (event.id.is_nil() || event.stream.is_nil() || event.bytes.size() < 2)
    return Error(journal_rules::bad_member, to_string(event.id),
                 {{"found", "an empty event"}, {"expected", "bytes and ids"}});
  return {};
}

Error stale_journal(std::uint64_t expected, std::uint64_t found) {
  return {journal_rules::stale, "", {{"expected", std::to_string(expected)}, {"found", std::to_string(found)}}};
}

Error duplicate_event(EncodedEvent const& event, std::uint64_t position) {
  return {journal_rules::duplicate_event,
          to_string(event.id),
          {{"id", to_string(event.id)}, {"position", std::to_string(position)}}};
}

Error wrong_version(EncodedEvent const& event, std::uint64_t found) {
  return {journal_rules::stream_version,
          to_string(event.id),
          {{"stream", to_string(event.stream)},
           {"found", std::to_string(found)},
           {"expected", std::to_string(found + 1)},
           {"given", std::to_string(event.version)}}};
}

}  // namespace v1
}  // namespace annexa
