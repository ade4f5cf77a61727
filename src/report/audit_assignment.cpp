// What was agreed: objectives, scope, criteria, team, plan, meetings, methods, and what was not covered.
#include <algorithm>

#include "audit_sections.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

Section objectives(AuditMaterial const& m) {
  auto out = section("objectives", "section.objectives"_word);
  out.blocks.emplace_back(List{true, text_cells(m.audit.objectives)});
  return out;
}

Section scope(AuditMaterial const& m) {
  auto out = section("scope", "section.scope"_word);
  out.blocks.emplace_back(Paragraph{m.audit.scope});
  Table table{"table-units",
              say("scope.units"_word),
              {column("column.unit"_word), column("column.key"_word), column("column.kind"_word),
               column("column.site"_word), column("column.answers"_word)},
              {}};
  for (auto const& key : m.audit.units) {
    auto const* unit = m.state.find(key);
    if (!unit) continue;
    table.rows.push_back(
        {anchor_of("unit", key.text()),
         {{unit->name}, {key.text()}, {word_of(unit->kind)}, maybe(m.unit(unit->site)), maybe(m.person(unit->owner))}});
  }
  out.blocks.push_back(table_or(std::move(table), "scope.no-units"_word));
  return out;
}

Section criteria(AuditMaterial const& m) {
  auto out = section("criteria", "section.criteria"_word);
  Facts facts;
  facts.items.push_back(
      {say("fact.catalog"_word),
       {in_english(std::string(m.catalog.title())), known_sentence(std::string(m.catalog.edition()))}});
  std::vector<Criterion> clauses;
  std::vector<Criterion> controls;
  std::vector<Criterion> others;
  for (auto const& each : m.verdicts)
    (each.criterion.is_clause() ? clauses : each.criterion.is_control() ? controls : others).push_back(each.criterion);
  auto const add = [&](Word label, std::vector<Criterion> const& some) {
    if (!some.empty()) facts.items.push_back({say(label, {{"count", number_text(some.size())}}), criteria_cells(some)});
  };
  add("fact.clauses"_word, clauses);
  add("fact.controls"_word, controls);
  add("fact.other-criteria"_word, others);
  out.blocks.emplace_back(std::move(facts));
  return out;
}

Section team(AuditMaterial const& m) {
  auto out = section("team", "section.team"_word);
  Table table{"table-team",
              say("section.team"_word),
              {column("column.member"_word), column("column.role"_word), column("column.key"_word)},
              {}};
  for (auto const& member : m.audit.team)
    table.rows.push_back({{}, {{m.person(member.person)}, {word_of(member.role)}, {member.person.text()}}});
  out.blocks.push_back(table_or(std::move(table), "team.none"_word));
  if (!m.audit.independence.empty())
    out.blocks.emplace_back(Callout{Tone::neutral, say("team.independence"_word), {m.audit.independence}});
  return out;
}

// "07:00–08:30"
std::string hours(Instant from, Instant until) { return time_of_day(from) + "\u2013" + time_of_day(until); }

Cells session_people(AuditMaterial const& m, Session const& session) {
  Cells people{m.person(session.lead)};
  for (auto const& each : session.team) people.emplace_back(m.person(each));
  return people;
}

Cells spoken_all(std::vector<std::string> const& names) {
  Cells cells;
  for (auto const& name : names) cells.emplace_back(known_name("audit-method", name));
  return cells;
}

Section plan(AuditMaterial const& m) {
  auto out = section("plan", "section.plan"_word);
  Table table{"table-plan",
              say("plan.caption"_word),
              {column("column.date"_word, ColumnKind::date), column("column.time"_word), column("column.what"_word),
               column("column.place"_word), column("column.auditors"_word), column("column.auditee"_word),
               column("column.methods"_word), column("column.criteria"_word, ColumnKind::reference)},
              {}};
  for (auto const* each : m.sessions) {
    auto what = word_of(each->kind);
    if (each->unit) what = m.unit(each->unit);
    table.rows.push_back({anchor_of("session", each->key.text()),
                          {{each->start.date()},
                           {hours(each->start, each->end)},
                           {std::move(what)},
                           maybe(each->place),
                           session_people(m, *each),
                           maybe(m.person(each->auditee)),
                           spoken_all(each->methods),
                           criteria_cells(each->criteria)}});
  }
  out.blocks.push_back(table_or(std::move(table), "plan.none"_word));
  if (m.audit.approved_by)
    out.blocks.emplace_back(Facts{{{say("fact.plan-approved"_word), {m.person(*m.audit.approved_by)}}}});
  return out;
}

// Notes, agenda and objections of a meeting.
Cells notes_of(Meeting const& meeting) {
  auto cells = maybe(meeting.notes);
  std::string agenda;
  for (auto const& each : meeting.agenda) agenda += (agenda.empty() ? "" : "; ") + each;
  if (!agenda.empty()) cells.emplace_back(say("meetings.agenda"_word, {{"agenda", agenda}}));
  for (auto const& each : meeting.objections)
    cells.emplace_back(say("meetings.objection"_word,
                           {{"subject", each.subject}, {"objection", each.objection}, {"answer", each.answer}}));
  return cells;
}

Section meetings(AuditMaterial const& m) {
  auto out = section("meetings", "section.meetings"_word);
  Table table{"table-meetings",
              say("section.meetings"_word),
              {column("column.meeting"_word), column("column.date"_word, ColumnKind::date), column("column.time"_word),
               column("column.place"_word), column("column.participants"_word), column("column.notes"_word)},
              {}};
  for (auto const& each : m.audit.meetings) {
    Cells people;
    for (auto const& key : each.attendees) people.emplace_back(m.person(key));
    table.rows.push_back({{},
                          {{word_of(each.kind)},
                           {each.at.date()},
                           {time_of_day(each.at)},
                           maybe(each.place),
                           std::move(people),
                           notes_of(each)}});
  }
  out.blocks.push_back(table_or(std::move(table), "meetings.none"_word));
  return out;
}

// Where the audit took place, each place once, in order of time.
Cells places(AuditMaterial const& m) {
  Cells cells;
  auto const add = [&](std::string const& place) {
    if (!place.empty() && std::ranges::find(cells, Cell(place)) == cells.end()) cells.emplace_back(place);
  };
  for (auto const* each : m.sessions) add(each->place);
  for (auto const& each : m.audit.meetings) add(each.place);
  return cells;
}

Section methods(AuditMaterial const& m) {
  auto out = section("methods", "section.methods"_word);
  Facts facts;
  auto const add = [&](Word label, Cells values) {
    if (!values.empty()) facts.items.push_back({say(label), std::move(values)});
  };
  add("fact.first-day"_word, {m.audit.from});
  add("fact.last-day"_word, {m.audit.until});
  add("fact.places"_word, places(m));
  add("fact.methods"_word, spoken_all(m.audit.methods));
  add("fact.language"_word, maybe(m.audit.language));
  out.blocks.emplace_back(std::move(facts));
  if (!m.audit.sampling.empty())
    out.blocks.emplace_back(Callout{Tone::neutral, say("methods.sampling"_word), {m.audit.sampling}});
  return out;
}

Section not_covered(AuditMaterial const& m) {
  auto out = section("not-covered", "section.not-covered"_word);
  if (m.audit.areas_not_covered.empty())
    out.blocks.emplace_back(Paragraph{say("not-covered.none"_word)});
  else
    out.blocks.emplace_back(List{false, text_cells(m.audit.areas_not_covered)});
  return out;
}

}  // namespace

Section assignment_section(AuditMaterial const& m) {
  auto out = section("assignment", "section.assignment"_word);
  Facts facts;
  if (!m.audit.client.empty()) facts.items.push_back({say("fact.client"_word), {m.audit.client}});
  if (m.audit.programme) facts.items.push_back({say("fact.programme"_word), {m.audit.programme->text()}});
  auto own = additions(m.audit.custom, m.audit.external_ids);
  if (!own.empty()) facts.items.push_back({say("column.additions"_word), std::move(own)});
  if (!facts.items.empty()) out.blocks.emplace_back(std::move(facts));
  for (auto const maker : {objectives, scope, criteria, team, methods, plan, meetings, not_covered})
    out.subsections.push_back(maker(m));
  return out;
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
