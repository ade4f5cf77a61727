#pragma once
// The months of a programme: how much time each offers, and which are months of audits.

#include <annexa/audit/programme_request.hpp>
#include <vector>

namespace annexa {
inline namespace v1 {

struct ProgrammeMonth {
  Date first;             // first day of the month that belongs to the programme
  Date last;              // last one
  int working_days = 0;   // its working days
  int open_days = 0;      // working days outside freezes
  std::int64_t room = 0;  // minutes that it offers
  bool wanted = false;    // a month in which audits are wanted
};

// All months from the first to the last day of the programme.
[[nodiscard]] std::vector<ProgrammeMonth> months_of(ProgrammeRequest const& request);

// The month in which @p date lies: 0 before the programme, the number of months after it.
[[nodiscard]] std::size_t month_of(std::vector<ProgrammeMonth> const& months, Date date);

}  // namespace v1
}  // namespace annexa
