#pragma once
// Every constraint of a programme with the numbers that show that it holds. Whoever checks it needs the request and the
// proposal alone.

#include "programme_schedule.hpp"

namespace annexa {
inline namespace v1 {

[[nodiscard]] std::vector<ProgrammeCheck> certificate_of(ProgrammeRequest const& request,
                                                         std::vector<ProgrammeMonth> const& months,
                                                         std::vector<Need> const& needs,
                                                         std::vector<std::int64_t> const& used);

}  // namespace v1
}  // namespace annexa
