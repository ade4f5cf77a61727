#pragma once
/// @file
/// The eight models of OSCAL, by their names.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace annexa {
inline namespace v1 {
namespace oscal {

/// What an OSCAL document holds. @source{OSCAL 1.2.2}
enum class Model : std::uint8_t {
  catalog,                        ///< Controls, in groups.
  profile,                        ///< A selection from catalogs and other profiles, tailored.
  component_definition,           ///< How components satisfy controls.
  system_security_plan,           ///< How a system does; for annexa the statement of applicability.
  assessment_plan,                ///< What will be assessed, by whom, when and how.
  assessment_results,             ///< What was observed and found.
  plan_of_action_and_milestones,  ///< What is done about it.
  mapping_collection,             ///< Crosswalks between catalogs; since 1.2.0.
};

/// All models, in the order above.
inline constexpr std::array models{Model::catalog,
                                   Model::profile,
                                   Model::component_definition,
                                   Model::system_security_plan,
                                   Model::assessment_plan,
                                   Model::assessment_results,
                                   Model::plan_of_action_and_milestones,
                                   Model::mapping_collection};

/// The model's name in documents, which is the key of the document's only member: "system-security-plan".
[[nodiscard]] std::string_view name_of(Model model) noexcept;

/// The model's name as people type it: "ssp", "poam" and "mapping" for the long ones, the name in documents for others.
[[nodiscard]] std::string_view short_name_of(Model model) noexcept;

/// The model of either name, or none.
[[nodiscard]] std::optional<Model> model_named(std::string_view name) noexcept;

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
