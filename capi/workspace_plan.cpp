#include <annexa/audit/propose_plan.hpp>
#include <annexa/audit/propose_programme.hpp>
#include <annexa/base/json.hpp>
#include <annexa/base/text.hpp>
#include <annexa/command/lookup.hpp>
#include <annexa/command/planning.hpp>
#include <annexa/exchange/calendar.hpp>
#include <boost/json.hpp>

#include <span>
#include <utility>

#include "arguments.hpp"
#include "buf.hpp"
#include "documents.hpp"
#include "guard.hpp"
#include "open_workspace.hpp"
#include "programme_watch.hpp"
#include "structs.hpp"

namespace annexa::capi {
namespace {

namespace json = boost::json;

constexpr Rule no_plan{"calendar.no-sessions",
                       "Audit \"{audit}\" has no plan on record; hand over the sessions of a proposal.",
                       "RFC 5545 3.6"};
constexpr Rule not_amending{"c.not-amending", "It belongs to an amendment; name the programme in \"amend\".", "",
                            ErrorKind::usage};
constexpr Rule no_reason{"text.missing", "\"because\" must not be empty: why the programme changes.", "",
                         ErrorKind::usage};
constexpr Rule other_audit{"calendar.other-audit", "The session is one of audit \"{found}\", not of \"{audit}\".", "",
                           ErrorKind::usage};

// ---- Options

// The first day of a programme, and which one in force is amended and why. What the organisation decides stands beside
// them in the same object.
struct ProgrammeBasis {
  static constexpr std::string_view type_name = "programme-options";
  Date from;
  std::optional<std::string> amend;
  std::optional<std::string> because;
  std::vector<ReleasedCoverage> released;
  friend bool operator==(ProgrammeBasis const&, ProgrammeBasis const&) = default;
};
BOOST_DESCRIBE_STRUCT(ProgrammeBasis, (), (from, amend, because, released))

struct ProgrammeChoices {
  ProgrammeBasis basis;
  ProgrammeParameters parameters;
};

// What is not said of a programme that is amended stays as it was decided.
result<ProgrammeChoices> read_programme_choices(State const& state, Text const& text) {
  auto document = text.size == 0 ? result<json::value>(json::object()) : read_document(text);
  if (!document) return placed_below("/options", document.error());
  auto const basis = from_json<ProgrammeBasis>(*document, {.unknown = UnknownMembers::report});
  if (!document->is_object()) return placed_below("/options", basis.error());
  for (auto const* member : {"from", "amend", "because", "released"}) document->get_object().stable_erase(member);
  auto const decided = basis && basis->amend ? programme_parameters(state, *basis->amend)
                                             : result<ProgrammeParameters>(ProgrammeParameters{});
  if (!decided) return decided.error();
  auto const parameters = from_json<ProgrammeParameters>(over_defaults(*document, to_json(*decided)));
  if (auto const refusal = refusal_of(basis, parameters)) return placed_below("/options", *refusal);
  if (basis->amend && trimmed(basis->because.value_or("")).empty()) return Error(no_reason, "/options/because");
  if (!basis->amend && (basis->because || !basis->released.empty()))
    return Error(not_amending, basis->because ? "/options/because" : "/options/released");
  return ProgrammeChoices{*basis, *parameters};
}

struct CalendarChoices {
  static constexpr std::string_view type_name = "calendar-options";
  std::string organizer;
  std::string organizer_name;
  bool confidential = false;
  bool cancellations = false;
  std::optional<std::vector<Session>> sessions;
  friend bool operator==(CalendarChoices const&, CalendarChoices const&) = default;
};
BOOST_DESCRIBE_STRUCT(CalendarChoices, (), (organizer, organizer_name, confidential, cancellations, sessions))

// Makes lines of a proposed plan sessions again, so that they can be handed back: without the members that are made for
// readers, and without those that are null.
void make_session(json::object& line) {
  for (auto const* member : {"id", "method"}) line.erase(member);
  for (auto const* member : {"unit", "auditee"})
    if (auto const* value = line.if_contains(member); value && value->is_null()) line.erase(member);
}

void make_sessions(json::value& document) {
  auto* members = document.if_object();
  auto* sessions = members ? members->if_contains("sessions") : nullptr;
  if (!sessions || !sessions->is_array()) return;
  for (auto& each : sessions->get_array())
    if (auto* line = each.if_object()) make_session(*line);
}

result<CalendarChoices> read_calendar_choices(Text const& text) {
  if (text.size == 0) return CalendarChoices{};
  auto document = read_document(text);
  if (!document) return placed_below("/options", document.error());
  make_sessions(*document);
  auto choices = from_json<CalendarChoices>(*document);
  if (!choices) return placed_below("/options", choices.error());
  return choices;
}

// ---- Proposals

// Where a member of a request came from, so that the caller finds its own.
struct Origin {
  std::string_view in_request;
  std::string_view in_options;
};
constexpr Origin programme_origins[] = {
    {"/from", "/options/from"}, {"/programme", "/options/amend"}, {"/parameters", "/options"}};
constexpr Origin plan_origins[] = {{"/from", "/options/from"},
                                   {"/until", "/options/until"},
                                   {"/team", "/options/team"},
                                   {"/parameters", "/options/parameters"}};

// The same error, its places in the request being those in the options.
Error placed_in_options(Error const& error, std::span<Origin const> origins) {
  auto violations = error.violations();
  for (auto& each : violations)
    for (auto const& origin : origins)
      if (each.where.starts_with(origin.in_request)) {
        each.where.replace(0, origin.in_request.size(), origin.in_options);
        break;
      }
  return Error(error.kind(), std::move(violations));
}

// The key of an audit that is on record, or that a programme has yet to come to.
result<Key<"audit">> find_audit(State const& state, std::string_view audit) {
  bool known = state.find<Audit>(audit) != nullptr;
  state.for_each<Programme>([&](Programme const& programme) {
    for (auto const& entry : programme.entries) known = known || entry.audit == audit;
  });
  auto const key = Key<"audit">::parse(audit);
  if (known && key) return *key;
  return no_record(state, *find_noun(Audit::type_name), audit);
}

result<json::value> propose_programme(State const& state, ProgrammeChoices const& choices, Date today, Task& task) {
  auto const& basis = choices.basis;
  auto const request =
      basis.amend ? amendment_request(state, *basis.amend, basis.from, choices.parameters, today, basis.released)
                  : result<ProgrammeRequest>(programme_request(state, basis.from, choices.parameters, today));
  if (!request) return placed_in_options(request.error(), programme_origins);
  auto const proposal = annexa::propose_programme(*request, watch_of(task));
  if (!proposal) return placed_in_options(proposal.error(), programme_origins);
  task.finish(static_cast<std::uint64_t>(proposal->iterations) + 1);
  auto const command = basis.amend ? amendment_command(state, *proposal, *basis.because, basis.released, today)
                                   : programme_command(*proposal);
  return json::object{{"proposal", to_json(*proposal)}, {"command", write_command(command)}};
}

result<json::value> propose_plan(State const& state, std::string_view audit, PlanOptions const& options) {
  auto const known = find_audit(state, audit);
  if (!known) return known.error();
  auto const request = plan_request(state, audit, options, annexa::system_zones());
  if (!request) return placed_in_options(request.error(), plan_origins);
  auto const proposal = annexa::propose_plan(*request);
  if (!proposal) return placed_in_options(proposal.error(), plan_origins);
  json::object answer{{"plan", plan_answer(*proposal)}, {"command", nullptr}};
  if (!proposal->conflict) {
    auto const command = plan_command(state, *proposal);
    if (!command) return command.error();
    answer["command"] = write_command(*command);
  }
  return answer;
}

// Follows the one step that making a proposal is.
template <class Make>
result<void> give_followed(annexa_buf** out, Task& task, Make&& make) {
  if (auto const begun = task.step(0, 1); !begun) return begun.error();
  auto const given = give(out, std::forward<Make>(make)());
  if (given) task.finish(1);
  return given;
}

// ---- Calendar

result<std::vector<Session>> recorded_sessions(State const& state, std::string_view audit, bool may_be_none) {
  auto const key = find_audit(state, audit);
  if (!key) return key.error();
  std::vector<Session> sessions;
  for (auto const* session : plan_of(state, *key)) sessions.push_back(*session);
  if (sessions.empty() && !may_be_none) return Error(no_plan, "/audit", {{"audit", std::string(audit)}});
  return sessions;
}

// The sessions handed over, if they are all of that audit.
result<std::vector<Session>> own_sessions(std::vector<Session> const& sessions, std::string_view audit) {
  Error errors;
  for (std::size_t i = 0; i < sessions.size(); ++i)
    if (sessions[i].audit != audit)
      errors.add(other_audit, "/options/sessions/" + std::to_string(i) + "/audit",
                 {{"found", sessions[i].audit.text()}, {"audit", std::string(audit)}});
  if (sessions.empty()) errors.add(no_plan, "/options/sessions", {{"audit", std::string(audit)}});
  if (!errors.empty()) return errors;
  return sessions;
}

result<std::string> calendar(Workspace const& workspace, std::string_view audit, CalendarChoices const& choices) {
  auto const state = workspace.state();
  auto const sessions = choices.sessions ? own_sessions(*choices.sessions, audit)
                                         : recorded_sessions(*state, audit, choices.cancellations);
  if (!sessions) return sessions.error();
  CalendarOptions const options{workspace.now(), choices.organizer, choices.organizer_name, choices.confidential,
                                annexa::system_zones()};
  auto const written = choices.cancellations
                           ? write_cancellations(*state, *Key<"audit">::parse(audit), *sessions, options)
                           : write_calendar(*state, *sessions, options);
  if (!written) return placed_below("/options", written.error());
  return written;
}

}  // namespace
}  // namespace annexa::capi

using namespace annexa::capi;
using annexa::Workspace;

annexa_status annexa_workspace_propose_programme(annexa_workspace* workspace, char const* options, size_t options_size,
                                                 annexa_task const* task, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](Workspace& open) -> annexa::result<void> {
      auto const state = open.state();
      auto const choices = read_programme_choices(*state, {options, options_size, "options"});
      auto followed = Task::begin(task);
      if (auto const refusal = refusal_of(choices, followed)) return *refusal;
      return give(out, propose_programme(*state, *choices, open.now().date(), *followed));
    });
  });
}

annexa_status annexa_workspace_propose_plan(annexa_workspace* workspace, char const* audit, size_t audit_size,
                                            char const* options, size_t options_size, annexa_task const* task,
                                            annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](Workspace& open) -> annexa::result<void> {
      auto const which = read_name({audit, audit_size, "audit"}, "the key of an audit");
      auto const choices = read_options_over_defaults<annexa::PlanOptions>({options, options_size, "options"});
      auto followed = Task::begin(task);
      if (auto const refusal = refusal_of(which, choices, followed)) return *refusal;
      return give_followed(out, *followed, [&] { return propose_plan(*open.state(), *which, *choices); });
    });
  });
}

annexa_status annexa_workspace_calendar(annexa_workspace* workspace, char const* audit, size_t audit_size,
                                        char const* options, size_t options_size, annexa_buf** out,
                                        annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](Workspace& open) -> annexa::result<void> {
      auto const which = read_name({audit, audit_size, "audit"}, "the key of an audit");
      auto const choices = read_calendar_choices({options, options_size, "options"});
      if (auto const refusal = refusal_of(which, choices)) return *refusal;
      return give(out, calendar(open, *which, *choices));
    });
  });
}
