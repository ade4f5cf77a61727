#pragma once
/// @file
/// Ratings, and the scores that they come to.

#include <annexa/base/describe.hpp>
#include <annexa/risk/effect.hpp>
#include <annexa/risk/method.hpp>

#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// The rating of one factor.
struct FactorRating {
  static constexpr std::string_view type_name = "factor-rating";  ///< Name in the schema.
  std::string factor;                                             ///< Name of the factor.
  int value = 0;                                                  ///< What it was rated.
  friend bool operator==(FactorRating const&, FactorRating const&) = default;
};
BOOST_DESCRIBE_STRUCT(FactorRating, (), (factor, value))
ANNEXA_TYPE_TABLE(FactorRating)

/// What a person judged, in the method's terms. What the method does not ask for stays absent; where factors stand for
/// an axis, its level is not read.
struct Rating {
  static constexpr std::string_view type_name = "rating";  ///< Name in the schema.
  std::optional<int> likelihood;                           ///< Level of likelihood.
  std::optional<int> impact;         ///< Level of impact; the highest of it and `impacts` counts, where no weights are.
  std::vector<int> impacts;          ///< Impact by dimension, in the method's order; empty where only one is known.
  std::optional<int> vulnerability;  ///< Level of vulnerability.
  std::vector<FactorRating> factors;  ///< Ratings of the factors.
  std::vector<std::string> affects;   ///< Dimensions that the threat touches; empty: all of them.
  friend bool operator==(Rating const&, Rating const&) = default;
};
BOOST_DESCRIBE_STRUCT(Rating, (), (likelihood, impact, impacts, vulnerability, factors, affects))
ANNEXA_TYPE_TABLE(Rating)

/// Where a score comes from.
enum class ScoreBasis : std::uint8_t {
  judged,    ///< A person rated this stage.
  computed,  ///< It follows from the inherent rating and the effects of controls.
};
ANNEXA_DESCRIBE_ENUM(ScoreBasis, "score-basis", judged, computed)

/// What a rating came to under a method: frozen with the name and version of the method.
struct Score {
  static constexpr std::string_view type_name = "score";  ///< Name in the schema.
  int likelihood = 1;            ///< Level of likelihood; where shares were taken off, the level it does not exceed.
  int impact = 1;                ///< Level of impact, likewise.
  std::vector<int> impacts;      ///< Impact by dimension, as rated; empty where nobody rated this stage.
  int level = 1;                 ///< Number of the band, 1 the lowest.
  std::string band;              ///< Its name.
  std::string authority;         ///< Who may accept it besides its owner; empty if nobody else is needed.
  std::optional<Decimal> score;  ///< The score, computed exactly and then rounded half up to 12 places.
  std::optional<int> vulnerability;   ///< Level of vulnerability, where the method has it.
  std::vector<FactorRating> factors;  ///< The factors, as rated.
  std::vector<std::string> affects;   ///< Dimensions that the threat touches, as rated.
  std::optional<ScoreBasis> basis;    ///< Where it comes from; judged when absent.
  std::vector<ScoreReason> because;   ///< Of a computed one: what each control did.
  friend bool operator==(Score const&, Score const&) = default;
};
BOOST_DESCRIBE_STRUCT(Score, (),
                      (likelihood, impact, impacts, level, band, authority, score, vulnerability, factors, affects,
                       basis, because))
ANNEXA_TYPE_TABLE(Score)

/// A view of a risk. @source{6.1.2 d, 6.1.3, 8.3}
enum class RiskStage : std::uint8_t {
  inherent,  ///< Without controls.
  current,   ///< With the controls that are carried out today, but for those of measures not done yet.
  residual,  ///< With every control that is carried out.
  target,    ///< With the planned ones besides.
};
ANNEXA_DESCRIBE_ENUM(RiskStage, "risk-stage", inherent, current, residual, target)

/// Every stage, from without controls to what is wanted.
inline constexpr RiskStage every_risk_stage[] = {RiskStage::inherent, RiskStage::current, RiskStage::residual,
                                                 RiskStage::target};

/// The member of @p views that belongs to @p stage: of Scores, PastScores and whatever else has the four of them.
template <class Views>
[[nodiscard]] constexpr auto& at_stage(Views& views, RiskStage stage) noexcept {
  decltype(&views.inherent) const all[] = {&views.inherent, &views.current, &views.residual, &views.target};
  return *all[static_cast<std::size_t>(stage)];
}

/// The four views of one risk.
struct Scores {
  static constexpr std::string_view type_name = "scores";  ///< Name in the schema.
  std::optional<Score> inherent;                           ///< Without controls.
  std::optional<Score> current;                            ///< With today's controls.
  std::optional<Score> residual;                           ///< After treatment.
  std::optional<Score> target;                             ///< Wanted.
  std::string method;                                      ///< Key of the method.
  int version = 0;                                         ///< Its version; 0 if nothing was scored.
  friend bool operator==(Scores const&, Scores const&) = default;

  /// The score of @p stage, or nothing.
  [[nodiscard]] std::optional<Score> const& at(RiskStage stage) const noexcept { return at_stage(*this, stage); }
  /// @copydoc at
  [[nodiscard]] std::optional<Score>& at(RiskStage stage) noexcept { return at_stage(*this, stage); }
};
BOOST_DESCRIBE_STRUCT(Scores, (), (inherent, current, residual, target, method, version))
ANNEXA_TYPE_TABLE(Scores)

/// The figures of a score; what they rest on is in the journal.
struct PastScore {
  static constexpr std::string_view type_name = "past-score";  ///< Name in the schema.
  int likelihood = 1;                                          ///< Level of likelihood.
  int impact = 1;                                              ///< Level of impact.
  int level = 1;                                               ///< Number of the band.
  std::string band;                                            ///< Its name.
  std::optional<Decimal> score;                                ///< The score.
  std::optional<int> vulnerability;                            ///< Level of vulnerability, where the method has it.
  std::vector<int> impacts;                                    ///< Impact by dimension, as rated.
  std::vector<FactorRating> factors;                           ///< The factors, as rated.
  std::optional<ScoreBasis> basis;                             ///< Where it came from; judged when absent.
  friend bool operator==(PastScore const&, PastScore const&) = default;
};
BOOST_DESCRIBE_STRUCT(PastScore, (), (likelihood, impact, level, band, score, vulnerability, impacts, factors, basis))
ANNEXA_TYPE_TABLE(PastScore)

/// Scores that a risk had, under the method and version that they were made with. Nothing in it ever changes.
/// @source{8.2, duty S14}
struct PastScores {
  static constexpr std::string_view type_name = "past-scores";  ///< Name in the schema.
  Date on;                                                      ///< The day that they were made.
  std::string by;                                               ///< Who made them.
  std::string reason;                                           ///< Why, as far as somebody said.
  std::string method;                                           ///< Key of the method.
  int version = 0;                                              ///< Its version.
  std::optional<PastScore> inherent;                            ///< Without controls.
  std::optional<PastScore> current;                             ///< With the controls of that day.
  std::optional<PastScore> residual;                            ///< After treatment.
  std::optional<PastScore> target;                              ///< Wanted.
  friend bool operator==(PastScores const&, PastScores const&) = default;
};
BOOST_DESCRIBE_STRUCT(PastScores, (), (on, by, reason, method, version, inherent, current, residual, target))
ANNEXA_TYPE_TABLE(PastScores)

/// An effect together with how its control stands.
struct StandingEffect {
  ControlEffect const* effect = nullptr;       ///< The effect. Borrowed. @pre not null.
  std::optional<ImplementationStatus> status;  ///< How far the control is carried out; absent without a row.
  bool excluded = false;                       ///< True if the statement of applicability excludes the control.
  bool in_treatment = false;                   ///< True if it belongs to a measure that is not done.
};

/// The rating that @p score stands on, to be scored by @p method; for a judged or inherent one. Where the method weighs
/// dimensions, the impact follows from them and is left out.
[[nodiscard]] Rating rating_of(Method const& method, Score const& score);

/// Scores @p rating by @p method, exactly. Constant time but for the factors.
/// @param where  JSON Pointer of the rating, for the violations.
/// @return the score; or risk-method.step and rating.* for every level outside its scale and everything missing.
/// @pre check_method(method) found nothing.
[[nodiscard]] result<Score> score(Method const& method, Rating const& rating, std::string const& where = {});

/// The value of one axis before it is graded to a level: a level, the highest of the dimensions, or a mean. Exact, then
/// rounded half up to 12 places.
/// @return it, 0 for an axis that the method does not have; or what score() refuses.
[[nodiscard]] result<Decimal> axis_value(Method const& method, Rating const& rating, RiskAxis axis);

/// True if @p a is worse than @p b under the same method: a higher band, or in the same band a higher score.
[[nodiscard]] bool is_above(Score const& a, Score const& b) noexcept;

/// The highest score that a rating can come to. @pre the scales of @p method have levels.
[[nodiscard]] Decimal highest_score(Method const& method);

/// Scores what @p effects leave of @p inherent at @p stage, with the reason of each in their order. The order has no
/// influence on the score, an effect more never raises it.
/// @param threat  the threat of the risk, for the effects that cover some only.
/// @return the score; or what score() refuses.
/// @pre check_method() and check_effects() found nothing.
[[nodiscard]] result<Score> score(Method const& method, Rating const& inherent,
                                  std::vector<StandingEffect> const& effects, RiskStage stage, std::string_view threat,
                                  std::string const& where = {});

/// The rules of ratings.
namespace rating_rules {
inline constexpr Rule missing{"rating.missing", "{what} is not rated; the method {method} asks for it.", "6.1.2 d"};
inline constexpr Rule not_asked{"rating.not-asked", "{what} is rated, and the method {method} does not ask for it.",
                                "6.1.2 d"};
inline constexpr Rule dimensions{"rating.dimensions",
                                 "There are {found} impacts; the method {method} has {wanted} dimensions.", "6.1.2 d"};
inline constexpr Rule unknown{"rating.unknown", "\"{found}\" is no {what} of the method {method}; {known}.", "6.1.2 d"};
inline constexpr Rule twice{"rating.twice", "\"{found}\" is rated twice.", "6.1.2 d"};
inline constexpr Rule factor{"rating.factor", "{factor} is {found}; {lowest} to {highest} is accepted.", "6.1.2 d"};
}  // namespace rating_rules

}  // namespace v1
}  // namespace annexa
