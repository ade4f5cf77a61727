#pragma once
/// The example organisation of examples/data, read and decided: what the tests of the examples start from.

#include <annexa/command/decide.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace annexa::testing {

/// A row of a table of the example: cells by the name of their column.
using ExampleRow = std::vector<std::pair<std::string, std::string>>;

/// The cell of that column. @throws std::runtime_error if there is no such column.
[[nodiscard]] std::string const& cell(ExampleRow const& row, std::string_view column);

/// The rows of examples/data/@p name.
[[nodiscard]] std::vector<ExampleRow> example_table(std::string_view name);

/// The commands of examples/data/@p name. @throws std::runtime_error with every violation if they do not read.
[[nodiscard]] std::vector<Command> example_commands(std::string_view name);

/// The commands that the three tables of the example come to, in their order: assets, risks, statement of
/// applicability.
[[nodiscard]] std::vector<Command> example_table_commands();

/// The rule and the reason that stand beside each command of refused.json, in their order.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> example_refusals();

/// A year of the example organisation, decided command by command.
struct ExampleYear {
  State state;                       ///< After the last command.
  std::vector<Violation> warnings;   ///< Of all commands, in order.
  std::vector<std::string> refused;  ///< What was refused and why; empty if the example is sound.
  std::size_t events = 0;            ///< Events of all commands.

  /// Decides @p command and takes it on, unless it is refused.
  void take(Command const& command);
};

/// The context in which the example is decided: the clock at which it begins, and counted bytes for ids and salts.
[[nodiscard]] Context example_context();

/// The organisation before its year begins: set-up, tables and programme.
[[nodiscard]] ExampleYear example_organization();

/// The whole year. @param before  is called before each command of cycle.json with the state as it is then.
[[nodiscard]] ExampleYear example_year(std::function<void(State const&, Command const&)> const& before = {});

/// The state of that year before the first command of cycle.json at or after @p when ("2026-03-12T14:00:00Z").
[[nodiscard]] State example_state(char const* when);

/// The command that the JSON text says, done by @p actor at @p when. @throws std::runtime_error if it does not read.
[[nodiscard]] Command example_command(std::string_view json, char const* actor, char const* when);

/// What becomes of a command in @p state: "allowed", or the rules that refuse it in order of their names, each once.
[[nodiscard]] std::string outcome(State const& state, Command const& command);

/// The same for what it is allowed with: the rules of its warnings in their order; FAIL stands for a refusal.
[[nodiscard]] std::string warnings_of(State const& state, Command const& command);

/// The state after the command. @throws std::runtime_error if it is refused.
[[nodiscard]] State state_after(State const& state, Command const& command);

}  // namespace annexa::testing
