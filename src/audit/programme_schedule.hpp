#pragma once
// In which months each need is met: the engine's answer for the needs of a request.

#include <annexa/audit/programme_proposal.hpp>
#include <annexa/audit/propose_programme.hpp>

#include "cycle_search.hpp"
#include "programme_needs.hpp"

namespace annexa {
inline namespace v1 {

class ProgrammeSchedule {
 public:
  // Fills in Need::months. @param watch  may be empty.
  ProgrammeSchedule(ProgrammeRequest const& request, std::vector<ProgrammeMonth> const& months,
                    std::vector<Need>& needs, ProgrammeWatch const& watch);

  [[nodiscard]] bool cancelled() const { return cancelled_; }
  [[nodiscard]] bool stopped() const { return stopped_; }
  [[nodiscard]] std::int64_t iterations() const { return iterations_; }
  [[nodiscard]] std::int64_t wanted(std::size_t month) const { return model_.months[month].target; }
  [[nodiscard]] std::vector<ProgrammeLevel> levels() const;

  // The next best month for a visit while all others stay.
  struct Alternative {
    std::optional<std::size_t> month;
    std::string_view level;  // the first one at which it is worse; empty if it is as good
    std::int64_t worse_by = 0;
  };
  [[nodiscard]] Alternative alternative(std::size_t need, std::size_t month);

 private:
  void make_model(ProgrammeRequest const& request);
  [[nodiscard]] static bool is_for(Need const& need, Date day);
  [[nodiscard]] cycle::Series series_of(Need const& need, ProgrammeParameters const& parameters) const;
  [[nodiscard]] cycle::Months open_for(Need const& need) const;
  void set_targets(ProgrammeRequest const& request);
  void solve(ProgrammeParameters const& parameters, ProgrammeWatch const& watch);
  void put_twins_in_order();

  std::vector<ProgrammeMonth> const& months_;
  std::vector<Need>& needs_;
  cycle::Model model_;
  std::vector<std::size_t> need_of_;                   // by series
  std::vector<std::optional<std::size_t>> series_of_;  // by need
  cycle::Weights weights_;
  std::optional<cycle::PathFinder> finder_;
  cycle::Prices prices_;
  cycle::Plan plan_;
  std::int64_t iterations_ = 0;
  bool stopped_ = false;
  bool cancelled_ = false;
};

}  // namespace v1
}  // namespace annexa
