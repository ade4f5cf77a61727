#include "plan_subject.hpp"

#include <algorithm>
#include <annexa/base/name_hint.hpp>

#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

Subject subject_of(Audit const& audit) {
  return {audit.title, audit.kind, audit.programme, audit.units, audit.criteria, audit.from, audit.until, &audit};
}

Subject subject_of(Programme const& programme, ProgrammeEntry const& entry) {
  return {entry.title,
          entry.kind,
          programme.key,
          entry.units,
          entry.criteria,
          entry.from,
          std::min(programme.until, entry.from.last_of_month()),
          nullptr};
}

// The entry of that key: of a programme in force before one that is proposed, of the latest of several.
std::optional<Subject> entry_of(State const& state, std::string_view audit) {
  std::optional<Subject> found;
  bool in_force = false;
  state.for_each<Programme>([&](Programme const& programme) {
    bool const approved = programme.state == ProgrammeState::approved;
    auto const entry = std::ranges::find(programme.entries, audit, &ProgrammeEntry::audit);
    if (entry == programme.entries.end() || (in_force && !approved)) return;
    found = subject_of(programme, *entry);
    in_force = approved;
  });
  return found;
}

constexpr Rule unknown_subject{"reference.unknown",
                               "There is no audit \"{key}\", nor an entry of that key in a programme. {hint}", "9.2.2",
                               ErrorKind::usage};

}  // namespace

Error no_subject(std::string_view key, std::string hint) {
  return Error(unknown_subject, std::string(key), {{"key", std::string(key)}, {"hint", std::move(hint)}});
}

std::optional<std::pair<Date, Date>> entry_window(State const& state, std::string_view audit) {
  auto const entry = entry_of(state, audit);
  if (!entry) return {};
  return std::pair(entry->from, entry->until);
}

result<Subject> find_subject(State const& state, std::string_view key, bool anew) {
  if (auto const* audit = state.find<Audit>(key)) {
    if (audit->state == AuditState::planned || (anew && audit->state == AuditState::approved))
      return subject_of(*audit);
    return Error(command_rules::wrong_state, "/audit",
                 {{"key", std::string(key)}, {"state", to_string(audit->state)}, {"wanted", "a planned audit"}});
  }
  if (auto found = entry_of(state, key)) return *found;
  NameHint hint(key);
  state.for_each<Audit>([&](Audit const& audit) { hint.offer(audit.key.text()); });
  state.for_each<Programme>([&](Programme const& programme) {
    for (auto const& entry : programme.entries) hint.offer(entry.audit);
  });
  return no_subject(key, hint.text());
}

}  // namespace v1
}  // namespace annexa
