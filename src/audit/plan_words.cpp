#include "plan_words.hpp"

#include <algorithm>
#include <set>

namespace annexa {
inline namespace v1 {
namespace {

constexpr std::size_t most_named = 6;  // in one sentence

}  // namespace

PlanWords::PlanWords(Workload& workload, DraftTeam pool, bool chosen)
    : workload_(workload),
      phrases_(plan_phrases(), workload.request.parameters.language),
      pool_(std::move(pool)),
      chosen_(chosen) {
  exclude();
}

void PlanWords::exclude() {
  std::map<std::string_view, std::size_t> units;
  for (std::size_t i = 0; i < workload_.request.units.size(); ++i)
    units.emplace(workload_.request.units[i].key.text(), i);
  std::map<std::string, Key<"unit">> objects;
  for (auto const& unit : workload_.request.units) objects.emplace(object_of(unit.key), unit.key);
  std::set<std::string_view> pool;
  for (auto const& member : pool_) pool.insert(workload_.roster.key(member.person).text());
  Relation const* before = nullptr;
  for (auto const& relation : workload_.independence.relations()) {
    auto const unit = objects.find(relation.object);
    bool const same = before && before->object == relation.object && before->person == relation.person;
    before = &relation;
    if (same || unit == objects.end() || !pool.contains(relation.person.text())) continue;
    for (auto day = workload_.request.from; day <= workload_.request.until; day = day.plus_days(1)) {
      auto const rulings = workload_.independence.against(relation.person, unit->second, day);
      if (rulings.empty()) continue;
      excluded_.push_back(
          {relation.person, unit->second, std::string(rulings.front().message->id), rulings.front().because()});
      break;
    }
  }
  std::ranges::stable_sort(excluded_, [&](ExcludedPair const& a, ExcludedPair const& b) {
    auto const x = units.at(a.unit.text());
    auto const y = units.at(b.unit.text());
    return x != y ? x < y : natural_less(a.person.text(), b.person.text());
  });
  for (std::size_t i = 0; i < excluded_.size();) {
    auto end = i;
    while (end < excluded_.size() && excluded_[end].unit == excluded_[i].unit) ++end;
    by_unit_.emplace(excluded_[i].unit.text(), Pairs(excluded_).subspan(i, end - i));
    i = end;
  }
}

PlanWords::Pairs PlanWords::excluded_from(Unit const* unit) const {
  if (!unit) return {};
  auto const found = by_unit_.find(unit->key.text());
  return found == by_unit_.end() ? Pairs{} : found->second;
}

std::string PlanWords::listed(std::vector<std::string> const& names) const {
  std::string text;
  auto const shown = std::min(names.size(), most_named);
  for (std::size_t i = 0; i < shown; ++i) text += (i == 0 ? "" : i + 1 == names.size() ? say("and") : ", ") + names[i];
  if (shown < names.size()) text += say("and") + say("more", {{"n", std::to_string(names.size() - shown)}});
  return text;
}

// "P-1 owns it; nobody audits own work. (S01)" becomes "P-1 owns it; nobody audits own work (S01)".
std::string PlanWords::with_rule(ExcludedPair const& pair) const {
  auto text = pair.because;
  if (text.ends_with('.')) text.pop_back();
  return say("with-rule", {{"because", text}, {"person", pair.person.text()}, {"rule", pair.rule}});
}

std::string PlanWords::name(Work const& work) const { return work.unit ? name_of(work) : say("management"); }

std::string PlanWords::names(DraftSession const& session) const {
  std::vector<std::string> found{key(session.lead)};
  for (auto const person : session.others) found.push_back(key(person));
  if (session.auditee) found.push_back(key(*session.auditee));
  return listed(found);
}

std::string PlanWords::minutes(std::int64_t number) const {
  return say(number == 1 ? "minute" : "minutes", {{"n", std::to_string(number)}});
}

std::string PlanWords::span() const {
  return say("span", {{"from", to_string(workload_.request.from)}, {"until", to_string(workload_.request.until)}});
}

std::string PlanWords::time_of(DraftSession const& session) const {
  auto const& hours = clocks_of(workload_, session);
  auto const instant = Instant::at(Date{}, session.slot.start);
  auto const day = local_day(hours, instant);
  auto const at = local_minute(hours, instant);
  return std::string(phrases_.of(weekday_names(day.weekday()))) + ' ' + to_string(day) + ' ' +
         detail::padded(at / 60, 2) + ':' + detail::padded(at % 60, 2) +
         (&hours == &workload_.table.clocks(0) ? "" : " (" + hours.zone + ')');
}

// ---- Why

std::string PlanWords::why_time(DraftSession const& session) const {
  bool const alone = session.others.empty() && !session.auditee;
  return say(alone ? "why-time-alone" : "why-time", {{"time", time_of(session)}, {"names", names(session)}});
}

std::string PlanWords::why_length(DraftSession const& session) const {
  auto const& work = workload_.works[session.work];
  auto length = minutes(session.slot.end - session.slot.start);
  if (work.parts.size() > 1)
    length += say("why-part", {{"n", std::to_string(session.part + 1)},
                               {"count", std::to_string(work.parts.size())},
                               {"minutes", minutes(work.minutes())}});
  if (!work.unit) return say("why-uncarried", {{"length", length}, {"n", std::to_string(work.criteria.size())}});
  return say(work.unit->audit_minutes ? "why-recorded" : "why-usual", {{"length", length}});
}

// "knows cryptography" of what the work needs; empty if it needs nothing that the person knows.
std::string PlanWords::skills(Work const& work, std::size_t person) const {
  std::vector<std::string> found;
  if (work.unit)
    for (auto const& each : work.unit->required_competences)
      if (auto const competence = workload_.roster.competence(each);
          competence && workload_.roster.knows(person, *competence))
        found.push_back(each);
  return found.empty() ? "" : say("knows", {{"names", listed(found)}});
}

std::string PlanWords::why_lead(DraftSession const& session) const {
  auto const& work = workload_.works[session.work];
  auto const lead = key(session.lead);
  auto known = skills(work, session.lead);
  if (!known.empty()) known = say("and-knows", {{"lead", lead}, {"knows", known}});
  auto text =
      say("why-lead", {{"lead", lead}, {"name", name(work)}, {"skills", known}, {"load", minutes(session.load)}});
  for (auto const other : session.others) {
    auto const knows = skills(work, other);
    text += ' ' + say(knows.empty() ? "joins-too" : "joins", {{"person", key(other)}, {"knows", knows}});
  }
  return text;
}

std::string PlanWords::why_auditee(DraftSession const& session) const {
  auto const& work = workload_.works[session.work];
  if (!session.auditee) return say("no-auditee", {{"name", name(work)}});
  auto const person = key(*session.auditee);
  if (!work.unit) return say("auditee-isms", {{"person", person}});
  bool const first = work.auditees.empty() || work.auditees.front() == *session.auditee;
  if (first || (work.unit->owner && work.unit->owner->text() == person))
    return say("auditee-owner", {{"person", person}});
  return say("auditee-other", {{"person", person}, {"first", key(work.auditees.front())}});
}

std::vector<std::string> PlanWords::why(DraftSession const& session) const {
  std::vector<Argument> const args{{"lead", key(session.lead)}};
  switch (session.kind) {
    case SessionKind::opening:
      return {say("why-opening", args), why_time(session)};
    case SessionKind::closing:
      return {say("why-closing", args), why_time(session)};
    case SessionKind::team:
      return {say("why-meeting")};
    case SessionKind::audit:
      break;
  }
  std::vector<std::string> sentences{why_time(session), why_length(session), why_lead(session), why_auditee(session)};
  auto const pairs = excluded_from(workload_.works[session.work].unit);
  for (std::size_t i = 0; i < std::min(pairs.size(), most_named); ++i)
    sentences.push_back(say("excluded", {{"person", pairs[i].person.text()}, {"because", with_rule(pairs[i])}}));
  if (pairs.size() > most_named)
    sentences.push_back(say("excluded-more", {{"n", std::to_string(pairs.size() - most_named)}}));
  return sentences;
}

std::string PlanWords::other(std::optional<NextBest> const& next) const {
  if (!next) return say("no-other");
  return say(next->level == "none" ? "as-good" : "next-best", {{"time", time_of(next->session)},
                                                               {"names", names(next->session)},
                                                               {"level", say(next->level)},
                                                               {"by", std::to_string(next->by)}});
}

std::string PlanWords::why_deputy(std::size_t lead, std::size_t away) const {
  return say("why-deputy", {{"lead", key(lead)}, {"person", key(away)}});
}

std::string PlanWords::was(DraftSession const& session) const {
  return say("was", {{"time", time_of(session)}, {"names", names(session)}});
}

// ---- Why not

// Days on which a work could be audited if everybody had time: it, and somebody who answers for it, are there.
Days PlanWords::audit_days(std::size_t work) const {
  auto const& auditees = workload_.works[work].auditees;
  auto days = workload_.works[work].days;
  if (auditees.empty()) return days;
  Days answered;
  for (auto const person : auditees) answered |= workload_.roster.there(person);
  return days & answered;
}

std::string PlanWords::nobody_may(std::size_t work) const {
  auto const& row = workload_.works[work];
  if (workload_.roster.size() == 1) return say("one-person", {{"name", name(row)}});
  std::vector<std::string> reasons;
  for (auto const& pair : excluded_from(row.unit)) reasons.push_back(with_rule(pair));
  if (!row.unit) reasons.push_back(say("s03"));
  if (reasons.empty()) reasons.push_back(say("all-away"));
  return say("nobody-may",
             {{"whom", say(chosen_ ? "of-auditors" : "of-team")}, {"name", name(row)}, {"reasons", listed(reasons)}});
}

std::string PlanWords::missing_skill(std::size_t work) const {
  auto const& unit = *workload_.works[work].unit;
  std::vector<std::string> missing;
  for (auto const& each : unit.required_competences) {
    auto const competence = workload_.roster.competence(each);
    auto const knows = [&](DraftMember const& member) {
      return competence && workload_.roster.knows(member.person, *competence) &&
             workload_.may(member.person, work).any();
    };
    if (std::ranges::none_of(pool_, knows)) missing.push_back(each);
  }
  if (missing.empty()) return {};
  return say("missing-skill", {{"name", name(workload_.works[work])}, {"names", listed(missing)}});
}

std::string PlanWords::no_time(std::size_t work) const {
  auto const& row = workload_.works[work];
  auto const sessions =
      say(row.parts.size() == 1 ? "in-session" : "in-sessions", {{"n", std::to_string(row.parts.size())}});
  return say("no-time",
             {{"name", name(row)}, {"minutes", minutes(row.minutes())}, {"sessions", sessions}, {"span", span()}});
}

WhyNot PlanWords::why_not(std::size_t work) const {
  auto const& row = workload_.works[work];
  auto const& request = workload_.request;
  if (row.unit && row.unit->retired_on && *row.unit->retired_on <= request.from)
    return {"retired", say("retired", {{"name", name(row)}, {"day", to_string(*row.unit->retired_on)}})};
  if (row.days.none()) return {"calendar", say("no-day", {{"name", name(row)}, {"span", span()}})};
  auto const may = [&](DraftMember const& member) {
    return member.role <= TeamRole::auditor && workload_.may(member.person, work).any();
  };
  if (std::ranges::none_of(pool_, may)) return {"independence", nobody_may(work)};
  if (row.unit)
    if (auto text = missing_skill(work); !text.empty()) return {"competence", std::move(text)};
  if (audit_days(work).none()) {
    std::vector<std::string> people;
    for (auto const person : row.auditees) people.push_back(key(person));
    return {"auditee", say("auditee-away", {{"names", listed(people)},
                                            {"name", name(row)},
                                            {"is", say(people.size() == 1 ? "is" : "are")},
                                            {"from", to_string(request.from)},
                                            {"until", to_string(request.until)}})};
  }
  return {"time", no_time(work)};
}

std::string PlanWords::why_no_lead() const {
  std::vector<Argument> const args{{"span", span()}};
  if (workload_.table.working().none()) return say("no-work-day", args);
  if (workload_.auditors.empty())
    return workload_.roster.size() == 1 ? say("one-person-lead") : say("no-auditor", args);
  if (chosen_ && workload_.leads.empty()) return say("no-lead", args);
  return say("no-lead-time", args) + team_as_set();
}

// Who the team is, where it was not chosen here: another might do.
std::string PlanWords::team_as_set() const {
  if (chosen_) return {};
  std::vector<std::string> names;
  for (auto const& member : pool_) names.push_back(key(member.person));
  return ' ' + say("team-as-set", {{"names", listed(names)}, {"span", span()}});
}

std::string PlanWords::conflict(std::vector<Unplaced> const& unplaced) const {
  constexpr std::size_t most = 3;
  auto text = say(unplaced.size() == 1 ? "conflict-one" : "conflict-many", {{"n", std::to_string(unplaced.size())}});
  for (std::size_t i = 0; i < std::min(unplaced.size(), most); ++i) text += ' ' + unplaced[i].because;
  if (unplaced.size() > most) text += say("conflict-more", {{"n", std::to_string(unplaced.size() - most)}});
  return text + team_as_set();
}

}  // namespace v1
}  // namespace annexa
