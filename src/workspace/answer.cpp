#include <annexa/base/json.hpp>
#include <annexa/workspace/workspace.hpp>
#include <boost/json.hpp>

#include "journal/journal_rules.hpp"

namespace annexa {
inline namespace v1 {

namespace json = boost::json;

json::value write_answer(Answer const& answer) {
  json::array events;
  for (auto const& event : answer.events)
    events.push_back(json::object{{"position", event.position}, {"id", to_string(event.id)}, {"kind", event.kind}});
  return json::object{
      {"size", answer.size}, {"events", std::move(events)}, {"warnings", write_violations(answer.warnings)}};
}

json::value write_stats(Workspace const& workspace) {
  auto const state = workspace.state();
  json::object records;
  for (auto const& noun : nouns())
    if (auto const count = state->table(noun).size(); count != 0) records.emplace(noun.plural, count);
  return json::object{{"workspace", to_string(state->workspace)},
                      {"size", state->size},
                      {"root", to_string(workspace.root())},
                      {"snapshot", workspace.snapshot_size()},
                      {"records", std::move(records)}};
}

result<std::string> find_blob(Workspace const& workspace, std::string_view hex) {
  auto const hash = Hash::parse(hex);
  auto found = hash ? workspace.blob(*hash) : result<std::optional<std::string>>(std::optional<std::string>{});
  if (!found) return found.error();
  if (*found) return **std::move(found);
  return Error(journal_rules::no_blob, "", {{"found", std::string(hex.substr(0, 80))}});
}

}  // namespace v1
}  // namespace annexa
