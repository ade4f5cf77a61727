#pragma once
/// @file
/// Pictures of plans and programmes: who is taken when, which unit is audited in which month, how the load lies.

#include <annexa/audit/programme.hpp>
#include <annexa/audit/session.hpp>
#include <annexa/base/error.hpp>
#include <annexa/report/document.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace report {

/// What a picture of a plan or of a programme shows.
enum class PlanView : std::uint8_t {
  auditors,   ///< Sessions, a row for each auditor.
  units,      ///< Sessions, a row for each unit.
  load,       ///< Hours of each auditor.
  programme,  ///< Which unit is audited in which month.
  capacity,   ///< Hours of audit in each month of a programme.
};
ANNEXA_DESCRIBE_ENUM(PlanView, "plan-view", auditors, units, load, programme, capacity)

/// How a picture names a person or a unit.
struct PictureLabel {
  static constexpr std::string_view type_name = "picture-label";  ///< Name in the schema.
  std::string key;                                                ///< Whose key.
  std::string name;          ///< What the picture says instead; the key when empty.
  std::optional<int> level;  ///< For a unit: how much its audit weighs, 1 to 5, such as the level of its highest risk.
  friend bool operator==(PictureLabel const&, PictureLabel const&) = default;
};
BOOST_DESCRIBE_STRUCT(PictureLabel, (), (key, name, level))

/// What a picture is made of: plain records.
struct PlanPictureRequest {
  static constexpr std::string_view type_name = "plan-picture-request";  ///< Name in the schema.
  PlanView view = PlanView::auditors;                                    ///< What it shows.
  std::vector<Session> sessions;         ///< The sessions, for the views of a plan; cancelled ones are left out.
  std::optional<Programme> programme;    ///< The programme, for its views.
  std::vector<PictureLabel> labels;      ///< How people and units are named; by their keys where they have none.
  std::optional<int> minutes_per_month;  ///< What a month offers, for the capacity; no limit when absent.
  std::string title;                     ///< Its title; what it shows when empty.
  std::optional<int> width;              ///< In pixels, 100 to 10,000; what its contents need when absent.
  std::string language{};                ///< Of plan_picture(), "en", "de" or "fr"; English when empty.
  friend bool operator==(PlanPictureRequest const&, PlanPictureRequest const&) = default;
};
BOOST_DESCRIBE_STRUCT(PlanPictureRequest, (),
                      (view, sessions, programme, labels, minutes_per_month, title, width, language))
ANNEXA_TYPE_TABLE(PlanPictureRequest)

/// Most rows that a picture has: what comes after them is left out, and the picture says how much that is.
inline constexpr std::size_t picture_rows = 100;
/// Most days that a picture of a plan has, and most months of a programme.
inline constexpr std::size_t picture_columns = 120;

/// The figure that @p request asks for. Times are those of the clocks of the places (Session::utc_offset). Rows are in
/// natural order of their names; of more than picture_rows those stay that come first.
/// @return the figure; or picture.nothing if there is nothing to draw: no session that takes place, no programme, or
///         one without audits.
/// @par Cost
/// Proportional to the sessions, or to the units of all entries, times the logarithm of their number.
[[nodiscard]] result<Figure> plan_figure(PlanPictureRequest const& request);

/// plan_figure() as an SVG file, of integers only: the same request gives the same bytes.
/// @return its text; or what plan_figure() refuses, or picture.width.
[[nodiscard]] result<std::string> plan_picture(PlanPictureRequest const& request);

/// The rules of pictures of plans.
namespace plan_picture_rules {
inline constexpr Rule nothing{"picture.nothing", "There is nothing to draw: the request has no {what}.", "",
                              ErrorKind::usage};
}  // namespace plan_picture_rules

}  // namespace report
}  // namespace v1
}  // namespace annexa
