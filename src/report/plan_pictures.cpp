#include <algorithm>
#include <annexa/base/text.hpp>
#include <annexa/report/picture.hpp>
#include <annexa/report/plan_pictures.hpp>
#include <annexa/report/risk_pictures.hpp>
#include <map>
#include <set>

#include "report_language.hpp"
#include "wording.hpp"

namespace annexa {
inline namespace v1 {
namespace report {

ANNEXA_DEFINE_TYPE_TABLE(PlanPictureRequest)

namespace {

// "12.5 h".
std::string hours_text(std::int64_t minutes) {
  auto const tenths = (minutes + 3) / 6;
  auto text = number_text(tenths / 10);
  if (tenths % 10 != 0) text += std::string(raw_text("number.point"_word)) + std::to_string(tenths % 10);
  return text + " h";
}

// Rows by key, in natural order of what the picture calls them, no more than it takes.
class PictureRows {
 public:
  PictureRows(PlanPictureRequest const& request, std::set<std::string> const& keys) {
    for (auto const& label : request.labels) labels_.emplace(label.key, &label);
    std::vector<std::pair<std::string, std::string>> named;
    for (auto const& key : keys) named.emplace_back(name_of(key), key);
    std::ranges::sort(named, [](auto const& a, auto const& b) {
      return a.first != b.first ? natural_less(a.first, b.first) : natural_less(a.second, b.second);
    });
    left_out_ = named.size() - std::min(named.size(), picture_rows);
    named.resize(named.size() - left_out_);
    for (auto& [name, key] : named) {
      numbers_.emplace(key, static_cast<int>(names_.size()));
      names_.push_back(std::move(name));
    }
  }
  [[nodiscard]] std::string name_of(std::string const& key) const {
    auto const found = labels_.find(key);
    return found == labels_.end() || found->second->name.empty() ? key : found->second->name;
  }
  // How much a unit weighs; 0 if nobody said.
  [[nodiscard]] int level_of(std::string const& key) const {
    auto const found = labels_.find(key);
    return found == labels_.end() ? 0 : std::clamp(found->second->level.value_or(0), 0, 5);
  }
  [[nodiscard]] std::optional<int> number_of(std::string const& key) const {
    auto const found = numbers_.find(key);
    if (found == numbers_.end()) return {};
    return found->second;
  }
  [[nodiscard]] std::vector<std::string> const& names() const noexcept { return names_; }
  // What stands below the picture where rows or columns were left out.
  [[nodiscard]] std::string left_out(std::size_t columns, Word one, Word many) const {
    std::string text;
    if (left_out_ > 0)
      text = count_of(static_cast<std::int64_t>(left_out_), "picture.row-left-out"_word, "picture.rows-left-out"_word);
    if (columns > 0) text += (text.empty() ? "" : " ") + count_of(static_cast<std::int64_t>(columns), one, many);
    return text;
  }

 private:
  std::map<std::string, PictureLabel const*> labels_;
  std::map<std::string, int> numbers_;
  std::vector<std::string> names_;
  std::size_t left_out_ = 0;
};

// ---- Plan

std::vector<Session const*> taking_place(PlanPictureRequest const& request) {
  std::vector<Session const*> sessions;
  for (auto const& session : request.sessions)
    if (!session.cancelled && session.start < session.end) sessions.push_back(&session);
  return sessions;
}

// Zone of the meetings; empty where all sessions are in one.
std::string zone_of_several(std::vector<Session const*> const& sessions) {
  auto const differs = [&](Session const* each) { return each->zone != sessions.front()->zone; };
  if (std::ranges::none_of(sessions, differs)) return {};
  auto const opening = std::ranges::find(sessions, SessionKind::opening, &Session::kind);
  return (opening == sessions.end() ? sessions.front() : *opening)->zone;
}

// Sessions by the clocks of @p zone, as far as others tell what these show: one picture has one clock.
std::vector<Session> by_one_clock(std::vector<Session const*> const& sessions, std::string const& zone) {
  std::map<Instant, int> offsets;
  for (auto const* each : sessions)
    if (each->zone == zone) offsets.emplace(each->start, each->utc_offset.value_or(0));
  std::vector<Session> own;
  for (auto const* each : sessions) {
    auto& session = own.emplace_back(*each);
    auto const next = offsets.upper_bound(session.start);
    if (session.zone != zone) session.utc_offset = (next == offsets.begin() ? next : std::prev(next))->second;
  }
  return own;
}

std::set<std::string> auditors_of(Session const& session) {
  std::set<std::string> people{session.lead.text()};
  for (auto const& person : session.team) people.insert(person.text());
  return people;
}

// Rows of a session: its auditors or its unit; meetings are in no unit's row but in one of their own.
std::set<std::string> rows_of(Session const& session, PlanView view) {
  if (view != PlanView::units) return auditors_of(session);
  return {session.unit ? session.unit->text() : say("picture.meetings"_word)};
}

int series_of(Session const& session) {
  if (session.kind == SessionKind::audit) return session.place == "remote" ? 1 : 0;
  return session.kind == SessionKind::team ? 3 : 2;
}

int minute_of(Session const& session, Instant instant) {
  auto const local = instant.plus_minutes(session.utc_offset.value_or(0));
  // What ends on a later day is drawn to the end of its first.
  return local.date() > local_day(session) ? 1440 : static_cast<int>(local.minute_of_day());
}

std::string text_in(Session const& session, PlanView view, PictureRows const& rows) {
  if (view == PlanView::auditors) return session.unit ? rows.name_of(session.unit->text()) : word_of(session.kind);
  auto const lead = rows.name_of(session.lead.text());
  return session.team.empty() ? lead : lead + " +" + std::to_string(session.team.size());
}

// The hours that are shown: whole ones around all sessions.
void frame_hours(std::vector<Session const*> const& sessions, Schedule& schedule) {
  schedule.from = 1440;
  schedule.until = 0;
  for (auto const* session : sessions) {
    schedule.from = std::min(schedule.from, minute_of(*session, session->start) / 60 * 60);
    schedule.until = std::max(schedule.until, (minute_of(*session, session->end) + 59) / 60 * 60);
  }
}

// The bars of @p sessions on the days and in the rows that are shown.
std::vector<ScheduleBar> bars_of(std::vector<Session const*> const& sessions, PlanView view, PictureRows const& rows,
                                 std::vector<Date> const& days) {
  std::vector<ScheduleBar> bars;
  for (auto const* session : sessions) {
    auto const day = std::ranges::find(days, local_day(*session));
    if (day == days.end()) continue;
    for (auto const& key : rows_of(*session, view))
      if (auto const row = rows.number_of(key))
        bars.push_back({*row, static_cast<int>(day - days.begin()), minute_of(*session, session->start),
                        minute_of(*session, session->end), series_of(*session), text_in(*session, view, rows)});
  }
  return bars;
}

// The figure of a schedule. @param zone  whose clocks it shows where sessions are in several zones, else empty
Figure named_schedule(Schedule schedule, PlanView view, std::string description, std::string const& zone) {
  bool const by_auditor = view == PlanView::auditors;
  auto title = say(by_auditor ? "picture.auditors"_word : "picture.units"_word);
  if (!zone.empty()) {
    description += ' ' + say("picture.one-clock"_word, {{"zone", zone}});
    title += " (" + zone + ')';
  }
  return {by_auditor ? "figure-auditors" : "figure-units", std::move(title), std::move(description),
          std::move(schedule)};
}

result<Figure> schedule_figure(PlanPictureRequest const& request) {
  auto sessions = taking_place(request);
  if (sessions.empty()) return Error(plan_picture_rules::nothing, "/sessions", {{"what", "session that takes place"}});
  auto const zone = zone_of_several(sessions);
  std::vector<Session> own;
  if (!zone.empty()) {
    own = by_one_clock(sessions, zone);
    for (std::size_t i = 0; i < own.size(); ++i) sessions[i] = &own[i];
  }
  std::set<std::string> keys;
  std::set<Date> days;
  for (auto const* session : sessions) {
    keys.merge(rows_of(*session, request.view));
    days.insert(local_day(*session));
  }
  PictureRows const rows(request, keys);
  Schedule schedule;
  schedule.rows = rows.names();
  for (auto const day : days)
    if (schedule.days.size() < picture_columns) schedule.days.push_back(day);
  frame_hours(sessions, schedule);
  schedule.series = {{say("picture.session"_word), Tone::good},
                     {say("picture.remote"_word), Tone::notice},
                     {say("picture.meeting"_word), Tone::neutral},
                     {say("picture.team-meeting"_word), Tone::muted}};
  schedule.bars = bars_of(sessions, request.view, rows, schedule.days);
  schedule.left_out =
      rows.left_out(days.size() - schedule.days.size(), "picture.day-left-out"_word, "picture.days-left-out"_word);
  auto description = say("picture.schedule-description"_word, {{"sessions", number_text(sessions.size())},
                                                               {"days", number_text(days.size())},
                                                               {"rows", std::to_string(keys.size())}});
  return named_schedule(std::move(schedule), request.view, std::move(description), zone);
}

result<Figure> load_figure(PlanPictureRequest const& request) {
  auto const sessions = taking_place(request);
  if (sessions.empty()) return Error(plan_picture_rules::nothing, "/sessions", {{"what", "session that takes place"}});
  std::map<std::string, std::pair<std::int64_t, std::int64_t>> load;  // minutes and sessions
  std::set<std::string> keys;
  for (auto const* session : sessions)
    for (auto const& person : auditors_of(*session)) {
      auto& [minutes, count] = load[person];
      minutes += (session->end.micros() - session->start.micros()) / 60'000'000;
      ++count;
      keys.insert(person);
    }
  PictureRows const rows(request, keys);
  MeasuredBars bars;
  bars.bars.resize(rows.names().size());
  std::int64_t all = 0;
  for (auto const& [person, each] : load) {
    all += each.first;
    if (auto const row = rows.number_of(person))
      bars.bars[static_cast<std::size_t>(*row)] = {
          rows.name_of(person),
          each.first,
          {},
          say("picture.load"_word, {{"hours", hours_text(each.first)}, {"count", number_text(each.second)}})};
  }
  bars.left_out = rows.left_out(0, "picture.day-left-out"_word, "picture.days-left-out"_word);
  return Figure{
      "figure-load", say("picture.load-title"_word),
      say("picture.load-description"_word, {{"people", number_text(load.size())}, {"hours", hours_text(all)}}),
      std::move(bars)};
}

// ---- Programme

Date month_of(Date day) {
  auto const civil = day.parts();
  return *Date::from(civil.year, civil.month, 1);
}

// The months of a programme, from its first day to its last audit or its last day.
std::vector<Date> months_of(Programme const& programme) {
  auto first = month_of(programme.from);
  auto last = std::max(month_of(programme.until), first);
  for (auto const& entry : programme.entries) {
    first = std::min(first, month_of(entry.from));
    last = std::max(last, month_of(entry.from));
  }
  std::vector<Date> months;
  for (auto month = first; month <= last && months.size() < picture_columns; month = month.plus_months(1))
    months.push_back(month);
  return months;
}

result<Programme const*> programme_of(PlanPictureRequest const& request) {
  if (!request.programme || request.programme->entries.empty())
    return Error(plan_picture_rules::nothing, "/programme", {{"what", "programme with audits"}});
  return &*request.programme;
}

std::size_t months_left_out(Programme const& programme, std::vector<Date> const& months) {
  std::set<Date> beyond;
  for (auto const& entry : programme.entries)
    if (!std::ranges::binary_search(months, month_of(entry.from))) beyond.insert(month_of(entry.from));
  return beyond.size();
}

result<Figure> month_figure(PlanPictureRequest const& request) {
  auto const found = programme_of(request);
  if (!found) return found.error();
  auto const& programme = **found;
  std::set<std::pair<std::string, Date>> audits;
  std::set<std::string> keys;
  for (auto const& entry : programme.entries)
    for (auto const& unit : entry.units) {
      keys.insert(unit.text());
      audits.emplace(unit.text(), month_of(entry.from));
    }
  if (keys.empty()) return Error(plan_picture_rules::nothing, "/programme", {{"what", "programme that visits units"}});
  PictureRows const rows(request, keys);
  MonthMap map;
  map.months = months_of(programme);
  map.rows = rows.names();
  map.levels.resize(6);
  for (auto const& at : audits) {
    auto const month = std::ranges::lower_bound(map.months, at.second);
    auto const row = rows.number_of(at.first);
    if (!row || month == map.months.end() || *month != at.second) continue;
    auto const level = rows.level_of(at.first);
    map.levels[static_cast<std::size_t>(level)] =
        level == 0 ? say("picture.no-level"_word) : say("picture.level"_word, {{"level", std::to_string(level)}});
    map.cells.push_back(
        {*row, static_cast<int>(month - map.months.begin()), level, level == 0 ? "x" : std::to_string(level)});
  }
  map.left_out = rows.left_out(months_left_out(programme, map.months), "picture.month-left-out"_word,
                               "picture.months-left-out"_word);
  auto description = say("picture.programme-description"_word, {{"units", number_text(keys.size())},
                                                                {"months", number_text(map.months.size())},
                                                                {"audits", number_text(programme.entries.size())}});
  return Figure{"figure-programme", say("picture.programme"_word), std::move(description), std::move(map)};
}

result<Figure> capacity_figure(PlanPictureRequest const& request) {
  auto const found = programme_of(request);
  if (!found) return found.error();
  auto const& programme = **found;
  auto const months = months_of(programme);
  std::map<Date, std::int64_t> minutes;
  for (auto const& entry : programme.entries) minutes[month_of(entry.from)] += std::max(entry.minutes, 0);
  MeasuredBars bars;
  std::int64_t beyond = 0;
  std::optional<std::int64_t> limit;
  if (request.minutes_per_month) limit = std::max(*request.minutes_per_month, 0);
  for (auto const month : months) {
    auto const used = minutes.contains(month) ? minutes.at(month) : 0;
    if (limit && used > *limit) ++beyond;
    auto note = hours_text(used);
    if (limit) note = say("picture.of"_word, {{"used", note}, {"limit", hours_text(*limit)}});
    bars.bars.push_back({to_string(month).substr(0, 7), used, limit, used == 0 && !limit ? std::string() : note});
  }
  bars.within = say("picture.within"_word);
  if (beyond > 0) bars.beyond = say("picture.beyond"_word);
  if (auto const more = months_left_out(programme, months); more > 0)
    bars.left_out =
        count_of(static_cast<std::int64_t>(more), "picture.month-left-out"_word, "picture.months-left-out"_word);
  auto description = say("picture.capacity-description"_word,
                         {{"months", number_text(months.size())}, {"beyond", number_text(beyond)}});
  return Figure{"figure-capacity", say("picture.capacity"_word), std::move(description), std::move(bars)};
}

// ---- Files

// Pixels that the contents want.
struct WantedWidth {
  int operator()(Schedule const& chart) const { return 220 + static_cast<int>(chart.days.size()) * 300; }
  int operator()(MonthMap const& chart) const { return 220 + static_cast<int>(chart.months.size()) * 30; }
  int operator()(auto const&) const { return 720; }
};

result<int> picture_width(PlanPictureRequest const& request, Chart const& chart) {
  if (!request.width) return std::clamp(std::visit(WantedWidth{}, chart), 720, 10'000);
  if (*request.width < 100 || *request.width > 10'000)
    return Error(picture_rules::width, "/width", {{"found", std::to_string(*request.width)}});
  return *request.width;
}

}  // namespace

result<Figure> plan_figure(PlanPictureRequest const& request) {
  switch (request.view) {
    case PlanView::auditors:
    case PlanView::units:
      return schedule_figure(request);
    case PlanView::load:
      return load_figure(request);
    case PlanView::programme:
      return month_figure(request);
    case PlanView::capacity:
      return capacity_figure(request);
  }
  return schedule_figure(request);
}

result<std::string> plan_picture(PlanPictureRequest const& request) {
  auto const language = asked_language(request.language, Language::english);
  if (!language) return language.error();
  Speaking const speaking(*language);
  auto figure = plan_figure(request);
  if (!figure) return figure.error();
  auto const width = picture_width(request, figure->chart);
  if (!width) return width.error();
  if (!request.title.empty()) figure->title = request.title;
  auto title = figure->title;
  auto description = figure->description;
  return picture({*std::move(figure)}, {"plan", std::move(title), std::move(description), *width});
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
