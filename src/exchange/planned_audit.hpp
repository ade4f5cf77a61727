#pragma once
// What of an audit its plan says, and the command that plans it so.

#include <annexa/audit/audit.hpp>
#include <annexa/command/audit_commands.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "names.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {

// Members of an audit that its plan says, parted by '|'.
inline constexpr std::string_view planned_members =
    "title|kind|programme|objectives|scope|units|criteria|client|team|from|until|methods|language|independence|"
    "distribution|confidentiality|templates|scale";

// Leaves the members that a plan says.
inline void keep_planned(std::vector<std::string>& members) {
  std::erase_if(members, [](std::string const& each) {
    bool found = false;
    for_each_part(planned_members, [&](std::string_view part) { found = found || part == each; });
    return !found;
  });
}

// The audit as a plan, without sessions.
[[nodiscard]] inline command::PlanAudit planned_audit(Audit const& audit) {
  command::PlanAudit body;
  body.audit = audit.key;
  body.title = audit.title;
  body.kind = audit.kind;
  body.programme = audit.programme;
  body.objectives = audit.objectives;
  body.scope = audit.scope;
  body.units = audit.units;
  body.criteria = audit.criteria;
  if (!audit.client.empty()) body.client = audit.client;
  body.team = audit.team;
  body.from = audit.from;
  body.until = audit.until;
  body.methods = audit.methods;
  if (!audit.language.empty()) body.language = audit.language;
  if (!audit.independence.empty()) body.independence = audit.independence;
  body.distribution = audit.distribution;
  if (!audit.confidentiality.empty()) body.confidentiality = audit.confidentiality;
  body.templates = audit.templates;
  body.scale = audit.scale;
  return body;
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
