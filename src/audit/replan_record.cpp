#include "replan_record.hpp"

#include <algorithm>
#include <charconv>

namespace annexa {
inline namespace v1 {
namespace {

constexpr std::size_t most_outside = 200;  // people outside the team who are asked

// 7 of "A-2026-1/S-07"; 0 of other keys.
std::size_t number_of(std::string_view key) {
  auto const at = key.rfind("/S-");
  std::size_t number = 0;
  if (at != key.npos) std::from_chars(key.data() + at + 3, key.data() + key.size(), number);
  return number < 1'000'000 ? number : 0;
}

class Reader {
 public:
  Reader(Workload& workload, bool holds) : workload_(workload), request_(workload.request), holds_(holds) {}
  [[nodiscard]] RecordedPlan run();

 private:
  void read(std::size_t index);
  [[nodiscard]] std::size_t person(Key<"person"> const& key, RecordedSession& row) const;
  [[nodiscard]] std::optional<std::size_t> work_of(Session const& session);
  void add_work(Session const& session);
  void note_parts();
  void find_lead();
  [[nodiscard]] std::optional<std::size_t> next_lead(Days const& days) const;

  Workload& workload_;
  PlanRequest const& request_;
  bool holds_;
  RecordedPlan plan_;
};

std::size_t Reader::person(Key<"person"> const& key, RecordedSession& row) const {
  auto const found = workload_.roster.find(key.text());
  row.strange = row.strange || !found;
  return found.value_or(0);
}

// What is audited in a session without a unit is a work of its own.
void Reader::add_work(Session const& session) {
  Work work;
  work.criteria = session.criteria;
  work.auditees = workload_.roster.holders(Role::isms_manager);
  auto const top = workload_.roster.holders(Role::top_management);
  work.auditees.insert(work.auditees.end(), top.begin(), top.end());
  work.days = workload_.table.working();
  workload_.works.push_back(std::move(work));
}

std::optional<std::size_t> Reader::work_of(Session const& session) {
  if (!session.unit) {
    add_work(session);
    return workload_.works.size() - 1;
  }
  for (std::size_t i = 0; i < request_.units.size(); ++i)
    if (request_.units[i].key == *session.unit) return i;
  return {};
}

void Reader::read(std::size_t index) {
  auto const& session = request_.published[index];
  RecordedSession row{index, &session, {}, false, false, false};
  row.draft.kind = session.kind;
  row.draft.slot = {begin_minute(session), end_minute(session)};
  row.draft.lead = person(session.lead, row);
  for (auto const& each : session.team) row.draft.others.push_back(person(each, row));
  if (session.auditee) row.draft.auditee = person(*session.auditee, row);
  auto const day = local_day(request_.parameters.hours, session.start);
  row.inside = request_.from <= day && day <= request_.until;
  bool const listed = std::ranges::find(request_.may_move, session.key) != request_.may_move.end();
  row.pinned = holds_ || (session.sent && !listed);
  if (row.inside) plan_.days.set(workload_.table.day_of(row.draft.slot.start));
  if (session.kind != SessionKind::audit) return plan_.meetings.push_back(std::move(row));
  auto const work = work_of(session);
  if (work) row.draft.work = *work;
  (work ? plan_.audits : plan_.dropped).push_back(std::move(row));
}

// The sessions on record are the parts of their works.
void Reader::note_parts() {
  std::map<std::size_t, std::vector<int>> parts;
  for (auto& row : plan_.audits) {
    auto& own = parts[row.draft.work];
    row.draft.part = own.size();
    own.push_back(static_cast<int>(row.draft.slot.end - row.draft.slot.start));
  }
  for (auto& [work, own] : parts) workload_.works[work].parts = std::move(own);
}

// Somebody who may lead on some of @p days: of the team, else from outside.
std::optional<std::size_t> Reader::next_lead(Days const& days) const {
  auto const can = [&](std::size_t person) {
    return (workload_.roster.there(person) & days).any() &&
           std::ranges::find(workload_.leads, person) != workload_.leads.end();
  };
  for (auto const& member : plan_.team)
    if (member.role == TeamRole::auditor && can(member.person)) return member.person;
  auto const outside = std::ranges::find_if(workload_.leads, can);
  if (outside == workload_.leads.end()) return {};
  return *outside;
}

// Who leads the audit; somebody else who may, where the lead is away on all of its days. Nobody: there is no team.
void Reader::find_lead() {
  for (auto const& member : request_.team)
    if (auto const person = workload_.roster.find(member.person.text())) plan_.team.push_back({*person, member.role});
  std::ranges::stable_sort(plan_.team, {}, [](DraftMember const& member) { return member.role != TeamRole::lead; });
  bool const led = !plan_.team.empty() && plan_.team.front().role == TeamRole::lead;
  auto const there = [&](Days const& days) {
    return led && (workload_.roster.there(plan_.team.front().person) & days).any();
  };
  auto const days = plan_.days.any() ? plan_.days : workload_.table.working();
  if (there(days)) return;
  auto const next = next_lead(days);
  if (!next && there(workload_.table.working())) return;
  if (!next) return plan_.team.clear();
  plan_.other_lead = led;
  std::erase_if(plan_.team, [&](DraftMember const& member) { return member.person == *next; });
  for (auto& member : plan_.team)
    if (member.role == TeamRole::lead) member.role = TeamRole::auditor;
  plan_.team.insert(plan_.team.begin(), {*next, TeamRole::lead});
}

RecordedPlan Reader::run() {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < request_.published.size(); ++i) {
    plan_.highest = std::max(plan_.highest, number_of(request_.published[i].key.text()));
    if (!request_.published[i].cancelled) order.push_back(i);
  }
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return request_.published[i].start; });
  for (auto const index : order) read(index);
  note_parts();
  find_lead();
  return std::move(plan_);
}

}  // namespace

RecordedPlan recorded_plan(Workload& workload, bool holds) { return Reader(workload, holds).run(); }

std::vector<PlanHand> hands_of(Workload const& workload, DraftTeam const& team) {
  std::vector<PlanHand> hands;
  for (auto const& member : team)
    if (member.role <= TeamRole::expert) hands.push_back({member.person, member.role <= TeamRole::auditor, false});
  auto const inside = [&](std::size_t person) {
    return std::ranges::find(team, person, &DraftMember::person) != team.end();
  };
  std::size_t outside = 0;
  for (auto const* people : {&workload.auditors, &workload.experts})
    for (auto const person : *people)
      if (!inside(person) && outside++ < most_outside) hands.push_back({person, people == &workload.auditors, true});
  return hands;
}

}  // namespace v1
}  // namespace annexa
