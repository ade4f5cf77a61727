#pragma once
/// @file
/// An organisation's own words for verdicts.

#include <annexa/audit/evidence.hpp>
#include <annexa/base/describe.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

/// One value of a scale: a word of the organisation, and the verdict that it stands for.
struct ScaleValue {
  static constexpr std::string_view type_name = "scale-value";  ///< Name in the schema.
  std::string id;                                               ///< What assessments write: "PF", "NC1".
  std::string name;                                             ///< What it is called.
  Verdict verdict = Verdict::not_assessed;                      ///< What it stands for.
  std::string meaning;                                          ///< When it is given.
  friend bool operator==(ScaleValue const&, ScaleValue const&) = default;
};
BOOST_DESCRIBE_STRUCT(ScaleValue, (), (id, name, verdict, meaning))
ANNEXA_TYPE_TABLE(ScaleValue)

/// A grading scale: data, so that an organisation keeps the words it has. Reports show them beside the verdict; figures
/// are reckoned by the verdict.
/// @source{ISO 19011, grading audit findings}
struct GradingScale {
  static constexpr std::string_view type_name = "grading-scale";  ///< The noun.
  Key<"grading-scale"> key;                                       ///< Such as "GS-1".
  std::string title;                                              ///< What it is called.
  std::vector<ScaleValue> values;        ///< Its values, in the order in which lists show them.
  Custom custom;                         ///< Members of the host.
  std::vector<ExternalId> external_ids;  ///< Numbers in other systems.
  friend bool operator==(GradingScale const&, GradingScale const&) = default;
};
BOOST_DESCRIBE_STRUCT(GradingScale, (), (key, title, values, custom, external_ids))
ANNEXA_TYPE_TABLE(GradingScale)

/// The value of @p scale that is written @p id, or null.
[[nodiscard]] inline ScaleValue const* find_value(GradingScale const& scale, std::string_view id) noexcept {
  for (auto const& each : scale.values)
    if (each.id == id) return &each;
  return nullptr;
}

}  // namespace v1
}  // namespace annexa
