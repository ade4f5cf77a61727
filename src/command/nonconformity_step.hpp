#pragma once
// How a command takes a step of a nonconformity's life.

#include <annexa/command/nonconformity_commands.hpp>
#include <annexa/nonconformity/lifecycle.hpp>

#include <functional>
#include <optional>
#include <span>

#include "transaction.hpp"

namespace annexa {
inline namespace v1 {

// What the guards look at for @p nonconformity and @p actor, before a step brings anything.
[[nodiscard]] Situation situation_of(State const& state, Nonconformity const& nonconformity, std::string const& actor,
                                     Date today);

// T01, by its own command or as a consequence of another. @return the key, or nothing if refused.
std::optional<Key<"nonconformity">> raise_nonconformity(Transaction& transaction,
                                                        command::RaiseNonconformity const& body, std::string_view kind,
                                                        std::optional<Key<"nonconformity">> const& recurs_from = {});

// Takes the step @p id: @p bring puts into the situation what the command brings; afterwards record and actions are
// put.
void take(Transaction& transaction, std::string_view id, Key<"nonconformity"> const& key,
          std::function<void(Situation&)> const& bring);

// Takes several steps, one after the other, as one: all that is missing for any of them is named at once.
void take_in_turn(Transaction& transaction, std::span<std::string_view const> ids, Key<"nonconformity"> const& key,
                  std::function<void(Situation&)> const& bring);

// Tests the step @p id without taking it, and refuses what is missing.
bool may_take(Transaction& transaction, std::string_view id, Nonconformity const& record,
              std::function<void(Situation&)> const& bring);

// Takes a step because a day has come; T25 because a deviation has ended.
void take_on_the_clock(Transaction& transaction, std::string_view id, Nonconformity const& record,
                       std::string_view kind);

// Notes what the issuer of an external one decided.
void note_issuer(Situation& situation, std::optional<std::string> const& decision);

// True if who raised it in an internal audit, or leads that, is among @p people; the first is who is concerned.
[[nodiscard]] bool concerns_auditor(State const& state, Situation& situation, std::vector<Key<"person">> const& people);

// Steps that somebody took; that a day passed is none.
[[nodiscard]] int steps_before(Nonconformity const& nonconformity);

// True if nothing was done since somebody agreed.
[[nodiscard]] bool stands(Agreement const& agreement, Nonconformity const& nonconformity);

// Warns where somebody is named who has left.
void check_here(Transaction& transaction, std::optional<Key<"person">> const& person, std::string const& where);

// Evidence that somebody looked at is on record, and is what it was; the move keeps which.
void check_seen(Transaction& transaction, std::vector<command::SeenEvidence> const& seen, Situation& situation);

// True if both name the same requirement or control.
[[nodiscard]] bool shares_criterion(Nonconformity const& one, Nonconformity const& other);

}  // namespace v1
}  // namespace annexa
