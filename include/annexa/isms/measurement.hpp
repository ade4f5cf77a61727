#pragma once
/// @file
/// Measurements: what is watched of information security and of the ISMS, and what was read.

#include <annexa/base/describe.hpp>
#include <annexa/catalog/criterion.hpp>

#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// Which way a target has to be kept.
enum class MeasurementGoal : std::uint8_t {
  at_least,  ///< The value has to reach it.
  at_most,   ///< The value must not pass it.
};
ANNEXA_DESCRIBE_ENUM(MeasurementGoal, "measurement-goal", at_least, at_most)

/// One value that was read.
/// @source{9.1}
struct MeasuredValue {
  static constexpr std::string_view type_name = "measured-value";  ///< Name in the schema.
  Date on;                                                         ///< On which day, or at the end of which span.
  Decimal value;                                                   ///< The value, in the unit of the measurement.
  std::string note;                                                ///< What was made of it. @source{9.1 e}
  friend bool operator==(MeasuredValue const&, MeasuredValue const&) = default;
};
BOOST_DESCRIBE_STRUCT(MeasuredValue, (), (on, value, note))
ANNEXA_TYPE_TABLE(MeasuredValue)

/// Something that is measured, and its values over time.
/// @source{9.1}
struct Measurement {
  static constexpr std::string_view type_name = "measurement";  ///< The noun.
  Key<"measurement"> key;                                       ///< Such as "ME-5".
  std::string title;                                            ///< What is measured. @source{9.1 a}
  std::string method;                                           ///< How, so that values can be compared. @source{9.1 b}
  std::string unit;                                             ///< Unit of its values: "%", "hours".
  std::string frequency;                                        ///< When it is measured. @source{9.1 c}
  std::optional<Key<"person">> measured_by;                     ///< Who measures. @source{9.1 d}
  std::optional<Key<"person">> analysed_by;                     ///< Who makes something of it. @source{9.1 f}
  std::optional<MeasurementGoal> goal;   ///< Which way the target has to be kept; needed with a target.
  std::optional<Decimal> target;         ///< What is wanted.
  std::vector<Criterion> criteria;       ///< Requirements and controls of which it tells.
  std::vector<MeasuredValue> values;     ///< What was read, the earliest first.
  std::optional<Date> recorded_on;       ///< Since when it is on record; the day of the command when left out.
  std::optional<Date> changed_on;        ///< When it was changed last.
  std::optional<Date> retired_on;        ///< Since when it is of no account any more.
  Custom custom;                         ///< Members of the host.
  std::vector<ExternalId> external_ids;  ///< Numbers in other systems.
  friend bool operator==(Measurement const&, Measurement const&) = default;
};
BOOST_DESCRIBE_STRUCT(Measurement, (),
                      (key, title, method, unit, frequency, measured_by, analysed_by, goal, target, criteria, values,
                       recorded_on, changed_on, retired_on, custom, external_ids))
ANNEXA_TYPE_TABLE(Measurement)

}  // namespace v1
}  // namespace annexa
