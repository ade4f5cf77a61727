#pragma once
/// @file
/// From a request to an audit programme.

#include <annexa/audit/programme_proposal.hpp>
#include <annexa/audit/programme_request.hpp>

#include <cstdint>
#include <functional>

namespace annexa {
inline namespace v1 {

/// What whoever waits for a programme says now and then.
enum class Waiting : std::uint8_t {
  go_on,       ///< Search on.
  be_content,  ///< Stop, and answer the best so far; the proposal is not reproducible then.
  cancel,      ///< Give up; propose_programme() answers programme.cancelled.
};
/// Asked now and then on the calling thread, with the steps done and those planned.
using ProgrammeWatch = std::function<Waiting(std::int64_t done, std::int64_t planned)>;

/// Proposes an audit programme: which units in which month, against which criteria, and why. Every unit in scope and
/// every criterion due is in it or named in `uncovered`; none is dropped.
///
/// For each unit the months of its audits are chosen together, so that the whole is best by levels: what is left out,
/// what is late, what differs from the programme in force, what it costs to be early and to overload a month. Prices of
/// the months, in integers, prove how good a programme can be at all; a search that follows them comes near to it.
/// Pure; the same request gives the same programme unless @p watch stops the search.
/// @par Cost
/// 300 units over three years take about two seconds at the usual number of steps, 14 a few milliseconds; `iterations`
/// makes it less.
/// @param watch  follows and stops the search; may be empty.
/// @return the proposal; or everything that is wrong with the request; or programme.cancelled.
/// @source{9.2.2; ISO 19011, establishing the audit programme}
[[nodiscard]] result<ProgrammeProposal> propose_programme(ProgrammeRequest const& request,
                                                          ProgrammeWatch const& watch = {});

}  // namespace v1
}  // namespace annexa
