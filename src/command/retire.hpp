#pragma once
// Ending a record that stays on record.

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "transaction.hpp"

namespace annexa {
inline namespace v1 {

// Ends the record that @p key names on @p on, or today. The member of the command that names it is the noun in the
// spelling of members.
template <FixedString Noun>
void retire(Transaction& transaction, Key<Noun> const& key, std::optional<Date> on) {
  std::string member(Noun.view());
  std::ranges::replace(member, '-', '_');
  auto const* found = transaction.need(key, '/' + member);
  if (!found) return;
  auto record = *found;
  record.retired_on = on.value_or(transaction.today());
  transaction.put(std::move(record));
}

}  // namespace v1
}  // namespace annexa
