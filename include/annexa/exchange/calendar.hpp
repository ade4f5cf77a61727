#pragma once
/// @file
/// Audit plans as calendar files.

#include <annexa/audit/session.hpp>
#include <annexa/base/error.hpp>
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
};

/// Writes sessions as iCalendar: one event each, in UTC, for import or as the calendar part of a mail. An event keeps
/// its UID for good (it follows from workspace and session), and its SEQUENCE rises with each change on record, so that
/// an update replaces what was sent before.
/// @param sessions  recorded ones or those of a proposal; whoever leads one, audits or answers in it is invited where a
///                  mail address is on record; to opening and closing meetings everybody who answers in the others.
/// @return the text in UTF-8 with CRLF line ends and lines of at most 75 octets; or calendar.organizer if that is no
/// mail address.
/// @source{RFC 5545, RFC 5546}
[[nodiscard]] result<std::string> write_calendar(State const& state, std::span<Session const> sessions,
                                                 CalendarOptions const& options);

}  // namespace v1
}  // namespace annexa
