#include <annexa/base/describe.hpp>
#include <annexa/base/json.hpp>
#include <annexa/command/decide.hpp>
#include <boost/json.hpp>

#include "buf.hpp"
#include "documents.hpp"
#include "guard.hpp"
#include "structs.hpp"

namespace annexa::capi {
namespace {

namespace json = boost::json;

// What the caller says of the moment.
struct Moment {
  static constexpr std::string_view type_name = "context";
  std::optional<Instant> now;
  std::optional<std::string> actor;
  std::optional<std::string> seed;
  friend bool operator==(Moment const&, Moment const&) = default;
};
BOOST_DESCRIBE_STRUCT(Moment, (), (now, actor, seed))

result<Context> read_context(Text const& text, annexa_env const* env) {
  auto const moment = read_options<Moment>(text);
  auto environment = read_environment(env);
  if (auto const refusal = refusal_of(moment, environment)) return *refusal;
  make_reproducible(*environment, moment->now, moment->seed.value_or(""));
  return Context{environment->now(), moment->actor.value_or("system"), environment->random};
}

result<std::vector<Command>> read_command_document(Text const& text) {
  auto const document = read_document(text);
  if (!document) return document.error();
  return read_commands(*document);
}

// What a list of commands comes to.
struct Outcome {
  State state;
  json::array events;
  std::vector<Violation> warnings;
  json::array erase;
};

json::value write_order(ErasureOrder const& order) {
  return json::object{{"noun", order.noun},
                      {"key", order.key},
                      {"stream", to_string(order.stream)},
                      {"members", json::value_from(order.members)}};
}

json::value write_event(Event const& event) {
  json::object out{{"id", to_string(event.id)},          {"kind", event.kind},
                   {"stream", to_string(event.stream)},  {"version", event.version},
                   {"at", to_string(event.at)},          {"actor", event.actor},
                   {"command", to_string(event.command)}};
  if (event.correlation) out.emplace("correlation", *event.correlation);
  out.emplace("data", *event.data);
  return out;
}

// Decides the commands one after the other.
result<Outcome> decide_all(State state, std::vector<Command> const& commands, Context const& context) {
  Outcome outcome{std::move(state), {}, {}, {}};
  for (std::size_t i = 0; i < commands.size(); ++i) {
    auto decided = decide(outcome.state, commands[i], context);
    if (!decided) return placed_below(commands.size() == 1 ? std::string() : '/' + std::to_string(i), decided.error());
    outcome.warnings.insert(outcome.warnings.end(), decided->warnings.begin(), decided->warnings.end());
    if (commands[i].envelope.dry_run) continue;
    for (auto const& event : decided->events) outcome.events.push_back(write_event(event));
    for (auto const& order : decided->erase) outcome.erase.push_back(write_order(order));
    outcome.state = std::move(decided->state);
  }
  return outcome;
}

json::value write_outcome(Outcome&& outcome) {
  return json::object{{"events", std::move(outcome.events)},
                      {"state", write_state(outcome.state)},
                      {"warnings", write_violations(outcome.warnings)},
                      {"erase", std::move(outcome.erase)}};
}

}  // namespace

result<State> read_state_document(Text const& text) {
  auto const document = read_document(text);
  auto state = document ? read_state(*document) : result<State>(document.error());
  if (!state) return placed_below("/state", state.error());
  return state;
}

}  // namespace annexa::capi

using namespace annexa::capi;

annexa_status annexa_decide(char const* state, size_t state_size, char const* command, size_t command_size,
                            char const* context, size_t context_size, annexa_env const* env, annexa_buf** out,
                            annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto known = read_state_document({state, state_size, "state"});
    auto const commands = read_command_document({command, command_size, "command"});
    auto const moment = read_context({context, context_size, "context"}, env);
    if (auto const refusal = refusal_of(known, commands, moment)) return *refusal;
    auto outcome = decide_all(*std::move(known), *commands, *moment);
    if (!outcome) return outcome.error();
    *out = make_buffer(write_outcome(*std::move(outcome)));
    return {};
  });
}
