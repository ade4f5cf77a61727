#include "uri.hpp"

#include <annexa/base/digits.hpp>
#include <annexa/base/text.hpp>

#include <algorithm>

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {
namespace {

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_unreserved(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
}

bool is_scheme(std::string_view text) {
  return !text.empty() && is_letter(text[0]) && std::ranges::all_of(text, [](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
  });
}

// Takes the part of @p text from the first @p mark on away. @return it without the mark.
std::optional<std::string_view> cut_from(std::string_view& text, char mark) {
  auto const at = text.find(mark);
  if (at == text.npos) return {};
  auto const part = text.substr(at + 1);
  text = text.substr(0, at);
  return part;
}

// The byte that "%2e" at the start of @p text stands for.
std::optional<char> escaped(std::string_view text) {
  unsigned char byte = 0;
  if (text.size() < 3 || text[0] != '%' || !detail::from_hex(text.substr(1, 2), &byte, 1)) return {};
  return static_cast<char>(byte);
}

// "%2E"
std::string escape_of(char c) {
  auto const byte = static_cast<unsigned char>(c);
  std::string out = "%";
  for (char const digit : detail::to_hex(&byte, 1)) out += digit >= 'a' ? static_cast<char>(digit - 'a' + 'A') : digit;
  return out;
}

// Undoes escapes of characters that need none, and escapes blanks and control characters.
std::string normal(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    auto const byte = escaped(text);
    if (byte && is_unreserved(*byte)) {
      out += *byte;
    } else if (byte) {
      for (char const c : text.substr(0, 3)) out += c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c;
    } else if (static_cast<unsigned char>(text[0]) <= 0x20 || text[0] == 0x7F) {
      out += escape_of(text[0]);
    } else {
      out += text[0];
    }
    text.remove_prefix(byte ? 3 : 1);
  }
  return out;
}

// Removes "." and "..". @source{RFC 3986 section 5.2.4}
std::string without_dots(std::string_view path) {
  bool const absolute = path.starts_with('/');
  std::vector<std::string_view> kept;
  bool folder = false;  // whether the path ends in that of a folder
  for (auto rest = path.substr(absolute ? 1 : 0);;) {
    auto const slash = rest.find('/');
    auto const name = rest.substr(0, slash);
    folder = name == "." || name == "..";
    if (name == ".." && !kept.empty() && kept.back() != "..")
      kept.pop_back();
    else if (name == ".." && !absolute)
      kept.push_back(name);
    else if (!folder)
      kept.push_back(name);
    if (slash == rest.npos) break;
    rest.remove_prefix(slash + 1);
  }
  std::string out(absolute ? "/" : "");
  for (std::size_t i = 0; i < kept.size(); ++i) out.append(i ? "/" : "").append(kept[i]);
  if (folder && !kept.empty()) out += '/';
  return out;
}

// The path of a reference that has none of a host's own. @source{RFC 3986 section 5.2.3}
std::string merged_path(Uri const& base, std::string_view path) {
  if (base.authority && base.path.empty()) return '/' + std::string(path);
  auto const slash = base.path.rfind('/');
  return std::string(base.path.substr(0, slash == base.path.npos ? 0 : slash + 1)).append(path);
}

std::string composed(std::optional<std::string_view> scheme, std::optional<std::string_view> authority,
                     std::string_view path, std::optional<std::string_view> query) {
  std::string out;
  if (scheme) out.append(lowered(*scheme)).append(":");
  if (authority) out.append("//").append(lowered(*authority));
  // What stands before a colon at the very beginning would be taken for a scheme.
  auto const colon = scheme || authority ? path.npos : path.substr(0, path.find('/')).find(':');
  if (colon != path.npos)
    out.append(path.substr(0, colon)).append("%3A").append(path.substr(colon + 1));
  else
    out.append(path);
  if (query) out.append("?").append(*query);
  return normal(out);
}

}  // namespace

Uri split_uri(std::string_view text) {
  Uri uri;
  uri.fragment = cut_from(text, '#');
  uri.query = cut_from(text, '?');
  auto const colon = text.find(':');
  if (colon != text.npos && is_scheme(text.substr(0, colon))) {
    uri.scheme = text.substr(0, colon);
    text.remove_prefix(colon + 1);
  }
  if (text.starts_with("//")) {
    auto const slash = text.find('/', 2);
    uri.authority = text.substr(2, slash == text.npos ? slash : slash - 2);
    text = slash == text.npos ? std::string_view() : text.substr(slash);
  }
  uri.path = text;
  return uri;
}

std::string resolve_reference(std::string_view base, std::string_view reference) {
  auto const plain = normal(reference);  // escaped dots are dots
  auto const uri = split_uri(plain);
  auto const from = split_uri(base);
  if (uri.scheme)
    return composed(uri.scheme, uri.authority,
                    uri.path.starts_with('/') ? without_dots(uri.path) : std::string(uri.path), uri.query);
  if (uri.authority) return composed(from.scheme, uri.authority, without_dots(uri.path), uri.query);
  if (uri.path.empty()) return composed(from.scheme, from.authority, from.path, uri.query ? uri.query : from.query);
  auto const path = uri.path.starts_with('/') ? std::string(uri.path) : merged_path(from, uri.path);
  return composed(from.scheme, from.authority, without_dots(path), uri.query);
}

std::optional<std::vector<std::string>> names_below(std::string_view text) {
  auto const uri = split_uri(text);
  if (uri.scheme || uri.authority || uri.query || uri.path.empty() || uri.path.starts_with('/')) return {};
  std::vector<std::string> names{""};
  for (auto rest = uri.path; !rest.empty();) {
    auto const byte = escaped(rest);
    char const c = byte.value_or(rest[0]);
    if (c == '\0' || c == '\\' || (byte && c == '/')) return {};
    if (c == '/')
      names.emplace_back();
    else
      names.back() += c;
    rest.remove_prefix(byte ? 3 : 1);
  }
  if (std::ranges::any_of(names, [](auto const& name) { return name.empty() || name == "." || name == ".."; }))
    return {};
  return names;
}

std::string uri_of_path(std::string_view path) {
  std::string out;
  for (char const c : path) out += is_unreserved(c) || c == '/' ? std::string(1, c) : escape_of(c);
  return out;
}

std::string_view last_name(std::string_view uri) {
  auto const path = split_uri(uri).path;
  return path.substr(path.rfind('/') + 1);
}

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
