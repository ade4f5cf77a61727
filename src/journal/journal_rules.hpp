#pragma once
// The rules that events, trees and journals can break.

#include <annexa/base/error.hpp>

namespace annexa {
inline namespace v1 {
namespace journal_rules {

// ---- Of an event that is to be written
inline constexpr Rule bad_member{"journal.bad-member", "Found {found}; an event takes {expected} here.", "",
                                 ErrorKind::usage};
inline constexpr Rule event_too_large{
    "journal.event-too-large",
    "What the event records takes {size} bytes; the limit is {limit}. Keep long material as evidence "
    "in a file and refer to it by its hash.",
    "", ErrorKind::usage};
inline constexpr Rule no_salt{"journal.no-salt", "No salt was drawn for this personal text.", "A.5.34",
                              ErrorKind::usage};
inline constexpr Rule personal_too_long{
    "journal.personal-too-long", "The personal text has {size} bytes; the limit is {limit}.", "", ErrorKind::usage};

// ---- Of the bytes of an event
inline constexpr Rule format{
    "journal.format", "The event is written as \"{found}\"; this version reads \"{expected}\" and needs to be renewed.",
    "", ErrorKind::integrity};
inline constexpr Rule foreign_event{
    "journal.foreign-event", "The event belongs to workspace {found}, not to {expected}.", "", ErrorKind::integrity};
inline constexpr Rule not_canonical{"journal.not-canonical",
                                    "These are not the bytes that annexa writes for this event.", "RFC 8785",
                                    ErrorKind::integrity};
inline constexpr Rule commitment{"journal.commitment",
                                 "The personal text kept for this commitment hashes to {found}: it was changed.", "",
                                 ErrorKind::integrity};

inline constexpr Rule missing_blob{"journal.missing-blob",
                                   "What this event records lies beside it in a blob with the SHA-256 {sha256}, and "
                                   "that is missing. Restore a backup.",
                                   "", ErrorKind::integrity};
inline constexpr Rule changed_blob{
    "journal.changed-blob",
    "What this event records lies beside it in a blob of {size} bytes with the SHA-256 {sha256}; the one that is there "
    "has {bytes} bytes and hashes to {found}: it was changed. Restore a backup.",
    "", ErrorKind::integrity};

inline constexpr Rule no_blob{
    "journal.no-blob",
    "There are no data under \"{found}\": the SHA-256 that stands in an event under /data/blob is expected.", "",
    ErrorKind::usage};

// ---- Of an append
inline constexpr Rule stale{
    "journal.stale",
    "The journal has {found} events, not {expected}: somebody else was first. Read what is new and "
    "decide again.",
    "", ErrorKind::conflict};
inline constexpr Rule duplicate_event{"journal.duplicate-event",
                                      "The event {id} already stands at position {position}: it was recorded before.",
                                      "", ErrorKind::conflict};
inline constexpr Rule stream_version{
    "journal.stream-version",
    "The record {stream} is at version {found}; its next event has version {expected}, "
    "not {given}. Read the record again.",
    "", ErrorKind::conflict};

// ---- Of a journal as a whole
inline constexpr Rule frontier{"journal.frontier",
                               "The hashes of the tree take {found} bytes; for {size} events there must be {expected}.",
                               "RFC 6962", ErrorKind::integrity};
inline constexpr Rule leaf{"journal.leaf", "The event hashes to {found}, but {expected} was recorded: it was changed.",
                           "RFC 6962", ErrorKind::integrity};
inline constexpr Rule root{"journal.root",
                           "The events hash to the root {found}, but the head says {expected}: something was changed, "
                           "moved, put in or taken out.",
                           "RFC 6962", ErrorKind::integrity};
inline constexpr Rule subtree{
    "journal.subtree",
    "The {count} events from here on hash to {expected}, but the store keeps {found} for proofs: it was changed.",
    "RFC 6962", ErrorKind::integrity};
inline constexpr Rule kept{"journal.kept-checkpoint",
                           "The first {size} events hash to the root {found}, but a checkpoint that was kept says "
                           "{expected}: the journal was rewritten since.",
                           "7.5.3", ErrorKind::integrity};
inline constexpr Rule shorter{"journal.shorter",
                              "There are {found} events, but a checkpoint that was kept counts {size}: events were cut "
                              "off, or an older copy was restored.",
                              "7.5.3", ErrorKind::integrity};
inline constexpr Rule missing_events{"journal.missing-events", "{count} events are missing here.", "",
                                     ErrorKind::integrity};
inline constexpr Rule size{"journal.size", "The head counts {expected} events, but {found} are there.", "",
                           ErrorKind::integrity};
inline constexpr Rule behind_head{"journal.behind-head",
                                  "An event stands here, although the head counts only {size}: it was put in.", "",
                                  ErrorKind::integrity};
inline constexpr Rule wrong_index{"journal.wrong-index",
                                  "The store files the event under {member} {found}, but its bytes say {expected}.", "",
                                  ErrorKind::integrity};
inline constexpr Rule version_gap{"journal.version-gap",
                                  "The record {stream} goes from version {found} to {given}; {expected} should follow.",
                                  "", ErrorKind::integrity};
inline constexpr Rule repeated_event{"journal.repeated-event", "The event {id} stands at position {position} already.",
                                     "", ErrorKind::integrity};
inline constexpr Rule more_problems{"journal.more-problems", "There are {count} more problems.", "",
                                    ErrorKind::integrity};
inline constexpr Rule cancelled{"journal.cancelled", "Stopped by the caller.", "", ErrorKind::cancelled};

}  // namespace journal_rules
}  // namespace v1
}  // namespace annexa
