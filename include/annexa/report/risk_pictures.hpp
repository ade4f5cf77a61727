#pragma once
/// @file
/// Pictures of risks: heat maps of any method, and how many risks were in each band over time.

#include <annexa/base/error.hpp>
#include <annexa/report/document.hpp>
#include <annexa/risk/method.hpp>
#include <annexa/risk/score.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

class State;

namespace report {

/// A risk as a point of a grid.
struct HeatPoint {
  static constexpr std::string_view type_name = "heat-point";  ///< Name in the schema.
  std::string id;                                              ///< How the map names it.
  int likelihood = 1;                                          ///< Its level of likelihood.
  int impact = 1;                                              ///< Its level of impact.
  friend bool operator==(HeatPoint const&, HeatPoint const&) = default;
};
BOOST_DESCRIBE_STRUCT(HeatPoint, (), (id, likelihood, impact))

/// What a heat map without a workspace is made of.
struct HeatMapRequest {
  static constexpr std::string_view type_name = "heat-map-request";  ///< Name in the schema.
  std::vector<HeatPoint> points;                                     ///< The risks.
  std::string title;                                                 ///< Title; the name of the method when empty.
  std::optional<int> width;  ///< Width in pixels, 100 to 10,000; 720 when absent.
  std::string language{};    ///< Of its words, "en", "de" or "fr"; English when empty.
  friend bool operator==(HeatMapRequest const&, HeatMapRequest const&) = default;
};
BOOST_DESCRIBE_STRUCT(HeatMapRequest, (), (points, title, width, language))
ANNEXA_TYPE_TABLE(HeatMapRequest)

/// The heat map of some risks. A grid of the method makes the bands of the cells; without one they come from scoring
/// each pair of levels.
/// @return the map, every cell of it; rating.not-a-pair if a pair of levels is not all that the method asks for;
///         risk-method.step for each level that the method does not have, placed at "/points/3/impact".
/// @pre check_method(method) found nothing.
/// @par Cost
/// Linear in the points.
[[nodiscard]] result<HeatMap> heat_map(Method const& method, std::vector<HeatPoint> const& points);

/// The heat map of @p request as an SVG file.
/// @return its text; or what heat_map() refuses, picture.width and language.unknown.
[[nodiscard]] result<std::string> heat_map_picture(Method const& method, HeatMapRequest const& request);

/// The open risks of @p state as heat maps, one for each of @p stages, with the scores on record. Risks that were
/// scored by another method or version are not on them; the descriptions say how many.
/// @param method  key of the method; empty: the one that most open risks were scored by, of several the first.
/// @return the figures; reference.unknown; picture.no-method if it is empty and no risk has a score; or
///         rating.not-a-pair.
/// @source{6.1.2, 8.2}
[[nodiscard]] result<std::vector<Figure>> heat_maps(State const& state, std::string_view method,
                                                    std::vector<RiskStage> const& stages);

/// How many risks were in each band over time until @p until, at @p stage: a figure for each method that scores were
/// made with, from risk_trend(). @source{9.1}
[[nodiscard]] std::vector<Figure> risk_trend_figures(State const& state, RiskStage stage, Date until);

/// heat_maps() side by side as an SVG file.
/// @param width     in pixels, 100 to 10,000; 0 gives each map enough.
/// @param language  of its words, a tag; that of the organisation when empty.
/// @return its text; or what heat_maps() refuses, picture.width and language.unknown.
[[nodiscard]] result<std::string> heat_maps_picture(State const& state, std::string_view method,
                                                    std::vector<RiskStage> const& stages, int width,
                                                    std::string_view language = {});

/// risk_trend_figures() side by side as an SVG file.
/// @param width     as for heat_maps_picture().
/// @param language  as for heat_maps_picture().
/// @return its text; picture.no-method if no score is on record; picture.width; or language.unknown.
[[nodiscard]] result<std::string> risk_trend_picture(State const& state, RiskStage stage, Date until, int width,
                                                     std::string_view language = {});

/// The rules of pictures.
namespace picture_rules {
inline constexpr Rule width{"picture.width", "A width of {found} pixels is not accepted; 100 to 10000 is.", "",
                            ErrorKind::usage};
inline constexpr Rule no_method{"picture.no-method", "No open risk has a score, so there is nothing to draw.",
                                "6.1.2 d"};
}  // namespace picture_rules

}  // namespace report
}  // namespace v1
}  // namespace annexa
