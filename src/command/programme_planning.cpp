// Requests for programmes out of records, and commands out of proposals.
#include <algorithm>
#include <annexa/catalog/catalog.hpp>
#include <annexa/command/lookup.hpp>
#include <annexa/command/planning.hpp>
#include <map>
#include <set>

#include "programme_knowledge.hpp"
#include "programme_promises.hpp"

namespace annexa {
inline namespace v1 {
namespace {

constexpr Rule not_in_force{"programme.not-in-force",
                            "{programme} is proposed and not in force; propose it again instead of amending it.",
                            "ISO 19011, reviewing and improving the audit programme"};
constexpr Rule amended_after{"programme.window", "{programme} ends on {until}; what is amended begins by then.", "",
                             ErrorKind::usage};

int levels_in_use(State const& state, int otherwise) {
  std::size_t most = 0;
  state.for_each<Method>([&](Method const& method) { most = std::max(most, method.bands.size()); });
  return most == 0 ? otherwise : static_cast<int>(most);
}

// Keys of audits, and of entries of other programmes.
std::vector<std::string> keys_in_use(State const& state, Key<"programme"> const& programme) {
  std::vector<std::string> keys;
  state.for_each<Audit>([&](Audit const& audit) { keys.push_back(audit.key.text()); });
  state.for_each<Programme>([&](Programme const& each) {
    if (each.key == programme) return;
    for (auto const& entry : each.entries) keys.push_back(entry.audit);
  });
  return keys;
}

void add_criteria(State const& state, ProgrammeKnowledge const& known, ProgrammeRequest& request) {
  auto const levels = request.parameters.risk_levels;
  for (auto const* row : iso27001_2022().criteria())
    if (!row->reference.is_control()) request.criteria.push_back(known.criterion(row->reference, levels));
  state.for_each<Applicability>([&](Applicability const& row) {
    if (row.applicable) request.criteria.push_back(known.criterion(row.control, levels));
  });
}

// What programmes in force promised before the request begins is owed; what they promise within it is planned.
void add_promises(State const& state, ProgrammeRequest& request) {
  std::map<std::string, AuditableUnit*> rows;
  for (auto& unit : request.units) rows.emplace(unit.unit.text(), &unit);
  std::set<Key<"unit">> elsewhere;
  auto const first_month = request.from.plus_days(1 - request.from.parts().day);
  auto const last = last_day(request);
  state.for_each<Programme>([&](Programme const& programme) {
    if (programme.state != ProgrammeState::approved) return;
    for (auto const& promise : promises_of(state, programme)) {
      if (last < promise.month || programme_in_force(state, promise.month) != &programme) continue;
      auto const row = rows.find(promise.unit.text());
      if (row == rows.end()) {
        elsewhere.insert(promise.unit);
      } else if (promise.month < first_month) {
        auto& since = row->second->owed_since;
        since = since ? std::min(*since, promise.month) : promise.month;
      } else {
        row->second->planned.push_back(promise.month);
      }
    }
  });
  for (auto const& [key, row] : rows) {
    std::ranges::sort(row->planned);
    row->planned.erase(std::ranges::unique(row->planned).begin(), row->planned.end());
  }
  request.owed_elsewhere.assign(elsewhere.begin(), elsewhere.end());
}

// @param until  last day; after as many years as the parameters say when absent.
ProgrammeRequest request_for(State const& state, Key<"programme"> programme, Date from, std::optional<Date> until,
                             ProgrammeParameters parameters) {
  parameters.risk_levels = levels_in_use(state, parameters.risk_levels);
  ProgrammeKnowledge const known(state);
  ProgrammeRequest request;
  request.programme = std::move(programme);
  request.from = from;
  request.until = until;
  request.parameters = std::move(parameters);
  state.for_each<Unit>([&](Unit const& unit) {
    if (!unit.out_of_scope && (!unit.retired_on || from < *unit.retired_on))
      request.units.push_back(known.unit(unit, request.parameters.risk_levels));
  });
  add_criteria(state, known, request);
  add_promises(state, request);
  request.calendar = calendar_of(state, nullptr);
  request.taken = keys_in_use(state, *request.programme);
  return request;
}

}  // namespace

ProgrammeRequest programme_request(State const& state, Date from, ProgrammeParameters parameters) {
  return request_for(state, *Key<"programme">::parse("PRG-" + to_string(from).substr(0, 4)), from, {},
                     std::move(parameters));
}

result<ProgrammeParameters> programme_parameters(State const& state, std::string_view programme) {
  auto const* found = state.find<Programme>(programme);
  if (!found) return no_record(state, *find_noun(Programme::type_name), programme);
  return found->parameters.value_or(ProgrammeParameters{});
}

result<ProgrammeRequest> amendment_request(State const& state, std::string_view programme, Date from,
                                           ProgrammeParameters parameters) {
  auto const* found = state.find<Programme>(programme);
  if (!found) return no_record(state, *find_noun(Programme::type_name), programme);
  if (found->state != ProgrammeState::approved)
    return Error(not_in_force, "/programme", {{"programme", found->key.text()}});
  if (found->until < from)
    return Error(amended_after, "/from", {{"programme", found->key.text()}, {"until", to_string(found->until)}});
  return request_for(state, found->key, std::max(from, found->from), found->until, std::move(parameters));
}

Command programme_command(ProgrammeProposal const& proposal) {
  return Command::of("programme.propose", proposal.programme);
}

Command amendment_command(ProgrammeProposal const& proposal, std::string because) {
  command::AmendProgramme body;
  body.programme = proposal.programme.key;
  body.because = std::move(because);
  body.until = proposal.programme.until;
  body.risks = proposal.programme.risks;
  body.entries = proposal.programme.entries;
  body.parameters = proposal.programme.parameters;
  return Command::of(command::AmendProgramme::command, std::move(body));
}

}  // namespace v1
}  // namespace annexa
