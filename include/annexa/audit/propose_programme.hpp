#pragma once
/// @file
/// From a request to an audit programme.

#include <annexa/audit/programme_proposal.hpp>
#include <annexa/audit/programme_request.hpp>

namespace annexa {
inline namespace v1 {

/// Proposes an audit programme: which units in which month, against which criteria, and why. Every unit in scope and
/// every criterion due is in it or named in `uncovered`; none is dropped.
///
/// Constructive: what cannot wait for the next month of audits goes first, then what has most points for risk,
/// importance, time since the last audit, open nonconformities and change, until the month has its even share. Pure;
/// the same request gives the same programme.
/// @par Cost
/// Months times n log n in the number of units and criteria; 10,000 units over five years take well under a second.
/// @return the proposal; or everything that is wrong with the request.
/// @source{9.2.2; ISO 19011, establishing the audit programme}
[[nodiscard]] result<ProgrammeProposal> propose_programme(ProgrammeRequest const& request);

}  // namespace v1
}  // namespace annexa
