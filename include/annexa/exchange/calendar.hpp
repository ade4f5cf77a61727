#pragma once
/// @file
/// Audit plans as calendar files.

#include <annexa/audit/session.hpp>
#include <annexa/base/error.hpp>
#include <annexa/base/time_zone.hpp>
#include <annexa/command/state.hpp>

#include <span>
#include <string>

namespace annexa {
inline namespace v1 {

/// What a calendar file needs besides the sessions.
struct CalendarOptions {
  Instant stamp;  ///< When the file is made (DTSTAMP); the caller's clock.
  /// Mail address of who invites. With one the file is an invitation; without one a publication, whose organizer is
  /// the audit itself (a URN that follows from workspace and audit).
  std::string organizer;
  std::string organizer_name;  ///< Name of who invites; may be empty.
  bool confidential = false;   ///< True to say neither what is audited nor against what.
  ZoneReader zones = {};       ///< Where the rules of time zones come from; system_zones() when empty.
};

/// Writes sessions as iCalendar: one event each, by the clocks of their places, for import or as the calendar part of a
/// mail. An event keeps its UID for good (it follows from workspace and session), and its SEQUENCE rises when its time,
/// its place or who takes part in it changes, so that an update replaces what was sent before. Each time zone stands in
/// the file with the changes of its clocks in the time of the sessions, and with the version of the database that they
/// are from (X-ANNEXA-ZONE-RULES).
/// @param sessions  recorded ones or those of a proposal; whoever leads one, audits or answers in it is invited where a
///                  mail address is on record; to opening and closing meetings everybody who answers in the others.
///                  Those that are cancelled are left out: write_cancellations() is for them.
/// @return the text in UTF-8 with CRLF line ends and lines of at most 75 octets; or every one of calendar.organizer if
///         that is no mail address, calendar.times if a session ends before it begins, and zone.unknown,
///         zone.no-database or zone.broken, placed at "/sessions/3/zone".
/// @source{RFC 5545, RFC 5546}
[[nodiscard]] result<std::string> write_calendar(State const& state, std::span<Session const> sessions,
                                                 CalendarOptions const& options);

/// Takes back what was sent of an audit: an event (METHOD:CANCEL) for each session on record that does not take place
/// any more, to everybody who takes part in it; and one for each session that takes place without somebody who was told
/// of it, to them alone (RFC 5546 3.2.5 has no STATUS in it then). Mail each to its attendees; who imports the file
/// into one calendar for all loses what only some of them do not come to.
///
/// What was sent is what the records say of it (Session::sent, written by `audit.send-plan`); for a session that was
/// never sent and does not take place it is whoever would have taken part.
/// @param audit     its sessions on record are looked at; of a cancelled audit all are taken back.
/// @param sessions  what takes place: the sessions on record, or those of a proposal.
/// @return the text; empty if there is nothing to take back; or what write_calendar() refuses.
/// @source{RFC 5546 3.2.5}
[[nodiscard]] result<std::string> write_cancellations(State const& state, Key<"audit"> const& audit,
                                                      std::span<Session const> sessions,
                                                      CalendarOptions const& options);

}  // namespace v1
}  // namespace annexa
