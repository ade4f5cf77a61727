#pragma once
// What can be wrong with an OSCAL document.

#include <annexa/base/error.hpp>

namespace annexa {
inline namespace v1 {
namespace oscal {
namespace check_rules {

inline constexpr std::string_view schemas_of_oscal = "OSCAL 1.1.3 and 1.2.2";

inline constexpr Rule missing_member{"oscal.missing-member", "{member} is missing; it takes {expected}.",
                                     schemas_of_oscal};
inline constexpr Rule unknown_member{"oscal.unknown-member", "There is no member \"{found}\" here. {hint}",
                                     schemas_of_oscal};
inline constexpr Rule not_beside{"oscal.not-beside", "\"{found}\" cannot stand beside {others}; take one of them away.",
                                 schemas_of_oscal};
inline constexpr Rule wrong_type{"oscal.wrong-type", "Found {found}; expected {expected}.", schemas_of_oscal};
inline constexpr Rule bad_value{"oscal.bad-value", "Found \"{found}\"; expected {expected}.", schemas_of_oscal};
inline constexpr Rule empty_list{"oscal.empty-list",
                                 "The list is empty; it takes at least one element, or the member is left out.",
                                 schemas_of_oscal};
inline constexpr Rule too_deep{"oscal.too-deep", "Objects and lists are nested deeper than {limit} levels.", ""};
inline constexpr Rule duplicate_uuid{
    "oscal.duplicate-uuid", "The UUID {uuid} stands at {first} already; each thing has a UUID of its own.", "OSCAL"};
inline constexpr Rule duplicate_id{
    "oscal.duplicate-id", "There is a {kind} \"{id}\" at {first} already; each has an id of its own.", "OSCAL"};
inline constexpr Rule dangling_reference{"oscal.dangling-reference",
                                         "\"{found}\" names nothing in this document; it takes the UUID of {expected}.",
                                         "OSCAL"};

}  // namespace check_rules
}  // namespace oscal
}  // namespace v1
}  // namespace annexa
