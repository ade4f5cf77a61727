#pragma once
// What the capacities are called, and who has them.
#include <annexa/nonconformity/capacity.hpp>

#include <string_view>

namespace annexa {
inline namespace v1 {

struct CapacityWord {
  Capacity capacity;
  std::string_view name;
  std::string_view who;
};

inline constexpr CapacityWord capacity_words[] = {
    {Capacity::auditor, "auditor", "raised it, or is auditor or lead in the team of its audit"},
    {Capacity::lead_auditor, "lead auditor", "leads its audit"},
    {Capacity::programme_manager, "programme manager", "has that role"},
    {Capacity::process_owner, "process owner", "is named as its owner"},
    {Capacity::action_owner, "action owner", "owns one of its actions in this cycle"},
    {Capacity::isms_manager, "ISMS manager", "has that role"},
    {Capacity::verifier, "verifier",
     "is named as its verifier, has that role, or is auditor or lead in the team of its audit"},
    {Capacity::top_management, "top management", "has that role"},
    {Capacity::risk_owner, "owner of the risk", "owns the risk that a deviation is accepted on"},
    {Capacity::clock, "the day that has come", "nobody: `deadline.check` noticed that a day has passed"}};

}  // namespace v1
}  // namespace annexa
