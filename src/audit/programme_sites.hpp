#pragma once
// Which sites each year of a programme visits, where samples of them are taken.

#include <annexa/audit/programme_proposal.hpp>
#include <annexa/audit/programme_request.hpp>

namespace annexa {
inline namespace v1 {

// True of a unit that is visited when its year's sample has it: a site, not the central function, to which nothing
// is owed.
[[nodiscard]] bool is_sampled(AuditableUnit const& unit, ProgrammeParameters const& parameters);

// The samples of all years, the first first; nothing where none are taken. @pre the request was checked
[[nodiscard]] std::vector<SitesOfYear> sites_of(ProgrammeRequest const& request);

// Adds what is wrong with how sites are sampled.
void check_sites(ProgrammeRequest const& request, Error& errors);

}  // namespace v1
}  // namespace annexa
