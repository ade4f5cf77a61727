#include <annexa/base/json.hpp>
#include <annexa/workspace/workspace.hpp>
#include <boost/json.hpp>

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

}  // namespace v1
}  // namespace annexa
