#pragma once
// What programmes in force promise: visits that no audit has carried out or is about to.

#include <annexa/command/state.hpp>

#include <vector>

namespace annexa {
inline namespace v1 {

// A visit that is owed.
struct Promise {
  Key<"unit"> unit;
  Date month;  // first day of it
};

// A requirement or control that is owed.
struct PromisedCriterion {
  Criterion criterion;
  Date month;
};

// True of an entry whose audit is on record and not cancelled: what becomes of it is known there.
[[nodiscard]] bool is_taken_up(State const& state, ProgrammeEntry const& entry);

// The programme in force for the month that begins then: of those approved that have it, the one that began last.
[[nodiscard]] Programme const* programme_in_force(State const& state, Date month);

// The visits that @p programme promises, by month: of its entries that are not taken up, the units that no audit since
// has visited.
[[nodiscard]] std::vector<Promise> promises_of(State const& state, Programme const& programme);
// The same for what audits are carried out against: what nobody has assessed since.
[[nodiscard]] std::vector<PromisedCriterion> promised_criteria(State const& state, Programme const& programme);

}  // namespace v1
}  // namespace annexa
