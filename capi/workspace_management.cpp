#include <annexa/base/json.hpp>
#include <annexa/command/management_review.hpp>
#include <annexa/workspace/workspace.hpp>
#include <boost/json.hpp>

#include "arguments.hpp"
#include "buf.hpp"
#include "guard.hpp"
#include "open_workspace.hpp"

namespace annexa::capi {
namespace {

// Reads the options of a question about a workspace, asks it as of today, and puts the answer where the caller wants
// it.
template <class Options, class Answer>
result<void> answer_about(annexa_workspace* workspace, Text const& text,
                          result<Answer> (*ask)(State const&, Options const&, Date), annexa_buf** out) {
  return with_workspace(workspace, Access::reading, [&](Workspace& open) -> result<void> {
    auto const options = read_options<Options>(text);
    if (!options) return options.error();
    auto const found = ask(*open.state(), *options, open.now().date());
    if (!found) return found.error();
    *out = make_buffer(to_json(*found));
    return {};
  });
}

}  // namespace
}  // namespace annexa::capi

using namespace annexa::capi;

annexa_status annexa_kpi_definitions(annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    *out = make_buffer(annexa::write_kpi_definitions());
    return {};
  });
}

annexa_status annexa_workspace_kpis(annexa_workspace* workspace, char const* options, size_t options_size,
                                    annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return answer_about<annexa::KpiRequest, annexa::KpiTrend>(workspace, {options, options_size, "options"},
                                                              annexa::kpi_trend, out);
  });
}

annexa_status annexa_workspace_review(annexa_workspace* workspace, char const* options, size_t options_size,
                                      annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return answer_about<annexa::ReviewRequest, annexa::ReviewPack>(workspace, {options, options_size, "options"},
                                                                   annexa::review_pack, out);
  });
}
