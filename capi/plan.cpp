#include <annexa/audit/plan_request.hpp>
#include <annexa/audit/programme_request.hpp>
#include <annexa/audit/propose_plan.hpp>
#include <annexa/audit/propose_programme.hpp>
#include <annexa/audit/propose_season.hpp>
#include <boost/json.hpp>

#include "arguments.hpp"
#include "buf.hpp"
#include "guard.hpp"
#include "programme_watch.hpp"
#include "structs.hpp"

namespace annexa::capi {
namespace {

// Reads a request, lets @p propose answer it, and puts the proposal where the caller wants it.
template <class Request, class Proposal>
result<void> answer(Text const& text, annexa_task const* task, result<Proposal> (*propose)(Request const&),
                    annexa_buf** out) {
  auto const asked = read_value<Request>(text);
  auto followed = Task::begin(task);
  if (auto const refusal = refusal_of(asked, followed)) return *refusal;
  if (auto const begun = followed->step(0, 1); !begun) return begun.error();
  auto const proposal = propose(*asked);
  if (!proposal) return proposal.error();
  *out = make_buffer(to_json(*proposal));
  followed->finish(1);
  return {};
}

// The same for a season, which takes long enough to be followed and stopped.
result<void> answer_season(Text const& text, annexa_task const* task, annexa_buf** out) {
  auto const asked = read_value<SeasonRequest>(text);
  auto followed = Task::begin(task);
  if (auto const refusal = refusal_of(asked, followed)) return *refusal;
  std::optional<Error> cancelled;
  auto const proposal = propose_season(*asked, [&](std::int64_t done, std::int64_t rounds) {
    if (auto const step = followed->step(static_cast<std::uint64_t>(done), static_cast<std::uint64_t>(rounds)); !step)
      cancelled = step.error();
    return !cancelled;
  });
  if (cancelled) return *cancelled;
  if (!proposal) return proposal.error();
  *out = make_buffer(to_json(*proposal));
  followed->finish(static_cast<std::uint64_t>(proposal->rounds));
  return {};
}

// Follows the search; whoever stops it gets nothing.
result<void> answer_programme(Text const& text, annexa_task const* task, annexa_buf** out) {
  auto const asked = read_value<ProgrammeRequest>(text);
  auto followed = Task::begin(task);
  if (auto const refusal = refusal_of(asked, followed)) return *refusal;
  auto const proposal = propose_programme(*asked, watch_of(*followed));
  if (!proposal) return proposal.error();
  *out = make_buffer(to_json(*proposal));
  followed->finish(static_cast<std::uint64_t>(proposal->iterations) + 1);
  return {};
}

// The plan of a request that names a time zone without saying what its clocks do: that is looked up.
result<PlanProposal> propose_in_zone(PlanRequest const& asked) {
  auto const request = with_clocks(asked, system_zones());
  if (!request) return request.error();
  return propose_plan(*request);
}

}  // namespace
}  // namespace annexa::capi

using namespace annexa::capi;

annexa_status annexa_plan(char const* request, size_t request_size, annexa_task const* task, annexa_buf** out,
                          annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return answer({request, request_size, "request"}, task, propose_in_zone, out);
  });
}

annexa_status annexa_programme(char const* request, size_t request_size, annexa_task const* task, annexa_buf** out,
                               annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return answer_programme({request, request_size, "request"}, task, out);
  });
}

annexa_status annexa_season(char const* request, size_t request_size, annexa_task const* task, annexa_buf** out,
                            annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return answer_season({request, request_size, "request"}, task, out);
  });
}
