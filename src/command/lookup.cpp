#include <annexa/base/name_hint.hpp>
#include <annexa/command/lookup.hpp>

#include "rules.hpp"

namespace annexa {
inline namespace v1 {

Error no_record(State const& state, Noun const& noun, std::string_view key) {
  auto rule = command_rules::unknown_key;
  rule.kind = ErrorKind::usage;  // who asks does not try to change anything
  NameHint hint(key);
  state.table(noun).for_each([&](TableRow const& row) { hint.offer(row.key); });
  return {rule, std::string(key), {{"noun", std::string(noun.name)}, {"key", std::string(key)}, {"hint", hint.text()}}};
}

}  // namespace v1
}  // namespace annexa
