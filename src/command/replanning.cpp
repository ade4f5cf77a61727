#include <algorithm>
#include <annexa/base/name_hint.hpp>
#include <annexa/command/conduct.hpp>
#include <annexa/command/isms_commands.hpp>
#include <annexa/command/lookup.hpp>
#include <annexa/command/replanning.hpp>
#include <set>

#include "plan_records.hpp"
#include "plan_subject.hpp"
#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

namespace replan_rules {
constexpr auto usage = ErrorKind::usage;
constexpr Rule nothing{"replan.nothing", "{audit} has no sessions on record; plan it first.", "9.2.2"};
constexpr Rule reversed{"replan.reversed", "{from} to {until}: the last day is before the first.", "", usage};
constexpr Rule outside{"replan.outside", "{from} to {until} is outside the audit, which is from {first} to {last}.", "",
                       usage};
constexpr Rule again{"replan.again", "{unit} is part of the audit already.", "", usage};
constexpr Rule unknown{"reference.unknown", "{audit} has no {noun} \"{key}\". {hint}", "", usage};
constexpr Rule no_unit{"replan.no-unit", "{unit} does not exist any more since {day}.", "", usage};
}  // namespace replan_rules

class Asker {
 public:
  Asker(State const& state, Audit const& audit, ReplanOptions const& options)
      : state_(state), audit_(audit), options_(options), units_(audit.units) {}
  [[nodiscard]] result<PlanRequest> run();

 private:
  void find_sessions();
  void find_window();
  void change_units();
  void drop(std::size_t i);
  void fill();
  void note_absences();
  void note_conflicts();
  void list_moves();
  void shorten();
  template <class Record, FixedString Noun>
  bool known(Key<Noun> const& key, std::string const& where);
  [[nodiscard]] std::string hint_of_sessions(std::string const& key) const;

  State const& state_;
  Audit const& audit_;
  ReplanOptions const& options_;
  std::vector<Key<"unit">> units_;
  std::set<std::string> dropped_;  // sessions
  PlanRequest request_;
  Error errors_{ErrorKind::usage};
};

template <class Record, FixedString Noun>
bool Asker::known(Key<Noun> const& key, std::string const& where) {
  if (state_.find(key)) return true;
  auto const unknown = no_record(state_, *find_noun(Record::type_name), key.text());
  auto violations = unknown.violations();
  for (auto& each : violations) each.where = where;
  errors_.add(Error(unknown.kind(), std::move(violations)));
  return false;
}

std::string Asker::hint_of_sessions(std::string const& key) const {
  NameHint hint(key);
  for (auto const& session : request_.published)
    if (!session.cancelled) hint.offer(session.key.text());
  return hint.text();
}

void Asker::find_sessions() {
  state_.for_each<Session>([&](Session const& session) {
    if (session.audit == audit_.key) request_.published.push_back(session);
  });
  if (std::ranges::all_of(request_.published, &Session::cancelled))
    errors_.add(replan_rules::nothing, "/audit", {{"audit", audit_.key.text()}});
}

void Asker::find_window() {
  auto const entry = entry_window(state_, audit_.key.text());
  request_.from = options_.from.value_or(audit_.from);
  request_.until = options_.until.value_or(std::max(audit_.until, entry ? entry->second : audit_.until));
  if (options_.from && !options_.until) request_.until = std::max(request_.until, *options_.from);
  if (request_.until < request_.from)
    errors_.add(replan_rules::reversed, "/until",
                {{"from", to_string(request_.from)}, {"until", to_string(request_.until)}});
}

void Asker::drop(std::size_t i) {
  auto const& key = options_.drop[i];
  auto const session =
      std::ranges::find_if(request_.published, [&](Session const& each) { return !each.cancelled && each.key == key; });
  if (session != request_.published.end()) {
    dropped_.insert(key);
    return;
  }
  if (std::erase_if(units_, [&](auto const& unit) { return unit == key; }) > 0) return;
  NameHint hint(key);
  for (auto const& unit : audit_.units) hint.offer(unit.text());
  for (auto const& each : request_.published)
    if (!each.cancelled) hint.offer(each.key.text());
  errors_.add(replan_rules::unknown, "/drop/" + std::to_string(i),
              {{"audit", audit_.key.text()}, {"noun", "unit or session"}, {"key", key}, {"hint", hint.text()}});
}

void Asker::change_units() {
  request_.criteria = audit_.criteria;
  for (std::size_t i = 0; i < options_.drop.size(); ++i) drop(i);
  for (std::size_t i = 0; i < options_.add.size(); ++i) {
    auto const& key = options_.add[i];
    auto const where = "/add/" + std::to_string(i);
    if (!known<Unit>(key, where)) continue;
    auto const& unit = *state_.find(key);
    if (std::ranges::find(units_, key) != units_.end())
      errors_.add(replan_rules::again, where, {{"unit", key.text()}});
    else if (unit.retired_on && *unit.retired_on <= request_.from)
      errors_.add(replan_rules::no_unit, where, {{"unit", key.text()}, {"day", to_string(*unit.retired_on)}});
    units_.push_back(key);
    for (auto const& criterion : unit.criteria)
      if (std::ranges::find(request_.criteria, criterion) == request_.criteria.end())
        request_.criteria.push_back(criterion);
  }
}

// What is dropped is asked for no more: a unit that has sessions left takes as long as those.
void Asker::shorten() {
  std::map<std::string, std::int64_t> rest;
  std::set<std::string> shorter;
  for (auto const& session : request_.published) {
    if (session.cancelled || !session.unit) continue;
    auto const minutes = (session.end.micros() - session.start.micros()) / 60'000'000;
    if (dropped_.contains(session.key.text()))
      shorter.insert(session.unit->text());
    else
      rest[session.unit->text()] += minutes;
  }
  std::erase_if(request_.units,
                [&](Unit const& unit) { return shorter.contains(unit.key.text()) && rest[unit.key.text()] == 0; });
  for (auto& unit : request_.units)
    if (shorter.contains(unit.key.text())) unit.audit_minutes = static_cast<int>(rest[unit.key.text()]);
  std::erase_if(request_.published, [&](Session const& each) { return dropped_.contains(each.key.text()); });
}

void Asker::fill() {
  request_.audit = audit_.key;
  request_.team = audit_.team;
  request_.parameters = options_.parameters;
  look_up(state_, units_, request_);
  state_.for_each<Waiver>([&](Waiver const& waiver) { request_.waivers.push_back(waiver); });
  std::set<std::string> there;
  for (auto const& person : request_.people) there.insert(person.key.text());
  auto const add = [&](Key<"person"> const& key) {
    auto const* person = state_.find(key);
    if (person && there.insert(key.text()).second) request_.people.push_back(*person);
  };
  for (auto const& session : request_.published) {
    if (session.cancelled) continue;
    add(session.lead);
    for (auto const& person : session.team) add(person);
    if (session.auditee) add(*session.auditee);
  }
}

void Asker::note_absences() {
  for (std::size_t i = 0; i < options_.unavailable.size(); ++i) {
    auto const& away = options_.unavailable[i];
    auto const where = "/unavailable/" + std::to_string(i);
    bool const there = known<Person>(away.person, where + "/person");
    std::vector<Argument> args{{"from", to_string(away.from)},
                               {"until", to_string(away.until)},
                               {"first", to_string(request_.from)},
                               {"last", to_string(request_.until)}};
    if (away.until < away.from)
      errors_.add(replan_rules::reversed, where + "/until", std::move(args));
    else if (away.until < request_.from || request_.until < away.from)
      errors_.add(replan_rules::outside, where, std::move(args));
    else if (there)
      for (auto& person : request_.people)
        if (person.key == away.person) person.absences.push_back({away.from, away.until, "away"});
  }
}

void Asker::note_conflicts() {
  for (std::size_t i = 0; i < options_.conflicts.size(); ++i) {
    auto const& conflict = options_.conflicts[i];
    auto const where = "/conflicts/" + std::to_string(i);
    bool const person = known<Person>(conflict.person, where + "/person");
    if (!known<Unit>(conflict.unit, where + "/unit") || !person) continue;
    for (auto& each : request_.people)
      if (each.key == conflict.person) each.conflicts.push_back({conflict.unit, request_.from, {}});
  }
}

void Asker::list_moves() {
  for (std::size_t i = 0; i < options_.move.size(); ++i) {
    auto const& key = options_.move[i];
    bool found = key == "all";
    for (auto const& session : request_.published) {
      if (session.cancelled || (key != "all" && session.key != key)) continue;
      found = true;
      if (std::ranges::find(request_.may_move, session.key) == request_.may_move.end())
        request_.may_move.push_back(session.key);
    }
    if (!found)
      errors_.add(replan_rules::unknown, "/move/" + std::to_string(i),
                  {{"audit", audit_.key.text()}, {"noun", "session"}, {"key", key}, {"hint", hint_of_sessions(key)}});
  }
}

result<PlanRequest> Asker::run() {
  find_sessions();
  find_window();
  change_units();
  fill();
  note_absences();
  note_conflicts();
  list_moves();
  if (!errors_.empty()) return errors_;
  shorten();
  return std::move(request_);
}

// The audit, if its plan may still change.
result<Audit const*> replannable(State const& state, std::string_view key) {
  auto const* audit = state.find<Audit>(key);
  if (!audit) return no_record(state, *find_noun(Audit::type_name), key);
  if (audit->state == AuditState::planned || audit->state == AuditState::approved) return audit;
  return Error(
      command_rules::wrong_state, "/audit",
      {{"key", std::string(key)}, {"state", to_string(audit->state)}, {"wanted", "a planned or approved audit"}});
}

// True if the days are within one absence that is on record.
bool is_recorded(State const& state, Unavailability const& away) {
  auto const* person = state.find(away.person);
  return person && std::ranges::any_of(person->absences, [&](Absence const& absence) {
           return absence.from <= away.from && away.until <= absence.until;
         });
}

std::string reason_of(ReplanOptions const& options) {
  if (!options.reason.empty()) return options.reason;
  std::string text;
  auto const add = [&](std::string const& part) { text += (text.empty() ? "" : "; ") + part; };
  for (auto const& away : options.unavailable)
    add(away.person.text() + " is away from " + to_string(away.from) + " to " + to_string(away.until));
  for (auto const& conflict : options.conflicts)
    add(conflict.person.text() + " is not independent of " + conflict.unit.text());
  for (auto const& unit : options.add) add(unit.text() + " was added");
  for (auto const& key : options.drop) add(key + " was dropped");
  if (options.from || options.until) add("the days of the audit changed");
  return (text.empty() ? "The plan on record did not hold any more" : text) + '.';
}

}  // namespace

result<PlanRequest> replan_request(State const& state, std::string_view audit, ReplanOptions const& options,
                                   ZoneReader const& zones) {
  auto const found = replannable(state, audit);
  if (!found) return found.error();
  auto request = Asker(state, **found, options).run();
  if (!request) return request;
  return with_zones(state, *std::move(request), zones);
}

result<std::vector<Command>> replan_commands(State const& state, PlanProposal const& proposal,
                                             ReplanOptions const& options) {
  auto const* audit = state.find(proposal.audit);
  std::vector<Command> commands;
  for (auto const& away : options.unavailable)
    if (!is_recorded(state, away))
      commands.push_back(Command(command::RecordAbsence{away.person, away.from, away.until, "away"}));
  std::map<std::string, Person> changed;
  for (auto const& conflict : options.conflicts)
    if (auto const* person = state.find(conflict.person))
      changed.try_emplace(conflict.person.text(), *person)
          .first->second.conflicts.push_back({conflict.unit, audit ? audit->from : Date{}, {}});
  for (auto const& [key, person] : changed) commands.push_back(Command::of("person.change", person, {"conflicts"}));
  if (proposal.changes.empty() && !proposal.conflict) return commands;
  auto plan = plan_command(state, proposal);
  if (!plan) return plan.error();
  auto body = plan->body<command::PlanAudit>();
  auto const dropped = [&](Key<"unit"> const& unit) {
    return std::ranges::find(options.drop, unit.text()) != options.drop.end();
  };
  std::erase_if(body.units, dropped);
  for (auto const& key : options.add) {
    body.units.push_back(key);
    if (auto const* unit = state.find(key))
      for (auto const& criterion : unit->criteria)
        if (std::ranges::find(body.criteria, criterion) == body.criteria.end()) body.criteria.push_back(criterion);
  }
  body.change_reason = reason_of(options);
  commands.push_back(Command(std::move(body)));
  return commands;
}

}  // namespace v1
}  // namespace annexa
