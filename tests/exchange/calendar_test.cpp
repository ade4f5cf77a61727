#include <annexa/exchange/calendar.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <annexa/command/audit_commands.hpp>
#include <annexa/command/decide.hpp>

#ifdef ANNEXA_TEST_LIBICAL
#include <libical/ical.h>
#endif

#include <algorithm>
#include <string>
#include <vector>

#include "support/example.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

#ifdef ANNEXA_TEST_LIBICAL
constexpr bool without_libical = false;

// Errors that libical finds in a file, and how many events it reads.
struct Judgement {
  int errors = 0;
  int events = 0;
  std::vector<std::string> uids;
  std::string summary;  // of the first event, as libical reads it
};

Judgement judged(std::string const& text) {
  Judgement found;
  auto* calendar = icalparser_parse_string(text.c_str());
  if (!calendar) return {1, 0, {}, {}};
  icalrestriction_check(calendar);
  found.errors = icalcomponent_count_errors(calendar);
  for (auto* event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); event;
       event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
    auto const text_of = [](char const* given) { return given ? std::string(given) : std::string(); };
    if (found.events++ == 0) found.summary = text_of(icalcomponent_get_summary(event));
    found.uids.push_back(text_of(icalcomponent_get_uid(event)));
  }
  icalcomponent_free(calendar);
  return found;
}
#else
constexpr bool without_libical = true;
#endif

State const& year() {
  static State const state = example_year().state;
  return state;
}

std::vector<Session> sessions_of(State const& state, char const* audit) {
  std::vector<Session> found;
  state.for_each<Session>([&](Session const& session) {
    if (session.audit == audit) found.push_back(session);
  });
  return found;
}

CalendarOptions options(char const* organizer = "audit@example.org") {
  return {*Instant::parse("2026-02-16T10:00:00Z"), organizer, "Audit office", false};
}

std::string written(std::vector<Session> const& sessions, CalendarOptions const& with = options()) {
  auto const text = write_calendar(year(), sessions, with);
  REQUIRE_MESSAGE(text.has_value(), text.error().text());
  return *text;
}

std::vector<std::string> lines_of(std::string const& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    auto const end = text.find("\r\n", at);
    REQUIRE(end != text.npos);
    lines.push_back(text.substr(at, end - at));
    at = end + 2;
  }
  return lines;
}

std::size_t count(std::string const& text, std::string const& part) {
  std::size_t number = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++number;
  return number;
}

std::string unfolded(std::string text) {
  for (auto at = text.find("\r\n "); at != text.npos; at = text.find("\r\n ", at)) text.erase(at, 3);
  return text;
}

}  // namespace

TEST_SUITE("exchange/calendar") {
  TEST_CASE("each session is an event in UTC with a UID of its own") {
    auto const sessions = sessions_of(year(), "A-2026-1");
    REQUIRE(sessions.size() == 20);
    auto const text = unfolded(written(sessions));
    CHECK(count(text, "BEGIN:VEVENT\r\n") == 20);
    CHECK(count(text, "UID:") == 20);
    CHECK(count(text, "DTSTART:20260309T090000Z\r\n") == 1);
    CHECK(count(text, "DTEND:20260309T093000Z\r\n") == 1);
    CHECK(count(text, "DTSTAMP:20260216T100000Z\r\n") == 20);
    CHECK(text.find("UID:" + to_string(record_uuid(year().workspace, "session", "A-2026-1/S-01")) + "@annexa") !=
          text.npos);
    CHECK(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    CHECK(text.ends_with("END:VCALENDAR\r\n"));
  }
  TEST_CASE("with an organizer it invites, without one it publishes") {
    auto const sessions = sessions_of(year(), "A-2026-1");
    auto const invitation = written(sessions);
    CHECK(count(invitation, "METHOD:REQUEST\r\n") == 1);
    CHECK(count(unfolded(invitation), "ORGANIZER;CN=\"Audit office\":mailto:audit@example.org\r\n") == 20);
    CHECK(count(unfolded(invitation), "ATTENDEE;") >= 20);
    auto const publication = written(sessions, options(""));
    CHECK(count(publication, "METHOD:PUBLISH\r\n") == 1);
    CHECK(publication.find("ATTENDEE") == publication.npos);
    CHECK(publication.find("mailto:") == publication.npos);
    CHECK(count(unfolded(publication), "ORGANIZER;CN=\"Audit office\":urn:uuid:") == 20);
    auto const refused = write_calendar(year(), sessions, options("no mail\r\nX-EVIL:1"));
    REQUIRE(refused.has_error());
    CHECK(refused.error().names("calendar.organizer"));
  }
  TEST_CASE("no line is longer than 75 octets, and no character is cut") {
    auto sessions = sessions_of(year(), "A-2026-1");
    sessions[0].place =
        "Besprechungsraum für die größten Prüfungen im zwölften Stock, Straße der Überprüfung 1, 80331 München – "
        "東京都千代田区丸の内一丁目";
    for (auto const& line : lines_of(written(sessions))) {
      CAPTURE(line);
      CHECK(line.size() <= 75);
      CHECK(is_utf8(line));
    }
    CHECK(unfolded(written(sessions)).find("im zwölften Stock\\, Straße") != std::string::npos);
  }
  TEST_CASE("text that would break out of its line cannot") {
    auto sessions = sessions_of(year(), "A-2026-1");
    sessions[0].place = "Room 1\r\nATTENDEE:mailto:evil@example.org; a,b\\c\x01\xff";
    auto const text = unfolded(written({sessions[0]}));
    CHECK(text.find("LOCATION:Room 1\\nATTENDEE:mailto:evil@example.org\\; a\\,b\\\\c?\r\n") != text.npos);
    CHECK(count(text, "\r\nATTENDEE:mailto:evil") == 0);
  }
  TEST_CASE("the sequence rises when a recorded session is changed, and the UID stays") {
    auto sessions = sessions_of(year(), "A-2026-1");
    auto const before = unfolded(written({sessions[0]}));
    sessions[0].start = sessions[0].start.plus_minutes(60);
    sessions[0].end = sessions[0].end.plus_minutes(60);
    auto const after = unfolded(written({sessions[0]}));
    CHECK(before.find("SEQUENCE:0\r\n") != before.npos);
    CHECK(after.find("SEQUENCE:1\r\n") != after.npos);
    auto const uid = [](std::string const& text) { return text.substr(text.find("UID:"), 48); };
    CHECK(uid(before) == uid(after));
  }
  TEST_CASE("a confidential calendar does not say what is audited") {
    auto with = options();
    with.confidential = true;
    auto const text = unfolded(written(sessions_of(year(), "A-2026-1"), with));
    CHECK(text.find("DESCRIPTION") == text.npos);
    CHECK(text.find("A.5.1") == text.npos);
    CHECK(text.find("Cloud operations") == text.npos);
    CHECK(count(text, "CLASS:CONFIDENTIAL") == 20);
  }
  TEST_CASE("no sessions are an empty calendar") { CHECK(lines_of(written({})).size() == 6); }
  TEST_CASE("libical reads it and finds nothing wrong" * doctest::skip(without_libical)) {
#ifdef ANNEXA_TEST_LIBICAL
    for (auto const* audit : {"A-2026-1", "A-2026-2"})
      for (auto const* organizer : {"audit@example.org", ""}) {
        auto const sessions = sessions_of(year(), audit);
        auto const text = written(sessions, options(organizer));
        auto const found = judged(text);
        CHECK(found.errors == 0);
        CHECK(found.events == static_cast<int>(sessions.size()));
        auto uids = found.uids;
        std::ranges::sort(uids);
        CHECK(std::ranges::adjacent_find(uids) == uids.end());
      }
    auto sessions = sessions_of(year(), "A-2026-1");
    CHECK(judged(written({sessions[1]})).summary == "A-2026-1: " + year().find(*sessions[1].unit)->name);
    CHECK(judged("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
              .errors > 0);
#endif
  }
}
