#pragma once
// Why templates are refused.

#include <annexa/base/error.hpp>

namespace annexa {
inline namespace v1 {
namespace report {
namespace template_rules {

inline constexpr Rule format{"template.format", "\"{found}\" takes no template; html, pdf and md do.", "",
                             ErrorKind::usage};
inline constexpr Rule text{"template.text",
                           "The template is not UTF-8, or has a control character other than tabs and line ends.", "",
                           ErrorKind::usage};
inline constexpr Rule size{"template.size", "With its parts in place the template has more than {most} bytes.", "",
                           ErrorKind::usage};
inline constexpr Rule too_many_parts{"template.parts", "There are {found} parts; at most {most} are accepted.", "",
                                     ErrorKind::usage};
inline constexpr Rule part_twice{"template.part-twice", "There are two parts with the name \"{found}\".", "",
                                 ErrorKind::usage};
inline constexpr Rule open_tag{"template.open-tag", "\"{found}\" begins a tag that has no end; {wanted} is expected.",
                               "", ErrorKind::usage};
inline constexpr Rule tag{
    "template.tag",
    "\"{found}\" is no tag; a name of letters, digits, '_', '-' and '.' is expected, with # ^ / > "
    "& or ! before it where it is more than a value.",
    "", ErrorKind::usage};
inline constexpr Rule delimiters{
    "template.delimiters",
    "\"{found}\" sets no delimiters; two of 1 to 8 characters with a blank between them are "
    "expected, as in {{=<% %>=}}, without '='.",
    "", ErrorKind::usage};
inline constexpr Rule open_section{
    "template.open-section", "The section \"{found}\" has no end; {expected} is expected before the end of {file}.", "",
    ErrorKind::usage};
inline constexpr Rule end{"template.end", "\"{found}\" ends here, but {open}.", "", ErrorKind::usage};
inline constexpr Rule name{"template.name", "There is no \"{found}\" in a {record}. {hint}", "", ErrorKind::usage};
inline constexpr Rule no_value{"template.no-value",
                               "\"{found}\" is {what}; {expected} is expected around what is shown of it.", "",
                               ErrorKind::usage};
inline constexpr Rule escapes{"template.escaped", "\"{found}\" is markup; {expected} is expected.", "",
                              ErrorKind::usage};
inline constexpr Rule raw{"template.raw",
                          "\"{found}\" is a text and can be shown escaped alone; {expected} is expected.", "",
                          ErrorKind::usage};
inline constexpr Rule no_part{"template.no-part", "There is no part \"{found}\". {hint}", "", ErrorKind::usage};
inline constexpr Rule circle{"template.circle", "The part \"{found}\" takes itself in.", "", ErrorKind::usage};
inline constexpr Rule depth{"template.depth", "Sections are more than {sections} deep or parts more than {parts}.", "",
                            ErrorKind::usage};
inline constexpr Rule output{"template.output",
                             "What the template makes of this report is more than {bytes} bytes or {items} items.", "",
                             ErrorKind::usage};
inline constexpr Rule no_library{"template.no-library", "This annexa was built without templates.", "",
                                 ErrorKind::usage};
inline constexpr Rule library{"template.library", "The template could not be read: {found}.", "", ErrorKind::internal};

}  // namespace template_rules
}  // namespace report
}  // namespace v1
}  // namespace annexa
