// The command that records the plan of an audit.
#include <algorithm>
#include <annexa/command/planning.hpp>
#include <set>

#include "plan_texts.hpp"

namespace annexa {
inline namespace v1 {
namespace {

constexpr Rule incomplete{"plan.conflict", "The plan is not complete: {conflict}", "9.2.2"};

std::string names_of(State const& state, std::vector<Key<"unit">> const& units) {
  std::string text;
  for (std::size_t i = 0; i < units.size(); ++i) {
    auto const* unit = state.find(units[i]);
    text += (i == 0                  ? ""
             : i + 1 == units.size() ? " and "
                                     : ", ") +
            (unit && !unit->name.empty() ? unit->name : units[i].text());
  }
  return text.empty() ? "the management of the ISMS" : text;
}

std::string scope_of(State const& state, Subject const& subject) {
  return names_of(state, subject.units) + ", against " + std::to_string(subject.criteria.size()) +
         (subject.criteria.size() == 1 ? " criterion." : " criteria.");
}

std::string independence_of(PlanProposal const& proposal) {
  std::string text =
      "Checked for each session when the plan was made: nobody in it owns, manages, works in or designed what is "
      "audited, has left it "
      "within the cooling-off time or has declared a conflict with it, unless a waiver is on record.";
  if (proposal.excluded.empty()) return text;
  std::set<std::string> pairs;
  for (auto const& pair : proposal.excluded)
    pairs.insert(pair.person.text() + " from " + pair.unit.text() + " (" + pair.rule + ')');
  text += " Kept away:";
  std::size_t shown = 0;
  for (auto const& pair : pairs)
    if (++shown <= 20) text += (shown == 1 ? " " : ", ") + pair;
  if (shown > 20) text += " and " + std::to_string(shown - 20) + " more";
  return text + '.';
}

// Who answers for the units, by function, and top management. @source{9.2.2 c}
std::vector<std::string> distribution_of(State const& state, Subject const& subject) {
  std::vector<std::string> names{"Top management"};
  for (auto const& key : subject.units) {
    auto const* unit = state.find(key);
    auto const* owner = unit && unit->owner ? state.find(*unit->owner) : nullptr;
    if (!owner) continue;
    auto const name = owner->function.empty() ? "Owner of " + unit->name : owner->function;
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  }
  return names;
}

std::vector<std::string> methods_of(PlanProposal const& proposal) {
  std::vector<std::string> methods;
  for (auto const& session : proposal.sessions)
    for (auto const& method : session.methods)
      if (std::ranges::find(methods, method) == methods.end()) methods.push_back(method);
  return methods;
}

}  // namespace

command::PlanAudit planned_texts(State const& state, Subject const& subject, PlanProposal const& proposal) {
  auto const organization = organization_of(state);
  command::PlanAudit plan;
  plan.title = subject.title;
  plan.kind = subject.kind;
  plan.programme = subject.programme;
  plan.units = subject.units;
  plan.criteria = subject.criteria;
  plan.objectives = {"Find out whether " + names_of(state, subject.units) +
                         " conform to the organisation's own requirements and to ISO/IEC 27001 (9.2.1 a).",
                     "Find out whether the ISMS is effectively implemented and maintained there (9.2.1 b)."};
  plan.scope = scope_of(state, subject);
  plan.client = organization.name;
  plan.methods = methods_of(proposal);
  plan.language = organization.language.empty() ? "en" : organization.language;
  plan.independence = independence_of(proposal);
  plan.distribution = distribution_of(state, subject);
  auto const* audit = subject.audit;
  if (!audit) return plan;
  if (!audit->objectives.empty()) plan.objectives = audit->objectives;
  if (!audit->scope.empty()) plan.scope = audit->scope;
  if (!audit->client.empty()) plan.client = audit->client;
  if (!audit->language.empty()) plan.language = audit->language;
  if (!audit->distribution.empty()) plan.distribution = audit->distribution;
  if (!audit->confidentiality.empty()) plan.confidentiality = audit->confidentiality;
  if (plan.methods.empty()) plan.methods = audit->methods;
  plan.templates = audit->templates;
  plan.scale = audit->scale;
  return plan;
}

result<Command> plan_command(State const& state, PlanProposal const& proposal) {
  auto const subject = find_subject(state, proposal.audit.text(), true);
  if (!subject) return subject.error();
  if (proposal.conflict || proposal.sessions.empty())
    return Error(incomplete, "/conflict", {{"conflict", proposal.conflict.value_or("it has no sessions.")}});
  auto plan = planned_texts(state, *subject, proposal);
  plan.audit = proposal.audit;
  plan.team = proposal.team;
  plan.sessions = proposal.sessions;
  plan.from = local_day(proposal.sessions.front());
  plan.until = plan.from;
  for (auto const& session : proposal.sessions) {
    plan.from = std::min(plan.from, local_day(session));
    plan.until = std::max(plan.until, local_day(session));
  }
  return Command(std::move(plan));
}

}  // namespace v1
}  // namespace annexa
