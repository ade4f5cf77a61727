#pragma once
/// @file
/// The days on which the steps of a nonconformity are due.

#include <annexa/base/describe.hpp>
#include <annexa/nonconformity/state.hpp>

#include <optional>

namespace annexa {
inline namespace v1 {

/// When each step is due. A date is set when the step becomes due and cleared when it is taken.
struct Deadlines {
  static constexpr std::string_view type_name = "deadlines";  ///< Name in the schema.
  std::optional<Date> acknowledge;                            ///< To acknowledge.
  std::optional<Date> correction;                             ///< To correct.
  std::optional<Date> plan;                                   ///< To submit the plan.
  std::optional<Date> review;                                 ///< To decide on the plan.
  std::optional<Date> implementation;                         ///< To carry it out.
  std::optional<Date> verification;                           ///< To verify.
  std::optional<Date> effectiveness;                          ///< To judge the effectiveness.
  std::optional<Date> decision;                               ///< To decide on a dispute.
  std::optional<Date> deviation;                              ///< Until when a deviation is accepted.
  friend bool operator==(Deadlines const&, Deadlines const&) = default;
};
BOOST_DESCRIBE_STRUCT(Deadlines, (),
                      (acknowledge, correction, plan, review, implementation, verification, effectiveness, decision,
                       deviation))
ANNEXA_TYPE_TABLE(Deadlines)

/// A deadline as a member of Deadlines.
using Deadline = std::optional<Date> Deadlines::*;

/// Every deadline with its name, in the order of the lifecycle.
struct NamedDeadline {
  std::string_view name;  ///< As the record declares it.
  Deadline member;        ///< Which date.
};
/// Every deadline with its name.
inline constexpr NamedDeadline named_deadlines[] = {{"acknowledge", &Deadlines::acknowledge},
                                                    {"correction", &Deadlines::correction},
                                                    {"plan", &Deadlines::plan},
                                                    {"review", &Deadlines::review},
                                                    {"implementation", &Deadlines::implementation},
                                                    {"verification", &Deadlines::verification},
                                                    {"effectiveness", &Deadlines::effectiveness},
                                                    {"decision", &Deadlines::decision},
                                                    {"deviation", &Deadlines::deviation}};

/// The deadline of that name, or null.
[[nodiscard]] constexpr NamedDeadline const* find_named_deadline(std::string_view name) noexcept {
  for (auto const& row : named_deadlines)
    if (row.name == name) return &row;
  return nullptr;
}

/// The name of a deadline.
[[nodiscard]] constexpr std::string_view name_of(Deadline member) noexcept {
  for (auto const& row : named_deadlines)
    if (row.member == member) return row.name;
  return {};
}

}  // namespace v1
}  // namespace annexa
