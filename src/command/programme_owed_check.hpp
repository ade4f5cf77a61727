#pragma once
// What an amendment does to what a programme owes.

#include <annexa/audit/programme.hpp>

#include <vector>

#include "transaction.hpp"

namespace annexa {
inline namespace v1 {

// Compares what @p programme owes with the entries of @p amendment and with what it releases: refuses what drops owed
// coverage altogether, warns where a unit is visited less often or later than it was planned.
// @return what moves, by unit.
[[nodiscard]] std::vector<MovedVisits> check_owed(Transaction& transaction, Programme const& programme,
                                                  ProgrammeAmendment const& amendment);

}  // namespace v1
}  // namespace annexa
