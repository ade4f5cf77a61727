#include <annexa/base/base64.hpp>
#include <annexa/base/text.hpp>
#include <annexa/report/branding.hpp>
#include <annexa/report/document.hpp>
#include <array>

#include "branding_style.hpp"
#include "colours.hpp"
#include "logo.hpp"

namespace annexa {
inline namespace v1 {
namespace report {

ANNEXA_DEFINE_TYPE_TABLE(Branding)

namespace {

constexpr Rule logo_uri{"branding.logo-form",
                        "The logo begins with \"{found}\"; data:image/png;base64,… or data:image/svg+xml;base64,… is "
                        "accepted.",
                        "", ErrorKind::usage};
constexpr Rule bad_colour{"branding.colour", "\"{found}\" is no colour; #1d4e79 is one.", "", ErrorKind::usage};
constexpr Rule faint{
    "branding.contrast",
    "{found} has a contrast of {contrast} to 1 against the ground that links stand on; at least 4.5 is "
    "accepted, as {suggestion} has.",
    "WCAG 2.2, 1.4.3", ErrorKind::usage};
constexpr Rule bad_text{
    "branding.text",
    "This text is too long or not text; at most {most} bytes of UTF-8 without control characters are "
    "accepted.",
    "", ErrorKind::usage};

struct LogoForm {
  std::string_view prefix;
  bool png;
};
constexpr std::array logo_forms{LogoForm{"data:image/png;base64,", true},
                                LogoForm{"data:image/svg+xml;base64,", false}};

result<void> check_uri(std::string_view uri, std::string const& where) {
  for (auto const& form : logo_forms) {
    if (!uri.starts_with(form.prefix)) continue;
    auto const bytes = from_base64(uri.substr(form.prefix.size()));
    if (!bytes || is_png(*bytes) != form.png) break;
    return check_logo(*bytes, where);
  }
  return Error(logo_uri, where, {{"found", std::string(shortened(uri, 40))}});
}

void check_colour(std::string const& text, std::string const& where, Error& errors) {
  if (!text.empty() && !parse_colour(text))
    errors.add(bad_colour, where, {{"found", std::string(shortened(text, 40))}});
}

void check_accent(std::string const& text, std::string const& where, Error& errors) {
  auto const colour = parse_colour(text);
  if (!colour || contrast(*colour, light_wash) >= readable) return;
  auto const found = contrast(*colour, light_wash);
  errors.add(faint, where,
             {{"found", text},
              {"contrast", std::to_string(found / 100) + '.' + std::to_string(found % 100 / 10)},
              {"suggestion", to_string(readable_on(light_wash, *colour, black))}});
}

void check_text(std::string const& text, std::size_t most, std::string const& where, Error& errors) {
  if (text.size() > most || !is_utf8(text) || has_stray_control(text))
    errors.add(bad_text, where, {{"most", std::to_string(most)}});
}

}  // namespace

result<void> check_branding(Branding const& branding, std::string const& where) {
  Error errors(ErrorKind::usage);
  if (!branding.logo.empty())
    if (auto const logo = check_uri(branding.logo, where + "/logo"); !logo) errors.add(logo.error());
  check_text(branding.logo_text, 200, where + "/logo_text", errors);
  check_colour(branding.accent, where + "/accent", errors);
  check_accent(branding.accent, where + "/accent", errors);
  check_colour(branding.cover, where + "/cover", errors);
  check_text(branding.cover_text, 2000, where + "/cover_text", errors);
  check_text(branding.confidentiality, 200, where + "/confidentiality", errors);
  if (!errors.empty()) return errors;
  return {};
}

result<std::string> logo_of(std::string_view bytes) {
  if (auto const checked = check_logo(bytes, "/logo"); !checked) return checked.error();
  return std::string(logo_forms[is_png(bytes) ? 0 : 1].prefix) + to_base64(bytes);
}

void brand(Document& document, Branding branding) {
  if (document.confidentiality.empty()) document.confidentiality = branding.confidentiality;
  if (branding != Branding{}) document.branding = std::move(branding);
}

std::string safe_logo(Document const& document) {
  return document.branding && check_uri(document.branding->logo, {}) ? document.branding->logo : std::string();
}

std::string branding_style(Document const& document) {
  if (!document.branding) return {};
  std::string light;
  std::string dark;
  if (auto const accent = parse_colour(document.branding->accent)) {
    light += "--accent:" + to_string(readable_on(light_wash, *accent, black)) + ';';
    dark = "--accent:" + to_string(readable_on(dark_wash, *accent, white)) + ';';
  }
  if (auto const cover = parse_colour(document.branding->cover)) {
    auto const ink = to_string(contrast(*cover, white) >= readable ? white : black);
    light += "--cover:" + to_string(*cover) + ";--cover-ink:" + ink + ";--cover-soft:" + ink + ';';
    dark += "--cover:" + to_string(*cover) + ';';
  }
  if (light.empty()) return {};
  return ":root{" + light + "}@media (prefers-color-scheme:dark){:root{" + dark + "}}";
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
