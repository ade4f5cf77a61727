#include <annexa/base/json.hpp>
#include <annexa/report/loss_pictures.hpp>

#include "arguments.hpp"
#include "buf.hpp"
#include "guard.hpp"

using namespace annexa::capi;

namespace {

// Reads the request and draws it.
template <class Request>
annexa::result<void> draw(annexa::result<std::string> (*picture)(Request const&), Text request, annexa_buf** out) {
  auto const asked = read_value<Request>(request);
  if (auto const refusal = refusal_of(asked)) return *refusal;
  return give(out, picture(*asked));
}

}  // namespace

annexa_status annexa_loss_curve_picture(char const* request, size_t request_size, annexa_buf** out,
                                        annexa_error** err) {
  return guard(err, Out{out}, [&] {
    return draw(annexa::report::loss_curve_picture, {request, request_size, "request"}, out);
  });
}

annexa_status annexa_loss_histogram_picture(char const* request, size_t request_size, annexa_buf** out,
                                            annexa_error** err) {
  return guard(err, Out{out}, [&] {
    return draw(annexa::report::loss_histogram_picture, {request, request_size, "request"}, out);
  });
}

annexa_status annexa_tornado_picture(char const* request, size_t request_size, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&] {
    return draw(annexa::report::tornado_picture, {request, request_size, "request"}, out);
  });
}

annexa_status annexa_frontier_picture(char const* request, size_t request_size, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&] {
    return draw(annexa::report::frontier_picture, {request, request_size, "request"}, out);
  });
}
