#include <annexa/audit/plan_request.hpp>
#include <annexa/audit/propose_plan.hpp>
#include <boost/json.hpp>

#include "arguments.hpp"
#include "buf.hpp"
#include "guard.hpp"
#include "structs.hpp"

using namespace annexa::capi;

annexa_status annexa_plan(char const* request, size_t request_size, annexa_task const* task, annexa_buf** out,
                          annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const asked = read_value<annexa::PlanRequest>({request, request_size, "request"});
    auto followed = Task::begin(task);
    if (auto const refusal = refusal_of(asked, followed)) return *refusal;
    if (auto const begun = followed->step(0, 1); !begun) return begun.error();
    auto const plan = annexa::propose_plan(*asked);
    if (!plan) return plan.error();
    *out = make_buffer(annexa::to_json(*plan));
    followed->finish(1);
    return {};
  });
}
