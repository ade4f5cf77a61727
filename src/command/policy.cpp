// Commands by which an organisation sets its own rules: duties and the lifecycle.
#include <algorithm>
#include <annexa/nonconformity/guards.hpp>
#include <array>

#include "registry.hpp"
#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

namespace duty_policy_rules {
constexpr Rule unknown{"duty.unknown", "\"{found}\" is neither a separation rule nor a guard of the lifecycle.", "5.3"};
constexpr Rule too_weak{"duty.too-weak", "{rule} cannot be made to {found}: {why}. The least is {least}.", "5.3"};
constexpr Rule not_cooling{"duty.cooling-off", "{rule} has no cooling-off time; S02 has.", "ISO/IEC 17021-1"};
constexpr Rule months{"duty.months", "{found} is no number of months from 0 to {most}.", "ISO/IEC 17021-1"};
constexpr Rule one_policy{"lifecycle.key",
                          "There is one lifecycle-policy, called so; \"{found}\" would not be looked at.", "10.2",
                          ErrorKind::usage};
}  // namespace duty_policy_rules

// What a rule may be made to lead to.
struct Range {
  DutyEffect least;
  std::string_view why;
};

std::optional<Range> range_of(std::string_view rule) {
  static constexpr std::pair<DutyBasis, std::string_view> reasons[] = {
      {DutyBasis::required, "ISO/IEC 27001 demands it"},
      {DutyBasis::guidance, "it is guidance, and a warning stays"},
      {DutyBasis::practice, "it is practice"}};
  static constexpr std::pair<Binding, DutyBasis> bases[] = {{Binding::norm, DutyBasis::required},
                                                            {Binding::guidance, DutyBasis::guidance},
                                                            {Binding::practice, DutyBasis::practice}};
  auto const why = [](DutyBasis basis) { return std::ranges::find(reasons, basis, [](auto& e) { return e.first; }); };
  if (auto const* duty = find_duty_rule(rule))
    return Range{least_effect(duty->basis, duty->effect), why(duty->basis)->second};
  auto const guard = std::ranges::find(nonconformity_guards, rule, &Guard::id);
  if (guard == nonconformity_guards.end()) return {};
  auto const basis = std::ranges::find(bases, guard->binding, [](auto& e) { return e.first; })->second;
  return Range{least_effect(basis, DutyEffect::deny), why(basis)->second};
}

constexpr int most_months = 120;

void check_cooling_off(Transaction& t, Duty const& duty) {
  if (!duty.cooling_off_months) return;
  if (!(duty.key == "S02"))
    t.refuse(duty_policy_rules::not_cooling, "/cooling_off_months", {{"rule", duty.key.text()}});
  if (*duty.cooling_off_months < 0 || *duty.cooling_off_months > most_months)
    t.refuse(duty_policy_rules::months, "/cooling_off_months",
             {{"found", std::to_string(*duty.cooling_off_months)}, {"most", std::to_string(most_months)}});
}

void configure_duty(Transaction& t, Command const& command) {
  auto const& duty = command.body<Duty>();
  auto const range = range_of(duty.key.text());
  if (trimmed(duty.reason).empty()) t.refuse(command_rules::reason_missing, "/reason", {{"member", "reason"}});
  check_cooling_off(t, duty);
  if (!range) return t.refuse(duty_policy_rules::unknown, "/duty", {{"found", duty.key.text()}});
  if (duty.effect < range->least)
    t.refuse(duty_policy_rules::too_weak, "/effect",
             {{"rule", duty.key.text()},
              {"found", to_string(duty.effect)},
              {"why", std::string(range->why)},
              {"least", to_string(range->least)}});
  handle_put(t, command);
}

// There is one, and it has its own name.
void configure_lifecycle(Transaction& t, Command const& command) {
  auto const& key = command.body<LifecyclePolicy>().key;
  if (!key.empty() && !(key == LifecyclePolicy::type_name))
    return t.refuse(duty_policy_rules::one_policy, "/lifecycle_policy", {{"found", key.text()}});
  handle_put(t, command);
}

constexpr std::array policy_kinds{
    registers<Duty>("duty.configure", CommandForm::put, configure_duty),
    registers<LifecyclePolicy>("lifecycle.configure", CommandForm::put, configure_lifecycle),
};

}  // namespace

std::span<CommandKind const> policy_commands() noexcept { return policy_kinds; }

}  // namespace v1
}  // namespace annexa
