#pragma once
/// @file
/// Commands about risks.

#include <annexa/base/describe.hpp>
#include <annexa/risk/risk.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace command {

/// Rates a risk; the scores are frozen with the method and its version, earlier ones stay in its history. Stages that
/// nobody judged are computed from the inherent rating and the effects of controls, where there are any; a judged one
/// stays until it is rated again or given to `compute`. Assessing a risk as it was goes on record too.
/// @source{6.1.2, 8.2}
struct AssessRisk {
  static constexpr std::string_view command = "risk.assess";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;      ///< Name in the schema.
  Key<"risk"> risk;                                           ///< Which risk.
  std::optional<Key<"risk-method">> method;                   ///< By which method; the only one when absent.
  std::optional<Rating> inherent;                             ///< Without controls.
  std::optional<Rating> current;                              ///< With today's controls.
  std::optional<Rating> residual;                             ///< After treatment.
  std::optional<Rating> target;                               ///< Wanted.
  std::optional<std::vector<ControlEffect>>
      effects;                        ///< What controls take off it, instead of what was on record; absent: as it is.
  std::vector<RiskStage> compute;     ///< Stages judged before that follow from the effects from now on.
  bool value_assets = false;          ///< True if the impact by dimension follows from what the assets are worth.
  std::optional<std::string> cvss;    ///< A CVSS vector that the inherent rating follows, where none is given.
  std::optional<std::string> reason;  ///< Why; has to be said where the residual risk is above the current one.
  friend bool operator==(AssessRisk const&, AssessRisk const&) = default;
};
BOOST_DESCRIBE_STRUCT(AssessRisk, (),
                      (risk, method, inherent, current, residual, target, effects, compute, value_assets, cvss, reason))
ANNEXA_TYPE_TABLE(AssessRisk)

/// Proposes another effect of a control, after an audit or a test; the owner of the risk decides.
/// @source{9.1, 9.2}
struct ProposeEffect {
  static constexpr std::string_view command = "risk.propose-effect";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;              ///< Name in the schema.
  Key<"risk"> risk;                                                   ///< Which risk.
  ControlEffect effect;  ///< The effect; without steps and share: that the control has none.
  std::string reason;    ///< Why.
  friend bool operator==(ProposeEffect const&, ProposeEffect const&) = default;
};
BOOST_DESCRIBE_STRUCT(ProposeEffect, (), (risk, effect, reason))
ANNEXA_TYPE_TABLE(ProposeEffect)

/// Accepts or declines the proposals about one control; the owner of the risk acts. Accepted, the scores are computed
/// anew.
/// @source{6.1.2, 9.1}
struct DecideEffect {
  static constexpr std::string_view command = "risk.decide-effect";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;             ///< Name in the schema.
  Key<"risk"> risk;                                                  ///< Which risk.
  Criterion control;                                                 ///< Which control.
  bool accepted = false;                                             ///< True if the effect is rated as proposed.
  std::string reason;                                                ///< Why.
  friend bool operator==(DecideEffect const&, DecideEffect const&) = default;
};
BOOST_DESCRIBE_STRUCT(DecideEffect, (), (risk, control, accepted, reason))
ANNEXA_TYPE_TABLE(DecideEffect)

/// Decides what is done about a risk. Another treatment has to be approved anew.
/// @source{6.1.3}
struct TreatRisk {
  static constexpr std::string_view command = "risk.treat";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;     ///< Name in the schema.
  Key<"risk"> risk;                                          ///< Which risk.
  TreatmentOption treatment = TreatmentOption::modify;       ///< What is done.
  std::optional<std::string> plan;                           ///< How.
  std::optional<std::vector<Criterion>> controls;            ///< Which controls treat it; absent: as they are.
  std::optional<Date> due;                                   ///< Until when.
  std::optional<std::vector<Measure>> measures;  ///< The measures, instead of those on record; absent: as they are.
  std::optional<std::string> reason;             ///< Why.
  friend bool operator==(TreatRisk const&, TreatRisk const&) = default;
};
BOOST_DESCRIBE_STRUCT(TreatRisk, (), (risk, treatment, plan, controls, due, measures, reason))
ANNEXA_TYPE_TABLE(TreatRisk)

/// Approves the treatment plan of a risk, apart from accepting what remains; its owner acts.
/// @source{6.1.3 f}
struct ApproveTreatment {
  static constexpr std::string_view command = "treatment.approve";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;            ///< Name in the schema.
  Key<"risk"> risk;                                                 ///< Which risk.
  std::optional<Key<"person">> authorised_by;  ///< The second authority, where the band asks for one.
  std::optional<std::string> note;             ///< What is said about it.
  friend bool operator==(ApproveTreatment const&, ApproveTreatment const&) = default;
};
BOOST_DESCRIBE_STRUCT(ApproveTreatment, (), (risk, authorised_by, note))
ANNEXA_TYPE_TABLE(ApproveTreatment)

/// Tells how far a measure is.
/// @source{8.3}
struct ProgressTreatment {
  static constexpr std::string_view command = "treatment.progress";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;             ///< Name in the schema.
  Key<"risk"> risk;                                                  ///< Which risk.
  std::string measure;                                               ///< Name of the measure.
  MeasureStatus status = MeasureStatus::in_progress;                 ///< How far it is.
  std::optional<Date> on;                                            ///< When it was done; today when absent.
  std::optional<std::string> note;                                   ///< The last word on it.
  friend bool operator==(ProgressTreatment const&, ProgressTreatment const&) = default;
};
BOOST_DESCRIBE_STRUCT(ProgressTreatment, (), (risk, measure, status, on, note))
ANNEXA_TYPE_TABLE(ProgressTreatment)

/// Accepts what remains of a risk; its owner acts.
/// @source{6.1.3 f}
struct AcceptRisk {
  static constexpr std::string_view command = "risk.accept";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;      ///< Name in the schema.
  Key<"risk"> risk;                                           ///< Which risk.
  std::optional<Key<"person">> authorised_by;                 ///< The second authority, where the band asks for one.
  std::optional<Date> expires_on;                             ///< Until when it holds.
  std::string reason;                                         ///< Why it is tolerable.
  std::optional<std::string> recorded_by;  ///< Who puts it on record in the name of the owner; the owner when absent.
  friend bool operator==(AcceptRisk const&, AcceptRisk const&) = default;
};
BOOST_DESCRIBE_STRUCT(AcceptRisk, (), (risk, authorised_by, expires_on, reason, recorded_by))
ANNEXA_TYPE_TABLE(AcceptRisk)

/// Takes an acceptance back; the treatment is open again.
/// @source{6.1.3 f}
struct RevokeAcceptance {
  static constexpr std::string_view command = "risk.revoke-acceptance";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                 ///< Name in the schema.
  Key<"risk"> risk;                                                      ///< Which risk.
  std::string reason;                                                    ///< Why.
  friend bool operator==(RevokeAcceptance const&, RevokeAcceptance const&) = default;
};
BOOST_DESCRIBE_STRUCT(RevokeAcceptance, (), (risk, reason))
ANNEXA_TYPE_TABLE(RevokeAcceptance)

/// Ends a risk that no longer exists.
/// @source{8.2}
struct CloseRisk {
  static constexpr std::string_view command = "risk.close";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;     ///< Name in the schema.
  Key<"risk"> risk;                                          ///< Which risk.
  std::string reason;                                        ///< Why.
  friend bool operator==(CloseRisk const&, CloseRisk const&) = default;
};
BOOST_DESCRIBE_STRUCT(CloseRisk, (), (risk, reason))
ANNEXA_TYPE_TABLE(CloseRisk)

}  // namespace command
}  // namespace v1
}  // namespace annexa
