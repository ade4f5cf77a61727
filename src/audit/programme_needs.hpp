#pragma once
// What a programme has to visit, how often and from when on.

#include <annexa/audit/programme_proposal.hpp>
#include <annexa/audit/programme_request.hpp>

#include "programme_months.hpp"

namespace annexa {
inline namespace v1 {

// Something that has to be audited again and again, or once: a unit, or requirements that no unit carries.
struct Need {
  AuditableUnit const* unit = nullptr;
  std::vector<Criterion> criteria;
  AuditKind kind = AuditKind::internal;
  int minutes = 0;
  int interval = 12;
  std::optional<Date> last;
  int score = 0;             // what speaks for going there soon
  Date due;                  // of the first audit in the programme
  std::size_t deadline = 0;  // month by which the first audit must be; the number of months if after them all
  std::size_t release = 0;   // month from which it may be
  bool once = false;         // a follow-up, a special audit or a visit of a sample
  SitesOfYear const* sample = nullptr;  // the sample that has it
  std::vector<std::size_t> months;      // in which it is audited
};

[[nodiscard]] std::string name_of(Need const& need);

// When something is due that was last audited then, or never.
[[nodiscard]] Date due_date(ProgrammeRequest const& request, std::optional<Date> last, int interval);

// When a criterion is due: by its interval, or earlier where it is promised.
[[nodiscard]] Date due_date(ProgrammeRequest const& request, DueCriterion const& due);

// Whole months from one day to a later one.
[[nodiscard]] int months_between(Date earlier, Date later);

// Every unit in the order of the request, each with its follow-up and special audit behind all units; then requirements
// that no unit carries, in groups of one clause or theme that are due alike.
// @param sites  sites_of() the request; outlives what is returned.
[[nodiscard]] std::vector<Need> needs_of(ProgrammeRequest const& request, std::vector<ProgrammeMonth> const& months,
                                         std::vector<SitesOfYear> const& sites);

// What is due within the programme.
[[nodiscard]] inline bool is_due(Need const& need, std::vector<ProgrammeMonth> const& months) {
  return need.deadline < months.size();
}

}  // namespace v1
}  // namespace annexa
