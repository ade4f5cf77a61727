#include "season_items.hpp"

#include <algorithm>
#include <annexa/audit/plan_request.hpp>
#include <map>
#include <set>

namespace annexa {
inline namespace v1 {
namespace {

constexpr int half_day_minutes = 210;
constexpr int risk_of_importance = 10;  // a step of importance, in the risk of a season
constexpr int management_risk = 60;     // of requirements that no unit carries

int half_days(std::int64_t minutes) {
  return static_cast<int>(std::clamp<std::int64_t>((minutes + half_day_minutes - 1) / half_day_minutes, 1, 60));
}

Key<"engagement"> engagement_key(std::string const& audit, std::string const& unit, std::size_t number) {
  auto const key = Key<"engagement">::parse(audit + '/' + unit);
  return key ? *key : *Key<"engagement">::parse("E-" + std::to_string(number));
}

// Whether an audit has sessions that take place.
std::set<std::string> audits_with_sessions(State const& state) {
  std::set<std::string> found;
  state.for_each<Session>([&](Session const& session) {
    if (!session.cancelled) found.insert(session.audit.text());
  });
  return found;
}

// Who audited a unit last.
std::map<std::string, std::vector<Key<"person">>> last_teams(State const& state) {
  std::map<std::string, std::vector<Key<"person">>> teams;
  std::map<std::string, Date> ends;
  state.for_each<Session>([&](Session const& session) {
    auto const* audit = state.find(session.audit);
    bool const over = audit && (audit->state == AuditState::concluded || audit->state == AuditState::reported);
    if (!over || session.cancelled || !session.unit) return;
    auto& end = ends[session.unit->text()];
    auto& team = teams[session.unit->text()];
    if (audit->until < end) return;
    if (end < audit->until) team.clear();
    end = audit->until;
    auto people = session.team;
    people.push_back(session.lead);
    for (auto const& person : people)
      if (std::ranges::find(team, person) == team.end()) team.push_back(person);
  });
  return teams;
}

class Items {
 public:
  Items(State const& state, Date from, Date until)
      : state_(state), from_(from), until_(until), busy_(audits_with_sessions(state)), last_(last_teams(state)) {}
  [[nodiscard]] std::vector<SeasonAudit> run();

 private:
  void add(std::string const& key, Subject subject);
  void add_unit(SeasonAudit& audit, Unit const& unit);
  void add_management(SeasonAudit& audit, std::size_t criteria);
  [[nodiscard]] Engagement engagement(SeasonAudit const& audit, std::string const& unit);

  State const& state_;
  Date from_;
  Date until_;
  std::set<std::string> busy_;
  std::map<std::string, std::vector<Key<"person">>> last_;
  std::size_t number_ = 0;
  std::vector<SeasonAudit> found_;
};

Engagement Items::engagement(SeasonAudit const& audit, std::string const& unit) {
  Engagement made;
  made.key = engagement_key(audit.key, unit, ++number_);
  made.unit = *Key<"unit">::parse(unit);
  made.earliest = std::max(from_, audit.subject.from);
  made.latest = std::min(until_, audit.subject.until);
  return made;
}

void Items::add_unit(SeasonAudit& audit, Unit const& unit) {
  auto made = engagement(audit, unit.key.text());
  made.half_days = half_days(audit_minutes(unit, {}));
  made.competences = unit.required_competences;
  std::ranges::sort(made.competences);
  made.competences.erase(std::ranges::unique(made.competences).begin(), made.competences.end());
  made.largest_team = static_cast<int>(std::clamp<std::size_t>(made.competences.size(), 2, 4));
  made.risk = std::clamp(unit.importance.value_or(1), 1, 5) * risk_of_importance;
  if (unit.retired_on) made.latest = std::min(made.latest, unit.retired_on->plus_days(-1));
  if (auto const last = last_.find(unit.key.text()); last != last_.end()) made.last_team = last->second;
  if (made.earliest <= made.latest) audit.engagements.push_back(std::move(made));
}

void Items::add_management(SeasonAudit& audit, std::size_t criteria) {
  auto made = engagement(audit, std::string(management_unit));
  made.half_days = half_days(static_cast<std::int64_t>(criteria) * PlanParameters{}.minutes_per_criterion);
  made.risk = management_risk;
  audit.engagements.push_back(std::move(made));
}

void Items::add(std::string const& key, Subject subject) {
  if (subject.until < from_ || until_ < subject.from) return;
  SeasonAudit audit{key, std::move(subject), {}};
  PlanRequest request;
  request.criteria = audit.subject.criteria;
  for (auto const& unit : audit.subject.units)
    if (auto const* record = state_.find(unit)) {
      request.units.push_back(*record);
      add_unit(audit, *record);
    }
  if (auto const rest = uncarried(request); !rest.empty()) add_management(audit, rest.size());
  if (!audit.engagements.empty()) found_.push_back(std::move(audit));
}

std::vector<SeasonAudit> Items::run() {
  std::set<std::string> known;
  state_.for_each<Audit>([&](Audit const& audit) {
    known.insert(audit.key.text());
    if ((audit.state == AuditState::planned || audit.state == AuditState::approved) &&
        !busy_.contains(audit.key.text()))
      add(audit.key.text(), *find_subject(state_, audit.key.text(), true));
  });
  state_.for_each<Programme>([&](Programme const& programme) {
    for (auto const& entry : programme.entries)
      if (known.insert(entry.audit).second)
        if (auto subject = find_subject(state_, entry.audit)) add(entry.audit, *std::move(subject));
  });
  std::ranges::stable_sort(found_, [](SeasonAudit const& a, SeasonAudit const& b) {
    return a.subject.from != b.subject.from ? a.subject.from < b.subject.from : natural_less(a.key, b.key);
  });
  return std::move(found_);
}

}  // namespace

std::vector<SeasonAudit> season_audits(State const& state, Date from, Date until) {
  return Items(state, from, until).run();
}

}  // namespace v1
}  // namespace annexa
