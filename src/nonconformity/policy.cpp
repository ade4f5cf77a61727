#include <annexa/nonconformity/lifecycle.hpp>
#include <annexa/nonconformity/policy.hpp>

namespace annexa {
inline namespace v1 {
namespace {

std::string known_deadlines() {
  std::string names;
  for (auto const& each : named_deadlines) (names += names.empty() ? "" : ", ") += each.name;
  return names;
}

void check_days(std::optional<int> days, int least, int most, std::string where, Error& errors) {
  if (days && (*days < least || *days > most))
    errors.add(policy_rules::days, std::move(where),
               {{"found", std::to_string(*days)}, {"least", std::to_string(least)}, {"most", std::to_string(most)}});
}

void check_setting(DeadlineSetting const& setting, std::string const& where, Error& errors) {
  auto const* named = find_named_deadline(setting.deadline);
  if (!named)
    errors.add(policy_rules::name, where + "/deadline",
               {{"what", "deadline"}, {"found", setting.deadline}, {"accepted", known_deadlines()}});
  if (!setting.set_by.empty() && !(named && find_deadline(setting.set_by, named->member)))
    errors.add(policy_rules::name, where + "/set_by",
               {{"what", "step"}, {"found", setting.set_by}, {"accepted", "a step that starts this clock, or none"}});
  check_days(setting.minor_days, 1, 3650, where + "/minor_days", errors);
  check_days(setting.major_days, 1, 3650, where + "/major_days", errors);
}

}  // namespace

void check_policy(LifecyclePolicy const& policy, Error& errors) {
  for (std::size_t i = 0; i < policy.deadlines.size(); ++i)
    check_setting(policy.deadlines[i], "/deadlines/" + std::to_string(i), errors);
  for (std::size_t i = 0; i < policy.escalation.size(); ++i) {
    auto const where = "/escalation/" + std::to_string(i) + "/offset_days";
    check_days(policy.escalation[i].offset_days, -3650, 3650, where, errors);
    if (i != 0 && policy.escalation[i].offset_days <= policy.escalation[i - 1].offset_days)
      errors.add(policy_rules::order, where,
                 {{"level", std::to_string(i + 1)}, {"found", std::to_string(policy.escalation[i].offset_days)}});
  }
  check_days(policy.extensions_per_cycle, 0, 100, "/extensions_per_cycle", errors);
  check_days(policy.extension_days_minor, 0, 3650, "/extension_days_minor", errors);
  check_days(policy.extension_days_major, 0, 3650, "/extension_days_major", errors);
  check_days(policy.deviation_days, 1, 3650, "/deviation_days", errors);
  check_days(policy.retention_days, 1, 36500, "/retention_days", errors);
  check_days(policy.window_days_minor, 0, 3650, "/window_days_minor", errors);
  check_days(policy.window_days_major, 0, 3650, "/window_days_major", errors);
}

}  // namespace v1
}  // namespace annexa
