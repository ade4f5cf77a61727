#include "arguments.hpp"

#include <annexa/base/json.hpp>
#include <annexa/base/text.hpp>
#include <boost/json.hpp>

#include "rules.hpp"

namespace annexa::capi {

namespace {

std::size_t first_bad_byte(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    auto const size = utf8_character(text.substr(at));
    if (size == 0) return at;
    at += size;
  }
  return at;
}

result<std::string_view> checked(Text const& text, std::size_t limit) {
  std::string const name = text.name;
  if (!text.data && text.size != 0) return Error(rules::null, "", {{"argument", name}});
  if (text.size > limit)
    return Error(rules::too_long, "",
                 {{"argument", name}, {"size", std::to_string(text.size)}, {"limit", std::to_string(limit)}});
  std::string_view const view(text.data ? text.data : "", text.size);
  auto const good = first_bad_byte(view);
  if (good != view.size()) return Error(rules::utf8, "", {{"argument", name}, {"offset", std::to_string(good)}});
  return view;
}

}  // namespace

result<std::string_view> read_name(Text const& text) {
  auto const view = checked(text, name_limit);
  if (!view) return view.error();
  auto const nul = view->find('\0');
  if (nul != view->npos) return Error(rules::nul, "", {{"argument", text.name}, {"offset", std::to_string(nul)}});
  return *view;
}

result<std::string> read_bytes(Text const& text) {
  if (!text.data && text.size != 0) return Error(rules::null, "", {{"argument", text.name}});
  if (text.size > content_limit)
    return Error(
        rules::too_long, "",
        {{"argument", text.name}, {"size", std::to_string(text.size)}, {"limit", std::to_string(content_limit)}});
  return text.data ? std::string(text.data, text.size) : std::string();
}

result<std::string_view> read_name(Text const& text, char const* wanted) {
  auto const name = read_name(text);
  if (name && name->empty()) return Error(rules::empty, "", {{"argument", text.name}, {"wanted", wanted}});
  return name;
}

result<boost::json::value> read_document(Text const& text) {
  auto const view = checked(text, JsonLimits{}.size);
  if (!view) return view.error();
  return parse_json(*view);
}

Error placed_below(std::string const& where, Error const& error) {
  Error placed(error.kind());
  placed.add(error, where);
  return placed;
}

boost::json::value over_defaults(boost::json::value document, boost::json::value const& defaults) {
  auto* const members = document.if_object();
  if (!members || !defaults.is_object()) return document;
  for (auto const& [name, value] : defaults.get_object()) {
    auto* const given = members->if_contains(name);
    if (given)
      *given = over_defaults(std::move(*given), value);
    else
      members->emplace(name, value);
  }
  return document;
}

result<Date> read_day(std::int32_t days, char const* name) {
  auto const date = Date::from_days(days);
  if (date) return *date;
  return Error(
      rules::value, "",
      {{"argument", name}, {"found", std::to_string(days)}, {"wanted", "a day between the years 1583 and 9999"}});
}

result<void> need_flag(std::uint32_t flag, char const* name) {
  if (flag <= 1) return {};
  return Error(rules::value, "", {{"argument", name}, {"found", std::to_string(flag)}, {"wanted", "0 or 1"}});
}

}  // namespace annexa::capi
