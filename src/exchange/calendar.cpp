#include <algorithm>
#include <annexa/exchange/calendar.hpp>

namespace annexa {
inline namespace v1 {
namespace {

constexpr Rule no_organizer{"calendar.organizer",
                            "\"{found}\" is no mail address; one such as audit@example.org is accepted.", "RFC 5545",
                            ErrorKind::usage};

// ---- Lines

// Bytes of the character at the start of @p text; 1 for a byte that begins none.
std::size_t width_of(std::string_view text) { return std::max<std::size_t>(utf8_character(text), 1); }

// Adds a content line: folded so that no line is longer than 75 octets and no character is cut. @source{RFC 5545 3.1}
void add_line(std::string& out, std::string_view line) {
  constexpr std::size_t most = 75;
  std::size_t column = 0;
  while (!line.empty()) {
    auto const width = width_of(line);
    if (column + width > most) {
      out += "\r\n ";
      column = 1;
    }
    out += line.substr(0, width);
    column += width;
    line.remove_prefix(width);
  }
  out += "\r\n";
}

// Text that may stand in a file: well-formed, without control characters but line ends.
std::string cleaned(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    auto const width = utf8_character(text);
    bool const control = width == 1 && has_control(text.substr(0, 1)) && text[0] != '\n';
    if (width == 0)
      out += '?';
    else if (!control)
      out += text.substr(0, width);
    text.remove_prefix(std::max<std::size_t>(width, 1));
  }
  return out;
}

// A value of type TEXT. @source{RFC 5545 3.3.11}
std::string escaped(std::string_view text) {
  std::string out;
  for (char const c : cleaned(text)) {
    if (c == '\n')
      out += "\\n";
    else if (c == '\\' || c == ';' || c == ',')
      (out += '\\') += c;
    else
      out += c;
  }
  return out;
}

// A parameter's value in quotes, which may not hold quotes nor line ends. @source{RFC 5545 3.2}
std::string quoted(std::string_view text) {
  auto out = cleaned(text);
  for (char& c : out) {
    if (c == '"') c = '\'';
    if (c == '\n') c = ' ';
  }
  return '"' + out + '"';
}

// "20260302T090000Z".
std::string form_two(Instant instant) {
  std::string out;
  for (char const c : to_string(instant).substr(0, 19))
    if (c != '-' && c != ':') out += c;
  return out + 'Z';
}

// True for an address that can stand in a URI as it is.
bool is_mail(std::string_view text) {
  auto const at = text.find('@');
  if (at == text.npos || at == 0 || at + 1 == text.size() || text.find('@', at + 1) != text.npos || text.size() > 254)
    return false;
  return std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("@.!#$&'*+-/=^_`{|}~").find(c) != std::string_view::npos;
  });
}

// ---- Events

class CalendarWriter {
 public:
  CalendarWriter(State const& state, std::span<Session const> sessions, CalendarOptions const& options)
      : state_(state), sessions_(sessions), options_(options) {}
  [[nodiscard]] std::string run();

 private:
  [[nodiscard]] bool invites() const { return !options_.organizer.empty(); }
  void add_event(Session const& session);
  void add_organizer(Session const& session);
  void add_attendees(Session const& session);
  [[nodiscard]] bool add_attendee(Key<"person"> const& key, char const* role);
  [[nodiscard]] std::string organizer_name() const;
  [[nodiscard]] std::string summary(Session const& session) const;
  [[nodiscard]] std::string description(Session const& session) const;
  [[nodiscard]] std::uint64_t sequence(Session const& session) const;
  [[nodiscard]] std::vector<Key<"person">> others(Session const& session) const;
  void line(std::string_view text) { add_line(out_, text); }

  State const& state_;
  std::span<Session const> sessions_;
  CalendarOptions const& options_;
  std::string out_;
};

struct KindName {
  SessionKind kind;
  std::string_view name;
};
constexpr std::array kind_names{
    KindName{SessionKind::opening, "opening meeting"}, KindName{SessionKind::audit, "audit session"},
    KindName{SessionKind::team, "meeting of the team"}, KindName{SessionKind::closing, "closing meeting"}};

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

// How often the session on record was changed; one more for a proposal that differs from it.
std::uint64_t CalendarWriter::sequence(Session const& session) const {
  auto const* row = state_.table(*find_noun(Session::type_name)).find(session.key.text());
  if (!row) return 0;
  bool const same = *static_cast<Session const*>(row->record.get()) == session;
  return same ? row->version - 1 : row->version;
}

bool CalendarWriter::add_attendee(Key<"person"> const& key, char const* role) {
  auto const* person = state_.find(key);
  if (!person || person->mail.is_erased() || !is_mail(person->mail.text())) return false;
  auto const name = person->name.is_erased() || person->name.text().empty() ? key.text() : person->name.text();
  line("ATTENDEE;CN=" + quoted(name) + ";ROLE=" + role +
       ";PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:" + person->mail.text());
  return true;
}

// Everybody in a session but its lead, each once.
std::vector<Key<"person">> CalendarWriter::others(Session const& session) const {
  std::vector<Key<"person">> people;
  auto const add = [&](Key<"person"> const& person) {
    if (person != session.lead && std::ranges::find(people, person) == people.end()) people.push_back(person);
  };
  for (auto const& person : session.team) add(person);
  if (session.auditee) add(*session.auditee);
  if (session.kind == SessionKind::opening || session.kind == SessionKind::closing)
    for (auto const& each : sessions_)
      if (each.audit == session.audit && each.auditee) add(*each.auditee);
  return people;
}

// The parameter with the name of who invites; nothing if there is none.
std::string CalendarWriter::organizer_name() const {
  auto const& name = options_.organizer_name.empty() ? options_.organizer : options_.organizer_name;
  return name.empty() ? std::string() : ";CN=" + quoted(name);
}

void CalendarWriter::add_attendees(Session const& session) {
  bool any = add_attendee(session.lead, "CHAIR");
  for (auto const& person : others(session)) any = add_attendee(person, "REQ-PARTICIPANT") || any;
  // An invitation needs somebody who is invited: RFC 5546 3.2.2.
  if (!any) line("ATTENDEE" + organizer_name() + ":mailto:" + options_.organizer);
}

// A publication has an organizer as well, RFC 5546 3.2.1; where no address is given, the audit stands for it.
void CalendarWriter::add_organizer(Session const& session) {
  auto const audit = record_uuid(state_.workspace, Audit::type_name, session.audit.text());
  auto const address = invites() ? "mailto:" + options_.organizer : "urn:uuid:" + to_string(audit);
  line("ORGANIZER" + organizer_name() + ':' + address);
}

void CalendarWriter::add_event(Session const& session) {
  line("BEGIN:VEVENT");
  line("UID:" + to_string(record_uuid(state_.workspace, Session::type_name, session.key.text())) + "@annexa");
  line("DTSTAMP:" + form_two(options_.stamp));
  line("SEQUENCE:" + std::to_string(sequence(session)));
  line("DTSTART:" + form_two(session.start));
  line("DTEND:" + form_two(session.end));
  line("SUMMARY:" + escaped(summary(session)));
  if (!options_.confidential) line("DESCRIPTION:" + escaped(description(session)));
  if (!session.place.empty()) line("LOCATION:" + escaped(session.place));
  line(options_.confidential ? "CLASS:CONFIDENTIAL" : "CLASS:PUBLIC");
  line("STATUS:CONFIRMED");
  add_organizer(session);
  if (invites()) add_attendees(session);
  line("END:VEVENT");
}

std::string CalendarWriter::run() {
  line("BEGIN:VCALENDAR");
  line("VERSION:2.0");
  line("PRODID:-//annexa//annexa//EN");
  line("CALSCALE:GREGORIAN");
  line(invites() ? "METHOD:REQUEST" : "METHOD:PUBLISH");
  for (auto const& session : sessions_) add_event(session);
  line("END:VCALENDAR");
  return std::move(out_);
}

}  // namespace

result<std::string> write_calendar(State const& state, std::span<Session const> sessions,
                                   CalendarOptions const& options) {
  if (!options.organizer.empty() && !is_mail(options.organizer))
    return Error(no_organizer, "/organizer", {{"found", options.organizer}});
  return CalendarWriter(state, sessions, options).run();
}

}  // namespace v1
}  // namespace annexa
