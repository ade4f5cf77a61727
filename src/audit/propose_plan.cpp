#include <algorithm>
#include <annexa/audit/plan_check.hpp>
#include <annexa/audit/propose_plan.hpp>

#include "plan_improve.hpp"
#include "plan_writer.hpp"
#include "replan.hpp"

namespace annexa {
inline namespace v1 {
namespace {

constexpr Rule no_clocks{"plan.clocks",
                         "What the clocks of {zone} do in the window is not told; give it under zones, or have it read "
                         "from a time zone database.",
                         "IANA time zone database", ErrorKind::usage};

// A unit in a zone whose clocks nobody read would be visited at the wrong hours.
void check_clocks(PlanRequest const& request, Error& errors) {
  for (std::size_t i = 0; i < request.units.size(); ++i) {
    auto const zone = zone_of(request, request.units[i]);
    bool const known = zone.empty() || zone == request.parameters.hours.zone ||
                       std::ranges::find(request.zones, zone, &TimeZone::name) != request.zones.end();
    if (!known) errors.add(no_clocks, "/units/" + std::to_string(i) + "/zone", {{"zone", std::string(zone)}});
  }
}

class Proposer {
 public:
  Proposer(PlanRequest const& request, PlanProgress const& progress)
      : request_(request), progress_(progress), workload_(request) {}
  [[nodiscard]] PlanProposal run();

 private:
  [[nodiscard]] DraftTeam given_team() const;
  [[nodiscard]] DraftTeam pool() const;
  void leave_out(PlanProposal& proposal, Draft const& draft, PlanWords const& words) const;
  [[nodiscard]] std::optional<std::string> broken_team() const;

  PlanRequest const& request_;
  PlanProgress const& progress_;
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

void Proposer::leave_out(PlanProposal& proposal, Draft const& draft, PlanWords const& words) const {
  auto const broken = broken_team();
  auto const whole = broken ? *broken : draft.sessions.empty() ? words.why_no_lead() : std::string();
  for (auto const work : draft.left_out) {
    auto const& row = workload_.works[work];
    auto told = whole.empty() ? words.why_not(work) : WhyNot{"team", whole};
    Unplaced unplaced{{}, row.minutes(), std::move(told.because), {}, std::move(told.kind)};
    if (row.unit) unplaced.unit = row.unit->key;
    proposal.unplaced.push_back(std::move(unplaced));
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
  PlanWords const words(workload_, pool(), request_.team.empty());
  PlanProposal proposal;
  proposal.audit = request_.audit;
  proposal.excluded = words.excluded();
  if (draft.sessions.empty()) {
    draft.left_out.resize(workload_.works.size());
    for (std::size_t i = 0; i < draft.left_out.size(); ++i) draft.left_out[i] = i;
  } else {
    draft = improved(workload_, std::move(draft), words, progress_, proposal);
  }
  leave_out(proposal, draft, words);
  if (draft.sessions.empty()) return proposal;
  for (auto const& member : draft.team) proposal.team.push_back({workload_.roster.key(member.person), member.role});
  for (auto const& session : draft.sessions) {
    auto why = words.why(session);
    if (!session.other.empty()) why.push_back(session.other);
    proposal.sessions.push_back(
        written(workload_, session, session_key(request_.audit, proposal.sessions.size() + 1), std::move(why)));
  }
  return proposal;
}

}  // namespace

result<PlanProposal> propose_plan(PlanRequest const& request, PlanProgress const& progress) {
  Error errors;
  check_request(request, errors);
  check_clocks(request, errors);
  if (!errors.empty()) return errors;
  if (!request.published.empty()) return replan(request, progress);
  return Proposer(request, progress).run();
}

}  // namespace v1
}  // namespace annexa
