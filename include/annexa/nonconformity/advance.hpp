#pragma once
/// @file
/// One step of a nonconformity as a document: for hosts that keep the records in a database of their own.

#include <annexa/nonconformity/lifecycle.hpp>

#include <boost/json/fwd.hpp>
#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// A step that somebody wants to take, with everything that the guards look at. The host answers from its own records.
/// @source{10.2}
struct StepRequest {
  static constexpr std::string_view type_name = "step-request";  ///< Name in the schema.
  std::string step;                                              ///< Which step: "T11".
  Instant at;                                                    ///< When.
  Nonconformity before;                                          ///< The record as it is.
  std::optional<Nonconformity> after;                            ///< With what the step brings; as it is when absent.
  std::vector<CorrectiveAction> actions;    ///< Its actions of this cycle, with what the step brings.
  std::string actor;                        ///< Who acts.
  std::vector<Capacity> capacities;         ///< In which capacities.
  std::vector<Signature> signatures;        ///< Who has signed that it is closed.
  std::vector<Signature> agreed;            ///< Who has signed what the step asks for.
  std::optional<Facts> facts;               ///< What else the guards look at; nothing holds when absent.
  std::vector<std::string> waived;          ///< Rules of guidance that a waiver or an override sets aside.
  std::optional<WorkingCalendar> calendar;  ///< Working days; Monday to Friday when absent.
  std::optional<LifecyclePolicy> policy;    ///< What the organisation decided; as annexa has it when absent.
  friend bool operator==(StepRequest const&, StepRequest const&) = default;
};
BOOST_DESCRIBE_STRUCT(StepRequest, (),
                      (step, at, before, after, actions, actor, capacities, signatures, agreed, facts, waived, calendar,
                       policy))
ANNEXA_TYPE_TABLE(StepRequest)

/// What is wrong with a request apart from what the lifecycle refuses.
namespace advance_rules {
/// There is no such step.
inline constexpr Rule unknown{"nonconformity.step", "There is no step \"{found}\"; T01 to T30 are known.", "10.2",
                              ErrorKind::usage};
/// The record with what the step brings differs where steps alone write.
inline constexpr Rule written{"nonconformity.after", "A step writes {member} itself; leave it as it is before.",
                              "10.2 f", ErrorKind::usage};
}  // namespace advance_rules

/// Takes the step. Pure. Guidance that is waived is a warning.
/// @return what it comes to, be it refused; or an error if there is no such step or the request is none
[[nodiscard]] result<StepOutcome> advance(StepRequest request);

/// True if nothing refuses the step.
[[nodiscard]] inline bool is_allowed(StepOutcome const& outcome) noexcept {
  return outcome.refusals.empty() && outcome.guidance.empty();
}

/// An outcome as JSON: `{"allowed","record","actions","refusals","guidance","warnings"}`.
[[nodiscard]] boost::json::value write_outcome(StepOutcome const& outcome);

/// The whole lifecycle as JSON: `{"states":[…],"steps":[…],"guards":[…],"deadlines":[…],"escalation":[…]}`.
[[nodiscard]] boost::json::value write_lifecycle();

}  // namespace v1
}  // namespace annexa
