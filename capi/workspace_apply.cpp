#include <annexa/workspace/workspace.hpp>
#include <boost/json.hpp>

#include "arguments.hpp"
#include "buf.hpp"
#include "guard.hpp"
#include "open_workspace.hpp"

namespace annexa::capi {
namespace {

namespace json = boost::json;

// The answers to a document of commands: one for one, a list for a list.
result<json::value> apply(Workspace& workspace, json::value const& document) {
  auto const commands = read_commands(document);
  if (!commands) return commands.error();
  auto const answers = workspace.apply(*commands);
  if (!answers) return answers.error();
  if (!document.is_array()) return write_answer(answers->front());
  json::array out;
  for (auto const& answer : *answers) out.push_back(write_answer(answer));
  return out;
}

}  // namespace
}  // namespace annexa::capi

using namespace annexa::capi;

annexa_status annexa_workspace_apply(annexa_workspace* workspace, char const* commands, size_t commands_size,
                                     annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::writing, [&](annexa::Workspace& open) -> annexa::result<void> {
      auto const document = read_document({commands, commands_size, "commands"});
      if (!document) return document.error();
      return give(out, apply(open, *document));
    });
  });
}

annexa_status annexa_workspace_refresh(annexa_workspace* workspace, uint64_t* size, annexa_error** err) {
  return guard(err, Out{size}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::writing, [&](annexa::Workspace& open) -> annexa::result<void> {
      auto const grown = open.refresh();
      if (!grown) return grown.error();
      *size = *grown;
      return {};
    });
  });
}
