#include <algorithm>
#include <annexa/command/lookup.hpp>
#include <annexa/command/planning.hpp>
#include <annexa/report/planning_reports.hpp>

#include "audit_sections.hpp"
#include "people_words.hpp"
#include "report_language.hpp"
#include "review_sections.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

constexpr Rule no_plan{"report.no-plan", "Audit {audit} has no sessions on record; record a plan of it first.",
                       "9.2.2"};

// A section with the figures that there is something to draw for.
Section pictures_section(PlanPictureRequest request, std::initializer_list<PlanView> views) {
  auto out = section("pictures", "section.pictures"_word);
  for (auto const view : views) {
    request.view = view;
    if (auto figure = plan_figure(request)) out.blocks.emplace_back(*std::move(figure));
  }
  return out;
}

std::string name_of_unit(State const& state, Key<"unit"> const& key) {
  auto const* unit = state.find(key);
  return unit && !unit->name.empty() ? unit->name : key.text();
}

// "09:00–10:30" by the clocks of the place, and whose these are where sessions are in several zones.
Cells clock_hours(Session const& session, bool several_zones) {
  auto const offset = session.utc_offset.value_or(0);
  Cells cells{time_of_day(session.start.plus_minutes(offset)) + "\u2013" +
              time_of_day(session.end.plus_minutes(offset))};
  if (several_zones) cells.emplace_back(session.zone);
  return cells;
}

Cells spoken_methods(Session const& session) {
  Cells cells;
  for (auto const& method : session.methods) cells.emplace_back(known_name("audit-method", method));
  return cells;
}

Cells plain_criteria(std::vector<Criterion> const& criteria) {
  Cells cells;
  for (auto const& each : criteria) cells.emplace_back(each.text());
  return cells;
}

// ---- Plan

Row session_row(State const& state, PeopleWords const& people, Session const& session, bool several_zones) {
  Cells who{people.name(session.lead)};
  for (auto const& person : session.team) who.emplace_back(people.name(person));
  return {anchor_of("session", session.key.text()),
          {{local_day(session)},
           clock_hours(session, several_zones),
           {session.unit ? name_of_unit(state, *session.unit) : word_of(session.kind)},
           maybe(session.place),
           std::move(who),
           session.auditee ? Cells{people.name(*session.auditee)} : Cells{},
           spoken_methods(session),
           plain_criteria(session.criteria)}};
}

Section sessions_section(State const& state, PeopleWords const& people, std::vector<Session const*> const& sessions) {
  auto out = section("plan", "section.plan"_word);
  Table table{"table-plan",
              say("plan.caption"_word),
              {column("column.date"_word, ColumnKind::date), column("column.clock"_word), column("column.what"_word),
               column("column.place"_word), column("column.auditors"_word), column("column.auditee"_word),
               column("column.methods"_word), column("column.criteria"_word)},
              {}};
  bool const several =
      std::ranges::any_of(sessions, [&](auto const* each) { return each->zone != sessions.front()->zone; });
  for (auto const* session : sessions) table.rows.push_back(session_row(state, people, *session, several));
  out.blocks.push_back(table_or(std::move(table), "plan.none"_word));
  return out;
}

std::vector<Fact> plan_facts(Audit const& audit, std::vector<Session const*> const& sessions) {
  Cells zones;
  for (auto const* session : sessions) {
    Cell zone(session->zone.empty() ? "Etc/UTC" : session->zone);
    if (std::ranges::find(zones, zone) == zones.end()) zones.push_back(std::move(zone));
  }
  return {{say("fact.audit"_word), {audit.key.text()}}, {say("fact.kind"_word), {word_of(audit.kind)}},
          {say("fact.first-day"_word), {audit.from}},   {say("fact.last-day"_word), {audit.until}},
          {say("fact.zone"_word), std::move(zones)},    {say("fact.state"_word), {word_of(audit.state)}}};
}

// ---- Programme

Programme const* chosen_programme(State const& state, std::string_view key) {
  if (!key.empty()) return state.find<Programme>(key);
  Programme const* chosen = nullptr;
  state.for_each<Programme>([&](Programme const& each) {
    auto const rank = [](Programme const& programme) {
      return std::pair(programme.state == ProgrammeState::approved, programme.from);
    };
    if (!chosen || rank(*chosen) <= rank(each)) chosen = &each;
  });
  return chosen;
}

Section audits_section(State const& state, Programme const& programme) {
  auto out = section("audits", "section.programme-audits"_word);
  Table table{"table-audits",
              say("programme.caption"_word),
              {column("column.audit"_word), column("column.date"_word, ColumnKind::date), column("column.kind"_word),
               column("column.title"_word), column("column.units"_word), column("column.criteria"_word),
               column("column.hours"_word, ColumnKind::number), column("column.because"_word)},
              {}};
  for (auto const& entry : programme.entries) {
    Cells units;
    for (auto const& unit : entry.units) units.emplace_back(name_of_unit(state, unit));
    table.rows.push_back({anchor_of("audit", entry.audit),
                          {{entry.audit},
                           {entry.from},
                           {word_of(entry.kind)},
                           maybe(entry.title),
                           std::move(units),
                           plain_criteria(entry.criteria),
                           {Cell(Decimal::from((entry.minutes + 3) / 6, 1).value())},
                           text_cells(entry.reasons)}});
  }
  out.blocks.push_back(table_or(std::move(table), "programme.none"_word));
  return out;
}

// "2026-03, 2026-09 → 2026-05", where one side may be nothing.
std::string moved_text(State const& state, MovedVisits const& moved) {
  auto const months = [](std::vector<Date> const& days) {
    std::string text;
    for (auto const& day : days) text += (text.empty() ? "" : ", ") + to_string(day).substr(0, 7);
    return text.empty() ? std::string("\u2013") : text;
  };
  return name_of_unit(state, moved.unit) + ": " + months(moved.before) + " \u2192 " + months(moved.after);
}

Section amendments_section(State const& state, PeopleWords const& people, Programme const& programme) {
  auto out = section("amendments", "section.programme-amendments"_word);
  Table table{"table-amendments",
              say("programme.amendments-caption"_word),
              {column("column.number"_word, ColumnKind::number), column("column.proposed"_word, ColumnKind::date),
               column("column.reason"_word), column("column.units"_word), column("column.released"_word),
               column("column.approval"_word)},
              {}};
  for (auto const& each : programme.amendments) {
    Cells moved;
    for (auto const& unit : each.moved) moved.emplace_back(moved_text(state, unit));
    Cells released;
    for (auto const& row : each.released)
      released.emplace_back((row.unit        ? name_of_unit(state, *row.unit)
                             : row.criterion ? row.criterion->text()
                                             : "") +
                            ": " + row.because);
    Cells approval{word_of(ProgrammeState::proposed)};
    if (each.approved_on) approval = {*each.approved_on};
    if (each.approved_by) approval.emplace_back(people.name(*each.approved_by));
    table.rows.push_back({anchor_of("amendment", std::to_string(each.number)),
                          {{Cell(Decimal::from(each.number, 0).value())},
                           {each.proposed_on},
                           maybe(each.because),
                           std::move(moved),
                           std::move(released),
                           std::move(approval)}});
  }
  out.blocks.emplace_back(std::move(table));
  return out;
}

Section basis_section(Programme const& programme) {
  auto out = section("basis", "section.programme-basis"_word);
  Facts facts;
  auto const add = [&](Word label, Cells values) {
    if (!values.empty()) facts.items.push_back({say(label), std::move(values)});
  };
  add("programme.objectives"_word, text_cells(programme.objectives));
  add("programme.methods"_word, maybe(programme.methods));
  add("programme.responsibilities"_word, maybe(programme.responsibilities));
  add("programme.risks"_word, text_cells(programme.risks));
  if (facts.items.empty())
    out.blocks.emplace_back(Paragraph{say("programme.no-basis"_word)});
  else
    out.blocks.emplace_back(std::move(facts));
  return out;
}

}  // namespace

std::vector<PictureLabel> picture_labels(State const& state, PeopleForm people) {
  PeopleWords const words(state, people);
  std::vector<PictureLabel> labels;
  state.for_each<Person>([&](Person const& person) {
    labels.push_back({person.key.text(), words.name(person.key), {}});
  });
  // The levels that a programme made today would rest on.
  auto const known = programme_request(state, state.latest.date());
  auto const levels = std::max(known.parameters.risk_levels, 1);
  state.for_each<Unit>([&](Unit const& unit) {
    PictureLabel label{unit.key.text(), unit.name, {}};
    auto const row = std::ranges::find(known.units, unit.key, &AuditableUnit::unit);
    if (row != known.units.end() && row->risk_level) label.level = std::max(*row->risk_level * 5 / levels, 1);
    labels.push_back(std::move(label));
  });
  return labels;
}

result<Document> plan_report(State const& state, std::string_view audit, ReportContext const& context) {
  auto const* found = state.find<Audit>(audit);
  if (!found) return no_record(state, *find_noun(Audit::type_name), audit);
  auto const language = report_language(state, context, found);
  if (!language) return language.error();
  Speaking const speaking(*language);
  auto const sessions = plan_of(state, found->key);
  if (sessions.empty()) return Error(no_plan, "/audit", {{"audit", std::string(audit)}});
  auto document = review_frame(state, context, "plan", found->key.text(), "document.plan"_word);
  document.title = found->title;
  document.subtitle = organization_of(state).name;
  document.confidentiality = found->confidentiality;
  document.facts = plan_facts(*found, sessions);
  PlanPictureRequest request;
  for (auto const* session : sessions) request.sessions.push_back(*session);
  request.labels = picture_labels(state, context.people);
  document.sections.push_back(
      pictures_section(std::move(request), {PlanView::auditors, PlanView::units, PlanView::load}));
  document.sections.push_back(sessions_section(state, PeopleWords(state, context.people), sessions));
  return finished(std::move(document), state, context);
}

result<Document> programme_report(State const& state, std::string_view programme, ReportContext const& context) {
  auto const* found = chosen_programme(state, programme);
  if (!found) return no_record(state, *find_noun(Programme::type_name), programme);
  auto const language = report_language(state, context);
  if (!language) return language.error();
  Speaking const speaking(*language);
  auto document = review_frame(state, context, "programme", found->key.text(), "document.programme"_word);
  document.facts = {{say("fact.programme"_word), {found->key.text()}},
                    {say("fact.first-day"_word), {found->from}},
                    {say("fact.last-day"_word), {found->until}},
                    {say("fact.state"_word), {word_of(found->state)}}};
  PlanPictureRequest request;
  request.programme = *found;
  request.labels = picture_labels(state, context.people);
  document.sections.push_back(pictures_section(std::move(request), {PlanView::programme, PlanView::capacity}));
  document.sections.push_back(audits_section(state, *found));
  document.sections.push_back(basis_section(*found));
  if (!found->amendments.empty())
    document.sections.push_back(amendments_section(state, PeopleWords(state, context.people), *found));
  return finished(std::move(document), state, context);
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
