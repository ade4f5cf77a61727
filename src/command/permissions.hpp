#pragma once
// Who may use which command. Steps of a nonconformity's life have their own table (nonconformity_steps).

#include <cstdint>
#include <span>
#include <string_view>

#include "transaction.hpp"

namespace annexa {
inline namespace v1 {

// How somebody may stand to what a command is about.
enum class Standing : std::uint16_t {
  top_management = 1,     // Holds the role.
  isms_manager = 2,       // Holds the role.
  programme_manager = 4,  // Holds the role.
  lead = 8,               // Leads the audit; of one that is not there yet, whoever holds the role of lead auditor.
  auditor = 16,           // Leads the audit or audits in it; experts, trainees and observers do not.
  unit_owner = 32,        // Owns the unit, or one that carries the control.
  responsible = 64,       // Sees to the control, as the statement of applicability says.
  risk_owner = 128,       // Owns the risk.
  process_owner = 256,    // Answers for the nonconformity.
  action_owner = 512,     // Owns the action, or one of the nonconformity.
  reporter = 1024,        // Raised the nonconformity.
  verifier = 2048,        // Verifies the nonconformity.
  tool =
      4096,  // annexa itself: the actor "system", for setting up and importing; until the ISMS has a manager, anybody.
  self = 8192,            // Is the person that it is about.
  anyone = 16384,         // Is a person of the workspace.
  measure_owner = 32768,  // Sees to the measure.
};

// Several standings together.
using Standings = std::uint16_t;

// One row: the standings of which one is needed. Every command has one, but the steps of a nonconformity.
struct Permission {
  std::string_view command;
  Standings who;
};
[[nodiscard]] std::span<Permission const> permissions() noexcept;

// What a command is about, as far as it says who may use it; null where it is about none.
struct Concerned {
  Audit const* audit = nullptr;
  Unit const* unit = nullptr;
  Person const* person = nullptr;
  Risk const* risk = nullptr;
  Measure const* measure = nullptr;
  Applicability const* row = nullptr;
  Criterion const* control = nullptr;
  Nonconformity const* nonconformity = nullptr;
  CorrectiveAction const* action = nullptr;
};

// Refuses unless the actor has one of the standings that the command's row asks for. @return true if the actor has.
bool check_permission(Transaction& transaction, Concerned const& about);

// The same for a command that asks for roles alone, whatever it is about; decide() calls it, and
// looks at nothing else where it refuses. The handlers of all others
// call check_permission() when they know what the command is about.
bool check_roles(Transaction& transaction);

}  // namespace v1
}  // namespace annexa
