#include <algorithm>
#include <annexa/audit/plan_check.hpp>
#include <annexa/audit/propose_plan.hpp>

#include "plan_words.hpp"

namespace annexa {
inline namespace v1 {
namespace {

// How evidence is gathered in each kind of unit.
std::vector<std::string> methods_for(Unit const* unit) {
  if (unit && unit->kind == UnitKind::site) return {"interview", "observation"};
  if (unit && unit->kind == UnitKind::system) return {"interview", "document_review", "observation"};
  return {"interview", "document_review"};
}

std::string name_or_key(Unit const& unit) { return unit.name.empty() ? unit.key.text() : unit.name; }

class Proposer {
 public:
  explicit Proposer(PlanRequest const& request) : request_(request), workload_(request) {}
  [[nodiscard]] PlanProposal run();

 private:
  [[nodiscard]] DraftTeam given_team() const;
  [[nodiscard]] DraftTeam pool() const;
  [[nodiscard]] std::string place_of(Unit const* unit) const;
  [[nodiscard]] Session session_of(DraftSession const& draft, std::size_t number, PlanWords const& words) const;
  void leave_out(PlanProposal& proposal, Draft const& draft, PlanWords const& words) const;
  [[nodiscard]] std::optional<std::string> broken_team() const;

  PlanRequest const& request_;
  Workload workload_;
};

DraftTeam Proposer::given_team() const {
  DraftTeam team;
  for (auto const& member : request_.team)
    if (auto const person = workload_.roster.find(member.person.text())) team.push_back({*person, member.role});
  std::ranges::stable_sort(team, {}, [](DraftMember const& member) { return member.role != TeamRole::lead; });
  return team;
}

DraftTeam Proposer::pool() const {
  if (!request_.team.empty()) return given_team();
  DraftTeam pool;
  for (auto const person : workload_.auditors) pool.push_back({person, TeamRole::auditor});
  for (auto const person : workload_.experts) pool.push_back({person, TeamRole::expert});
  return pool;
}

// What is wrong with a given team, in sentences.
std::optional<std::string> Proposer::broken_team() const {
  if (request_.team.empty()) return {};
  std::string text;
  for (auto const& broken : check_team(request_, request_.team))
    text += (text.empty() ? "" : " ") + broken.told().message;
  if (text.empty()) return {};
  return text;
}

std::string Proposer::place_of(Unit const* unit) const {
  if (!unit) return request_.place;
  if (unit->kind == UnitKind::site) return name_or_key(*unit);
  if (unit->site) {
    auto const named = [&](std::vector<Unit> const& units) -> Unit const* {
      auto const found = std::ranges::find(units, *unit->site, &Unit::key);
      return found == units.end() ? nullptr : &*found;
    };
    auto const* site = named(request_.sites);
    if (!site) site = named(request_.units);
    return site ? name_or_key(*site) : unit->site->text();
  }
  return unit->kind == UnitKind::supplier ? "remote" : request_.place;
}

Session Proposer::session_of(DraftSession const& draft, std::size_t number, PlanWords const& words) const {
  bool const audits = draft.kind == SessionKind::audit;
  auto const* work = audits ? &workload_.works[draft.work] : nullptr;
  auto const* unit = work ? work->unit : nullptr;
  Session session;
  session.key =
      *Key<"session">::parse(request_.audit.text() + "/S-" + detail::padded(static_cast<std::int64_t>(number), 2));
  session.audit = request_.audit;
  session.kind = draft.kind;
  session.start = Instant::at(Date{}, draft.slot.start);
  session.end = Instant::at(Date{}, draft.slot.end);
  auto const& hours = request_.parameters.hours;
  session.zone = hours.zone.empty() ? "Etc/UTC" : hours.zone;
  session.utc_offset = offset_at(hours, session.start);
  session.zone_rules = hours.zone_rules;
  if (unit) session.unit = unit->key;
  session.place = place_of(unit);
  if (audits) session.methods = methods_for(unit);
  session.lead = workload_.roster.key(draft.lead);
  for (auto const other : draft.others) session.team.push_back(workload_.roster.key(other));
  if (draft.auditee) session.auditee = workload_.roster.key(*draft.auditee);
  if (work) session.criteria = work->criteria;
  session.why = words.why(draft);
  return session;
}

void Proposer::leave_out(PlanProposal& proposal, Draft const& draft, PlanWords const& words) const {
  auto const broken = broken_team();
  auto const whole = broken ? *broken : draft.sessions.empty() ? words.why_no_lead() : std::string();
  for (auto const work : draft.left_out) {
    auto const& row = workload_.works[work];
    std::optional<Key<"unit">> unit;
    if (row.unit) unit = row.unit->key;
    proposal.unplaced.push_back({unit, row.minutes(), whole.empty() ? words.why_not(work) : whole});
  }
  if (!whole.empty())
    proposal.conflict = whole;
  else if (!proposal.unplaced.empty())
    proposal.conflict = words.conflict(proposal.unplaced);
}

PlanProposal Proposer::run() {
  auto const given = given_team();
  Draft draft;
  if (request_.team.empty())
    draft = choose_team(workload_);
  else if (!broken_team())
    draft = schedule(workload_, given);
  if (draft.sessions.empty()) {
    draft.left_out.resize(workload_.works.size());
    for (std::size_t i = 0; i < draft.left_out.size(); ++i) draft.left_out[i] = i;
  }
  PlanWords const words(workload_, pool(), request_.team.empty());
  PlanProposal proposal;
  proposal.audit = request_.audit;
  proposal.excluded = words.excluded();
  leave_out(proposal, draft, words);
  if (draft.sessions.empty()) return proposal;
  for (auto const& member : draft.team) proposal.team.push_back({workload_.roster.key(member.person), member.role});
  for (auto const& session : draft.sessions)
    proposal.sessions.push_back(session_of(session, proposal.sessions.size() + 1, words));
  return proposal;
}

}  // namespace

result<PlanProposal> propose_plan(PlanRequest const& request) {
  Error errors;
  check_request(request, errors);
  if (!errors.empty()) return errors;
  return Proposer(request).run();
}

}  // namespace v1
}  // namespace annexa
