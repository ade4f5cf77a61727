#pragma once
// What a plan is about.

#include <annexa/command/state.hpp>
#include <string_view>

namespace annexa {
inline namespace v1 {

// An audit that is planned already, or an entry of a programme.
struct Subject {
  std::string title;
  AuditKind kind = AuditKind::internal;
  std::optional<Key<"programme">> programme;
  std::vector<Key<"unit">> units;
  std::vector<Criterion> criteria;
  Date from;
  Date until;
  Audit const* audit = nullptr;
};

// The audit or the entry of that key; or reference.unknown, or record.state if the audit is past planning.
// @param anew  true where the plan on record is planned anew: it may have been approved
[[nodiscard]] result<Subject> find_subject(State const& state, std::string_view key, bool anew = false);

// The days within which the programme wants the audit of that key; nothing if no entry has it.
[[nodiscard]] std::optional<std::pair<Date, Date>> entry_window(State const& state, std::string_view audit);

// What is said of a key that neither an audit nor an entry has.
[[nodiscard]] Error no_subject(std::string_view key, std::string hint);

}  // namespace v1
}  // namespace annexa
