#pragma once
// The audits of a programme out of its visits: keys, titles, criteria, reasons; and the criteria that need one more.

#include <annexa/audit/programme_proposal.hpp>

#include <map>
#include <set>

#include "programme_schedule.hpp"
#include "programme_words.hpp"

namespace annexa {
inline namespace v1 {

class ProgrammeEntries {
 public:
  ProgrammeEntries(ProgrammeRequest const& request, std::vector<ProgrammeMonth> const& months,
                   std::vector<Need> const& needs, ProgrammeWords const& words, ProgrammeProposal& proposal);

  void make();
  // Sees to it that a criterion is audited as often as its interval asks, in audits that take place anyway.
  void cover(DueCriterion const& due);
  [[nodiscard]] std::string reason(Need const& need, std::size_t month) const;
  [[nodiscard]] std::string const& audit_in(std::size_t month) const;
  [[nodiscard]] std::vector<std::size_t> const& entries_with(Criterion const& criterion) {
    return entries_with_[criterion];
  }
  [[nodiscard]] std::vector<std::int64_t> const& used() const { return used_; }

 private:
  void make_entry(std::size_t month);
  [[nodiscard]] std::vector<Criterion> criteria_for(Need const& need, std::size_t month);
  [[nodiscard]] std::string next_key(int year);
  [[nodiscard]] std::string title_of(std::size_t month) const;
  [[nodiscard]] AuditKind kind_of(std::size_t month) const;
  void add_events(Need const& need, Date begin, std::optional<Date> last, std::vector<std::string>& found) const;
  [[nodiscard]] bool is_promised(Criterion const& criterion) const;
  [[nodiscard]] std::string sample_words(Need const& need) const;
  [[nodiscard]] std::string since(Need const& need, Date begin, std::optional<Date> last) const;
  [[nodiscard]] std::vector<std::string> factors(Need const& need, std::size_t month) const;
  [[nodiscard]] ProgrammeEntry* entry_with_room(std::size_t after, std::size_t until);

  ProgrammeRequest const& request_;
  std::vector<ProgrammeMonth> const& months_;
  std::vector<Need> const& needs_;
  ProgrammeWords const& words_;
  ProgrammeProposal& proposal_;
  std::vector<std::int64_t> used_;                // minutes by month
  std::vector<std::vector<std::size_t>> visits_;  // needs by month
  std::map<Criterion, DueCriterion const*> criteria_;
  std::map<Criterion, Date> covered_;                           // last audit, as the programme goes on
  std::vector<std::size_t> entry_months_;                       // by entry
  std::map<Criterion, std::vector<std::size_t>> entries_with_;  // entries by criterion
  std::set<std::string, std::less<>> taken_;
};

}  // namespace v1
}  // namespace annexa
