#include <annexa/base/json.hpp>
#include <annexa/report/planning_reports.hpp>
#include <boost/json.hpp>

#include "arguments.hpp"
#include "buf.hpp"
#include "guard.hpp"
#include "open_workspace.hpp"
#include "structs.hpp"

namespace annexa::capi {
namespace {

result<report::PeopleForm> read_form(Text const& text) {
  auto const name = read_name(text);
  if (!name) return name.error();
  if (name->empty() || *name == "functions") return report::PeopleForm::functions;
  if (*name == "names") return report::PeopleForm::names;
  return Error(rules::value, "",
               {{"argument", text.name}, {"found", '"' + std::string(*name) + '"'}, {"wanted", "functions, names"}});
}

boost::json::value labels(State const& state, report::PeopleForm form) {
  boost::json::array list;
  for (auto const& label : report::picture_labels(state, form)) list.push_back(to_json(label));
  return list;
}

}  // namespace
}  // namespace annexa::capi

using namespace annexa::capi;

annexa_status annexa_plan_picture(char const* request, size_t request_size, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const asked = read_value<annexa::report::PlanPictureRequest>({request, request_size, "request"});
    if (auto const refusal = refusal_of(asked)) return *refusal;
    return give(out, annexa::report::plan_picture(*asked));
  });
}

annexa_status annexa_workspace_picture_labels(annexa_workspace* workspace, char const* people, size_t people_size,
                                              annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](annexa::Workspace& open) -> annexa::result<void> {
      auto const form = read_form({people, people_size, "people"});
      if (auto const refusal = refusal_of(form)) return *refusal;
      return give(out, annexa::result<boost::json::value>(labels(*open.state(), *form)));
    });
  });
}
