#pragma once
// What a programme, proposed or amended, may hold.

#include <annexa/audit/programme.hpp>

#include "transaction.hpp"

namespace annexa {
inline namespace v1 {

// Refuses entries that are none, have a key twice or lie outside, and parameters out of range.
void check_content(Transaction& transaction, Programme const& programme);

// The programme as it is once the amendment is in force.
[[nodiscard]] Programme amended(Programme programme, ProgrammeAmendment const& amendment);

// Completes an amendment: audits on record keep their entries, what moves is noted. Refuses one that changes these,
// drops what is owed, or makes a programme that check_content() refuses.
void complete(Transaction& transaction, Programme const& programme, ProgrammeAmendment& amendment);

}  // namespace v1
}  // namespace annexa
