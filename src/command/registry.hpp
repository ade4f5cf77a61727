#pragma once
// How the commands of each noun come together.

#include <annexa/command/command.hpp>

#include <span>

#include "transaction.hpp"

namespace annexa {
inline namespace v1 {

// The row of a command with a body of its own, handled by a function over that body.
template <class Body, void (*Handle)(Transaction&, Body const&)>
[[nodiscard]] constexpr CommandKind acts(std::string_view noun) {
  return {Body::command,
          noun,
          CommandForm::act,
          &type_of<Body>,
          [](Transaction& transaction, Command const& command) { Handle(transaction, command.body<Body>()); },
          [] { return std::static_pointer_cast<void>(std::make_shared<Body>()); }};
}

// The row of a command whose members are those of a record.
template <class T>
[[nodiscard]] constexpr CommandKind registers(std::string_view name, CommandForm form,
                                              void (*handle)(Transaction&, Command const&)) {
  return {name,        T::type_name, form,
          &type_of<T>, handle,       [] { return std::static_pointer_cast<void>(std::make_shared<T>()); }};
}

// The member of a command that names the record it is about: the noun in the spelling of members.
[[nodiscard]] std::string key_name(CommandKind const& kind);

// Handlers of commands whose members are those of a record.
void handle_add(Transaction& transaction, Command const& command);
void handle_put(Transaction& transaction, Command const& command);
void handle_change(Transaction& transaction, Command const& command);

[[nodiscard]] std::span<CommandKind const> isms_commands() noexcept;
[[nodiscard]] std::span<CommandKind const> statement_commands() noexcept;
[[nodiscard]] std::span<CommandKind const> migration_commands() noexcept;
[[nodiscard]] std::span<CommandKind const> catalog_commands() noexcept;
[[nodiscard]] std::span<CommandKind const> risk_commands() noexcept;
[[nodiscard]] std::span<CommandKind const> risk_assessment_commands() noexcept;
[[nodiscard]] std::span<CommandKind const> treatment_commands() noexcept;
[[nodiscard]] std::span<CommandKind const> programme_commands() noexcept;
[[nodiscard]] std::span<CommandKind const> audit_planning_commands() noexcept;
[[nodiscard]] std::span<CommandKind const> audit_commands() noexcept;
[[nodiscard]] std::span<CommandKind const> sample_commands() noexcept;
[[nodiscard]] std::span<CommandKind const> conduct_commands() noexcept;
[[nodiscard]] std::span<CommandKind const> fieldwork_commands() noexcept;
[[nodiscard]] std::span<CommandKind const> evidence_commands() noexcept;
[[nodiscard]] std::span<CommandKind const> assessment_commands() noexcept;
[[nodiscard]] std::span<CommandKind const> finding_commands() noexcept;
[[nodiscard]] std::span<CommandKind const> nonconformity_commands() noexcept;
[[nodiscard]] std::span<CommandKind const> action_commands() noexcept;
[[nodiscard]] std::span<CommandKind const> detour_commands() noexcept;
[[nodiscard]] std::span<CommandKind const> policy_commands() noexcept;
[[nodiscard]] std::span<CommandKind const> review_commands() noexcept;
[[nodiscard]] std::span<CommandKind const> context_commands() noexcept;
[[nodiscard]] std::span<CommandKind const> management_review_commands() noexcept;
[[nodiscard]] std::span<CommandKind const> erasure_commands() noexcept;
[[nodiscard]] std::span<CommandKind const> signing_key_commands() noexcept;

}  // namespace v1
}  // namespace annexa
