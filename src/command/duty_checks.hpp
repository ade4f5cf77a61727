#pragma once
// Separation rules that belong to a command whatever its handler does.

#include "transaction.hpp"

namespace annexa {
inline namespace v1 {

// Judges what @p command did by the duties that its row names.
void check_duties(Transaction& transaction, Command const& command);

}  // namespace v1
}  // namespace annexa
