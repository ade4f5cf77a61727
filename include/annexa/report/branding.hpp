#pragma once
/// @file
/// What a host adds to the look of reports without a template: logo, colours, a text on the cover, a label.

#include <annexa/base/describe.hpp>
#include <annexa/base/error.hpp>

#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {
namespace report {

struct Document;

/// The look of a host's reports. Everything may be left out.
struct Branding {
  static constexpr std::string_view type_name = "branding";  ///< Name in the schema.
  /// A picture for the cover, as a data URI of Base 64: `data:image/png;base64,…` or `data:image/svg+xml;base64,…`, at
  /// most 256 KiB of picture (logo_of() makes one of a file). An SVG must not have scripts, handlers, styles, foreign
  /// content or anything that is loaded from elsewhere.
  std::string logo;
  std::string logo_text;  ///< What the logo shows, for those who do not see it; at most 200 bytes. Empty: "Logo".
  /// Colour of links and lines, "#rrggbb": at least 4.5 to 1 against the grounds that texts stand on. On dark screens
  /// it is lightened until it is readable there. @source{WCAG 2.2, 1.4.3}
  std::string accent;
  std::string cover;            ///< Colour of the cover, "#rrggbb"; texts on it are black or white, as is readable.
  std::string cover_text;       ///< A paragraph on the cover, at most 2,000 bytes.
  std::string confidentiality;  ///< Label of reports whose record has none, at most 200 bytes; stands on every page.
  friend bool operator==(Branding const&, Branding const&) = default;
};
BOOST_DESCRIBE_STRUCT(Branding, (), (logo, logo_text, accent, cover, cover_text, confidentiality))
ANNEXA_TYPE_TABLE(Branding)

/// Everything that is wrong with a look.
/// @param where  JSON Pointer of the look, for the places of the errors.
/// @return nothing; or usage errors branding.*, each below its member: logo-form, logo-size, logo-active, colour,
///         contrast (with a colour that would do), text.
/// @par Cost
/// Linear in the logo.
[[nodiscard]] result<void> check_branding(Branding const& branding, std::string const& where = {});

/// The data URI of a picture.
/// @param bytes  a PNG, or an SVG in UTF-8.
/// @return the URI for Branding::logo; or what check_branding() refuses about it.
[[nodiscard]] result<std::string> logo_of(std::string_view bytes);

/// Gives a document a look that check_branding() accepts: Document::branding, and the label where it has none.
void brand(Document& document, Branding branding);

}  // namespace report
}  // namespace v1
}  // namespace annexa
