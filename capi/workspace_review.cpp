#include <annexa/base/json.hpp>
#include <annexa/command/review.hpp>
#include <annexa/workspace/workspace.hpp>
#include <boost/json.hpp>

#include "arguments.hpp"
#include "buf.hpp"
#include "guard.hpp"
#include "open_workspace.hpp"

namespace annexa::capi {
namespace {

result<boost::json::value> write_diff(State const& state, std::string_view from, std::string_view to) {
  auto const diff = statement_diff(state, from, to);
  if (!diff) return diff.error();
  return to_json(*diff);
}

}  // namespace
}  // namespace annexa::capi

using namespace annexa::capi;
using annexa::Workspace;

annexa_status annexa_workspace_soa_diff(annexa_workspace* workspace, char const* from, size_t from_size, char const* to,
                                        size_t to_size, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](Workspace& open) -> annexa::result<void> {
      auto const earlier = read_name({from, from_size, "from"}, "a version of the statement of applicability");
      auto const later = read_name({to, to_size, "to"}, "a version of the statement of applicability");
      if (auto const refusal = refusal_of(earlier, later)) return *refusal;
      return give(out, write_diff(*open.state(), *earlier, *later));
    });
  });
}

annexa_status annexa_workspace_readiness(annexa_workspace* workspace, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](Workspace& open) -> annexa::result<void> {
      *out = make_buffer(to_json(readiness(*open.state(), open.now().date())));
      return {};
    });
  });
}

annexa_status annexa_workspace_maturity(annexa_workspace* workspace, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](Workspace& open) -> annexa::result<void> {
      *out = make_buffer(to_json(maturity(*open.state())));
      return {};
    });
  });
}
