#pragma once
/// @file
/// Pictures of simulated losses: exceedance curves, histograms, tornado diagrams and efficient frontiers.

#include <annexa/base/error.hpp>
#include <annexa/risk/quantitative/optimization.hpp>
#include <annexa/risk/quantitative/sensitivity.hpp>
#include <annexa/risk/quantitative/simulation_result.hpp>

#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace report {

/// A loss exceedance curve.
struct LossCurve {
  static constexpr std::string_view type_name = "loss-curve";  ///< Name in the schema.
  std::string name;                                            ///< What it is of, such as "current" or "with EDR".
  std::vector<ExceedancePoint> points;                         ///< By rising loss, as LossFigures::exceedance.
  friend bool operator==(LossCurve const&, LossCurve const&) = default;
};
BOOST_DESCRIBE_STRUCT(LossCurve, (), (name, points))

/// What a picture of curves is made of.
struct LossCurveRequest {
  static constexpr std::string_view type_name = "loss-curve-request";  ///< Name in the schema.
  std::vector<LossCurve> curves;          ///< 1 to 6. The first is drawn with its band of 95 % and its largest events.
  std::vector<TolerancePoint> tolerance;  ///< What is borne, by rising loss.
  std::string title;                      ///< Title; "Loss exceedance" when empty.
  std::optional<int> width;               ///< Width in pixels, 320 to 10,000; 720 when absent.
  std::string language{};                 ///< Of its words, "en", "de" or "fr"; English when empty.
  friend bool operator==(LossCurveRequest const&, LossCurveRequest const&) = default;
};
BOOST_DESCRIBE_STRUCT(LossCurveRequest, (), (curves, tolerance, title, width, language))
ANNEXA_TYPE_TABLE(LossCurveRequest)

/// Draws how probable years with more than each loss are, both on logarithmic scales, as an SVG file with title and
/// description. The same request gives the same bytes.
/// @return its text; or all that is wrong: no curve or too many, two currencies, a width out of range, an unknown
///         language, no losses above 0.
[[nodiscard]] result<std::string> loss_curve_picture(LossCurveRequest const& request);

/// What a histogram is made of.
struct LossHistogramRequest {
  static constexpr std::string_view type_name = "loss-histogram-request";  ///< Name in the schema.
  LossFigures figures;       ///< With LossFigures::histogram, as SimulationOptions::histogram gives it.
  std::string title;         ///< Title; "Losses of a year" when empty.
  std::optional<int> width;  ///< Width in pixels, 320 to 10,000; 720 when absent.
  std::string language{};    ///< Of its words, "en", "de" or "fr"; English when empty.
  friend bool operator==(LossHistogramRequest const&, LossHistogramRequest const&) = default;
};
BOOST_DESCRIBE_STRUCT(LossHistogramRequest, (), (figures, title, width, language))
ANNEXA_TYPE_TABLE(LossHistogramRequest)

/// Most intervals that a histogram is drawn with.
inline constexpr std::size_t most_loss_intervals = 1'000;

/// Draws how many years have a loss in each interval, all of one width, with mean and values at risk, as an SVG file.
/// @return its text; or all that is wrong: no histogram, intervals that do not rise, two currencies, a probability that
///         is none, a width out of range, an unknown language.
[[nodiscard]] result<std::string> loss_histogram_picture(LossHistogramRequest const& request);

/// What a tornado diagram is made of.
struct TornadoRequest {
  static constexpr std::string_view type_name = "tornado-request";  ///< Name in the schema.
  Sensitivity sensitivity;                                          ///< What sensitivity() found.
  std::optional<int> most;   ///< How many nodes are drawn, those that matter most: 1 to 200; 15 when absent.
  std::string title;         ///< Title; "What the mean loss hangs on" when empty.
  std::optional<int> width;  ///< Width in pixels, 320 to 10,000; 720 when absent.
  std::string language{};    ///< Of its words, "en", "de" or "fr"; English when empty.
  friend bool operator==(TornadoRequest const&, TornadoRequest const&) = default;
};
BOOST_DESCRIBE_STRUCT(TornadoRequest, (), (sensitivity, most, title, width, language))
ANNEXA_TYPE_TABLE(TornadoRequest)

/// Draws, for each node, the mean loss of a year with it at its 10th and its 90th percentile, as an SVG file; beside it
/// its share of the variance (SobolIndex::total).
/// @return its text; or all that is wrong: no nodes, two currencies, numbers out of range, an unknown language.
[[nodiscard]] result<std::string> tornado_picture(TornadoRequest const& request);

/// What an efficient frontier is made of.
struct FrontierRequest {
  static constexpr std::string_view type_name = "frontier-request";  ///< Name in the schema.
  ChoiceMeasure minimize = ChoiceMeasure::annualized_loss;           ///< What was minimised.
  TreatmentChoice choice;    ///< The choice with its frontier, as ChoiceOptions::frontier_points gives it.
  std::string title;         ///< Title; "What each budget can leave" when empty.
  std::optional<int> width;  ///< Width in pixels, 320 to 10,000; 720 when absent.
  std::string language{};    ///< Of its words, "en", "de" or "fr"; English when empty.
  friend bool operator==(FrontierRequest const&, FrontierRequest const&) = default;
};
BOOST_DESCRIBE_STRUCT(FrontierRequest, (), (minimize, choice, title, width, language))
ANNEXA_TYPE_TABLE(FrontierRequest)

/// Draws the least that each budget can leave, with the choice that was made, as an SVG file.
/// @return its text; or all that is wrong: no frontier, two currencies, objectives below 0 or without end, a width out
///         of range, an unknown language.
[[nodiscard]] result<std::string> frontier_picture(FrontierRequest const& request);

/// The rules of pictures of losses.
namespace loss_picture_rules {
inline constexpr Rule curves{"loss-picture.curves", "There are {found} curves; 1 to 6 are accepted.", "",
                             ErrorKind::usage};
inline constexpr Rule currencies{
    "loss-picture.currencies", "Amounts are in {one} and {other}; one picture has one currency.", "", ErrorKind::usage};
inline constexpr Rule width{"loss-picture.width", "The width is {found} pixels; 320 to 10,000 are accepted.", "",
                            ErrorKind::usage};
inline constexpr Rule nothing{"loss-picture.nothing", "No curve has a loss above 0 with a probability above 0.", "",
                              ErrorKind::usage};
inline constexpr Rule no_histogram{"loss-picture.histogram", "There is no histogram; ask for it when simulating.", "",
                                   ErrorKind::usage};
inline constexpr Rule intervals{"loss-picture.intervals", "There are {found} intervals; at most 1,000 are accepted.",
                                "", ErrorKind::usage};
inline constexpr Rule order{"loss-picture.order", "The interval goes from {low} to {high}; it has to rise.", "",
                            ErrorKind::usage};
inline constexpr Rule probability{"loss-picture.probability", "The probability is to be from 0 to 1.", "",
                                  ErrorKind::usage};
inline constexpr Rule no_nodes{"loss-picture.nodes", "There are no nodes to draw.", "", ErrorKind::usage};
inline constexpr Rule rows{"loss-picture.rows", "{found} nodes are to be drawn; 1 to 200 are accepted.", "",
                           ErrorKind::usage};
inline constexpr Rule no_frontier{"loss-picture.frontier", "There is no frontier; ask for points of it when choosing.",
                                  "", ErrorKind::usage};
inline constexpr Rule objective{"loss-picture.objective", "The objective is to be a number from 0 to 9e17.", "",
                                ErrorKind::usage};
}  // namespace loss_picture_rules

}  // namespace report
}  // namespace v1
}  // namespace annexa
