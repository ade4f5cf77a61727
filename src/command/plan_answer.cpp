// A proposed plan as programs outside read it.
#include <annexa/command/planning.hpp>
#include <boost/json.hpp>

namespace annexa {
inline namespace v1 {
namespace {

boost::json::value line_of(Session const& session) {
  auto line = to_json(session);
  auto& object = line.as_object();
  std::string method;
  for (auto const& each : session.methods) method += (method.empty() ? "" : ", ") + each;
  object["id"] = session.key.text();
  object["method"] = method;
  for (auto const* member : {"unit", "auditee"})
    if (!object.contains(member)) object[member] = nullptr;
  for (auto const* member : {"team", "criteria", "why"})
    if (!object.contains(member)) object[member] = boost::json::array();
  if (!object.contains("place")) object["place"] = "";
  return line;
}

}  // namespace

boost::json::value plan_answer(PlanProposal const& proposal) {
  boost::json::array sessions;
  for (auto const& session : proposal.sessions) sessions.push_back(line_of(session));
  auto const whole = to_json(proposal);
  auto const list = [&](char const* member) -> boost::json::value {
    auto const* found = whole.as_object().if_contains(member);
    return found ? *found : boost::json::array();
  };
  boost::json::value conflict;
  if (proposal.conflict) conflict = *proposal.conflict;
  return boost::json::object{{"audit", proposal.audit.text()}, {"sessions", std::move(sessions)},
                             {"unplaced", list("unplaced")},   {"conflict", std::move(conflict)},
                             {"levels", list("levels")},       {"reproducible", proposal.reproducible},
                             {"rounds", proposal.rounds},      {"changes", list("changes")},
                             {"changed", proposal.changed},    {"unavoidable", proposal.unavoidable},
                             {"team", list("team")},           {"excluded", list("excluded")}};
}

}  // namespace v1
}  // namespace annexa
