#pragma once
// Which sites each year of a programme visits, where samples of them are taken.

#include <annexa/audit/programme_proposal.hpp>
#include <annexa/audit/programme_request.hpp>

namespace annexa {
inline namespace v1 {

// True of a site of the population from which samples are taken: any but the central function.
[[nodiscard]] bool is_sampled(AuditableUnit const& unit, ProgrammeParameters const& parameters);

// The samples of all years that the request touches, the first first; nothing where none are taken. Years count from
// the day on which the programme began. @pre the request was checked
[[nodiscard]] std::vector<SitesOfYear> sites_of(ProgrammeRequest const& request);

// Which audit of a certification cycle a year is. @param year  0 for the first
[[nodiscard]] SiteStage stage_of_year(SiteStage first, int year) noexcept;

// Adds what is wrong with how sites are sampled; and that the central function is none of the units.
void check_sampling(ProgrammeParameters const& parameters, Error& errors);
void check_central(ProgrammeRequest const& request, Error& errors);

}  // namespace v1
}  // namespace annexa
