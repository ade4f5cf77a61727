#include "plan_words.hpp"

#include <algorithm>
#include <set>

#include "counted.hpp"

namespace annexa {
inline namespace v1 {
namespace {

constexpr std::size_t most_named = 6;  // in one sentence

constexpr std::array weekdays{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

// "a, b and c"; beyond some it says how many more.
std::string listed(std::vector<std::string> const& names) {
  std::string text;
  auto const shown = std::min(names.size(), most_named);
  for (std::size_t i = 0; i < shown; ++i) {
    bool const last = i + 1 == names.size();
    text += (i == 0 ? "" : last ? " and " : ", ") + names[i];
  }
  if (shown < names.size()) text += " and " + std::to_string(names.size() - shown) + " more";
  return text;
}

// "P-1 owns it; nobody audits own work. (S01)" becomes "P-1 owns it; nobody audits own work (S01)".
std::string with_rule(ExcludedPair const& pair) {
  auto text = pair.because;
  if (text.ends_with('.')) text.pop_back();
  return text + " (" + pair.rule + ')';
}

}  // namespace

PlanWords::PlanWords(Workload& workload, DraftTeam pool, bool chosen)
    : workload_(workload), pool_(std::move(pool)), chosen_(chosen) {
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

std::string PlanWords::time_at(Minute minute) const {
  auto const& hours = workload_.request.parameters.hours;
  auto const instant = Instant::at(Date{}, minute);
  auto const day = local_day(hours, instant);
  auto const at = local_minute(hours, instant);
  return std::string(weekdays[static_cast<std::size_t>(day.weekday() - 1)]) + ' ' + to_string(day) + ' ' +
         detail::padded(at / 60, 2) + ':' + detail::padded(at % 60, 2);
}

// ---- Why

std::string PlanWords::why_time(DraftSession const& session) const {
  auto people = session.others;
  people.insert(people.begin(), session.lead);
  if (session.auditee) people.push_back(*session.auditee);
  std::vector<std::string> names;
  for (auto const person : people) names.push_back(key(person));
  return time_at(session.slot.start) + " was the first time at which " + listed(names) +
         (names.size() == 1 ? " was free" : " were free together") + " when this session was placed.";
}

std::string PlanWords::why_length(DraftSession const& session) const {
  auto const& work = workload_.works[session.work];
  auto text = counted(session.slot.end - session.slot.start, "minute", "minutes");
  if (work.parts.size() > 1)
    text += ", part " + std::to_string(session.part + 1) + " of " + std::to_string(work.parts.size()) +
            " that make up " + std::to_string(work.minutes());
  if (!work.unit)
    return text + ": " + counted(static_cast<std::int64_t>(work.criteria.size()), "requirement", "requirements") +
           " that no unit of this audit carries.";
  return text +
         (work.unit->audit_minutes ? ", as the record of the unit says." : "; the unit names no time of its own.");
}

// "knows cryptography" of what the work needs; empty if it needs nothing that the person knows.
std::string PlanWords::skills(Work const& work, std::size_t person) const {
  std::vector<std::string> names;
  if (work.unit)
    for (auto const& name : work.unit->required_competences)
      if (auto const competence = workload_.roster.competence(name);
          competence && workload_.roster.knows(person, *competence))
        names.push_back(name);
  return names.empty() ? "" : "knows " + listed(names);
}

std::string PlanWords::why_lead(DraftSession const& session) const {
  auto const& work = workload_.works[session.work];
  auto text = key(session.lead) + " leads it: nothing speaks against their auditing " + name_of(work);
  auto const known = skills(work, session.lead);
  if (!known.empty()) text += ", " + key(session.lead) + ' ' + known;
  text += "; " + counted(session.load, "minute", "minutes") + " of audits given to them before.";
  for (auto const other : session.others) text += ' ' + key(other) + " joins: " + skills(work, other) + '.';
  return text;
}

std::string PlanWords::why_auditee(DraftSession const& session) const {
  auto const& work = workload_.works[session.work];
  if (!session.auditee) return "Nobody is on record who answers for " + name_of(work) + '.';
  auto const person = key(*session.auditee);
  if (!work.unit) return person + " answers, who manages the ISMS or directs the organisation.";
  if (work.unit->owner && work.unit->owner->text() == person) return person + " answers as its owner.";
  auto const first = key(work.auditees.front());
  return person + " answers for it; " + first + ", who comes first, is not free that day.";
}

std::vector<std::string> PlanWords::why(DraftSession const& session) const {
  switch (session.kind) {
    case SessionKind::opening:
      return {"The audit opens with its lead, " + key(session.lead) + ", before any other session.", why_time(session)};
    case SessionKind::closing:
      return {"The audit closes with its lead, " + key(session.lead) + ", after all other sessions.",
              why_time(session)};
    case SessionKind::team:
      return {"The audit lasts longer than a day; the team compares what it found at the end of each."};
    case SessionKind::audit:
      break;
  }
  std::vector<std::string> sentences{why_time(session), why_length(session), why_lead(session), why_auditee(session)};
  auto const pairs = excluded_from(workload_.works[session.work].unit);
  for (std::size_t i = 0; i < std::min(pairs.size(), most_named); ++i)
    sentences.push_back("Not " + pairs[i].person.text() + ": " + with_rule(pairs[i]) + '.');
  if (pairs.size() > most_named)
    sentences.push_back(std::to_string(pairs.size() - most_named) + " more are excluded from it.");
  return sentences;
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
  auto const name = name_of(workload_.works[work]);
  if (workload_.roster.size() == 1)
    return "Nobody may audit " + name +
           ": the organisation is one person, who cannot audit own work (9.2.2 b). An auditor from outside is the "
           "answer.";
  std::vector<std::string> reasons;
  for (auto const& pair : excluded_from(workload_.works[work].unit)) reasons.push_back(with_rule(pair));
  if (!workload_.works[work].unit)
    reasons.push_back("whoever manages the ISMS or directs the organisation does not audit its management (S03)");
  if (reasons.empty()) reasons.push_back("those who might are away on all of its days");
  return "Nobody of " + std::string(chosen_ ? "the auditors" : "the team") + " may audit " + name + ": " +
         listed(reasons) + ". An auditor from another unit or from outside is the answer.";
}

std::string PlanWords::missing_skill(std::size_t work) const {
  auto const& unit = *workload_.works[work].unit;
  std::vector<std::string> names;
  for (auto const& name : unit.required_competences) {
    auto const competence = workload_.roster.competence(name);
    auto const knows = [&](DraftMember const& member) {
      return competence && workload_.roster.knows(member.person, *competence) &&
             workload_.may(member.person, work).any();
    };
    if (std::ranges::none_of(pool_, knows)) names.push_back(name);
  }
  if (names.empty()) return {};
  return "Nobody who may audit " + name_of(workload_.works[work]) + " knows " + listed(names) +
         " (S07). Train or engage somebody who does, as auditor or expert.";
}

std::string PlanWords::no_time(std::size_t work) const {
  auto const& row = workload_.works[work];
  return "No time is left for " + name_of(row) + ": it needs " + counted(row.minutes(), "minute", "minutes") + " in " +
         counted(static_cast<std::int64_t>(row.parts.size()), "session", "sessions") + " between " +
         to_string(workload_.request.from) + " and " + to_string(workload_.request.until) +
         ". A longer window, longer hours, more auditors or a shorter audit would make room.";
}

std::string PlanWords::why_not(std::size_t work) const {
  auto const& row = workload_.works[work];
  auto const& request = workload_.request;
  if (row.unit && row.unit->retired_on && *row.unit->retired_on <= request.from)
    return name_of(row) + " no longer exists since " + to_string(*row.unit->retired_on) + ". Take it out of the audit.";
  if (row.days.none())
    return "Nobody works in " + name_of(row) + " between " + to_string(request.from) + " and " +
           to_string(request.until) + ": its calendar and the organisation's have no working day in common there.";
  auto const may = [&](DraftMember const& member) {
    return member.role <= TeamRole::auditor && workload_.may(member.person, work).any();
  };
  if (std::ranges::none_of(pool_, may)) return nobody_may(work);
  if (row.unit)
    if (auto text = missing_skill(work); !text.empty()) return text;
  if (audit_days(work).none()) {
    std::vector<std::string> names;
    for (auto const person : row.auditees) names.push_back(key(person));
    return listed(names) + ", who could answer for " + name_of(row) + (names.size() == 1 ? ", is" : ", are") +
           " away on all of its days from " + to_string(request.from) + " to " + to_string(request.until) + '.';
  }
  return no_time(work);
}

std::string PlanWords::why_no_lead() const {
  auto const& request = workload_.request;
  auto const span = " between " + to_string(request.from) + " and " + to_string(request.until);
  if (workload_.table.working().none()) return "The organisation does not work on any day" + span + '.';
  if (workload_.auditors.empty())
    return workload_.roster.size() == 1
               ? "The organisation is one person, who cannot audit own work (9.2.2 b). An auditor from outside is the "
                 "answer."
               : "Nobody holds the role of auditor or lead auditor" + span + ". Grant it to somebody who is competent.";
  if (chosen_ && workload_.leads.empty())
    return "Nobody holds the role of lead auditor" + span + ". Grant it to somebody who is competent.";
  return "Nobody who may lead has time for the opening and the closing meeting" + span + '.';
}

std::string PlanWords::conflict(std::vector<Unplaced> const& unplaced) const {
  constexpr std::size_t most = 3;
  auto text = counted(static_cast<std::int64_t>(unplaced.size()), "part", "parts") + " of the audit found no place.";
  for (std::size_t i = 0; i < std::min(unplaced.size(), most); ++i) text += ' ' + unplaced[i].because;
  if (unplaced.size() > most) text += " And " + std::to_string(unplaced.size() - most) + " more.";
  return text;
}

}  // namespace v1
}  // namespace annexa
