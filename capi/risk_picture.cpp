#include <annexa/base/json.hpp>
#include <annexa/report/risk_pictures.hpp>

#include "arguments.hpp"
#include "buf.hpp"
#include "documents.hpp"
#include "guard.hpp"

using namespace annexa::capi;

annexa_status annexa_risk_heat_map(char const* method, size_t method_size, char const* request, size_t request_size,
                                   annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const read = read_method({method, method_size, "method"});
    auto const asked = read_value<annexa::report::HeatMapRequest>({request, request_size, "request"});
    if (auto const refusal = refusal_of(read, asked)) return *refusal;
    return give(out, annexa::report::heat_map_picture(*read, *asked));
  });
}
