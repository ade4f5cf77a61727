#include <annexa/audit/audit_time.hpp>
#include <annexa/audit/sample_evaluation.hpp>
#include <boost/json.hpp>

#include "arguments.hpp"
#include "buf.hpp"
#include "guard.hpp"

namespace annexa::capi {
namespace {

// Reads a request, answers it, and puts the answer where the caller wants it.
template <class Request, class Answer>
result<void> answer_sample(Text const& text, result<Answer> (*ask)(Request const&), annexa_buf** out) {
  auto const asked = read_value<Request>(text);
  if (!asked) return asked.error();
  auto const found = ask(*asked);
  if (!found) return found.error();
  *out = make_buffer(to_json(*found));
  return {};
}

}  // namespace
}  // namespace annexa::capi

using namespace annexa::capi;

annexa_status annexa_sample_size(char const* request, size_t request_size, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return answer_sample({request, request_size, "request"}, annexa::sample_size, out);
  });
}

annexa_status annexa_sample_draw(char const* request, size_t request_size, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return answer_sample({request, request_size, "request"}, annexa::draw_sample, out);
  });
}

annexa_status annexa_sample_evaluate(char const* request, size_t request_size, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return answer_sample({request, request_size, "request"}, annexa::evaluate_sample, out);
  });
}

annexa_status annexa_audit_time(char const* request, size_t request_size, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return answer_sample({request, request_size, "request"}, annexa::audit_time, out);
  });
}
