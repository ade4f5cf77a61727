#pragma once
/// @file
/// A small organisation in which nonconformities live: for tests that take very many steps.

#include <annexa/command/decide.hpp>
#include <annexa/command/detour_commands.hpp>
#include <annexa/command/nonconformity_commands.hpp>
#include <annexa/nonconformity/lifecycle.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace annexa::testing {

/// People: anna leads the audit, paul manages the programme, ida the ISMS, tom directs, olaf owns the process, otto an
/// action, vera verifies, rita owns the risk R-1, which is accepted. NC-1 is from the internal audit A-1, NC-2 from an
/// incident, NC-3 from an external audit; all on the rule acme-policy:4.2, in U-1, issued on Monday 5 January 2026.
[[nodiscard]] State lifecycle_world();

/// Somebody who may take @p row on @p record.
[[nodiscard]] std::string right_actor(Step const& row, Nonconformity const& record);

/// The command that takes @p row on @p record and brings everything that it has to.
[[nodiscard]] Command full_command(Step const& row, Nonconformity const& record, State const& state, Date today);

/// The command, done by @p actor at @p at.
[[nodiscard]] Command done_by(Command command, std::string const& actor, Instant at);

/// The state in which @p key has come to @p wanted on the straight way, by whoever may, on 6 January 2026.
/// @throws std::runtime_error if it does not come there
[[nodiscard]] State led_to(NonconformityState wanted, std::string_view key = "NC-2");

/// Context of its decisions.
[[nodiscard]] Context world_context();

/// A record of a type put into a state as it is.
template <class T>
void put_record(State& state, T record) {
  auto key = record.key.text();
  auto const* row = state.table(nouns()[detail::noun_index<T>]).find(key);
  state.put(nouns()[detail::noun_index<T>],
            {std::move(key), std::make_shared<T>(std::move(record)), row ? row->version + 1 : 1});
}

}  // namespace annexa::testing
