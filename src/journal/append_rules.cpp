#include "append_rules.hpp"

#include <annexa/journal/sha256.hpp>

#include "journal_rules.hpp"

namespace annexa {
inline namespace v1 {

namespace {

Error blob_refused(EncodedEvent const& event, char const* found, char const* expected) {
  return {journal_rules::bad_member, to_string(event.id), {{"found", found}, {"expected", expected}}};
}

// A blob is what the bytes name, or nobody could read the event again.
std::optional<Error> refused_blob(EncodedEvent const& event) {
  auto const& blob = *event.blob;
  if (blob.bytes.size() > blob_limit || blob.bytes.size() < 2)
    return blob_refused(event, "a blob of the wrong size", "one of 2 bytes to 16 MiB");
  if (sha256(blob.bytes) != blob.sha256) return blob_refused(event, "a blob under the hash of another", "its own hash");
  auto const name = to_string(blob.sha256) + "\",\"size\":" + std::to_string(blob.bytes.size()) + '}';
  if (event.bytes.find(name) == std::string::npos)
    return blob_refused(event, "a blob that the event does not name", "the one that it names");
  return {};
}

}  // namespace

std::optional<Error> refused(EncodedEvent const& event, bool keeps_blobs) {
  if (event.bytes.size() > event_limit)
    return Error(journal_rules::event_too_large, to_string(event.id),
                 {{"size", std::to_string(event.bytes.size())}, {"limit", std::to_string(event_limit)}});
  if (event.id.is_nil() || event.stream.is_nil() || event.bytes.size() < 2)
    return Error(journal_rules::bad_member, to_string(event.id),
                 {{"found", "an empty event"}, {"expected", "bytes and ids"}});
  if (event.blob && !keeps_blobs)
    return Error(journal_rules::event_too_large, to_string(event.id),
                 {{"size", std::to_string(event.blob->bytes.size())}, {"limit", std::to_string(event_limit)}});
  if (event.blob) return refused_blob(event);
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
