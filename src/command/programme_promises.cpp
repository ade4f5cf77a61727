#include "programme_promises.hpp"

#include <algorithm>
#include <optional>

namespace annexa {
inline namespace v1 {
namespace {

template <class T>
void raise(std::map<T, Date>& latest, T const& subject, Date day) {
  auto const [at, fresh] = latest.emplace(subject, day);
  if (!fresh) at->second = std::max(at->second, day);
}

// True if an amendment in force released it: what an audit on record was planned without is owed no more then.
template <class T>
bool is_released(Programme const& programme, std::optional<T> ReleasedCoverage::*member, T const& subject) {
  return std::ranges::any_of(programme.amendments, [&](ProgrammeAmendment const& amendment) {
    return amendment.approved_on && std::ranges::any_of(amendment.released, [&](ReleasedCoverage const& each) {
             return each.*member == subject;
           });
  });
}

// Of the subjects of each entry those that its audit has not, and that nothing since has settled.
template <class T>
std::vector<Promised<T>> promised(State const& state, Date today, Programme const& programme,
                                  std::map<T, Date> const& settled, std::vector<T> ProgrammeEntry::*wanted,
                                  std::vector<T> Audit::*covered, std::optional<T> ReleasedCoverage::*released) {
  std::vector<Promised<T>> found;
  for (auto const& entry : programme.entries) {
    auto const* audit = live_audit(state, entry.audit, today);
    for (auto const& subject : entry.*wanted) {
      if (audit && (std::ranges::find(audit->*covered, subject) != (audit->*covered).end() ||
                    is_released(programme, released, subject)))
        continue;
      auto const last = settled.find(subject);
      if (last == settled.end() || last->second < entry.from) found.push_back({subject, entry.from});
    }
  }
  return found;
}

}  // namespace

bool is_ahead(Audit const& audit, Date today) noexcept {
  bool const planned = audit.state == AuditState::planned || audit.state == AuditState::approved;
  return audit.state == AuditState::open || (planned && today <= audit.until);
}

bool is_carried_out(Audit const& audit) noexcept {
  return audit.state == AuditState::concluded || audit.state == AuditState::reported;
}

Audit const* live_audit(State const& state, std::string_view key, Date today) {
  auto const* audit = state.find<Audit>(key);
  return audit && (is_carried_out(*audit) || is_ahead(*audit, today)) ? audit : nullptr;
}

Fulfilment::Fulfilment(State const& state, Date today) : state_(state), today_(today) {
  state.for_each<Audit>([&](Audit const& audit) {
    if (is_carried_out(audit))
      for (auto const& unit : audit.units) raise(visited_, unit, audit.until);
  });
  state.for_each<Assessment>([&](Assessment const& assessment) {
    if (assessment.verdict != Verdict::not_assessed) raise(assessed_, assessment.criterion, assessment.assessed_on);
  });
}

bool Fulfilment::is_over(Date month) const { return month.plus_days(1 - month.parts().day).plus_months(1) <= today_; }

std::vector<Promised<Key<"unit">>> Fulfilment::units(Programme const& programme) const {
  return promised(state_, today_, programme, visited_, &ProgrammeEntry::units, &Audit::units, &ReleasedCoverage::unit);
}

std::vector<Promised<Criterion>> Fulfilment::criteria(Programme const& programme) const {
  return promised(state_, today_, programme, assessed_, &ProgrammeEntry::criteria, &Audit::criteria,
                  &ReleasedCoverage::criterion);
}

}  // namespace v1
}  // namespace annexa
