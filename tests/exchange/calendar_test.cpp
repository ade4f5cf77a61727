#include <annexa/exchange/calendar.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <annexa/audit/propose_plan.hpp>
#include <annexa/command/audit_commands.hpp>
#include <annexa/command/decide.hpp>
#include <annexa/command/planning.hpp>

#ifdef ANNEXA_TEST_LIBICAL
#include <libical/ical.h>
#endif

#include <algorithm>
#include <set>
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

int errors_by_libical(std::string const& text) { return judged(text).errors; }
#else
constexpr bool without_libical = true;

int errors_by_libical(std::string const&) { return 0; }  // nobody to ask
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

// The clocks of every place, as Dublin's were in 2026.
result<TimeZone> like_dublin(std::string_view name, Date, Date) {
  if (name == "Europe/Nowhere") return Error(zone_rules::unknown, "", {{"found", std::string(name)}, {"hint", ""}});
  return TimeZone{std::string(name),
                  "2026x",
                  {{*Instant::parse("2025-10-26T01:00:00Z"), 0, false, "GMT"},
                   {*Instant::parse("2026-03-29T01:00:00Z"), 60, true, "IST"}}};
}

CalendarOptions options(char const* organizer = "audit@example.org") {
  return {*Instant::parse("2026-02-16T10:00:00Z"), organizer, "Audit office", false, like_dublin};
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

// What RFC 5545 and 5546 ask of the bytes of any calendar file, and no reader of them notices; empty if all is well.
std::string wrong_bytes(std::string const& text) {
  std::string found;
  for (std::size_t at = 0; at < text.size(); ++at)
    if ((text[at] == '\n') != (at > 0 && text[at - 1] == '\r')) found += "a line end that is none; ";
  for (auto const& line : lines_of(text))
    if (line.size() > 75 || !is_utf8(line)) found += "a long line or a cut character: " + line + "; ";
  std::set<std::string> zones;
  int sequences = 0;
  for (auto const& line : lines_of(unfolded(text))) {
    if (line.starts_with("TZID:")) zones.insert(line.substr(5));
    if (auto const at = line.find(";TZID="); at != line.npos)
      if (!zones.contains(line.substr(at + 6, line.find(':') - at - 6))) found += "a zone before its rules; ";
    if (line.starts_with("RRULE")) found += "a recurrence; ";
    if (line == "BEGIN:VEVENT") --sequences;
    if (line.starts_with("SEQUENCE:")) ++sequences;
  }
  if (sequences != 0) found += "an event without a sequence; ";
  return found;
}

std::string written(std::vector<Session> const& sessions, CalendarOptions const& with = options()) {
  auto const text = write_calendar(year(), sessions, with);
  REQUIRE_MESSAGE(text.has_value(), text.error().text());
  CHECK(wrong_bytes(*text) == "");
  return *text;
}

// The second audit with a plan that was made from the records.
State planned() {
  auto const state = example_organization().state;
  auto const request = plan_request(state, "A-2026-2", {}, like_dublin);
  REQUIRE_MESSAGE(request.has_value(), request.error().text());
  auto const plan = propose_plan(*request);
  REQUIRE(plan.has_value());
  auto command = plan_command(state, *plan);
  REQUIRE_MESSAGE(command.has_value(), command.error().text());
  command->envelope.actor = Key<"person">::parse("P-PRG").value();
  return state_after(state, *command);
}

Key<"audit"> audit_key() { return *Key<"audit">::parse("A-2026-2"); }

}  // namespace

TEST_SUITE("exchange/calendar") {
  TEST_CASE("each session is an event by the clocks of its place, with a UID of its own") {
    auto const sessions = sessions_of(year(), "A-2026-1");
    REQUIRE(sessions.size() == 20);
    auto const text = unfolded(written(sessions));
    CHECK(count(text, "BEGIN:VEVENT\r\n") == 20);
    CHECK(count(text, "UID:") == 20);
    CHECK(count(text, "DTSTART;TZID=Europe/Dublin:20260309T090000\r\n") == 1);
    CHECK(count(text, "DTEND;TZID=Europe/Dublin:20260309T093000\r\n") == 1);
    CHECK(count(text,
                "BEGIN:VTIMEZONE\r\nTZID:Europe/Dublin\r\nX-ANNEXA-ZONE-RULES:2026x\r\n"
                "BEGIN:STANDARD\r\nDTSTART:20251026T010000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0000\r\n"
                "TZNAME:GMT\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:20260329T010000\r\n"
                "TZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nTZNAME:IST\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n") == 1);
    CHECK(count(text, "ROLE=CHAIR;") == 20);
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
  TEST_CASE("what nobody's calendar shows raises no sequence") {
    auto sessions = sessions_of(year(), "A-2026-1");
    sessions[0].why = {"Because."};
    sessions[0].methods.clear();
    sessions[0].criteria.clear();
    CHECK(unfolded(written({sessions[0]})).find("SEQUENCE:0\r\n") != std::string::npos);
    sessions[0].place = "Somewhere else";
    CHECK(unfolded(written({sessions[0]})).find("SEQUENCE:1\r\n") != std::string::npos);
  }
  TEST_CASE("sessions in UTC need no zone, and those of several zones bring each once") {
    auto sessions = sessions_of(year(), "A-2026-1");
    sessions[0].zone = "";
    sessions[1].zone = "UTC";
    sessions[2].zone = "Etc/UTC";
    auto const universal = written({sessions[0], sessions[1], sessions[2]});
    CHECK(count(universal, "VTIMEZONE") == 0);
    CHECK(count(universal, "DTSTART:2026") == 3);
    sessions[0].zone = "Asia/Kolkata";
    CHECK(count(written(sessions), "BEGIN:VTIMEZONE") == 2);
    sessions[0].start = *Instant::parse("2026-03-30T08:00:00Z");  // the clocks were changed on the 29th
    sessions[0].end = *Instant::parse("2026-03-30T09:00:00Z");
    CHECK(count(written(sessions), "DTSTART;TZID=Asia/Kolkata:20260330T090000\r\n") == 1);
  }
  TEST_CASE("an unknown zone and an end before the begin are refused, each with its place") {
    auto sessions = sessions_of(year(), "A-2026-1");
    sessions[3].zone = "Europe/Nowhere";
    sessions[5].end = sessions[5].start.plus_minutes(-1);
    auto with = options("nobody");
    auto const refused = write_calendar(year(), sessions, with);
    REQUIRE(refused.has_error());
    REQUIRE(refused.error().violations().size() == 3);
    CHECK(refused.error().violations()[0].where == "/organizer");
    CHECK(refused.error().violations()[1].where == "/sessions/5/end");
    CHECK(refused.error().violations()[2].where == "/sessions/3/zone");
  }
  TEST_CASE("what was sent and is not so any more is taken back, from those whom it concerned alone") {
    auto const before = planned();
    auto const sent =
        state_after(before, example_command(R"({"command":"audit.send-plan","audit":"A-2026-2","to":["P-CEO"]})",
                                            "P-PRG", "2026-01-20T09:00:00Z"));
    auto sessions = sessions_of(sent, "A-2026-2");
    auto const with = options();
    CHECK(*write_cancellations(sent, audit_key(), sessions, with) == "");
    auto dropped = sessions[2];
    auto const replaced = sessions[3].lead;
    REQUIRE(sessions[3].sent);
    sessions[3].lead = Key<"person">::parse("P-AUD8").value();
    REQUIRE(sessions[3].lead != replaced);
    std::erase(sessions[3].team, sessions[3].lead);
    sessions.erase(sessions.begin() + 2);
    auto const file = *write_cancellations(sent, audit_key(), sessions, with);
    CHECK(wrong_bytes(file) == "");
    auto const back = unfolded(file);
    CHECK(count(back, "METHOD:CANCEL\r\n") == 1);
    CHECK(count(back, "BEGIN:VEVENT") == 2);
    CHECK(count(back, "STATUS:CANCELLED\r\n") == 1);  // the session that takes place has none: RFC 5546 3.2.5
    CHECK(count(back, "SEQUENCE:1\r\n") == 2);
    auto const mail = sent.find(replaced)->mail.text();
    auto const other = back.substr(back.find("BEGIN:VEVENT", back.find("END:VEVENT")));
    CHECK(count(other, "ATTENDEE;") == 1);
    CHECK(count(other, "mailto:" + mail + "\r\n") == 1);
    auto const update = *write_calendar(sent, {&sessions[2], 1}, with);
    CHECK(count(update, "SEQUENCE:1\r\n") == 1);
    CHECK(count(update, "METHOD:REQUEST\r\n") == 1);
  }
  TEST_CASE("the sessions of a cancelled audit are all taken back") {
    auto const sent =
        state_after(planned(), example_command(R"({"command":"audit.send-plan","audit":"A-2026-2","to":["P-CEO"]})",
                                               "P-PRG", "2026-01-20T09:00:00Z"));
    auto const over =
        state_after(sent, example_command(R"({"command":"audit.cancel","audit":"A-2026-2","reason":"Flood."})", "P-PRG",
                                          "2026-01-21T09:00:00Z"));
    auto const sessions = sessions_of(over, "A-2026-2");
    auto const back = *write_cancellations(over, audit_key(), sessions, options());
    CHECK(count(back, "BEGIN:VEVENT") == sessions.size());
    CHECK(count(back, "STATUS:CANCELLED\r\n") == sessions.size());
    CHECK(wrong_bytes(back) == "");
  }
  TEST_CASE("ten thousand people in a session") {
    auto sessions = sessions_of(year(), "A-2026-1");
    for (int i = 0; i < 10'000; ++i) sessions[0].team.push_back(*Key<"person">::parse("P-" + std::to_string(i)));
    sessions[0].team.push_back(sessions[0].lead);
    auto const text = written({sessions[0]});
    CHECK(count(unfolded(text), "ROLE=CHAIR;") == 1);
    CHECK(text.size() < 100'000);  // those of whom no mail address is known are left out
  }
  TEST_CASE("any plan makes a file whose bytes are right" * doctest::timeout(60)) {
    CHECK(rc::check([] {
      auto sessions = sessions_of(year(), "A-2026-1");
      for (auto& session : sessions) {
        session.place = *rc::gen::arbitrary<std::string>();
        session.methods = *rc::gen::arbitrary<std::vector<std::string>>();
        session.start = session.start.plus_minutes(*rc::gen::inRange(-400'000, 400'000));
        session.end = session.start.plus_minutes(*rc::gen::inRange(0, 3'000));
        session.zone = *rc::gen::element<std::string>("", "UTC", "Europe/Dublin", "America/Argentina/ComodRivadavia",
                                                      "Asia/Tokyo");
        session.cancelled = *rc::gen::inRange(0, 5) == 0;
      }
      auto with = options(*rc::gen::element("", "audit@example.org"));
      with.organizer_name = *rc::gen::arbitrary<std::string>();
      with.confidential = *rc::gen::arbitrary<bool>();
      auto const text = write_calendar(year(), sessions, with);
      RC_ASSERT(text.has_value());
      RC_ASSERT(wrong_bytes(*text) == "");
      RC_ASSERT(*text == *write_calendar(year(), sessions, with));
      if (count(*text, "BEGIN:VEVENT") > 0)
        RC_ASSERT(errors_by_libical(*text) == 0);  // an empty one is none to libical
    }));
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
    auto const state = planned();
    auto const back = write_cancellations(state, audit_key(), {}, options());
    CHECK(judged(*back).errors == 0);
    CHECK(judged(*back).events == static_cast<int>(sessions_of(state, "A-2026-2").size()));
    CHECK(judged("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
              .errors > 0);
#endif
  }
}
