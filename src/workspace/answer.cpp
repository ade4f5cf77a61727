#include <annexa/workspace/workspace.hpp>
#include <boost/json.hpp>

namespace annexa {
inline namespace v1 {
namespace {

namespace json = boost::json;

std::string_view name_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::usage: return "usage";
    case ErrorKind::rule: return "rule";
    case ErrorKind::conflict: return "conflict";
    case ErrorKind::storage: return "storage";
    case ErrorKind::integrity: return "integrity";
    case ErrorKind::no_memory: return "no-memory";
    case ErrorKind::cancelled: return "cancelled";
    case ErrorKind::internal: return "internal";
  }
  return "internal";
}

}  // namespace

json::value write_violations(std::vector<Violation> const& violations) {
  json::array out;
  for (auto const& each : violations) {
    json::object args;
    for (auto const& argument : each.args) args.emplace(argument.name, argument.value);
    out.push_back(json::object{{"rule", each.rule}, {"where", each.where}, {"message", each.message}, {"args", std::move(args)}});
  }
  return out;
}

json::value write_error(Error const& error) {
  return json::object{
      {"error", json::object{{"kind", name_of(error.kind())}, {"violations", write_violations(error.violations())}}}};
}

json::value write_answer(Answer const& answer) {
  json::array events;
  for (auto const& event : answer.events)
    events.push_back(json::object{{"position", event.position}, {"id", to_string(event.id)}, {"kind", event.kind}});
  return json::object{{"size", answer.size}, {"events", std::move(events)}, {"warnings", write_violations(answer.warnings)}};
}

}  // namespace v1
}  // namespace annexa
