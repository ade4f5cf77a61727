#pragma once
/// @file
/// Risks.

#include <annexa/base/describe.hpp>
#include <annexa/catalog/criterion.hpp>
#include <annexa/risk/effect.hpp>
#include <annexa/risk/method.hpp>
#include <annexa/risk/score.hpp>
#include <annexa/risk/treatment.hpp>

#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// Where a risk stands.
enum class RiskStatus : std::uint8_t {
  identified,  ///< Known, not assessed.
  assessed,    ///< Scored.
  treated,     ///< A treatment is decided.
  accepted,    ///< What remains is accepted by those who may.
  closed,      ///< It no longer exists.
};
ANNEXA_DESCRIBE_ENUM(RiskStatus, "risk-status", identified, assessed, treated, accepted, closed)

/// How a risk was found. @source{ISO/IEC 27005, risk identification}
enum class RiskApproach : std::uint8_t {
  asset_based,  ///< From an asset, what threatens it and what lets it.
  event_based,  ///< From an event and what would follow.
};
ANNEXA_DESCRIBE_ENUM(RiskApproach, "risk-approach", asset_based, event_based)

/// The acceptance of what remains of a risk, with the score as it was. Nothing in it changes; it is replaced.
/// @source{6.1.3 f}
struct Acceptance {
  static constexpr std::string_view type_name = "acceptance";  ///< Name in the schema.
  Key<"person"> accepted_by;                                   ///< The risk's owner.
  std::optional<Key<"person">> authorised_by;                  ///< The second authority, where the band asks for one.
  Date accepted_on;                                            ///< When.
  std::optional<Date> expires_on;                              ///< Until when it holds; no limit when absent.
  std::string reason;                                          ///< Why what remains is tolerable.
  Score score;                                                 ///< What was accepted.
  std::string method;                                          ///< Key of the method of that score.
  std::optional<int> version;                                  ///< Its version.
  std::string recorded_by;  ///< Who put it on record in the name of those, such as an import; empty if they did.
  friend bool operator==(Acceptance const&, Acceptance const&) = default;
};
BOOST_DESCRIBE_STRUCT(Acceptance, (),
                      (accepted_by, authorised_by, accepted_on, expires_on, reason, score, method, version,
                       recorded_by))
ANNEXA_TYPE_TABLE(Acceptance)

/// An acceptance that holds no more.
struct PastAcceptance {
  static constexpr std::string_view type_name = "past-acceptance";  ///< Name in the schema.
  Acceptance acceptance;                                            ///< The acceptance, as it was.
  Date ended_on;                                                    ///< Since when it holds no more.
  std::string reason;                                               ///< Why.
  friend bool operator==(PastAcceptance const&, PastAcceptance const&) = default;
};
BOOST_DESCRIBE_STRUCT(PastAcceptance, (), (acceptance, ended_on, reason))
ANNEXA_TYPE_TABLE(PastAcceptance)

/// A loss that was expected until another one was.
struct PastLoss {
  static constexpr std::string_view type_name = "past-loss";  ///< Name in the schema.
  Money annual_loss;                                          ///< The loss in a year.
  Date until;                                                 ///< The day on which it was changed.
  std::string changed_by;                                     ///< Who changed it.
  friend bool operator==(PastLoss const&, PastLoss const&) = default;
};
BOOST_DESCRIBE_STRUCT(PastLoss, (), (annual_loss, until, changed_by))
ANNEXA_TYPE_TABLE(PastLoss)

/// An information security risk.
/// @source{6.1.2, 6.1.3, 8.2, 8.3}
struct Risk {
  static constexpr std::string_view type_name = "risk";  ///< The noun.
  Key<"risk"> key;                                       ///< Such as "R-12".
  std::string title;                                     ///< In a few words.
  std::string description;                               ///< What could happen, and what would follow.
  std::string category;                                  ///< Category, in the organisation's own words.
  std::optional<RiskApproach> approach;                  ///< How it was found.
  std::string threat;                                    ///< What acts.
  std::string vulnerability;                             ///< What lets it.
  std::vector<Key<"asset">> assets;                      ///< What it acts on.
  std::string asset_name;                                ///< Name in an imported table that matched no asset.
  std::optional<Key<"unit">> unit;                       ///< Where.
  std::optional<Key<"person">> owner;                    ///< Who has the authority over it.
  std::string owner_name;                                ///< Name in an imported table that matched nobody.
  std::string existing_controls;                         ///< Controls in words, as an imported table had them.
  std::vector<Criterion> controls;                       ///< Controls that treat it.
  std::vector<ControlEffect> effects;                    ///< What controls take off it.
  std::optional<Date> effects_on;                        ///< When somebody last rated them.
  std::vector<EffectProposal> proposals;                 ///< Effects that wait for the owner's decision.
  std::vector<DecidedEffect> decided_effects;            ///< What became of earlier proposals, oldest first.
  RiskStatus status = RiskStatus::identified;            ///< Where it stands.
  std::string status_note;                               ///< More about it.
  Scores scores;                                         ///< What it was scored.
  std::optional<Date> scored_on;                         ///< When.
  std::string scored_by;                                 ///< By whom.
  std::string scored_because;                            ///< Why, as far as somebody said.
  std::string cvss;                                      ///< CVSS vector of the weakness that it rests on, if any.
  std::optional<Money> annual_loss;                      ///< Loss to be expected in a year, 0 or more.
  std::vector<PastScores> past_scores;                   ///< What it was scored before, oldest first.
  std::vector<PastLoss> past_losses;                     ///< What loss was expected before, oldest first.
  std::optional<TreatmentOption> treatment;              ///< What is done about it.
  std::string treatment_plan;                            ///< How.
  std::optional<Date> treatment_due;                     ///< Until when.
  std::vector<Measure> measures;                         ///< The measures of that.
  std::optional<TreatmentApproval> approval;             ///< The owner's approval of the treatment plan.
  std::vector<PastApproval> past_approvals;              ///< Approvals that hold no more, oldest first.
  std::optional<Acceptance> acceptance;                  ///< The acceptance of what remains.
  std::vector<PastAcceptance> past_acceptances;          ///< Acceptances that hold no more, oldest first.
  std::optional<Date> closed_on;                         ///< Since when it exists no more.
  Custom custom;                                         ///< Members of the host.
  std::vector<ExternalId> external_ids;                  ///< Numbers in other systems.
  friend bool operator==(Risk const&, Risk const&) = default;
};
BOOST_DESCRIBE_STRUCT(Risk, (),
                      (key, title, description, category, approach, threat, vulnerability, assets, asset_name, unit,
                       owner, owner_name, existing_controls, controls, effects, effects_on, proposals, decided_effects,
                       status, status_note, scores, scored_on, scored_by, scored_because, cvss, annual_loss,
                       past_scores, past_losses, treatment, treatment_plan, treatment_due, measures, approval,
                       past_approvals, acceptance, past_acceptances, closed_on, custom, external_ids))
ANNEXA_TYPE_TABLE(Risk)

}  // namespace v1
}  // namespace annexa
