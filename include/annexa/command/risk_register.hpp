#pragma once
/// @file
/// The risk register as it stands on a day: every figure scored anew and explained, and summed up.

#include <annexa/base/describe.hpp>
#include <annexa/command/state.hpp>

#include <boost/json/fwd.hpp>

#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// A control of a risk that an audit found not to meet what it is for: its effect is in doubt, and the owner of the
/// risk has to decide about it (risk.propose-effect, risk.decide-effect). @source{9.1, 9.2}
struct ContestedEffect {
  static constexpr std::string_view type_name = "contested-effect";  ///< Name in the schema.
  Criterion control;                                                 ///< The control.
  Key<"assessment"> assessment;                                      ///< The assessment that found so.
  Verdict verdict = Verdict::minor_nonconformity;                    ///< What it found.
  Date on;                                                           ///< When.
  friend bool operator==(ContestedEffect const&, ContestedEffect const&) = default;
};
BOOST_DESCRIBE_STRUCT(ContestedEffect, (), (control, assessment, verdict, on))
ANNEXA_TYPE_TABLE(ContestedEffect)

/// The effects of @p risk in doubt: the last assessment of their control, in the risk's unit where both name one, found
/// a nonconformity, and the owner has not taken a stand since: no effect cites it, no proposal about it was decided,
/// and the effects were not rated after it. Scoring the risk again changes nothing in that. By control, then unit.
/// Linear in the assessments; risk_scores() looks at them once for all risks.
[[nodiscard]] std::vector<ContestedEffect> contested_effects(State const& state, Risk const& risk);

/// One risk, scored on a day. Stages that were computed are computed anew from how the controls stand today; those that
/// a person judged stay as they were judged.
struct RiskScoring {
  static constexpr std::string_view type_name = "risk-scoring";  ///< Name in the schema.
  Key<"risk"> risk;                                              ///< The risk.
  std::string title;                                             ///< Its title.
  std::string method;                                            ///< Key of the method; empty if it is not assessed.
  int version = 0;                                               ///< Its version.
  std::optional<Score> inherent;                                 ///< Without controls.
  std::optional<Score> current;                                  ///< With today's controls.
  std::optional<Score> residual;                                 ///< With every control that is carried out.
  std::optional<Score> target;                                   ///< With the planned ones besides.
  std::optional<AppetiteBand> appetite;    ///< What remains, against appetite and tolerance, where the method has them.
  std::vector<RiskStage> changed;          ///< Stages whose score on record is another one: assess the risk anew.
  std::vector<ContestedEffect> contested;  ///< Effects that an audit puts in doubt.
  std::vector<std::string> problems;       ///< Why a stage cannot be scored, in words.
  friend bool operator==(RiskScoring const&, RiskScoring const&) = default;
};
BOOST_DESCRIBE_STRUCT(RiskScoring, (),
                      (risk, title, method, version, inherent, current, residual, target, appetite, changed, contested,
                       problems))
ANNEXA_TYPE_TABLE(RiskScoring)

/// Scores every open risk of @p state on @p day.
/// @param method  key of a method of the workspace or of a built-in one by which all ratings are scored; empty: each
///                risk by its own method. A risk whose ratings do not fit says so among its problems.
/// @return one entry a risk, in natural order of the keys; or reference.unknown.
[[nodiscard]] result<std::vector<RiskScoring>> risk_scores(State const& state, std::string_view method, Date day);

/// A score as JSON whose `score` is a number, whole where it is whole; elsewhere the nearest double.
[[nodiscard]] boost::json::value write_score(Score const& score);

/// As JSON, as `annexa risk score --json` prints it: scores are numbers there, whole where they are whole.
[[nodiscard]] boost::json::value write_risk_scores(std::vector<RiskScoring> const& scores);

/// What risks are summed up by.
enum class RiskGrouping : std::uint8_t {
  unit,      ///< The unit of the risk.
  asset,     ///< Each asset that it acts on.
  category,  ///< Its category.
  owner,     ///< Its owner.
};
ANNEXA_DESCRIBE_ENUM(RiskGrouping, "risk-grouping", unit, asset, category, owner)

/// How many risks are in one band.
struct BandCount {
  static constexpr std::string_view type_name = "band-count";  ///< Name in the schema.
  std::string method;                                          ///< Key of the method.
  int version = 1;                                             ///< Its version: another one may have other bands.
  int level = 1;                                               ///< Number of the band.
  std::string band;                                            ///< Its name.
  int count = 0;                                               ///< Risks in it.
  friend bool operator==(BandCount const&, BandCount const&) = default;
};
BOOST_DESCRIBE_STRUCT(BandCount, (), (method, version, level, band, count))
ANNEXA_TYPE_TABLE(BandCount)

/// Risks that have something in common. The rules: the highest band, by method and version, because bands of two cannot
/// be compared; the count per band; the sum of money by currency. Levels are never added or averaged.
struct RiskGroup {
  static constexpr std::string_view type_name = "risk-group";  ///< Name in the schema.
  std::string key;                                             ///< Key of the unit, asset or person; the category.
  std::string name;                                            ///< Its name; empty where it has none.
  int count = 0;                                               ///< Open risks.
  int unscored = 0;                                            ///< Of these, those without a score at that stage.
  std::vector<BandCount> highest;       ///< Highest band by method and version, with how many are in it.
  std::vector<BandCount> bands;         ///< Count per band, by method and version, from the lowest.
  std::vector<Money> annual_loss;       ///< Sum of expected losses, by currency.
  std::vector<std::string> not_summed;  ///< Currencies whose losses come to more than 18 digits.
  friend bool operator==(RiskGroup const&, RiskGroup const&) = default;
};
BOOST_DESCRIBE_STRUCT(RiskGroup, (), (key, name, count, unscored, highest, bands, annual_loss, not_summed))
ANNEXA_TYPE_TABLE(RiskGroup)

/// The open risks of @p state summed up by @p grouping, at @p stage, with the scores on record. Risks that have none of
/// it stand under the empty key. In natural order of the keys.
[[nodiscard]] std::vector<RiskGroup> risk_groups(State const& state, RiskGrouping grouping, RiskStage stage);

/// How the register looked at the end of a day.
struct RiskTrendPoint {
  static constexpr std::string_view type_name = "risk-trend-point";  ///< Name in the schema.
  Date on;                                                           ///< A day on which scores were made.
  std::vector<BandCount> bands;  ///< Risks per band, by method and version, from the lowest.
  friend bool operator==(RiskTrendPoint const&, RiskTrendPoint const&) = default;
};
BOOST_DESCRIBE_STRUCT(RiskTrendPoint, (), (on, bands))
ANNEXA_TYPE_TABLE(RiskTrendPoint)

/// The count of risks per band on each day on which a score was made, at @p stage, from the histories of the risks.
/// Closed risks count until the day on which they were closed. @source{9.1}
[[nodiscard]] std::vector<RiskTrendPoint> risk_trend(State const& state, RiskStage stage);

}  // namespace v1
}  // namespace annexa
