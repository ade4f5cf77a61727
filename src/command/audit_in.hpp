#pragma once
// Audits that a command is about.

#include <initializer_list>

#include "rules.hpp"
#include "transaction.hpp"

namespace annexa {
inline namespace v1 {

// The audit, if it is in one of the wanted states; refuses and answers null otherwise.
Audit const* audit_in(Transaction& transaction, Key<"audit"> const& key, std::initializer_list<AuditState> wanted);

}  // namespace v1
}  // namespace annexa
