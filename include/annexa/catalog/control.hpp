#pragma once
/// @file
/// Annex A controls and their attributes.

#include <annexa/catalog/reference.hpp>
#include <annexa/catalog/value_list.hpp>
#include <annexa/catalog/vocabulary.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// The group of a control. @source{Annex A, clauses 5 to 8 of ISO/IEC 27002}
enum class Theme : std::uint8_t {
  organizational,  ///< A.5.
  people,          ///< A.6.
  physical,        ///< A.7.
  technological,   ///< A.8.
};
/// @cond INTERNAL
template <>
inline constexpr std::array<std::string_view, 4> words_of<Theme>{"Organizational", "People", "Physical",
                                                                 "Technological"};
/// @endcond

/// By what ISO/IEC 27002 sorts controls. @source{ISO/IEC 27002, attributes}
enum class Attribute : std::uint8_t {
  control_type,              ///< When it acts on an incident: before, at, or after it.
  security_properties,       ///< What it preserves: confidentiality, integrity, availability.
  cybersecurity_concepts,    ///< Function of a cybersecurity framework.
  operational_capabilities,  ///< The practitioner's field of work.
  security_domains,          ///< Domain of security.
};
/// @cond INTERNAL
template <>
inline constexpr std::array<std::string_view, 5> words_of<Attribute>{
    "control_type", "security_properties", "cybersecurity_concepts", "operational_capabilities", "security_domains"};

namespace detail {
inline constexpr std::array<std::string_view, 3> control_types{"preventive", "detective", "corrective"};
inline constexpr std::array<std::string_view, 3> security_properties{"confidentiality", "integrity", "availability"};
inline constexpr std::array<std::string_view, 5> cybersecurity_concepts{"identify", "protect", "detect", "respond",
                                                                        "recover"};
inline constexpr std::array<std::string_view, 15> operational_capabilities{"governance",
                                                                           "asset_management",
                                                                           "information_protection",
                                                                           "human_resource_security",
                                                                           "physical_security",
                                                                           "system_and_network_security",
                                                                           "application_security",
                                                                           "secure_configuration",
                                                                           "identity_and_access_management",
                                                                           "threat_and_vulnerability_management",
                                                                           "continuity",
                                                                           "supplier_relationships_security",
                                                                           "legal_and_compliance",
                                                                           "information_security_event_management",
                                                                           "information_security_assurance"};
inline constexpr std::array<std::string_view, 4> security_domains{"governance_and_ecosystem", "protection", "defence",
                                                                  "resilience"};
inline constexpr std::array<std::span<std::string_view const>, 5> attribute_values{
    control_types, security_properties, cybersecurity_concepts, operational_capabilities, security_domains};
}  // namespace detail
/// @endcond

/// Every value that an attribute can have, in the order of ISO/IEC 27002.
[[nodiscard]] constexpr std::span<std::string_view const> values_of(Attribute attribute) noexcept {
  return detail::attribute_values[static_cast<std::size_t>(attribute)];
}

/// One control of Annex A. Title as printed there; the purpose is our own wording.
/// @par Lifetime
/// The texts live as long as the catalog, for a built-in one as long as the program.
/// @source{Annex A; attributes: ISO/IEC 27002}
struct Control {
  Reference reference;                  ///< Number, such as A.5.1.
  std::string_view title;               ///< Title.
  Theme theme = Theme::organizational;  ///< Group.
  std::array<ValueList, 5> attributes;  ///< Values of each Attribute, at its number.
  std::string_view purpose;             ///< What it is for.

  /// The values of an attribute, as printed: `control.values(Attribute::control_type).contains("preventive")`.
  [[nodiscard]] constexpr ValueList values(Attribute attribute) const noexcept {
    return attributes[static_cast<std::size_t>(attribute)];
  }
};

}  // namespace v1
}  // namespace annexa
