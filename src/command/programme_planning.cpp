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

// Keys of audits, of entries of other programmes, and of those of amendments that wait.
std::vector<std::string> keys_in_use(State const& state, Key<"programme"> const& programme) {
  std::vector<std::string> keys;
  auto const add = [&](std::vector<ProgrammeEntry> const& entries) {
    for (auto const& entry : entries) keys.push_back(entry.audit);
  };
  state.for_each<Audit>([&](Audit const& audit) { keys.push_back(audit.key.text()); });
  state.for_each<Programme>([&](Programme const& each) {
    if (each.key == programme) return;
    add(each.entries);
    if (auto const* waiting = pending_amendment(each)) add(waiting->entries);
  });
  return keys;
}

// What programmes in force promise, as a new one has to see it: what is over is owed, what comes before it begins is
// expected, what lies within it is planned.
template <class Subject>
struct Promises {
  std::vector<Promised<Subject>> owed;
  std::vector<Promised<Subject>> expected;
  std::vector<Promised<Subject>> planned;

  void add(std::vector<Promised<Subject>> const& found, Fulfilment const& fulfilment, Date from, Date last) {
    for (auto const& each : found) {
      if (fulfilment.is_over(each.month))
        owed.push_back(each);
      else if (each.month < from.first_of_month())
        expected.push_back(each);
      else if (each.month <= last)
        planned.push_back(each);
    }
  }
};

class RequestMaker {
 public:
  RequestMaker(State const& state, ProgrammeRequest request, Date today)
      : state_(state), known_(state, today), request_(std::move(request)) {
    Fulfilment const fulfilment(state, today);
    state.for_each<Programme>([&](Programme const& each) {
      if (each.state != ProgrammeState::approved) return;
      units_.add(fulfilment.units(each), fulfilment, request_.from, last_day(request_));
      criteria_.add(fulfilment.criteria(each), fulfilment, request_.from, last_day(request_));
    });
    for (auto const& each : units_.expected) known_.expect(each.subject, each.month.last_of_month());
    for (auto const& each : criteria_.expected) known_.expect(each.subject, each.month.last_of_month());
  }
  [[nodiscard]] ProgrammeRequest run();

 private:
  void add_units();
  void promise_units();
  void add_criteria();
  void add_undecided();
  void promise_criteria();

  State const& state_;
  ProgrammeKnowledge known_;
  ProgrammeRequest request_;
  Promises<Key<"unit">> units_;
  Promises<Criterion> criteria_;
};

void RequestMaker::add_units() {
  state_.for_each<Unit>([&](Unit const& unit) {
    if (!unit.out_of_scope && (!unit.retired_on || request_.from < *unit.retired_on))
      request_.units.push_back(known_.unit(unit, request_.parameters.risk_levels));
  });
}

void RequestMaker::promise_units() {
  std::map<Key<"unit">, AuditableUnit*> rows;
  for (auto& unit : request_.units) rows.emplace(unit.unit, &unit);
  std::set<Key<"unit">> elsewhere;
  auto const each_row = [&](std::vector<Promised<Key<"unit">>> const& promises, auto&& take) {
    for (auto const& promise : promises) {
      auto const row = rows.find(promise.subject);
      if (row == rows.end())
        elsewhere.insert(promise.subject);
      else
        take(*row->second, promise.month);
    }
  };
  each_row(units_.owed, [](AuditableUnit& row, Date month) {
    if (row.last_audited_on && month <= *row.last_audited_on) return;  // an audit that is coming visits it
    row.owed_since = row.owed_since ? std::min(*row.owed_since, month) : month;
  });
  each_row(units_.planned, [](AuditableUnit& row, Date month) { row.planned.push_back(month); });
  for (auto const& [key, row] : rows) {
    std::ranges::sort(row->planned);
    row->planned.erase(std::ranges::unique(row->planned).begin(), row->planned.end());
  }
  request_.owed_elsewhere.assign(elsewhere.begin(), elsewhere.end());
}

void RequestMaker::add_criteria() {
  auto const levels = request_.parameters.risk_levels;
  for (auto const* row : iso27001_2022().criteria())
    if (!row->reference.is_control()) request_.criteria.push_back(known_.criterion(row->reference, levels));
  state_.for_each<Applicability>([&](Applicability const& row) {
    if (row.applicable) request_.criteria.push_back(known_.criterion(row.control, levels));
  });
  add_undecided();
}

// Controls that units carry and of which the statement of applicability says nothing: what nobody decided is audited.
void RequestMaker::add_undecided() {
  std::set<Criterion> known;
  for (auto const& row : request_.criteria) known.insert(row.criterion);
  for (auto const& auditable : request_.units) {
    auto const* unit = state_.find(auditable.unit);
    for (auto const& criterion : unit ? unit->criteria : std::vector<Criterion>{})
      if (criterion.is_control() && !state_.find<Applicability>(criterion.text()) && known.insert(criterion).second)
        request_.criteria.push_back(known_.criterion(criterion, request_.parameters.risk_levels));
  }
}

// What is promised is due then, whatever its interval; a control that the statement of applicability excludes by now is
// not.
void RequestMaker::promise_criteria() {
  std::map<Criterion, Date> due;
  auto const promise = [&](Criterion const& criterion, Date day) {
    auto const [at, fresh] = due.emplace(criterion, day);
    if (!fresh) at->second = std::min(at->second, day);
  };
  for (auto const& each : criteria_.owed) promise(each.subject, each.month);
  for (auto const& each : criteria_.planned)
    promise(each.subject, std::min(each.month.last_of_month(), last_day(request_)));
  for (auto& row : request_.criteria)
    if (auto const found = due.find(row.criterion); found != due.end()) {
      if (!row.last_audited_on || *row.last_audited_on < found->second) row.promised_for = found->second;
      due.erase(found);
    }
  for (auto const& [criterion, day] : due) {
    if (state_.find<Applicability>(criterion.text())) continue;
    auto row = known_.criterion(criterion, request_.parameters.risk_levels);
    row.promised_for = day;
    request_.criteria.push_back(std::move(row));
  }
}

ProgrammeRequest RequestMaker::run() {
  add_units();
  promise_units();
  add_criteria();
  promise_criteria();
  request_.calendar = calendar_of(state_, nullptr);
  request_.taken = keys_in_use(state_, *request_.programme);
  return std::move(request_);
}

ProgrammeRequest request_for(State const& state, ProgrammeRequest request, std::optional<Date> today) {
  request.parameters.risk_levels = levels_in_use(state, request.parameters.risk_levels);
  return RequestMaker(state, std::move(request), today.value_or(state.latest.date())).run();
}

}  // namespace

ProgrammeRequest programme_request(State const& state, Date from, ProgrammeParameters parameters,
                                   std::optional<Date> today) {
  ProgrammeRequest request;
  request.programme = *Key<"programme">::parse("PRG-" + to_string(from).substr(0, 4));
  request.from = from;
  request.parameters = std::move(parameters);
  return request_for(state, std::move(request), today);
}

result<ProgrammeParameters> programme_parameters(State const& state, std::string_view programme) {
  auto const* found = state.find<Programme>(programme);
  if (!found) return no_record(state, *find_noun(Programme::type_name), programme);
  return found->parameters.value_or(ProgrammeParameters{});
}

namespace {

// What is owed no more is neither due nor missing.
void forget(ProgrammeRequest& request, ReleasedCoverage const& released) {
  if (released.unit) std::erase(request.owed_elsewhere, *released.unit);
  for (auto& row : request.criteria)
    if (row.criterion == released.criterion) row.promised_for.reset();
}

}  // namespace

result<ProgrammeRequest> amendment_request(State const& state, std::string_view programme, Date from,
                                           ProgrammeParameters parameters, std::optional<Date> today,
                                           std::span<ReleasedCoverage const> released) {
  auto const* found = state.find<Programme>(programme);
  if (!found) return no_record(state, *find_noun(Programme::type_name), programme);
  if (found->state != ProgrammeState::approved)
    return Error(not_in_force, "/programme", {{"programme", found->key.text()}});
  if (found->until < from)
    return Error(amended_after, "/from", {{"programme", found->key.text()}, {"until", to_string(found->until)}});
  ProgrammeRequest request;
  request.programme = found->key;
  request.from = std::max(from, found->from);
  request.until = found->until;
  request.began = found->from;
  request.parameters = std::move(parameters);
  request = request_for(state, std::move(request), today);
  for (auto const& each : released) forget(request, each);
  for (auto const& entry : found->entries)
    if (entry.from < request.from.first_of_month()) request.taken.push_back(entry.audit);
  return request;
}

Command programme_command(ProgrammeProposal const& proposal) {
  return Command::of("programme.propose", proposal.programme);
}

Command amendment_command(State const& state, ProgrammeProposal const& proposal, std::string because,
                          std::vector<ReleasedCoverage> released, std::optional<Date> today) {
  command::AmendProgramme body;
  body.programme = proposal.programme.key;
  body.because = std::move(because);
  body.risks = proposal.programme.risks;
  body.released = std::move(released);
  body.parameters = proposal.programme.parameters;
  Fulfilment const fulfilment(state, today.value_or(state.latest.date()));
  if (auto const* found = state.find(proposal.programme.key))
    for (auto const& entry : found->entries)
      if (!fulfilment.is_over(entry.from) && entry.from < proposal.programme.from.first_of_month())
        body.entries.push_back(entry);
  body.entries.insert(body.entries.end(), proposal.programme.entries.begin(), proposal.programme.entries.end());
  return Command::of(command::AmendProgramme::command, std::move(body));
}

}  // namespace v1
}  // namespace annexa
