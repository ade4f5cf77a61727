#include <algorithm>
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

std::string language_of(State const& state, Audit const& audit) {
  if (!audit.language.empty()) return audit.language;
  auto own = organization_of(state).language;
  return own.empty() ? "en" : own;
}

bool same_language(std::string_view a, std::string_view b) noexcept {
  auto const primary = [](std::string_view tag) { return tag.substr(0, tag.find('-')); };
  return std::ranges::equal(
      primary(a), primary(b), {}, [](char c) { return c | 0x20; }, [](char c) { return c | 0x20; });
}

}  // namespace v1
}  // namespace annexa
