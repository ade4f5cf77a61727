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

/// Rates a risk; the scores are frozen with the method and its version.
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
  std::optional<std::string> reason;  ///< Why the residual risk is above the current one, if it is.
  friend bool operator==(AssessRisk const&, AssessRisk const&) = default;
};
BOOST_DESCRIBE_STRUCT(AssessRisk, (), (risk, method, inherent, current, residual, target, reason))
ANNEXA_TYPE_TABLE(AssessRisk)

/// Decides what is done about a risk.
/// @source{6.1.3}
struct TreatRisk {
  static constexpr std::string_view command = "risk.treat";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;     ///< Name in the schema.
  Key<"risk"> risk;                                          ///< Which risk.
  TreatmentOption treatment = TreatmentOption::modify;       ///< What is done.
  std::optional<std::string> plan;                           ///< How.
  std::vector<Criterion> controls;                           ///< Which controls treat it.
  std::optional<Date> due;                                   ///< Until when.
  friend bool operator==(TreatRisk const&, TreatRisk const&) = default;
};
BOOST_DESCRIBE_STRUCT(TreatRisk, (), (risk, treatment, plan, controls, due))
ANNEXA_TYPE_TABLE(TreatRisk)

/// Accepts what remains of a risk; its owner acts.
/// @source{6.1.3 f}
struct AcceptRisk {
  static constexpr std::string_view command = "risk.accept";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;      ///< Name in the schema.
  Key<"risk"> risk;                                           ///< Which risk.
  std::optional<Key<"person">> authorised_by;                 ///< The second authority, where the band asks for one.
  std::optional<Date> expires_on;                             ///< Until when it holds.
  std::string reason;                                         ///< Why it is tolerable.
  friend bool operator==(AcceptRisk const&, AcceptRisk const&) = default;
};
BOOST_DESCRIBE_STRUCT(AcceptRisk, (), (risk, authorised_by, expires_on, reason))
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
