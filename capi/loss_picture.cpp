#include <annexa/base/json.hpp>
#include <annexa/report/loss_pictures.hpp>

#include "arguments.hpp"
#include "buf.hpp"
#include "guard.hpp"

using namespace annexa::capi;

annexa_status annexa_loss_curve_picture(char const* request, size_t request_size, annexa_buf** out,
                                        annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const asked = read_value<annexa::report::LossCurveRequest>({request, request_size, "request"});
    if (auto const refusal = refusal_of(asked)) return *refusal;
    return give(out, annexa::report::loss_curve_picture(*asked));
  });
}
