#include <annexa/audit/propose_plan.hpp>
#include <annexa/audit/propose_season.hpp>
#include <annexa/base/json.hpp>
#include <annexa/command/replanning.hpp>
#include <annexa/command/season_planning.hpp>
#include <boost/json.hpp>
#include <functional>

#include "arguments.hpp"
#include "buf.hpp"
#include "documents.hpp"
#include "guard.hpp"
#include "open_workspace.hpp"
#include "structs.hpp"

namespace annexa::capi {
namespace {

namespace json = boost::json;

json::array written(std::vector<Command> const& commands) {
  json::array list;
  for (auto const& each : commands) list.push_back(write_command(each));
  return list;
}

// Whether a search may go on; what stopped it stays.
class SearchFollower {
 public:
  explicit SearchFollower(Task& task) : task_(task) {}
  bool operator()(std::int64_t done, std::int64_t rounds) {
    if (auto const step = task_.step(static_cast<std::uint64_t>(done), static_cast<std::uint64_t>(rounds) + 1); !step)
      stopped_ = step.error();
    return !stopped_;
  }
  [[nodiscard]] std::optional<Error> const& stopped() const noexcept { return stopped_; }

 private:
  Task& task_;
  std::optional<Error> stopped_;
};

// What is wrong with the request stands in the options under the same name, parameters among them.
result<json::value> propose_replan(State const& state, std::string_view audit, ReplanOptions const& options,
                                   Task& task) {
  auto const request = replan_request(state, audit, options, annexa::system_zones());
  if (!request) return placed_below("/options", request.error());
  SearchFollower follower(task);
  if (!follower(0, 1)) return *follower.stopped();
  auto const proposal = annexa::propose_plan(*request, std::ref(follower));
  if (follower.stopped()) return *follower.stopped();
  if (!proposal) return placed_below("/options", proposal.error());
  json::object answer{{"plan", plan_answer(*proposal)}, {"commands", nullptr}};
  if (proposal->conflict) return answer;
  auto const commands = replan_commands(state, *proposal, options);
  if (!commands) return commands.error();
  answer["commands"] = written(*commands);
  return answer;
}

result<json::value> propose_season_of(State const& state, SeasonOptions const& options, Task& task) {
  auto const request = season_request(state, options);
  if (!request) return placed_below("/options", request.error());
  SearchFollower follower(task);
  auto const proposal = annexa::propose_season(*request, std::ref(follower));
  if (follower.stopped()) return *follower.stopped();
  if (!proposal) return placed_below("/options", proposal.error());
  return json::object{{"request", to_json(*request)},
                      {"proposal", to_json(*proposal)},
                      {"commands", written(season_commands(state, *request, *proposal))}};
}

// The days of a season have to be said.
result<SeasonOptions> read_season_options(Text const& text) {
  auto document = text.size == 0 ? result<json::value>(json::object()) : read_document(text);
  if (!document) return placed_below("/options", document.error());
  auto defaults = to_json(SeasonOptions{});
  for (auto const* member : {"from", "until"}) defaults.as_object().erase(member);
  auto const options = from_json<SeasonOptions>(over_defaults(*std::move(document), defaults));
  if (!options) return placed_below("/options", options.error());
  return options;
}

}  // namespace
}  // namespace annexa::capi

using namespace annexa::capi;
using annexa::Workspace;

annexa_status annexa_workspace_propose_replan(annexa_workspace* workspace, char const* audit, size_t audit_size,
                                              char const* options, size_t options_size, annexa_task const* task,
                                              annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](Workspace& open) -> annexa::result<void> {
      auto const which = read_name({audit, audit_size, "audit"}, "the key of an audit");
      auto const choices = read_options_over_defaults<annexa::ReplanOptions>({options, options_size, "options"});
      auto followed = Task::begin(task);
      if (auto const refusal = refusal_of(which, choices, followed)) return *refusal;
      auto const given = give(out, propose_replan(*open.state(), *which, *choices, *followed));
      if (given) followed->finish(1);
      return given;
    });
  });
}

annexa_status annexa_workspace_propose_season(annexa_workspace* workspace, char const* options, size_t options_size,
                                              annexa_task const* task, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](Workspace& open) -> annexa::result<void> {
      auto const choices = read_season_options({options, options_size, "options"});
      auto followed = Task::begin(task);
      if (auto const refusal = refusal_of(choices, followed)) return *refusal;
      auto const given = give(out, propose_season_of(*open.state(), *choices, *followed));
      if (given) followed->finish(1);
      return given;
    });
  });
}
