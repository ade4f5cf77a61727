#pragma once
/// @file
/// Separation rules: which duties must not be in one hand.

#include <annexa/base/describe.hpp>
#include <annexa/base/error.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// What a separation rule rests on.
enum class DutyBasis : std::uint8_t {
  required,  ///< ISO/IEC 27001 demands it: it cannot be waived.
  guidance,  ///< ISO 19011 and the like advise it.
  practice,  ///< Common practice of auditors and tools.
};
ANNEXA_DESCRIBE_ENUM(DutyBasis, "duty-basis", required, guidance, practice)

/// What a rule says to a deed.
enum class DutyEffect : std::uint8_t {
  allow,  ///< Nothing against it, or a waiver is on record.
  warn,   ///< May be done; the warning stays on record.
  deny,   ///< Must not be done.
};
ANNEXA_DESCRIBE_ENUM(DutyEffect, "duty-effect", allow, warn, deny)

/// One separation rule.
struct DutyRule {
  Rule rule;          ///< Number, what it says in our words, and its source.
  DutyBasis basis;    ///< What it rests on.
  DutyEffect effect;  ///< What breaking it leads to unless the organisation configures otherwise; never allow.
  bool waivable;      ///< True if a waiver with a compensating measure can set it aside.
};

/// The separation rules that are enforced, by number.
/// @source{9.2.2 b, 7.2, 6.1.3 f; ISO 19011; ISO/IEC 17021-1}
inline constexpr auto duty_rules = [] {
  using enum DutyBasis;
  using enum DutyEffect;
  return std::to_array<DutyRule>({
      {{"S01", "Nobody audits own work. Where nobody else is there, an auditor from outside is the answer.", "9.2.2 b"},
       required,
       deny,
       false},
      {{"S02",
        "Auditors keep away from what they owned, operated, managed or designed not long ago, and from declared "
        "conflicts.",
        "ISO 19011, independence; ISO/IEC 17021-1, cooling-off"},
       guidance,
       deny,
       true},
      {{"S03", "Whoever manages the ISMS does not audit the ISMS alone, internal auditing included.",
        "ISO 19011, independence"},
       guidance,
       warn,
       true},
      {{"S04", "Audit results reach relevant management, and not the audited alone.", "9.2.2 c"},
       required,
       deny,
       false},
      {{"S05", "Whoever approves the audit programme is not the only auditor in it.",
        "ISO 19011, managing the programme"},
       guidance,
       warn,
       true},
      {{"S06", "Every audit has one leader; experts and trainees act under an auditor and raise no grade alone.",
        "ISO 19011, audit team"},
       guidance,
       deny,
       true},
      {{"S07", "Every auditor is competent for what they audit, and there is evidence of it.",
        "7.2; ISO 19011, competence"},
       required,
       deny,
       false},
      {{"S08", "Whoever raised a finding may advise on its corrective action and does not own it.",
        "ISO 19011, independence"},
       guidance,
       deny,
       true},
      {{"S09",
        "The process owner answers for correction, cause and action; who raised it does not look for the causes.",
        "ISO 19011, independence"},
       guidance,
       deny,
       true},
      {{"S10", "Effectiveness is judged by somebody other than the owner of the action.",
        "10.2 d; ISO 19011, follow-up"},
       guidance,
       deny,
       true},
      {{"S11", "A plan is approved by somebody who owns none of its actions.", "practice"}, practice, warn, true},
      {{"S12",
        "Risk owners themselves approve the treatment plan and accept what remains; above a band somebody else does "
        "too.",
        "6.1.3 f"},
       required,
       deny,
       false},
      {{"S13", "Every risk has an owner with authority; one who leaves makes it orphaned.", "6.1.2 c"},
       required,
       warn,
       false},
      {{"S14", "Risk criteria are set before risks are scored, and top management approves a change of them.",
        "6.1.2 a; ISO/IEC 27005"},
       guidance,
       warn,
       true},
      {{"S15", "Whoever prepared the statement of applicability is not the only one to approve it.", "7.5.2 c"},
       practice,
       warn,
       true},
      {{"S16", "Documents are approved before use, and not by who sees to them alone.", "7.5.2 c"},
       practice,
       warn,
       true},
      {{"S17", "Top management assigns the roles by which the ISMS is managed and audited.", "5.3, 9.3.2"},
       required,
       warn,
       false},
      {{"S18", "Duties that are in each other's way are not in one hand: who manages does not audit.",
        "control 5.3, 5.35"},
       guidance,
       warn,
       true},
      {{"S19", "Tests on operational systems are agreed with management and traced.", "control 8.34"},
       guidance,
       warn,
       true},
      {{"S20", "A contested grade is not decided by who raised it.", "ISO 19011, diverging opinions"},
       guidance,
       deny,
       true},
      {{"S21", "A major nonconformity is closed with two signatures: lead auditor and top management.", "practice"},
       practice,
       warn,
       true},
      {{"S22", "Whoever asks for more time, or for a deviation, does not grant it.", "practice"}, practice, warn, true},
      {{"S23", "What an audit reported is not altered afterwards; corrections are new records.", "7.5.3, 10.2 f"},
       required,
       deny,
       false},
      {{"S24", "Nobody passes a rule silently: what is set aside has a reason and stands in every report.", "7.5.3"},
       required,
       deny,
       false},
      {{"S25", "One person holds several roles only with a recorded measure that makes up for it.",
        "ISO 19011, small organisations"},
       guidance,
       warn,
       true},
  });
}();

/// The rule of that number, or null if it is not enforced.
[[nodiscard]] constexpr DutyRule const* find_duty_rule(std::string_view id) noexcept {
  for (auto const& row : duty_rules)
    if (row.rule.id == id) return &row;
  return nullptr;
}

}  // namespace v1
}  // namespace annexa
