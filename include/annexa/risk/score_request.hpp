#pragma once
/// @file
/// Scoring as a document: what a host asks that keeps its risks elsewhere.

#include <annexa/risk/score.hpp>

#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// An effect, and how its control stands.
struct RequestedEffect {
  static constexpr std::string_view type_name = "requested-effect";  ///< Name in the schema.
  ControlEffect effect;                                              ///< The effect.
  std::optional<ImplementationStatus> status;                        ///< How far the control is carried out.
  bool in_treatment = false;  ///< True if it belongs to a measure that is not done.
  friend bool operator==(RequestedEffect const&, RequestedEffect const&) = default;
};
BOOST_DESCRIBE_STRUCT(RequestedEffect, (), (effect, status, in_treatment))
ANNEXA_TYPE_TABLE(RequestedEffect)

/// What to score.
struct ScoreRequest {
  static constexpr std::string_view type_name = "score-request";  ///< Name in the schema.
  Rating rating;                         ///< The rating; with effects or a stage, the inherent one.
  std::vector<RequestedEffect> effects;  ///< What controls take off it.
  std::optional<RiskStage> stage;        ///< For which stage they count; residual when absent and there are effects.
  std::string threat;                    ///< The threat, for effects that cover some only.
  friend bool operator==(ScoreRequest const&, ScoreRequest const&) = default;
};
BOOST_DESCRIBE_STRUCT(ScoreRequest, (), (rating, effects, stage, threat))
ANNEXA_TYPE_TABLE(ScoreRequest)

/// Scores @p request by @p method. @return the score; or every violation of its ratings and effects.
/// @pre check_method(method) found nothing.
[[nodiscard]] result<Score> score(Method const& method, ScoreRequest const& request);

}  // namespace v1
}  // namespace annexa
