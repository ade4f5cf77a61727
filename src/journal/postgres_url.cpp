#include "postgres_url.hpp"

#include <annexa/journal/postgres_store.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <optional>

#include "postgres_library.hpp"
#include "server_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace postgres {
namespace {

constexpr std::array<std::string_view, 2> schemes{"postgres://", "postgresql://"};
constexpr std::array<std::string_view, 2> secrets{"password", "sslpassword"};
constexpr std::string_view hidden = "***";
constexpr std::string_view key_form =
    "1 to 64 letters, digits, '.', '_' and '-', the first a letter or digit, such as acme";

std::string_view scheme_of(std::string_view where) noexcept {
  for (auto const scheme : schemes)
    if (where.starts_with(scheme)) return scheme;
  return {};
}

// What %40 and the like stand for; nothing where two hexadecimal digits are missing.
std::optional<std::string> unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    unsigned char byte = 0;
    if (i + 2 >= text.size() || !annexa::detail::from_hex(text.substr(i + 1, 2), &byte, 1)) return {};
    out += static_cast<char>(byte);
    i += 2;
  }
  return out;
}

// A member of what follows the question mark.
struct Member {
  std::string_view name;  // as it stands there
  std::string_view text;  // "name=value", as it stands there
};

std::vector<Member> members_of(std::string_view query) {
  std::vector<Member> out;
  while (!query.empty()) {
    auto const text = query.substr(0, query.find('&'));
    out.push_back({text.substr(0, text.find('=')), text});
    query.remove_prefix(std::min(query.size(), text.size() + 1));
  }
  return out;
}

bool is_named(Member const& member, std::string_view name) { return unescaped(member.name) == name; }

std::string_view value_of(Member const& member) {
  return member.text.substr(std::min(member.text.size(), member.name.size() + 1));
}

bool is_letter_or_digit(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_key(std::string_view text) {
  auto const fits = [](char c) { return is_letter_or_digit(c) || c == '.' || c == '_' || c == '-'; };
  return !text.empty() && text.size() <= 64 && is_letter_or_digit(text[0]) && std::ranges::all_of(text, fits);
}

// Takes the tenant out of the URL.
result<void> take_tenant(std::string_view url, Url& out) {
  auto const mark = url.find('?');
  out.server = url.substr(0, mark);
  char between = '?';
  int tenants = 0;
  for (auto const& member : members_of(mark == url.npos ? std::string_view() : url.substr(mark + 1))) {
    if (is_named(member, "tenant")) {
      ++tenants;
      out.key = unescaped(value_of(member)).value_or("");
      if (!is_key(out.key) || tenants > 1)
        return Error(server_rules::bad_tenant, out.shown,
                     {{"found", tenants > 1 ? "A second one" : '"' + std::string(value_of(member)) + '"'},
                      {"expected", std::string(key_form)}});
      continue;
    }
    out.server += between;
    out.server += member.text;
    between = '&';
  }
  if (tenants == 0) return Error(server_rules::no_tenant, out.shown, {{"expected", std::string(key_form)}});
  // The tables keep the key too, so that two keys for one UUID would be noticed.
  out.tenant = name_based_uuid(name_based_uuid(Uuid{}, "annexa tenant"), out.key);
  return {};
}

// Where neither the URL nor the environment says anything: a server that is silent is noticed in half a minute, not in
// hours.
struct Default {
  char const* keyword;
  char const* environment;
  char const* value;
};
constexpr std::array defaults{
    Default{"connect_timeout", "PGCONNECT_TIMEOUT", "10"}, Default{"keepalives_idle", nullptr, "20"},
    Default{"keepalives_interval", nullptr, "5"},          Default{"keepalives_count", nullptr, "3"},
    Default{"tcp_user_timeout", nullptr, "30000"},         Default{"fallback_application_name", nullptr, "annexa"},
};

// libpq quotes what it could not read, which may be part of a password.
std::string complaint(char const* why) {
  std::string_view const all = why ? why : "no reason given";
  auto text = all.substr(0, all.find_first_of("\"\n"));
  while (text.ends_with(' ') || text.ends_with(':')) text.remove_suffix(1);
  return std::string(text);
}

result<void> read_parameters(Library const& library, Url& out) {
  char* why = nullptr;
  std::unique_ptr<ConnectionOption, void (*)(ConnectionOption*)> const options(library.parse(out.server.c_str(), &why),
                                                                               library.free_options);
  std::unique_ptr<char, void (*)(void*)> const owned(why, library.free_memory);
  if (!options) return Error(server_rules::bad_url, out.shown, {{"found", complaint(why)}});
  for (auto const* option = options.get(); option->keyword; ++option)
    if (option->value) out.parameters.emplace_back(option->keyword, option->value);
  auto const says = [&](std::string_view keyword) {
    return std::ranges::any_of(out.parameters, [&](auto const& each) { return each.first == keyword; });
  };
  for (auto const& [keyword, environment, value] : defaults)
    if (!says(keyword) && !(environment && std::getenv(environment))) out.parameters.emplace_back(keyword, value);
  std::erase_if(out.parameters, [](auto const& each) { return each.first == "client_encoding"; });
  out.parameters.emplace_back("client_encoding", "UTF8");
  return {};
}

}  // namespace

result<Url> read_url(std::string const& url) {
  Url out;
  out.shown = without_password(url);
  if (url.find('\0') != url.npos || !is_server(url))
    return Error(server_rules::bad_url, out.shown, {{"found", "it is no such URL"}});
  if (auto const taken = take_tenant(url, out); !taken) return taken.error();
  auto const library = load_library();
  if (!library) return library.error();
  if (auto const read = read_parameters(**library, out); !read) return read.error();
  return out;
}

std::string without_secrets(std::string message, Url const& url) {
  for (auto const& [keyword, value] : url.parameters) {
    if (value.empty() || std::ranges::find(secrets, keyword) == secrets.end()) continue;
    for (auto at = message.find(value); at != message.npos; at = message.find(value, at + hidden.size()))
      message.replace(at, value.size(), hidden);
  }
  return message;
}

}  // namespace postgres

bool is_server(std::string_view where) noexcept { return !postgres::scheme_of(where).empty(); }

// Rather too much is hidden than too little: a password with an unescaped @, / or ? in it reaches to the last @.
std::string without_password(std::string_view where) {
  auto const scheme = postgres::scheme_of(where);
  if (scheme.empty()) return std::string(where);
  auto const begin = scheme.size();
  auto const end = where.rfind('@');
  auto const colon = end == where.npos ? where.npos : where.find(':', begin);
  std::string out(where.substr(0, colon < end ? colon : begin));
  auto rest = where.substr(out.size());
  if (colon < end) {
    (out += ':') += postgres::hidden;
    rest = where.substr(end);
  }
  auto const mark = rest.find('?');
  out += rest.substr(0, mark);
  char between = '?';
  for (auto const& member : postgres::members_of(mark == rest.npos ? std::string_view() : rest.substr(mark + 1))) {
    out += between;
    auto const is_secret = [&](std::string_view name) { return postgres::is_named(member, name); };
    if (std::ranges::any_of(postgres::secrets, is_secret))
      ((out += member.name) += '=') += postgres::hidden;
    else
      out += member.text;
    between = '&';
  }
  return out;
}

bool has_postgres() { return postgres::load_library().has_value(); }

}  // namespace v1
}  // namespace annexa
