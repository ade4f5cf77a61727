#pragma once
/// @file
/// Pictures of simulated losses: exceedance curves.

#include <annexa/base/error.hpp>
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
  friend bool operator==(LossCurveRequest const&, LossCurveRequest const&) = default;
};
BOOST_DESCRIBE_STRUCT(LossCurveRequest, (), (curves, tolerance, title, width))
ANNEXA_TYPE_TABLE(LossCurveRequest)

/// Draws how probable years with more than each loss are, both on logarithmic scales, as an SVG file with title and
/// description. The same request gives the same bytes.
/// @return its text; or what is wrong: no curve or too many, two currencies, a width out of range, no losses above 0.
[[nodiscard]] result<std::string> loss_curve_picture(LossCurveRequest const& request);

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
}  // namespace loss_picture_rules

}  // namespace report
}  // namespace v1
}  // namespace annexa
