#pragma once
// What must hold of a record whatever made it.

#include <annexa/command/state.hpp>

#include "transaction.hpp"

namespace annexa {
inline namespace v1 {

// Adds what is wrong with @p record, which is of @p noun, in @p state.
void check_record(Noun const& noun, void const* record, State const& state, Error& errors);

// Whoever audits a unit, or says what was found in it, must not judge own work there. @p where is the place of the
// person.
// @source{9.2.2 b}
void check_own_work(Transaction& transaction, Key<"person"> const& person, Key<"unit"> const& unit,
                    std::string const& where);

// The same for whoever judges @p criteria in @p audit: in @p unit, or without one in every unit of the audit that
// carries one of them, and where none does in the management of the ISMS.
void check_own_work(Transaction& transaction, Key<"person"> const& person, Audit const& audit,
                    std::optional<Key<"unit">> const& unit, std::span<Criterion const> criteria);

// Evidence of another audit counts in this one when it was taken over (audit.reuse-evidence), which looks at its age.
void check_evidence_of(Transaction& transaction, Key<"audit"> const& audit, std::span<Key<"evidence"> const> evidence);

// Where nobody of the workspace could audit the unit without auditing own work, says that an auditor from outside is
// the answer. @source{9.2.2 b}
void check_somebody_can(Transaction& transaction, Unit const& unit, std::string const& where);

// A criterion that its catalog does not have is refused, as far as the catalog is built in or adopted; one of a catalog
// that nobody adopted, or that is not in force, warns.
// @source{9.2.2 a}
void check_criterion(Transaction& transaction, Criterion const& criterion, std::string const& where);
void check_criteria(Transaction& transaction, std::span<Criterion const> criteria, std::string const& where);

}  // namespace v1
}  // namespace annexa
