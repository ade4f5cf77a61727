#pragma once
// The rules that resolving a profile can break, and what it warns of.

#include <annexa/base/error.hpp>

namespace annexa {
inline namespace v1 {
namespace oscal::resolution::rules {

inline constexpr std::string_view specification = "OSCAL profile resolution";

// Refusals.
inline constexpr Rule not_a_profile{"oscal.not-a-profile",
                                    "This is a document \"{found}\"; only a profile is resolved.", specification,
                                    ErrorKind::usage};
inline constexpr Rule shape{"oscal.shape", "Found {found}; expected {expected}.", specification, ErrorKind::usage};
inline constexpr Rule too_deep{"oscal.too-deep", "Objects and lists are nested deeper than {limit} levels.", "",
                               ErrorKind::usage};
inline constexpr Rule unknown_word{"oscal.unknown-word", "Found \"{found}\"; accepted are {expected}.", specification,
                                   ErrorKind::usage};
inline constexpr Rule several_structures{"oscal.several-structures",
                                         "Found {found}; a merge has one of flat, as-is and custom at most.",
                                         specification, ErrorKind::usage};
inline constexpr Rule no_fetch{"oscal.no-fetch",
                               "\"{found}\" cannot be read: the host gave no way to read what a profile imports.",
                               specification, ErrorKind::usage};
inline constexpr Rule href_outside{"oscal.href-outside",
                                   "\"{found}\" {why}; only files below the given folder are read. Offer the file "
                                   "under this reference, or name a folder that holds it.",
                                   specification, ErrorKind::usage};
inline constexpr Rule map{"oscal.map", "\"{found}\" offers no file; write HREF=FILE.", "", ErrorKind::usage};
inline constexpr Rule unreadable{"oscal.unreadable", "\"{found}\" cannot be read ({why}).", specification,
                                 ErrorKind::usage};
inline constexpr Rule profile_outside{
    "oscal.profile-outside",
    "The profile does not lie below the folder \"{root}\", so that nothing it imports would be found.", specification,
    ErrorKind::usage};
inline constexpr Rule no_such_resource{"oscal.no-such-resource",
                                       "The back matter of this profile has no resource \"{found}\".", specification,
                                       ErrorKind::usage};
inline constexpr Rule empty_resource{"oscal.empty-resource",
                                     "The resource \"{found}\" has neither a link nor content in Base 64 to read.",
                                     specification, ErrorKind::usage};
inline constexpr Rule bad_base64{"oscal.base64", "The content of the resource \"{found}\" is not Base 64.", "RFC 4648",
                                 ErrorKind::usage};
inline constexpr Rule other_bytes{"oscal.other-bytes",
                                  "\"{found}\" has the SHA-256 digest {digest}; its resource tells {expected}.",
                                  specification, ErrorKind::integrity};
inline constexpr Rule cannot_import{"oscal.cannot-import",
                                    "This is a document \"{found}\"; a profile imports catalogs and profiles.",
                                    specification, ErrorKind::usage};
inline constexpr Rule circular{"oscal.circular-import", "The profile comes to import itself: {chain}.", specification,
                               ErrorKind::usage};
inline constexpr Rule too_many_documents{"oscal.too-many-documents", "More than {limit} documents are imported.", "",
                                         ErrorKind::usage};
inline constexpr Rule too_many_bytes{"oscal.too-large", "The imported documents have more than {limit} bytes.", "",
                                     ErrorKind::usage};
inline constexpr Rule imports_too_deep{"oscal.imports-too-deep",
                                       "More than {limit} profiles import one another in a row.", "", ErrorKind::usage};
inline constexpr Rule too_much_work{"oscal.too-much-work", "Resolving this takes more than {limit} steps.", "",
                                    ErrorKind::usage};
inline constexpr Rule other_major{"oscal.other-major-version",
                                  "This document is OSCAL {found}; annexa resolves OSCAL 1.", specification,
                                  ErrorKind::usage};
inline constexpr Rule last_modified{"oscal.last-modified",
                                    "\"{found}\" is no time; write one such as 2026-03-01T09:00:00Z.", "RFC 3339",
                                    ErrorKind::usage};

// Warnings.
inline constexpr Rule unknown_version{"oscal.unknown-version", "\"{found}\" is no version of OSCAL and is passed over.",
                                      specification};
inline constexpr Rule selects_nothing{"oscal.selects-nothing", "No control {found}.", specification};
inline constexpr Rule no_selection{"oscal.no-selection",
                                   "There is neither include-all nor include-controls, so that nothing is selected.",
                                   specification};
inline constexpr Rule no_pattern{"oscal.no-pattern", "There is no pattern here; that matches no control.",
                                 specification};
inline constexpr Rule duplicate_control{"oscal.duplicate-control",
                                        "The control \"{found}\" comes more than once and is kept each time, so that "
                                        "its id is not unique; \"use-first\" keeps one.",
                                        specification};
inline constexpr Rule duplicate_group{
    "oscal.duplicate-group",
    "The group \"{found}\" comes from different catalogs and is kept each time, so that its id is not unique.",
    specification};
inline constexpr Rule combine_merge{"oscal.combine-merge",
                                    "The method \"merge\" is deprecated and not specified; annexa does as \"keep\".",
                                    specification};
inline constexpr Rule unknown_parameter{"oscal.unknown-parameter", "No parameter of the result is called \"{found}\".",
                                        specification};
inline constexpr Rule unknown_control{"oscal.unknown-control", "No control of the result is called \"{found}\".",
                                      specification};
inline constexpr Rule unknown_target{
    "oscal.unknown-target", "Nothing in the control \"{control}\" has the id \"{found}\"; the addition is left out.",
    specification};
inline constexpr Rule no_place{"oscal.no-place", "A {target} has no {found}; they are left out.", specification};
inline constexpr Rule empty_remove{"oscal.empty-remove", "There is no criterion here; nothing is removed.",
                                   specification};
inline constexpr Rule parameter_circle{"oscal.parameter-circle", "The parameter comes to insert itself: {chain}.",
                                       specification};
inline constexpr Rule absent_links{"oscal.absent-links", "{count} links lead to what was not selected: {found}.",
                                   specification};
inline constexpr Rule more_warnings{"oscal.more-warnings", "{count} more warnings are left out.", ""};

}  // namespace oscal::resolution::rules
}  // namespace v1
}  // namespace annexa
