#include "logo.hpp"

#include <algorithm>
#include <annexa/base/text.hpp>
#include <array>

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

constexpr Rule no_picture{"branding.logo-form",
                          "This is no picture that reports can show ({found}); a PNG or an SVG in UTF-8 is accepted.",
                          "", ErrorKind::usage};
constexpr Rule too_large{"branding.logo-size", "The logo has {found} bytes; at most {most} are accepted.", "",
                         ErrorKind::usage};
constexpr Rule active{"branding.logo-active",
                      "The logo has \"{found}\"; an SVG of shapes, texts and gradients alone is accepted.", "",
                      ErrorKind::usage};

// Elements that draw, or hold what draws; anything else is refused, so that nothing new slips through.
constexpr std::array<std::string_view, 31> drawing_elements{
    "circle",      "clippath", "defs",           "desc",           "ellipse",        "feblend",  "fecolormatrix",
    "fecomposite", "feflood",  "femerge",        "femergenode",    "fegaussianblur", "feoffset", "filter",
    "g",           "line",     "lineargradient", "marker",         "mask",           "metadata", "path",
    "pattern",     "polygon",  "polyline",       "radialgradient", "rect",           "stop",     "svg",
    "symbol",      "text",     "tspan"};
constexpr std::array<std::string_view, 2> naming_elements{"title", "use"};

constexpr std::string_view blanks = " \t\r\n\f";

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

// The name without the prefix of its namespace.
std::string local_name(std::string_view name) {
  auto const colon = name.rfind(':');
  return lower(colon == name.npos ? name : name.substr(colon + 1));
}

bool draws(std::string_view element) {
  auto const name = local_name(element);
  return std::ranges::find(drawing_elements, name) != drawing_elements.end() ||
         std::ranges::find(naming_elements, name) != naming_elements.end();
}

// A value loads or runs something unless each of its references is one into the picture.
bool leads_out(std::string_view attribute, std::string_view value) {
  auto const name = local_name(attribute);
  auto const plain = lower(value);
  if (name.starts_with("on") || name == "style" || name == "src" || name == "base") return true;
  if (name == "href") return !plain.starts_with('#');
  if (plain.find("javascript:") != plain.npos || plain.find('&') != plain.npos) return true;
  for (auto at = plain.find("url("); at != plain.npos; at = plain.find("url(", at + 4)) {
    auto const target = plain.find_first_not_of(" '\"", at + 4);
    if (target == plain.npos || plain[target] != '#') return true;
  }
  return false;
}

// The attributes of a tag, from behind its name to its end; what is no list of attributes counts as active.
std::string active_attribute(std::string_view tag) {
  for (;;) {
    auto const begin = tag.find_first_not_of(blanks);
    if (begin == tag.npos || tag.substr(begin) == "/") return {};
    tag.remove_prefix(begin);
    auto const equals = tag.find('=');
    auto const quote = equals == tag.npos ? tag.npos : tag.find_first_not_of(blanks, equals + 1);
    if (quote == tag.npos || (tag[quote] != '"' && tag[quote] != '\'')) return std::string(tag);
    auto const end = tag.find(tag[quote], quote + 1);
    if (end == tag.npos) return std::string(tag);
    auto name = tag.substr(0, equals);
    name = name.substr(0, name.find_last_not_of(blanks) + 1);
    if (leads_out(name, tag.substr(quote + 1, end - quote - 1))) return std::string(name);
    tag.remove_prefix(end + 1);
  }
}

// The end of the tag that begins at 0: '>' outside of quotes.
std::size_t end_of_tag(std::string_view text) {
  char quote = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (quote != 0)
      quote = text[i] == quote ? '\0' : quote;
    else if (text[i] == '"' || text[i] == '\'')
      quote = text[i];
    else if (text[i] == '>')
      return i;
  }
  return text.npos;
}

// What is active in a tag, given from behind its '<' to before its '>'.
std::string active_in_tag(std::string_view tag) {
  if (tag.starts_with('/')) return {};
  auto const end = std::min(tag.find_first_of(" \t\r\n\f/"), tag.size());
  if (!draws(tag.substr(0, end))) return std::string(tag.substr(0, end));
  return active_attribute(tag.substr(end));
}

std::string kind_of(std::string_view bytes) {
  if (bytes.empty()) return "it is empty";
  if (bytes.starts_with("\xFF\xD8")) return "a JPEG";
  if (bytes.starts_with("GIF8")) return "a GIF";
  if (!is_utf8(bytes)) return "no UTF-8";
  return "it begins with \"" + std::string(shortened(bytes, 20)) + "\"";
}

bool is_svg(std::string_view bytes) {
  if (!is_utf8(bytes) || has_stray_control(bytes)) return false;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  auto const begin = bytes.find_first_not_of(blanks);
  if (begin == bytes.npos) return false;
  bytes.remove_prefix(begin);
  return (bytes.starts_with("<svg") || bytes.starts_with("<?xml") || bytes.starts_with("<!--")) &&
         bytes.find("<svg") != bytes.npos;
}

}  // namespace

bool is_png(std::string_view bytes) noexcept {
  return bytes.starts_with(std::string_view("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16));
}

std::string active_part(std::string_view svg) {
  for (;;) {
    auto const open = svg.find('<');
    if (open == svg.npos) return {};
    svg.remove_prefix(open + 1);
    if (svg.starts_with("!--")) {
      auto const end = svg.find("-->", 3);
      if (end == svg.npos) return "<!--";
      svg.remove_prefix(end + 3);
      continue;
    }
    auto const end = end_of_tag(svg);
    if (end == svg.npos) return '<' + std::string(svg);
    auto const tag = svg.substr(0, end);
    bool const declaration = tag.starts_with("?xml ") && tag.ends_with('?');
    if (auto found = declaration ? std::string() : active_in_tag(tag); !found.empty()) return found;
    svg.remove_prefix(end + 1);
  }
}

result<void> check_logo(std::string_view bytes, std::string const& where) {
  if (bytes.size() > most_logo_bytes)
    return Error(too_large, where,
                 {{"found", std::to_string(bytes.size())}, {"most", std::to_string(most_logo_bytes)}});
  if (is_png(bytes)) return {};
  if (!is_svg(bytes)) return Error(no_picture, where, {{"found", kind_of(bytes)}});
  auto const found = active_part(bytes);
  if (!found.empty()) return Error(active, where, {{"found", std::string(shortened(found, 60))}});
  return {};
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
