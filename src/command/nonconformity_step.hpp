#pragma once
// How a command takes a step of a nonconformity's life.

#include <annexa/command/nonconformity_commands.hpp>
#include <annexa/nonconformity/lifecycle.hpp>

#include <functional>
#include <optional>

#include "transaction.hpp"

namespace annexa {
inline namespace v1 {

// What the guards look at for @p nonconformity and @p actor, before a step brings anything.
[[nodiscard]] Situation situation_of(State const& state, Nonconformity const& nonconformity, std::string const& actor,
                                     Date today);

// T01, by its own command or as a consequence of another. @return the key, or nothing if refused.
std::optional<Key<"nonconformity">> raise_nonconformity(Transaction& transaction,
                                                        command::RaiseNonconformity const& body, std::string_view kind);

// Takes the step @p id: @p bring puts into the situation what the command brings; afterwards record and actions are
// put.
void take(Transaction& transaction, std::string_view id, Key<"nonconformity"> const& key,
          std::function<void(Situation&)> const& bring);

}  // namespace v1
}  // namespace annexa
