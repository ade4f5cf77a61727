#pragma once
/// @file
/// Reports by a host's own templates.

#include <annexa/base/describe.hpp>
#include <annexa/base/error.hpp>
#include <annexa/report/document.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace report {

/// A part that templates take in by its name.
struct TemplatePart {
  static constexpr std::string_view type_name = "template-part";  ///< Name in the schema.
  std::string name;                                               ///< "letterhead", taken in by `{{> letterhead}}`.
  std::string text;                                               ///< A template as well.
  friend bool operator==(TemplatePart const&, TemplatePart const&) = default;
};
BOOST_DESCRIBE_STRUCT(TemplatePart, (), (name, text))

/// A template in Mustache, filled by a ReportView.
///
/// `{{name}}` shows a value, escaped as the format wants it. Members of the view that are markup (its ready-made parts,
/// the drawing of a figure) are written `{{{name}}}` or `{{& name}}`; nothing else can be written unescaped.
/// `{{#name}}…{{/name}}` is for each item of a list, or once for what is there and not empty; `{{^name}}…{{/name}}` for
/// what is not. A name is one of the record at hand, else of those around it; `a.b` goes on into a record, and
/// `sections.findings` takes the section of that anchor. `{{.}}` is the item at hand. `{{! }}` is a comment,
/// `{{=<% %>=}}` changes the delimiters, `{{> name}}` takes in a part. There are no lambdas, and nothing is ever read
/// from a path.
///
/// Values are escaped for texts and for quoted attributes. In scripts, in style sheets and in attributes without quotes
/// no value is safe.
/// @source{mustache(5)}
struct Template {
  static constexpr std::string_view type_name = "report-template";  ///< Name in the schema.
  std::string text;                                                 ///< The template.
  std::vector<TemplatePart> parts;                                  ///< What it may take in; at most 64.
  friend bool operator==(Template const&, Template const&) = default;
};
BOOST_DESCRIBE_STRUCT(Template, (), (text, parts))
ANNEXA_TYPE_TABLE(Template)

/// What is wrong with a template, without filling it: tags that are not closed, names that no report has, values where
/// a section is wanted and the other way round.
/// @param format  "html", "pdf" or "md".
/// @return nothing; or usage errors template.*, at most 100, each with file, line and column as `template:12:5`, of a
///         part with its name. Templates have at most 1 MiB with all parts in place, sections 32 deep and parts 8 deep.
/// @par Cost
/// Linear in the template with its parts in place.
[[nodiscard]] result<void> check_template(Template const& with, std::string_view format = "html");

/// The document by a template.
/// @param format  "html", "pdf" (the HTML that is printed) or "md".
/// @return the text; what check_template() says; template.output beyond 64 MiB or two million items; or
///         template.no-library where annexa was built without templates.
/// @par Cost
/// Linear in the document and in what comes out.
[[nodiscard]] result<std::string> render_template(Document const& document, Template const& with,
                                                  std::string_view format = "html");

}  // namespace report
}  // namespace v1
}  // namespace annexa
