#pragma once
// What the commands about risks have in common.

#include <annexa/command/risk_commands.hpp>
#include <annexa/risk/remaining.hpp>

#include "transaction.hpp"

namespace annexa {
inline namespace v1 {

namespace risk_rules {
inline constexpr Rule expired{"risk.expired", "An acceptance that ended on {found} says nothing today, {today}.",
                              "6.1.3 f"};
inline constexpr Rule no_method{
    "risk.method", "There is no risk method yet; adopt one (risk-method.adopt) before assessing.", "6.1.2 a"};
inline constexpr Rule which_method{"risk.method", "There are several risk methods; say which (method).", "6.1.2 a"};
inline constexpr Rule residual_above{
    "risk.residual-above-current",
    "The residual risk ({residual}) is above the current one ({current}); give a reason.", "6.1.3"};
inline constexpr Rule not_scored{"risk.not-assessed", "No stage of {risk} is scored; assess it first (risk.assess).",
                                 "6.1.3 f"};
inline constexpr Rule no_cvss_rule{
    "risk.cvss-rule",
    "The method {method} has no rule by which a CVSS vector is rated; give it one (cvss), or rate the risk yourself.",
    "6.1.2 d"};
inline constexpr Rule built_in{
    "risk-method.built-in",
    "The method {method} is built in, and this workspace has not adopted it; adopt its document first "
    "(risk-method.adopt; `annexa --json risk methods` prints it).",
    "6.1.2 a"};
inline constexpr Rule no_inherent{
    "risk.no-inherent", "Effects of controls start from the inherent risk, and {risk} has none; rate it.", "6.1.2 d"};
inline constexpr Rule not_treated{
    "risk.not-treated", "Nothing is decided about {risk} yet; treat it first, be it to retain it.", "6.1.3 a"};
inline constexpr Rule not_owner{"S12", "{actor} is not the owner of {risk}; its owner ({owner}) decides this.",
                                "6.1.3 f"};
inline constexpr Rule authority{
    "S12", "The band {band} asks for {authority} besides the owner; {found}, and the role comes by role.grant.",
    "duty S12"};
inline constexpr Rule other_authority{
    "S12", "The band {band} asks for {authority} besides the owner; name another person who agreed (authorised_by).",
    "duty S12"};
inline constexpr Rule unknown_authority{"risk-method.authority",
                                        "\"{found}\" is no role ({known}): above this band the owner has to name "
                                        "somebody else who agreed, and nobody checks "
                                        "who that is.",
                                        "6.1.3 f"};
inline constexpr Rule method_moved{
    "risk.method-moved",
    "{risk} was scored by version {found} of {method}, which is at {now}; assess it anew first (risk.assess).",
    "6.1.2 b"};
inline constexpr Rule not_computed{"risk.compute", "{stage} {found}; it cannot be computed too.", "6.1.3"};
inline constexpr Rule outdated{
    "risk.outdated",
    "As its controls stand today the {stage} score of {risk} is {now} and not {found} as on record; assess it anew "
    "first (risk.assess).",
    "6.1.3 f"};
inline constexpr Rule nothing_rated{
    "risk.nothing-rated", "Nothing of {risk} is rated, and nothing was before by {method}; rate a stage.", "6.1.2 d"};
inline constexpr Rule unknown_evidence{
    "risk.evidence-unknown", "No assessment, evidence or finding on record is called \"{found}\".", "9.2.2 f"};
inline constexpr Rule no_evidence{"risk.evidence-missing",
                                  "Nothing shows the effect of {control}, which is said to be audited or tested.",
                                  "7.5.1 b"};
inline constexpr Rule value_scale{
    "risk.value-scale",
    "Assets are valued 1 to 4; the impact of {method} ends at {highest}, so that values are no levels.", "6.1.2 a"};
inline constexpr Rule not_done{"risk.measure-not-done", "A measure that is {status} was not done on {found}.", "8.3"};
inline constexpr Rule valued_twice{
    "risk.valued-twice", "The impact follows from the assets (value_assets) or is rated (inherent); this says both.",
    "6.1.2 d"};
inline constexpr Rule cvss_departs{"risk.cvss-departs",
                                   "The inherent rating of {risk} counts and not its CVSS vector, which comes to "
                                   "likelihood {likelihood} and impact {impact}.",
                                   "6.1.2 d"};
inline constexpr Rule not_valued{
    "risk.not-valued",
    "No asset of {risk} has a value of {what}; assets are valued by confidentiality, integrity and availability.",
    "6.1.2 d"};
inline constexpr Rule effects_owner{"risk.effects-owner",
                                    "{actor} rates what controls take off {risk}; its owner ({owner}) answers for it.",
                                    "6.1.2 c 2"};
inline constexpr Rule not_accepted{"risk.not-accepted", "{risk} has no acceptance.", "6.1.3 f"};
inline constexpr Rule no_measure{"risk.measure", "{risk} has no measure \"{found}\"; {known}.", "6.1.3 e"};
inline constexpr Rule measure_twice{"risk.measure-twice", "There are two measures \"{found}\"; names differ.",
                                    "6.1.3 e"};
inline constexpr Rule no_proposal{"risk.no-proposal", "Nothing is proposed about {control} for {risk}.", "9.1"};
}  // namespace risk_rules

// True if both are treated alike.
[[nodiscard]] inline bool same_plan(Risk const& a, Risk const& b) {
  return a.treatment == b.treatment && a.treatment_plan == b.treatment_plan && a.controls == b.controls &&
         a.measures == b.measures && a.treatment_due == b.treatment_due;
}

// What an effect rests on: nothing without a name, and where an audit is said to show it, something on record.
void check_evidence(Transaction& transaction, ControlEffect const& effect, std::string const& where);

// What risk_rules::method_moved says of @p risk.
std::vector<Argument> moved_args(State const& state, Risk const& risk);

// True unless the risk is closed, which is refused.
bool is_open(Transaction& transaction, Risk const& risk);

// True if the actor owns the risk; a duty rule judges where not. @source{duty S12}
void check_owner(Transaction& transaction, Risk const& risk, Person const& actor);

// The second authority that the band of @p what asks for. @source{duty S12}
void check_authority(Transaction& transaction, std::optional<Key<"person">> const& second, Score const& what);

}  // namespace v1
}  // namespace annexa
