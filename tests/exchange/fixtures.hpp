#pragma once
// What the tests of this room share: a state built by commands, tables from texts, and the look at a report.

#include <annexa/command/command.hpp>
#include <annexa/command/decide.hpp>
#include <annexa/exchange/import.hpp>
#include <annexa/exchange/table.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace annexa::testing {

inline Context context() {
  return {*Instant::parse("2026-03-01T09:00:00Z"), "system", [](Draw const& draw, std::span<unsigned char> bytes) {
            std::ranges::fill(bytes, static_cast<unsigned char>(draw.ordinal + 1));
          }};
}

/// The state after the command. Fails the test if it is refused.
inline State after(State const& state, Command const& command) {
  auto decision = decide(state, command, context());
  if (!decision) FAIL(command.kind().name << ": " << decision.error().text());
  return std::move(decision->state);
}

/// The state after the commands of a plan, decided one by one.
inline State after(State state, ImportPlan const& plan) {
  for (auto const& command : plan.commands) state = after(state, command);
  return state;
}

/// The state after a command written as JSON.
inline State after(State const& state, std::string_view json) {
  return after(state, read_command(boost::json::parse(json)).value());
}

inline State empty_state() { return State{}; }

/// A state with three people, two units, an asset and the method "3x3".
inline State small_state() {
  auto state = empty_state();
  for (auto const* json :
       {R"({"command":"person.add","person":"P-1","name":"Sarah Chen","mail":"sarah@example.org","function":"CISO"})",
        R"({"command":"person.add","person":"P-2","name":"Jürgen Weiß","function":"IT Lead"})",
        R"({"command":"person.add","person":"P-3","name":"Kim Lee","function":"IT Lead"})",
        R"({"command":"unit.add","unit":"U-1","name":"Hamburg","kind":"site"})",
        R"({"command":"unit.add","unit":"U-2","name":"Development","kind":"process","site":"U-1","owner":"P-1"})",
        R"({"command":"asset.add","asset":"AS-1","name":"Customer database","kind":"information"})",
        R"({"command":"risk-method.adopt","risk_method":"3x3","name":"Three by three",
               "likelihood":[{"name":"rare"},{"name":"likely"},{"name":"sure"}],
               "impact":[{"name":"small"},{"name":"great"},{"name":"ruinous"}],
               "dimensions":["Financial","Legal/Regulatory"],
               "bands":[{"name":"low","colour":"#00ff00","acceptable":true},{"name":"medium","colour":"#ffff00"},
                        {"name":"high","colour":"#ff0000"}],
               "grid":[[1,1,2],[1,2,3],[2,3,3]]})"})
    state = after(state, json);
  return state;
}

inline Sheet sheet_of(std::string text, std::string file = "table.csv") {
  TableOptions options;
  options.file = std::move(file);
  return read_table(std::move(text), options).value();
}

inline ImportPlan planned(std::string text, State const& state, ImportOptions options = {}) {
  if (options.now == Instant()) options.now = context().now;
  return plan_import(sheet_of(std::move(text)), state, options).value();
}

/// "row:column: message" of each entry, a line each.
inline std::string lines(std::vector<ImportEntry> const& entries) {
  std::string out;
  for (auto const& each : entries) out += std::to_string(each.row) + ':' + each.column + ": " + each.message + '\n';
  return out;
}

}  // namespace annexa::testing
