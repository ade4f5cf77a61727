#pragma once
// What the tests of profile resolution share: small documents, and outlines of catalogs.

#include <annexa/exchange/oscal/resolve.hpp>

#include <doctest/doctest.h>
#include <boost/json.hpp>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace annexa::testing::resolving {

namespace oscal = annexa::oscal;
namespace json = boost::json;

/// Documents by their URIs, and which of them were asked for.
struct Documents {
  std::map<std::string, std::string> by_uri;
  std::vector<std::string> asked{};

  [[nodiscard]] oscal::Fetch fetch() {
    return [this](oscal::WantedDocument const& wanted) -> annexa::result<std::string> {
      asked.push_back(wanted.uri);
      auto const found = by_uri.find(wanted.uri);
      if (found != by_uri.end()) return found->second;
      static constexpr annexa::Rule absent{"test.absent", "There is no {found}.", "", annexa::ErrorKind::usage};
      return annexa::Error(absent, "", {{"found", wanted.uri}});
    };
  }
};

inline std::string metadata(std::string_view version = "1.1.3", std::string_view time = "2026-01-01T00:00:00Z") {
  return R"("metadata":{"title":"T","last-modified":")" + std::string(time) + R"(","version":"1","oscal-version":")" +
         std::string(version) + "\"}";
}

/// A catalog with these members.
inline std::string catalog(std::string_view members, std::string_view uuid = "6498eb6e-8653-4470-8b97-54054d3ba886") {
  return R"({"catalog":{"uuid":")" + std::string(uuid) + "\"," + metadata() + "," + std::string(members) + "}}";
}

/// A profile with these members.
inline std::string profile(std::string_view members) {
  return R"({"profile":{"uuid":"0a281290-eb91-423f-9430-576e8099cae4",)" + metadata() + "," + std::string(members) +
         "}}";
}

/// A profile that imports "c.json" whole, as it is, with these members besides.
inline std::string whole(std::string_view more = "") {
  return profile(R"("imports":[{"href":"c.json","include-all":{}}],"merge":{"as-is":true})" +
                 std::string(more.empty() ? "" : ",") + std::string(more));
}

/// A profile that takes controls of "c.json" by their ids, flat.
inline std::string selecting(std::string_view selection, std::string_view more = "") {
  return profile(R"("imports":[{"href":"c.json",)" + std::string(selection) + "}]" +
                 std::string(more.empty() ? "" : ",") + std::string(more));
}

/// A profile that imports one document whole, flat.
inline std::string importing(std::string_view href) {
  return profile(R"("imports":[{"href":")" + std::string(href) + R"(","include-all":{}}])");
}

inline std::string control(std::string_view id, std::string_view more = "") {
  return R"({"id":")" + std::string(id) + R"(","title":"Title of )" + std::string(id) + "\"" +
         (more.empty() ? "" : ",") + std::string(more) + "}";
}

inline annexa::result<oscal::Resolution> try_resolve(std::string_view text, Documents& documents,
                                                     oscal::ResolveLimits const& limits = {}) {
  auto const document = oscal::Document::read(text, "p.json");
  if (!document) return document.error();
  return oscal::resolve(*document, {.uri = "p.json", .fetch = documents.fetch(), .limits = limits});
}

inline oscal::Resolution resolved(std::string_view text, Documents& documents) {
  auto made = try_resolve(text, documents);
  if (!made) FAIL(made.error().text());
  return *std::move(made);
}
inline oscal::Resolution resolved(std::string_view text, std::string const& catalog) {
  Documents documents{{{"c.json", catalog}}};
  return resolved(text, documents);
}

/// The rules of a refusal, or "resolved".
inline std::string refusal(std::string_view text, Documents& documents, oscal::ResolveLimits const& limits = {}) {
  auto const made = try_resolve(text, documents, limits);
  if (made) return "resolved";
  std::string rules;
  for (auto const& each : made.error().violations()) rules += (rules.empty() ? "" : " ") + each.rule;
  return rules;
}
inline std::string refusal(std::string_view text, std::string const& catalog) {
  Documents documents{{{"c.json", catalog}}};
  return refusal(text, documents);
}

inline json::object const& content(oscal::Resolution const& resolution) {
  return resolution.catalog.content().get_object();
}

/// The structure below an object: params as "?p", controls by id with what they hold in parentheses, groups by id or
/// title with what they hold in brackets.
inline std::string outline(json::object const& from) {
  std::string out;
  auto const add = [&](std::string const& text) { out += (out.empty() ? "" : " ") + text; };
  auto const each = [&](char const* key, auto const& visit) {
    if (auto const* list = from.if_contains(key))
      for (auto const& one : list->as_array()) visit(one.as_object());
  };
  each("params", [&](json::object const& one) { add("?" + std::string(one.at("id").as_string())); });
  each("controls", [&](json::object const& one) {
    auto const inside = outline(one);
    add(std::string(one.at("id").as_string()) + (inside.empty() ? "" : "(" + inside + ")"));
  });
  each("groups", [&](json::object const& one) {
    auto const* id = one.if_contains("id");
    add(std::string((id ? *id : one.at("title")).as_string()) + "[" + outline(one) + "]");
  });
  return out;
}
inline std::string outline(oscal::Resolution const& resolution) { return outline(content(resolution)); }

/// Rules of the warnings, each once.
inline std::string warnings(oscal::Resolution const& resolution) {
  std::string out;
  for (auto const& each : resolution.warnings)
    if (out.find(each.rule) == std::string::npos) out += (out.empty() ? "" : " ") + each.rule;
  return out;
}

/// Some groups with controls in controls, and params of groups.
inline std::string nested() {
  return catalog(R"("params":[{"id":"loose"}],"controls":[)" + control("z1") +
                 R"(],"groups":[{"id":"a","title":"A","params":[{"id":"pa"}],)"
                 R"("controls":[)" +
                 control("a1", R"("parts":[{"name":"statement","prose":"by {{ insert: param, pa }}"}])") + "," +
                 control("a2", R"("controls":[)" + control("a2.1", R"("controls":[)" + control("a2.1.1") + "]") + "," +
                                   control("a2.2") + "]") +
                 R"(]},{"title":"No id","groups":[{"id":"b","title":"B","controls":[)" + control("b1") + "]}]}]");
}

/// What a pointer leads to in the resolved catalog, as JSON; "absent" if to nothing.
inline std::string at(oscal::Resolution const& resolution, std::string_view pointer) {
  boost::system::error_code code;
  auto const* found = resolution.catalog.content().find_pointer(pointer, code);
  return found ? json::serialize(*found) : "absent";
}

}  // namespace annexa::testing::resolving
