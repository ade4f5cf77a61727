// Chooses the team of an audit: the smallest that may audit everything and has the time.
#include <algorithm>

#include "plan_draft.hpp"

namespace annexa {
inline namespace v1 {
namespace {

// Beyond these numbers of people and of drafts another one is not tried: the answer has to come at once.
constexpr std::size_t candidates_tried = 200;
constexpr std::size_t drafts_tried = 24;
constexpr std::size_t effort = 3'000'000;  // units times days times people, over all drafts

std::size_t budget(Workload const& workload) {
  auto const size = (workload.works.size() + 1) * (workload.table.working().count() + 1) *
                    static_cast<std::size_t>(workload.request.parameters.largest_team);
  return std::clamp<std::size_t>(effort / size, 2, drafts_tried);
}

class TeamChooser {
 public:
  explicit TeamChooser(Workload& workload) : workload_(workload), left_(budget(workload)) {
    auto const add = [&](std::vector<std::size_t> const& people, TeamRole role) {
      for (auto const person : people)
        if (pool_.size() < candidates_tried) pool_.push_back({person, role});
    };
    add(workload.auditors, TeamRole::auditor);
    add(workload.experts, TeamRole::expert);
  }
  [[nodiscard]] Draft run();

 private:
  [[nodiscard]] bool is_full(DraftTeam const& team) const {
    return team.size() >= static_cast<std::size_t>(workload_.request.parameters.largest_team);
  }
  void make_able(DraftTeam& team, std::size_t work);
  [[nodiscard]] bool add_hands(DraftTeam& team) const;
  [[nodiscard]] Draft try_lead(std::size_t lead);
  [[nodiscard]] bool is_better(Draft const& a, Draft const& b) const;
  [[nodiscard]] bool is_long(Draft const& draft) const {
    return draft.days > static_cast<std::size_t>(workload_.request.parameters.days_wanted);
  }

  Workload& workload_;
  DraftTeam pool_;
  std::size_t left_;  // drafts that may still be made
};

bool has(DraftTeam const& team, std::size_t person) {
  return std::ranges::find(team, person, &DraftMember::person) != team.end();
}

// How far a team is from being able to audit something.
std::size_t distance(std::optional<std::vector<int>> const& lacking) {
  return lacking ? lacking->size() : static_cast<std::size_t>(-1);
}

// Adds the people whom the team needs to be able to audit a work; none if that is impossible.
void TeamChooser::make_able(DraftTeam& team, std::size_t work) {
  DraftTeam grown = team;
  auto rest = distance(lacking(workload_, grown, work));
  while (rest > 0 && !is_full(grown)) {
    DraftMember const* best = nullptr;
    for (auto const& candidate : pool_) {
      if (has(grown, candidate.person)) continue;
      grown.push_back(candidate);
      auto const now = distance(lacking(workload_, grown, work));
      grown.pop_back();
      if (now >= rest) continue;
      rest = now;
      best = &candidate;
      if (rest == 0) break;
    }
    if (!best) return;
    grown.push_back(*best);
  }
  if (rest == 0) team = std::move(grown);
}

// Adds the auditor with least to do who may audit anything.
bool TeamChooser::add_hands(DraftTeam& team) const {
  for (auto const& candidate : pool_) {
    if (candidate.role != TeamRole::auditor || has(team, candidate.person)) continue;
    for (std::size_t work = 0; work < workload_.works.size(); ++work)
      if (workload_.may(candidate.person, work).any()) {
        team.push_back(candidate);
        return true;
      }
  }
  return false;
}

bool TeamChooser::is_better(Draft const& a, Draft const& b) const {
  if (a.sessions.empty() != b.sessions.empty()) return b.sessions.empty();
  if (a.left_out.size() != b.left_out.size()) return a.left_out.size() < b.left_out.size();
  if (is_long(a) != is_long(b)) return is_long(b);
  return is_long(a) && a.days < b.days;
}

Draft TeamChooser::try_lead(std::size_t lead) {
  DraftTeam team{{lead, TeamRole::lead}};
  for (std::size_t work = 0; work < workload_.works.size() && !is_full(team); ++work)
    if (workload_.works[work].unknown.empty()) make_able(team, work);
  --left_;
  auto best = schedule(workload_, team);
  while (left_ > 0 && (!best.complete() || is_long(best)) && !is_full(team) && add_hands(team)) {
    --left_;
    auto draft = schedule(workload_, team);
    if (is_better(draft, best)) best = std::move(draft);
  }
  return best;
}

Draft TeamChooser::run() {
  Draft best;
  for (auto const lead : workload_.leads) {
    if (left_ == 0) break;
    auto draft = try_lead(lead);
    if (best.team.empty() || is_better(draft, best)) best = std::move(draft);
    if (best.complete() && !is_long(best)) break;
  }
  return best;
}

}  // namespace

std::optional<std::vector<int>> lacking(Workload& workload, DraftTeam const& team, std::size_t work) {
  std::optional<std::vector<int>> fewest;
  auto const may = [&](std::size_t person) { return workload.may(person, work).any(); };
  for (auto const& member : team) {
    bool const leads = member.role == TeamRole::lead || member.role == TeamRole::auditor;
    if (leads && may(member.person)) fewest = workload.works[work].competences;
  }
  if (!fewest) return {};
  for (auto const& member : team)
    if (member.role <= TeamRole::expert && may(member.person)) workload.remove_known(member.person, *fewest);
  return fewest;
}

Draft choose_team(Workload& workload) { return TeamChooser(workload).run(); }

}  // namespace v1
}  // namespace annexa
