#pragma once
// Words for a plan: why its sessions are so, and why something found no place, in the language of the request. People
// are named by key: the words stay on record.

#include <annexa/audit/plan_proposal.hpp>

#include "plan_draft.hpp"
#include "plan_phrases.hpp"

namespace annexa {
inline namespace v1 {

// Another place of a session, and the level that rejected it.
struct NextBest {
  DraftSession session;
  std::string level;  // "none" if it is as good
  std::int64_t by = 0;
};

// Why a work found no place.
struct WhyNot {
  std::string kind;  // as Unplaced::kind
  std::string because;
};

class PlanWords {
 public:
  // @param pool  everybody who might audit: the team, or all who hold the role where a team was chosen.
  PlanWords(Workload& workload, DraftTeam pool, bool chosen);

  // The independence matrix: those of the pool who may not audit a unit on some day of the window, by unit.
  [[nodiscard]] std::vector<ExcludedPair> const& excluded() const noexcept { return excluded_; }
  // Why an audit session or meeting of a draft is then, and by these people.
  [[nodiscard]] std::vector<std::string> why(DraftSession const& session) const;
  // What else there was; nothing if there was nothing.
  [[nodiscard]] std::string other(std::optional<NextBest> const& next) const;
  // Who else leads a meeting, in place of who is away.
  [[nodiscard]] std::string why_deputy(std::size_t lead, std::size_t away) const;
  // When and with whom a session was planned before.
  [[nodiscard]] std::string was(DraftSession const& session) const;
  // Why a work found no place, and what would have to give.
  [[nodiscard]] WhyNot why_not(std::size_t work) const;
  // Why nobody can lead.
  [[nodiscard]] std::string why_no_lead() const;
  // The whole, where something is missing.
  [[nodiscard]] std::string conflict(std::vector<Unplaced> const& unplaced) const;

  [[nodiscard]] std::string say(std::string_view id, std::vector<Argument> const& args = {}) const {
    return phrases_.say(id, args);
  }
  // "a, b and c"; beyond some it says how many more.
  [[nodiscard]] std::string listed(std::vector<std::string> const& names) const;
  [[nodiscard]] std::string span() const;

 private:
  using Pairs = std::span<ExcludedPair const>;
  void exclude();
  [[nodiscard]] Pairs excluded_from(Unit const* unit) const;
  [[nodiscard]] std::string key(std::size_t person) const { return workload_.roster.key(person).text(); }
  [[nodiscard]] std::string name(Work const& work) const;
  [[nodiscard]] std::string names(DraftSession const& session) const;
  [[nodiscard]] std::string minutes(std::int64_t number) const;
  [[nodiscard]] std::string time_of(DraftSession const& session) const;
  [[nodiscard]] std::string with_rule(ExcludedPair const& pair) const;
  [[nodiscard]] std::string why_time(DraftSession const& session) const;
  [[nodiscard]] std::string why_length(DraftSession const& session) const;
  [[nodiscard]] std::string why_lead(DraftSession const& session) const;
  [[nodiscard]] std::string why_auditee(DraftSession const& session) const;
  [[nodiscard]] std::string skills(Work const& work, std::size_t person) const;
  [[nodiscard]] std::string missing_skill(std::size_t work) const;
  [[nodiscard]] std::string nobody_may(std::size_t work) const;
  [[nodiscard]] std::string team_as_set() const;
  [[nodiscard]] std::string no_time(std::size_t work) const;
  [[nodiscard]] Days audit_days(std::size_t work) const;

  Workload& workload_;
  Phrases phrases_;
  DraftTeam pool_;
  bool chosen_;
  std::vector<ExcludedPair> excluded_;
  std::map<std::string_view, Pairs> by_unit_;
};

}  // namespace v1
}  // namespace annexa
