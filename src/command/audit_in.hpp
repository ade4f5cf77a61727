#pragma once
// Audits that a command is about.

#include <initializer_list>

#include "rules.hpp"
#include "transaction.hpp"

namespace annexa {
inline namespace v1 {

namespace audit_in_rules {
inline constexpr Rule outside_scope{"audit.outside-scope", "{criterion} is not among the criteria of {audit}.",
                                    "9.2.2 a"};
}  // namespace audit_in_rules

// The audit, if it is in one of the wanted states; refuses and answers null otherwise.
Audit const* audit_in(Transaction& transaction, Key<"audit"> const& key, std::initializer_list<AuditState> wanted);

}  // namespace v1
}  // namespace annexa
