#include <algorithm>
#include <annexa/exchange/calendar.hpp>
#include <map>
#include <set>

#include "calendar_lines.hpp"

namespace annexa {
inline namespace v1 {
namespace {

using People = std::vector<Key<"person">>;

constexpr Rule no_organizer{"calendar.organizer",
                            "\"{found}\" is no mail address; one such as audit@example.org is accepted.", "RFC 5545",
                            ErrorKind::usage};
constexpr Rule no_time{"calendar.times", "Session {session} ends before it begins.", "RFC 5545 3.8.2.2",
                       ErrorKind::usage};

struct KindName {
  SessionKind kind;
  std::string_view name;
};
constexpr std::array kind_names{
    KindName{SessionKind::opening, "opening meeting"}, KindName{SessionKind::audit, "audit session"},
    KindName{SessionKind::team, "meeting of the team"}, KindName{SessionKind::closing, "closing meeting"}};

// What an event is about, and whom it is for.
struct CalendarEvent {
  Session const* session;
  int sequence = 0;
  std::string_view status;  // empty where somebody is taken out of an event that takes place
  People people;            // to be named as attendees, in this order
};

class CalendarWriter {
 public:
  CalendarWriter(State const& state, CalendarOptions const& options)
      : state_(state), options_(options), zones_(options.zones ? options.zones : system_zones()) {}

  // Finds the zones of all sessions. @return what was wrong with them or with the options.
  [[nodiscard]] Error prepare(std::span<Session const> sessions);
  [[nodiscard]] std::string run(std::string_view method, std::vector<CalendarEvent> const& events);

 private:
  // A zone that sessions name: the first of them, and when they lie.
  struct Needed {
    std::size_t index;
    Instant from;
    Instant until;
  };
  [[nodiscard]] bool invites() const { return !options_.organizer.empty(); }
  void add_event(CalendarEvent const& event);
  void add_time(char const* name, Session const& session, Instant instant);
  void add_organizer(Session const& session);
  void add_attendees(CalendarEvent const& event);
  [[nodiscard]] bool add_attendee(Key<"person"> const& key, char const* role);
  [[nodiscard]] std::string organizer_name() const;
  [[nodiscard]] std::string summary(Session const& session) const;
  [[nodiscard]] std::string description(Session const& session) const;
  void line(std::string_view text) { calendar::add_line(out_, text); }

  State const& state_;
  CalendarOptions const& options_;
  ZoneReader zones_;
  std::map<std::string, TimeZone> known_;
  std::map<std::string, Instant> first_;  // when the first session in a zone begins
  std::string out_;
};

Error CalendarWriter::prepare(std::span<Session const> sessions) {
  Error errors;
  if (invites() && !calendar::is_mail(options_.organizer))
    errors.add(no_organizer, "/organizer", {{"found", options_.organizer}});
  std::map<std::string, Needed> needed;
  for (std::size_t i = 0; i < sessions.size(); ++i) {
    auto const& session = sessions[i];
    if (session.end < session.start)
      errors.add(no_time, "/sessions/" + std::to_string(i) + "/end", {{"session", session.key.text()}});
    if (calendar::is_utc(session.zone)) continue;
    auto& zone = needed.try_emplace(session.zone, Needed{i, session.start, session.end}).first->second;
    zone.from = std::min(zone.from, session.start);
    zone.until = std::max(zone.until, session.end);
  }
  for (auto const& [name, zone] : needed) {
    auto found = zones_(name, zone.from.date(), zone.until.date());
    if (!found) {
      errors.add(found.error(), "/sessions/" + std::to_string(zone.index) + "/zone");
      continue;
    }
    first_[name] = zone.from;
    known_.emplace(name, *std::move(found));
  }
  return errors;
}

std::string CalendarWriter::summary(Session const& session) const {
  auto const name = std::string(std::ranges::find(kind_names, session.kind, &KindName::kind)->name);
  if (options_.confidential) return "Internal audit: " + name;
  auto const* unit = session.unit ? state_.find(*session.unit) : nullptr;
  return session.audit.text() + ": " + (unit ? unit->name : name);
}

std::string CalendarWriter::description(Session const& session) const {
  std::string text = session.key.text();
  auto const list = [&](char const* title, auto const& items, auto spelled) {
    for (std::size_t i = 0; i < items.size(); ++i)
      text += (i == 0 ? '\n' + std::string(title) + ": " : ", ") + spelled(items[i]);
  };
  list("Criteria", session.criteria, [](Criterion const& criterion) { return criterion.text(); });
  list("Methods", session.methods, [](std::string const& method) { return method; });
  return text;
}

// Whoever has no mail address on record is left out.
bool CalendarWriter::add_attendee(Key<"person"> const& key, char const* role) {
  auto const* person = state_.find(key);
  if (!person || person->mail.is_erased() || !calendar::is_mail(person->mail.text())) return false;
  auto const name = person->name.is_erased() || person->name.text().empty() ? key.text() : person->name.text();
  line("ATTENDEE;CN=" + calendar::quoted(name) + ";ROLE=" + role +
       ";PARTSTAT=NEEDS-ACTION;RSVP=TRUE:" + calendar::mail_uri(person->mail.text()));
  return true;
}

// The parameter with the name of who invites; nothing if there is none.
std::string CalendarWriter::organizer_name() const {
  auto const& name = options_.organizer_name.empty() ? options_.organizer : options_.organizer_name;
  return name.empty() ? std::string() : ";CN=" + calendar::quoted(name);
}

void CalendarWriter::add_attendees(CalendarEvent const& event) {
  bool any = false;
  for (auto const& person : event.people)
    any = add_attendee(person, person == event.session->lead ? "CHAIR" : "REQ-PARTICIPANT") || any;
  // An invitation needs somebody who is invited: RFC 5546 3.2.2.
  if (!any) line("ATTENDEE" + organizer_name() + ':' + calendar::mail_uri(options_.organizer));
}

// A publication has an organizer as well, RFC 5546 3.2.1; where no address is given, the audit stands for it.
void CalendarWriter::add_organizer(Session const& session) {
  auto const audit = record_uuid(state_.workspace, Audit::type_name, session.audit.text());
  auto const address = invites() ? calendar::mail_uri(options_.organizer) : "urn:uuid:" + to_string(audit);
  line("ORGANIZER" + organizer_name() + ':' + address);
}

void CalendarWriter::add_time(char const* name, Session const& session, Instant instant) {
  auto const zone = known_.find(session.zone);
  if (zone == known_.end()) return line(std::string(name) + ':' + calendar::form_two(instant));
  line(std::string(name) + ";TZID=" + session.zone + ':' +
       calendar::form_one(instant, offset_at(zone->second, instant)));
}

void CalendarWriter::add_event(CalendarEvent const& event) {
  auto const& session = *event.session;
  line("BEGIN:VEVENT");
  line("UID:" + to_string(record_uuid(state_.workspace, Session::type_name, session.key.text())) + "@annexa");
  line("DTSTAMP:" + calendar::form_two(options_.stamp));
  line("SEQUENCE:" + std::to_string(event.sequence));
  add_time("DTSTART", session, session.start);
  add_time("DTEND", session, session.end);
  line("SUMMARY:" + calendar::escaped(summary(session)));
  if (!options_.confidential) line("DESCRIPTION:" + calendar::escaped(description(session)));
  // Nothing may be left of a place once control characters are out of it, and readers take blanks alone for no value.
  if (auto const place = calendar::escaped(session.place); !trimmed(place).empty()) line("LOCATION:" + place);
  line(options_.confidential ? "CLASS:CONFIDENTIAL" : "CLASS:PUBLIC");
  if (!event.status.empty()) line("STATUS:" + std::string(event.status));
  add_organizer(session);
  if (invites()) add_attendees(event);
  line("END:VEVENT");
}

std::string CalendarWriter::run(std::string_view method, std::vector<CalendarEvent> const& events) {
  line("BEGIN:VCALENDAR");
  line("VERSION:2.0");
  line("PRODID:-//annexa//annexa//EN");
  line("CALSCALE:GREGORIAN");
  line("METHOD:" + std::string(method));
  std::set<std::string_view> used;
  for (auto const& event : events) used.insert(event.session->zone);
  for (auto const& [name, zone] : known_)
    if (used.contains(name)) calendar::add_zone(out_, zone, first_[name]);
  for (auto const& event : events) add_event(event);
  line("END:VCALENDAR");
  return std::move(out_);
}

// ---- What to write

// How often calendars had to be told of a change; once more for a proposal that differs from the record.
int sequence_of(State const& state, Session const& session) {
  auto const* recorded = state.find(session.key);
  if (!recorded) return 0;
  return recorded->sequence.value_or(0) + (concerns_calendars(*recorded, session) ? 1 : 0);
}

// What of a session on record has to be taken back, if anything.
std::optional<CalendarEvent> taken_back(State const& state, Session const& recorded, Session const* now,
                                        std::span<Session const> plan, std::span<Session const> all) {
  auto const told_before = recorded.sent ? recorded.sent->sequence.value_or(0) : -1;
  if (!now) {
    auto people = recorded.sent ? recorded.sent->to : participants(recorded, all);
    if (people.empty()) return {};
    auto const own = recorded.sequence.value_or(0) + (recorded.cancelled ? 0 : 1);
    return CalendarEvent{&recorded, std::max(own, told_before + 1), "CANCELLED", std::move(people)};
  }
  if (!recorded.sent) return {};
  auto const here = participants(*now, plan);
  std::set<std::string_view> staying;
  for (auto const& person : here) staying.insert(person.text());
  People gone;
  for (auto const& person : recorded.sent->to)
    if (!staying.contains(person.text())) gone.push_back(person);
  if (gone.empty()) return {};
  return CalendarEvent{now, std::max(sequence_of(state, *now), told_before + 1), "", std::move(gone)};
}

}  // namespace

result<std::string> write_calendar(State const& state, std::span<Session const> sessions,
                                   CalendarOptions const& options) {
  CalendarWriter writer(state, options);
  auto errors = writer.prepare(sessions);
  if (!errors.empty()) return errors;
  std::vector<CalendarEvent> events;
  for (auto const& session : sessions)
    if (!session.cancelled)
      events.push_back({&session, sequence_of(state, session), "CONFIRMED", participants(session, sessions)});
  return writer.run(options.organizer.empty() ? "PUBLISH" : "REQUEST", events);
}

result<std::string> write_cancellations(State const& state, Key<"audit"> const& audit,
                                        std::span<Session const> sessions, CalendarOptions const& options) {
  std::vector<Session> all;
  state.for_each<Session>([&](Session const& session) {
    if (session.audit == audit) all.push_back(session);
  });
  auto const* record = state.find(audit);
  bool const over = record && record->state == AuditState::cancelled;
  std::map<std::string_view, Session const*> taking_place;
  for (auto const& session : sessions)
    if (!over && !session.cancelled) taking_place.emplace(session.key.text(), &session);
  std::vector<CalendarEvent> events;
  for (auto const& recorded : all) {
    auto const now = taking_place.find(recorded.key.text());
    auto event = taken_back(state, recorded, now == taking_place.end() ? nullptr : now->second, sessions, all);
    if (event) events.push_back(*std::move(event));
  }
  CalendarWriter writer(state, options);
  std::vector<Session> concerned;
  for (auto const& event : events) concerned.push_back(*event.session);
  auto errors = writer.prepare(concerned);
  if (!errors.empty()) return errors;
  return events.empty() ? std::string() : writer.run("CANCEL", events);
}

}  // namespace v1
}  // namespace annexa
