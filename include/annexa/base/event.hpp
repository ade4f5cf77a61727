#pragma once
/// @file
/// What happened: the unit that a journal keeps.

#include <annexa/base/instant.hpp>
#include <annexa/base/uuid.hpp>

#include <boost/json/fwd.hpp>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace annexa {
inline namespace v1 {

/// One event: what one command did to one record. `command` makes it and knows what it means; `journal` keeps its bytes
/// and does not.
struct Event {
  Uuid id;           ///< Unique; derived from the command's id and the event's ordinal in it.
  std::string kind;  ///< Name of the command that alone would cause it, and a version: "nonconformity.issue/1".
  Uuid stream;       ///< The record's UUID: version 5 over workspace, noun and key.
  std::uint64_t version = 0;               ///< 1 for the record's first event, then rising by one.
  Instant at;                              ///< When it happened, as the writer says.
  std::string actor;                       ///< Who did it: a person's key, or "system".
  Uuid command;                            ///< The command; all events of one command share it.
  std::optional<std::string> correlation;  ///< What the caller ties several commands together with.
  /// `{"noun":…,"key":…,"set":{…},"append":{…},"unset":[…]}`. Personal texts stand in it as objects with salt and
  /// value.
  std::shared_ptr<boost::json::value const> data;
};

}  // namespace v1
}  // namespace annexa
